import { spawnSync } from 'node:child_process'
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRawStream } from 'pdf-lib'
import { expect, test } from 'vitest'
import { openFonts } from '../../src/write/fonts.ts'
import { writePdf } from '../../src/write/pdf.ts'
import { cutFont, startSubset, wholeFont } from '../../src/write/subset.ts'
import { readTrueType } from '../../src/write/truetype.ts'
import {
  block,
  copied,
  fontBytes,
  inkIn,
  installed,
  line,
  nationalList,
  openTestFonts,
  page,
  rendered,
  withFile,
} from './kit.ts'
import { decoded, different, withWholeFont } from './whole.ts'

const fonts = openTestFonts()
const dpi = 100

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

test('a font that may not be cut is embedded whole, and drawn and copied the same', async () => {
  const bytes = uncuttable(fontBytes('noto-serif-400'))
  const roles = { song: { regular: ['own'], bold: ['own'] } }
  const write = (own: Uint8Array) => {
    const opened = openFonts([{ key: 'own', bytes: own }], roles)
    return writePdf({ title: 'test', pages: [page(line(opened, 'ABCÅžbc', 20, 30))] }, opened)
  }
  const [whole, cut] = [await write(bytes), await write(fontBytes('noto-serif-400'))]
  expect(different(await rendered(whole, dpi), await rendered(cut, dpi))).toBe(0)
  expect(await copied(whole)).toBe('ABCÅžbc')
  const programs = (await PDFDocument.load(whole)).context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFRawStream && object.dict.has(PDFName.of('Length1')) ? [object] : []))
  expect(programs.length).toBe(1)
  const program = decoded(programs[0])
  expect(readTrueType(program, 'again').glyphCount).toBe(readTrueType(bytes, 'own').glyphCount)
  expect(Buffer.compare(wholeFont(readTrueType(program, 'again')), program)).toBe(0)
})

test('a character that the font lacks has no number', () => {
  expect(startSubset(fonts.file('noto-serif-sc-400')).cid(0x20001)).toBeUndefined()
})

// ---

const blank = { width: 1, height: 1, data: new Uint8Array([255, 255, 255, 255]) }

function composite(outline: Uint8Array): boolean {
  return outline.length > 10 && new DataView(outline.buffer, outline.byteOffset).getInt16(0) < 0
}

/** The font with the bit that forbids subsets. */
function uncuttable(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(bytes)
  const data = new DataView(copy.buffer)
  const entry = Buffer.from(copy).indexOf('OS/2', 12, 'latin1')
  data.setUint16(data.getUint32(entry + 8) + 8, 0x100)
  return copy
}
