import type { Block, Cell, Paragraph } from '../model/sheet.ts'
import { sheetWords } from '../model/sheet-words.ts'
import { atomsOf, inlinesOf } from './atoms.ts'
import { fitting, smallerToFit, unitsHeight } from './cell.ts'
import { paragraphUnits, strutOf } from './paragraph.ts'
import type { BoxUnit, LaidCell, Setting } from './types.ts'
import { slack } from './units.ts'

/** What a cell shows in the room that it has. */
export type Held = {
  readonly units: readonly BoxUnit[]
  /** The cell as it stands: text in its final size, cut, with its mark. */
  readonly cell: Cell
  /** What goes on in 附页. */
  readonly rest?: readonly Block[] | undefined
}

/**
 * What a cell that spills shows in `room` mm: its text as it is, or smaller down to its least size, or cut with the mark of 附页 `n`.
 * Places for seals, signatures and pictures stay, with everything after them.
 */
export function held(cell: LaidCell, room: number, n: number, setting: Setting): Held {
  const { overflow } = cell.cell
  const fits = (units: readonly BoxUnit[]) => unitsHeight(units) <= room + slack
  if (overflow.kind !== 'spill' || fits(cell.units)) return { units: cell.units, cell: cell.cell }
  const least = overflow.to === undefined ? undefined : smallerToFit(cell.cell, cell.w, overflow.to, fits, setting)
  if (least && fits(least.units)) return least
  return cutAt(least ?? { units: cell.units, cell: cell.cell }, cell, room, n, setting)
}

/** Height of what never leaves a cell that spills. */
export function pinnedHeight(cell: LaidCell): number {
  const from = firstPinned(cell.units)
  return unitsHeight(cell.units.slice(from))
}

/** The mark in the size of its cell, or smaller where the cell is narrow; none where no size fits: the 附页 names the cell. */
export function markUnits(cell: LaidCell, n: number, room: number, setting: Setting): readonly BoxUnit[] {
  const width = Math.max(1, cell.w - 2 * cell.cell.padding)
  const sized = [undefined, 8, 6].map((size) => paragraphUnits(markOf(cell, n, size), width, setting))
  return sized.find((mark) => unitsHeight(mark) <= room + slack) ?? []
}

/** The blocks of units from the first, or from the middle of a paragraph. */
export function blocksFrom(units: readonly BoxUnit[], from: number): readonly Block[] {
  return units.slice(from).flatMap((unit, i) => (i === 0 || unit.first ? [unit.rest()] : []))
}

/** 附页 has room: text that was made smaller stands there in the size of the form, where that is one size. */
export function inSizeOf(own: readonly Block[], rest: readonly Block[]): readonly Block[] {
  const sizes = new Set(own.flatMap(sizesOf))
  const [size] = sizes
  if (size === undefined || sizes.size > 1) return rest
  return rest.map((block) => {
    if (block.kind !== 'p') return block
    return { ...block, inlines: block.inlines.map((one) => ('size' in one ? { ...one, size } : one)) }
  })
}

// ---

function cutAt(whole: Held, cell: LaidCell, room: number, n: number, setting: Setting): Held {
  const { units } = whole
  const pin = firstPinned(units)
  const tail = units.slice(pin)
  const free = room - unitsHeight(tail)
  const mark = markUnits({ ...cell, cell: whole.cell }, n, free, setting)
  const count = fitting(units.slice(0, pin), free - unitsHeight(mark))
  if (count === pin) return whole
  const inLine = count === 0 ? markedLine(whole, cell, pin, free, n, setting) : undefined
  if (inLine) return inLine
  const blocks = [...blocksBefore(units, count), ...blocksFrom(mark, 0), ...blocksFrom(tail, 0)]
  return {
    units: [...units.slice(0, count), ...mark, ...tail],
    cell: { ...whole.cell, blocks },
    rest: inSizeOf(cell.cell.blocks, blocksFrom(units.slice(0, pin), count)),
  }
}

/** Where the mark would take the place of all text: as much of the first paragraph as stands before it in its lines. */
function markedLine(
  whole: Held,
  cell: LaidCell,
  pin: number,
  room: number,
  n: number,
  setting: Setting,
): Held | undefined {
  const { units } = whole
  const lines = fitting(units.slice(0, pin), room)
  const own = units[0]?.rest()
  if (lines === 0 || own?.kind !== 'p') return undefined
  const atoms = atomsOf(own.inlines, setting)
  const before = units[lines]?.first === false ? units[lines]?.upTo?.() : undefined
  const most = before?.kind === 'p' ? atomsOf(before.inlines, setting).length : atoms.length
  for (let end = most; end > 0; end--) {
    const last = atoms[end - 1]
    if (last?.kind !== 'glyph' || last.level < 3) continue
    const marked: Paragraph = {
      ...own,
      inlines: [...inlinesOf(atoms.slice(0, end)), ...markOf(cell, n, strutOf(own).size).inlines],
    }
    const set = paragraphUnits(marked, Math.max(1, cell.w - 2 * cell.cell.padding), setting)
    if (unitsHeight(set) > room + slack) continue
    const next = units.findIndex((unit, i) => i > 0 && unit.first)
    const after = next < 0 ? pin : Math.min(next, pin)
    const rest = [
      { ...own, inlines: inlinesOf(atoms.slice(end)), indent: 0, before: 0 },
      ...blocksFrom(units.slice(0, pin), after),
    ]
    const tail = units.slice(pin)
    return {
      units: [...set, ...tail],
      cell: { ...whole.cell, blocks: [marked, ...blocksFrom(tail, 0)] },
      rest: inSizeOf(cell.cell.blocks, rest),
    }
  }
  return undefined
}

/** Index of the first unit with a place or a picture, or of the space that puts it at the foot of its cell. */
function firstPinned(units: readonly BoxUnit[]): number {
  const at = units.findIndex(
    (unit) => unit.box.places.length > 0 || unit.box.items.some((item) => item.kind === 'image'),
  )
  if (at < 0) return units.length
  return units[at - 1]?.fill ? at - 1 : at
}

function blocksBefore(units: readonly BoxUnit[], end: number): readonly Block[] {
  const blocks = units.slice(0, end).flatMap((unit) => (unit.first ? [unit.rest()] : []))
  const cut = units[end]?.first === false ? units[end]?.upTo?.() : undefined
  return cut ? [...blocks.slice(0, -1), cut] : blocks
}

function sizesOf(block: Block): readonly number[] {
  return block.kind === 'p' ? block.inlines.flatMap((one) => (one.kind === 'text' ? [one.size] : [])) : [0]
}

function markOf(cell: LaidCell, n: number, smaller: number | undefined): Paragraph {
  const own = cell.cell.blocks.find((block) => block.kind === 'p')
  const strut = own?.kind === 'p' ? strutOf(own) : ({ font: 'song', bold: false, size: 10.5 } as const)
  const style = { ...strut, underline: undefined, size: Math.min(strut.size, smaller ?? strut.size) }
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
