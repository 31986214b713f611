import type { Finding } from '../model/finding.ts'
import type { FontRole, Inline, SlotMark, TextStyle } from '../model/sheet.ts'
import type { Element } from './markup.ts'
import { tickOf } from './values.ts'

/** Line break inside a fact, kept apart from the line breaks of the template. */
export const factBreak = '\u2028'

/** What text inherits from the elements round it. */
export type Style = {
  readonly font: FontRole
  readonly bold: boolean
  readonly size: number
  readonly leading: number
}

export type Places = (element: Element) => SlotMark | undefined
export type Problems = Finding[]

/** Width of a place in a line where the form gives none, mm. */
const width = { sign: 30, date: 36, seal: 20 } as const

/** Turns the children of a paragraph into inlines. A place that the route does not have disappears. */
export function inlinesOf(
  children: readonly (Element | string)[],
  style: TextStyle,
  places: Places,
): readonly Inline[] {
  return children.flatMap((child): readonly Inline[] => {
    if (typeof child === 'string') return textInlines(child, style)
    const { attributes } = child
    switch (child.name) {
      case 'b':
        return inlinesOf(child.children, { ...style, bold: true }, places)
      case 'u':
        return inlinesOf(child.children, { ...style, underline: true }, places)
      case 'sub':
      case 'sup':
        return inlinesOf(child.children, { ...style, shift: child.name }, places)
      case 'br':
        return [{ kind: 'br' }]
      case 'blank':
        return [{ kind: 'blank', width: Number(attributes.width) }]
      case 'check':
        return [{ kind: 'tick', state: tickOf(attributes.on ?? ''), size: style.size }]
      case 'page-no':
        return [{ ...style, kind: 'page-no', of: numberedBy(attributes.of) }]
      default:
        return placeInline(child, places)
    }
  })
}

/** Text of inlines and nothing else: `br` counts as nothing. */
export function hasText(children: readonly (Element | string)[]): boolean {
  return children.some((child) =>
    typeof child === 'string'
      ? child.trim() !== ''
      : child.name === 'blank' || child.name === 'check' || hasText(child.children),
  )
}

// ---

function numberedBy(of: string | undefined): 'page' | 'pages' | 'annex' {
  return of === 'pages' || of === 'annex' ? of : 'page'
}

function placeInline(element: Element, places: Places): readonly Inline[] {
  const slot = places(element)
  if (!slot) return []
  const own = element.attributes.width
  const usual = width[element.name as keyof typeof width] ?? 30
  return [{ kind: 'place', slot, width: own === undefined ? usual : Number(own) }]
}

/**
 * White space with a line break belongs to the template and vanishes between Chinese, becomes one space between words;
 * other spaces and the line breaks of facts stay as they are.
 */
function textInlines(raw: string, style: TextStyle): readonly Inline[] {
  const text = raw
    .replace(/[ \t]*\r?\n\s*/g, (space, offset: number, whole: string) => {
      const before = whole[offset - 1]
      const after = whole[offset + space.length]
      return before && after && /[\x21-\x7e]/.test(before) && /[\x21-\x7e]/.test(after) ? ' ' : ''
    })
    .replace(/\t/g, ' ')
  return text.split(factBreak).flatMap((line, i): readonly Inline[] => {
    const inlines: Inline[] = i > 0 ? [{ kind: 'br' }] : []
    if (line !== '') inlines.push({ ...style, kind: 'text', text: line })
    return inlines
  })
}
