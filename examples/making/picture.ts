import { PDFDocument } from 'pdf-lib'
import sharp, { type Sharp } from 'sharp'
import type { Page } from '../../src/model/page.ts'
import type { Raster } from '../../src/pdfium/pdfium.ts'
import type { Fonts } from '../../src/write/fonts.ts'
import { drawPages } from '../../src/write/pdf.ts'

/** Grey paper of a flatbed scanner, turned a little, as JPEG. */
export function scanned(raster: Raster, page: number): Promise<Buffer> {
  return picture(raster)
    .rotate(page % 2 ? 0.4 : -0.3, { background: '#f4f4f2' })
    .resize(raster.width, raster.height, { fit: 'cover' })
    .greyscale()
    .linear(0.93, 8)
    .jpeg({ quality: 62, mozjpeg: false })
    .toBuffer()
}

/** Photo of the paper on a table, a little crooked and in the shade, with the phone's EXIF orientation (1–8). */
export async function photographed(raster: Raster, exif: number): Promise<Buffer> {
  const paper = await picture(raster).rotate(1.2, { background: '#6b5846' }).png({ compressionLevel: 0 }).toBuffer()
  const { width = 1, height = 1 } = await sharp(paper).metadata()
  const shade = Buffer.from(
    `<svg width="${width + 120}" height="${height + 120}"><defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#fff" stop-opacity="0.10"/><stop offset="1" stop-color="#2a1c08" stop-opacity="0.28"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#g)"/></svg>`,
  )
  const upright = await sharp(paper)
    .extend({ top: 60, bottom: 60, left: 60, right: 60, background: '#6b5846' })
    .composite([{ input: shade }])
    .removeAlpha()
    .png({ compressionLevel: 0 })
    .toBuffer()
  return stored(sharp(upright), exif).withMetadata({ orientation: exif }).jpeg({ quality: 80 }).toBuffer()
}

/** Picture of a screen: PNG with a title bar, colours as they are. */
export function screenshot(raster: Raster): Promise<Buffer> {
  return picture(raster)
    .removeAlpha()
    .extend({ top: 48, bottom: 0, left: 0, right: 0, background: '#3b6ea5' })
    .png({ compressionLevel: 9 })
    .toBuffer()
}

/** Several pages in one grey TIFF, as a copier sends them. */
export async function copierTiff(rasters: readonly Raster[]): Promise<Buffer> {
  const pages = await Promise.all(rasters.map((raster) => picture(raster).greyscale().png().toBuffer()))
  return sharp([...pages], { join: { animated: true } })
    .greyscale()
    .tiff({ compression: 'deflate' })
    .toBuffer()
}

/** Head and shoulders in plain shapes on white, plainly nobody. */
export function portrait(): Promise<Buffer> {
  const drawing = `<svg width="358" height="441"><rect width="100%" height="100%" fill="#ffffff"/><path d="M60 441 C60 330 130 300 179 300 C228 300 298 330 298 441 Z" fill="#5b6b7c"/><ellipse cx="179" cy="190" rx="78" ry="98" fill="#c9c2ba"/><path d="M97 190 C90 80 268 80 261 190 C245 130 113 130 97 190 Z" fill="#4a4440"/></svg>`
  return sharp(Buffer.from(drawing)).removeAlpha().jpeg({ quality: 90 }).toBuffer()
}

/** A PDF whose pages are pictures. */
export async function pdfOfPictures(jpegs: readonly Buffer[]): Promise<Uint8Array> {
  const doc = await PDFDocument.create({ updateMetadata: false })
  for (const bytes of jpegs) {
    const image = await doc.embedJpg(bytes)
    doc.addPage([595.28, 841.89]).drawImage(image, { x: 0, y: 0, width: 595.28, height: 841.89 })
  }
  return doc.save()
}

/** Locked against changes by an owner password, open to read, as paper databases hand out. */
export async function ownerLocked(pages: readonly Page[], fonts: Fonts): Promise<Uint8Array> {
  const doc = await PDFDocument.create({ updateMetadata: false })
  await drawPages(doc, pages, fonts)
  doc.encrypt({ userPassword: '', ownerPassword: 'owner', permissions: { modifying: false, copying: false } })
  return doc.save()
}

// ---

function picture(raster: Raster): Sharp {
  return sharp(Buffer.from(raster.data), { raw: { width: raster.width, height: raster.height, channels: 4 } }).flatten({
    background: '#ffffff',
  })
}

/** Turns upright pixels into what the sensor stored, so that the EXIF orientation makes them upright again. */
function stored(upright: Sharp, exif: number): Sharp {
  const turns: Readonly<Record<number, readonly [flop: boolean, degrees: number]>> = {
    1: [false, 0],
    2: [true, 0],
    3: [false, 180],
    4: [true, 180],
    5: [true, 270],
    6: [false, 270],
    7: [true, 90],
    8: [false, 90],
  }
  const [flop, degrees] = turns[exif] ?? [false, 0]
  const turned = degrees ? upright.rotate(degrees) : upright
  return flop ? turned.flop() : turned
}
