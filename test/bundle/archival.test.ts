import {
  decodePDFRawStream,
  PDFDocument,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  StandardFonts,
} from 'pdf-lib'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { isArchival } from '../../src/bundle/archival.ts'
import { compose } from '../../src/bundle/compose.ts'
import { readContent } from '../../src/bundle/operators.ts'
import type { Part } from '../../src/bundle/plan.ts'
import { writePdf } from '../../src/write/pdf.ts'
import { startDrawing } from '../../src/write/pen.ts'
import { srgbProfile } from '../../src/write/profile.ts'
import { line, openTestFonts, page } from '../write/kit.ts'
import { pdfPages } from './made.ts'

const fonts = openTestFonts()
const key = (name: string) => PDFName.of(name)

/** A page of ours as a foreign file brings it: fonts of TrueType by CIDs. */
async function ours(): Promise<PDFDocument> {
  return PDFDocument.load(await writePdf({ title: 'x', pages: [page(line(fonts, '样例 Łódź 123', 20, 30))] }, fonts))
}

async function withContent(content: string, resources: Record<string, unknown> = {}): Promise<PDFPage> {
  const doc = await PDFDocument.create({ updateMetadata: false })
  const one = doc.addPage()
  one.node.set(key('Contents'), doc.context.register(doc.context.flateStream(content)))
  one.node.set(key('Resources'), doc.context.obj(resources as never))
  return one
}

async function withPicture(entries: Record<string, unknown>): Promise<PDFPage> {
  const one = await withContent('q 9 0 0 9 0 0 cm /I Do Q')
  const { context } = one.doc
  const picture = {
    Type: 'XObject',
    Subtype: 'Image',
    Width: 1,
    Height: 1,
    BitsPerComponent: 8,
    ColorSpace: 'DeviceRGB',
  }
  const ref = context.register(context.stream(new Uint8Array(3), { ...picture, ...entries } as never))
  one.node.set(key('Resources'), context.obj({ XObject: { I: ref } }))
  return one
}

describe('fit for an archive', () => {
  test('a page of embedded fonts', async () => {
    expect((await ours()).getPages().every(isArchival)).toBe(true)
  })

  test('a page with a scan, with or without a profile of its own', async () => {
    expect(isArchival(await withPicture({}))).toBe(true)
    expect(isArchival(await withPicture({ ColorSpace: ['Indexed', 'DeviceRGB', 0, 'abc'] }))).toBe(true)
    const jpeg = await PDFDocument.create({ updateMetadata: false })
    const scan = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } })
      .jpeg()
      .toBuffer()
    const image = await jpeg.embedJpg(scan)
    jpeg.addPage().drawImage(image)
    await jpeg.flush()
    expect(jpeg.getPages().every(isArchival)).toBe(true)
  })

  test('lines, colours and an empty page', async () => {
    for (const content of ['', 'q 1 0 0 RG 0.5 g 1 w 0 0 m 9 9 l S 1 1 5 5 re f Q', '/a <</MCID 0>> BDC n EMC % end'])
      expect([content, isArchival(await withContent(content))]).toEqual([content, true])
  })
})

describe('not vouched for', () => {
  test.each([
    ['CMYK', '0 0 0 1 k 0 0 m 9 9 l f'],
    ['a colour space', '/Cs1 cs 1 scn 0 0 m 9 9 l f'],
    ['a rendering intent', '/Perceptual ri'],
    ['a shading', '/Sh1 sh'],
    ['an inline image', 'BI /W 1 /H 1 /BPC 8 /CS /G ID x EI'],
    ['an operator that nobody knows', '1 2 foo'],
    ['deep nesting', `${'q '.repeat(29)}${'Q '.repeat(29)}`],
    ['an open string', 'BT (abc Tj ET'],
    ['text in a font that is not there', 'BT /F1 9 Tf (abc) Tj ET'],
  ])('%s', async (_, content) => {
    expect(isArchival(await withContent(content))).toBe(false)
  })

  test.each<readonly [string, Record<string, unknown>]>([
    ['a CMYK picture', { ColorSpace: 'DeviceCMYK' }],
    ['a picture of a separation', { ColorSpace: ['Separation', 'Spot', 'DeviceRGB', null] }],
    ['a smoothed picture', { Interpolate: true }],
    ['a picture with another for the screen', { Alternates: [] }],
    ['a picture of JPEG 2000', { Filter: 'JPXDecode' }],
    ['a picture outside the file', { F: 'a.jpg' }],
  ])('%s', async (_, entries) => {
    expect(isArchival(await withPicture(entries))).toBe(false)
  })

  test('a font that is not in the file', async () => {
    const doc = await PDFDocument.create({ updateMetadata: false })
    doc.addPage().drawText('abc', { font: await doc.embedFont(StandardFonts.Helvetica) })
    await doc.flush()
    expect(doc.getPages().every(isArchival)).toBe(false)
  })

  test('transparency, a form of PostScript and annotations', async () => {
    expect(isArchival(await withContent('/G gs', { ExtGState: { G: { ca: 0.5 } } }))).toBe(false)
    expect(isArchival(await withContent('/G gs', { ExtGState: { G: { ca: 1, Type: 'ExtGState' } } }))).toBe(true)
    const one = await withContent('')
    one.node.set(key('Annots'), one.doc.context.obj([{ Type: 'Annot', Subtype: 'Link' }]))
    expect(isArchival(one)).toBe(false)
  })

  test.each<readonly [string, (doc: PDFDocument) => void]>([
    ['without its text', (doc) => fontOf(doc).delete(key('ToUnicode'))],
    ['with an encoding of its own', (doc) => fontOf(doc).set(key('Encoding'), key('GBK-EUC-H'))],
    [
      'with other widths than its program',
      (doc) => cidFontOf(doc).set(key('W'), doc.context.obj([1, [1, 2, 3, 4, 5, 6]])),
    ],
    ['without its program', (doc) => descriptorOf(doc).delete(key('FontFile2'))],
    [
      'with a map of its glyphs',
      (doc) => cidFontOf(doc).set(key('CIDToGIDMap'), doc.context.register(doc.context.stream(''))),
    ],
    [
      'with a list of its glyphs',
      (doc) => descriptorOf(doc).set(key('CIDSet'), doc.context.register(doc.context.stream(''))),
    ],
    ['with a code that has no text', (doc) => replaceText(doc, (cmap) => cmap.replace(/<0002> <[0-9a-f]+>\n/, ''))],
    [
      'with a code that stands for nothing',
      (doc) => replaceText(doc, (cmap) => cmap.replace(/<0002> <[0-9a-f]+>/, '<0002> <0000>')),
    ],
  ])('a font %s', async (_, break_) => {
    const doc = await ours()
    break_(doc)
    const again = await PDFDocument.load(await doc.save({ useObjectStreams: false }))
    expect(again.getPages().every(isArchival)).toBe(false)
  })
})

test('a profile of another kind than the picture is none', async () => {
  for (const [count, good] of [
    [3, true],
    [1, false],
    [4, false],
  ] as const) {
    const one = await withPicture({})
    const { context } = one.doc
    const profile = context.register(context.flateStream(srgbProfile(), { N: count }))
    const picture = one.node.Resources()?.lookup(key('XObject')) as { lookup(name: PDFName): PDFRawStream } | undefined
    picture?.lookup(key('I')).dict.set(key('ColorSpace'), context.obj(['ICCBased', profile]))
    expect([count, isArchival(one)]).toEqual([count, good])
  }
})

test('the content of a page is read with its strings, names and fonts', () => {
  const read = readContent(Buffer.from("BT /F#31 9 Tf [(a\\)\\051b) -20 <4 1>] TJ q /F2 9 Tf (\\\n(c)) ' Q (d) Tj ET"))
  expect([...(read?.operators ?? [])].join(' ')).toBe("BT Tf TJ q ' Q Tj ET")
  expect([...(read?.shown ?? [])].map(([font, strings]) => [font, strings.map(String)])).toEqual([
    ['F1', ['a))b', 'A', 'd']],
    ['F2', ['(c)']],
  ])
  expect(read?.depth).toBe(1)
})

test.each([true, false])('the reading copy makes the claim where every foreign page is fit: %s', async (fit) => {
  const foreign = await PDFDocument.create({ updateMetadata: false })
  if (!fit) foreign.addPage().drawText('abc', { font: await foreign.embedFont(StandardFonts.Helvetica) })
  const scans = [await (await ours()).save(), ...(fit ? [] : [await foreign.save()])]
  const parts = scans.map((bytes, i): Part => {
    const read = async () => [pdfPages(bytes, 1)]
    return { key: `e${i}`, title: '样例', numbered: true, pages: 1, body: { kind: 'evidence', path: 'a.pdf', read } }
  })
  const said: boolean[] = []
  const describe = (_: PDFDocument, archival: boolean) => said.push(archival)
  const what = { title: '合订本', asOf: '2024-10-25', parts, items: [], describe }
  const { pieces } = compose(what, (doc) => startDrawing(doc, fonts), fonts.measure)
  for await (const _ of pieces);
  expect(said).toEqual([fit])
})

// ---

function objects(doc: PDFDocument): readonly PDFObject[] {
  return doc.context.enumerateIndirectObjects().map(([, object]) => object)
}

type Dict = {
  get(name: PDFName): PDFObject | undefined
  set(name: PDFName, value: PDFObject): void
  delete(name: PDFName): boolean
}

function withType(doc: PDFDocument, name: string, type: string): Dict {
  const found = objects(doc).find(
    (object) => 'keys' in object && String((object as unknown as Dict).get(key(name))) === type,
  )
  if (!found) throw new Error(`no ${type}`)
  return found as unknown as Dict
}
const fontOf = (doc: PDFDocument) => withType(doc, 'Subtype', '/Type0')
const cidFontOf = (doc: PDFDocument) => withType(doc, 'Subtype', '/CIDFontType2')
const descriptorOf = (doc: PDFDocument) => withType(doc, 'Type', '/FontDescriptor')

function replaceText(doc: PDFDocument, change: (cmap: string) => string): void {
  const { context } = doc
  const old = context.lookup(fontOf(doc).get(key('ToUnicode')))
  if (!(old instanceof PDFRawStream)) throw new Error('no ToUnicode')
  const text = Buffer.from(decodePDFRawStream(old).decode()).toString('latin1')
  const fresh = change(text)
  expect(fresh).not.toBe(text)
  fontOf(doc).set(key('ToUnicode'), context.register(context.stream(fresh)))
}
