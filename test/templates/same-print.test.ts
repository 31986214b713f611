import { beforeAll, expect, test } from 'vitest'
import { fill } from '../../src/fill/fill.ts'
import { lay } from '../../src/lay/lay.ts'
import { openPdfium } from '../../src/pdfium/pdfium.ts'
import { writePdf } from '../../src/write/pdf.ts'
import { realCase } from '../lay/real.ts'

/** The same fact prints the same in 公示表 and 评审表: each shared fact is spoiled by a mark, and stands so in every form. */
const { c, fonts } = await realCase()
const forms = ['publicity-a3', 'publicity-a4', 'review']
const shared = c.procedure.fields.filter(({ forms: all = [] }) => forms.every((form) => all.includes(form)))
const texts = shared.filter(({ type, path, options, from, max }) => {
  return (type === 'text' || type === 'long') && !options && !from && !path.startsWith('unit.') && (max ?? 99) >= 6
})
/** 公示表 prints only the month of birth, to keep the day private. */
const shorter = new Set(['person.birth'])
const dates = shared.filter(({ type, path }) => (type === 'date' || type === 'day') && !shorter.has(path))
const printed: Record<string, string> = {}
const marks = new Map<string, string>()

beforeAll(async () => {
  const dossier = structuredClone(c.dossier)
  for (const [index, { path }] of texts.entries()) {
    marked(dossier, path.split('.'), `标记${String(index).padStart(2, '0')}号`, path)
  }
  for (const [index, { path }] of dates.entries()) marked(dossier, path.split('.'), `20${10 + index}-03`, path)
  for (const form of forms) {
    const filled = fill(form, { ...c, dossier }, { version: 'filing', posting: { workdays: 6 } })
    const pages = lay(filled, fonts.measure).pages
    const pdf = await (await openPdfium()).open(new Uint8Array(await writePdf({ pages, title: form }, fonts)))
    printed[form] = Array.from({ length: pdf.pageCount }, (_, index) => pdf.text(index + 1))
      .join('')
      .replace(/\s/g, '')
    pdf.close()
  }
})

test('enough facts are shared', () => {
  expect([texts.length > 20, dates.length > 5, marks.size]).toEqual([true, true, texts.length + dates.length])
})

test.each(texts.map(({ path }) => path))('%s', (path) => {
  const mark = marks.get(path) ?? '?'
  expect(forms.filter((form) => !printed[form]?.includes(mark))).toEqual([])
})

test.each(dates.map(({ path }) => path))('%s', (path) => {
  const mark = (marks.get(path) ?? '?').replace('-', '.')
  expect(forms.filter((form) => !printed[form]?.includes(mark))).toEqual([])
})

test('only the birth is shorter on the posted sheet, for privacy', () => {
  const day = String(c.dossier.person?.birth).replaceAll('-', '.')
  expect(forms.filter((form) => printed[form]?.includes(day))).toEqual(['review'])
  expect(forms.filter((form) => !printed[form]?.includes(day.slice(0, 7)))).toEqual([])
})

// ---

/** The fact, in a list that of its first row, gets the mark; one that is not stated there is stated. */
function marked(owner: unknown, steps: readonly string[], mark: string, path: string): void {
  const [step = '', ...rest] = steps
  const key = step.replace('[]', '')
  const group = owner as Record<string, unknown>
  if (rest.length > 0) {
    const inner = group[key]
    marked(Array.isArray(inner) ? inner[0] : inner, rest, mark, path)
    return
  }
  group[key] = mark
  marks.set(path, mark)
}
