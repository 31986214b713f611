import { expect, test } from 'vitest'
import { allTexts, form, laidOf, overlaps } from './kit.ts'

const long = Array.from({ length: 60 }, (_, i) => `第${i}句。`).join('')
const cell = (text: string, label = '工作总结') =>
  `<cell overflow="spill" label="${label}" size="10" valign="top">${text}</cell>`
const table = (body: string) => `<table><cols>60</cols>${body}</table>`

/** Texts of the annexes without their heads, and of the cell without its mark. */
function parts(laid: ReturnType<typeof laidOf>, from: number) {
  const of = (pages: readonly number[]) =>
    allTexts(laid)
      .filter((item) => pages.includes(item.page))
      .map((item) => item.text)
      .join('')
      .replaceAll(' ', '')
  return { cell: of([1]), annex: of(laid.pages.map((page) => page.no).filter((no) => no >= from)) }
}

test('what a cell cannot hold goes on in 附页 at the end, whole', () => {
  const laid = laidOf(
    form(`<page>${table(`<row height="20" rule="exact">${cell(long)}</row>`)}</page><page><p>末页</p></page>`),
  )
  expect(laid.pages).toHaveLength(3)
  const { cell: shown, annex } = parts(laid, 3)
  expect(shown.endsWith('（续附页1）')).toBe(true)
  expect(annex.startsWith('附页1，接第1页“工作总结”栏')).toBe(true)
  expect(shown.replace('（续附页1）', '') + annex.replace('附页1，接第1页“工作总结”栏', '')).toBe(long)
  expect(laid.overfull).toEqual([])
  expect(overlaps(laid)).toEqual([])
})

test('a cell that holds its text has no annex', () => {
  expect(laidOf(form(table(`<row height="20" rule="exact">${cell('短')}</row>`))).pages).toHaveLength(1)
})

test('the cells of a page go on in one 附页, in their order; each page with too much has its own', () => {
  const body = `<row height="20" rule="exact">${cell(long, '甲栏')}</row><row height="20" rule="exact">${cell(long, '乙栏')}</row>`
  const laid = laidOf(
    form(
      `<page>${table(body)}</page><page>${table(`<row height="20" rule="exact">${cell(long, '丙栏')}</row>`)}</page>`,
    ),
  )
  const heads = laid.bookmarks.map((mark) => mark.title)
  expect(heads).toEqual(['附页 1，接第 1 页“甲栏”栏', '附页 1，接第 1 页“乙栏”栏', '附页 2，接第 2 页“丙栏”栏'])
})

test('a cell that fills its page spills only what the whole page cannot hold', () => {
  const laid = laidOf(form(table(`<row height="20" fill="yes">${cell(long)}</row>`)))
  expect(laid.pages).toHaveLength(1)
})

test('the rest keeps its paragraphs', () => {
  const paragraphs = Array.from(
    { length: 20 },
    (_, i) => `<p size="10">段${i}甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸</p>`,
  ).join('')
  const laid = laidOf(
    form(
      table(`<row height="30" rule="exact"><cell overflow="spill" label="栏" valign="top">${paragraphs}</cell></row>`),
    ),
  )
  const starts = allTexts(laid).filter((item) => item.page > 1 && item.text === '段')
  expect(starts.length).toBeGreaterThan(10)
})
