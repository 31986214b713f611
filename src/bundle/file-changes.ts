import type { Change, SnapshotFile } from '../model/snapshot.ts'
import { pagesOf, placeOf } from './snapshot.ts'

/**
 * What became of each use of a file, in the order in which a careful person would pair them: the same; the same bytes under
 * another name; another content or other pages under the same name; the same bytes in another part; the one file of a part
 * replaced by one other; and what is left is new or gone.
 */
export function fileChanges(old: readonly SnapshotFile[], fresh: readonly SnapshotFile[]): readonly Change[] {
  const same = pair(old, fresh, (row) => join(placeOf(row), row.path, row.sha256, pagesOf(row)))
  const renamed = pair(same.old, same.fresh, (row) => join(placeOf(row), row.sha256, pagesOf(row)))
  const mended = pair(renamed.old, renamed.fresh, (row) => join(placeOf(row), row.path, pagesOf(row)))
  const repaged = pair(mended.old, mended.fresh, (row) => join(placeOf(row), row.path))
  const moved = pair(repaged.old, repaged.fresh, (row) => join(row.sha256, pagesOf(row)))
  const replaced = pair(onlyOnes(moved.old), onlyOnes(moved.fresh), placeOf)
  const settled = new Set(replaced.pairs.flat())
  const posted = new Set(old.map((row) => join(row.sha256, pagesOf(row))))
  const changes = [
    ...renamed.pairs.map(([a, b]) => change('moved', b, a)),
    ...[...mended.pairs, ...repaged.pairs, ...replaced.pairs].map(([a, b]) => change('changed', b, a)),
    ...moved.pairs.map(([a, b]) => change('reused', b, a)),
    ...moved.fresh
      .filter((row) => !settled.has(row))
      .map((row) => change(posted.has(join(row.sha256, pagesOf(row))) ? 'reused' : 'added', row)),
    ...moved.old.filter((row) => !settled.has(row)).map((row) => change('removed', row)),
  ]
  return once(changes)
}

// ---

type Rows = readonly SnapshotFile[]
type Paired = {
  readonly pairs: readonly (readonly [SnapshotFile, SnapshotFile])[]
  readonly old: Rows
  readonly fresh: Rows
}

/** Pairs rows of equal key in their order. */
function pair(old: Rows, fresh: Rows, key: (row: SnapshotFile) => string): Paired {
  const waiting = new Map<string, SnapshotFile[]>()
  for (const row of fresh) waiting.set(key(row), [...(waiting.get(key(row)) ?? []), row])
  const pairs = old.flatMap((row) => {
    const other = waiting.get(key(row))?.shift()
    return other ? [[row, other] as const] : []
  })
  const done = new Set(pairs.flat())
  return { pairs, old: old.filter((row) => !done.has(row)), fresh: fresh.filter((row) => !done.has(row)) }
}

/** Rows that are the only one of their part: which of several replaced which nobody can tell. */
function onlyOnes(rows: Rows): Rows {
  const times = new Map<string, number>()
  for (const row of rows) times.set(placeOf(row), (times.get(placeOf(row)) ?? 0) + 1)
  return rows.filter((row) => times.get(placeOf(row)) === 1)
}

function change(how: Change['how'], row: SnapshotFile, before?: SnapshotFile): Change {
  const base = { how, path: placeOf(row), file: row.path }
  const was = before && before.path !== row.path ? { fileBefore: before.path } : {}
  if (before && how === 'changed' && before.sha256 === row.sha256) {
    return { ...base, ...was, about: 'pages', before: rangeOf(before), after: rangeOf(row) }
  }
  if (how === 'removed') return { ...base, about: 'file', before: row.sha256 }
  return { ...base, ...was, about: 'file', before: before?.sha256, after: row.sha256 }
}

/** Pages in use, `3-9`; of a file without pages the empty text. */
function rangeOf(row: SnapshotFile): string {
  return pagesOf(row) || (row.pages === undefined ? '' : `1-${row.pages}`)
}

/** A file that serves two parts and changed is one change, named at the first. */
function once(changes: readonly Change[]): readonly Change[] {
  const seen = new Map<string, Change>()
  for (const one of changes) {
    const content = one.about === 'file' && one.how === 'changed' && one.fileBefore === undefined
    const key = content
      ? join(one.file ?? '', one.before ?? '', one.after ?? '')
      : join(one.about, one.how, one.path, one.file ?? '', one.before ?? '', one.after ?? '')
    const first = seen.get(key)
    if (!first || first.path === 'person.photo') seen.set(key, one)
  }
  return [...seen.values()]
}

function join(...parts: readonly string[]): string {
  return parts.join('\u0000')
}
