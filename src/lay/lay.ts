import type { Bookmark, Laid, Measure, Page } from '../model/page.ts'
import type { Block, Paragraph, Sheet } from '../model/sheet.ts'
import { sheetWords } from '../model/sheet-words.ts'
import type { Slot } from '../model/slot.ts'
import { type DrawnPage, drawPage } from './draw.ts'
import { flowOf } from './flow.ts'
import { furnitureOf } from './furniture.ts'
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
  // The number of pages may stand in the text: laid again until it is the one that was printed.
  let drawn = drawAll(sheet, { measure, pages: 1 })
  for (let pass = 0; pass < 3 && mentionsPages(sheet.blocks); pass++) {
    const count = drawn.length
    drawn = drawAll(sheet, { measure, pages: printedCount(sheet, count) })
    if (drawn.length === count) break
  }
  const setting = { measure, pages: printedCount(sheet, drawn.length) }
  const pages = drawn.map((page, i) => finish(page, i + 1, sheet, setting))
  return {
    pages: pages.map((one) => one.page),
    slots: pages.flatMap((one, i) => one.places.map((place) => slotOf(place, sheet.form, i + 1))),
    bookmarks: drawn.flatMap((page, i) => page.headings.map((heading): Bookmark => ({ ...heading, page: i + 1 }))),
    missing: missingOf(sheet, measure),
    overfull: drawn.flatMap((page, i) => page.overfull.map((text) => ({ page: i + 1, text }))),
  }
}

// ---

/** The form, then what its cells could not hold as 附页. */
function drawAll(sheet: Sheet, setting: Setting): readonly DrawnPage[] {
  const body = drawFlow(sheet, sheet.blocks, 1, 0, setting)
  const pages = [...body]
  let n = 0
  body.forEach((page, i) => {
    for (const spill of page.spills) {
      n++
      pages.push(...drawFlow(sheet, annex(spill, n, printedNo(sheet, i + 1)), pages.length + 1, 0, setting))
    }
  })
  return pages.length ? pages : [{ blank: false, items: [], places: [], headings: [], spills: [], overfull: [] }]
}

function drawFlow(
  sheet: Sheet,
  blocks: readonly Block[],
  first: number,
  annexes: number,
  setting: Setting,
): readonly DrawnPage[] {
  const frame = frameOf(sheet.setup, first)
  const drafts = paginate(flowOf(blocks, frame.w, setting), frame.h, sheet.setup.duplex, first)
  let spilled = annexes
  return drafts.map((draft, i) => {
    const page = drawPage(draft, frameOf(sheet.setup, first + i), spilled, setting)
    spilled += page.spills.length
    return page
  })
}

function annex(spill: Spill, n: number, page: number): readonly Block[] {
  const head: Paragraph = {
    kind: 'p',
    inlines: [{ kind: 'text', font: 'hei', bold: false, size: 12, text: sheetWords.annexHead(n, page, spill.label) }],
    align: 'left',
    indent: 0,
    leading: 1.5,
    before: 0,
    after: 3,
    heading: 1,
    keepWithNext: true,
  }
  return [head, ...spill.rest]
}

function finish(
  page: DrawnPage,
  no: number,
  sheet: Sheet,
  setting: Setting,
): { page: Page; places: readonly Placed[] } {
  const size = pageSize(sheet.setup)
  const bare = { form: sheet.form, no, ...size }
  if (page.blank) return { page: { ...bare, items: [] }, places: [] }
  const furniture = furnitureOf(sheet, no, { page: printedNo(sheet, no), pages: setting.pages }, setting)
  return {
    page: { ...bare, items: [...furniture.below, ...page.items, ...furniture.above] },
    places: [...page.places, ...furniture.places],
  }
}

/** A cover is not counted. */
function printedNo(sheet: Sheet, no: number): number {
  return sheet.setup.firstPlain ? no - 1 : no
}

function printedCount(sheet: Sheet, pages: number): number {
  return printedNo(sheet, pages)
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
