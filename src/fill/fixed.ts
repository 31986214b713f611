import { emptyRow, type GridCell, gridOf } from '../model/grid.ts'
import type { Block, Cell, Table } from '../model/sheet.ts'
import type { Building } from './build.ts'
import type { Element } from './markup.ts'
import { problem } from './problem.ts'

/** How many rows a table always has, heads not counted, and the name of its 附页. */
export function linesOf({ attributes }: Element): Table['lines'] {
  const { lines, label } = attributes
  return lines === undefined ? undefined : { count: Number(lines), label: label ?? '' }
}

/** A table of fixed rows has empty ones where there is no more to say. Its rows stand alone: none spans another. */
export function padded(table: Table, element: Element, building: Building): Table {
  const { lines } = table
  if (!lines) return table
  const from = table.rows.reduce((start, row, r) => (row.repeat ? r + 1 : start), 0)
  const body = table.rows.slice(from)
  const last = body[body.length - 1]
  if (!last || lines.label === '' || body.some((row) => row.cells.some((cell) => cell.rowspan > 1))) {
    building.problems.push(problem('forms/lines', element.at, { lines: lines.count }))
    return table
  }
  const more = Math.max(0, lines.count - body.length)
  return { ...table, rows: [...table.rows, ...Array.from({ length: more }, () => emptyRow(last))] }
}

/** A cell that may go on in 附页 is named there by its own label, or by the label beside or above it. */
export function labelled(table: Table): Table {
  const { cells } = gridOf(table)
  const labels = cells.filter(({ cell }) => cell.head).map((place) => ({ ...place, text: textOf(place.cell.blocks) }))
  const named = (place: GridCell): Cell => {
    const { overflow } = place.cell
    if (overflow.kind !== 'spill' || overflow.label !== '') return place.cell
    const beside = labels.filter(
      (one) => one.row <= place.row && one.row + one.cell.rowspan > place.row && one.col < place.col,
    )
    const over = labels.filter(
      (one) => one.row < place.row && one.col <= place.col && one.col + one.cell.colspan > place.col,
    )
    const label =
      beside[beside.length - 1]?.text ?? over[over.length - 1]?.text ?? textOf(place.cell.blocks).slice(0, 8)
    return { ...place.cell, overflow: { ...overflow, label } }
  }
  return {
    ...table,
    rows: table.rows.map((row, r) => ({ ...row, cells: cells.filter((place) => place.row === r).map(named) })),
  }
}

// ---

function textOf(blocks: readonly Block[]): string {
  const texts = blocks.flatMap((block) =>
    block.kind === 'p' ? block.inlines.flatMap((inline) => (inline.kind === 'text' ? [inline.text] : [])) : [],
  )
  return texts.join('').replace(/[\s\u3000]/g, '')
}
