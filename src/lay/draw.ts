import type { Item } from '../model/page.ts'
import type { Cell } from '../model/sheet.ts'
import type { Draft, Entry, Frame } from './pages.ts'
import { drawSegment, type Heading, type Segment, type Spill } from './segment.ts'
import type { LaidCell, Placed, Setting } from './types.ts'
import { moved, movedPlace, slack, sum } from './units.ts'

export type DrawnPage = {
  readonly blank: boolean
  readonly items: readonly Item[]
  readonly places: readonly Placed[]
  readonly headings: readonly Heading[]
  readonly spills: readonly Spill[]
  readonly overfull: readonly string[]
  /** Parts of tables, with rows stretched. */
  readonly segments: readonly Segment[]
  /** Cells whose text was made smaller or cut, as they stand. */
  readonly cells: readonly (readonly [LaidCell, Cell])[]
}

/** Draws a page: rows that `fill` share the space that is left, then everything takes its place. `annex` is the number of its 附页. */
export function drawPage(draft: Draft, frame: Frame, annex: number, setting: Setting): DrawnPage {
  const entries = stretched(draft.entries, frame.h)
  const page = { items: [] as Item[], places: [] as Placed[], headings: [] as Heading[], spills: [] as Spill[] }
  const cells: (readonly [LaidCell, Cell])[] = []
  let y = frame.y
  for (const entry of entries) {
    const drawn = drawEntry(entry, annex, setting)
    y += entry.kind === 'box' ? entry.gap : 0
    page.items.push(...drawn.items.map((item) => moved(item, frame.x, y)))
    page.places.push(...drawn.places.map((place) => movedPlace(place, frame.x, y)))
    page.headings.push(...drawn.headings.map((heading) => ({ ...heading, y: heading.y + y })))
    page.spills.push(...drawn.spills)
    cells.push(...drawn.cells)
    y += entry.kind === 'box' ? entry.box.h + entry.after : entry.h
  }
  return {
    ...page,
    cells,
    blank: draft.blank,
    overfull: entries.flatMap((entry) => (entry.kind === 'rows' ? entry.overfull : [])),
    segments: entries.flatMap((entry) => (entry.kind === 'rows' ? [entry.segment] : [])),
  }
}

// ---

function drawEntry(entry: Entry, annex: number, setting: Setting) {
  if (entry.kind === 'rows') return drawSegment(entry.segment, annex, setting)
  const { items, places, heading } = entry.box
  return { items, places, headings: heading ? [{ ...heading, y: 0 }] : [], spills: [], cells: [] }
}

function stretched(entries: readonly Entry[], height: number): readonly Entry[] {
  const used = sum(entries.map((entry) => (entry.kind === 'box' ? entry.gap + entry.box.h + entry.after : entry.h)))
  const last = entries[entries.length - 1]
  const left = height - used + (last?.kind === 'box' ? last.after : 0)
  const count = sum(entries.map((entry) => (entry.kind === 'rows' ? fillCount(entry.segment) : 0)))
  if (count === 0 || left <= slack) return entries
  return entries.map((entry) => (entry.kind === 'rows' ? stretch(entry, left / count) : entry))
}

function fills(segment: Segment, row: number): boolean {
  return segment.layout.table.rows[row]?.fill === true
}

function fillCount(segment: Segment): number {
  return segment.instances.filter((one) => fills(segment, one.row)).length
}

function stretch(entry: Extract<Entry, { kind: 'rows' }>, more: number): Entry {
  const instances = entry.segment.instances.map((one) =>
    fills(entry.segment, one.row) ? { ...one, height: one.height + more } : one,
  )
  return { ...entry, segment: { ...entry.segment, instances }, h: sum(instances.map((one) => one.height)) }
}
