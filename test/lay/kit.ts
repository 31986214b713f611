import { type Building, buildSheet } from '../../src/fill/build.ts'
import { parseMarkup } from '../../src/fill/markup.ts'
import { lay } from '../../src/lay/lay.ts'
import type { Item, Laid, Measure } from '../../src/model/page.ts'
import type { Sheet, SlotMark } from '../../src/model/sheet.ts'

/** Millimetres in a point. */
export const pt = 25.4 / 72
/** No font of the fake measure has it. */
export const missing = '\u{f8ff}'

/** Han as wide as the size, Latin half, combining marks nothing; one font a role. */
export const measure: Measure = {
  runs: (text, role, bold) => {
    const runs: { font: string | undefined; text: string }[] = []
    for (const character of text) {
      const font = character === missing ? undefined : bold ? `${role}-bold` : role
      const last = runs[runs.length - 1]
      if (last && last.font === font) last.text += character
      else runs.push({ font, text: character })
    }
    return runs
  },
  width: (text, _font, size) => [...text].reduce((width, one) => width + emOf(one) * size * pt, 0),
  extent: () => ({ ascent: 0.88, descent: 0.12 }),
}

export function slot(id: string, more: Partial<SlotMark> = {}): SlotMark {
  return {
    id,
    kind: 'seal',
    body: 'unit',
    bodyName: '样例有限公司',
    name: '单位负责人签字',
    diameter: 42,
    stage: 'submit',
    grade: 'I',
    onto: 'ours',
    optional: false,
    copies: ['single'],
    print: 'ring',
    ...more,
  }
}

export const slots: Readonly<Record<string, SlotMark>> = {
  P2: slot('P2'),
  word: slot('word', { print: 'word' }),
  e: slot('e', { kind: 'e-seal' }),
  sign: slot('sign', { kind: 'signature', diameter: undefined }),
  day: slot('day', { kind: 'date', diameter: undefined }),
  hand: slot('hand', { kind: 'handwriting', diameter: undefined }),
}

/** The sheet of written-out markup. */
export function sheetOf(markup: string, more: Partial<Sheet> = {}): Sheet {
  const building: Building = {
    slot: (id) => slots[id],
    knows: (id) => id in slots,
    photo: '',
    problems: [],
    where: new Map(),
  }
  const sheet = buildSheet(parseMarkup(markup, 'form.hbs', []), '样例表', building)
  if (building.problems.length) throw new Error(JSON.stringify(building.problems))
  return { ...sheet, watermark: undefined, ...more }
}

export function laidOf(markup: string, more: Partial<Sheet> = {}): Laid {
  return lay(sheetOf(markup, more), measure)
}

/** A4 without head and foot, text area 170 × 200 mm from (20, 50). */
export function form(body: string, attributes = ''): string {
  return `<form id="t" top="50" bottom="47" inner="20" outer="20" ${attributes}>${body}</form>`
}

export type Text = Extract<Item, { kind: 'text' }>
export function textsOf(items: readonly Item[]): readonly Text[] {
  return items.filter((item): item is Text => item.kind === 'text')
}

export function allTexts(laid: Laid): readonly (Text & { readonly page: number })[] {
  return laid.pages.flatMap((page) => textsOf(page.items).map((item) => ({ ...item, page: page.no })))
}

export function linesOf(items: readonly Item[]) {
  return items.filter((item): item is Extract<Item, { kind: 'line' }> => item.kind === 'line')
}

/** Ink box of a piece of text. */
export function boxOf(item: Text) {
  const count = [...item.text].length
  const w = measure.width(item.text, item.font, item.size) + item.spacing * (count - 1)
  const size = item.size * pt
  return { x: item.x, y: item.y - 0.88 * size, w, h: size }
}

export type Rect = { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
export function overlap(a: Rect, b: Rect, slack = 1e-6): boolean {
  return a.x + a.w > b.x + slack && b.x + b.w > a.x + slack && a.y + a.h > b.y + slack && b.y + b.h > a.y + slack
}

/** Pairs of texts of a page that lie on each other. */
export function overlaps(laid: Laid): readonly string[] {
  return laid.pages.flatMap((page) => {
    const texts = textsOf(page.items)
    return texts.flatMap((a, i) =>
      texts.slice(i + 1).flatMap((b) => (overlap(boxOf(a), boxOf(b)) ? [`${page.no}: ${a.text} / ${b.text}`] : [])),
    )
  })
}

// ---

function emOf(character: string): number {
  if (/\p{M}/u.test(character)) return 0
  return /[\u0000-\u024f\u0370-\u03ff\u2018-\u201d\u2070-\u209f]/.test(character) ? 0.5 : 1
}
