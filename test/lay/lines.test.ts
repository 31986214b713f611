import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atomsOf } from '../../src/lay/atoms.ts'
import { balancedLines } from '../../src/lay/balance.ts'
import { breakLines, lineWidth } from '../../src/lay/lines.ts'
import type { TextStyle } from '../../src/model/sheet.ts'
import { allTexts, boxOf, form, laidOf, linesOf, measure, missing, pt } from './kit.ts'
import { chineseText, seed, tries } from './texts.ts'

const style: TextStyle = { font: 'song', bold: false, size: 10 }
const setting = { measure, pages: 1 }
const em = 10 * pt

function wrapped(text: string, width: number): readonly string[] {
  const atoms = atomsOf([{ ...style, kind: 'text', text }], setting)
  return breakLines(atoms, width, 0).map((line) =>
    atoms
      .slice(line.from, line.to)
      .map((atom) => (atom.kind === 'glyph' ? atom.text : ''))
      .join(''),
  )
}

const anyText = chineseText(120)
/** None of them is in another. */
const whole = ['72小时', '3600万元', '12.5%', '2024年12月31日', 'carbon', '30 MW', '2019.06—2023.08', '〔2024〕20号']

test('wrapping loses no character and keeps their order', () => {
  fc.assert(
    fc.property(anyText, fc.double({ min: 1, max: 60, noNaN: true }), (text, width) => {
      expect(wrapped(text, width).join('')).toBe(text)
    }),
  )
})

test('no line is wider than its column, unless one character is', () => {
  fc.assert(
    fc.property(anyText, fc.double({ min: 5, max: 60, noNaN: true }), (text, width) => {
      const atoms = atomsOf([{ ...style, kind: 'text', text }], setting)
      for (const line of breakLines(atoms, width, 0).filter((one) => one.to > one.from + 1))
        expect(lineWidth(atoms.slice(line.from, line.to))).toBeLessThanOrEqual(width + 1e-6)
    }),
  )
})

test('a closing mark takes the character before it to the next line', () => {
  expect(wrapped('甲乙丙丁，戊', 4 * em + 0.01)).toEqual(['甲乙丙', '丁，戊'])
})

test('a word longer than the line is cut rather than lost', () => {
  expect(wrapped('abcdefghij', 2 * em + 0.01)).toEqual(['abcd', 'efgh', 'ij'])
})

test('a date moves whole to the next line', () => {
  expect(wrapped('截至2024年12月31日', 9 * em)).toEqual(['截至', '2024年12月31日'])
})

test('Han and Latin stand a quarter em apart, and not at the edge of a line', () => {
  const [first, second] = allTexts(laidOf(form('<p size="10">碳A</p>')))
  expect((second?.x ?? 0) - (first?.x ?? 0)).toBeCloseTo(1.25 * em, 6)
  const [left] = allTexts(laidOf(form('<p size="10" align="right">碳</p>')))
  expect((left?.x ?? 0) + em).toBeCloseTo(190, 6)
})

test('a written space takes the place of the quarter em', () => {
  const [only] = allTexts(laidOf(form('<p size="10">碳 A</p>')))
  expect(only?.text).toBe('碳 A')
})

test('justified lines reach the edge, the last one does not', () => {
  const texts = allTexts(laidOf(form(`<p size="10" align="justify">${'甲'.repeat(70)}</p>`)))
  expect(texts.map((item) => [...item.text].length)).toEqual([48, 22])
  const [full, last] = texts
  if (!full || !last) throw new Error('two lines')
  expect(boxOf(full).x + boxOf(full).w).toBeCloseTo(190, 6)
  expect(last.spacing).toBe(0)
})

test('justifying leaves a Latin word in one piece', () => {
  const texts = allTexts(laidOf(form(`<p size="10" align="justify">${'甲乙'.repeat(20)}carbon${'丙'.repeat(20)}</p>`)))
  const word = texts.find((item) => item.text.includes('carbon'))
  expect(word?.spacing).toBe(0)
})

test('two characters are spread over their cell', () => {
  const [item] = allTexts(
    laidOf(form('<table><cols>30</cols><row><cell align="spread" size="10">姓名</cell></row></table>')),
  )
  if (!item) throw new Error('no text')
  expect(item.x).toBeCloseTo(21.2, 6)
  expect(boxOf(item).x + boxOf(item).w).toBeCloseTo(48.8, 6)
})

test('a centred label has even lines', () => {
  const label = (text: string) =>
    allTexts(laidOf(form(`<table><cols>24</cols><row><cell head="yes" size="10">${text}</cell></row></table>`))).map(
      (item) => item.text,
    )
  expect(label('起止或取得时间')).toEqual(['起止或', '取得时间'])
  expect(label('现从事专业技术工作')).toEqual(['现从事专业', '技术工作'])
  expect(label('现任专业技术职务（申报依据）')).toEqual(['现任专业', '技术职务', '（申报依据）'])
  expect(label('期刊名称、刊号、卷期')).toEqual(['期刊名称、', '刊号、卷期'])
})

test('even lines lose no character', () => {
  fc.assert(
    fc.property(anyText, fc.double({ min: 8, max: 60, noNaN: true }), (text, width) => {
      const atoms = atomsOf([{ ...style, kind: 'text', text }], setting)
      const lines = balancedLines(atoms, width)
      expect(lines.flatMap((line) => atoms.slice(line.from, line.to))).toEqual(atoms)
      expect(lines.length).toBe(breakLines(atoms, width, 0).length)
      for (const line of lines.filter((one) => one.to > one.from + 1))
        expect(lineWidth(atoms.slice(line.from, line.to))).toBeLessThanOrEqual(width + 1e-6)
    }),
  )
})

test('the first line is indented by two characters, and each paragraph of a fact', () => {
  const texts = allTexts(laidOf(form('<p size="10" indent="2">甲\u2028乙</p>')))
  expect(texts.map((item) => item.x)).toEqual([20 + 2 * em, 20 + 2 * em])
})

test('a subscript is smaller and lower, a superscript higher', () => {
  const [base, sub, sup] = allTexts(laidOf(form('<p size="10">a<sub>2</sub><sup>3</sup></p>')))
  expect([sub?.size, sup?.size]).toEqual([6, 6])
  expect(sub?.y ?? 0).toBeGreaterThan(base?.y ?? 0)
  expect(sup?.y ?? 0).toBeLessThan(base?.y ?? 0)
})

test('an underline is one line under its text', () => {
  const laid = laidOf(form('<p size="10">甲<u>乙丙</u>丁</p>'))
  const lines = linesOf(laid.pages[0]?.items ?? [])
  expect(lines).toHaveLength(1)
  expect((lines[0]?.x2 ?? 0) - (lines[0]?.x1 ?? 0)).toBeCloseTo(2 * em, 6)
})

test('a character without a font is drawn as 〓 and named with the text around it', () => {
  const laid = laidOf(form(`<p>王${missing}明</p>`))
  expect(
    allTexts(laid)
      .map((item) => item.text)
      .join(''),
  ).toBe('王〓明')
  expect(laid.missing).toEqual([{ char: missing, codePoint: 0xf8ff, near: `王${missing}明` }])
})

test('the largest size of a line gives its height', () => {
  const texts = allTexts(
    laidOf(form('<p size="10">甲</p><p size="10">乙<b>丙</b></p><p size="20">丁</p><p size="10">戊</p>')),
  )
  const [a, , , d, e] = texts.map((item) => item.y)
  expect((e ?? 0) - (d ?? 0)).toBeGreaterThan(10 * pt)
  expect(a).toBeGreaterThan(50)
})

/** Runs of Han with a mark, a word or a number between them: every one can be set right in a column of ten characters. */
const orderly = fc
  .array(
    fc.tuple(
      fc.constantFrom('甲乙丙', '丁戊己庚', '辛壬'),
      fc.constantFrom('，', '。', '；', '：', '？', '！', '、', '（', '）', '《', '》', '「', '」', '“', '”', ...whole),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.flat().join(''))

test(`no line begins with a closing mark or ends with an opening one, seed ${seed}`, () => {
  fc.assert(
    fc.property(orderly, fc.integer({ min: 10, max: 40 }), (text, ems) => {
      for (const [i, line] of wrapped(text, ems * em + 0.01).entries()) {
        if (i > 0) expect(line).not.toMatch(/^[，。；：？！、）》」”]/)
        expect(line.replace(/[（《「“]$/, i === wrapped(text, ems * em + 0.01).length - 1 ? '' : '$&')).not.toMatch(
          /[（《「“]$/,
        )
      }
    }),
    tries(200, 10_000),
  )
})

test(`numbers with their units, dates and Latin words stay in one line, seed ${seed}`, () => {
  fc.assert(
    fc.property(orderly, fc.integer({ min: 10, max: 40 }), (text, ems) => {
      const lines = wrapped(text, ems * em + 0.01)
      const count = (one: string, among: readonly string[]) =>
        among.reduce((sum, line) => sum + line.split(one).length - 1, 0)
      for (const one of whole) expect([one, count(one, lines)]).toEqual([one, count(one, [text])])
    }),
    tries(200, 10_000),
  )
})
