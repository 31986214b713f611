import { classOf, isIdeograph } from './characters.ts'
import { breakLines, type Line, lineWidth } from './lines.ts'
import type { Atom } from './types.ts'
import { slack } from './units.ts'

/** Labels only: longer text is filled line by line. */
const most = { lines: 4, atoms: 80 }

/**
 * Lines of a centred label: as few as its column allows, then as even as they can be and parted where its words are
 * (起止或｜取得时间, 现任专业｜技术职务｜（申报依据）), so that no character stands alone under a full line.
 */
export function balancedLines(atoms: readonly Atom[], width: number): readonly Line[] {
  const lines = breakLines(atoms, width, 0)
  const ends = lines.flatMap((line, i) => (line.hard ? [i] : []))
  let from = 0
  return ends.flatMap((end) => {
    const own = lines.slice(from, end + 1)
    from = end + 1
    return evened(atoms, own, width)
  })
}

// ---

/** The best way to part the atoms of `lines` (up to a hard end) into as many lines. */
function evened(atoms: readonly Atom[], lines: readonly Line[], width: number): readonly Line[] {
  const start = lines[0]?.from ?? 0
  const end = lines[lines.length - 1]?.to ?? start
  if (lines.length < 2 || lines.length > most.lines || end - start > most.atoms) return lines
  const even = lineWidth(atoms.slice(start, end)) / lines.length
  const bestFrom = (from: number, left: number): Parting => {
    if (left === 1) return { cost: unevenness(atoms.slice(from, end), even, width), breaks: [] }
    let best: Parting = { cost: Number.POSITIVE_INFINITY, breaks: [] }
    for (let to = from + 1; to < end; to++) {
      const own = unevenness(atoms.slice(from, to), even, width)
      if (own === Number.POSITIVE_INFINITY) break
      const rest = bestFrom(to, left - 1)
      const cost = own + penalty(atoms, to) + rest.cost
      if (cost < best.cost) best = { cost, breaks: [to, ...rest.breaks] }
    }
    return best
  }
  const { cost, breaks } = bestFrom(start, lines.length)
  if (cost === Number.POSITIVE_INFINITY) return lines
  const edges = [start, ...breaks, end]
  return lines.map((line, i) => ({ ...line, from: edges[i] ?? start, to: edges[i + 1] ?? end }))
}

type Parting = { readonly cost: number; readonly breaks: readonly number[] }

function unevenness(line: readonly Atom[], even: number, width: number): number {
  const own = lineWidth(line)
  if (own > width + slack && line.length > 1) return Number.POSITIVE_INFINITY
  return even > 0 ? ((own - even) / even) ** 2 : 0
}

/**
 * Best after a mark or before a bracket; inside a number or a word only where nothing else fits. Chinese words mostly have
 * two characters: a break that leaves an odd number of them before the next mark likely cuts one.
 */
function penalty(atoms: readonly Atom[], at: number): number {
  const [left, right] = [atoms[at - 1], atoms[at]]
  if (left?.kind !== 'glyph' || right?.kind !== 'glyph') return 0
  if (left.level < 3) return left.level === 2 ? 2 : 20
  if (left.space || classOf(left.text) === 'close' || classOf(right.text) === 'open') return 0
  let end = at
  for (let next = atoms[end]; next?.kind === 'glyph' && isIdeograph(next.text); next = atoms[end]) end++
  return (end - at) % 2 === 0 ? 0.15 : 0.45
}
