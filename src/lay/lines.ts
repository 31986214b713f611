import { widthOf } from './atoms.ts'
import { classOf } from './characters.ts'
import type { Atom } from './types.ts'
import { slack } from './units.ts'

/** Atoms `from` … `to` (exclusive) of a paragraph. `hard` = ended by a break or by the end of the paragraph. */
export type Line = { readonly from: number; readonly to: number; readonly hard: boolean; readonly indent: number }

/**
 * Breaks atoms into lines of `width` mm: each as full as it can be, ending at the gladdest place; a word longer than a line
 * is cut. Every atom is in exactly one line (a `br` is the last of its line).
 */
export function breakLines(atoms: readonly Atom[], width: number, indent: number): readonly Line[] {
  const lines: Line[] = []
  let from = 0
  let hard = true
  while (from < atoms.length) {
    const inset = lines.length === 0 ? Math.min(indent, width / 2) : 0
    const line = nextLine(atoms, from, width - inset, inset)
    lines.push(line)
    from = line.to
    hard = line.hard
  }
  const last = atoms[atoms.length - 1]
  if (hard && (lines.length === 0 || last?.kind === 'br'))
    lines.push({ from: atoms.length, to: atoms.length, hard: true, indent: 0 })
  return lines
}

/** Width that the atoms of a line take, without the space and the gap at its end. */
export function lineWidth(atoms: readonly Atom[]): number {
  const end = visibleEnd(atoms)
  let width = 0
  for (let i = 0; i < end; i++) {
    const atom = atoms[i]
    if (atom) width += widthOf(atom) + (i + 1 < end ? gapOf(atom) : 0)
  }
  return width
}

/** Index after the last atom that is not a space or a break. */
export function visibleEnd(atoms: readonly Atom[]): number {
  let end = atoms.length
  while (end > 0) {
    const atom = atoms[end - 1]
    if (atom?.kind === 'br' || (atom?.kind === 'glyph' && atom.space)) end--
    else break
  }
  return end
}

export function gapOf(atom: Atom): number {
  return atom.kind === 'glyph' ? atom.gap : 0
}

// ---

function nextLine(atoms: readonly Atom[], from: number, width: number, indent: number): Line {
  let used = 0
  const best: Record<1 | 2 | 3, number> = { 1: 0, 2: 0, 3: 0 }
  for (let i = from; i < atoms.length; i++) {
    const atom = atoms[i]
    if (!atom) break
    if (atom.kind === 'br') return { from, to: i + 1, hard: true, indent }
    const space = atom.kind === 'glyph' && atom.space
    if (!space && used + atom.width > width + slack && i > from)
      return { from, to: best[3] || best[2] || best[1] || i, hard: false, indent }
    used += atom.width + gapOf(atom)
    best[breakAfter(atom, atoms[i + 1])] = i + 1
  }
  return { from, to: atoms.length, hard: true, indent }
}

/** An object in a line may be parted from its neighbours, but not from the break that ends its line. */
function breakAfter(atom: Atom, next: Atom | undefined): 1 | 2 | 3 {
  if (atom.kind === 'br' || next?.kind === 'br') return 1
  if (atom.kind !== 'glyph' && next?.kind === 'glyph' && ['close', 'dash'].includes(classOf(next.text))) return 1
  return atom.level
}
