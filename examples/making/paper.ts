import type { Item, Page } from '../../src/model/page.ts'
import type { Fonts } from '../../src/write/fonts.ts'

/** What one sheet of made-up paper says. */
export type Paper = {
  readonly title: string
  readonly lines: readonly string[]
  readonly no: number
  readonly of: number
}

const A4 = { w: 210, h: 297 }
const margin = 28
const filler = '本页为样例，单位、人员、编号和数据均为虚构，只用来演示材料的收集、核对和装订，不能作任何证明使用。'

/** An A4 page with heading, lines, grey running text, the word 样例 across it and a page number. */
export function drawPaper(paper: Paper, fonts: Fonts): Page {
  const items: Item[] = [
    {
      kind: 'watermark',
      x: A4.w / 2,
      y: A4.h / 2,
      font: keyOf('样', fonts),
      size: 120,
      text: '样例',
      angle: 40,
      grey: 0.9,
    },
    ...centred(paper.title, 42, 18, fonts),
    { kind: 'line', x1: margin, y1: 50, x2: A4.w - margin, y2: 50, width: 0.3, grey: 0.3 },
    ...paper.lines.flatMap((line, index) => written(line, margin, 64 + index * 11, 13, fonts, 0)),
    ...runningText(64 + paper.lines.length * 11 + 8, fonts),
    ...centred(`样例　第 ${paper.no} 页，共 ${paper.of} 页`, A4.h - 14, 9, fonts),
  ]
  return { form: 'paper', no: paper.no, w: A4.w, h: A4.h, items }
}

// ---

function runningText(from: number, fonts: Fonts): Item[] {
  const perLine = 29
  const text = filler.repeat(8)
  const lines = Math.floor((A4.h - 30 - from) / 9)
  return Array.from({ length: Math.max(0, lines) }, (_, index) => {
    const start = (index * perLine) % filler.length
    return written(text.slice(start, start + perLine), margin, from + index * 9, 11, fonts, 0.45)
  }).flat()
}

function centred(text: string, y: number, size: number, fonts: Fonts): Item[] {
  return written(text, (A4.w - widthOf(text, size, fonts)) / 2, y, size, fonts, 0)
}

function written(text: string, x: number, y: number, size: number, fonts: Fonts, grey: number): Item[] {
  let at = x
  return fonts.measure.runs(text, 'song', false).map((run): Item => {
    const font = run.font ?? keyOf('样', fonts)
    const item: Item = { kind: 'text', x: at, y, font, size, text: run.text, spacing: 0, grey }
    at += fonts.measure.width(run.text, font, size)
    return item
  })
}

function widthOf(text: string, size: number, fonts: Fonts): number {
  return fonts.measure
    .runs(text, 'song', false)
    .reduce((sum, run) => sum + (run.font ? fonts.measure.width(run.text, run.font, size) : 0), 0)
}

function keyOf(character: string, fonts: Fonts): string {
  return fonts.keyFor(character.codePointAt(0) ?? 0, 'song') ?? ''
}
