import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRef } from 'pdf-lib'
import { expect, test } from 'vitest'
import type { Composition } from '../../src/bundle/compose.ts'
import { order } from '../../src/bundle/order.ts'
import { evidenceParts, laidPart } from '../../src/bundle/plan.ts'
import type { ReadingPage } from '../../src/model/evidence.ts'
import { Refusal } from '../../src/model/finding.ts'
import {
  claim,
  composed,
  type Drawn,
  dossier,
  fakePen,
  file,
  inventory,
  jpeg,
  kinds,
  laid,
  measure,
  pdf,
  pdfPages,
  picture,
} from './made.ts'
import { has } from './tools.ts'

const someone = dossier([
  { id: 'a1', type: 'paper', title: '论文甲' },
  { id: 'b1', type: 'patent', title: '专利乙' },
])
const items = order(
  inventory(
    [file('1.pdf', 2), file('2.jpg', 1, 'jpeg'), file('3.pdf', 1)],
    [
      claim('a1', 'cover', '2.jpg'),
      claim('a1', 'text', '1.pdf'),
      claim('b1', 'certificate', '1.pdf'),
      claim('degree', 'degree', '3.pdf'),
    ],
  ),
  someone,
  kinds,
)

async function composition(): Promise<Composition> {
  const pages: Record<string, ReadingPage> = {
    '1.pdf': pdfPages(await pdf(2, { name: 'contract' }), 2),
    '2.jpg': picture(await jpeg(300, 400), 'jpeg', [300, 400], [150, 200]),
    '3.pdf': pdfPages(await pdf(1, { name: 'degree' }), 1),
  }
  const read = async ({ path }: { path: string }) => [pages[path] as ReadingPage]
  const marks = [
    { title: '公 示 表', page: 1, level: 1, y: 20 },
    { title: '基 本 情　况', page: 2, level: 2, y: 50 },
  ]
  const parts = [
    laidPart('cover', '封面', { pages: laid('cover', 1), bookmarks: [] }),
    laidPart('contents', '目录', { pages: laid('contents', 1), bookmarks: [] }),
    laidPart('form:public', '公示表', { pages: laid('public', 2), bookmarks: marks }),
    ...evidenceParts(items, read),
  ]
  return { title: '合订本', asOf: '2025-06-01', parts, items }
}

test('every page is there once, in order', async () => {
  const { bytes, plan } = await composed(await composition(), fakePen(), measure)
  expect(plan.total).toBe(8)
  expect((await PDFDocument.load(bytes)).getPageCount()).toBe(8)
})

test.skipIf(!has('pdftotext'))(
  'text of each page and its running number, none on the cover (needs pdftotext)',
  async () => {
    const { bytes } = await composed(await composition(), fakePen(), measure)
    expect(textOf(bytes)).toEqual([
      'cover-1',
      'contents-1 2',
      'public-1 3',
      'public-2 4',
      '5',
      'contract-1 6',
      'contract-2 7',
      'degree-1 8',
    ])
  },
)

test('bookmarks: cover, contents, forms with their headings, kind, achievement, part; a second claim points back', async () => {
  const { bytes } = await composed(await composition(), fakePen(), measure)
  expect(await bookmarks(bytes)).toEqual([
    '封面 1',
    '目录 2',
    '公示表 3',
    '  基本情况 4',
    '论文 5',
    '  论文甲 5',
    '    封面 5',
    '    正文 6',
    '专利 6',
    '  专利乙 6',
    '    证书 6',
    '学历学位证书 8',
    '  学历学位证书 8',
  ])
})

test('the same parts give the same bytes, other evidence another identifier', async () => {
  const first = await composed(await composition(), fakePen(), measure)
  const second = await composed(await composition(), fakePen(), measure)
  expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true)
  const other = await composition()
  const parts = other.parts.map((part) =>
    part.key === '3.pdf' && part.body.kind === 'evidence'
      ? {
          ...part,
          body: { ...part.body, read: async () => [pdfPages(await pdf(1, { name: 'x' }), 1)] },
        }
      : part,
  )
  const third = await composed({ ...other, parts }, fakePen(), measure)
  const id = async (bytes: Uint8Array) => String((await PDFDocument.load(bytes)).context.trailerInfo.ID)
  expect(await id(third.bytes)).not.toBe(await id(first.bytes))
  expect(await id(second.bytes)).toBe(await id(first.bytes))
})

test('metadata: title, producer and the day given; an identity number in the title is masked', async () => {
  const what = { ...(await composition()), title: '合订本 990000199001011234' }
  const doc = await PDFDocument.load((await composed(what, fakePen(), measure)).bytes, { updateMetadata: false })
  expect(doc.getTitle()).toBe('合订本 990000********1234')
  expect(doc.getProducer()).toBe('juanzong')
  expect(doc.getCreationDate()?.toISOString()).toBe('2025-06-01T00:00:00.000Z')
  expect([doc.getAuthor(), doc.getSubject(), doc.getKeywords()]).toEqual([undefined, undefined, undefined])
})

test('evidence with another number of pages than planned is refused and named', async () => {
  const what = await composition()
  const parts = what.parts.map((part) => (part.key === '1.pdf' ? { ...part, pages: 3 } : part))
  await expect(composed({ ...what, parts }, fakePen(), measure)).rejects.toMatchObject({
    code: 'bundle/pages-differ',
    args: { planned: 3, pages: 2 },
    at: { file: '1.pdf' },
  })
})

test('nothing to show is refused, never made one blank page', async () => {
  const what = { ...(await composition()), parts: [], items: [] }
  await expect(composed(what, fakePen(), measure)).rejects.toMatchObject({ code: 'bundle/no-pages' })
})

test('a PDF without pages or of broken bytes is refused and named', async () => {
  const broken = [
    new Uint8Array(10),
    (await pdf(1)).subarray(0, 200),
    await (await PDFDocument.create()).save({ addDefaultPage: false }),
  ]
  for (const bytes of broken) {
    const parts = evidenceParts(
      items.filter(({ path }) => path === '3.pdf'),
      async () => [pdfPages(bytes, 1)],
    )
    const failed = await composed({ title: 't', asOf: '2025-06-01', parts, items }, fakePen(), measure).catch(
      (error) => error,
    )
    expect(failed).toBeInstanceOf(Refusal)
    expect(failed).toMatchObject({ code: 'bundle/unreadable-pages', at: { file: '3.pdf' } })
  }
})

test('the number stands at the lower right of what is seen, on turned and cropped pages too', async () => {
  const corner = []
  for (const how of [{}, { rotate: 90 }, { rotate: 180 }, { rotate: 270, crop: true }, { crop: true }]) {
    const drawn: Drawn[] = []
    const parts = evidenceParts(
      items.filter(({ path }) => path === '3.pdf'),
      async () => [pdfPages(await pdf(1, how), 1)],
    )
    await composed({ title: 't', asOf: '2025-06-01', parts, items }, fakePen(drawn), measure)
    const { size, items: texts } = drawn[0] ?? { size: { w: 0, h: 0 }, items: [] }
    const black = texts.filter((item) => item.kind === 'text' && item.grey === 0)[0]
    corner.push([
      Math.round(size.w),
      Math.round(size.h),
      black?.kind === 'text' && size.w - black.x < 12 && size.h - black.y === 5,
    ])
  }
  expect(corner).toEqual([
    [210, 297, true],
    [297, 210, true],
    [210, 297, true],
    [241, 175, true],
    [175, 241, true],
  ])
})

test('printed on both sides, even pages carry the number at the left', async () => {
  const drawn: Drawn[] = []
  await composed({ ...(await composition()), numbers: { duplex: true, size: 9 } }, fakePen(drawn), measure)
  const sides = drawn.flatMap(({ page, items }) => {
    const number = items.find((item) => item.kind === 'text' && item.grey === 0 && item.text === String(page))
    return number?.kind === 'text' ? [[page, number.x < 100 ? 'left' : 'right']] : []
  })
  expect(sides).toEqual([2, 3, 4, 5, 6, 7, 8].map((page) => [page, page % 2 ? 'right' : 'left']))
})

test.skipIf(!has('qpdf'))('qpdf finds nothing wrong (needs qpdf)', async () => {
  const { bytes } = await composed(await composition(), fakePen(), measure)
  inFile(bytes, (path) =>
    expect(execFileSync('qpdf', ['--check', path], { encoding: 'utf8' })).toContain(
      'No syntax or stream encoding errors',
    ),
  )
})

// ---

function inFile<T>(bytes: Uint8Array, use: (path: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'))
  try {
    writeFileSync(join(folder, 'x.pdf'), bytes)
    return use(join(folder, 'x.pdf'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function textOf(bytes: Uint8Array): string[] {
  const text = inFile(bytes, (path) => execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }))
  return text
    .split('\f')
    .slice(0, -1)
    .map((page) => page.split(/\s+/).filter(Boolean).join(' '))
}

async function bookmarks(bytes: Uint8Array): Promise<string[]> {
  const doc = await PDFDocument.load(bytes)
  const pages = doc.getPages().map(({ ref }) => String(ref))
  const walk = (parent: PDFDict, depth: number): string[] => {
    const lines: string[] = []
    let ref = parent.get(PDFName.of('First'))
    while (ref instanceof PDFRef) {
      const node = doc.context.lookup(ref, PDFDict)
      const target = node.lookup(PDFName.of('Dest'), PDFArray).get(0)
      const title = node.lookup(PDFName.of('Title'), PDFHexString).decodeText()
      lines.push(`${'  '.repeat(depth)}${title} ${pages.indexOf(String(target)) + 1}`, ...walk(node, depth + 1))
      ref = node.get(PDFName.of('Next'))
    }
    return lines
  }
  return walk(doc.catalog.lookup(PDFName.of('Outlines'), PDFDict), 0)
}
