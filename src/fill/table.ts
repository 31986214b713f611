import { gridOf } from '../model/grid.ts'
import type { Block, Cell, Paragraph, Row, Table } from '../model/sheet.ts'
import { buildBlocks, parted } from './blocks.ts'
import type { Building } from './build.ts'
import { labelled, linesOf, padded } from './fixed.ts'
import type { Element } from './markup.ts'
import { problem } from './problem.ts'
import { type Inherited, inherit, numberOf, textStyle } from './style.ts'
import { isYes, overflowOf } from './values.ts'

/** Lines of official forms: even inside, a little stronger round the outside (mm). */
const weights = { outer: 0.35, inner: 0.18 }
/** Text never touches a line. */
const padding = 1.2
/** Text in a cell of a fixed form is made no smaller before it goes on in 附页, points. */
const leastSize = 8

/** Builds a table; spans that leave the grid are reported at their cell. */
export function buildTable(element: Element, style: Inherited, building: Building): Table {
  const { attributes } = element
  const cols = colsOf(element, building)
  const rows = elementsOf(element, 'row').map((row) =>
    buildRow(row, inherit(style, row), numberOf(attributes.padding, padding), building),
  )
  const table: Table = {
    kind: 'table',
    cols,
    rows,
    outer: numberOf(attributes.outer, weights.outer),
    inner: numberOf(attributes.inner, weights.inner),
    align: attributes.align === 'center' ? 'center' : 'left',
    lines: linesOf(element),
  }
  const built = labelled(padded(whole(table, element, building), element, building))
  building.where.set(built, element.at)
  return built
}

/** Widths of the columns in mm, as they stand once in `cols`. */
export function colsOf(element: Element, building: Pick<Building, 'problems'>): readonly number[] {
  const all = elementsOf(element, 'cols')
  const text = (all[0]?.children ?? []).filter((child) => typeof child === 'string').join('')
  const widths = text.trim().split(/\s+/)
  if (all.length === 1 && widths.every((width) => /^\d{1,3}(\.\d{1,2})?$/.test(width) && Number(width) > 0))
    return widths.map(Number)
  building.problems.push(problem('forms/cols', all[0]?.at ?? element.at, { value: text.trim().slice(0, 60) }))
  return [1]
}

export function elementsOf(element: Element, name: string): readonly Element[] {
  return element.children.filter((child): child is Element => typeof child !== 'string' && child.name === name)
}

// ---

function buildRow(element: Element, style: Inherited, pad: number, building: Building): Row {
  const { attributes } = element
  return {
    height: numberOf(attributes.height, 0),
    rule: (attributes.rule ?? (building.fixed && attributes.height ? 'exact' : 'min')) === 'exact' ? 'exact' : 'min',
    cells: elementsOf(element, 'cell').map((cell) => buildCell(cell, inherit(style, cell), pad, building)),
    repeat: isYes(attributes.repeat),
    keep: attributes.keep !== 'no',
    fill: isYes(attributes.fill),
  }
}

function buildCell(element: Element, inherited: Inherited, pad: number, building: Building): Cell {
  const { attributes } = element
  const head = isYes(attributes.head)
  const slash = isYes(attributes.slash)
  const style = { ...inherited, head }
  const blocks = buildBlocks(element.children, style, { ...building, fixed: false }, numberOf(attributes.indent, 0))
  return {
    colspan: numberOf(attributes.colspan, 1),
    rowspan: numberOf(attributes.rowspan, 1),
    blocks: cornered(blocks.length ? blocks : [emptyLine(style)], slash),
    valign: style.valign ?? 'middle',
    vertical: attributes.dir === 'vertical',
    slash,
    overflow: overflowOf(
      attributes.overflow ?? (building.fixed && !head ? `spill:${leastSize}` : 'grow'),
      attributes.label ?? '',
    ),
    padding: numberOf(attributes.padding, pad),
    head,
  }
}

/** A head with a diagonal: its first line stands above it on the right, the others below it on the left. */
function cornered(blocks: readonly Block[], slash: boolean): readonly Block[] {
  if (!slash) return blocks
  const lines = blocks.flatMap((block): readonly Block[] => (block.kind === 'p' ? parted(block) : [block]))
  return lines.map((block, i) =>
    block.kind === 'p' ? { ...block, align: i === 0 ? 'right' : 'left', indent: 0 } : block,
  )
}

function emptyLine(style: Inherited): Paragraph {
  return {
    kind: 'p',
    inlines: [{ ...textStyle(style), kind: 'text', text: '' }],
    align: style.align ?? 'left',
    indent: 0,
    leading: style.leading,
    before: 0,
    after: 0,
    heading: 0,
    keepWithNext: false,
  }
}

/** Reports spans out of the grid; the squares that a short row leaves become empty cells. */
function whole(table: Table, element: Element, building: Building): Table {
  const rows = elementsOf(element, 'row')
  const { faults, squares } = gridOf(table)
  const wrong = faults.filter((fault) => fault.kind !== 'row-short')
  for (const fault of wrong) {
    const row = rows[fault.row]
    const at = (row && elementsOf(row, 'cell')[fault.index]?.at) ?? row?.at ?? element.at
    const code = fault.kind === 'row-long' ? 'forms/row-long' : 'forms/span'
    building.problems.push(problem(code, at, { row: fault.row + 1, columns: table.cols.length }))
  }
  if (wrong.length || faults.length === 0) return table
  const missing = (r: number) => (squares[r] ?? []).filter((square) => square === undefined)
  return {
    ...table,
    rows: table.rows.map((row, r) => ({ ...row, cells: [...row.cells, ...missing(r).map(() => emptyCell)] })),
  }
}

const emptyCell: Cell = {
  colspan: 1,
  rowspan: 1,
  blocks: [],
  valign: 'middle',
  vertical: false,
  slash: false,
  overflow: { kind: 'grow' },
  padding,
  head: false,
}
