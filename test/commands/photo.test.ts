import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PDFDocument, PDFName, PDFRawStream } from 'pdf-lib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { openPdfium } from '../../src/pdfium/pdfium.ts'
import { today } from './example.ts'
import { run } from './run.ts'
import { withSample } from './sample.ts'

// A photo as people have it: whatever it is, the review form shows it upright and whole, or a finding says why not.

const review = '职称评审表.pdf'
/** Red above, blue below: what a turned or mirrored picture would show otherwise. */
const upright = (w: number, h: number) =>
  sharp({ create: { width: w, height: h, channels: 3, background: '#d02020' } }).composite([
    { input: { create: { width: w, height: h / 2, channels: 3, background: '#2020d0' } }, left: 0, top: h / 2 },
  ])

const good: readonly (readonly [string, () => Promise<Buffer>])[] = [
  ['of 40 megapixels', () => upright(5000, 8000).jpeg().toBuffer()],
  [
    'in CMYK',
    async () =>
      sharp(await upright(420, 600).png().toBuffer())
        .toColourspace('cmyk')
        .jpeg({ quality: 95 })
        .toBuffer(),
  ],
  [
    'turned by EXIF',
    async () =>
      sharp(await upright(420, 600).png().toBuffer())
        .rotate(270)
        .withMetadata({ orientation: 6 })
        .jpeg()
        .toBuffer(),
  ],
]

test.each(good)('a photo %s stands upright in its place', async (_, make) => {
  await filled(await make(), async ({ forms }) => {
    const bytes = readFileSync(join(forms, review))
    const place = await photoIn(bytes)
    const [top, bottom] = [place.at(0.25), place.at(0.75)]
    expect([dominant(top), dominant(bottom)]).toEqual(['red', 'blue'])
    expect(place.width).toBeLessThanOrEqual(413)
    expect(place.height).toBeLessThanOrEqual(591)
    expect(bytes.includes('Exif')).toBe(false)
  })
})

const bad: readonly (readonly [string, () => Promise<Buffer>, string])[] = [
  ['cut off', async () => (await upright(420, 600).jpeg().toBuffer()).subarray(0, 1500), 'evidence/broken-picture'],
  ['that is empty', async () => Buffer.alloc(0), 'evidence/'],
  ['of 144 megapixels', () => upright(12000, 12000).jpeg().toBuffer(), 'evidence/too-many-pixels'],
]

test.each(bad)('a photo %s is said and leaves its place empty', async (_, make, code) => {
  await filled(await make(), async ({ folder, forms }) => {
    const { out } = await run(['check', folder, '--today', today, '--json'])
    const { findings } = JSON.parse(out) as { findings: { code: string; at?: { file?: string } }[] }
    const codes = findings.filter(({ at }) => at?.file === photoFile).map((one) => one.code)
    expect(codes.filter((one) => one.startsWith(code))).not.toEqual([])
    const doc = await PDFDocument.load(readFileSync(join(forms, review)))
    expect(doc.context.enumerateIndirectObjects().filter(([, object]) => isPicture(object))).toEqual([])
    expect(readdirSync(forms)).toContain(review)
  })
})

// ---

const photoFile = 'evidence/其他/证件照.jpg'

type Filled = { readonly folder: string; readonly forms: string }

async function filled(photo: Buffer, use: (made: Filled) => Promise<void>): Promise<void> {
  await withSample([], async (folder) => {
    const file = join(folder, photoFile)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, photo)
    expect((await run(['fill', folder, '--today', today])).exit).toBe(1)
    await use({ folder, forms: join(folder, 'out', 'forms') })
  })
}

function isPicture(object: unknown): object is PDFRawStream {
  return object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Image')
}

/** Where the photo is drawn, the only coloured thing on the third page: its own pixels, and a look down its middle. */
async function photoIn(bytes: Uint8Array) {
  const doc = await PDFDocument.load(bytes)
  const [picture] = doc.context.enumerateIndirectObjects().flatMap(([, object]) => (isPicture(object) ? [object] : []))
  const size = (key: string) => Number(picture?.dict.get(PDFName.of(key))?.toString())
  const file = await (await openPdfium()).open(bytes)
  const { data, width, height } = file.render(3, 60)
  file.close()
  const pixel = (x: number, y: number) => [0, 1, 2].map((c) => data[4 * (y * width + x) + c] ?? 0)
  const coloured = Array.from({ length: width * height }, (_, i) => [i % width, Math.floor(i / width)] as const).filter(
    ([x, y]) => Math.max(...pixel(x, y)) - Math.min(...pixel(x, y)) > 80,
  )
  const middle = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
  const x = middle(coloured.map((one) => one[0]))
  const rows = coloured.map((one) => one[1])
  const [from, to] = [rows[0] ?? 0, rows.at(-1) ?? 0]
  return {
    width: size('Width'),
    height: size('Height'),
    at: (share: number) => pixel(x, Math.round(from + (to - from) * share)),
  }
}

function dominant([red = 0, , blue = 0]: readonly number[]): string {
  return red > blue ? 'red' : 'blue'
}
