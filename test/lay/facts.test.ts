import { describe, expect, test } from 'vitest'
import { fill } from '../../src/fill/fill.ts'
import { lay } from '../../src/lay/lay.ts'
import type { Case } from '../../src/model/case.ts'
import { Refusal } from '../../src/model/finding.ts'
import type { Laid } from '../../src/model/page.ts'
import { longName } from './dossiers.ts'
import { overlap, pt, type Rect, type Text, textsOf } from './kit.ts'
import { realCase } from './real.ts'

const chongqing = await realCase()
const national = await realCase('national-engineering-sample')
const forms = [
  { ...chongqing, form: 'review', pages: 15 },
  { ...chongqing, form: 'publicity-a3', pages: 2 },
  { ...chongqing, form: 'publicity-a4', pages: 3 },
  { ...national, form: 'evaluation', pages: 13 },
  { ...national, form: 'overview', pages: 1 },
]

/** Every fact in Chinese words, in the dossier and of the unit, said otherwise. */
function reworded(c: Case, word: (own: string) => string): Case {
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return /\p{Script=Han}/u.test(value) && value !== '无' ? word(value) : value
    if (Array.isArray(value)) return value.map(walk)
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]))
    return value
  }
  return { ...c, dossier: walk(c.dossier) as Case['dossier'], unit: walk(c.unit) as Case['unit'] }
}

function named(c: Case, name: string): Case {
  return { ...c, dossier: { ...c.dossier, person: { ...c.dossier.person, name } } }
}

const odd = [
  ['60 characters', longName],
  ['a Latin word of 300 letters', 'Abc'.repeat(100)],
  ['300 digits', '0123456789'.repeat(30)],
  ['closing marks only', '）》”。，'.repeat(40)],
  ['opening marks only', '（《“'.repeat(60)],
  ['tabs and line breaks', '甲\t乙\n丙\r\n丁\u2028戊\n\n\n己'],
  ['forty lines', Array.from({ length: 40 }, (_, i) => `第${i}行`).join('\n')],
  ['spaces', `${' '.repeat(200)}甲${'\u3000'.repeat(200)}乙`],
  ['no-break spaces', `甲${'\u00a0'.repeat(300)}乙`],
  ['a combining mark a hundred times', `e${'\u0301'.repeat(100)}`],
  ['markup and braces', '</cell></row><seal slot="P2"/>{{person.name}}&amp;{{{x}}}<!--'.repeat(3)],
] as const

describe.each(forms)('$form', ({ c, fonts, form, pages }) => {
  const laidOf = (one: Case) => lay(fill(form, one, { version: 'filing', rows: [] }), fonts.measure)

  test.each(odd)('a name of %s is set whole, on no other text, on the same pages', (_, name) => {
    const laid = laidOf(named(c, name))
    expect(laid.overfull).toEqual([])
    expect(crossed(laid, fonts.measure.width)).toEqual([])
    expect(laid.pages.slice(pages).every((page) => page.items.length === 0 || saysAnnex(laid, page.no))).toBe(true)
    const shown = lettersOf(laid)
    for (const letter of new Set(name.replace(/\s/g, '')))
      expect([letter, shown.includes(letter)]).toEqual([letter, true])
  })

  test.each([
    ['twice', (own: string) => own.repeat(2)],
    ['thirty times', (own: string) => own.repeat(30)],
    ['in lines', (own: string) => [...own].join('\n')],
    ['in one character', () => '甲'],
  ] as const)('with every fact said %s it has its pages and nothing on another', (_, word) => {
    const laid = laidOf(reworded(c, word))
    expect(laid.overfull).toEqual([])
    expect(crossed(laid, fonts.measure.width)).toEqual([])
    const annexes = laid.bookmarks.filter((mark) => mark.title.startsWith('附页'))
    expect(annexes.every((mark) => mark.page > pages)).toBe(true)
    expect(laid.bookmarks.filter((mark) => !mark.title.startsWith('附页')).every((mark) => mark.page <= pages)).toBe(
      true,
    )
    expect(laid.pages.length === pages).toBe(annexes.length === 0)
  })

  test.each([
    ['a lone high surrogate', '甲\ud800乙', 'U+D800'],
    ['a lone low surrogate', '甲\udc00乙', 'U+DC00'],
    ['a null', '甲\u0000乙', 'U+0000'],
    ['no character', '甲\uffff乙', 'U+FFFF'],
  ])('%s in a fact is refused by its code, with what stands before it', (_, name, code) => {
    const refused = () => laidOf(named(c, name))
    expect(refused).toThrow(Refusal)
    try {
      refused()
    } catch (error) {
      expect(error).toMatchObject({
        code: 'forms/control',
        args: { code, near: '甲' },
        at: { file: `forms/${form}.hbs` },
      })
    }
  })

  test.each([
    ['right-to-left mark', '\u200f'],
    ['right-to-left override', '\u202e'],
    ['isolate', '\u2067'],
    ['zero-width space', '\u200b'],
    ['byte order mark', '\ufeff'],
    ['Arabic letter', 'م'],
    ['Han character that no font here has', '\u{323af}'],
    ['character of private use', '\ue000'],
  ])('a %s is named and shown as a geta, never hidden', (_, mark) => {
    const laid = laidOf(named(c, `甲${mark}乙`))
    expect(laid.missing.map((one) => [one.codePoint, one.near])).toEqual([[mark.codePointAt(0), `甲${mark}乙`]])
    expect(lettersOf(laid)).toContain('甲〓乙')
    expect(lettersOf(laid)).not.toContain(mark)
  })
})

// ---

function saysAnnex(laid: Laid, page: number): boolean {
  const first = Math.min(...laid.bookmarks.flatMap((mark) => (mark.title.startsWith('附页') ? [mark.page] : [])))
  return page >= first
}

function lettersOf(laid: Laid): string {
  return laid.pages
    .flatMap((page) => textsOf(page.items))
    .map((item) => item.text)
    .join('')
    .replaceAll(/[\s\u3000]/g, '')
}

function crossed(laid: Laid, width: (text: string, font: string, size: number) => number): readonly string[] {
  const box = (item: Text): Rect => {
    const size = item.size * pt
    const w = width(item.text, item.font, item.size) + item.spacing * ([...item.text].length - 1)
    return { x: item.x, y: item.y - 0.8 * size, w, h: 0.84 * size }
  }
  return laid.pages.flatMap((page) => {
    const texts = textsOf(page.items).filter((item) => item.grey === 0 && item.text.trim() !== '')
    const outside = texts.flatMap((item) => {
      const { x, y, w, h } = box(item)
      return x < 0 || y < 0 || x + w > page.w || y + h > page.h ? [`${page.no}: ${item.text} outside`] : []
    })
    const on = texts.flatMap((a, i) =>
      texts.slice(i + 1).flatMap((b) => (overlap(box(a), box(b), 0.05) ? [`${page.no}: ${a.text} / ${b.text}`] : [])),
    )
    return [...outside, ...on]
  })
}
