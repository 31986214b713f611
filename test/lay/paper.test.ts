import { expect, test } from 'vitest'
import type { Item, Laid } from '../../src/model/page.ts'
import { allTexts, boxOf, laidOf, linesOf } from './kit.ts'

const bound = (attributes = '') =>
  `<form id="t" mirrored="yes" duplex="yes" inner="28" outer="15" ${attributes}>
<each-page at="head"><p>眉</p></each-page><each-page at="foot"><p align="center">第 <page-no/> 页</p></each-page>
<page><table><cols>167</cols><row height="40"><cell>甲</cell></row></table></page><page start="recto"><p>${'乙'.repeat(400)}</p></page></form>`

/** Left and right end of what is drawn. */
function ends(item: Item): readonly [number, number] {
  if (item.kind === 'line')
    return [Math.min(item.x1, item.x2) - item.width / 2, Math.max(item.x1, item.x2) + item.width / 2]
  if (item.kind === 'text') return [boxOf(item).x, boxOf(item).x + boxOf(item).w]
  if (item.kind === 'circle') return [item.x - item.r, item.x + item.r]
  if (item.kind === 'watermark') {
    // Turned by 45°: its length and its height both reach sideways.
    const reach = (boxOf({ ...item, kind: 'text', spacing: 0 }).w + item.size * 0.36) / 2 / Math.SQRT2
    return [item.x - reach, item.x + reach]
  }
  return [item.x, item.x + ('w' in item ? item.w : item.size)]
}

/** What reaches into the strip of 25 mm at the binding edge. */
function inTheStrip(laid: Laid): readonly Item[] {
  return laid.pages.flatMap((page) => {
    const left = page.no % 2 === 1
    return page.items.filter((item) => (left ? ends(item)[0] < 25 : ends(item)[1] > page.w - 25))
  })
}

test.each(['', 'furniture="yes"'])('nothing is printed within 25 mm of the binding edge %s', (attributes) => {
  const laid = laidOf(bound(attributes), { watermark: '样例 预览 未通过核对' })
  expect(laid.pages.length).toBeGreaterThan(2)
  expect(inTheStrip(laid)).toEqual([])
})

test('hole marks stand where a personnel file has its holes, on the binding edge of each side', () => {
  const laid = laidOf(bound('holes="yes"'))
  const holes = laid.pages.map((page) =>
    page.items.flatMap((item) => (item.kind === 'circle' ? [[item.x, page.h - item.y]] : [])),
  )
  expect(holes[0]).toEqual([
    [15, 54],
    [15, 137],
    [15, 220],
  ])
  expect(holes[1]).toEqual([])
  expect(laid.pages[1]?.items).toEqual([])
  expect(inTheStrip(laid).every((item) => item.kind === 'circle' || item.kind === 'line')).toBe(true)
})

test('on a left page the holes are on the right', () => {
  const laid = laidOf(
    '<form id="t" mirrored="yes" holes="yes" inner="28" outer="15"><page><p>甲</p></page><page><p>乙</p></page></form>',
  )
  expect(laid.pages[1]?.items.flatMap((item) => (item.kind === 'circle' ? [item.x] : []))).toEqual([195, 195, 195])
})

test('holes are marked on wish only', () => {
  expect(
    laidOf(bound())
      .pages.flatMap((page) => page.items)
      .some((item) => item.kind === 'circle'),
  ).toBe(false)
})

test('a result page stands whole on a right-hand page, its 附页 never on its back', () => {
  const cell = `<cell overflow="spill" label="意见" valign="top">${'丙'.repeat(900)}</cell>`
  const laid = laidOf(
    `<form id="t" duplex="yes" inner="28" outer="15"><page><p>甲</p></page>
<page start="recto"><table><cols>167</cols><row height="60" rule="exact">${cell}</row></table></page></form>`,
  )
  const shown = laid.pages.map((page) =>
    allTexts(laid)
      .filter((item) => item.page === page.no)
      .map((item) => item.text)
      .join('')
      .slice(0, 2),
  )
  expect(shown.slice(0, 5)).toEqual(['甲', '', '丙丙', '', '附页'])
})

test('in simplex nothing is left blank', () => {
  const laid = laidOf('<form id="t"><page><p>甲</p></page><page start="recto"><p>乙</p></page></form>')
  expect(laid.pages).toHaveLength(2)
})

const halves = `<form id="t" paper="A3" landscape="yes" halves="yes" top="25" bottom="20" inner="28" outer="15">
<each-page at="foot"><p>第 <page-no/> 页 共 <page-no of="pages"/> 页</p></each-page>
<page><title>甲</title></page><page><title>乙</title><seal slot="P2" align="left"/></page><page><title>丙</title></page></form>`

test('an A3 sheet holds two upright A4 pages side by side', () => {
  const laid = laidOf(halves)
  expect(laid.pages.map((page) => [page.no, page.w, page.h])).toEqual([
    [1, 420, 297],
    [2, 420, 297],
  ])
  const title = (text: string) => allTexts(laid).find((item) => item.text === text)
  expect([title('甲')?.page, title('甲')?.x]).toEqual([1, 28])
  expect([title('乙')?.page, title('乙')?.x]).toEqual([1, 238])
  expect([title('丙')?.page, title('丙')?.x]).toEqual([2, 28])
})

test('its pages are counted as A4 pages, its places and bookmarks as sheets', () => {
  const laid = laidOf(halves)
  const text = allTexts(laid)
    .map((item) => item.text)
    .join('')
  expect(text.match(/第 \d 页 共 \d 页/g)).toEqual(['第 1 页 共 3 页', '第 2 页 共 3 页', '第 3 页 共 3 页'])
  expect(laid.slots.map((slot) => [slot.page, slot.x])).toEqual([[1, 238]])
  expect(laid.bookmarks.map((mark) => [mark.title, mark.page])).toEqual([
    ['甲', 1],
    ['乙', 1],
    ['丙', 2],
  ])
})

test('no line of one half reaches into the other', () => {
  const laid = laidOf(
    '<form id="t" paper="A3" landscape="yes" halves="yes" inner="28" outer="15"><table><cols>167</cols><row height="20"><cell>甲</cell></row></table></form>',
  )
  for (const line of linesOf(laid.pages[0]?.items ?? [])) expect(Math.max(line.x1, line.x2)).toBeLessThan(210)
})
