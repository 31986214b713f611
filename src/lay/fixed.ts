import { emptyRow } from '../model/grid.ts'
import type { Block, Cell, Row, Table } from '../model/sheet.ts'
import { anyAbove, cellUnits, smallerCell, unitsHeight } from './cell.ts'
import { inSizeOf } from './spill.ts'
import type { LaidCell, Setting, TableLayout } from './types.ts'
import { edgesOf, slack, sum } from './units.ts'

/** An empty row is never lower, mm. */
const least = 7

/**
 * A table that always has the same rows and the same height: rows with much text take the room of rows with little, then all
 * text is made smaller down to its least size, then the highest rows are cut; rows beyond the last one are left for 附页.
 * @returns rows of exact height whose cells spill, and the rows that are left
 */
export function fixedTable(table: Table, setting: Setting): { readonly table: Table; readonly hidden: readonly Row[] } {
  const { lines } = table
  if (!lines) return { table, hidden: [] }
  const from = bodyStart(table)
  const body = table.rows.slice(from)
  const last = body[body.length - 1]
  const height = Math.max(0, ...body.slice(0, lines.count).map((row) => row.height)) * lines.count
  const tooMany = body.length > lines.count
  // The last row says where the others are.
  const kept = tooMany && last ? [...body.slice(0, lines.count - 1), emptyRow(last)] : body
  const { rows, needs } = sized(kept, table, height, setting)
  const heights = levelled(needs, height)
  const exact = rows.map((row, i): Row => {
    const cells = row.cells.map((cell) => spilling(cell, lines.label))
    return { ...row, cells, height: heights[i] ?? 0, rule: 'exact', fill: false }
  })
  const hidden = tooMany ? body.slice(lines.count - 1) : []
  return { table: { ...table, rows: [...table.rows.slice(0, from), ...exact] }, hidden }
}

/** The cell that says in which 附页 the other rows are: the widest one of the last row. */
export function markedCell(cells: readonly LaidCell[], rows: readonly Row[]): LaidCell | undefined {
  const own = cells.filter((cell) => cell.row === rows.length - 1)
  return own.reduce<LaidCell | undefined>((best, cell) => (best && best.w >= cell.w ? best : cell), undefined)
}

/**
 * The table on its 附页: the same heads, each row with a cut cell (its short cells again), then the rows that were left.
 * @param last the part of the table with its last row
 */
export function continued(
  layout: TableLayout,
  cut: ReadonlyMap<LaidCell, readonly Block[]>,
  last: boolean,
): Table | undefined {
  const { source } = layout
  const hidden = last ? layout.hidden : []
  const from = bodyStart(source)
  const rows = source.rows.slice(from).flatMap((row, i): Row[] => {
    const own = layout.cells.filter((cell) => cell.row === from + i).map((cell) => cut.get(cell))
    if (own.every((rest) => rest === undefined)) return []
    const cells = row.cells.map((cell, k): Cell => ({ ...cell, blocks: inSizeOf(cell.blocks, own[k] ?? cell.blocks) }))
    return [{ ...row, cells }]
  })
  const all = [...rows, ...hidden].map(
    (row): Row => ({
      ...row,
      rule: 'min',
      height: Math.min(row.height, least),
      fill: false,
      cells: row.cells.map(growing),
    }),
  )
  if (all.length === 0) return undefined
  const heads = source.rows.slice(0, from).map((row) => ({ ...row, repeat: true }))
  return { ...source, rows: [...heads, ...all], lines: undefined }
}

// ---

/** Rows up to the last one that repeats are heads. */
function bodyStart(table: Table): number {
  return table.rows.reduce((from, row, r) => (row.repeat ? r + 1 : from), 0)
}

/** Rows in the largest text with which they fit, the same for all of them, and the height that each one needs. */
function sized(kept: readonly Row[], table: Table, height: number, setting: Setting) {
  for (let less = 0; ; less += 0.5) {
    const rows =
      less === 0
        ? kept
        : kept.map((row) => ({ ...row, cells: row.cells.map((cell) => smallerCell(cell, less, leastSize(cell))) }))
    const needs = rows.map((row) => Math.max(Math.min(row.height, least), rowNeed(row, table.cols, setting)))
    const done = rows.every((row) => row.cells.every((cell) => !anyAbove(cell.blocks, leastSize(cell))))
    if (done || sum(needs) <= height + slack) return { rows, needs }
  }
}

/** Text that has no least size stays as it is. */
function leastSize({ overflow }: Cell): number {
  return (overflow.kind === 'grow' ? undefined : overflow.to) ?? Number.POSITIVE_INFINITY
}

function rowNeed(row: Row, cols: readonly number[], setting: Setting): number {
  const edges = edgesOf(0, cols)
  let col = 0
  const needs = row.cells.map((cell) => {
    const start = edges[col] ?? 0
    col += cell.colspan
    const width = (edges[Math.min(col, cols.length)] ?? start) - start
    return unitsHeight(cellUnits(cell, width, setting)) + 2 * cell.padding
  })
  return Math.max(0, ...needs)
}

/** Heights of `height` mm in all: every need met and the rest even, or, where there is too little, the highest ones cut even. */
function levelled(needs: readonly number[], height: number): readonly number[] {
  const tight = sum(needs) > height + slack
  const apart = (need: number, level: number) => (tight ? need < level : need > level)
  let level = height / needs.length
  for (const _ of needs) {
    const own = needs.filter((need) => apart(need, level))
    level = (height - sum(own)) / (needs.length - own.length)
  }
  return needs.map((need) => (apart(need, level) ? need : level))
}

function spilling(cell: Cell, label: string): Cell {
  const to = cell.overflow.kind === 'grow' ? undefined : cell.overflow.to
  return { ...cell, overflow: { kind: 'spill', label, to } }
}

function growing(cell: Cell): Cell {
  return { ...cell, overflow: { kind: 'grow' } }
}
