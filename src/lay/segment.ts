import type { Item } from '../model/page.ts'
import type { Block, Cell } from '../model/sheet.ts'
import { borderItems } from './borders.ts'
import { unitsHeight } from './cell.ts'
import { diagonalItem } from './diagonal.ts'
import { continued } from './fixed.ts'
import { blocksFrom, type Held, held, markUnits } from './spill.ts'
import type { BoxUnit, LaidCell, Placed, Setting, TableLayout, Unit } from './types.ts'
import { edgesOf, moved, movedPlace } from './units.ts'

/** A row as it stands on a page: whole, a part of a cut row, or a head row again. */
export type Instance = { readonly row: number; readonly height: number }

/** Rows of a table that stand on one page, and which units of its cells (`from` up to `to`) are on it. */
export type Segment = {
  readonly layout: TableLayout
  readonly instances: readonly Instance[]
  readonly parts: ReadonlyMap<LaidCell, { readonly from: number; readonly to: number }>
}

export type Heading = { readonly title: string; readonly level: number; readonly y: number }
/** What a cell or the rows of a table could not hold: goes on in 附页. */
export type Spill = { readonly label: string; readonly rest: readonly Block[] }
export type DrawnSegment = {
  readonly h: number
  readonly items: readonly Item[]
  readonly places: readonly Placed[]
  readonly headings: readonly Heading[]
  readonly spills: readonly Spill[]
  /** Cells whose text was made smaller or cut, as they stand. */
  readonly cells: readonly (readonly [LaidCell, Cell])[]
}

/** A cell on this page: its instances are `first` … `last`. */
type Area = { readonly cell: LaidCell; readonly first: number; readonly last: number }

/** Draws rows from `x = 0`, `y = 0`; what they cannot hold goes on in 附页 `n`. */
export function drawSegment(segment: Segment, n: number, setting: Setting): DrawnSegment {
  const { layout, instances } = segment
  const ys = edgesOf(
    0,
    instances.map((one) => one.height),
  )
  const squares = instances.map((one) => layout.squares[one.row] ?? [])
  const drawn = areasOf(squares, instances).map((area): DrawnCell => {
    const y = ys[area.first] ?? 0
    return drawCell(segment, area, y, (ys[area.last + 1] ?? y) - y, n, setting)
  })
  return {
    h: ys[ys.length - 1] ?? 0,
    items: [
      ...borderItems(squares, layout.xs, ys, layout.table.outer, layout.table.inner),
      ...drawn.flatMap((one) => one.items),
    ],
    places: drawn.flatMap((one) => one.places),
    headings: drawn.flatMap((one) => one.headings),
    spills: layout.table.lines ? spilledRows(layout, drawn) : drawn.flatMap(spilledCell),
    cells: drawn.flatMap((one) => (one.shown === one.cell.cell ? [] : [[one.cell, one.shown] as const])),
  }
}

/** A table inside a cell: one box for each group of rows that spans hold together. */
export function boxesOf(unit: Extract<Unit, { kind: 'table' }>, setting: Setting): readonly BoxUnit[] {
  const { layout } = unit
  return groupsOf(layout).map(([from, to], i): BoxUnit => {
    const instances = layout.heights.slice(from, to).map((height, k) => ({ row: from + k, height }))
    const { h, items, places } = drawSegment({ layout, instances, parts: new Map() }, 1, setting)
    const rest = () => (i === 0 ? unit.rest() : { ...layout.table, rows: layout.table.rows.slice(from) })
    const upTo = () => ({ ...layout.table, rows: layout.table.rows.slice(0, from) })
    return {
      kind: 'box',
      box: { h, items, places },
      before: 0,
      after: 0,
      keepNext: unit.keepNext,
      first: i === 0,
      rest,
      ...(i > 0 && { upTo }),
    }
  })
}

/** Index after each last row of a group of rows that no span joins with the next. */
export function groupsOf(layout: TableLayout): readonly (readonly [number, number])[] {
  const groups: [number, number][] = []
  let from = 0
  layout.heights.forEach((_, r) => {
    const reaches = layout.cells.some((cell) => cell.row <= r && cell.row + cell.cell.rowspan - 1 > r)
    if (reaches && r + 1 < layout.heights.length) return
    groups.push([from, r + 1])
    from = r + 1
  })
  return groups
}

/** Cells of the rows that stand on a page, each with its first and last instance. */
export function areasOf(
  squares: readonly (readonly (LaidCell | undefined)[])[],
  instances: readonly Instance[],
): readonly Area[] {
  const areas: Area[] = []
  instances.forEach((_, i) => {
    const seen = new Set<LaidCell>()
    for (const cell of squares[i] ?? []) {
      if (!cell || seen.has(cell) || squares[i - 1]?.[cell.col] === cell) continue
      seen.add(cell)
      let last = i
      while (squares[last + 1]?.[cell.col] === cell) last++
      areas.push({ cell, first: i, last })
    }
  })
  return areas
}

// ---

type DrawnCell = {
  readonly cell: LaidCell
  readonly items: readonly Item[]
  readonly places: readonly Placed[]
  readonly headings: readonly Heading[]
  readonly shown: Cell
  readonly rest: readonly Block[] | undefined
}

function drawCell(
  { layout, parts }: Segment,
  { cell }: Area,
  y: number,
  height: number,
  n: number,
  setting: Setting,
): DrawnCell {
  const { padding, slash } = cell.cell
  const part = parts.get(cell) ?? { from: 0, to: cell.units.length }
  const whole = part.from === 0 && part.to === cell.units.length
  const room = height - 2 * padding
  const own = whole
    ? filled(heldHere(layout, cell, room, n, setting), room)
    : { units: cell.units.slice(part.from, part.to), cell: cell.cell }
  const free = room - unitsHeight(own.units)
  const top = whole && !own.rest ? free * ({ top: 0, middle: 0.5, bottom: 1 } as const)[cell.cell.valign] : 0
  const stack = stackUnits(own.units, cell.x + padding, y + padding + Math.max(0, top))
  return {
    cell,
    ...stack,
    items: slash ? [...stack.items, diagonalItem(layout, cell, y, height)] : stack.items,
    shown: own.cell,
    rest: own.rest,
  }
}

/** Where rows go on in 附页, the last one has the mark in its widest cell. */
function heldHere(layout: TableLayout, cell: LaidCell, room: number, n: number, setting: Setting): Held {
  if (cell !== layout.marked) return held(cell, room, n, setting)
  const units = markUnits(cell, n, room, setting)
  return { units, cell: { ...cell.cell, blocks: blocksFrom(units, 0) } }
}

/** Spaces that fill share what is left of the cell. */
function filled(own: Held, room: number): Held {
  const count = own.units.filter((unit) => unit.fill).length
  const more = (room - unitsHeight(own.units)) / count
  if (count === 0 || more <= 0) return own
  return {
    ...own,
    units: own.units.map((unit) => (unit.fill ? { ...unit, box: { ...unit.box, h: unit.box.h + more } } : unit)),
    cell: {
      ...own.cell,
      blocks: own.cell.blocks.map((block) =>
        block.kind === 'space' && block.fill ? { ...block, height: block.height + more } : block,
      ),
    },
  }
}

function spilledCell({ cell, rest }: DrawnCell): readonly Spill[] {
  const { overflow } = cell.cell
  return rest ? [{ label: overflow.kind === 'spill' ? overflow.label : '', rest }] : []
}

/** One 附页 for a table: under its heads the rows with a cut cell, then those that it has no row for. */
function spilledRows(layout: TableLayout, drawn: readonly DrawnCell[]): readonly Spill[] {
  const cut = new Map(drawn.flatMap(({ cell, rest }) => (rest ? [[cell, rest] as const] : [])))
  const last = drawn.some(({ cell }) => cell === layout.marked)
  const table = continued(layout, cut, last)
  return table ? [{ label: layout.table.lines?.label ?? '', rest: [table] }] : []
}

/** Units one under the other from (`x`, `y`). */
export function stackUnits(units: readonly BoxUnit[], x: number, y: number) {
  let at = y
  const placed = units.map((unit, i) => {
    const top = at + (i > 0 ? unit.before : 0)
    at = top + unit.box.h + unit.after
    return { box: unit.box, top }
  })
  return {
    items: placed.flatMap(({ box, top }) => box.items.map((item) => moved(item, x, top))),
    places: placed.flatMap(({ box, top }) => box.places.map((place) => movedPlace(place, x, top))),
    headings: placed.flatMap(({ box, top }) => (box.heading ? [{ ...box.heading, y: top }] : [])),
  }
}
