import { exits, Refusal } from '../model/finding.ts'
import { type FontRoles, rareRole } from '../model/font.ts'
import type { FontKey, Measure } from '../model/page.ts'
import { readTrueType, type TrueTypeFont } from './truetype.ts'

/** The fonts of one run: nothing here is changed by drawing, so one may serve many documents. */
export type Fonts = {
  readonly measure: Measure
  /** True when a font of the role's chain has the character. */
  has(codePoint: number, role: string, bold?: boolean): boolean
  /** First font of the role's chain that has the character. */
  keyFor(codePoint: number, role: string, bold?: boolean): FontKey | undefined
  /** Names of all files that have the character, whatever they serve for, in the order in which they were handed in. */
  holders(codePoint: number): readonly string[]
  /** @throws Refusal `fonts/unknown` */
  file(key: FontKey): TrueTypeFont
}

/** A font file; `name` for messages (the key unless given), `face` of a collection. */
export type FontFile = {
  readonly key: FontKey
  readonly bytes: Uint8Array
  readonly name?: string | undefined
  readonly face?: number | undefined
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
export function openFonts(files: readonly FontFile[], roles: FontRoles): Fonts {
  const opened = new Map<FontKey, TrueTypeFont>()
  const given = new Map(files.map((file) => [file.key, file]))
  for (const chain of Object.values(roles)) {
    for (const key of [...chain.regular, ...chain.bold]) if (!given.has(key)) throw unknown(key)
  }
  const file = (key: FontKey) => {
    const known = opened.get(key)
    if (known) return known
    const found = given.get(key)
    if (!found) throw unknown(key)
    const font = readTrueType(found.bytes, found.name ?? key, found.face)
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
    holders: (codePoint) => [
      ...new Set(files.filter(({ key }) => file(key).glyph(codePoint) !== 0).map(({ key, name }) => name ?? key)),
    ],
    file,
  }
}

/**
 * Roles with a unit's own fonts: role → key of the file. One file serves regular and bold and comes first in its role; that
 * of `rare` comes last in every role, so that it gives only what no other font has.
 * @throws Refusal `fonts/unknown` a role that is none
 */
export function withOwnFonts(roles: FontRoles, own: Readonly<Record<string, FontKey>>): FontRoles {
  const { [rareRole]: rare, ...first } = own
  for (const role of Object.keys(first)) if (!Object.hasOwn(roles, role)) throw unknown(role)
  const last = rare === undefined ? [] : [rare]
  const entries = Object.entries(roles).map(([role, chain]) => {
    const before = first[role] === undefined ? [] : [first[role]]
    return [
      role,
      { ...chain, regular: [...before, ...chain.regular, ...last], bold: [...before, ...chain.bold, ...last] },
    ] as const
  })
  return Object.fromEntries(entries)
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
