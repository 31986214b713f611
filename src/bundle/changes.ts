import type { Dossier } from '../model/dossier.ts'
import type { Inventory } from '../model/evidence.ts'
import { mask } from '../model/mask.ts'
import type { Change, Snapshot } from '../model/snapshot.ts'
import { keyOf, type Leaf, leaves, pathOf, titleAt } from './facts.ts'
import { fileChanges } from './file-changes.ts'
import { filesOf } from './snapshot.ts'

/** Facts and files, then and now. */
export type Compared = {
  readonly snapshot: Snapshot
  /** The copy of dossier.yaml beside the manifest. */
  readonly frozen: Dossier
  readonly dossier: Dossier
  readonly inventory: Inventory
  /** Ids of supporting papers that are not posted: neither side speaks of them. */
  readonly without: ReadonlySet<string>
}

/**
 * What was added, changed, removed or renamed since a snapshot, down to the field, sorted by path. A new or vanished row of a
 * list is one change, whatever its fields.
 * @param isSensitive by the path of fields.yaml (`person.otherDocuments[].number`); such values come out masked
 */
export function compareSnapshot(
  { snapshot, frozen, dossier, inventory, without }: Compared,
  isSensitive: (pattern: string) => boolean,
): readonly Change[] {
  const then = snapshot.files.filter((row) => row.supporting === undefined || !without.has(row.supporting))
  const files = fileChanges(then, filesOf(dossier, inventory, without))
  // 无 that gave way to a file, or the other way round, is told by the file.
  const told = new Set(files.map((change) => change.path))
  const facts = factChanges(frozen, dossier, isSensitive).filter((change) => !told.has(change.path))
  return [...facts, ...files].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
}

// ---

/** One side of the comparison: its leaves by key, and every step on the way to them. */
type Side = { readonly of: Dossier; readonly texts: ReadonlyMap<string, string>; readonly ways: ReadonlySet<string> }

function factChanges(frozen: Dossier, dossier: Dossier, isSensitive: (pattern: string) => boolean): readonly Change[] {
  const [then, now] = [leaves(frozen), leaves(dossier)]
  const [before, after] = [sideOf(frozen, then), sideOf(dossier, now)]
  const gone = then.filter(({ steps }) => !after.texts.has(keyOf(steps)))
  const changes = [
    ...now.flatMap((leaf) => grown(leaf, before, after)),
    ...gone.flatMap((leaf) => shrunk(leaf, before, after)),
  ].map((change) => masked(change, isSensitive))
  return [...new Map(changes.map((change) => [change.path, change])).values()]
}

function sideOf(of: Dossier, all: readonly Leaf[]): Side {
  return {
    of,
    texts: new Map(all.map(({ steps, text }) => [keyOf(steps), text])),
    ways: new Set(all.flatMap(({ steps }) => steps.map((_, index) => keyOf(steps.slice(0, index + 1))))),
  }
}

/** A leaf that stands now: as before, changed, or new. */
function grown({ steps, text }: Leaf, before: Side, after: Side): Change[] {
  const old = before.texts.get(keyOf(steps))
  if (old === text) return []
  if (old !== undefined) return [fact('changed', steps, old, text)]
  const stated = wordAbove(steps, before)
  if (stated) return [fact('changed', stated.steps, stated.text, titleAt(after.of, stated.steps))]
  // Rows in place of 无 or the other way round: the word is the leaf here.
  if (before.ways.has(keyOf(steps))) return [fact('changed', steps, titleAt(before.of, steps), text)]
  const row = rowOnOneSide(steps, before)
  if (row) return [item('added', row, titleAt(after.of, row))]
  return [fact('added', steps, undefined, text)]
}

/** A leaf that stood then and stands no more. */
function shrunk({ steps, text }: Leaf, before: Side, after: Side): Change[] {
  if (after.ways.has(keyOf(steps)) || wordAbove(steps, after)) return []
  const row = rowOnOneSide(steps, after)
  if (row) return [item('removed', row, titleAt(before.of, row))]
  return [fact('removed', steps, text, undefined)]
}

/** A word (`无`) that stood where there is a list or a group on the other side. */
function wordAbove(steps: readonly string[], side: Side): Leaf | undefined {
  for (let length = 1; length < steps.length; length += 1) {
    const above = steps.slice(0, length)
    const text = side.texts.get(keyOf(above))
    if (text !== undefined) return { steps: above, text }
  }
  return undefined
}

/** The outermost row on the way that the other side lacks. */
function rowOnOneSide(steps: readonly string[], other: Side): readonly string[] | undefined {
  const at = steps.findIndex((step, index) => step.startsWith('[') && !other.ways.has(keyOf(steps.slice(0, index + 1))))
  return at < 0 ? undefined : steps.slice(0, at + 1)
}

function fact(how: Change['how'], steps: readonly string[], before?: string, after?: string): Change {
  const path = pathOf(steps)
  if (!/^achievements\[[^\]]*\]\.posting$/.test(path)) return { about: 'fact', how, path, before, after }
  return { about: 'posting', how: 'changed', path, before: before ?? 'consult', after: after ?? 'consult' }
}

function item(how: 'added' | 'removed', steps: readonly string[], title: string): Change {
  return { about: 'item', how, path: pathOf(steps), title }
}

function masked(change: Change, isSensitive: (pattern: string) => boolean): Change {
  if (!isSensitive(change.path.replace(/\[[^\]]*\]/g, '[]'))) return change
  const { before, after } = change
  return { ...change, before: before && mask(before), after: after && mask(after) }
}

function sortKey({ path, file, about, how }: Change): string {
  return [path, file ?? '', about, how].join('\u0000')
}
