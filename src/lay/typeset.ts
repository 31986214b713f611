import type { Item } from '../model/page.ts'
import type { Align, TextStyle } from '../model/sheet.ts'
import { sheetWords } from '../model/sheet-words.ts'
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
  const positioned = positions(atoms, shape)
  const at = { baseline, height, style, setting }
  const drawn = positioned.map((one) => draw(one, at))
  return {
    h: height,
    items: [
      ...textItems(positioned, baseline),
      ...drawn.flatMap((one) => one.items),
      ...underlines(positioned, baseline),
    ],
    places: drawn.flatMap((one) => one.places),
  }
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

/** An atom at its place; `extra` is the space that stretching put after it, `step` the way to the next one. */
type Positioned = { readonly atom: Atom; readonly x: number; readonly step: number; readonly extra: number }

function positions(atoms: readonly Atom[], shape: LineShape): readonly Positioned[] {
  const room = shape.width - shape.indent - lineWidth(atoms)
  const share = shareOf(atoms, shape, room)
  let x = shape.indent + startOf(shape, room, share)
  return atoms.map((atom, i) => {
    const inner = i < atoms.length - 1
    const extra = inner && stretches(atom, shape.align) ? share : 0
    const step = widthOf(atom) + extra + (inner ? gapOf(atom) : 0)
    const here = { atom, x, step, extra }
    x += step
    return here
  })
}

type Run = {
  readonly first: Glyph
  readonly x: number
  readonly spacing: number
  text: string
  end: Glyph
  endExtra: number
}

/** Glyphs of one font and size that follow each other evenly make one piece of text. */
function textItems(positioned: readonly Positioned[], baseline: number): readonly Item[] {
  const runs: (Run | undefined)[] = []
  for (const { atom, x, extra } of positioned) {
    const run = runs[runs.length - 1]
    if (atom.kind !== 'glyph') runs.push(undefined)
    else if (run && joins(run, atom)) {
      run.text += atom.text
      run.end = atom
      run.endExtra = extra
    } else runs.push({ first: atom, x, spacing: single(atom) ? extra : 0, text: atom.text, end: atom, endExtra: extra })
  }
  return runs.flatMap((run): Item[] => {
    if (!run) return []
    const { font, size, rise, style } = run.first
    const spacing = run.first === run.end ? 0 : run.spacing
    return [{ kind: 'text', x: run.x, y: baseline - rise, font, size, text: run.text, spacing, grey: style.grey ?? 0 }]
  })
}

function joins(run: Run, next: Glyph): boolean {
  const { first, end } = run
  return (
    first.font === next.font &&
    first.size === next.size &&
    first.rise === next.rise &&
    first.style.grey === next.style.grey &&
    end.gap === 0 &&
    run.endExtra === run.spacing &&
    (run.spacing === 0 || single(next))
  )
}

/** Space goes after each code point, so that only single ones may stand in a spaced run. */
function single(glyph: Glyph): boolean {
  return [...glyph.text].length === 1
}

type At = { readonly baseline: number; readonly height: number; readonly style: TextStyle; readonly setting: Setting }
type Drawn = { readonly items: readonly Item[]; readonly places: readonly Placed[] }
const nothing: Drawn = { items: [], places: [] }

/** Shapes that stand in a line beside the text. */
function draw({ atom, x }: Positioned, at: At): Drawn {
  if (atom.kind === 'glyph' || atom.kind === 'br') return nothing
  const foot = at.baseline + 0.12 * at.style.size * pt + 0.3
  const line: Item = { kind: 'line', x1: x, y1: foot, x2: x + atom.width, y2: foot, width: rule, grey: 0 }
  if (atom.kind === 'blank') return { items: [line], places: [] }
  if (atom.kind === 'tick') {
    const size = atom.size * pt * 0.86
    const y = at.baseline - size + 0.1 * atom.size * pt
    return { items: [{ kind: 'tick', x: x + (atom.width - size) / 2, y, size, state: atom.state }], places: [] }
  }
  const place = { slot: atom.slot, x, y: 0, w: atom.width, h: Math.min(foot, at.height) }
  return { items: atom.slot.kind === 'date' ? dateItems(x, atom.width, at) : [line], places: [place] }
}

/** “    年    月    日” across `width`, the numbers left to be written. */
function dateItems(x: number, width: number, at: At): readonly Item[] {
  const { measure } = at.setting
  const { size } = at.style
  const font = measure.runs(sheetWords.day.join(''), at.style.font, at.style.bold)[0]?.font
  if (font === undefined) return []
  const ends = [0.44, 0.72, 1]
  return sheetWords.day.map((text, i): Item => {
    const left = x + width * (ends[i] ?? 1) - measure.width(text, font, size)
    return { kind: 'text', x: left, y: at.baseline, font, size, text, spacing: 0, grey: 0 }
  })
}

function underlines(positioned: readonly Positioned[], baseline: number): readonly Item[] {
  const lines: { x1: number; x2: number; y: number }[] = []
  for (const { atom, x, step } of positioned) {
    if (atom.kind !== 'glyph' || !atom.style.underline) continue
    const y = baseline + 0.12 * atom.style.size * pt + 0.3
    const last = lines[lines.length - 1]
    if (last && Math.abs(last.x2 - x) < 1e-9 && last.y === y) last.x2 = x + step
    else lines.push({ x1: x, x2: x + step, y })
  }
  return lines.map(({ x1, x2, y }): Item => ({ kind: 'line', x1, y1: y, x2, y2: y, width: rule, grey: 0 }))
}
