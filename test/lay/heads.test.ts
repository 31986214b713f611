import { expect, test } from 'vitest'
import { allTexts, boxOf, form, laidOf, linesOf } from './kit.ts'

const table = (rows: string, cols = '20 30 40') => form(`<table><cols>${cols}</cols>${rows}</table>`)
const vertical = (text: string) =>
  allTexts(laidOf(table(`<row height="60"><cell dir="vertical" size="10">${text}</cell><cell/><cell/></row>`))).map(
    (item) => item.text,
  )

test.each([
  ['round brackets', '（职改部门）', '︵职改部门︶'],
  ['book title marks', '《样例》', '︽样例︾'],
  ['corner brackets', '「甲」『乙』', '﹁甲﹂﹃乙﹄'],
  ['square brackets', '〔甲〕【乙】', '︹甲︺︻乙︼'],
  ['dashes and dots', '甲——乙……', '甲︱︱乙︙︙'],
  ['marks', '甲、乙，丙。丁：', '甲︑乙︐丙︒丁︓'],
])('in a vertical label %s are upright', (_, text, shown) => {
  expect(vertical(text).join('')).toBe(shown)
})

test('in a line they lie as they are', () => {
  const texts = allTexts(laidOf(table('<row><cell size="10">（甲）</cell><cell/><cell/></row>')))
  expect(texts.map((item) => item.text).join('')).toBe('（甲）')
})

test('a vertical label of two lines has two columns, the first on the right', () => {
  const texts = allTexts(
    laidOf(table('<row height="60"><cell dir="vertical" size="10">甲乙<br/>丙</cell><cell/><cell/></row>')),
  )
  const x = (text: string) => texts.find((item) => item.text === text)?.x ?? 0
  expect(x('甲')).toBeCloseTo(x('乙'), 6)
  expect(x('甲')).toBeGreaterThan(x('丙'))
})

test.each([
  [20, 8],
  [30, 6],
  [40, 30],
])('the texts of a diagonal head stand on either side of its line: %i × %i mm', (width, height) => {
  const laid = laidOf(
    table(`<row height="${height}"><cell slash="yes" size="10">年度<br/>项目</cell><cell/></row>`, `${width} 60`),
  )
  const line = linesOf(laid.pages[0]?.items ?? []).find((one) => one.x1 !== one.x2 && one.y1 !== one.y2)
  if (!line) throw new Error('no diagonal')
  const [above, below] = ['年度', '项目']
    .map((text) => allTexts(laid).find((item) => item.text === text))
    .map((item) => item && boxOf(item))
  if (!above || !below) throw new Error('two texts')
  const at = (x: number) => line.y1 + ((line.y2 - line.y1) * (x - line.x1)) / (line.x2 - line.x1)
  expect(above.y + above.h).toBeLessThanOrEqual(at(above.x) + 1e-6)
  expect(below.y).toBeGreaterThanOrEqual(at(below.x + below.w) - 1e-6)
  expect(above.x + above.w).toBeCloseTo(20 + width - 1.2, 6)
  expect(below.x).toBeCloseTo(21.2, 6)
  expect(line.y2 - line.y1).toBeGreaterThanOrEqual(height)
})

test('an empty diagonal head has its line only', () => {
  const laid = laidOf(table('<row height="10"><cell slash="yes"/><cell/><cell/></row>'))
  expect(allTexts(laid)).toEqual([])
  expect(linesOf(laid.pages[0]?.items ?? []).filter((one) => one.x1 !== one.x2 && one.y1 !== one.y2)).toHaveLength(1)
})
