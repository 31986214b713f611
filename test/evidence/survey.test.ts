import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { openHere } from '../../src/evidence/opener.ts'
import { look, survey } from '../../src/evidence/survey.ts'
import { dossierSchema } from '../../src/model/dossier.ts'
import type { Finding } from '../../src/model/finding.ts'
import { openPdfium } from '../../src/pdfium/pdfium.ts'
import { evidenceWords } from '../../src/say/words/evidence.ts'
import { evidenceQualityWords } from '../../src/say/words/evidence-quality.ts'
import * as make from '../fixtures/make-files.ts'
import { heic } from '../fixtures/make-heic.ts'
import { kinds } from './kinds.ts'

const opener = openHere(await openPdfium())
const text = (value: string) => new Uint8Array(Buffer.from(value, 'utf8'))

/** Codes of the findings about one file, with their severity; how its pages look is the matter of quality.test.ts. */
async function said(path: string, bytes: Uint8Array): Promise<string[]> {
  const file = await look(path, bytes, opener)
  return aboutFile(file.findings).map(({ code, severity }) => `${severity} ${code.replace('evidence/', '')}`)
}

function aboutFile(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ code }) => !Object.hasOwn(evidenceQualityWords, code) || code === 'evidence/same-picture')
}

const cut = (bytes: Uint8Array, share: number) => bytes.slice(0, Math.floor(bytes.length * share))

const cases: readonly (readonly [string, string, () => Uint8Array | Promise<Uint8Array>, readonly string[]])[] = [
  ['a plain PDF', 'a.pdf', () => make.pdfBytes(), []],
  ['a plain JPEG', 'a.jpg', () => make.jpeg(), []],
  ['a TIFF of three pages', 'a.tif', make.tiff3, []],
  ['an empty file', 'a.pdf', () => new Uint8Array(), ['error empty']],
  ['a JPEG called PDF', 'a.pdf', () => make.jpeg(), ['note name-differs']],
  ['an SVG called PNG', 'a.png', () => text('<svg xmlns="http://www.w3.org/2000/svg"/>'), ['error false-name']],
  ['a web page called PDF', 'a.pdf', () => text('<html>请登录</html>'), ['error false-name']],
  ['random bytes called JPEG', 'a.jpg', () => new Uint8Array([1, 2, 3, 4]), ['error false-name']],
  ['random bytes', 'a.bin', () => new Uint8Array([1, 2, 3, 4]), ['person unknown-kind']],
  ['a DOCX', 'a.docx', () => make.zip(['[Content_Types].xml', 'word/document.xml']), ['note not-merged']],
  ['a HEIC', 'a.heic', () => heic(make.quarters(64, 48)), []],
  ['half a HEIC', 'a.heic', () => cut(heic(make.quarters(64, 48)), 0.5), ['error broken-picture']],
  [
    'a HEIC of two pictures',
    'a.heic',
    () => heic(make.quarters(64, 48), { others: [make.quarters(32, 32)], primary: 1 }),
    ['person several-pictures'],
  ],
  [
    'a HEIC called JPEG',
    'a.jpg',
    () => text('\0\0\0\x18ftypheic\0\0\0\0'),
    ['note name-differs', 'error broken-picture'],
  ],
  ['a BMP', 'a.bmp', () => text('BM\x36\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0'), ['error cannot-merge-bmp']],
  ['an owner-locked PDF', 'a.pdf', make.ownerLocked, ['note owner-locked']],
  ['a PDF with a password', 'a.pdf', make.passwordLocked, ['error password']],
  ['half a PDF', 'a.pdf', async () => cut(await make.pdfBytes(), 0.5), ['error broken-pdf']],
  ['a PDF without its end', 'a.pdf', async () => withoutEnd(await make.pdfBytes()), ['note pdf-repaired']],
  ['a PDF without pages', 'a.pdf', make.noPages, ['error no-pages']],
  ['a PDF with a form', 'a.pdf', () => make.form('x'), ['note form']],
  ['a signed PDF', 'a.pdf', make.signed, ['note signed', 'note form']],
  ['a PDF with a script', 'a.pdf', make.withScript, ['note active-content']],
  ['a PDF with an attachment', 'a.pdf', make.withAttachment, ['note attachments']],
  ['a PDF with a hidden layer', 'a.pdf', () => make.hiddenLayer(), ['person layers']],
  [
    'a layer over Chinese that no font in the file draws',
    'a.pdf',
    () => make.hiddenLayer('chinese'),
    ['error layers-fonts'],
  ],
  ['a moving picture', 'a.gif', make.gif2, ['person animated']],
  ['a truncated PNG', 'a.png', async () => cut(await make.png(), 0.9), ['error broken-picture']],
  ['a PNG without its last chunk', 'a.png', async () => (await make.png()).slice(0, -12), ['note cut-end']],
  ['a TIFF cut on its last page', 'a.tif', async () => brokenLastPage(await make.tiff3()), ['error broken-picture']],
]

function withoutEnd(bytes: Uint8Array): Uint8Array {
  return bytes.slice(0, Buffer.from(bytes).lastIndexOf('startxref'))
}

/** Lets the pixels of the third page begin behind the end of the file. */
function brokenLastPage(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes)
  let ifd = copy.readUInt32LE(4)
  for (let page = 1; page < 3; page++) ifd = copy.readUInt32LE(ifd + 2 + copy.readUInt16LE(ifd) * 12)
  const entries = copy.readUInt16LE(ifd)
  for (let at = 0; at < entries; at++) {
    const entry = ifd + 2 + at * 12
    if (copy.readUInt16LE(entry) === 273) copy.writeUInt32LE(copy.length + 1000, entry + 8)
  }
  return make.bytes(copy)
}

test.each(cases)('%s', async (_, path, made, expected) => {
  expect(await said(path, await made())).toEqual(expected)
})

test('a JPEG cut anywhere is broken', async () => {
  const whole = await make.jpeg(600, 400)
  for (const share of [0.3, 0.6, 0.9, 0.99])
    expect(await said('a.jpg', cut(whole, share)), `${share}`).toEqual(['error broken-picture'])
})

test('a picture of more than 100 megapixels is carried, not merged', async () => {
  const large = sharp({ create: { width: 10_001, height: 10_000, channels: 3, background: '#fff' } })
  const file = await look('a.png', make.bytes(await large.png({ compressionLevel: 1 }).toBuffer()), opener)
  expect(file.merged).toBe(false)
  expect(file.findings).toMatchObject([
    { code: 'evidence/too-many-pixels', severity: 'person', args: { millions: 100 } },
  ])
})

test('a PDF of more than 2,000 pages is carried, not merged', async () => {
  const file = await look('a.pdf', await make.pdfBytes(Array.from({ length: 2001 }, () => '')), opener)
  expect(file).toMatchObject({ merged: false, findings: [{ code: 'evidence/too-many-pages', args: { pages: 2001 } }] })
})

test('a PDF that claims more pages than it has is read as what it has, and a person is told', async () => {
  const source = Buffer.from(await make.pdfBytes(['a', 'b'])).toString('latin1')
  const lying = source.replace('/Count 2', '/Count 9')
  const file = await look('a.pdf', make.bytes(Buffer.from(lying, 'latin1')), opener)
  expect(file.pages).toBe(2)
  expect(file.findings).toMatchObject([
    { code: 'evidence/pdf-repaired' },
    { code: 'evidence/page-count-unsure', severity: 'person', args: { pages: 2, counted: 9 } },
  ])
})

test('size, hash, pages and their sizes are those of the file', async () => {
  const bytes = await make.pdfBytes(['a', 'b'], [720, 360])
  const file = await look('evidence/a.pdf', bytes, opener)
  expect(file).toMatchObject({ path: 'evidence/a.pdf', size: bytes.length, kind: 'pdf', pages: 2, merged: true })
  expect(file.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
  expect(file.pageSizes?.map(({ w, h }) => [Math.round(w), Math.round(h)])).toEqual([
    [254, 127],
    [254, 127],
  ])
})

test('an upright size: a phone picture held on its side is higher than wide', async () => {
  const file = await look(
    'a.jpg',
    make.bytes(await make.picture(make.quarters()).withMetadata({ orientation: 6 }).jpeg().toBuffer()),
    opener,
  )
  const [size] = file.pageSizes ?? []
  expect(size && size.h > size.w).toBe(true)
})

const dossier = (achievement: object) =>
  dossierSchema.parse({
    format: 'juanzong/dossier@1',
    procedure: 'p',
    achievements: [{ id: 'a1', type: 'paper', ...achievement }],
  })

function files(list: Readonly<Record<string, Uint8Array>>) {
  return Object.entries(list).map(([path, bytes]) => ({ path, read: async () => bytes }))
}

test('the survey is sorted, whatever the order of the files, and takes an async list', async () => {
  const list = files({ 'evidence/b.jpg': await make.jpeg(), 'evidence/a.pdf': await make.pdfBytes() })
  async function* slowly() {
    yield* list
  }
  const one = await survey(list, dossier({}), kinds, opener)
  expect(one.files.map(({ path }) => path)).toEqual(['evidence/a.pdf', 'evidence/b.jpg'])
  expect(await survey(slowly(), dossier({}), kinds, opener)).toEqual(one)
  expect(await survey([...list].reverse(), dossier({}), kinds, opener)).toEqual(one)
})

test('each file is read once and reported', async () => {
  const reads: string[] = []
  const seen: unknown[] = []
  const bytes = await make.jpeg()
  const list = ['evidence/a.jpg', 'evidence/b.jpg'].map((path) => ({
    path,
    read: async () => {
      reads.push(path)
      return bytes
    },
  }))
  await survey(list, dossier({}), kinds, opener, (...args) => seen.push(args))
  expect(reads).toEqual(['evidence/a.jpg', 'evidence/b.jpg'])
  expect(seen).toEqual([
    [1, 2, 'evidence/a.jpg'],
    [2, 2, 'evidence/b.jpg'],
  ])
})

test('the same bytes under two names are noted at the second', async () => {
  const bytes = await make.jpeg()
  const { files: found } = await survey(
    files({ 'evidence/a1/封面.jpg': bytes, 'evidence/a1/论文页.jpg': bytes }),
    dossier({}),
    kinds,
    opener,
  )
  expect(aboutFile(found[0]?.findings ?? [])).toEqual([])
  expect(aboutFile(found[1]?.findings ?? [])).toMatchObject([
    { code: 'evidence/same-file', args: { other: 'evidence/a1/封面.jpg' } },
  ])
})

test.each([
  ['inside the file', 'a.pdf#2-3', []],
  ['beyond its end', 'a.pdf#2-4', ['evidence/excerpt-outside']],
  ['of a file without pages', 'a.txt#1', ['evidence/excerpt-impossible']],
  ['of a file that is broken anyway', 'b.pdf#1', []],
])('an excerpt %s', async (_, written, codes) => {
  const list = files({
    'evidence/a.pdf': await make.pdfBytes(['1', '2', '3']),
    'evidence/a.txt': text('text'),
    'evidence/b.pdf': text('%PDF-1.7'),
  })
  const { findings } = await survey(list, dossier({ evidence: { cover: written } }), kinds, opener)
  const about = (findings ?? []).filter(({ code }) => code !== 'evidence/unclaimed')
  expect(about.map(({ code }) => code)).toEqual(codes)
  for (const { at } of about) expect(at.path).toBe('achievements[a1].evidence.cover')
})

test('the same file may prove two parts', async () => {
  const list = files({ 'evidence/a.pdf': await make.pdfBytes(['1', '2']) })
  const of = dossier({ evidence: { cover: 'a.pdf#1', pages: 'a.pdf#2' } })
  const result = await survey(list, of, kinds, opener)
  expect([result.claims.length, result.unclaimed, result.findings]).toEqual([2, [], []])
})

test('what reading throws goes on', async () => {
  const list = [{ path: 'evidence/a.pdf', read: () => Promise.reject(new Error('EACCES')) }]
  await expect(survey(list, dossier({}), kinds, opener)).rejects.toThrow('EACCES')
})

test('every code has words, every argument in them is given', async () => {
  for (const [, path, made] of cases)
    for (const { code, args } of (await look(path, await made(), opener)).findings) {
      const words = Object.entries(evidenceWords).find(([known]) => known === code)?.[1]
      const wanted = JSON.stringify(words).matchAll(/\{(\w+)\}/g)
      expect(words, code).toBeDefined()
      for (const [, name = ''] of wanted) expect(args, code).toHaveProperty(name)
    }
})
