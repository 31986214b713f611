import type { Align, FontRole, TextStyle, Valign } from '../model/sheet.ts'
import type { Style } from './inline.ts'
import type { Element } from './markup.ts'
import { isYes } from './values.ts'

/** What a block inherits. */
export type Inherited = Style & {
  readonly align: Align | undefined
  readonly valign: Valign | undefined
  readonly head: boolean
}

/** Where a form says nothing: 宋体 10.5. */
export const base: Inherited = {
  font: 'song',
  bold: false,
  size: 10.5,
  leading: 1.3,
  align: undefined,
  valign: undefined,
  head: false,
}

/** Attributes of an element on top of what is handed down to it. */
export function inherit(above: Inherited, element: Element): Inherited {
  const { attributes } = element
  return {
    font: (attributes.font as FontRole | undefined) ?? above.font,
    bold: attributes.bold === undefined ? above.bold : isYes(attributes.bold),
    size: numberOf(attributes.size, above.size),
    leading: numberOf(attributes.leading, above.leading),
    align: element.name === 'table' ? above.align : ((attributes.align as Align | undefined) ?? above.align),
    valign: (attributes.valign as Valign | undefined) ?? above.valign,
    head: above.head,
  }
}

export function numberOf(value: string | undefined, otherwise: number): number {
  return value === undefined ? otherwise : Number(value)
}

export function textStyle(style: Style): TextStyle {
  return { font: style.font, bold: style.bold, size: style.size }
}
