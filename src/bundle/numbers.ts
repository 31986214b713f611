import type { Item, Measure } from '../model/page.ts'

/** How running page numbers look. */
export type Numbers = {
  /** Even pages carry the number at the left, for a bundle printed on both sides. */
  readonly duplex: boolean
  /** Points. */
  readonly size: number
}
export const usualNumbers: Numbers = { duplex: false, size: 9 }

/** Baseline above the lower edge and distance from the side edge, mm. */
const foot = 5
const side = 8
/** White echo around the figures, mm, so that they can be read on a dark scan without hiding what stands there. */
const halo = 0.3
const around = [-1, 0, 1].flatMap((x) => [-1, 0, 1].map((y) => ({ x: x * halo, y: y * halo })))

/**
 * The number of a page, at the lower outer corner of an upright sheet of `size` mm.
 * @param mark words before it (预览), where the page has no watermark of its own
 */
export function runningNumber(
  no: number,
  size: { readonly w: number; readonly h: number },
  measure: Measure,
  { duplex, size: points }: Numbers,
  mark = '',
): Item[] {
  const runs = measure.runs(mark === '' ? String(no) : `${mark} ${no}`, 'song', false)
  const widths = runs.map(({ text, font }) => {
    if (!font) throw new Error(`numbers: no font has ${text}`)
    return { text, font, width: measure.width(text, font, points) }
  })
  const width = widths.reduce((sum, run) => sum + run.width, 0)
  const y = size.h - foot
  let x = duplex && no % 2 === 0 ? side : size.w - side - width
  return widths.flatMap(({ text, font, width }) => {
    const figure = (dx: number, dy: number, grey: number): Item => {
      return { kind: 'text', x: x + dx, y: y + dy, font, size: points, text, spacing: 0, grey }
    }
    const items = [...around.map((shift) => figure(shift.x, shift.y, 1)), figure(0, 0, 0)]
    x += width
    return items
  })
}
