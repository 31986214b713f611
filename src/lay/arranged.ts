import type { Block, Cell, Row, Sheet, Table } from '../model/sheet.ts'
import type { DrawnPage } from './draw.ts'
import type { Segment } from './segment.ts'
import type { LaidCell, TableLayout } from './types.ts'
import { slack } from './units.ts'

/**
 * The sheet again, with what layout decided, for a Word file that shows the same as the paper: heights of rows, text made
 * smaller, cells cut where they go on in 附页, the 附页 at the end, and the number of pages where Word would count otherwise.
 * @param body pages of the sheet's own blocks, @param annexes the 附页 in their order, @param pages number that was printed
 */
export function arranged(
  sheet: Sheet,
  body: readonly DrawnPage[],
  annexes: readonly { readonly no: number; readonly to: 'page' | 'recto'; readonly blocks: readonly Block[] }[],
  pages: number,
): Sheet {
  const found = tablesOf(body)
  const added = annexes.flatMap(({ no, to, blocks }): Block[] => [{ kind: 'break', to, annex: no }, ...blocks])
  const blocks = [...sheet.blocks.flatMap((block) => blockOf(block, found)), ...added]
  // Word counts the cover and the 附页, and leaves out the blank versos.
  const alike = !sheet.setup.firstPlain && annexes.length === 0 && !body.some((page) => page.blank)
  if (alike) return { ...sheet, blocks }
  const { header, footer } = sheet.setup
  const counted = (list: readonly Block[]) => list.map((block) => withCount(block, pages))
  return {
    ...sheet,
    blocks: counted(blocks),
    setup: { ...sheet.setup, header: counted(header), footer: counted(footer) },
  }
}

// ---

/** A table on the pages: heights of each row in order of its pages, and its cells that were made smaller or cut. */
type Found = {
  readonly layout: TableLayout
  readonly heights: Map<number, number[]>
  readonly cells: Map<LaidCell, Cell>
}

function tablesOf(body: readonly DrawnPage[]): ReadonlyMap<Table, Found> {
  const found = new Map<Table, Found>()
  const of = (layout: TableLayout): Found => {
    const known = found.get(layout.source) ?? { layout, heights: new Map(), cells: new Map() }
    found.set(layout.source, known)
    return known
  }
  for (const { segments, cells } of body) {
    for (const segment of segments) gather(segment, of(segment.layout), cells)
  }
  return found
}

function gather(segment: Segment, { layout, heights, cells }: Found, all: DrawnPage['cells']): void {
  for (const { row, height } of segment.instances) heights.set(row, [...(heights.get(row) ?? []), height])
  for (const [cell, shown] of all) if (layout.cells.includes(cell)) cells.set(cell, shown)
}

function blockOf(block: Block, found: ReadonlyMap<Table, Found>): readonly Block[] {
  if (block.kind === 'keep') return [{ ...block, blocks: block.blocks.flatMap((inner) => blockOf(inner, found)) }]
  if (block.kind !== 'table') return [block]
  const own = found.get(block)
  return own ? divided(own.layout.table, own) : [block]
}

/** Word repeats only the first rows of a table: heads that stand again on a later page begin one of their own. */
function divided(table: Table, found: Found): readonly Table[] {
  const rows = table.rows.map((row, r) => rowOf(row, r, found))
  const starts = rows.flatMap((row, r) => {
    const again = (found.heights.get(r)?.length ?? 0) > 1
    const inside = found.layout.cells.some((cell) => cell.row < r && cell.row + cell.cell.rowspan > r)
    return r > 0 && row.repeat && !rows[r - 1]?.repeat && again && !inside ? [r] : []
  })
  return [0, ...starts].map((from, i) => ({ ...table, rows: rows.slice(from, starts[i]) }))
}

function rowOf(row: Row, r: number, { layout, heights, cells: shown }: Found): Row {
  const cells = layout.cells.filter((cell) => cell.row === r).map((cell) => shown.get(cell) ?? cell.cell)
  const [first, ...more] = heights.get(r) ?? []
  // A row that is cut at the foot of a page is as high as its text.
  if (first === undefined || (more.length > 0 && !row.repeat)) return { ...row, cells }
  const rule = row.rule === 'exact' && first > row.height + slack && !row.fill ? 'min' : row.rule
  return { ...row, cells, height: first, rule }
}

function withCount(block: Block, pages: number): Block {
  if (block.kind === 'keep') return { ...block, blocks: block.blocks.map((inner) => withCount(inner, pages)) }
  if (block.kind === 'table') {
    const cell = (one: Cell): Cell => ({ ...one, blocks: one.blocks.map((inner) => withCount(inner, pages)) })
    return { ...block, rows: block.rows.map((row) => ({ ...row, cells: row.cells.map(cell) })) }
  }
  if (block.kind !== 'p') return block
  const inlines = block.inlines.map((inline) => {
    if (inline.kind !== 'page-no' || inline.of === 'page') return inline
    const { of: _, ...style } = inline
    return { ...style, kind: 'text', text: String(pages) } as const
  })
  return { ...block, inlines }
}
