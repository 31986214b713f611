import { createHash } from 'node:crypto'
import { type PDFDocument, PDFName, type PDFPage, type PDFRef } from 'pdf-lib'
import type { ReadingPage } from '../model/evidence.ts'
import { exits, Refusal } from '../model/finding.ts'
import { type JpegFacts, jpegFacts } from './jpeg.ts'
import { type PngRows, pngRows } from './png.ts'

type Picture = Extract<ReadingPage, { kind: 'picture' }>

/** Margin around a picture, mm; the running number stands in it. */
const margin = 10
const a4 = { short: 210, long: 297 }
const a3 = { short: 297, long: 420 }
const pointsPerMm = 72 / 25.4

/**
 * Adds a page with one picture on it: A4 in the direction of the picture, A3 where its density says that it is larger than
 * A4; centred, never enlarged beyond its own size. A picture of a whole page stands on a sheet of that page's size.
 * JPEG bytes are carried as they are and turned by the page.
 * @throws Refusal `bundle/odd-picture`, `bundle/picture-size` when bytes and announced size differ
 */
export async function pictureOnPage(doc: PDFDocument, picture: Picture, file: string): Promise<PDFPage> {
  const { orientation } = picture
  const { ref, width, height } = await embed(doc, picture, file)
  const [seenW, seenH] = orientation >= 5 ? [height, width] : [width, height]
  if (seenW !== picture.pixelWidth || seenH !== picture.pixelHeight) {
    const args = { width: seenW, height: seenH, givenWidth: picture.pixelWidth, givenHeight: picture.pixelHeight }
    throw new Refusal('bundle/picture-size', exits.unreadable, args, { file })
  }
  const sheet = sheetOf(picture)
  const box = placed(picture, sheet)
  const page = doc.addPage([sheet.w * pointsPerMm, sheet.h * pointsPerMm])
  page.node.set(PDFName.of('Resources'), doc.context.obj({ XObject: { Im0: ref } }))
  const matrix = turned(orientation, box).map((value) => plain(value * pointsPerMm))
  page.node.addContentStream(doc.context.register(doc.context.stream(`q ${matrix.join(' ')} cm /Im0 Do Q`)))
  return page
}

/** Sheet for a picture, mm. */
export function sheetOf(picture: Picture): { readonly w: number; readonly h: number } {
  const { mmWidth, mmHeight, fitted } = picture
  if (picture.wholePage) return { w: mmWidth, h: mmHeight }
  const [short, long] = [Math.min(mmWidth, mmHeight), Math.max(mmWidth, mmHeight)]
  // A scanner bed is a little larger than its paper.
  const beyond = short > a4.short + 8 || long > a4.long + 8
  const paper = beyond && !fitted ? a3 : a4
  return mmWidth > mmHeight ? { w: paper.long, h: paper.short } : { w: paper.short, h: paper.long }
}

type Box = { readonly x: number; readonly y: number; readonly w: number; readonly h: number }

/** Matrix that puts the unit square of the stored picture into a box so that it stands upright (EXIF 1–8). */
export function turned(orientation: number, { x, y, w, h }: Box): readonly number[] {
  const table: Record<number, readonly number[]> = {
    1: [w, 0, 0, h, x, y],
    2: [-w, 0, 0, h, x + w, y],
    3: [-w, 0, 0, -h, x + w, y + h],
    4: [w, 0, 0, -h, x, y + h],
    5: [0, -h, -w, 0, x + w, y + h],
    6: [0, -h, w, 0, x, y + h],
    7: [0, h, w, 0, x, y],
    8: [0, h, -w, 0, x + w, y],
  }
  return table[orientation] ?? [w, 0, 0, h, x, y]
}

// ---

/** A number as PDF writes it: no exponent, at most five decimals. */
function plain(value: number): string {
  return String(Number(value.toFixed(5)))
}

type Embedded = { readonly ref: PDFRef; readonly width: number; readonly height: number }

function placed({ mmWidth, mmHeight, wholePage }: Picture, sheet: { readonly w: number; readonly h: number }): Box {
  if (wholePage) return { x: 0, y: 0, ...sheet }
  const scale = Math.min(1, (sheet.w - 2 * margin) / mmWidth, (sheet.h - 2 * margin) / mmHeight)
  const [w, h] = [mmWidth * scale, mmHeight * scale]
  return { x: (sheet.w - w) / 2, y: (sheet.h - h) / 2, w, h }
}

async function embed(doc: PDFDocument, picture: Picture, file: string): Promise<Embedded> {
  if (picture.format === 'jpeg') {
    const facts = jpegFacts(picture.bytes, file)
    return { ...facts, ref: jpegObject(doc, picture.bytes, facts) }
  }
  const rows = pngRows(picture.bytes)
  if (rows) return { ...rows, ref: pngObject(doc, rows) }
  const image = await doc.embedPng(picture.bytes).catch(() => {
    throw new Refusal('bundle/odd-picture', exits.unreadable, {}, { file })
  })
  await image.embed()
  return { ref: image.ref, width: image.width, height: image.height }
}

function jpegObject(doc: PDFDocument, bytes: Uint8Array, facts: JpegFacts): PDFRef {
  const device = { 1: 'DeviceGray', 3: 'DeviceRGB', 4: 'DeviceCMYK' }[facts.components]
  const stream = doc.context.stream(bytes, {
    Type: 'XObject',
    Subtype: 'Image',
    Width: facts.width,
    Height: facts.height,
    BitsPerComponent: 8,
    ColorSpace: facts.profile ? ['ICCBased', profileObject(doc, facts.profile, facts.components, device)] : device,
    Filter: 'DCTDecode',
    // Adobe writes CMYK inverted; without its marker the values are as they are.
    ...(facts.components === 4 && facts.adobe ? { Decode: [1, 0, 1, 0, 1, 0, 1, 0] } : {}),
    ...(facts.plainRgb ? { DecodeParms: { ColorTransform: 0 } } : {}),
  })
  return doc.context.register(stream)
}

function pngObject(doc: PDFDocument, rows: PngRows): PDFRef {
  const { width, height, bits, colors, palette } = rows
  const stream = doc.context.stream(rows.data, {
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    BitsPerComponent: bits,
    ColorSpace: palette ? indexed(doc, palette) : colors === 3 ? 'DeviceRGB' : 'DeviceGray',
    Filter: 'FlateDecode',
    DecodeParms: { Predictor: 15, Colors: colors, BitsPerComponent: bits, Columns: width },
  })
  return doc.context.register(stream)
}

function indexed(doc: PDFDocument, palette: Uint8Array) {
  const table = doc.context.register(doc.context.stream(palette))
  return doc.context.obj(['Indexed', 'DeviceRGB', palette.length / 3 - 1, table])
}

/** Profiles by content, once a document: two hundred scans of one scanner share theirs. */
const profiles = new WeakMap<PDFDocument, Map<string, PDFRef>>()

function profileObject(doc: PDFDocument, profile: Uint8Array, components: number, alternate: string): PDFRef {
  const known = profiles.get(doc) ?? new Map<string, PDFRef>()
  profiles.set(doc, known)
  const key = createHash('sha256').update(profile).digest('hex')
  const ref =
    known.get(key) ?? doc.context.register(doc.context.flateStream(profile, { N: components, Alternate: alternate }))
  known.set(key, ref)
  return ref
}
