import type { Bookmark, Laid, Measure, Page } from '../model/page.ts'
import type { Block, Paragraph, Sheet } from '../model/sheet.ts'
import { sheetWords } from '../model/sheet-words.ts'
import type { Slot } from '../model/slot.ts'
import { arranged } from './arranged.ts'
import { type DrawnPage, drawPage } from './draw.ts'
import { flowOf } from './flow.ts'
import { type Counted, furnitureOf } from './furniture.ts'
import { onSheets } from './halves.ts'
import { missingOf } from './missing.ts'
import { frameOf, pageSize, paginate } from './pages.ts'
import type { Spill } from './segment.ts'
import type { Placed, Setting } from './types.ts'

/**
 * Lays a sheet: lines, rows, pages, places. Pure: the same sheet and measure give the same pages.
 * @param measure widths and fonts, from `write/fonts.ts`
 * @returns pages in mm, slots with their page, headings as bookmarks, characters without a font, cells too full for their policy
 */
export function lay(sheet: Sheet, measure: Measure): Laid {
  if (!sheet.setup.halves) return layPages(sheet, measure)
  return onSheets(layPages({ ...sheet, setup: { ...sheet.setup, paper: 'A4', landscape: false } }, measure))
}

// ---

function layPages(sheet: Sheet, measure: Measure): Laid {
  // The number of pages may stand in the text: laid again until it is the one that was printed.
  let body = drawFlow(sheet, sheet.blocks, 1, { measure, pages: 1 })
  for (let pass = 0; pass < 3 && mentionsPages(sheet.blocks); pass++) {
    const count = body.length
    body = drawFlow(sheet, sheet.blocks, 1, { measure, pages: printedNo(sheet, count) })
    if (body.length === count) break
  }
  const setting = { measure, pages: printedNo(sheet, body.length) }
  const annexes = annexesOf(sheet, body, setting)
  const numbered = body.map(
    (page, i): Standing => ({
      ...page,
      no: i + 1,
      foot: sheet.setup.footer,
      annex: 0,
      printed: printedNo(sheet, i + 1),
    }),
  )
  const drawn = [...numbered, ...annexes.flatMap((annex) => annex.pages)]
  const pages = drawn.map((page) => finish(page, sheet, setting))
  return {
    pages: pages.map((one) => one.page),
    slots: pages.flatMap((one, i) => one.places.map((place) => slotOf(place, sheet.form, i + 1))),
    bookmarks: drawn.flatMap((page, i) => page.headings.map((heading): Bookmark => ({ ...heading, page: i + 1 }))),
    missing: missingOf(sheet, measure),
    overfull: [
      ...drawn.flatMap((page, i) => page.overfull.map((text) => ({ page: i + 1, text }))),
      ...beyond(sheet, body),
    ],
    arranged: arranged(sheet, body, annexes, setting.pages),
  }
}

type Standing = DrawnPage & Counted
type Annexed = {
  readonly no: number
  readonly to: 'page' | 'recto'
  readonly blocks: readonly Block[]
  readonly pages: readonly Standing[]
}

/** What the cells and tables of each page could not hold, on pages behind the numbered ones; never on the back of the last. */
function annexesOf(sheet: Sheet, body: readonly DrawnPage[], setting: Setting): readonly Annexed[] {
  let before = body.length
  return body
    .flatMap((page, i) => (page.spills.length ? [{ spills: page.spills, page: printedNo(sheet, i + 1) }] : []))
    .map(({ spills, page }, i) => {
      const to = i === 0 ? 'recto' : 'page'
      const blocks = spills.flatMap((spill, k) => annex(spill, i + 1, page, k > 0))
      const drawn = drawFlow(sheet, [{ kind: 'break', to }, ...blocks], before + 1, setting)
      const blank = drawn.filter((one) => one.blank).length
      const counted = { foot: sheet.setup.annexFooter ?? [], annex: i + 1 }
      const pages = drawn.map(
        (one, k): Standing => ({ ...one, ...counted, no: before + k + 1, printed: k + 1 - blank }),
      )
      before += drawn.length
      return { no: i + 1, to, blocks, pages }
    })
}

/** In a form of fixed pages, the first page that there should not be. */
function beyond(sheet: Sheet, body: readonly DrawnPage[]): Laid['overfull'] {
  if (!sheet.setup.fixed) return []
  const breaks = sheet.blocks.map((block) => (block.kind === 'break' ? '|' : 'x')).join('')
  const due = breaks.split('|').filter((part) => part !== '').length
  const filled = body.flatMap((page, i) => (page.blank ? [] : [i + 1]))
  return filled.length > due ? [{ page: filled[due] ?? 0, text: sheet.title }] : []
}

function drawFlow(sheet: Sheet, blocks: readonly Block[], first: number, setting: Setting): readonly DrawnPage[] {
  const frame = frameOf(sheet.setup, first)
  const drafts = paginate(flowOf(blocks, frame.w, setting), frame.h, sheet.setup.duplex, first)
  let annex = 1
  const pages = drafts.map((draft, i) => {
    const page = drawPage(draft, frameOf(sheet.setup, first + i), annex, setting)
    if (page.spills.length) annex++
    return page
  })
  return pages.length ? pages : [drawPage({ entries: [], blank: false }, frame, 1, setting)]
}

function annex(spill: Spill, n: number, page: number, below: boolean): readonly Block[] {
  const head: Paragraph = {
    kind: 'p',
    inlines: [{ kind: 'text', font: 'hei', bold: false, size: 12, text: sheetWords.annexHead(n, page, spill.label) }],
    align: 'left',
    indent: 0,
    leading: 1.5,
    before: below ? 6 : 0,
    after: 3,
    heading: 1,
    keepWithNext: true,
  }
  return [head, ...spill.rest]
}

function finish(page: Standing, sheet: Sheet, setting: Setting): { page: Page; places: readonly Placed[] } {
  const size = pageSize(sheet.setup)
  const bare = { form: sheet.form, no: page.no, ...size }
  if (page.blank) return { page: { ...bare, items: [] }, places: [] }
  const furniture = furnitureOf(sheet, page, setting)
  return {
    page: { ...bare, items: [...furniture.below, ...page.items, ...furniture.above] },
    places: [...page.places, ...furniture.places],
  }
}

/** A cover is not counted. */
function printedNo(sheet: Sheet, no: number): number {
  return sheet.setup.firstPlain ? no - 1 : no
}

function mentionsPages(blocks: readonly Block[]): boolean {
  return blocks.some((block) => {
    if (block.kind === 'p') return block.inlines.some((inline) => inline.kind === 'page-no')
    if (block.kind === 'keep') return mentionsPages(block.blocks)
    return block.kind === 'table' && block.rows.some((row) => row.cells.some((cell) => mentionsPages(cell.blocks)))
  })
}

function slotOf({ slot, x, y, w, h, diameter }: Placed, form: string, page: number): Slot {
  const { print: _, copies, ...mark } = slot
  return {
    ...mark,
    form,
    page,
    x,
    y,
    w,
    h,
    diameter: diameter ?? slot.diameter,
    copies: copies.map((copy) => ({ copy, state: 'pending' })),
  }
}
