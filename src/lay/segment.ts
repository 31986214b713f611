import type { Item } from '../model/page.ts'
import type { Block, Paragraph } from '../model/sheet.ts'
import { sheetWords } from '../model/sheet-words.ts'
import { borderItems } from './borders.ts'
import { fitting, unitsHeight } from './cell.ts'
import { paragraphUnits, strutOf } from './paragraph.ts'
import type { BoxUnit, LaidCell, Placed, Setting, TableLayout, Unit } from './types.ts'
import { edgesOf, moved, movedPlace, slack } from './units.ts'

/** A row as it stands on a page: whole, a part of a cut row, or a head row again. */
export type Instance = { readonly row: number; readonly height: number }

/** Rows of a table that stand on one page, and which units of its cells (`from` up to `to`) are on it. */
export type Segment = {
  readonly layout: TableLayout
  readonly instances: readonly Instance[]
  readonly parts: ReadonlyMap<LaidCell, { readonly from: number; readonly to: number }>
}

export type Heading = { readonly title: string; readonly level: number; readonly y: number }
export type Spill = { readonly label: string; readonly rest: readonly Block[] }
export type DrawnSegment = {
  readonly h: number
  readonly items: readonly Item[]
  readonly places: readonly Placed[]
  readonly headings: readonly Heading[]
  readonly spills: readonly Spill[]
}

/** A cell on this page: its instances are `first` … `last`. */
type Area = { readonly cell: LaidCell; readonly first: number; readonly last: number }

/** Draws rows from `x = 0`, `y = 0`. `annexes` is the number of 附页 that earlier cells have already. */
export function drawSegment(segment: Segment, annexes: number, setting: Setting): DrawnSegment {
  const { layout, instances } = segment
  const ys = edgesOf(
    0,
    instances.map((one) => one.height),
  )
  const squares = instances.map((one) => layout.squares[one.row] ?? [])
  const drawn: DrawnSegment[] = []
  let spilled = annexes
  for (const area of areasOf(squares, instances)) {
    const y = ys[area.first] ?? 0
    const one = drawCell(segment, area, y, (ys[area.last + 1] ?? y) - y, spilled, setting)
    spilled += one.spills.length
    drawn.push(one)
  }
  return {
    h: ys[ys.length - 1] ?? 0,
    items: [
      ...borderItems(squares, layout.xs, ys, layout.table.outer, layout.table.inner),
      ...drawn.flatMap((one) => one.items),
    ],
    places: drawn.flatMap((one) => one.places),
    headings: drawn.flatMap((one) => one.headings),
    spills: drawn.flatMap((one) => one.spills),
  }
}

/** A table inside a cell: one box for each group of rows that spans hold together. */
export function boxesOf(unit: Extract<Unit, { kind: 'table' }>, setting: Setting): readonly BoxUnit[] {
  const { layout } = unit
  return groupsOf(layout).map(([from, to], i): BoxUnit => {
    const instances = layout.heights.slice(from, to).map((height, k) => ({ row: from + k, height }))
    const { h, items, places } = drawSegment({ layout, instances, parts: new Map() }, 0, setting)
    const rest = () => (i === 0 ? unit.rest() : { ...layout.table, rows: layout.table.rows.slice(from) })
    return {
      kind: 'box',
      box: { h, items, places },
      before: 0,
      after: 0,
      keepNext: unit.keepNext,
      first: i === 0,
      rest,
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

function drawCell(
  segment: Segment,
  area: Area,
  y: number,
  height: number,
  annexes: number,
  setting: Setting,
): DrawnSegment {
  const { cell } = area
  const { padding, overflow, slash } = cell.cell
  const part = segment.parts.get(cell) ?? { from: 0, to: cell.units.length }
  const units = cell.units.slice(part.from, part.to)
  const room = height - 2 * padding
  const cut = overflow.kind === 'spill' ? spill(units, room, cell, annexes + 1, setting) : undefined
  const shown = cut?.shown ?? units
  const whole = part.from === 0 && part.to === cell.units.length
  const free = room - unitsHeight(shown)
  const top = whole && !cut ? free * ({ top: 0, middle: 0.5, bottom: 1 } as const)[cell.cell.valign] : 0
  const stack = stackUnits(shown, cell.x + padding, y + padding + Math.max(0, top))
  const slashItem: Item = {
    kind: 'line',
    x1: cell.x,
    y1: y,
    x2: cell.x + cell.w,
    y2: y + height,
    width: segment.layout.table.inner || 0.18,
    grey: 0,
  }
  return {
    ...stack,
    h: height,
    items: slash ? [...stack.items, slashItem] : stack.items,
    spills: cut ? [{ label: overflow.kind === 'spill' ? overflow.label : '', rest: cut.rest }] : [],
  }
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

/** Keeps what fits with the mark （续附页 n）; undefined when everything fits. */
function spill(units: readonly BoxUnit[], room: number, cell: LaidCell, n: number, setting: Setting) {
  if (unitsHeight(units) <= room + slack) return undefined
  const mark = markUnits(cell, n, room, setting)
  const count = fitting(units, room - unitsHeight(mark))
  const rest = units.slice(count)
  return {
    shown: [...units.slice(0, count), ...mark],
    rest: rest.flatMap((unit, i) => (i === 0 || unit.first ? [unit.rest()] : [])),
  }
}

/** The mark in the size of its cell, or smaller where the cell is narrow; none where no size fits: the 附页 names the cell. */
function markUnits(cell: LaidCell, n: number, room: number, setting: Setting): readonly BoxUnit[] {
  const width = Math.max(1, cell.w - 2 * cell.cell.padding)
  const sized = [undefined, 8, 6].map((size) => paragraphUnits(markOf(cell, n, size), width, setting))
  return sized.find((mark) => unitsHeight(mark) <= room + slack) ?? []
}

function markOf(cell: LaidCell, n: number, smaller: number | undefined): Paragraph {
  const own = cell.cell.blocks.find((block) => block.kind === 'p')
  const strut = own?.kind === 'p' ? strutOf(own) : ({ font: 'song', bold: false, size: 10.5 } as const)
  const style = { ...strut, size: Math.min(strut.size, smaller ?? strut.size) }
  return {
    kind: 'p',
    inlines: [{ ...style, kind: 'text', text: sheetWords.annexMark(n) }],
    align: 'right',
    indent: 0,
    leading: own?.kind === 'p' ? own.leading : 1.3,
    before: 0,
    after: 0,
    heading: 0,
    keepWithNext: false,
  }
}
