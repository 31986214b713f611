import { frameOf } from '../../src/lay/pages.ts'
import type { Laid } from '../../src/model/page.ts'
import type { Block, Sheet } from '../../src/model/sheet.ts'
import { all, child, type Element, value } from '../write/ooxml.ts'

/**
 * Holds the texts of a Word file against those of the pages, by position: each cell of the file must be found whole between
 * the edges that its columns have on paper, in the order of the rows, and nothing may be left on the pages.
 * @returns what does not agree
 */
export function differences(document: Element, laid: Laid): readonly string[] {
  const { arranged } = laid
  const body = all(document, 'w:body')[0]
  const pieces = piecesOf(laid)
  const faults: string[] = []
  for (const block of body?.children ?? []) {
    if (block.name === 'w:p') faults.push(...take(textOf(block), whole, pieces))
    if (block.name === 'w:tbl') faults.push(...tableFaults(block, pieces, frameOf(arranged.setup, 1).w))
  }
  const heads = headTexts(arranged)
  const left = pieces.filter((piece) => !piece.used && !heads.some((head) => head.includes(piece.text)))
  return [...faults, ...left.map(({ page, text }) => `only on page ${page}: ${text}`)]
}

/** Text of an element without white space, boxes to tick and what fields show. */
export function textOf(element: Element): string {
  const texts = all(element, 'w:t').map((one) => one.text)
  return bare(texts.join('').replace(/[☑☐▣]/g, ''))
}

// ---

type Piece = {
  readonly page: number
  readonly x: number
  readonly y: number
  readonly text: string
  used: boolean
}
type Edges = { readonly from: number; readonly to: number; readonly loose?: boolean }
const whole: Edges = { from: -50, to: 1000 }
const near = 0.4
const mmOf = (twips: number) => (twips / 1440) * 25.4

function bare(text: string): string {
  return text.replace(/[\s\u00a0\u3000]/g, '')
}

/** Texts between head and foot, from top to bottom; x from the left edge of the text. */
function piecesOf({ pages, arranged: { setup } }: Laid): Piece[] {
  return pages.flatMap((page) => {
    const frame = frameOf(setup, page.no)
    const inside = (y: number) => y > frame.y && y < frame.y + frame.h + near
    return page.items
      .flatMap((item) => (item.kind === 'text' && inside(item.y) && bare(item.text) ? [item] : []))
      .map((item) => ({ page: page.no, x: item.x - frame.x, y: item.y, text: bare(item.text), used: false }))
      .sort((a, b) => (Math.abs(a.y - b.y) > 0.01 ? a.y - b.y : a.x - b.x))
  })
}

function tableFaults(table: Element, pieces: Piece[], width: number): readonly string[] {
  const cols = (child(table, 'w:tblGrid')?.children ?? []).map((one) => mmOf(Number(value(one, 'w:w'))))
  const total = cols.reduce((sum, one) => sum + one, 0)
  const centred = value(child(child(table, 'w:tblPr'), 'w:jc')) === 'center'
  const left = centred ? Math.max(0, (width - total) / 2) : 0
  const rows = table.children.filter((one) => one.name === 'w:tr')
  return rows.flatMap((row) => {
    let col = 0
    return row.children
      .filter((one) => one.name === 'w:tc')
      .flatMap((cell) => {
        const properties = child(cell, 'w:tcPr')
        const span = Number(value(child(properties, 'w:gridSpan')) ?? 1)
        const from = left + cols.slice(0, col).reduce((sum, one) => sum + one, 0)
        const to = from + cols.slice(col, col + span).reduce((sum, one) => sum + one, 0)
        col += span
        // Beside each other or upright: the same characters, in another order.
        const loose = child(cell, 'w:tbl') !== undefined || child(properties, 'w:textDirection') !== undefined
        return take(textOf(cell), { from, to, loose }, pieces)
      })
  })
}

/** Finds a text between two edges and strikes it out. */
function take(text: string, { from, to, loose }: Edges, pieces: Piece[]): readonly string[] {
  if (text === '') return []
  const own = pieces.filter((piece) => !piece.used && piece.x >= from - near && piece.x < to - near)
  for (let first = 0; first < own.length; first++) {
    const found = same(own.slice(first), text, loose ?? false)
    if (!found) continue
    for (const piece of found) piece.used = true
    return []
  }
  return [`only in the Word file: ${text.slice(0, 60)} (${from.toFixed(1)}–${to.toFixed(1)} mm)`]
}

/** The pieces from the first on that make up the text; heads that stand again between them are passed over. */
function same(own: readonly Piece[], text: string, loose: boolean): readonly Piece[] | undefined {
  if (loose) {
    let count = 0
    const taken: Piece[] = []
    for (const piece of own) {
      if (count >= text.length) break
      taken.push(piece)
      count += piece.text.length
    }
    return sorted(taken.map((one) => one.text).join('')) === sorted(text) ? taken : undefined
  }
  let at = 0
  const taken: Piece[] = []
  for (const piece of own) {
    if (text.startsWith(piece.text, at)) {
      taken.push(piece)
      at += piece.text.length
      if (at === text.length) return taken
    } else if (taken.length === 0 || piece.page === taken[0]?.page) return undefined
  }
  return undefined
}

function sorted(text: string): string {
  return [...text].sort().join('')
}

/** Labels and head rows stand again on each page that their rows reach; Word repeats only rows. */
function headTexts({ blocks }: Sheet): readonly string[] {
  return blocks.flatMap((block): readonly string[] => {
    if (block.kind === 'keep') return headTexts({ blocks: block.blocks } as Sheet)
    if (block.kind !== 'table') return []
    return block.rows.flatMap((row) =>
      row.cells.filter((cell) => cell.head || row.repeat).map((cell) => cell.blocks.map(plain).join('')),
    )
  })
}

function plain(block: Block): string {
  if (block.kind !== 'p') return ''
  return bare(block.inlines.map((inline) => (inline.kind === 'text' ? inline.text : '')).join(''))
}
