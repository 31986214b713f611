import { PDFDocument } from 'pdf-lib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { writePdf } from '../../src/write/pdf.ts'
import { openTestFonts, page, rendered } from './kit.ts'

const fonts = openTestFonts()
const [w, h] = [40, 20]

/** Four colours in quarters and a soft ramp, so that a wrong row, channel or predictor shows. */
const pixels = Buffer.from(
  Array.from({ length: w * h }, (_, i) => {
    const [x, y] = [i % w, Math.floor(i / w)]
    return [x < w / 2 ? 200 : 40, y < h / 2 ? 180 : 20, 6 * x]
  }).flat(),
)
const picture = () => sharp(pixels, { raw: { width: w, height: h, channels: 3 } })

const kinds: readonly (readonly [string, () => Promise<Buffer>])[] = [
  ['RGB PNG', () => picture().png().toBuffer()],
  ['PNG with a palette', () => picture().png({ palette: true, colours: 256, dither: 0 }).toBuffer()],
  ['grey PNG', () => picture().greyscale().png().toBuffer()],
  ['16-bit PNG', () => picture().toColourspace('rgb16').png().toBuffer()],
  ['interlaced PNG', () => picture().png({ progressive: true }).toBuffer()],
  ['PNG with alpha', () => picture().ensureAlpha(1).png().toBuffer()],
  ['JPEG', () => picture().jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer()],
  ['progressive JPEG', () => picture().jpeg({ quality: 95, progressive: true, chromaSubsampling: '4:4:4' }).toBuffer()],
  ['grey JPEG', () => picture().greyscale().jpeg({ quality: 95 }).toBuffer()],
]

test.each(kinds)('%s looks as it is', async (_, make) => {
  const bytes = await make()
  const pdf = await onPage(bytes)
  const [raster] = await rendered(pdf, 72)
  const expected = await sharp(bytes).toColourspace('srgb').removeAlpha().raw().toBuffer()
  const pxPerMm = 72 / 25.4
  // each pixel of the picture is a square of 8 pixels on paper: compare their middles
  const different = Array.from({ length: w * h }, (_, i) => i).filter((i) => {
    const [x, y] = [i % w, Math.floor(i / w)]
    const at = 4 * (Math.floor(10 * pxPerMm + 8 * y + 4) * (raster?.width ?? 0) + Math.floor(10 * pxPerMm + 8 * x + 4))
    return [0, 1, 2].some((c) => Math.abs((raster?.data[at + c] ?? 0) - (expected[3 * i + c] ?? 0)) > 12)
  })
  expect(different).toEqual([])
})

test('JPEG bytes and PNG pixels pass through as they are', async () => {
  for (const bytes of [await picture().jpeg().toBuffer(), await picture().png().toBuffer()]) {
    const pdf = Buffer.from(await onPage(bytes))
    const part = bytes[0] === 0xff ? bytes : idat(bytes)
    expect(pdf.includes(part)).toBe(true)
  }
})

test('one picture used twice is stored once', async () => {
  const bytes = await picture().jpeg().toBuffer()
  const twice = [0, 50].map((x) => ({ kind: 'image', x, y: 0, w: 10, h: 10, source: 'a', alt: '' }) as const)
  const pdf = Buffer.from(await writePdf({ title: 'x', pages: [page(twice)] }, fonts, new Map([['a', bytes]])))
  expect(pdf.toString('latin1').split('/DCTDecode').length - 1).toBe(1)
  expect((await PDFDocument.load(pdf)).getPageCount()).toBe(1)
})

test.each([
  ['a picture that was not handed in', undefined],
  ['something that is no picture', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['a JPEG without a frame', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 2, 0xff, 0xd9])],
])('refuses %s', async (_, bytes) => {
  await expect(onPage(bytes)).rejects.toMatchObject({ code: 'write/picture', args: { source: 'photo' } })
})

// ---

function onPage(bytes: Buffer | undefined): Promise<Uint8Array> {
  const size = { w: (w * 8 * 25.4) / 72, h: (h * 8 * 25.4) / 72 }
  const item = { kind: 'image', x: 10, y: 10, ...size, source: 'photo', alt: '照片' } as const
  const images = new Map(bytes ? [['photo', new Uint8Array(bytes)]] : [])
  return writePdf({ title: 'x', pages: [page([item])] }, fonts, images)
}

function idat(bytes: Buffer): Buffer {
  const at = bytes.indexOf('IDAT')
  return bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at - 4))
}
