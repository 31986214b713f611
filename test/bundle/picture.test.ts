import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument, PDFName, PDFRawStream } from 'pdf-lib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { jpegFacts } from '../../src/bundle/jpeg.ts'
import { pictureOnPage, sheetOf, turned } from '../../src/bundle/picture.ts'
import { pngRows } from '../../src/bundle/png.ts'
import type { ReadingPage } from '../../src/model/evidence.ts'
import { jpeg, picture, png } from './made.ts'
import { has } from './tools.ts'

type Picture = Extract<ReadingPage, { kind: 'picture' }>

async function onPage(what: Picture) {
  const doc = await PDFDocument.create({ updateMetadata: false })
  const page = await pictureOnPage(doc, what, 'x')
  return { doc, page, bytes: await doc.save({ addDefaultPage: false }) }
}

async function images(bytes: Uint8Array): Promise<PDFRawStream[]> {
  const doc = await PDFDocument.load(bytes)
  return doc.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFRawStream ? [object] : []))
    .filter((stream) => stream.dict.get(PDFName.of('Subtype')) === PDFName.of('Image'))
}

test('bytes of a JPEG stand in the PDF as they are', async () => {
  const original = await jpeg(120, 80)
  const { bytes } = await onPage(picture(original, 'jpeg', [120, 80], [120, 80]))
  const [image] = await images(bytes)
  expect(Buffer.from(image?.getContents() ?? []).equals(Buffer.from(original))).toBe(true)
  expect(image?.dict.get(PDFName.of('Filter'))).toBe(PDFName.of('DCTDecode'))
})

test('each EXIF orientation is turned as a picture viewer turns it', async () => {
  // Six pixels of different grey, upright by sharp, against the matrix of the page.
  const [w, h] = [3, 2]
  const stored = Buffer.from([10, 20, 30, 40, 50, 60])
  for (let orientation = 1; orientation <= 8; orientation += 1) {
    const tagged = await sharp(stored, { raw: { width: w, height: h, channels: 1 } })
      .withMetadata({ orientation })
      .png()
      .toBuffer()
    const { data, info } = await sharp(tagged).autoOrient().greyscale().raw().toBuffer({ resolveWithObject: true })
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = turned(orientation, {
      x: 0,
      y: 0,
      w: info.width,
      h: info.height,
    })
    const seen = Buffer.alloc(6)
    for (let row = 0; row < h; row += 1) {
      for (let column = 0; column < w; column += 1) {
        const [s, t] = [(column + 0.5) / w, 1 - (row + 0.5) / h]
        const [x, up] = [a * s + c * t + e, b * s + d * t + f]
        seen[Math.floor(info.height - up) * info.width + Math.floor(x)] = stored[row * w + column] ?? 0
      }
    }
    expect([orientation, ...seen]).toEqual([orientation, ...data.filter((_, i) => i % info.channels === 0)])
  }
})

test.skipIf(!has('pdftoppm'))(
  'a phone picture with EXIF 6 stands upright on an upright page (needs pdftoppm)',
  async () => {
    const original = await jpeg(200, 100, 6)
    const { page, bytes } = await onPage(picture(original, 'jpeg', [100, 200], [90, 180], { orientation: 6 }))
    expect([Math.round(page.getWidth()), Math.round(page.getHeight())]).toEqual([595, 842])
    // The upper half of the stored picture is red: turned by 90° clockwise it is the right half.
    const { at } = await rendered(bytes)
    expect([at(0.65, 0.5), at(0.35, 0.5), at(0.02, 0.5), at(0.5, 0.02)]).toEqual(['red', 'blue', 'white', 'white'])
  },
)

test('a picture that is not as large as announced is refused', async () => {
  const turnedOne = await jpeg(200, 100)
  await expect(onPage(picture(turnedOne, 'jpeg', [200, 100], [100, 50], { orientation: 6 }))).rejects.toMatchObject({
    code: 'bundle/picture-size',
    args: { width: 100, height: 200 },
  })
})

test('paper follows the shape of the picture; A3 only where its own size is known and larger than A4', () => {
  const sheet = (mm: [number, number], more: Partial<Picture> = {}) => {
    const { w, h } = sheetOf(picture(new Uint8Array(), 'png', [1, 1], mm, more))
    return `${w}×${h}`
  }
  expect(sheet([210, 297])).toBe('210×297')
  expect(sheet([297, 210])).toBe('297×210')
  expect(sheet([215.9, 297])).toBe('210×297')
  expect(sheet([420, 297])).toBe('420×297')
  expect(sheet([420, 594])).toBe('297×420')
  expect(sheet([420, 594], { fitted: true })).toBe('210×297')
  expect(sheet([182, 257], { wholePage: true })).toBe('182×257')
})

test('the picture of a whole page stands without a margin on a sheet of its size', async () => {
  const { page } = await onPage(picture(png(4, 4, 2), 'png', [4, 4], [100, 100], { wholePage: true }))
  const stream = page.doc.context.lookup(page.node.normalizedEntries().Contents?.get(0)) as PDFRawStream
  expect(Buffer.from(stream.getContents()).toString()).toBe('q 283.46457 0 0 283.46457 0 0 cm /Im0 Do Q')
  expect([page.getWidth(), page.getHeight()].map(Math.round)).toEqual([283, 283])
})

test('a small picture keeps its size, a large one gets 10 mm of margin', async () => {
  const matrix = async (mm: [number, number]) => {
    const { page, doc } = await onPage(picture(await jpeg(100, 50), 'jpeg', [100, 50], mm))
    const stream = doc.context.lookup(page.node.normalizedEntries().Contents?.get(0)) as PDFRawStream
    const numbers = Buffer.from(stream.getContents()).toString().split(' ').slice(1, 7).map(Number)
    return numbers.map((points) => Math.round((points * 25.4) / 72))
  }
  expect(await matrix([80, 40])).toEqual([80, 0, 0, 40, 109, 85])
  expect(await matrix([297, 148.5])).toEqual([277, 0, 0, 139, 10, 36])
})

test.each([
  [0, 'DeviceGray'],
  [2, 'DeviceRGB'],
  [3, 'Indexed'],
] as const)('rows of a PNG of colour type %i pass through unchanged', async (kind, space) => {
  const original = png(8, 6, kind)
  const { bytes } = await onPage(picture(original, 'png', [8, 6], [80, 60]))
  const [image] = await images(bytes)
  expect(Buffer.from(image?.getContents() ?? []).equals(Buffer.from(pngRows(original)?.data ?? []))).toBe(true)
  expect(String(image?.dict.lookup(PDFName.of('ColorSpace')))).toContain(space)
})

test.skipIf(!has('pdftoppm'))('a passed-through palette shows its colours (needs pdftoppm)', async () => {
  const { bytes } = await onPage(picture(png(2, 2, 3), 'png', [2, 2], [190, 190]))
  const { at } = await rendered(bytes)
  expect([at(0.3, 0.5), at(0.7, 0.5)]).toEqual(['red', 'blue'])
})

test('a PNG with an alpha channel, interlaced or cut off is not passed through', async () => {
  const interlaced = await sharp(Buffer.alloc(300), { raw: { width: 10, height: 10, channels: 3 } })
    .png({ progressive: true })
    .toBuffer()
  expect(pngRows(png(4, 4, 6))).toBeUndefined()
  expect(pngRows(interlaced)).toBeUndefined()
  expect(pngRows(png(4, 4, 2).subarray(0, 60))).toBeUndefined()
  const { bytes } = await onPage(picture(new Uint8Array(interlaced), 'png', [10, 10], [50, 50]))
  expect(await images(bytes)).toHaveLength(1)
})

test('four colours are inverted only where Adobe wrote them', async () => {
  const cmyk = new Uint8Array(
    await sharp({ create: { width: 8, height: 8, channels: 3, background: '#c00' } })
      .toColourspace('cmyk')
      .jpeg()
      .toBuffer(),
  )
  expect(jpegFacts(cmyk, 'x')).toMatchObject({ components: 4, adobe: true })
  const plain = withoutAdobe(cmyk)
  expect(jpegFacts(plain, 'x')).toMatchObject({ components: 4, adobe: false })
  const decode = async (bytes: Uint8Array) => {
    const [image] = await images((await onPage(picture(bytes, 'jpeg', [8, 8], [50, 50]))).bytes)
    return image?.dict.has(PDFName.of('Decode'))
  }
  expect([await decode(cmyk), await decode(plain)]).toEqual([true, false])
})

test('a colour profile travels with its picture, once for all pictures that share it', async () => {
  const [a, b] = await Promise.all([40, 60].map((side) => withProfile(side)))
  const doc = await PDFDocument.create({ updateMetadata: false })
  await pictureOnPage(doc, picture(a as Uint8Array, 'jpeg', [40, 40], [40, 40]), 'a')
  await pictureOnPage(doc, picture(b as Uint8Array, 'jpeg', [60, 60], [40, 40]), 'b')
  const spaces = (await images(await doc.save())).map((image) => String(image.dict.lookup(PDFName.of('ColorSpace'))))
  expect(spaces[0]).toContain('ICCBased')
  expect(new Set(spaces).size).toBe(1)
})

test('what is no JPEG, or one that PDF readers do not decode, is refused and named', async () => {
  const lossless = Buffer.from(await jpeg(8, 8))
  lossless[lossless.indexOf(Buffer.from([0xff, 0xc0])) + 1] = 0xc3
  for (const bytes of [lossless, Buffer.from('GIF89a'), Buffer.alloc(0), Buffer.from([0xff, 0xd8, 0xff])]) {
    expect(() => jpegFacts(bytes, 'bad.jpg')).toThrow(
      expect.objectContaining({ code: 'bundle/odd-picture', at: { file: 'bad.jpg' } }),
    )
  }
})

// ---

async function withProfile(side: number): Promise<Uint8Array> {
  const made = sharp({ create: { width: side, height: side, channels: 3, background: '#08f' } })
    .withIccProfile('p3')
    .jpeg()
  return new Uint8Array(await made.toBuffer())
}

function withoutAdobe(bytes: Uint8Array): Uint8Array {
  const data = Buffer.from(bytes)
  const at = data.indexOf(Buffer.from([0xff, 0xee]))
  return new Uint8Array(Buffer.concat([data.subarray(0, at), data.subarray(at + 2 + data.readUInt16BE(at + 2))]))
}

async function rendered(bytes: Uint8Array) {
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'))
  try {
    writeFileSync(join(folder, 'x.pdf'), bytes)
    execFileSync('pdftoppm', ['-r', '40', '-png', '-singlefile', join(folder, 'x.pdf'), join(folder, 'x')])
    const { data, info } = await sharp(readFileSync(join(folder, 'x.png')))
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    const at = (x: number, y: number) => {
      const offset = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * 3
      const [r = 0, g = 0, b = 0] = data.subarray(offset, offset + 3)
      return g > 200 ? 'white' : r > 200 && b < 60 ? 'red' : b > 200 && r < 60 ? 'blue' : `${r},${g},${b}`
    }
    return { at }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
