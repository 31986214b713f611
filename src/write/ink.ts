import type { FontKey, Item } from '../model/page.ts'
import { emBox, pointsPerMm } from './fonts.ts'

/** What the items of one page ask of the document: names of its resources, and text as the numbers of a subset. */
export type Resources = {
  /** `name` of the font on this page, `hex` the text as CIDs. */
  text(font: FontKey, text: string): { readonly name: string; readonly hex: string }
  /** Length of a text in ems. */
  ems(font: FontKey, text: string): number
  image(source: string): string
}

/**
 * Items as PDF operators (ISO 32000-1, annex A). Millimetres from the top left become points from the bottom left.
 * Watermarks come first, beneath everything else.
 * @param height height of the page in millimetres
 */
export function ink(items: readonly Item[], height: number, resources: Resources): string {
  const beneath = items.filter((item) => item.kind === 'watermark')
  const above = items.filter((item) => item.kind !== 'watermark')
  return [...beneath, ...above].map((item) => draw(item, height, resources)).join('\n')
}

/** A number as PDF writes it: at most three decimals (0.0004 mm), no exponent. */
export function number(value: number): string {
  const rounded = Math.round(value * 1000) / 1000
  return Object.is(rounded, -0) ? '0' : String(rounded)
}

// ---

type Kind = Item['kind']
type Draw<K extends Kind> = (item: Extract<Item, { kind: K }>, height: number, resources: Resources) => string

const numbers = (...values: number[]) => values.map(number).join(' ')
const points = (mm: number) => mm * pointsPerMm

const drawings: { readonly [K in Kind]: Draw<K> } = {
  text: (item, height, resources) => {
    const { name, hex } = resources.text(item.font, item.text)
    const spacing = number(points(item.spacing))
    const place = numbers(1, 0, 0, 1, points(item.x), points(height - item.y))
    const show = `/${name} ${number(item.size)} Tf ${place} Tm ${spacing === '0' ? '' : `${spacing} Tc `}<${hex}> Tj`
    return `BT ${number(item.grey)} g ${show}${spacing === '0' ? '' : ' 0 Tc'} ET`
  },
  line: (item, height) =>
    stroked(
      item,
      `${point(item.x1, item.y1, height)} m ${point(item.x2, item.y2, height)} l S`,
      // square ends close the corners of a table; on dashes they would eat the gaps
      item.dash ? '' : '2 J ',
    ),
  circle: (item, height) => stroked(item, `${circle(item.x, item.y, item.r, height)} S`),
  rect: (item, height) => {
    const box = `${numbers(points(item.x), points(height - item.y - item.h), points(item.w), points(item.h))} re`
    const fill = item.fill === undefined ? '' : `${number(item.fill)} g `
    if (item.width === 0) return fill ? `q ${fill}${box} f Q` : ''
    return stroked(item, `${fill}${box} ${fill ? 'B' : 'S'}`)
  },
  tick: (item, height) => tick(item, height),
  image: (item, height, resources) => {
    const place = numbers(points(item.w), 0, 0, points(item.h), points(item.x), points(height - item.y - item.h))
    return `q ${place} cm /${resources.image(item.source)} Do Q`
  },
  watermark: (item, height, resources) => {
    const { name, hex } = resources.text(item.font, item.text)
    const turn = (item.angle * Math.PI) / 180
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
    const half = (resources.ems(item.font, item.text) * item.size) / 2
    const drop = ((emBox.ascent - emBox.descent) * item.size) / 2
    const x = points(item.x) - half * cos + drop * sin
    const y = points(height - item.y) - half * sin - drop * cos
    return `BT ${number(item.grey)} g /${name} ${number(item.size)} Tf ${numbers(cos, sin, -sin, cos, x, y)} Tm <${hex}> Tj ET`
  },
}

function draw(item: Item, height: number, resources: Resources): string {
  const drawing = drawings[item.kind] as Draw<Kind>
  return drawing(item, height, resources)
}

function point(x: number, y: number, height: number): string {
  return numbers(points(x), points(height - y))
}

type Stroke = { readonly width: number; readonly grey: number; readonly dash?: readonly number[] | undefined }

function stroked(item: Stroke, path: string, ends = ''): string {
  const dash = item.dash ? `[${item.dash.map((mm) => number(points(mm))).join(' ')}] 0 d ` : ''
  return `q ${ends}${number(item.grey)} G ${number(points(item.width))} w ${dash}${path} Q`
}

/** Four Bézier curves; 0.5523 puts each within 0.03 % of the circle. */
function circle(x: number, y: number, r: number, height: number): string {
  const k = 0.5522847498 * r
  const at = (dx: number, dy: number) => point(x + dx, y + dy, height)
  const arc = (...offsets: [number, number][]) => `${offsets.map(([dx, dy]) => at(dx, dy)).join(' ')} c`
  return [
    `${at(r, 0)} m`,
    arc([r, k], [k, r], [0, r]),
    arc([-k, r], [-r, k], [-r, 0]),
    arc([-r, -k], [-k, -r], [0, -r]),
    arc([k, -r], [r, -k], [r, 0]),
    'h',
  ].join(' ')
}

/** Strokes inside the box, as fractions of its side. */
const strokes = {
  on: [
    [0.18, 0.52],
    [0.42, 0.78],
    [0.84, 0.22],
  ],
  half: [
    [0.25, 0.5],
    [0.75, 0.5],
  ],
  off: [],
} as const

function tick(item: Extract<Item, { kind: 'tick' }>, height: number): string {
  const { x, y, size } = item
  const box = `${numbers(points(x), points(height - y - size), points(size), points(size))} re S`
  const path = strokes[item.state].map(
    ([fx, fy], i) => `${point(x + fx * size, y + fy * size, height)} ${i === 0 ? 'm' : 'l'}`,
  )
  const mark = path.length ? `${number(points(0.11 * size))} w ${path.join(' ')} S ` : ''
  return `q 0 G ${number(points(0.06 * size))} w ${box} ${mark}Q`
}
