import { describe, expect, test } from 'vitest'
import { fill } from '../../src/fill/fill.ts'
import { lay } from '../../src/lay/lay.ts'
import type { Laid, Page } from '../../src/model/page.ts'
import { longName, sizes } from './dossiers.ts'
import { linesOf, overlap, pt, type Rect, type Text, textsOf } from './kit.ts'
import { realCase } from './real.ts'

/** Forms of a fixed shape, with the pages that they have whatever they hold. */
const shapes = [
  ['chongqing-green-low-carbon-2024', 'review', 15],
  ['chongqing-green-low-carbon-2024', 'publicity-a3', 2],
  ['chongqing-green-low-carbon-2024', 'publicity-a4', 3],
  ['national-engineering-sample', 'evaluation', 13],
  ['national-engineering-sample', 'overview', 1],
] as const

describe.each(shapes)('%s: %s', async (procedure, form, pages) => {
  const { c, fonts } = await realCase(procedure)
  const { measure } = fonts
  const cases = sizes(c)
  const laidOf = (size: keyof typeof cases) => lay(fill(form, cases[size], { version: 'filing', rows: [] }), measure)
  const laid = { short: laidOf('short'), ordinary: laidOf('ordinary'), overfull: laidOf('overfull') }
  const numbered = (one: Laid) => one.pages.slice(0, pages)

  test('has its numbered pages for a short, an ordinary and an overfull dossier, 附页 only behind them', () => {
    expect([laid.short.pages.length, laid.ordinary.pages.length]).toEqual([pages, pages])
    expect(laid.overfull.pages.length).toBeGreaterThan(pages)
    for (const mark of laid.overfull.bookmarks)
      expect([mark.title, mark.page > pages]).toEqual([mark.title, mark.title.startsWith('附页')])
    for (const one of Object.values(laid)) expect(one.overfull).toEqual([])
  })

  test('has the same rows and columns on each of them', () => {
    const shapes = [laid.short, laid.ordinary, laid.overfull].map((one) => numbered(one).map(shapeOf))
    expect(shapes[1]).toEqual(shapes[0])
    expect(shapes[2]).toEqual(shapes[0])
  })

  test('has its places where they always are', () => {
    const places = (one: Laid) => one.slots.map((slot) => [slot.id, slot.page, slot.x.toFixed(6), slot.y.toFixed(6)])
    expect(places(laid.ordinary)).toEqual(places(laid.short))
    expect(places(laid.overfull)).toEqual(places(laid.short))
  })

  test.each(['short', 'ordinary', 'overfull'] as const)('draws no text on another: %s', (size) => {
    const box = (item: Text): Rect => inkOf(item, measure.width(item.text, item.font, item.size))
    const crossed = laid[size].pages.flatMap((page) => {
      const texts = textsOf(page.items).filter((item) => item.grey === 0)
      return texts.flatMap((a, i) =>
        texts.slice(i + 1).flatMap((b) => (overlap(box(a), box(b), 0.05) ? [`${page.no}: ${a.text} / ${b.text}`] : [])),
      )
    })
    expect(crossed).toEqual([])
  })

  test('loses nothing that does not fit', () => {
    const all = textOf(laid.overfull.pages)
    const rows = Array.from({ length: 200 }, (_, i) => `第${i + 1}段，样例单位`)
    expect(rows.filter((row) => !all.includes(row))).toEqual([])
    expect(all).toContain(longName.slice(0, 8))
    expect(all).toContain(longName.slice(-4))
  })

  test('says in each cut cell and table where it goes on, and there from where', () => {
    const marks = new Set(textOf(numbered(laid.overfull)).match(/（续附页\d+）/g) ?? [])
    const heads = new Set(laid.overfull.bookmarks.flatMap((mark) => mark.title.match(/^附页 \d+/)?.[0] ?? []))
    expect([...marks].map((mark) => mark.replace(/（续附页(\d+)）/, '附页 $1'))).toEqual([...heads])
  })

  test('counts the numbered pages only', () => {
    expect(textOf(laid.overfull.pages)).not.toMatch(new RegExp(`共${laid.overfull.pages.length}页`))
    expect(textOf(laid.overfull.pages.slice(-1))).toMatch(/附页\d+第\d+页/)
  })
})

test('a summary of 5,000 characters goes on in 附页, none of them lost', async () => {
  const { c, fonts } = await realCase()
  const said = lay(fill('review', sizes(c).overfull), fonts.measure)
  const all = textOf(said.pages)
  for (let i = 1; i <= 50; i++) expect(all).toContain(`${i}．`)
  expect(sizes(c).overfull.dossier.summary?.length).toBeGreaterThan(4_500)
})

// ---

/** How many lines a page has, and where its upright ones stand. */
function shapeOf(page: Page) {
  const lines = linesOf(page.items).filter((line) => line.width >= 0.18 && line.x2 - line.x1 + line.y2 - line.y1 > 6)
  const upright = lines.filter((line) => line.x1 === line.x2)
  return { upright: upright.map((line) => line.x1.toFixed(3)).sort(), level: rules(lines) }
}

/** Level lines that reach from one upright line to another: not underlines and lines to write on. */
function rules(lines: ReturnType<typeof linesOf>): number {
  const xs = lines.filter((line) => line.x1 === line.x2).map((line) => line.x1)
  const edge = (x: number) => xs.some((one) => Math.abs(one - x) < 0.2)
  return lines.filter((line) => line.y1 === line.y2 && edge(line.x1) && edge(line.x2)).length
}

function inkOf(item: Text, width: number): Rect {
  const size = item.size * pt
  return { x: item.x, y: item.y - 0.8 * size, w: width + item.spacing * ([...item.text].length - 1), h: 0.84 * size }
}

function textOf(pages: readonly Page[]): string {
  return pages
    .map((page) =>
      textsOf(page.items)
        .map((item) => item.text)
        .join(''),
    )
    .join('\n')
    .replaceAll(/[ \u3000]/g, '')
}
