import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refusal } from '../../src/model/finding.ts'
import { openFonts, withOwnFonts } from '../../src/write/fonts.ts'
import { cutFont } from '../../src/write/subset.ts'
import { readTrueType } from '../../src/write/truetype.ts'
import { fontBytes, fontsFile, nationalList, openTestFonts } from './kit.ts'

const fonts = openTestFonts()
const small = fontBytes('noto-serif-400')

test('every font file is the one that fonts.yaml names', () => {
  const found = fontsFile.files.map(({ key }) => createHash('sha256').update(fontBytes(key)).digest('hex'))
  expect(found).toEqual(fontsFile.files.map((file) => file.sha256))
})

test('every role has all 8,105 characters of the national list, regular and bold', () => {
  expect(nationalList.length).toBe(8105)
  for (const role of Object.keys(fontsFile.roles)) {
    for (const bold of [false, true]) {
      const lacking = nationalList.filter((char) => !fonts.has(char.codePointAt(0) ?? 0, role, bold))
      expect({ role, bold, lacking }).toEqual({ role, bold, lacking: [] })
    }
  }
})

test('what the Chinese font lacks comes from the next of the chain', () => {
  expect(fonts.measure.runs('减排CO₂量', 'song', false)).toEqual([
    { font: 'noto-serif-sc-400', text: '减排CO' },
    { font: 'noto-serif-400', text: '₂' },
    { font: 'noto-serif-sc-400', text: '量' },
  ])
})

test('a Latin word stays in one font', () => {
  expect(fonts.measure.runs('赴Łódź', 'song', false)).toEqual([
    { font: 'noto-serif-sc-400', text: '赴' },
    { font: 'noto-serif-400', text: 'Łódź' },
  ])
})

test('a mark stays with its letter', () => {
  expect(fonts.measure.runs('z\u0301', 'song', false)).toHaveLength(1)
})

test('a character that no font has is a run without font', () => {
  expect(fonts.measure.runs('张𠀁明', 'song', false)).toEqual([
    { font: 'noto-serif-sc-400', text: '张' },
    { font: undefined, text: '𠀁' },
    { font: 'noto-serif-sc-400', text: '明' },
  ])
  expect(fonts.has(0x20001, 'song')).toBe(false)
})

test('runs lose no text, whatever it is', () => {
  const text = fc.string({ unit: 'binary' })
  fc.assert(
    fc.property(
      text,
      (value) =>
        fonts.measure
          .runs(value, 'hei', true)
          .map((run) => run.text)
          .join('') === value,
    ),
  )
})

test('widths are millimetres at a size in points', () => {
  expect(fonts.measure.width('一二', 'noto-serif-sc-400', 12)).toBeCloseTo((2 * 12 * 25.4) / 72, 9)
  expect(fonts.measure.width('𬬮', 'noto-serif-sc-400', 72)).toBeCloseTo(25.4, 9)
})

test('the em box of a role leaves no more room below than an ideograph takes', () => {
  const { ascent, descent } = fonts.measure.extent('song', false)
  expect(ascent + descent).toBe(1)
})

test("a unit's own font comes first and is used for bold too", () => {
  const own = openFonts(
    [...fontsFile.files.map(({ key }) => ({ key, bytes: fontBytes(key) })), { key: 'unit-fang', bytes: small }],
    withOwnFonts(fontsFile.roles, { fang: 'unit-fang' }),
  )
  expect(own.keyFor(0x41, 'fang')).toBe('unit-fang')
  expect(own.keyFor(0x41, 'fang', true)).toBe('unit-fang')
  expect(own.keyFor(0x4e00, 'fang')).toBe('noto-serif-sc-400')
  expect(own.keyFor(0x41, 'song')).toBe('noto-serif-sc-400')
})

const refusals: readonly (readonly [string, string, () => unknown])[] = [
  ['a role that is not there', 'fonts/unknown', () => fonts.measure.runs('一', 'lishu', false)],
  ['a file that is not there', 'fonts/unknown', () => fonts.file('simfang')],
  ['a chain that names no file', 'fonts/unknown', () => openFonts([], { song: { regular: ['x'], bold: ['x'] } })],
  ['a role of a unit that is not there', 'fonts/unknown', () => withOwnFonts(fontsFile.roles, { lishu: 'x' })],
  [
    'bytes that are no font',
    'fonts/unreadable',
    () => readTrueType(new TextEncoder().encode('no font at all'), 'a.ttf'),
  ],
  ['an empty file', 'fonts/unreadable', () => readTrueType(new Uint8Array(), 'a.ttf')],
  ['CFF outlines', 'fonts/outlines', () => readTrueType(renamed(small, 'glyf', 'CFF '), 'a.otf')],
  ['WOFF2', 'fonts/woff2', () => readTrueType(new TextEncoder().encode('wOF2............'), 'a.woff2')],
  ['a font without Unicode cmap', 'fonts/unreadable', () => readTrueType(symbolOnly(small), 'a.ttf')],
]
test.each(refusals)('refuses %s', (_, code, open) => {
  expect(codeOf(open)).toBe(code)
})

test('a font that was cut off is read or refused, never a crash', () => {
  const cuts = fc.integer({ min: 0, max: small.length })
  fc.assert(
    fc.property(cuts, (length) => {
      const code = codeOf(() => readTrueType(small.subarray(0, length), 'a.ttf').outline(100))
      return code === undefined || code === 'fonts/unreadable'
    }),
    { numRuns: 300 },
  )
})

test('a damaged byte gives a font or a Refusal, never a crash', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 255 }), (at, value) => {
      const bytes = new Uint8Array(small)
      bytes[at] = value
      const code = codeOf(() => readTrueType(bytes, 'a.ttf').outline(7))
      return code === undefined || code.startsWith('fonts/')
    }),
    { numRuns: 500 },
  )
})

test('a face that the collection does not have is refused', () => {
  expect(codeOf(() => readTrueType(collection(small), 'a.ttc', 1))).toBe('fonts/no-face')
  expect(codeOf(() => readTrueType(small, 'a.ttf', 1))).toBe('fonts/no-face')
})

test('each face of a collection is its own font', () => {
  const both = collectionOf([small, renamed(small, 'OS/2', 'XS/2')])
  expect(readTrueType(both, 'a.ttc', 0).rights.embedding).toBe('installable')
  expect(readTrueType(both, 'a.ttc', 1).rights.embedding).toBe('unstated')
})

test('a WOFF is the font that it was packed from', () => {
  const [plain, woff] = [readTrueType(small, 'a.ttf'), readTrueType(packed(small), 'a.woff')]
  for (const char of 'AÅž½') {
    const glyph = plain.glyph(char.codePointAt(0) ?? 0)
    expect(woff.glyph(char.codePointAt(0) ?? 0)).toBe(glyph)
    expect(Buffer.compare(woff.outline(glyph), plain.outline(glyph))).toBe(0)
    expect(woff.advance(glyph)).toBe(plain.advance(glyph))
  }
})

test('a damaged WOFF gives a font or a Refusal, never a crash', () => {
  const woff = packed(small)
  fc.assert(
    fc.property(fc.nat(woff.length - 1), fc.integer({ min: 0, max: 255 }), (at, value) => {
      const bytes = new Uint8Array(woff)
      bytes[at] = value
      const code = codeOf(() => {
        const font = readTrueType(bytes, 'a.woff')
        cutFont(font, [0x41, 0xc5])
      })
      return code === undefined || code.startsWith('fonts/')
    }),
    { numRuns: 200 },
  )
})

test('damaged outlines give a cut font or a Refusal, never a crash', () => {
  const { at } = tableOf(small, 'glyf')
  fc.assert(
    fc.property(fc.nat(60_000), fc.integer({ min: 0, max: 255 }), (offset, value) => {
      const bytes = new Uint8Array(small)
      bytes.fill(value, at + offset, at + offset + 40)
      const letters = Array.from({ length: 300 }, (_, i) => 0x20 + i)
      const code = codeOf(() => cutFont(readTrueType(bytes, 'a.ttf'), letters))
      return code === undefined || code === 'fonts/unreadable'
    }),
    { numRuns: 100 },
  )
})

test.each([
  [0x0000, 'installable', true],
  [0x0008, 'editable', true],
  [0x0004, 'preview-print', true],
  [0x000c, 'editable', true],
  [0x0006, 'preview-print', true],
  [0x0108, 'editable', false],
  [0x0100, 'installable', false],
] as const)('licence bits %i mean %s, subset %s', (bits, embedding, subset) => {
  expect(readTrueType(licensed(small, bits), 'a.ttf').rights).toEqual({ embedding, subset })
})

test.each([
  [0x0002, 'fonts/no-embedding'],
  [0x0102, 'fonts/no-embedding'],
  [0x0200, 'fonts/bitmap-only'],
  [0x0208, 'fonts/bitmap-only'],
] as const)('licence bits %i are refused: %s', (bits, code) => {
  expect(codeOf(() => readTrueType(licensed(small, bits), 'a.ttf'))).toBe(code)
})

test('a font without outlines is refused', () => {
  expect(codeOf(() => readTrueType(renamed(small, 'glyf', 'EBDT'), 'a.ttf'))).toBe('fonts/unreadable')
})

test('a font for rare characters comes last in every role, and gives only what is lacking', () => {
  const own = openFonts(
    [
      ...fontsFile.files.map(({ key }) => ({ key, bytes: fontBytes(key) })),
      { key: 'rare', bytes: small, name: 'r.ttf' },
    ],
    withOwnFonts(fontsFile.roles, { rare: 'rare' }),
  )
  for (const role of Object.keys(fontsFile.roles)) {
    expect(own.keyFor(0x41, role)).not.toBe('rare')
    expect(own.keyFor(0x4e00, role, true)).not.toBe('rare')
  }
  const chains = withOwnFonts({ song: { regular: ['a'], bold: ['b'] } }, { rare: 'r', song: 's' })
  expect(chains).toEqual({ song: { regular: ['s', 'a', 'r'], bold: ['s', 'b', 'r'] } })
})

test('who has a character is told by the name of the file', () => {
  const own = openFonts([{ key: 'k', bytes: small, name: '仿宋.ttf' }], { song: { regular: ['k'], bold: ['k'] } })
  expect(own.holders(0x41)).toEqual(['仿宋.ttf'])
  expect(own.holders(0x20bb7)).toEqual([])
})

test('the first face of a collection is read', () => {
  const font = readTrueType(collection(small), 'a.ttc')
  const plain = readTrueType(small, 'a.ttf')
  const glyph = plain.glyph(0x41)
  expect(font.glyph(0x41)).toBe(glyph)
  expect(Buffer.compare(font.outline(glyph), plain.outline(glyph))).toBe(0)
})

test('cmap format 4 finds the same glyphs as format 12', () => {
  const twelve = readTrueType(small, 'a.ttf')
  const four = readTrueType(withoutFormat12(small), 'a.ttf')
  const different = Array.from({ length: 0xffff }, (_, codePoint) => codePoint).filter(
    (codePoint) => four.glyph(codePoint) !== twelve.glyph(codePoint),
  )
  expect(different).toEqual([])
  expect(four.glyph(0x10041)).toBe(0)
})

// ---

function codeOf(action: () => unknown): string | undefined {
  try {
    action()
    return undefined
  } catch (reason) {
    if (reason instanceof Refusal) return reason.code
    throw reason
  }
}

function entryOf(bytes: Uint8Array, tag: string): number {
  return Buffer.from(bytes).indexOf(tag, 12, 'latin1')
}

function tableOf(bytes: Uint8Array, tag: string): { copy: Uint8Array; data: DataView; at: number } {
  const copy = new Uint8Array(bytes)
  const data = new DataView(copy.buffer)
  return { copy, data, at: data.getUint32(entryOf(bytes, tag) + 8) }
}

function renamed(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const copy = new Uint8Array(bytes)
  copy.set(Buffer.from(to, 'latin1'), entryOf(bytes, from))
  return copy
}

function licensed(bytes: Uint8Array, bits: number): Uint8Array {
  const { copy, data, at } = tableOf(bytes, 'OS/2')
  data.setUint16(at + 8, bits)
  return copy
}

function symbolOnly(bytes: Uint8Array): Uint8Array {
  const { copy, data, at } = tableOf(bytes, 'cmap')
  for (let i = 0; i < data.getUint16(at + 2); i++) data.setUint16(at + 4 + 8 * i, 1)
  return copy
}

function withoutFormat12(bytes: Uint8Array): Uint8Array {
  const { copy, data, at } = tableOf(bytes, 'cmap')
  for (let i = 0; i < data.getUint16(at + 2); i++) {
    const entry = at + 4 + 8 * i
    if (data.getUint16(at + data.getUint32(entry + 4)) === 12) data.setUint16(entry, 1)
  }
  return copy
}

/** The font as the only face of a TrueType collection. */
function collection(bytes: Uint8Array): Uint8Array {
  return collectionOf([bytes])
}

/** Fonts one after the other; their offsets count from the start of the file. */
function collectionOf(fonts: readonly Uint8Array[]): Uint8Array {
  const starts = fonts.map((_, i) => 64 + fonts.slice(0, i).reduce((sum, font) => sum + font.length, 0))
  const copy = new Uint8Array(64 + fonts.reduce((sum, font) => sum + font.length, 0))
  const data = new DataView(copy.buffer)
  copy.set(Buffer.from('ttcf', 'latin1'), 0)
  data.setUint32(4, 0x00010000)
  data.setUint32(8, fonts.length)
  fonts.forEach((font, k) => {
    const start = starts[k] ?? 0
    copy.set(font, start)
    data.setUint32(12 + 4 * k, start)
    for (let i = 0; i < data.getUint16(start + 4); i++) {
      const entry = start + 12 + 16 * i + 8
      data.setUint32(entry, data.getUint32(entry) + start)
    }
  })
  return copy
}

/** The font as WOFF 1.0: each table deflated by itself, where that is shorter. */
function packed(bytes: Uint8Array): Uint8Array {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const count = data.getUint16(4)
  const head = Buffer.alloc(44 + 20 * count)
  head.write('wOFF', 0, 'latin1')
  head.writeUInt32BE(data.getUint32(0), 4)
  head.writeUInt16BE(count, 12)
  const tables: Buffer[] = [head]
  let at = head.length
  for (let i = 0; i < count; i++) {
    const entry = 12 + 16 * i
    const [from, length] = [data.getUint32(entry + 8), data.getUint32(entry + 12)]
    const plain = Buffer.from(bytes.subarray(from, from + length))
    const short = deflateSync(plain)
    const kept = short.length < plain.length ? short : plain
    head.write(Buffer.from(bytes.subarray(entry, entry + 4)).toString('latin1'), 44 + 20 * i, 'latin1')
    head.writeUInt32BE(at, 48 + 20 * i)
    head.writeUInt32BE(kept.length, 52 + 20 * i)
    head.writeUInt32BE(length, 56 + 20 * i)
    tables.push(kept)
    at += kept.length
  }
  return new Uint8Array(Buffer.concat(tables))
}
