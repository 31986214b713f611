import sharp, { type Sharp } from 'sharp'
import { expect, test } from 'vitest'
import { readingPages } from '../../src/evidence/pages.ts'
import { sniff } from '../../src/evidence/sniff.ts'
import type { ReadingPage } from '../../src/model/evidence.ts'
import { openPdfium } from '../../src/pdfium/pdfium.ts'
import * as make from '../fixtures/make-files.ts'
import { heic } from '../fixtures/make-heic.ts'

const pdfium = await openPdfium()

type Picture = Extract<ReadingPage, { kind: 'picture' }>

async function pages(bytes: Uint8Array, excerpt?: { from: number; to: number }) {
  return readingPages(bytes, sniff(bytes), excerpt, pdfium)
}

async function onePicture(bytes: Uint8Array): Promise<Picture> {
  const [page, ...more] = await pages(bytes)
  if (page?.kind !== 'picture' || more.length) throw new Error('one picture expected')
  return page
}

/** Turned as the page says: mirrored first, then clockwise; RGB. */
async function upright(page: Picture): Promise<make.Pixels> {
  const raw = (input: Sharp) => input.removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
  const mirrored = await raw(sharp(page.bytes).flop(page.mirrored))
  const { width, height } = mirrored.info
  const turned = await raw(sharp(mirrored.data, { raw: { width, height, channels: 3 } }).rotate(page.turn))
  return { width: turned.info.width, height: turned.info.height, data: turned.data }
}

/** Middle of each quarter. */
function colours({ width, height, data }: make.Pixels): string[] {
  const at = (x: number, y: number) => {
    const start = (Math.floor(y * height) * width + Math.floor(x * width)) * 3
    return [...data.subarray(start, start + 3)].map((value) => (value > 127 ? 'f' : '0')).join('')
  }
  return [at(0.25, 0.25), at(0.75, 0.25), at(0.25, 0.75), at(0.75, 0.75)]
}

const straight = ['f00', '0f0', '00f', 'fff']

for (const format of ['jpeg', 'png', 'webp', 'tiff'] as const)
  test.each([1, 2, 3, 4, 5, 6, 7, 8])(`a ${format} held as EXIF %i stands upright`, async (orientation) => {
    const page = await onePicture(await make.held(orientation, format))
    const pixels = await upright(page)
    expect([pixels.width, pixels.height]).toEqual([60, 40])
    expect([page.pixelWidth, page.pixelHeight]).toEqual([60, 40])
    expect(page.mmWidth).toBeGreaterThan(page.mmHeight)
    expect(colours(pixels)).toEqual(straight)
  })

test('a JPEG keeps its bytes', async () => {
  const bytes = await make.held(6, 'jpeg')
  const page = await onePicture(bytes)
  expect(page.bytes).toBe(bytes)
  expect([page.orientation, page.turn, page.mirrored]).toEqual([6, 90, false])
})

test.each([
  ['progressive', (p: Sharp) => p.jpeg({ progressive: true })],
  ['grey', (p: Sharp) => p.toColourspace('b-w').jpeg()],
])('a %s JPEG keeps its bytes', async (_, made) => {
  const bytes = make.bytes(await made(make.picture(make.quarters())).toBuffer())
  expect((await onePicture(bytes)).bytes).toBe(bytes)
})

test('a CMYK JPEG becomes an RGB JPEG of the same colours, upright', async () => {
  const stored = make.picture(make.stored(make.quarters(), 6))
  const bytes = make.oriented(await stored.toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer(), 6)
  expect(await sharp(bytes).metadata()).toMatchObject({ space: 'cmyk', orientation: 6 })
  const page = await onePicture(bytes)
  expect((await sharp(page.bytes).metadata()).space).toBe('srgb')
  expect([page.format, page.orientation]).toEqual(['jpeg', 1])
  // Pure green lies outside what ink can print.
  const [red, , blue, white] = colours(await upright(page))
  expect([red, blue, white]).toEqual(['f00', '00f', 'fff'])
})

test('a JPEG whose components are called R, G and B is stored anew', async () => {
  const bytes = Buffer.from(await make.jpeg())
  const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]))
  for (const [at, name] of [...'RGB'].entries()) bytes[frame + 10 + at * 3] = name.charCodeAt(0)
  const scan = bytes.indexOf(Buffer.from([0xff, 0xda]))
  for (const [at, name] of [...'RGB'].entries()) bytes[scan + 5 + at * 2] = name.charCodeAt(0)
  expect((await onePicture(make.bytes(bytes))).bytes).not.toEqual(make.bytes(bytes))
})

test.each([
  ['8-bit', (p: Sharp) => p.png()],
  ['palette', (p: Sharp) => p.png({ palette: true, colours: 4 })],
  ['grey', (p: Sharp) => p.toColourspace('b-w').png()],
])('a plain %s PNG keeps its bytes', async (_, made) => {
  const bytes = make.bytes(await made(make.picture(make.quarters())).toBuffer())
  expect((await onePicture(bytes)).bytes).toBe(bytes)
})

test.each([
  ['16-bit', (p: Sharp) => p.toColourspace('rgb16').png()],
  ['interlaced', (p: Sharp) => p.png({ progressive: true })],
])('a %s PNG is stored anew in 8 bits, not interlaced', async (_, made) => {
  const page = await onePicture(make.bytes(await made(make.picture(make.quarters())).toBuffer()))
  expect(await sharp(page.bytes).metadata()).toMatchObject({ depth: 'uchar', isProgressive: false, hasAlpha: false })
  expect(colours(await upright(page))).toEqual(straight)
})

test('a PNG without its last chunk is stored anew', async () => {
  const page = await onePicture((await make.png()).slice(0, -12))
  expect(Buffer.from(page.bytes).subarray(-8, -4).toString()).toBe('IEND')
  expect(colours(await upright(page))).toEqual(straight)
})

test('what is transparent becomes white, what is half transparent half so', async () => {
  const dots = Buffer.from([255, 0, 0, 255, 0, 0, 0, 0, 0, 0, 0, 128, 0, 0, 255, 255])
  const bytes = await sharp(dots, { raw: { width: 4, height: 1, channels: 4 } })
    .png()
    .toBuffer()
  const page = await onePicture(make.bytes(bytes))
  const pixels = await sharp(page.bytes).raw().toBuffer()
  expect([...pixels.subarray(0, 6)]).toEqual([255, 0, 0, 255, 255, 255])
  expect(pixels[6]).toBe(127)
})

test('transparency of a palette becomes white too', async () => {
  const dots = Buffer.from([255, 0, 0, 255, 0, 0, 0, 0])
  const made = sharp(dots, { raw: { width: 2, height: 1, channels: 4 } }).png({ palette: true })
  const page = await onePicture(make.bytes(await made.toBuffer()))
  const { data, info } = await sharp(page.bytes).raw().toBuffer({ resolveWithObject: true })
  expect([info.channels, ...data.subarray(3, 6)]).toEqual([3, 255, 255, 255])
})

test('every page of a TIFF comes, in order', async () => {
  const result = await pages(await make.tiff3())
  const first = await Promise.all(
    result.map(async (page) =>
      page.kind === 'picture' ? [...(await sharp(page.bytes).raw().toBuffer())].slice(0, 3) : [],
    ),
  )
  expect(first).toEqual([
    [255, 0, 0],
    [0, 255, 0],
    [0, 0, 255],
  ])
  expect(result.map(({ sourcePages }) => sourcePages)).toEqual([[1], [2], [3]])
})

test('a fax in Group 4 comes as white paper', async () => {
  const page = await onePicture(make.fax())
  expect([page.pixelWidth, page.pixelHeight]).toEqual([64, 32])
  expect(new Set(await sharp(page.bytes).toColourspace('b-w').raw().toBuffer())).toEqual(new Set([255]))
})

test('a fax of half as many lines is not squashed', async () => {
  const page = await onePicture(make.fax([204, 98]))
  expect(page.mmWidth / page.mmHeight).toBeCloseTo(64 / 204 / (32 / 98), 3)
})

test('an excerpt of a TIFF holds its pages only', async () => {
  const result = await pages(await make.tiff3(), { from: 2, to: 3 })
  expect(result.map(({ sourcePages }) => sourcePages)).toEqual([[2], [3]])
})

test('of a moving picture the first frame comes', async () => {
  const page = await onePicture(await make.gif2())
  expect([...(await sharp(page.bytes).raw().toBuffer())].slice(0, 3)).toEqual([255, 0, 0])
})

test.each([
  ['300 dpi', 300, 1200, 600, [101.6, 50.8, false]],
  ['72 dpi that would be wider than A3', 72, 1200, 600, [297, 148.5, true]],
  ['60 dpi', 60, 300, 600, [148.5, 297, true]],
  ['no density', undefined, 600, 300, [297, 148.5, true]],
])('a picture of %s has its size in mm', async (_, density, width, height, [w, h, fitted]) => {
  const plain = sharp({ create: { width, height, channels: 3, background: '#888' } }).png()
  const made = density === undefined ? plain : plain.withMetadata({ density })
  const page = await onePicture(make.bytes(await made.toBuffer()))
  expect(page.mmWidth).toBeCloseTo(Number(w), 0)
  expect(page.mmHeight).toBeCloseTo(Number(h), 0)
  expect(page.fitted).toBe(fitted)
})

test('a PDF comes as one clean PDF', async () => {
  const [page, ...more] = await pages(await make.pdfBytes(['a', 'b', 'c']))
  expect(more).toEqual([])
  expect(page).toMatchObject({ kind: 'pdf', pageCount: 3, sourcePages: [1, 2, 3] })
})

test('an excerpt of a PDF holds its pages only', async () => {
  const [page] = await pages(await make.pdfBytes(['a', 'b', 'c']), { from: 2, to: 2 })
  if (page?.kind !== 'pdf') throw new Error('a PDF expected')
  const file = await pdfium.open(page.bytes)
  expect([file.pageCount, file.text(1), page.sourcePages]).toEqual([1, 'b', [2]])
  file.close()
})

test('an excerpt beyond the end is refused', async () => {
  for (const bytes of [await make.pdfBytes(), await make.tiff3()])
    await expect(pages(bytes, { from: 1, to: 9 })).rejects.toMatchObject({ code: 'evidence/excerpt-outside' })
})

test('a hidden layer stays hidden: its page comes as a picture, the other as it is', async () => {
  const result = await pages(await make.hiddenLayer())
  expect(result.map(({ kind, sourcePages }) => [kind, sourcePages])).toEqual([
    ['picture', [1]],
    ['pdf', [2]],
  ])
  const [page] = result
  if (page?.kind !== 'picture') throw new Error('a picture expected')
  expect(page.mmWidth).toBeCloseTo(105.83, 1)
  const { data, info } = await sharp(page.bytes).raw().toBuffer({ resolveWithObject: true })
  const middleOfSquare = (Math.floor(info.height * 0.75) * info.width + Math.floor(info.width * 0.46)) * 3
  expect([...data.subarray(middleOfSquare, middleOfSquare + 3)]).toEqual([255, 255, 255])
})

test.each([
  ['as it lies', {}, straight],
  ['turned by irot alone', { rotation: 1 as const }, ['0f0', 'fff', 'f00', '00f']],
  ['turned by irot, with the same turn in its EXIF', { rotation: 3 as const, exif: 6 }, ['00f', 'f00', 'fff', '0f0']],
])('a HEIC %s is turned once', async (_, how, expected) => {
  const page = await onePicture(heic(make.quarters(64, 48), how))
  expect([page.format, page.orientation]).toEqual(['jpeg', 1])
  const pixels = await upright(page)
  expect([pixels.width, pixels.height]).toEqual('rotation' in how ? [48, 64] : [64, 48])
  expect(colours(pixels)).toEqual(expected)
})

test('of a HEIC the primary picture comes', async () => {
  const page = await onePicture(heic(make.quarters(64, 48), { others: [make.quarters(32, 16)], primary: 1 }))
  expect([page.pixelWidth, page.pixelHeight]).toEqual([32, 16])
})

test('the same file gives the same bytes', async () => {
  for (const made of [() => make.hiddenLayer(), make.tiff3, make.gif2, () => make.held(3, 'webp')]) {
    const bytes = await made()
    expect(await pages(bytes)).toEqual(await pages(bytes))
  }
})

test('a broken picture and a locked PDF are refused', async () => {
  const half = (await make.held(1, 'webp')).slice(0, 60)
  await expect(pages(half)).rejects.toMatchObject({ code: 'evidence/broken-picture' })
  await expect(pages(await make.passwordLocked())).rejects.toMatchObject({ code: 'evidence/password' })
})

test('asking for pages of a text is a bug', async () => {
  await expect(pages(new TextEncoder().encode('text'))).rejects.toThrow('no pages')
})
