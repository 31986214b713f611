import { exits, Refusal } from '../model/finding.ts'
import { openContainer, type Tables, unreadable, view } from './container.ts'
import { type EmbeddingRights, readRights } from './rights.ts'

/**
 * A TrueType font (glyf outlines, Unicode cmap) read without copying: what layout and subsetting ask of it, nothing else.
 * Lengths are in font units (`unitsPerEm` to the em). Format: OpenType 1.9, chapters cmap, glyf, hmtx, loca, OS/2.
 */
export type TrueTypeFont = {
  readonly name: string
  readonly unitsPerEm: number
  readonly glyphCount: number
  readonly ascent: number
  readonly descent: number
  readonly capHeight: number
  readonly weight: number
  readonly italicAngle: number
  readonly serif: boolean
  readonly fixedPitch: boolean
  /** What the licence bits of the file allow. */
  readonly rights: EmbeddingRights
  readonly box: readonly [number, number, number, number]
  /** Glyph of a code point; 0 = the font has none. */
  glyph(codePoint: number): number
  advance(glyph: number): number
  bearing(glyph: number): number
  /** Outline bytes as they stand in `glyf` (empty for a space). */
  outline(glyph: number): Uint8Array
  /** Raw bytes of a table, empty when absent. */
  table(tag: string): Uint8Array
  /** Tags of all tables. */
  readonly tags: readonly string[]
}

/**
 * Reads a .ttf, a WOFF 1.0, or one face of a .ttc.
 * @param file name for messages
 * @param face of a collection, counted from 0
 * @throws Refusal `fonts/unreadable` damaged or no TrueType · `fonts/outlines` CFF outlines · `fonts/no-embedding`,
 * `fonts/bitmap-only` the licence bits forbid it · `fonts/woff2` · `fonts/no-face`
 */
export function readTrueType(bytes: Uint8Array, file: string, face = 0): TrueTypeFont {
  // a Node Buffer's slice() shares its memory, a plain Uint8Array's copies: with the former, cutting would change the font
  const tables = openContainer(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength), file, face)
  if (tables.tags.some((tag) => tag === 'CFF ' || tag === 'CFF2')) {
    throw new Refusal('fonts/outlines', exits.font, { file }, { file })
  }
  const need = (tag: string, length: number) => {
    const table = tables.get(tag)
    if (!table || table.byteLength < length) throw unreadable(file)
    return view(table)
  }
  const [head, hhea, maxp] = [need('head', 54), need('hhea', 36), need('maxp', 6)]
  const glyphCount = maxp.getUint16(4)
  const metrics = hhea.getUint16(34)
  if (!metrics || !glyphCount || !head.getUint16(18) || !tables.tags.includes('glyf')) throw unreadable(file)
  const longLoca = head.getInt16(50) === 1
  const loca = need('loca', (glyphCount + 1) * (longLoca ? 4 : 2))
  const hmtx = need('hmtx', 2 * metrics + 2 * glyphCount)
  const offset = (glyph: number) => (longLoca ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph))
  const glyphOf = readCmap(need('cmap', 4), file)
  return {
    ...readNames(tables, file),
    unitsPerEm: head.getUint16(18),
    glyphCount,
    ascent: hhea.getInt16(4),
    descent: hhea.getInt16(6),
    box: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
    ...readStyle(tables, hhea.getInt16(4)),
    rights: readRights(tables.get('OS/2') ?? new Uint8Array(), file),
    glyph: (codePoint) => {
      const glyph = glyphOf(codePoint)
      return glyph < glyphCount ? glyph : 0
    },
    advance: (glyph) => hmtx.getUint16(4 * Math.min(glyph, metrics - 1)),
    bearing: (glyph) => hmtx.getInt16(glyph < metrics ? 4 * glyph + 2 : 2 * metrics + 2 * glyph),
    outline: (glyph) => {
      if (glyph >= glyphCount) throw unreadable(file)
      const glyf = tables.get('glyf') ?? new Uint8Array()
      const [from, to] = [offset(glyph), offset(glyph + 1)]
      if (from > to || to > glyf.byteLength) throw unreadable(file)
      return glyf.subarray(from, to)
    },
    table: (tag) => tables.get(tag) ?? new Uint8Array(),
    tags: tables.tags,
  }
}

// ---

/** PostScript name, reduced to what a PDF name may hold. */
function readNames(tables: Tables, file: string): { name: string } {
  const table = tables.get('name')
  if (!table || table.byteLength < 6) throw unreadable(file)
  const data = view(table)
  const [count, strings] = [data.getUint16(2), data.getUint16(4)]
  if (6 + 12 * count > table.byteLength) throw unreadable(file)
  for (let i = 0; i < count; i++) {
    const entry = 6 + 12 * i
    if (data.getUint16(entry) !== 3 || data.getUint16(entry + 6) !== 6) continue
    const [length, from] = [data.getUint16(entry + 8), strings + data.getUint16(entry + 10)]
    if (from + length > table.byteLength) throw unreadable(file)
    const name = String.fromCharCode(...table.subarray(from, from + length)).replace(/[^A-Za-z0-9-]/g, '')
    if (name) return { name }
  }
  return { name: 'Font' }
}

function readStyle(tables: Tables, ascent: number) {
  const os2 = view(tables.get('OS/2') ?? new Uint8Array())
  const post = view(tables.get('post') ?? new Uint8Array())
  const has = os2.byteLength >= 78
  const family = has ? os2.getUint8(32) : 0
  const serifStyle = has ? os2.getUint8(33) : 0
  return {
    capHeight: os2.byteLength >= 90 && os2.getUint16(0) >= 2 ? os2.getInt16(88) : ascent,
    weight: has ? os2.getUint16(4) : 400,
    serif: family === 2 && serifStyle >= 2 && serifStyle <= 10,
    italicAngle: post.byteLength >= 16 ? post.getInt32(4) / 65536 : 0,
    fixedPitch: post.byteLength >= 16 && post.getUint32(12) !== 0,
  }
}

/** Ranges of a Unicode cmap (format 12, else 4), looked up by halving: nothing to build when a font is opened. */
function readCmap(data: DataView, file: string): (codePoint: number) => number {
  let best: { format: number; at: number } | undefined
  const count = data.getUint16(2)
  if (4 + 8 * count > data.byteLength) throw unreadable(file)
  for (let i = 0; i < count; i++) {
    const at = data.getUint32(8 + 8 * i)
    if (at + 16 > data.byteLength) throw unreadable(file)
    const [platform, format] = [data.getUint16(4 + 8 * i), data.getUint16(at)]
    const unicode = platform === 3 || platform === 0
    if (unicode && (format === 12 || format === 4) && format > (best?.format ?? 0)) best = { format, at }
  }
  if (!best) throw unreadable(file)
  return best.format === 12 ? segmented(data, best.at, file) : deltas(data, best.at, file)
}

function segmented(data: DataView, at: number, file: string): (codePoint: number) => number {
  const groups = data.getUint32(at + 12)
  if (at + 16 + 12 * groups > data.byteLength) throw unreadable(file)
  return (codePoint) => {
    const group = halve(groups, (i) => data.getUint32(at + 20 + 12 * i) >= codePoint)
    const entry = at + 16 + 12 * group
    if (group === groups || data.getUint32(entry) > codePoint) return 0
    return data.getUint32(entry + 8) + codePoint - data.getUint32(entry)
  }
}

function deltas(data: DataView, at: number, file: string): (codePoint: number) => number {
  const segments = data.getUint16(at + 6) / 2
  const [ends, starts] = [at + 14, at + 16 + 2 * segments]
  if (at + 16 + 8 * segments > data.byteLength) throw unreadable(file)
  return (codePoint) => {
    if (codePoint > 0xffff) return 0
    const i = halve(segments, (k) => data.getUint16(ends + 2 * k) >= codePoint)
    if (i === segments) return 0
    const start = data.getUint16(starts + 2 * i)
    if (start > codePoint) return 0
    const delta = data.getUint16(starts + 2 * segments + 2 * i)
    const rangeAt = starts + 4 * segments + 2 * i
    const range = data.getUint16(rangeAt)
    if (!range) return (codePoint + delta) & 0xffff
    const place = rangeAt + range + 2 * (codePoint - start)
    const glyph = place + 2 <= data.byteLength ? data.getUint16(place) : 0
    return glyph ? (glyph + delta) & 0xffff : 0
  }
}

/** First index in 0..count for which `holds` is true; `holds` turns from false to true once. */
function halve(count: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
