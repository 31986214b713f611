import { expect, test } from 'vitest'
import { allTexts, boxOf, form, laidOf, linesOf, overlaps, pt } from './kit.ts'

const rows = (count: number, height = 30, attributes = '') =>
  Array.from({ length: count }, (_, i) => `<row height="${height}" ${attributes}><cell>第${i + 1}行</cell></row>`).join(
    '',
  )
const table = (body: string) => `<table><cols>60</cols>${body}</table>`
const pagesOf = (markup: string, attributes = '') =>
  laidOf(form(markup, attributes)).pages.map((page) =>
    page.items.flatMap((item) => (item.kind === 'text' ? [item.text] : [])),
  )

test('head rows stand again on each page', () => {
  const head = '<row height="20" repeat="yes"><cell head="yes">名称</cell></row>'
  expect(pagesOf(table(head + rows(8)))).toEqual([
    ['名称', ...['1', '2', '3', '4', '5', '6'].flatMap((n) => ['第', n, '行'])],
    ['名称', ...['7', '8'].flatMap((n) => ['第', n, '行'])],
  ])
})

test('a head row is not left alone at the foot of a page', () => {
  const head = '<row height="20" repeat="yes"><cell>名称</cell></row>'
  const pages = pagesOf(`<space height="160"/>${table(head + rows(1))}`)
  expect(pages).toEqual([[], ['名称', '第', '1', '行']])
})

test('a heading stays with what follows it', () => {
  const pages = pagesOf(`<space height="180"/><title>标题</title>${table(rows(1))}`)
  expect(pages).toEqual([[], ['标题', '第', '1', '行']])
})

test('a cut table has a line at the foot and at the head of the next page', () => {
  const laid = laidOf(form(table(rows(8))))
  const edges = laid.pages.map((page) => {
    const ys = linesOf(page.items)
      .filter((line) => line.y1 === line.y2 && line.width === 0.35)
      .map((line) => line.y1)
    return [Math.min(...ys), Math.max(...ys)]
  })
  expect(edges).toEqual([
    [50, 230],
    [50, 110],
  ])
})

test('a row taller than a page is cut between lines and nothing is lost', () => {
  const text = '甲乙丙丁戊己庚辛壬癸'.repeat(120)
  const laid = laidOf(form(table(`<row><cell size="10">${text}</cell></row>`)))
  expect(laid.pages.length).toBeGreaterThan(1)
  expect(
    allTexts(laid)
      .map((item) => item.text)
      .join(''),
  ).toBe(text)
  for (const item of allTexts(laid)) expect(boxOf(item).y + boxOf(item).h).toBeLessThanOrEqual(250)
  expect(overlaps(laid)).toEqual([])
})

test('a row that may be cut begins on the page where it stands', () => {
  const text = '甲'.repeat(16 * 20)
  const row = (keep: string) =>
    `<space height="170"/>${table(`<row keep="${keep}"><cell size="10">${text}</cell></row>`)}`
  expect(pagesOf(row('no'))[0]?.length).toBeGreaterThan(0)
  expect(pagesOf(row('yes'))[0]).toEqual([])
})

test('a label whose rows go on is printed on each page', () => {
  const body = Array.from({ length: 8 }, (_, i) =>
    i === 0
      ? '<row height="30"><cell head="yes" rowspan="8" dir="vertical">业绩</cell><cell>0</cell></row>'
      : `<row height="30"><cell>${i}</cell></row>`,
  ).join('')
  const pages = pagesOf(`<table><cols>10 60</cols>${body}</table>`)
  expect(pages.map((page) => page.filter((text) => text === '业').length)).toEqual([1, 1])
})

test('text of a spanning cell goes on where its rows go on', () => {
  const text = '甲乙丙丁'.repeat(150)
  const body = Array.from({ length: 10 }, (_, i) =>
    i === 0
      ? `<row height="30"><cell rowspan="10" size="10" valign="top">${text}</cell><cell>0</cell></row>`
      : `<row height="30"><cell>${i}</cell></row>`,
  ).join('')
  const laid = laidOf(form(`<table><cols>30 60</cols>${body}</table>`))
  expect(
    allTexts(laid)
      .filter((item) => /[甲乙丙丁]/.test(item.text))
      .map((item) => item.text)
      .join(''),
  ).toBe(text)
  expect(overlaps(laid)).toEqual([])
})

test('what is kept together moves to the next page as a whole', () => {
  const pages = pagesOf(`<space height="180"/><keep><p size="20">甲</p><p size="20">乙</p><p size="20">丙</p></keep>`)
  expect(pages).toEqual([[], ['甲', '乙', '丙']])
})

test('a kept table moves as a whole', () => {
  expect(pagesOf(`<space height="100"/><keep>${table(rows(4))}</keep>`)[0]).toEqual([])
})

test('rows that fill share what is left of the page', () => {
  const laid = laidOf(form(table(`${rows(1, 20)}${rows(2, 30, 'fill="yes"')}`)))
  const ys = [
    ...new Set(
      linesOf(laid.pages[0]?.items ?? [])
        .filter((line) => line.y1 === line.y2)
        .map((line) => line.y1),
    ),
  ]
  expect(ys).toEqual([50, 70, 160, 250])
})

test('each page element begins a page', () => {
  expect(pagesOf('<page><p>甲</p></page><page><p>乙</p></page><p>丙</p>')).toEqual([['甲'], ['乙'], ['丙']])
})

test('a page that starts on the right has a blank verso before it, in duplex only', () => {
  const pages = '<page><p>甲</p></page><page start="recto"><p>乙</p></page>'
  expect(pagesOf(pages, 'duplex="yes"')).toEqual([['甲'], [], ['乙']])
  expect(pagesOf(pages)).toEqual([['甲'], ['乙']])
})

test('a right-hand page that comes by itself needs no blank one', () => {
  const pages = '<page><p>甲</p></page><page><p>乙</p></page><page start="recto"><p>丙</p></page>'
  expect(pagesOf(pages, 'duplex="yes"')).toEqual([['甲'], ['乙'], ['丙']])
})

test('margins are mirrored: the binding edge changes sides', () => {
  const laid = laidOf(
    '<form id="t" mirrored="yes" inner="28" outer="15"><page><p>甲</p></page><page><p>乙</p></page></form>',
  )
  expect(allTexts(laid).map((item) => item.x)).toEqual([28, 15])
})

test('head and foot stand on each page with its number and the number of pages', () => {
  const foot = '<each-page at="foot"><p>第 <page-no/> 页 共 <page-no of="pages"/> 页</p></each-page>'
  const pages = pagesOf(`${foot}<page><p>甲</p></page><page><p>乙</p></page>`)
  expect(pages.map((page) => page.slice(1).join(''))).toEqual(['第 1 页 共 2 页', '第 2 页 共 2 页'])
})

test('a plain first page has no foot and is not counted', () => {
  const foot = '<each-page at="foot"><p><page-no/>/<page-no of="pages"/></p></each-page>'
  const pages = pagesOf(`${foot}<page><p>封面</p></page><page><p>乙</p></page>`, 'first-plain="yes"')
  expect(pages).toEqual([['封面'], ['乙', '1/1']])
})

test('the number of pages in the text is the printed one', () => {
  expect(pagesOf('<page><p>共<page-no of="pages"/>页</p></page><page><p>甲</p></page>')[0]?.join('')).toBe('共2页')
})

test('headings become bookmarks with their level and page', () => {
  const laid = laidOf(form('<page><title level="1">甲</title></page><page><title level="2">乙</title></page>'))
  expect(laid.bookmarks.map((mark) => [mark.title, mark.level, mark.page])).toEqual([
    ['甲', 1, 1],
    ['乙', 2, 2],
  ])
})

test('a bookmark has no spaces that only part the characters of a heading', () => {
  expect(laidOf(form('<title>基 本 情　况</title>')).bookmarks[0]?.title).toBe('基本情况')
  expect(laidOf(form('<title>附页 1</title>')).bookmarks[0]?.title).toBe('附页 1')
})

test('no line of a paragraph stands alone at the end or the start of a page', () => {
  const text = (lines: number) => '甲'.repeat(48 * lines)
  const counts = (above: number, lines: number) => {
    const laid = laidOf(form(`<space height="${above.toFixed(3)}"/><p size="10">${text(lines)}</p>`))
    return laid.pages.map((page) => page.items.length)
  }
  const line = 13 * pt
  expect(counts(200 - 1.5 * line, 6)).toEqual([0, 6])
  expect(counts(200 - 5.5 * line, 6)).toEqual([4, 2])
})

test('A3 landscape has its size', () => {
  const [page] = laidOf('<form id="t" paper="A3" landscape="yes"><p>甲</p></form>').pages
  expect([page?.w, page?.h]).toEqual([420, 297])
})

test('a watermark lies under everything on each page', () => {
  const laid = laidOf(form('<page><p>甲</p></page><page><p>乙</p></page>'), { watermark: '预览' })
  expect(laid.pages.map((page) => page.items[0])).toMatchObject([
    { kind: 'watermark', text: '预览' },
    { kind: 'watermark', text: '预览' },
  ])
})

test('page code and registration marks are off unless asked for', () => {
  const plain = laidOf(form('<p>甲</p>')).pages[0]?.items ?? []
  const marked = laidOf(form('<p>甲</p>', 'furniture="yes"')).pages[0]?.items ?? []
  expect(linesOf(plain)).toEqual([])
  expect(linesOf(marked)).toHaveLength(8)
  expect(marked.some((item) => item.kind === 'text' && item.text === 't-1')).toBe(true)
})

test('an image higher than a page is still drawn, and the page says it is overfull', () => {
  const laid = laidOf(form(table('<row><cell>甲<image src="a" width="50" height="400" alt="长图"/></cell></row>')))
  expect(laid.pages.flatMap((page) => page.items).filter((item) => item.kind === 'image')).toHaveLength(1)
  expect(laid.overfull.length).toBeGreaterThan(0)
})
