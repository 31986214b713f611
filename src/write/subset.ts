import { unreadable, view } from './container.ts'
import type { TrueTypeFont } from './truetype.ts'

/**
 * The glyphs of one font that one document draws. Every code point gets the next number (CID = glyph number in the cut
 * font), so that copying is exact even where two code points share a glyph (⽂ U+2F42 and 文).
 */
export type Subset = {
  readonly font: TrueTypeFont
  /** Number of a code point; undefined when the font has no glyph for it. */
  cid(codePoint: number): number | undefined
  /** Code points in the order of their numbers, starting at CID 1. */
  codePoints(): readonly number[]
}

export function startSubset(font: TrueTypeFont): Subset {
  const numbers = new Map<number, number>()
  return {
    font,
    cid(codePoint) {
      const known = numbers.get(codePoint)
      if (known !== undefined) return known
      if (font.glyph(codePoint) === 0) return undefined
      const next = numbers.size + 1
      numbers.set(codePoint, next)
      return next
    },
    codePoints: () => [...numbers.keys()],
  }
}

/**
 * Cuts the font down to .notdef, the given code points as glyphs 1, 2, 3 … and the parts of composite glyphs after them.
 * Tables: glyf head hhea hmtx loca maxp, and a short prep. Instructions are dropped; a prep of a few bytes stays because
 * it sets dropout control: without it Ghostscript draws every glyph darker (29 % of the pixels).
 * @returns a TrueType file
 */
export function cutFont(font: TrueTypeFont, codePoints: readonly number[]): Uint8Array {
  const glyphs = [0, ...codePoints.map((codePoint) => font.glyph(codePoint))]
  const outlines = cutOutlines(font, glyphs)
  const [head, hhea, maxp] = [copy(font, 'head', 54), copy(font, 'hhea', 36), copy(font, 'maxp', 32)]
  view(head).setUint32(8, 0)
  view(head).setInt16(50, 1)
  view(hhea).setUint16(34, glyphs.length)
  view(maxp).setUint16(4, glyphs.length)
  if (maxp.byteLength === 32) view(maxp).setUint16(26, 0)
  const prep = font.table('prep')
  const tables: [string, Uint8Array][] = [
    ['glyf', join(outlines)],
    ['head', head],
    ['hhea', hhea],
    ['hmtx', metrics(font, glyphs)],
    ['loca', offsets(outlines)],
    ['maxp', maxp],
  ]
  if (prep.byteLength && prep.byteLength < 64 && !font.table('fpgm').byteLength) tables.push(['prep', prep])
  return sfnt(tables)
}

/**
 * The face as a file of its own, for a font whose licence bits forbid to cut it. A signature (`DSIG`) would no longer hold
 * and stays out.
 */
export function wholeFont(font: TrueTypeFont): Uint8Array {
  const tags = font.tags.filter((tag) => tag !== 'DSIG').sort()
  const head = font.table('head').slice()
  view(head).setUint32(8, 0)
  return sfnt(tags.map((tag): [string, Uint8Array] => [tag, tag === 'head' ? head : font.table(tag)]))
}

// ---

const moreComponents = 0x20
const hasInstructions = 0x100

/** Outlines in order, padded to four bytes; `glyphs` grows by the parts of composites, each of which comes once. */
function cutOutlines(font: TrueTypeFont, glyphs: number[]): Uint8Array[] {
  const parts = new Map<number, number>()
  const numberOf = (glyph: number) => {
    const known = parts.get(glyph)
    if (known !== undefined) return known
    const next = glyphs.push(glyph) - 1
    parts.set(glyph, next)
    return next
  }
  const outlines: Uint8Array[] = []
  for (let i = 0; i < glyphs.length; i++) {
    const outline = font.outline(glyphs[i] ?? 0)
    if (outline.byteLength < 12) outlines.push(new Uint8Array())
    else outlines.push(view(outline).getInt16(0) < 0 ? composite(outline, numberOf, font) : simple(outline, font))
  }
  return outlines
}

/** Contours without the instructions. */
function simple(outline: Uint8Array, font: TrueTypeFont): Uint8Array {
  const contours = view(outline).getInt16(0)
  const at = 10 + 2 * contours
  if (at + 2 > outline.byteLength) throw unreadable(font.name)
  const instructions = view(outline).getUint16(at)
  if (at + 2 + instructions > outline.byteLength) throw unreadable(font.name)
  const out = new Uint8Array(padded(outline.byteLength - instructions))
  out.set(outline.subarray(0, at))
  out.set(outline.subarray(at + 2 + instructions), at + 2)
  return out
}

/** Parts renumbered, instructions dropped. */
function composite(outline: Uint8Array, numberOf: (glyph: number) => number, font: TrueTypeFont): Uint8Array {
  const body = outline.slice()
  const data = view(body)
  let at = 10
  for (let flags = moreComponents; flags & moreComponents; ) {
    if (at + 6 > body.byteLength) throw unreadable(font.name)
    flags = data.getUint16(at)
    data.setUint16(at, flags & ~hasInstructions)
    data.setUint16(at + 2, numberOf(data.getUint16(at + 2)))
    at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0)
  }
  if (at > body.byteLength) throw unreadable(font.name)
  const out = new Uint8Array(padded(at))
  out.set(body.subarray(0, at))
  return out
}

function metrics(font: TrueTypeFont, glyphs: readonly number[]): Uint8Array {
  const out = new Uint8Array(4 * glyphs.length)
  const data = view(out)
  for (const [i, glyph] of glyphs.entries()) {
    data.setUint16(4 * i, font.advance(glyph))
    data.setInt16(4 * i + 2, font.bearing(glyph))
  }
  return out
}

function offsets(outlines: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(4 * outlines.length + 4)
  const data = view(out)
  let at = 0
  for (const [i, outline] of outlines.entries()) {
    at += outline.byteLength
    data.setUint32(4 * i + 4, at)
  }
  return out
}

function copy(font: TrueTypeFont, tag: string, length: number): Uint8Array {
  return font.table(tag).slice(0, length)
}

function padded(length: number): number {
  return (length + 3) & ~3
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0))
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.byteLength
  }
  return out
}

/** Directory and tables with their checksums (OpenType, “Organization of an OpenType font”); tags in order. */
function sfnt(tables: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const start = 12 + 16 * tables.length
  const out = new Uint8Array(tables.reduce((sum, [, table]) => sum + padded(table.byteLength), start))
  const data = view(out)
  const power = 2 ** Math.floor(Math.log2(tables.length))
  data.setUint32(0, 0x00010000)
  data.setUint16(4, tables.length)
  data.setUint16(6, 16 * power)
  data.setUint16(8, Math.log2(power))
  data.setUint16(10, 16 * (tables.length - power))
  let [at, headAt] = [start, 0]
  for (const [i, [tag, table]] of tables.entries()) {
    if (tag === 'head') headAt = at
    out.set(table, at)
    const entry = 12 + 16 * i
    out.set(
      [...tag].map((char) => char.charCodeAt(0)),
      entry,
    )
    data.setUint32(entry + 4, sum(out.subarray(at, at + padded(table.byteLength))))
    data.setUint32(entry + 8, at)
    data.setUint32(entry + 12, table.byteLength)
    at += padded(table.byteLength)
  }
  data.setUint32(headAt + 8, 0xb1b0afba - sum(out))
  return out
}

/** Sum of the big-endian words, modulo 2³². */
function sum(bytes: Uint8Array): number {
  const data = view(bytes)
  let total = 0
  for (let at = 0; at < bytes.byteLength; at += 4) total = (total + data.getUint32(at)) | 0
  return total >>> 0
}
