import type { Measure } from '../model/page.ts'
import type { Inline, TextStyle } from '../model/sheet.ts'
import { breakLevels, type Level } from './breaks.ts'
import { classOf, clustersOf, isIdeograph } from './characters.ts'
import { runsOf } from './runs.ts'
import type { Atom, Setting } from './types.ts'
import { pt } from './units.ts'

/** Stands for a character that no font has; the finding names the character. */
export const geta = '〓'
const small = 0.6

type Piece = { readonly cluster: string; readonly font: string; readonly style: TextStyle }

/** Turns the inlines of a paragraph into what cannot be divided, with the places where lines may end. */
export function atomsOf(inlines: readonly Inline[], setting: Setting): readonly Atom[] {
  const atoms: Atom[] = []
  let pieces: Piece[] = []
  const flush = () => {
    for (const atom of glyphsOf(pieces, setting.measure)) atoms.push(atom)
    pieces = []
  }
  for (const inline of inlines) {
    if (inline.kind === 'text') pieces.push(...piecesOf(inline.text, inline, setting.measure))
    else if (inline.kind === 'page-no') pieces.push(...piecesOf(String(setting.pages), inline, setting.measure))
    else {
      flush()
      atoms.push(objectOf(inline))
    }
  }
  flush()
  return atoms
}

/** Inlines again from atoms, for text that goes on elsewhere. */
export function inlinesOf(atoms: readonly Atom[]): readonly Inline[] {
  const inlines: Inline[] = []
  for (const atom of atoms) {
    const last = inlines[inlines.length - 1]
    if (atom.kind !== 'glyph') inlines.push(inlineOf(atom))
    else if (last?.kind === 'text' && sameStyle(last, atom.style))
      inlines[inlines.length - 1] = { ...last, text: last.text + atom.text }
    else inlines.push({ ...atom.style, kind: 'text', text: atom.text })
  }
  return inlines
}

export function widthOf(atom: Atom): number {
  return atom.kind === 'br' ? 0 : atom.width
}

// ---

function piecesOf(text: string, style: TextStyle, measure: Measure): readonly Piece[] {
  if (text === '') return []
  return runsOf(text, style, measure).flatMap((run) => {
    const { font } = run
    if (font !== undefined) return clustersOf(run.text).map((cluster) => ({ cluster, font, style }))
    const spare = measure.runs(geta, style.font, style.bold)[0]?.font
    return spare === undefined ? [] : clustersOf(run.text).map(() => ({ cluster: geta, font: spare, style }))
  })
}

function glyphsOf(pieces: readonly Piece[], measure: Measure): readonly Atom[] {
  const levels = breakLevels(pieces.map((piece) => piece.cluster))
  return pieces.map((piece, i) => glyphOf(piece, pieces[i + 1], levels[i] ?? 3, measure))
}

function glyphOf(piece: Piece, next: Piece | undefined, level: Level, measure: Measure): Atom {
  const { cluster, font, style } = piece
  const size = style.shift ? style.size * small : style.size
  const gap = next && meets(cluster, next.cluster) ? 0.25 * style.size * pt : 0
  const own = classOf(cluster)
  return {
    kind: 'glyph',
    text: cluster,
    font,
    size,
    width: measure.width(cluster, font, size),
    gap,
    rise: style.shift === 'sup' ? 0.36 * style.size * pt : style.shift === 'sub' ? -0.14 * style.size * pt : 0,
    style,
    space: own === 'space' && cluster !== '\u3000',
    level,
    stretch: level === 3 || gap > 0 || (own === 'han' && level === 2),
  }
}

/** Han beside Latin or a digit, with no space written between. */
function meets(left: string, right: string): boolean {
  const word = (cluster: string) => /^[\p{Script=Latin}\p{Script=Greek}0-9%‰℃²³]/u.test(cluster)
  return (isIdeograph(left) && word(right)) || (word(left) && isIdeograph(right))
}

function objectOf(inline: Exclude<Inline, { kind: 'text' | 'page-no' }>): Atom {
  if (inline.kind === 'br') return inline
  if (inline.kind === 'blank') return { kind: 'blank', width: inline.width, level: 3 }
  if (inline.kind === 'place') return { kind: 'place', width: inline.width, slot: inline.slot, level: 3 }
  return { kind: 'tick', width: inline.size * pt * 1.1, size: inline.size, state: inline.state, level: 3 }
}

function inlineOf(atom: Exclude<Atom, { kind: 'glyph' }>): Inline {
  if (atom.kind === 'br') return atom
  if (atom.kind === 'blank') return { kind: 'blank', width: atom.width }
  if (atom.kind === 'place') return { kind: 'place', slot: atom.slot, width: atom.width }
  return { kind: 'tick', state: atom.state, size: atom.size }
}

function sameStyle(a: TextStyle, b: TextStyle): boolean {
  return (
    a.font === b.font &&
    a.bold === b.bold &&
    a.size === b.size &&
    a.underline === b.underline &&
    a.shift === b.shift &&
    a.grey === b.grey
  )
}
