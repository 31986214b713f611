import type { Block, Cell, Inline, Table } from '../model/sheet.ts'
import { diagonalUnits } from './diagonal.ts'
import { flowOf } from './flow.ts'
import { boxesOf } from './segment.ts'
import { pinnedHeight } from './spill.ts'
import type { BoxUnit, LaidCell, Setting } from './types.ts'
import { slack } from './units.ts'
import { verticalUnits } from './vertical.ts'

/** Lays the content of a cell for its outer width; nested tables become one box for each group of their rows. */
export function cellUnits(cell: Cell, width: number, setting: Setting): readonly BoxUnit[] {
  const inner = Math.max(1, width - 2 * cell.padding)
  if (cell.vertical) return verticalUnits(cell.blocks, inner, setting)
  if (cell.slash) return diagonalUnits(cell, width, setting)
  return flowOf(cell.blocks.map(unspilled), inner, setting).flatMap((unit): readonly BoxUnit[] => {
    if (unit.kind === 'box') return [unit]
    return unit.kind === 'table' ? boxesOf(unit, setting) : []
  })
}

/** Height of units set one under the other: space before the first and after the last is dropped. */
export function unitsHeight(units: readonly BoxUnit[]): number {
  let height = 0
  units.forEach((unit, i) => {
    height += unit.box.h + (i > 0 ? unit.before : 0) + (i < units.length - 1 ? unit.after : 0)
  })
  return height
}

/** How many units, from the first, fit into `height` mm. */
export function fitting(units: readonly BoxUnit[], height: number): number {
  let count = units.length
  while (count > 0 && unitsHeight(units.slice(0, count)) > height + slack) count--
  return count
}

/** Makes the text of a cell smaller by half points until it fits its row; marks it where it cannot. */
export function fitCell(cell: LaidCell, height: number, table: Table, setting: Setting): LaidCell {
  const { overflow, padding } = cell.cell
  const fits = (units: readonly BoxUnit[]) => unitsHeight(units) + 2 * padding <= height + slack
  if (fits(cell.units)) return cell
  if (overflow.kind === 'spill')
    return { ...cell, overfull: height > 0 && pinnedHeight(cell) + 2 * padding > height + slack }
  if (overflow.kind === 'grow') return { ...cell, overfull: true }
  const own = table.rows.slice(cell.row, cell.row + cell.cell.rowspan)
  if (!own.some((row) => row.height > 0)) return cell
  const small = smallerToFit(cell.cell, cell.w, overflow.to, fits, setting)
  return { ...cell, ...small, overfull: !fits(small.units) && own.every((row) => row.rule === 'exact') }
}

/** A cell with its text smaller by half points, until it `fits` or all of it is down to `to` points. */
export function smallerToFit(
  cell: Cell,
  width: number,
  to: number,
  fits: (units: readonly BoxUnit[]) => boolean,
  setting: Setting,
): { readonly cell: Cell; readonly units: readonly BoxUnit[] } {
  for (let less = 0.5; ; less += 0.5) {
    const smaller = smallerCell(cell, less, to)
    const units = cellUnits(smaller, width, setting)
    if (fits(units) || !anyAbove(smaller.blocks, to)) return { cell: smaller, units }
  }
}

/** The same cell with text smaller by `less` points, never below `to`. */
export function smallerCell(cell: Cell, less: number, to: number): Cell {
  return { ...cell, blocks: smallerBlocks(cell.blocks, less, to) }
}

/** True while some text is larger than `to` points. */
export function anyAbove(blocks: readonly Block[], to: number): boolean {
  return blocks.some((block) => {
    if (block.kind === 'keep') return anyAbove(block.blocks, to)
    return block.kind === 'p' && block.inlines.some((inline) => inline.kind === 'text' && inline.size > to)
  })
}

// ---

/** A table inside a cell grows with its text: only cells of the form itself go on in 附页. */
function unspilled(block: Block): Block {
  if (block.kind === 'keep') return { ...block, blocks: block.blocks.map(unspilled) }
  if (block.kind !== 'table') return block
  const open = (cell: Cell): Cell => (cell.overflow.kind === 'spill' ? { ...cell, overflow: { kind: 'grow' } } : cell)
  return { ...block, rows: block.rows.map((row) => ({ ...row, cells: row.cells.map(open) })) }
}

function smallerBlocks(blocks: readonly Block[], less: number, to: number): readonly Block[] {
  return blocks.map((block): Block => {
    if (block.kind === 'p') return { ...block, inlines: block.inlines.map((inline) => smaller(inline, less, to)) }
    if (block.kind === 'keep') return { ...block, blocks: smallerBlocks(block.blocks, less, to) }
    return block
  })
}

function smaller(inline: Inline, less: number, to: number): Inline {
  if (inline.kind === 'text' || inline.kind === 'page-no' || inline.kind === 'tick')
    return { ...inline, size: Math.max(Math.min(to, inline.size), inline.size - less) }
  return inline
}
