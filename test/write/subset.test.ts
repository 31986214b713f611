import { spawnSync } from 'node:child_process'
import { inflateSync } from 'node:zlib'
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRawStream } from 'pdf-lib'
import { expect, test } from 'vitest'
import { writePdf } from '../../src/write/pdf.ts'
import { cutFont, startSubset } from '../../src/write/subset.ts'
import { readTrueType } from '../../src/write/truetype.ts'
import {
  block,
  boundsOf,
  copied,
  fontBytes,
  inkIn,
  installed,
  line,
  nationalList,
  openTestFonts,
  page,
  rendered,
  sample,
  withFile,
} from './kit.ts'

const fonts = openTestFonts()
const dpi = 100
const perPage = 1500

/** Characters that are one font's, spread over the list so that rare ones come too. */
function spread(count: number): string[] {
  return Array.from({ length: count }, (_, i) => nationalList[Math.floor((i * 8105) / count)] ?? '一')
}

test.each([30, 60, 200, 1500])('%i characters look as with the whole font embedded', async (count) => {
  const pdf = await writePdf({ title: 'test', pages: [page(block(fonts, spread(count)))] }, fonts)
  const whole = await withWholeFont(pdf, fontBytes('noto-serif-sc-400'))
  const [cut, full] = [await rendered(pdf, dpi), await rendered(whole, dpi)]
  expect(different(cut, full)).toBe(0)
  expect(inkIn(cut[0] ?? blank, dpi, { x: 0, y: 0, w: 200, h: 280 })).toBeGreaterThan(20 * count)
})

test('every glyph of the national list has ink and is copied as it was written', async () => {
  const chars = sample(nationalList, 13)
  const pages = Array.from({ length: Math.ceil(chars.length / perPage) }, (_, i) =>
    chars.slice(i * perPage, (i + 1) * perPage),
  )
  const pdf = await writePdf({ title: 'test', pages: pages.map((part) => page(block(fonts, part))) }, fonts)
  const rasters = await rendered(pdf, dpi)
  const empty = pages.flatMap((part, p) => part.filter((_, i) => inkIn(rasters[p] ?? blank, dpi, boundsOf(i)) < 3))
  expect(empty).toEqual([])
  expect(await copied(pdf)).toBe(chars.join(''))
})

test('what is copied is what was written, also where characters share a glyph', async () => {
  const text = '⽂文⼈人公示表𬬮𫓶䶮ABC①②CO₂Łódź“引号”—…'
  const pdf = await writePdf({ title: 'test', pages: [page(line(fonts, text, 20, 30))] }, fonts)
  expect(await copied(pdf)).toBe(text)
})

test('composite glyphs bring their parts', async () => {
  const font = readTrueType(fontBytes('noto-serif-400'), 'noto-serif-400')
  const text = [...'ÅçéłőşŽźąęů½'].filter((char) => composite(font.outline(font.glyph(char.codePointAt(0) ?? 0))))
  expect(text.length).toBeGreaterThan(3)
  const items = text.map((char, i) => {
    return {
      kind: 'text',
      x: 20 + 10 * i,
      y: 40,
      font: 'noto-serif-400',
      size: 20,
      text: char,
      spacing: 0,
      grey: 0,
    } as const
  })
  const pdf = await writePdf({ title: 'test', pages: [page(items)] }, fonts)
  expect(
    different(await rendered(pdf, dpi), await rendered(await withWholeFont(pdf, fontBytes('noto-serif-400')), dpi)),
  ).toBe(0)
})

test('cutting leaves the font as it was', () => {
  const bytes = Buffer.from(fontBytes('noto-serif-400'))
  const before = Buffer.from(bytes)
  const font = readTrueType(bytes, 'a.ttf')
  cutFont(
    font,
    [...'Åéž½A'].map((char) => char.codePointAt(0) ?? 0),
  )
  expect(bytes.equals(before)).toBe(true)
})

test('the cut font is a font again, with the glyphs in the order of use', () => {
  const font = readTrueType(fontBytes('noto-serif-sc-400'), 'a.ttf')
  const subset = startSubset(font)
  expect([...'公示公表'].map((char) => subset.cid(char.codePointAt(0) ?? 0))).toEqual([1, 2, 1, 3])
  const cut = cutFont(font, subset.codePoints())
  const data = new DataView(cut.buffer, cut.byteOffset, cut.byteLength)
  const tags = Array.from({ length: data.getUint16(4) }, (_, i) =>
    Buffer.from(cut.subarray(12 + 16 * i, 16 + 16 * i)).toString(),
  )
  expect(tags).toEqual(['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'prep'])
  let total = 0
  for (let at = 0; at < cut.byteLength; at += 4) total = (total + data.getUint32(at)) | 0
  expect(total >>> 0).toBe(0xb1b0afba)
})

test('widths in the PDF are those of the font, ideograph or not', async () => {
  const text = '公A示1i。Ｗ“②'
  const doc = await PDFDocument.load(await writePdf({ title: 'test', pages: [page(line(fonts, text, 20, 30))] }, fonts))
  const kids = doc.context.enumerateIndirectObjects().map(([, object]) => object)
  const kid = kids.find((object) => object instanceof PDFDict && object.has(PDFName.of('CIDToGIDMap')))
  if (!(kid instanceof PDFDict)) throw new Error('no font')
  const font = fonts.file('noto-serif-sc-400')
  const stated = new Map<number, number>()
  const list = kid.lookup(PDFName.of('W'), PDFArray)
  for (let i = 0; i < list.size(); i += 2) {
    const first = list.lookup(i, PDFNumber).asNumber()
    for (const [k, width] of list
      .lookup(i + 1, PDFArray)
      .asArray()
      .entries())
      stated.set(first + k, Number(width.toString()))
  }
  const usual = kid.lookup(PDFName.of('DW'), PDFNumber).asNumber()
  expect([...text].map((_, i) => stated.get(i + 1) ?? usual)).toEqual(
    [...text].map((char) => font.advance(font.glyph(char.codePointAt(0) ?? 0))),
  )
})

test.skipIf(!installed('pdftotext'))('poppler copies the same (skipped where pdftotext is not installed)', async () => {
  const text = '⽂文⼈人公示表𬬮𫓶ABC①②CO₂Łódź'
  const pdf = await writePdf({ title: 'test', pages: [page(line(fonts, text, 20, 30))] }, fonts)
  const out = withFile(pdf, 'a.pdf', (path) => spawnSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' }).stdout)
  expect(out.replace(/\s/g, '')).toBe(text)
})

test.skipIf(!installed('pdftoppm'))(
  'poppler draws it like the whole font (skipped where pdftoppm is not installed)',
  async () => {
    const pdf = await writePdf({ title: 'test', pages: [page(block(fonts, spread(200)))] }, fonts)
    const picture = (bytes: Uint8Array) =>
      withFile(
        bytes,
        'a.pdf',
        (path) => spawnSync('pdftoppm', ['-r', '100', '-gray', path], { maxBuffer: 1 << 28 }).stdout,
      )
    const [cut, whole] = [picture(pdf), picture(await withWholeFont(pdf, fontBytes('noto-serif-sc-400')))]
    expect(cut.filter((value) => value < 128).length).toBeGreaterThan(4000)
    expect(cut.equals(whole)).toBe(true)
  },
)

test('a character that the font lacks has no number', () => {
  expect(startSubset(fonts.file('noto-serif-sc-400')).cid(0x20bb7)).toBeUndefined()
})

// ---

const blank = { width: 1, height: 1, data: new Uint8Array([255, 255, 255, 255]) }

function composite(outline: Uint8Array): boolean {
  return outline.length > 10 && new DataView(outline.buffer, outline.byteOffset).getInt16(0) < 0
}

type Rasters = readonly { readonly data: Uint8Array }[]

/** Bytes that differ between two renderings of the same pages. */
function different(a: Rasters, b: Rasters): number {
  expect(a.length).toBe(b.length)
  return a.reduce((sum, raster, p) => {
    const other = b[p]?.data ?? new Uint8Array()
    return sum + raster.data.reduce((count, value, i) => count + (value === other[i] ? 0 : 1), 0)
  }, 0)
}

/** The same document with the whole font file in place of the cut one, and a map from our numbers to its glyphs. */
async function withWholeFont(pdf: Uint8Array, bytes: Uint8Array): Promise<Uint8Array> {
  const doc = await PDFDocument.load(pdf, { updateMetadata: false })
  const { context } = doc
  const font = readTrueType(bytes, 'whole')
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('Subtype')) !== PDFName.of('Type0')) continue
    const kid = object.lookup(PDFName.of('DescendantFonts'), PDFArray).lookup(0, PDFDict)
    const unicode = Buffer.from(decoded(object.lookup(PDFName.of('ToUnicode')))).toString('latin1')
    const glyphs = [...unicode.matchAll(/^<([0-9a-f]{4})> <([0-9a-f]+)>$/gm)].filter(([, , text]) => text !== 'ffff')
    const map = new Uint8Array(2 * glyphs.length + 2)
    glyphs.forEach(([, , units = ''], i) => {
      const text = Buffer.from(units, 'hex').swap16().toString('utf16le')
      new DataView(map.buffer).setUint16(2 * i + 2, font.glyph(text.codePointAt(0) ?? 0))
    })
    kid.set(PDFName.of('CIDToGIDMap'), context.register(context.flateStream(map)))
    const descriptor = kid.lookup(PDFName.of('FontDescriptor'), PDFDict)
    descriptor.set(PDFName.of('FontFile2'), context.register(context.stream(bytes, { Length1: bytes.length })))
  }
  return doc.save({ useObjectStreams: false })
}

function decoded(stream: unknown): Uint8Array {
  if (!(stream instanceof PDFRawStream)) throw new Error('no stream')
  return inflateSync(stream.getContents())
}
