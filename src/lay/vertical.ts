import type { Block, Inline } from '../model/sheet.ts'
import { atomsOf, widthOf } from './atoms.ts'
import { strutOf } from './paragraph.ts'
import type { Atom, BoxUnit, Setting } from './types.ts'
import { typesetLine } from './typeset.ts'
import { pt } from './units.ts'

/** Forms of marks for upright lines (Unicode: Vertical Forms FE10–FE1F, CJK Compatibility Forms FE30–FE4F). */
const upright: Readonly<Record<string, string>> = Object.fromEntries(
  [...'（）《》〈〉〔〕「」『』【】｛｝〖〗—…，、。：；！？'].map((mark, i) => [
    mark,
    [...'︵︶︽︾︿﹀︹︺﹁﹂﹃﹄︻︼︷︸︗︘︱︙︐︑︒︓︔︕︖'][i] ?? mark,
  ]),
)

/** Characters stacked top to bottom; each line of the text is a column, the first one on the right. */
export function verticalUnits(blocks: readonly Block[], width: number, setting: Setting): readonly BoxUnit[] {
  const columns = blocks.flatMap((block) => (block.kind === 'p' ? columnsOf(block.inlines, setting) : []))
  const first = blocks.find((block) => block.kind === 'p')
  if (first?.kind !== 'p') return []
  const strut = strutOf(first)
  const pitch = strut.size * pt * 1.15
  const step = Math.max(strut.size * pt * first.leading, ...columns.flat().map((atom) => widthOf(atom)))
  const start = (width + step * columns.length) / 2
  const h = Math.max(pitch, ...columns.map((column) => column.length * pitch))
  const items = columns.flatMap((column, c) =>
    column.flatMap((atom, i) => {
      const shape = { width: step, indent: 0, align: 'center', hard: true, leading: 1.15, strut } as const
      const dx = start - step * (c + 1)
      const dy = (h - column.length * pitch) / 2 + i * pitch
      return typesetLine([atom], shape, setting).items.map((item) =>
        item.kind === 'text' ? { ...item, x: item.x + dx, y: item.y + dy } : item,
      )
    }),
  )
  const box = { h, items, places: [] }
  return [{ kind: 'box', box, before: 0, after: 0, keepNext: false, first: true, rest: () => first }]
}

// ---

function columnsOf(inlines: readonly Inline[], setting: Setting): readonly (readonly Atom[])[] {
  const columns: Atom[][] = [[]]
  for (const atom of atomsOf(
    inlines.map((inline) => turned(inline, setting)),
    setting,
  )) {
    if (atom.kind === 'br') columns.push([])
    else if (!(atom.kind === 'glyph' && atom.space)) columns[columns.length - 1]?.push(atom)
  }
  return columns
}

/** Brackets and marks in their upright form, where the font has it. */
function turned(inline: Inline, { measure }: Setting): Inline {
  if (inline.kind !== 'text') return inline
  const text = [...inline.text].map((character) => {
    const form = upright[character]
    const font = (one: string) => measure.runs(one, inline.font, inline.bold)[0]?.font
    return form !== undefined && font(form) !== undefined && font(form) === font(character) ? form : character
  })
  return { ...inline, text: text.join('') }
}
