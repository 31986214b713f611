import { type GridCell, gridOf } from '../model/grid.ts'
import type { Block, Row, Table } from '../model/sheet.ts'
import { cellUnits, fitCell, unitsHeight } from './cell.ts'
import { fixedTable, markedCell } from './fixed.ts'
import { pinnedHeight } from './spill.ts'
import type { LaidCell, Setting, TableLayout } from './types.ts'
import { edgesOf, slack, sum } from './units.ts'

/** Lays a table in a column of `width` mm: columns as given, rows as high as their rule and content ask. */
export function layTable(source: Table, width: number, setting: Setting): TableLayout {
  const { table, hidden } = fixedTable(source, setting)
  const left = table.align === 'center' ? Math.max(0, (width - sum(table.cols)) / 2) : 0
  const xs = edgesOf(left, table.cols)
  const grid = gridOf(table)
  const laid = new Map<GridCell, LaidCell>(
    grid.cells.map((place) => {
      const x = xs[place.col] ?? left
      const w = (xs[Math.min(place.col + place.cell.colspan, table.cols.length)] ?? x) - x
      // An empty cell asks for a line only where nothing else gives its row a height.
      const idle = isEmpty(place.cell.blocks) && (table.rows[place.row]?.height ?? 0) > 0
      const units = idle ? [] : cellUnits(place.cell, w, setting)
      return [place, { ...place, x, w, units, overfull: false }] as const
    }),
  )
  const grown = growSpans([...laid.values()], table.rows, ownHeights([...laid.values()], table.rows))
  for (const [place, cell] of laid) laid.set(place, fitCell(cell, spanHeight(cell, grown), table, setting))
  const cells = [...laid.values()]
  const heights = growSpans(cells, table.rows, raise(cells, grown), true)
  const squares = grid.squares.map((line) => line.map((place) => place && laid.get(place)))
  const marked = hidden.length ? markedCell(cells, table.rows) : undefined
  return { table, source, hidden, marked, xs, cells, squares, heights }
}

/** Height that a cell's content asks for, padding included. */
export function neededHeight(cell: LaidCell): number {
  return unitsHeight(cell.units) + 2 * cell.cell.padding
}

export function tableHeight(layout: TableLayout): number {
  return sum(layout.heights)
}

/** True where text may make the cell grow: not spilled, not shrunk, and not in a row of exact height. */
export function grows(cell: LaidCell, rows: readonly Row[]): boolean {
  const own = rows.slice(cell.row, cell.row + cell.cell.rowspan)
  if (cell.cell.overflow.kind !== 'grow') return !own.some((row) => row.height > 0)
  return own.some((row) => row.rule === 'min')
}

// ---

function isEmpty(blocks: readonly Block[]): boolean {
  return blocks.every(
    (block) => block.kind === 'p' && block.inlines.every((inline) => inline.kind === 'text' && inline.text === ''),
  )
}

/** Height of each row by its own cells: those that may make it grow. */
function ownHeights(cells: readonly LaidCell[], rows: readonly Row[]): readonly number[] {
  return atLeast(
    rows.map((row) => row.height),
    cells.filter((cell) => cell.cell.rowspan === 1 && grows(cell, rows)),
  )
}

/** After shrinking: a cell that still does not fit makes its row grow, so that nothing is clipped or drawn over. */
function raise(cells: readonly LaidCell[], heights: readonly number[]): readonly number[] {
  return atLeast(
    heights,
    cells.filter((cell) => cell.cell.rowspan === 1),
    leastHeight,
  )
}

/** What spills is cut, but for its places and pictures. */
function leastHeight(cell: LaidCell): number {
  if (cell.cell.overflow.kind !== 'spill') return neededHeight(cell)
  const pinned = pinnedHeight(cell)
  return pinned > 0 ? pinned + 2 * cell.cell.padding : 0
}

function atLeast(
  heights: readonly number[],
  cells: readonly LaidCell[],
  need: (cell: LaidCell) => number = neededHeight,
): readonly number[] {
  const raised = [...heights]
  for (const cell of cells) raised[cell.row] = Math.max(raised[cell.row] ?? 0, need(cell))
  return raised
}

/** Gives what a spanning cell needs more to its rows in equal shares, to rows that may grow where there are any. */
function growSpans(
  cells: readonly LaidCell[],
  rows: readonly Row[],
  heights: readonly number[],
  all = false,
): readonly number[] {
  const grown = [...heights]
  const spanning = cells.filter((cell) => cell.cell.rowspan > 1 && (all || grows(cell, rows)))
  const need = all ? leastHeight : neededHeight
  for (const cell of spanning.sort((a, b) => a.cell.rowspan - b.cell.rowspan || a.row - b.row)) {
    const lack = need(cell) - spanHeight(cell, grown)
    if (lack <= slack) continue
    const own = rows.map((_, r) => r).filter((r) => r >= cell.row && r < cell.row + cell.cell.rowspan)
    const elastic = own.filter((r) => rows[r]?.rule === 'min')
    const takers = elastic.length ? elastic : own
    for (const r of takers) grown[r] = (grown[r] ?? 0) + lack / takers.length
  }
  return grown
}

function spanHeight(cell: LaidCell, heights: readonly number[]): number {
  return sum(heights.slice(cell.row, cell.row + cell.cell.rowspan))
}
