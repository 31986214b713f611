import { type GridCell, gridOf } from '../model/grid.ts'
import type { Block, Inline, Sheet, Table } from '../model/sheet.ts'

/** Text of one cell or paragraph, and what a person calls the cell. */
export type Piece = { readonly text: string; readonly cell: string }

/** All texts of a sheet in reading order: title, head, body row by row, foot. */
export function piecesOf(sheet: Sheet): Piece[] {
  const blocks = [...sheet.setup.header, ...sheet.blocks, ...sheet.setup.footer]
  return [{ text: sheet.title, cell: sheet.title }, ...blocks.flatMap((block) => blockPieces(block, sheet.title))]
}

/** The same by columns: what stands one below the other in a table. */
export function columnsOf(sheet: Sheet): Piece[][] {
  return sheet.blocks.flatMap(tablesIn).flatMap((table) => {
    const { cells } = gridOf(table)
    return table.cols.map((_, col) =>
      cells
        .filter((one) => one.col === col)
        .map((one) => ({ text: textOf(one.cell.blocks), cell: labelOf(one, table) })),
    )
  })
}

// ---

function tablesIn(block: Block): Table[] {
  if (block.kind === 'table') return [block]
  return block.kind === 'keep' ? block.blocks.flatMap(tablesIn) : []
}

function blockPieces(block: Block, cell: string): Piece[] {
  if (block.kind === 'table')
    return gridOf(block).cells.map((one) => ({ text: textOf(one.cell.blocks), cell: labelOf(one, block) }))
  if (block.kind === 'keep') return block.blocks.flatMap((inner) => blockPieces(inner, cell))
  const text = textOf([block])
  return text === '' ? [] : [{ text, cell }]
}

/** Paragraphs on lines of their own; a tick or a place to write on is a space. */
function textOf(blocks: readonly Block[]): string {
  return blocks
    .flatMap((block): string[] => {
      if (block.kind === 'p') return [block.inlines.map(inlineText).join('')]
      if (block.kind === 'keep') return [textOf(block.blocks)]
      if (block.kind === 'table') return gridOf(block).cells.map(({ cell }) => textOf(cell.blocks))
      return block.kind === 'image' ? [block.alt] : []
    })
    .join('\n')
}

function inlineText(inline: Inline): string {
  if (inline.kind === 'text') return inline.text
  return inline.kind === 'br' ? '\n' : ' '
}

/** The nearest label to the left in its row, else above in its column, else its own first words. */
function labelOf({ cell, row, col }: GridCell, table: Table): string {
  const { squares } = gridOf(table)
  const left = (squares[row] ?? []).slice(0, col).reverse()
  const above = squares
    .slice(0, row)
    .map((line) => line[col])
    .reverse()
  const head = [...left, ...above].find((one) => one?.cell.head && textOf(one.cell.blocks).trim() !== '')
  return textOf((head?.cell ?? cell).blocks)
    .replace(/\s+/g, '')
    .slice(0, 20)
}
