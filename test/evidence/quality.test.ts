import sharp, { type Sharp } from 'sharp'
import { expect, test } from 'vitest'
import { openHere } from '../../src/evidence/opener.ts'
import { look, survey } from '../../src/evidence/survey.ts'
import { dossierSchema } from '../../src/model/dossier.ts'
import { openPdfium } from '../../src/pdfium/pdfium.ts'
import * as make from '../fixtures/make-files.ts'
import { faults, measureFaults, pages, printer } from './faults.ts'
import { kinds } from './kinds.ts'

const opener = openHere(await openPdfium())
const full = process.env.TEST_SCALE === 'full'
const seed = full ? 20241008 : 7
const count = full ? 306 : 36

test('of pages with known faults at least 95 % are found, at most 2 % of the others', async () => {
  const { scores, misses } = await measureFaults(count, seed)
  console.log(`seed ${seed}, ${count} pages`)
  const shown = misses.join('\n')
  for (const fault of faults) {
    const { with: has, found, without, false: alarms } = scores[fault]
    expect(has, fault).toBeGreaterThan(0)
    expect(found / has, `${fault}\n${shown}`).toBeGreaterThanOrEqual(0.95)
    expect(alarms / without, `${fault}\n${shown}`).toBeLessThanOrEqual(0.02)
  }
}, 1_800_000)

const dossier = dossierSchema.parse({ format: 'juanzong/dossier@1', procedure: 'p' })

async function surveyed(files: Readonly<Record<string, Uint8Array>>, of = dossier) {
  const list = Object.entries(files).map(([path, bytes]) => ({ path, read: async () => bytes }))
  const { files: found, findings = [] } = await survey(list, of, kinds, opener)
  return [...found.flatMap((file) => file.findings), ...findings]
}

async function codesOf(files: Readonly<Record<string, Uint8Array>>, of = dossier) {
  return (await surveyed(files, of))
    .map(({ code }) => code.replace('evidence/', ''))
    .filter((code) => code !== 'unclaimed')
}

const sheet = await printer()
/** A page of text as PNG; the serial number is all that differs. */
async function paper(number: string, dpi = 200): Promise<Buffer> {
  const { width, height, data } = await sheet('学时证明', ['样例一', `编号：${number}`, '样例二'], dpi)
  const raw = sharp(data, { raw: { width, height, channels: 4 } }).flatten({ background: '#ffffff' })
  return raw.withMetadata({ density: dpi }).png().toBuffer()
}

test.each([
  ['stronger compressed', (p: Sharp) => p.jpeg({ quality: 40 })],
  ['smaller', (p: Sharp) => p.resize(1000).jpeg({ quality: 85 })],
  ['as WebP', (p: Sharp) => p.webp({ quality: 60 })],
])('the same picture %s is the same picture', async (_, again) => {
  const first = await paper('2024-0007')
  const codes = await codesOf({
    'evidence/a.png': make.bytes(first),
    'evidence/b.jpg': make.bytes(await again(sharp(first)).toBuffer()),
  })
  expect(codes).toContain('same-picture')
})

test('a scan inside a PDF is the same picture as the scan beside it', async () => {
  const jpeg = await sharp(await paper('2024-0007'))
    .jpeg({ quality: 80 })
    .toBuffer()
  const pdf = await make.pdfOfPicture(jpeg)
  const found = await surveyed({ 'evidence/a.jpg': make.bytes(jpeg), 'evidence/b.pdf': pdf })
  expect(found).toContainEqual(
    expect.objectContaining({ code: 'evidence/same-picture', at: { file: 'evidence/b.pdf', page: 1 } }),
  )
})

test.each([
  ['one digit', '2024-0007', '2024-0001'],
  ['another pair of digits', '2024-0038', '2024-0088'],
])('the same form with %s of its number different is never the same picture', async (_, one, other) => {
  for (const dpi of [90, 200])
    for (const quality of [40, 90]) {
      const [a, b] = await Promise.all(
        [one, other].map(async (number) =>
          sharp(await paper(number, dpi))
            .jpeg({ quality })
            .toBuffer(),
        ),
      )
      const codes = await codesOf({
        'evidence/a.jpg': make.bytes(a ?? Buffer.of()),
        'evidence/b.jpg': make.bytes(b ?? Buffer.of()),
      })
      expect(
        codes.filter((code) => code.startsWith('same')),
        `${dpi} dpi, quality ${quality}`,
      ).toEqual([])
    }
})

test('two blank pages are not called the same picture', async () => {
  const blank = (colour: string) =>
    sharp({ create: { width: 1700, height: 2400, channels: 3, background: colour } })
      .jpeg()
      .toBuffer()
  const codes = await codesOf({
    'evidence/a.jpg': make.bytes(await blank('#fff')),
    'evidence/b.jpg': make.bytes(await blank('#fefefe')),
  })
  expect(codes).toEqual(['blank-page', 'blank-page'])
})

test.each([
  ['mmexport1696400000000.jpg', {}, true],
  ['微信图片_20241008.jpg', {}, true],
  ['微信图片_20241008.jpg', { IFD0: { Make: 'Phone', Model: 'One' } }, false],
  ['封面.jpg', {}, false],
])('%s with %j is called a chat picture: %s', async (name, exif, is) => {
  const made = sharp(await paper('1')).resize(1080)
  const bytes = await (Object.keys(exif).length ? made.withExif(exif) : made).jpeg({ quality: 70 }).toBuffer()
  const codes = await codesOf({ [`evidence/${name}`]: make.bytes(bytes) })
  expect(codes.includes('chat-picture')).toBe(is)
})

test('a large picture with a chat name was sent as the original', async () => {
  const bytes = await sharp({ create: { width: 4000, height: 3000, channels: 3, background: '#ccc' } })
    .jpeg()
    .toBuffer()
  expect(await codesOf({ 'evidence/mmexport1696400000000.jpg': make.bytes(bytes) })).not.toContain('chat-picture')
})

test('what is said of three files alike is said once, with the lowest figure', async () => {
  const files = await Promise.all(
    [90, 100, 120].map(async (dpi) => [`evidence/${dpi}.png`, make.bytes(await paper(`${dpi}`, dpi))] as const),
  )
  const found = (await surveyed(Object.fromEntries(files))).filter(({ code }) => code.startsWith('evidence/low-dpi'))
  expect(found).toMatchObject([{ code: 'evidence/low-dpi-files', severity: 'note', args: { count: 3, dpi: 90 } }])
  const two = (await surveyed(Object.fromEntries(files.slice(0, 2)))).filter(({ code }) =>
    code.startsWith('evidence/low-dpi'),
  )
  expect(two.map(({ args }) => args.dpi)).toEqual([100, 90])
})

test('the applicant’s photograph is no page', async () => {
  const person = dossierSchema.parse({ format: 'juanzong/dossier@1', procedure: 'p', person: { photo: 'me.jpg' } })
  expect(await codesOf({ 'evidence/me.jpg': await make.jpeg(358, 441) }, person)).toEqual([])
  expect(await codesOf({ 'evidence/me.jpg': await make.jpeg(358, 441) })).toContain('low-dpi')
})

test('quality is never more than a hint', async () => {
  for await (const made of pages(7, 3))
    for (const { severity } of (await look('a.jpg', made.bytes, opener)).findings) expect(severity).toBe('note')
})

test('a page of a PDF that says nothing is blank, one with a word is not', async () => {
  const found = await surveyed({ 'evidence/a.pdf': await make.pdfBytes(['one', '', 'three', '']) })
  expect(found).toContainEqual(expect.objectContaining({ code: 'evidence/blank-page', args: { pages: '2、4' } }))
})

test('a scan without text in a PDF is said to have none, a PDF with text is not', async () => {
  const jpeg = await sharp(await paper('1'))
    .jpeg()
    .toBuffer()
  expect(await codesOf({ 'evidence/a.pdf': await make.pdfOfPicture(jpeg) })).toEqual(['no-text-layer'])
  expect(await codesOf({ 'evidence/a.pdf': await make.pdfOfPicture(jpeg, 'seen by a reader') })).toEqual([])
})

test('a font that is not in the file is named', async () => {
  const found = await surveyed({ 'evidence/a.pdf': await make.songText() })
  expect(found).toContainEqual(
    expect.objectContaining({ code: 'evidence/fonts-not-embedded', args: { fonts: 'STSong-Light' } }),
  )
})
