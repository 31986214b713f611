import type { Item } from '../model/page.ts'
import { sheetWords } from '../model/sheet-words.ts'
import type { Align, TextStyle } from '../model/sheet.ts'
import { widthOf } from './atoms.ts'
import { gapOf, lineWidth, visibleEnd } from './lines.ts'
import type { Atom, Box, Glyph, Placed, Setting } from './types.ts'
import { pt } from './units.ts'

/** How one line is to stand. `strut` is the style that an empty line has. */
export type LineShape = {
  readonly width: number
  readonly indent: number
  readonly align: Align
  /** Ended by a break or the end of the paragraph: not stretched by `justify`. */
  readonly hard: boolean
  readonly leading: number
  readonly strut: TextStyle
}

const rule = 0.18

/** Sets the atoms of one line: from `x = 0` of its column, `y = 0` its top. */
export function typesetLine(all: readonly Atom[], shape: LineShape, setting: Setting): Box {
  const atoms = all.slice(0, visibleEnd(all))
  const style = largest(atoms) ?? shape.strut
  const height = pitch(atoms, shape)
  const extent = setting.measure.extent(style.font, style.bold)
  const baseline = (height - (extent.ascent + extent.descent) * style.size * pt) / 2 + extent.ascent * style.size * pt
  const room = shape.width - shape.indent - lineWidth(atoms)
  const share = shareOf(atoms, shape, room)
  const items: Item[] = []
  const places: Placed[] = []
  let x = shape.indent + startOf(shape, room, share)
  let run: { glyphs: Glyph[]; x: number; spacing: number } | undefined
  const flush = () => {
    if (run) items.push(...textItems(run.glyphs, run.x, baseline, run.spacing))
    run = undefined
  }
  atoms.forEach((atom, i) => {
    const extra = share && i < atoms.length - 1 && stretches(atom, shape.align) ? share : 0
    const gap = i < atoms.length - 1 ? gapOf(atom) : 0
    if (atom.kind === 'glyph') {
      const last = run?.glyphs[run.glyphs.length - 1]
      if (!run || !last || !joins(last, atom, run.spacing, extra)) {
        flush()
        run = { glyphs: [], x, spacing: extra }
      }
      run.glyphs.push(atom)
    } else flush()
    if (atom.kind === 'glyph' && (gap > 0 || (run?.spacing ?? 0) !== extra)) flush()
    if (atom.kind !== 'glyph' && atom.kind !== 'br') draw(atom, { x, baseline, height, style, setting }, items, places)
    x += widthOf(atom) + gap + extra
  })
  flush()
  return { h: height, items: [...items, ...underlines(atoms, shape, room, share, baseline)], places }
}

// ---

function pitch(atoms: readonly Atom[], shape: LineShape): number {
  const sizes = atoms.flatMap((atom) => (atom.kind === 'glyph' ? [atom.style.size] : []))
  const text = Math.max(...(sizes.length ? sizes : [shape.strut.size])) * pt * shape.leading
  return atoms.some((atom) => atom.kind === 'place') ? Math.max(text, 7) : text
}

function largest(atoms: readonly Atom[]): TextStyle | undefined {
  let found: TextStyle | undefined
  for (const atom of atoms) if (atom.kind === 'glyph' && atom.style.size > (found?.size ?? 0)) found = atom.style
  return found
}

/** Space that goes after each stretching atom. */
function shareOf(atoms: readonly Atom[], shape: LineShape, room: number): number {
  const stretched = shape.align === 'spread' || (shape.align === 'justify' && !shape.hard)
  if (!stretched || room <= 0) return 0
  const count = atoms.filter((atom, i) => i < atoms.length - 1 && stretches(atom, shape.align)).length
  return count ? room / count : 0
}

function stretches(atom: Atom, align: Align): boolean {
  if (atom.kind === 'br') return false
  if (atom.kind !== 'glyph') return true
  return atom.stretch || (align === 'spread' && atom.level === 3)
}

function startOf(shape: LineShape, room: number, share: number): number {
  if (share || room <= 0) return 0
  if (shape.align === 'center' || shape.align === 'spread') return room / 2
  return shape.align === 'right' ? room : 0
}

function joins(left: Glyph, right: Glyph, spacing: number, extra: number): boolean {
  return (
    left.font === right.font &&
    left.size === right.size &&
    left.rise === right.rise &&
    left.style.grey === right.style.grey &&
    left.gap === 0 &&
    (spacing === extra || extra === 0)
  )
}

function textItems(glyphs: readonly Glyph[], x: number, baseline: number, spacing: number): readonly Item[] {
  const first = glyphs[0]
  if (!first) return []
  return [
    {
      kind: 'text',
      x,
      y: baseline - first.rise,
      font: first.font,
      size: first.size,
      text: glyphs.map((glyph) => glyph.text).join(''),
      spacing,
      grey: first.style.grey ?? 0,
    },
  ]
}

type At = {
  readonly x: number
  readonly baseline: number
  readonly height: number
  readonly style: TextStyle
  readonly setting: Setting
}

function draw(atom: Exclude<Atom, { kind: 'glyph' | 'br' }>, at: At, items: Item[], places: Placed[]): void {
  const foot = at.baseline + 0.12 * at.style.size * pt + 0.3
  const line = (from: number, to: number): Item => ({ kind: 'line', x1: from, y1: foot, x2: to, y2: foot, width: rule, grey: 0 })
  if (atom.kind === 'tick') {
    const size = atom.size * pt * 0.86
    const y = at.baseline - size + 0.1 * atom.size * pt
    items.push({ kind: 'tick', x: at.x + (atom.width - size) / 2, y, size, state: atom.state })
  } else if (atom.kind === 'blank') items.push(line(at.x, at.x + atom.width))
  else {
    places.push({ slot: atom.slot, x: at.x, y: 0, w: atom.width, h: Math.min(foot, at.height) })
    if (atom.slot.kind === 'date') items.push(...dateItems(at, atom.width))
    else items.push(line(at.x, at.x + atom.width))
  }
}

/** “    年    月    日” across `width`, the numbers left to be written. */
function dateItems(at: At, width: number): readonly Item[] {
  const { measure } = at.setting
  const font = measure.runs(sheetWords.day.join(''), at.style.font, at.style.bold)[0]?.font
  if (font === undefined) return []
  const ends = [0.44, 0.72, 1]
  return sheetWords.day.map((text, i): Item => {
    const right = at.x + width * (ends[i] ?? 1)
    const x = right - measure.width(text, font, at.style.size)
    return { kind: 'text', x, y: at.baseline, font, size: at.style.size, text, spacing: 0, grey: 0 }
  })
}

function underlines(
  atoms: readonly Atom[],
  shape: LineShape,
  room: number,
  share: number,
  baseline: number,
): readonly Item[] {
  const lines: { x1: number; x2: number; y: number }[] = []
  let x = shape.indent + startOf(shape, room, share)
  atoms.forEach((atom, i) => {
    const step =
      widthOf(atom) + (i < atoms.length - 1 ? gapOf(atom) + (stretches(atom, shape.align) ? share : 0) : 0)
    if (atom.kind === 'glyph' && atom.style.underline) {
      const y = baseline + 0.12 * atom.style.size * pt + 0.3
      const last = lines[lines.length - 1]
      if (last && Math.abs(last.x2 - x) < 1e-9 && Math.abs(last.y - y) < 1e-9) last.x2 = x + step
      else lines.push({ x1: x, x2: x + step, y })
    }
    x += step
  })
  return lines.map(({ x1, x2, y }): Item => ({ kind: 'line', x1, y1: y, x2, y2: y, width: rule, grey: 0 }))
}
