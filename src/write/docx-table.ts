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
  WidthType,
} from 'docx'
import type { Cell, Row, Table as SheetTable, Valign } from '../model/sheet.ts'
import { blocksOf, type Setting, twips } from './docx-blocks.ts'
import { pointsPerMm } from './fonts.ts'

/** A table of fixed columns: the widths of the form, whatever the text. */
export function tableOf(table: SheetTable, setting: Setting): Table {
  const outer = border(table.outer)
  const inner = border(table.inner)
  const columnWidths = table.cols.map(twips)
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths,
    width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
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
      return rowOf(row, table, { ...setting, keepNext, inCell: true })
    }),
  })
}

// ---

/** Word counts borders in eighths of a point. */
function border(width: number): IBorderOptions {
  if (width === 0) return { style: BorderStyle.NONE, size: 0, color: 'auto' }
  return { style: BorderStyle.SINGLE, size: Math.max(2, Math.round(width * pointsPerMm * 8)), color: '000000' }
}

function rowOf(row: Row, table: SheetTable, setting: Setting): TableRow {
  // text that paper shrinks or carries to 附页 stands whole here: an exact row would hide it
  const exact = row.rule === 'exact' && row.cells.every((cell) => cell.overflow.kind === 'grow')
  const rule = exact ? HeightRule.EXACT : HeightRule.ATLEAST
  return new TableRow({
    ...(row.height > 0 ? { height: { value: twips(row.height), rule } } : {}),
    tableHeader: row.repeat,
    cantSplit: row.keep,
    children: row.cells.map((cell) => cellOf(cell, table, setting)),
  })
}

const valigns = {
  top: VerticalAlignTable.TOP,
  middle: VerticalAlignTable.CENTER,
  bottom: VerticalAlignTable.BOTTOM,
} as const satisfies Record<Valign, unknown>

function cellOf(cell: Cell, table: SheetTable, setting: Setting): TableCell {
  const padding = twips(cell.padding)
  return new TableCell({
    children: blocksOf(cell.blocks, setting),
    ...(cell.colspan > 1 ? { columnSpan: cell.colspan } : {}),
    ...(cell.rowspan > 1 ? { rowSpan: cell.rowspan } : {}),
    verticalAlign: valigns[cell.valign],
    margins: { top: padding, bottom: padding, left: padding, right: padding, marginUnitType: WidthType.DXA },
    ...(cell.vertical ? { textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT } : {}),
    // docx knows no diagonal: no other border of ours is an `end`, and `writeDocx` renames this one
    ...(cell.slash ? { borders: { end: border(table.inner) } } : {}),
  })
}
