import type { Block, Cell, Row, Table } from './sheet.ts'

/** A cell at its place in the grid of its table; `row` and `col` are 0-based. */
export type GridCell = { readonly cell: Cell; readonly row: number; readonly col: number }

/** What does not fit the grid: a span beyond it, or a row that covers fewer or more columns than there are. */
export type GridFault = {
  readonly kind: 'span-out' | 'row-short' | 'row-long'
  readonly row: number
  readonly col: number
  /** Which cell of its row, 0-based. */
  readonly index: number
}

/**
 * Puts the cells of a table into its grid, left to right, round the cells that reach down from above (as in HTML).
 * Layout, DOCX and the check of a form use the same answer.
 */
export function gridOf(table: Pick<Table, 'cols' | 'rows'>): {
  readonly cells: readonly GridCell[]
  /** rows × columns: the cell that covers a square */
  readonly squares: readonly (readonly (GridCell | undefined)[])[]
  readonly faults: readonly GridFault[]
} {
  const squares = table.rows.map(() => table.cols.map((): GridCell | undefined => undefined))
  const cells: GridCell[] = []
  const faults: GridFault[] = []
  table.rows.forEach((row, r) => {
    const line = squares[r] ?? []
    for (const [index, cell] of row.cells.entries()) {
      const col = line.indexOf(undefined)
      if (col < 0) {
        faults.push({ kind: 'row-long', row: r, col: table.cols.length, index })
        continue
      }
      const placed = { cell, row: r, col }
      cells.push(placed)
      if (!cover(squares, placed)) faults.push({ kind: 'span-out', row: r, col, index })
    }
    if (line.includes(undefined))
      faults.push({ kind: 'row-short', row: r, col: line.indexOf(undefined), index: row.cells.length })
  })
  return { cells, squares, faults }
}

/** The same row with nothing in its cells; an empty paragraph keeps the style of each. */
export function emptyRow(row: Row): Row {
  return {
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, head: false, blocks: cell.blocks.slice(0, 1).map(emptied) })),
  }
}

// ---

function emptied(block: Block): Block {
  if (block.kind !== 'p') return { kind: 'space', height: 0 }
  const text = block.inlines.find((inline) => inline.kind === 'text')
  return { ...block, inlines: text ? [{ ...text, text: '' }] : [] }
}

/** False when the cell reaches out of the grid or onto another one. */
function cover(squares: (GridCell | undefined)[][], placed: GridCell): boolean {
  let inside = true
  for (let r = placed.row; r < placed.row + placed.cell.rowspan; r++) {
    for (let c = placed.col; c < placed.col + placed.cell.colspan; c++) {
      const line = squares[r]
      if (!line || c >= line.length || line[c]) inside = false
      else line[c] = placed
    }
  }
  return inside
}
