import { expect, test } from 'vitest'
import { allTexts, boxOf, form, laidOf, linesOf, overlaps, pt } from './kit.ts'

const table = (rows: string, cols = '20 30 40', attributes = '') =>
  form(`<table ${attributes}><cols>${cols}</cols>${rows}</table>`)
const horizontal = (markup: string) =>
  linesOf(laidOf(markup).pages[0]?.items ?? []).filter((line) => line.y1 === line.y2)
const vertical = (markup: string) => linesOf(laidOf(markup).pages[0]?.items ?? []).filter((line) => line.x1 === line.x2)

test('a label is centred in its cell, both ways', () => {
  const [item] = allTexts(laidOf(table('<row height="20"><cell head="yes" size="10">姓名</cell><cell/><cell/></row>')))
  if (!item) throw new Error('no text')
  expect(boxOf(item).x + boxOf(item).w / 2).toBeCloseTo(30, 6)
  expect(boxOf(item).y + boxOf(item).h / 2).toBeCloseTo(60, 6)
})

test('a row grows with the cell that needs most', () => {
  const lines = horizontal(
    table(`<row height="5"><cell size="10">${'甲'.repeat(15)}</cell><cell>乙</cell><cell/></row>`),
  )
  const ys = [...new Set(lines.map((line) => line.y1))]
  // Four lines of four characters, 1.3 × 10 pt each, and the padding.
  expect((ys[1] ?? 0) - (ys[0] ?? 0)).toBeCloseTo(4 * 13 * pt + 2.4, 6)
})

test('an exact row that is too full grows rather than clips, and says so', () => {
  const laid = laidOf(
    table(`<row height="6" rule="exact"><cell size="10">${'甲'.repeat(15)}</cell><cell/><cell/></row>`),
  )
  expect(laid.overfull).toEqual([{ page: 1, text: '甲'.repeat(15) }])
  expect(overlaps(laid)).toEqual([])
})

test('columns that a cell spans have no line between them', () => {
  const lines = vertical(
    table('<row height="10"><cell colspan="2">甲</cell><cell/></row><row height="10"><cell/><cell/><cell/></row>'),
  )
  expect(lines.filter((line) => line.x1 === 40).map((line) => [line.y1, line.y2])).toEqual([[60, 70]])
})

test('rows that a cell spans have no line between them', () => {
  const lines = horizontal(
    table('<row height="10"><cell rowspan="2">甲</cell><cell/><cell/></row><row height="10"><cell/><cell/></row>'),
  )
  expect(lines.filter((line) => line.y1 === 60).map((line) => [line.x1, line.x2])).toEqual([[40, 110]])
})

test('what a spanning cell needs more goes to its rows in equal shares', () => {
  const rows = `<row height="6"><cell rowspan="3" size="10">${'甲'.repeat(20)}</cell><cell/><cell/></row><row height="6"><cell/><cell/></row><row height="9"><cell/><cell/></row>`
  const ys = [...new Set(horizontal(table(rows)).map((line) => line.y1))]
  const heights = ys.slice(1).map((y, i) => y - (ys[i] ?? 0))
  const more = (5 * 13 * pt + 2.4 - 21) / 3
  expect(heights.map((h) => Number(h.toFixed(6)))).toEqual(
    [6 + more, 6 + more, 9 + more].map((h) => Number(h.toFixed(6))),
  )
})

test('a spanning cell leaves rows of exact height alone', () => {
  const rows = `<row height="6" rule="exact"><cell rowspan="2" size="10">${'甲'.repeat(40)}</cell><cell/><cell/></row><row height="6"><cell/><cell/></row>`
  const ys = [...new Set(horizontal(table(rows)).map((line) => line.y1))]
  expect((ys[1] ?? 0) - (ys[0] ?? 0)).toBeCloseTo(6, 6)
})

test('every line is drawn once, outer ones stronger', () => {
  const lines = linesOf(
    laidOf(table('<row height="10"><cell/><cell/><cell/></row><row height="10"><cell/><cell/><cell/></row>')).pages[0]
      ?.items ?? [],
  )
  expect(lines.filter((line) => line.width === 0.35)).toHaveLength(4)
  expect(lines.filter((line) => line.width === 0.18)).toHaveLength(3)
})

test('a table without lines draws none', () => {
  expect(horizontal(table('<row height="10"><cell/><cell/><cell/></row>', '20 30 40', 'outer="0" inner="0"'))).toEqual(
    [],
  )
})

test('text keeps clear of the lines of its cell', () => {
  const laid = laidOf(
    table(
      `<row><cell align="left">${'甲'.repeat(9)}</cell><cell align="right">乙</cell><cell valign="bottom">丙</cell></row>`,
    ),
  )
  const items = laid.pages[0]?.items ?? []
  for (const text of allTexts(laid)) {
    const box = boxOf(text)
    for (const line of linesOf(items)) {
      if (line.x1 === line.x2 && line.y1 < box.y + box.h && line.y2 > box.y)
        expect(Math.min(Math.abs(line.x1 - box.x), Math.abs(line.x1 - box.x - box.w))).toBeGreaterThan(0.9)
      if (line.y1 === line.y2) expect(line.y1 > box.y + box.h + 0.9 || line.y1 < box.y - 0.9).toBe(true)
    }
  }
})

test('vertical text is stacked in the middle of its cell', () => {
  const texts = allTexts(
    laidOf(table('<row height="40"><cell dir="vertical" head="yes" size="10">基本情况</cell><cell/><cell/></row>')),
  )
  expect(texts.map((item) => item.text)).toEqual(['基', '本', '情', '况'])
  expect(new Set(texts.map((item) => item.x)).size).toBe(1)
  const [first, last] = [texts[0], texts[3]]
  if (!first || !last) throw new Error('four')
  expect((boxOf(first).y + boxOf(last).y + boxOf(last).h) / 2).toBeCloseTo(70, 6)
  expect(boxOf(first).x + boxOf(first).w / 2).toBeCloseTo(30, 6)
})

test('vertical text makes its row high enough', () => {
  const laid = laidOf(table('<row height="5"><cell dir="vertical" size="10">甲乙丙丁戊己</cell><cell/><cell/></row>'))
  const bottom = Math.max(...linesOf(laid.pages[0]?.items ?? []).map((line) => line.y2))
  expect(bottom).toBeGreaterThan(50 + 6 * 10 * pt)
})

test('a diagonal head has its line', () => {
  const lines = linesOf(laidOf(table('<row height="10"><cell slash="yes"/><cell/><cell/></row>')).pages[0]?.items ?? [])
  expect(lines.some((line) => line.x1 === 20 && line.y1 === 50 && line.x2 === 40 && line.y2 === 60)).toBe(true)
})

test('text is made smaller by half points to fit its row', () => {
  const laid = laidOf(
    table(`<row height="10"><cell overflow="shrink:7" size="10">${'甲'.repeat(14)}</cell><cell/><cell/></row>`),
  )
  const sizes = new Set(allTexts(laid).map((item) => item.size))
  expect([...sizes]).toEqual([7])
  expect(laid.overfull).toEqual([])
})

test('text that is too much even at its smallest grows a row of least height and is reported in an exact one', () => {
  const cells = `<cell overflow="shrink:8" size="10">${'甲'.repeat(40)}</cell><cell/><cell/>`
  expect(laidOf(table(`<row height="10">${cells}</row>`)).overfull).toEqual([])
  const exact = laidOf(table(`<row height="10" rule="exact">${cells}</row>`))
  expect(exact.overfull).toHaveLength(1)
  expect(overlaps(exact)).toEqual([])
})

test('a table inside a cell stands inside it', () => {
  const inner = '<table outer="0" inner="0"><cols>18 18</cols><row><cell>甲</cell><cell>乙</cell></row></table>'
  const texts = allTexts(laidOf(table(`<row height="30"><cell/><cell/><cell valign="bottom">${inner}</cell></row>`)))
  expect(texts.map((item) => item.text)).toEqual(['甲', '乙'])
  for (const text of texts) {
    expect(boxOf(text).x).toBeGreaterThanOrEqual(71.2)
    expect(boxOf(text).y + boxOf(text).h).toBeLessThan(80)
  }
})

test('an image is never wider than its cell', () => {
  const laid = laidOf(
    table('<row><cell><image src="a.jpg" width="40" height="20" alt="图"/></cell><cell/><cell/></row>'),
  )
  const image = laid.pages[0]?.items.find((item) => item.kind === 'image')
  expect(image).toMatchObject({ w: 17.6, h: 8.8 })
})
