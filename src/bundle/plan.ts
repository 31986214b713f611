import type { ReadingPage } from '../model/evidence.ts'
import type { Bookmark, Page } from '../model/page.ts'
import type { Slot } from '../model/slot.ts'
import type { OrderedEvidence } from './order.ts'

/** A stretch of the reading copy. */
export type Part = {
  /** `cover`, `contents`, `form:<id>` or the key of an evidence item. */
  readonly key: string
  readonly title: string
  /** False on the cover: no running number is printed. */
  readonly numbered: boolean
  readonly pages: number
  readonly body:
    | { readonly kind: 'laid'; readonly pages: readonly Page[]; readonly bookmarks: readonly Bookmark[] }
    | { readonly kind: 'evidence'; readonly path: string; readonly read: () => Promise<readonly ReadingPage[]> }
}

/** Where everything begins (1-based page of the reading copy): the one place where page numbers are computed. */
export type Plan = { readonly firstPageOf: ReadonlyMap<string, number>; readonly total: number }

/** A row of the contents page. */
export type ContentsRow = {
  /** 1 form or kind · 2 achievement · 3 part */
  readonly level: 1 | 2 | 3
  readonly title: string
  /** First page; absent where nothing of it stands in the reading copy. */
  readonly page?: number | undefined
  readonly pages: number
  readonly state: 'heading' | OrderedEvidence['state']
  readonly path?: string | undefined
}

/** Pages of parts in order → where each begins. Every key may stand once. */
export function plan(parts: readonly Pick<Part, 'key' | 'pages'>[]): Plan {
  const firstPageOf = new Map<string, number>()
  let next = 1
  for (const part of parts) {
    if (firstPageOf.has(part.key)) throw new Error(`plan: ${part.key} stands twice`)
    firstPageOf.set(part.key, next)
    next += part.pages
  }
  return { firstPageOf, total: next - 1 }
}

/** A form, the cover or the contents as a part. */
export function laidPart(key: string, title: string, { pages, bookmarks }: LaidPages): Part {
  return { key, title, numbered: key !== 'cover', pages: pages.length, body: { kind: 'laid', pages, bookmarks } }
}

/** The evidence that has pages of its own, as parts; `read` opens the pages of one item when their turn comes. */
export function evidenceParts(
  items: readonly OrderedEvidence[],
  read: (item: OrderedEvidence) => Promise<readonly ReadingPage[]>,
): Part[] {
  return items
    .filter((item) => item.state === 'placed')
    .map((item) => ({
      key: item.key,
      title: item.title,
      numbered: true,
      pages: item.pages,
      body: { kind: 'evidence', path: item.path, read: () => read(item) },
    }))
}

/**
 * Rows of the contents page. Their number does not depend on the plan, so that the page can be laid once with an empty
 * plan to learn its own length and again with the real one.
 */
export function contentsRows(parts: readonly Part[], items: readonly OrderedEvidence[], where: Plan): ContentsRow[] {
  const forms = parts
    .filter((part) => part.body.kind === 'laid' && part.key !== 'cover' && part.key !== 'contents')
    .map(({ key, title, pages }): ContentsRow => {
      return { level: 1, title, page: where.firstPageOf.get(key), pages, state: 'heading' }
    })
  return [...forms, ...grouped(items).flatMap((kind) => rowsOfKind(kind, where))]
}

/**
 * Lays the contents page twice: once to learn its length, once with the numbers.
 * @param parts everything but the contents, in order; the contents stand at `at` (1 = after the cover)
 * @param lay rows → the laid contents page
 * @throws Error when the second laying has another number of pages than the first
 */
export function withContents(
  parts: readonly Part[],
  items: readonly OrderedEvidence[],
  title: string,
  lay: (rows: readonly ContentsRow[]) => LaidPages,
  at = 1,
): { readonly parts: readonly Part[]; readonly plan: Plan } {
  const placed = (laid: LaidPages) => [...parts.slice(0, at), laidPart('contents', title, laid), ...parts.slice(at)]
  const first = lay(contentsRows(parts, items, { firstPageOf: new Map(), total: 0 }))
  const where = plan(placed(first))
  const second = lay(contentsRows(parts, items, where))
  if (second.pages.length !== first.pages.length) {
    throw new Error(`contents: ${first.pages.length} pages without numbers, ${second.pages.length} with them`)
  }
  return { parts: placed(second), plan: where }
}

/** Slots of forms with the page that they have in the reading copy. */
export function slotsInBundle(slots: readonly Slot[], where: Plan): Slot[] {
  return slots.map((slot) => {
    const first = where.firstPageOf.get(`form:${slot.form}`)
    return first === undefined ? slot : { ...slot, bundlePage: first + slot.page - 1 }
  })
}

/** Items by kind, then by achievement, in their order. Supporting papers have no level of achievements. */
export function grouped(items: readonly OrderedEvidence[]) {
  return runs(items, (item) => `${item.owner.kind} ${item.kind.id}`).map((kind) => ({
    title: kind[0].kind.title,
    items: kind,
    owners: runs(kind, (item) => `${item.owner.kind} ${item.owner.id}`).map((own) => ({
      title: own[0].owner.title,
      supporting: own[0].owner.kind === 'supporting',
      items: own,
    })),
  }))
}
export type EvidenceGroup = ReturnType<typeof grouped>[number]

export type LaidPages = { readonly pages: readonly Page[]; readonly bookmarks: readonly Bookmark[] }

// ---

type Some<T> = readonly [T, ...T[]]

function rowsOfKind(kind: EvidenceGroup, where: Plan): ContentsRow[] {
  return [heading(1, kind.title, kind.items, where), ...kind.owners.flatMap((own) => rowsOfOwner(own, where))]
}

function rowsOfOwner(own: EvidenceGroup['owners'][number], where: Plan): ContentsRow[] {
  const rows = own.items.map((item): ContentsRow => {
    const { pages, state, path } = item
    return { level: 3, title: item.label, page: where.firstPageOf.get(item.key), pages, state, path }
  })
  return own.supporting ? rows : [heading(2, own.title, own.items, where), ...rows]
}

function heading(level: 1 | 2, title: string, items: readonly OrderedEvidence[], where: Plan): ContentsRow {
  const first = items.find((item) => item.state === 'placed') ?? items.find((item) => item.state === 'again')
  const pages = items.reduce((sum, item) => sum + (item.state === 'placed' ? item.pages : 0), 0)
  return { level, title, page: first && where.firstPageOf.get(first.key), pages, state: 'heading' }
}

/** Neighbours with the same key, together. */
function runs<T>(items: readonly T[], key: (item: T) => string): Some<T>[] {
  const found: [T, ...T[]][] = []
  for (const item of items) {
    const last = found.at(-1)
    if (last && key(last[0]) === key(item)) last.push(item)
    else found.push([item])
  }
  return found
}
