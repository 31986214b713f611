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
import type { Joined } from './docx-join.ts'
import { pointsPerMm } from './fonts.ts'

/** A table of fixed columns: the widths of the form, whatever the text. */
export function tableOf({ table, heavy }: Joined, setting: Setting): Table {
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
      return rowOf(row, table, heavy.has(r), { ...setting, keepNext, inCell: true })
    }),
  })
}

// ---

/** Word counts borders in eighths of a point. */
function border(width: number): IBorderOptions {
  if (width === 0) return { style: BorderStyle.NONE, size: 0, color: 'auto' }
  return { style: BorderStyle.SINGLE, size: Math.max(2, Math.round(width * pointsPerMm * 8)), color: '000000' }
}

function rowOf(row: Row, table: SheetTable, heavy: boolean, setting: Setting): TableRow {
  // text that paper shrinks or carries to 附页 stands whole here: an exact row would hide it
  const exact = row.rule === 'exact' && row.cells.every((cell) => cell.overflow.kind === 'grow')
  const rule = exact ? HeightRule.EXACT : HeightRule.ATLEAST
  return new TableRow({
    ...(row.height > 0 ? { height: { value: twips(row.height), rule } } : {}),
    // Word repeats only rows that begin the table
    tableHeader: row.repeat && table.rows.slice(0, table.rows.indexOf(row)).every((above) => above.repeat),
    cantSplit: row.keep,
    children: row.cells.map((cell) => cellOf(cell, table, heavy, setting)),
  })
}

const valigns = {
  top: VerticalAlignTable.TOP,
  middle: VerticalAlignTable.CENTER,
  bottom: VerticalAlignTable.BOTTOM,
} as const satisfies Record<Valign, unknown>

function cellOf(cell: Cell, table: SheetTable, heavy: boolean, setting: Setting): TableCell {
  const padding = twips(cell.padding)
  return new TableCell({
    children: blocksOf(cell.blocks, setting),
    ...(cell.colspan > 1 ? { columnSpan: cell.colspan } : {}),
    ...(cell.rowspan > 1 ? { rowSpan: cell.rowspan } : {}),
    verticalAlign: valigns[cell.valign],
    margins: { top: padding, bottom: padding, left: padding, right: padding, marginUnitType: WidthType.DXA },
    ...(cell.vertical ? { textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT } : {}),
    borders: {
      ...(heavy ? { top: border(table.outer) } : {}),
      // docx knows no diagonal: no other border of ours is an `end`, and `writeDocx` renames this one
      ...(cell.slash ? { end: border(table.inner) } : {}),
    },
  })
}
