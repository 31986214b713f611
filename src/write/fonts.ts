import { exits, Refusal } from '../model/finding.ts'
import type { FontRoles } from '../model/font.ts'
import type { FontKey, Measure } from '../model/page.ts'
import { readTrueType, type TrueTypeFont } from './truetype.ts'

/** The fonts of one run: nothing here is changed by drawing, so one may serve many documents. */
export type Fonts = {
  readonly measure: Measure
  /** True when a font of the role's chain has the character. */
  has(codePoint: number, role: string, bold?: boolean): boolean
  /** First font of the role's chain that has the character. */
  keyFor(codePoint: number, role: string, bold?: boolean): FontKey | undefined
  /** @throws Refusal `fonts/unknown` */
  file(key: FontKey): TrueTypeFont
}

/**
 * Ascent and descent of a Chinese em box: an ideograph fills 0.88 above and 0.12 below the baseline (the `BASE` table of
 * Noto CJK says the same: ideo -120/1000). `hhea` of these fonts (1.151 / 0.286) leaves room for stacked accents and would
 * put the text of a cell visibly too low.
 */
export const emBox = { ascent: 0.88, descent: 0.12 } as const

/** Points in a millimetre. */
export const pointsPerMm = 72 / 25.4

/**
 * Opens font files and their roles. A unit's own font comes first in its role's chain: hand in `roles` with its key in front.
 * @param files in any order; a file is parsed only when a character is first asked of it
 * @throws Refusal `fonts/unknown` a chain names a key without file · later, what {@link readTrueType} throws
 */
export function openFonts(files: readonly { key: FontKey; bytes: Uint8Array }[], roles: FontRoles): Fonts {
  const opened = new Map<FontKey, TrueTypeFont>()
  const bytesOf = new Map(files.map((file) => [file.key, file.bytes]))
  for (const chain of Object.values(roles)) {
    for (const key of [...chain.regular, ...chain.bold]) if (!bytesOf.has(key)) throw unknown(key)
  }
  const file = (key: FontKey) => {
    const known = opened.get(key)
    if (known) return known
    const bytes = bytesOf.get(key)
    if (!bytes) throw unknown(key)
    const font = readTrueType(bytes, key)
    opened.set(key, font)
    return font
  }
  const chainOf = (role: string, bold: boolean) => {
    const chain = roles[role]
    if (!chain) throw unknown(role)
    return bold ? chain.bold : chain.regular
  }
  const keyFor = (codePoint: number, role: string, bold = false) =>
    chainOf(role, bold).find((key) => file(key).glyph(codePoint) !== 0)
  return {
    measure: {
      runs: (text, role, bold) => cut(text, chainOf(role, bold), file),
      width: (text, font, size) => advance(text, file(font)) * (size / pointsPerMm),
      extent: () => emBox,
    },
    has: (codePoint, role, bold = false) => keyFor(codePoint, role, bold) !== undefined,
    keyFor,
    file,
  }
}

/** Roles with a unit's own fonts in front: role → key of the file. One file serves regular and bold. */
export function withOwnFonts(roles: FontRoles, own: Readonly<Record<string, FontKey>>): FontRoles {
  const ownRoles = Object.entries(own).map(([role, key]) => {
    const chain = roles[role]
    if (!chain) throw unknown(role)
    return [role, { regular: [key, ...chain.regular], bold: [key, ...chain.bold] }] as const
  })
  return { ...roles, ...Object.fromEntries(ownRoles) }
}

// ---

type Run = { readonly font: FontKey | undefined; readonly text: string }

function unknown(font: string): Refusal {
  return new Refusal('fonts/unknown', exits.font, { font })
}

/**
 * Runs of one font. A Latin word stays in one font (Łódź), and a combining mark with the character before it, because a
 * mark from another font sits in the wrong place; anything else goes character by character.
 */
function cut(text: string, chain: readonly FontKey[], file: (key: FontKey) => TrueTypeFont): Run[] {
  const runs: { font: FontKey | undefined; text: string }[] = []
  const first = (piece: string) =>
    chain.find((key) => [...piece].every((char) => file(key).glyph(char.codePointAt(0) ?? 0) !== 0))
  const add = (piece: string, font: FontKey | undefined) => {
    const last = runs.at(-1)
    if (last && last.font === font) last.text += piece
    else runs.push({ font, text: piece })
  }
  for (const piece of text.match(pieces) ?? []) {
    const font = first(piece)
    if (font) add(piece, font)
    else for (const char of piece) add(char, first(char))
  }
  return runs
}

/** Latin words with their marks, or one character with its marks. */
const pieces = /\p{Script=Latin}[\p{Script=Latin}\p{M}]*|[\s\S]\p{M}*/gu

/** Sum of the advances in ems. */
function advance(text: string, font: TrueTypeFont): number {
  let sum = 0
  for (const char of text) sum += font.advance(font.glyph(char.codePointAt(0) ?? 0))
  return sum / font.unitsPerEm
}
