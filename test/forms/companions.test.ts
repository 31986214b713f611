import JSZip from 'jszip'
import { describe, expect, test } from 'vitest'
import type { Case } from '../../src/model/case.ts'
import type { Item } from '../../src/model/page.ts'
import { writeDocx } from '../../src/write/docx.ts'
import { goldenOf } from '../lay/golden.ts'
import { linesOf, overlap, pt, textsOf } from '../lay/kit.ts'
import {
  chongqing,
  fullness,
  laidOf,
  longName,
  longUnit,
  measure,
  national,
  rowsOf,
  sheetOf,
  textOf,
  times,
} from './companion-kit.ts'

/** The sheets beside the review form, in both procedures: domain 1.2 and the list of forms. */
const forms: readonly (readonly [string, string, Case])[] = [
  ...['pledge', 'exceptional', 'explanation', 'bag-cover', 'handing-over'].map(
    (form) => ['chongqing', form, chongqing] as const,
  ),
  ...['exceptional', 'roster', 'bag-cover'].map((form) => ['national', form, national] as const),
]
const cases = forms.flatMap(([name, form, c]) => fullness.map((how) => [name, form, how, c] as const))

/** Ink of a text: Han fill their square nearly, so that a tenth of it may touch. */
function ink(item: Extract<Item, { kind: 'text' }>) {
  const size = item.size * pt
  const w = measure.width(item.text, item.font, item.size) + item.spacing * ([...item.text].length - 1)
  return { x: item.x, y: item.y - 0.8 * size, w, h: 0.84 * size }
}

describe.each(cases)('%s %s, %s', (name, form, how, c) => {
  const laid = laidOf(c, form, how)

  // The words of an overfull dossier are made up by the test and mean nothing on paper.
  if (how !== 'overfull')
    test('looks as it was accepted', async () => {
      await expect(goldenOf(laid)).toMatchFileSnapshot(`../golden/companions/${name}-${form}-${how}.txt`)
    })

  test('one page, unless more is in it than a page holds', () => {
    expect(laid.pages.length > 1).toBe(how === 'overfull' && form !== 'pledge')
  })

  test('nothing on another, off the page, without a glyph or cut short', () => {
    for (const page of laid.pages) {
      const texts = textsOf(page.items)
      const inks = texts.map(ink)
      const crossed = inks.flatMap((a, i) => inks.slice(i + 1).filter((b) => overlap(a, b)))
      expect(crossed).toEqual([])
      const lines = linesOf(page.items).map(({ x1, y1, x2, y2, width }) => {
        return { x: x1, y: y1 - width / 2, w: Math.max(x2 - x1, width), h: Math.max(y2 - y1, width) }
      })
      expect(texts.filter((_, i) => lines.some((line) => overlap(inks[i] ?? line, line, 1e-3)))).toEqual([])
      expect(inks.filter(({ x, y, w, h }) => x < 0 || y < 0 || x + w > page.w || y + h > page.h)).toEqual([])
    }
    expect([laid.missing, laid.overfull]).toEqual([[], []])
  })

  test('where a hand writes, nothing is printed', () => {
    for (const slot of laid.slots) {
      const inside = textsOf(laid.pages[slot.page - 1]?.items ?? []).filter((text) => overlap(slot, ink(text), 0.1))
      const words = inside.map((text) => text.text).join('')
      expect([slot.id, slot.kind === 'seal' ? '' : words.replace(/[年月日]/g, '')]).toEqual([slot.id, ''])
    }
    expect(laid.pages.map((page) => textOf(page.items)).join('')).not.toMatch(/2024[-.年]1?0?[-.]?10[-.月]/)
  })

  test('the Word file says the same', async () => {
    const zip = await JSZip.loadAsync(await writeDocx(sheetOf(c, form, how)))
    const xml = (await zip.file('word/document.xml')?.async('string')) ?? ''
    const word = bare([...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((match) => match[1]).join(''))
    const pdf = bare(laid.pages.map((page) => textOf(page.items)).join(''))
    // A head that is repeated and the foot stand on each page of the PDF: every different character is compared by presence.
    expect([...new Set(pdf)].filter((char) => !/[\d第共页□☐]/.test(char) && !word.includes(char))).toEqual([])
    for (const row of rowsOf(form, how)) if (word.includes('材料名称')) expect(word).toContain(bare(row.title ?? ''))
  })
})

describe('an overfull dossier loses nothing', () => {
  const words = (c: Case, form: string) =>
    bare(
      laidOf(c, form, 'overfull')
        .pages.map((page) => textOf(page.items))
        .join(''),
    )

  test.each(['bag-cover', 'handing-over'])('%s: all 40 papers in order, the head on each page', (form) => {
    const { pages } = laidOf(chongqing, form, 'overfull')
    const text = words(chongqing, form)
    const places = rowsOf(form, 'overfull').map((row) => text.indexOf(bare(row.title ?? '')))
    expect(places.every((at, i) => at > (places[i - 1] ?? 0))).toBe(true)
    const lists = pages.filter((page) => /第\d+件/.test(textOf(page.items)))
    expect(lists.map((page) => times(bare(textOf(page.items)), '材料名称'))).toEqual(lists.map(() => 1))
  })

  test('the receipt stays whole, below its cut', () => {
    const last = laidOf(chongqing, 'handing-over', 'overfull').pages.map((page) => bare(textOf(page.items)))
    const receipt = last.filter((text) => /裁开|回执|今收到|与移交清单一致|接收单位（盖章）/.test(text))
    expect(receipt).toHaveLength(1)
    expect(receipt[0]).toMatch(/沿此线裁开.*回执.*今收到.*共40项.*接收单位（盖章）.*接收日期/)
  })

  test.each([
    ['chongqing', chongqing, 'P17'],
    ['national', national, 'X'],
  ])('%s: a third recommender has a place too, and no reason is cut', (_, c, slot) => {
    const text = words(c, 'exceptional')
    for (const one of [1, 2, 3]) expect(times(text, `（推荐人${one}）`)).toBe(1)
    // a page may begin inside a sentence: 验 stands once in each
    expect(times(text, '验')).toBe(120)
    expect(times(text, '推荐专家签字：')).toBe(3)
    expect(laidOf(c, 'exceptional', 'overfull').slots.filter(({ id }) => id.startsWith(slot))).toHaveLength(4)
  })

  test('a name of 60 characters and a long unit stand there whole', () => {
    for (const form of ['pledge', 'exceptional', 'explanation', 'bag-cover']) {
      expect(words(chongqing, form)).toContain(longName)
      expect(words(chongqing, form)).toContain(longUnit)
    }
  })

  test('the seal of the unit stands with its opinion on one page, and the pledge above it is signed there', () => {
    const { slots } = laidOf(chongqing, 'explanation', 'overfull')
    expect(new Set(slots.map((slot) => slot.page)).size).toBe(1)
    expect(slots.map((slot) => slot.id)).toEqual(['P18', 'P18-date', 'P18-unit', 'P18-unit-date'])
  })
})

describe('what a form is for', () => {
  test('the bag of the national set has nine lines, of ours fourteen, however little is known', () => {
    for (const [c, count] of [
      [national, 9],
      [chongqing, 14],
    ] as const) {
      const texts = textsOf(laidOf(c, 'bag-cover', 'short').pages[0]?.items ?? []).map((item) => item.text)
      expect(texts.filter((text) => /^\d{1,2}$/.test(text))).toEqual(
        Array.from({ length: count }, (_, i) => String(i + 1)),
      )
    }
  })

  test('the roster has 21 columns on a landscape page', () => {
    const [page] = laidOf(national, 'roster', 'ordinary').pages
    expect([page?.w, page?.h]).toEqual([297, 210])
    const table = sheetOf(national, 'roster', 'ordinary').blocks.filter((block) => block.kind === 'table')
    expect(table[1]?.cols).toHaveLength(21)
  })

  test('an explanation without gaps has lines to write on, at least 10 mm apart', () => {
    const { pages } = laidOf(chongqing, 'explanation', 'short')
    const wide = linesOf(pages[0]?.items ?? []).filter((line) => line.x2 - line.x1 > 160)
    const ys = [...new Set(wide.map((line) => Math.round(line.y1 * 10) / 10))].sort((a, b) => a - b)
    const steps = ys.slice(1).map((y, i) => y - (ys[i] ?? y))
    expect(steps.filter((step) => step >= 10 && step < 12).length).toBeGreaterThan(7)
    expect(textOf(pages[0]?.items ?? [])).not.toContain('起止时间原因')
  })

  test('the notice knows no 破格, and the sheet says so', () => {
    expect(bare(textOf(laidOf(chongqing, 'exceptional', 'ordinary').pages[0]?.items ?? []))).toMatch(
      /通知没有写破格申报.*未核实/,
    )
  })

  test('who hands over to whom: the applicant to the first body of the route', () => {
    expect(textOf(laidOf(chongqing, 'handing-over', 'ordinary').pages[0]?.items ?? [])).toMatch(
      new RegExp(`移交人.*${chongqing.dossier.person?.name}.*接收单位`),
    )
    const agency = { ...chongqing, dossier: { ...chongqing.dossier, category: 'freelance' } }
    expect(textOf(laidOf(agency, 'handing-over', 'ordinary').pages[0]?.items ?? [])).toContain('人事代理机构')
  })
})

// ---

function bare(text: string): string {
  return text.replace(/\s/g, '')
}
