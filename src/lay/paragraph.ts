import type { Paragraph, TextStyle } from '../model/sheet.ts'
import { atomsOf, inlinesOf } from './atoms.ts'
import { balancedLines } from './balance.ts'
import { breakLines } from './lines.ts'
import type { Atom, BoxUnit, Setting } from './types.ts'
import { typesetLine } from './typeset.ts'
import { pt } from './units.ts'

const plain: TextStyle = { font: 'song', bold: false, size: 10.5 }

/** Sets a paragraph in a column of `width` mm: one unit a line. */
export function paragraphUnits(paragraph: Paragraph, width: number, setting: Setting): readonly BoxUnit[] {
  const atoms = atomsOf(paragraph.inlines, setting)
  const strut = strutOf(paragraph)
  const lines =
    paragraph.align === 'center'
      ? balancedLines(atoms, width)
      : breakLines(atoms, width, paragraph.indent * strut.size * pt)
  return lines.map((line, i): BoxUnit => {
    const shape = {
      width,
      indent: line.indent,
      align: paragraph.align,
      hard: line.hard,
      leading: paragraph.leading,
      strut,
    }
    const box = typesetLine(atoms.slice(line.from, line.to), shape, setting)
    const first = i === 0
    const last = i === lines.length - 1
    return {
      kind: 'box',
      box:
        first && paragraph.heading > 0
          ? { ...box, heading: { title: plainText(atoms), level: paragraph.heading } }
          : box,
      before: first ? paragraph.before : 0,
      after: last ? paragraph.after : 0,
      // Neither the first nor the last line of a paragraph stands alone on a page.
      keepNext: paragraph.keepWithNext || (!last && (first || i === lines.length - 2)),
      first,
      rest: () => (first ? paragraph : restOf(paragraph, atoms.slice(line.from))),
      ...(!first && {
        upTo: () => ({ ...paragraph, inlines: inlinesOf(withoutBreak(atoms.slice(0, line.from))), after: 0 }),
      }),
    }
  })
}

/** Style of the first text: what an empty line and an indent of two characters are measured by. */
export function strutOf(paragraph: Paragraph): TextStyle {
  const text = paragraph.inlines.find((inline) => inline.kind === 'text' || inline.kind === 'page-no')
  return text?.kind === 'text' || text?.kind === 'page-no' ? text : plain
}

// ---

function restOf(paragraph: Paragraph, atoms: readonly Atom[]): Paragraph {
  return { ...paragraph, inlines: inlinesOf(atoms), indent: 0, before: 0, heading: 0 }
}

/** A break at the end of the text would be an empty line. */
function withoutBreak(atoms: readonly Atom[]): readonly Atom[] {
  return atoms.at(-1)?.kind === 'br' ? atoms.slice(0, -1) : atoms
}

function plainText(atoms: readonly Atom[]): string {
  const text = atoms.map((atom) => (atom.kind === 'glyph' ? atom.text : '')).join('')
  // 基 本 情 况 is spaced for the eye only.
  return /^(?:\p{Script=Han}[ \u3000]+)+\p{Script=Han}$/u.test(text) ? text.replace(/[ \u3000]/g, '') : text
}
