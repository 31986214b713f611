import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  type IBorderOptions,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx'
import { type GridCell, gridOf } from '../model/grid.ts'
import type { Block, Cell, Row, Table as SheetTable, Valign } from '../model/sheet.ts'
import { blocksOf, emptyLine, type Setting, twips } from './docx-blocks.ts'
import type { Joined } from './docx-join.ts'
import { pointsPerMm } from './fonts.ts'

/** A table of fixed columns: the widths of the form, whatever the text. */
export function tableOf({ table, heavy }: Joined, setting: Setting): Table {
  const outer = border(table.outer)
  const inner = border(table.inner)
  const columnWidths = table.cols.map(twips)
  const { squares } = gridOf(table)
  const drawing: Drawing = { table, columnWidths, setting: { ...setting, inCell: true } }
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths,
    width: { size: sum(columnWidths), type: WidthType.DXA },
    // Cells have their own margins: a table that has some as well is moved to the left by them, in Word before 2013 and in WPS.
    margins: sides(0),
    alignment: table.align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT,
    borders: {
      top: outer,
      bottom: outer,
      left: outer,
      right: outer,
      insideHorizontal: inner,
      insideVertical: inner,
    },
    rows: table.rows.map((row, r) => {
      const keepNext = setting.keepNext || (setting.whole && r < table.rows.length - 1)
      const places = [...new Set(squares[r])].flatMap((place) => place ?? [])
      const at = { ...drawing, setting: { ...drawing.setting, keepNext }, heavy: heavy.has(r), row, r }
      return rowOf(places, at)
    }),
  })
}

// ---

type Drawing = { readonly table: SheetTable; readonly columnWidths: readonly number[]; readonly setting: Setting }
type RowDrawing = Drawing & { readonly heavy: boolean; readonly row: Row; readonly r: number }

/** Word counts borders in eighths of a point. */
function border(width: number): IBorderOptions {
  if (width === 0) return { style: BorderStyle.NONE, size: 0, color: 'auto' }
  return { style: BorderStyle.SINGLE, size: Math.max(2, Math.round(width * pointsPerMm * 8)), color: '000000' }
}

function rowOf(places: readonly GridCell[], at: RowDrawing): TableRow {
  const { row, table } = at
  // Cells that are full to the brim: an exact row would hide a line that Word breaks earlier.
  const exact = row.rule === 'exact' && row.cells.every((cell) => cell.overflow.kind === 'grow')
  const rule = exact ? HeightRule.EXACT : HeightRule.ATLEAST
  return new TableRow({
    ...(row.height > 0 ? { height: { value: twips(row.height), rule } } : {}),
    // Word repeats only rows that begin the table
    tableHeader: row.repeat && table.rows.slice(0, at.r).every((above) => above.repeat),
    // LibreOffice moves a kept row that just fits; on a page of its own there is nowhere to go
    cantSplit: row.keep && !at.setting.fixed,
    children: places.map((place) => cellOf(place, at)),
  })
}

const valigns = {
  top: VerticalAlignTable.TOP,
  middle: VerticalAlignTable.CENTER,
  bottom: VerticalAlignTable.BOTTOM,
} as const satisfies Record<Valign, unknown>

/** A cell, or where it goes on below its first row. */
function cellOf({ cell, row, col }: GridCell, { table, columnWidths, setting, heavy, r }: RowDrawing): TableCell {
  const first = row === r
  const merge = first ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE
  return new TableCell({
    children: first ? contentOf(cell, table, row, setting) : [emptyLine(0, setting)],
    width: { size: sum(columnWidths.slice(col, col + cell.colspan)), type: WidthType.DXA },
    ...(cell.colspan > 1 ? { columnSpan: cell.colspan } : {}),
    ...(cell.rowspan > 1 ? { verticalMerge: merge } : {}),
    verticalAlign: valigns[cell.valign],
    margins: { ...sides(twips(cell.padding)), ...upright(cell.padding) },
    ...(cell.vertical ? { textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT } : {}),
    borders: {
      ...(heavy && first ? { top: border(table.outer) } : {}),
      // docx knows no diagonal: no other border of ours is an `end`, and `writeDocx` renames this one
      ...(cell.slash ? { end: border(table.inner) } : {}),
    },
  })
}

/** A cell without text takes the line that its row leaves it, so that low rows stay low. */
function contentOf(cell: Cell, table: SheetTable, row: number, setting: Setting) {
  const height = sum(table.rows.slice(row, row + cell.rowspan).map((one) => one.height))
  if (height > 0 && isEmpty(cell.blocks)) return [emptyLine(height - 2 * cell.padding, setting, cell.blocks)]
  return blocksOf(cell.slash ? besideDiagonal(cell.blocks) : cell.blocks, setting)
}

/** The first paragraph stands above the diagonal on the right, the others below it on the left. */
function besideDiagonal(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block, i) => (block.kind === 'p' ? { ...block, align: i === 0 ? 'right' : 'left' } : block))
}

function isEmpty(blocks: readonly Block[]): boolean {
  return blocks.every(
    (block) => block.kind === 'p' && block.inlines.every((inline) => inline.kind === 'text' && inline.text === ''),
  )
}

/** Rows have the height of the paper: the width of borders, which Word adds to text and margins, must not make them grow. */
const borderSpare = 0.35

function upright(padding: number) {
  const width = twips(Math.max(0, padding - borderSpare))
  return { top: width, bottom: width }
}

function sides(width: number) {
  return { top: width, bottom: width, left: width, right: width, marginUnitType: WidthType.DXA }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
