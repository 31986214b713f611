import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { bag, contentOf } from '../../src/bundle/bag.ts'
import { receiptOf } from '../../src/bundle/receipt.ts'
import { verify } from '../../src/bundle/verify.ts'
import type { Receipt } from '../../src/model/bundle.ts'
import { bytesEntry, collect, folderReader, opener } from './made.ts'

type Files = Map<string, Uint8Array>

const entries = [
  bytesEntry('data/合订本.pdf', '%PDF-1.7 merged'),
  bytesEntry('data/evidence/a1/论文 50%.pdf', '%PDF-1.4 paper'),
  bytesEntry('data/evidence/empty.txt', ''),
  bytesEntry('data/dossier.yaml', 'format: juanzong/dossier@1\n'),
  bytesEntry('report/findings.json', '[]'),
]
const meta = { asOf: '2025-06-01', identifier: 'K7Q2-9F4M', tool: 'juanzong 0.1.0' }
let fresh: Files
let single: Files
let receipt: Receipt

beforeAll(async () => {
  fresh = await madeOf(true)
  single = await madeOf(false)
  const made = await bag(entries, meta, opener(new Map()))
  const about = {
    bundle: 'b',
    asOf: '2025-06-01',
    procedure: { id: 'p', version: '1', hash: 'ff' },
    tool: 'juanzong 0.1.0',
  }
  receipt = receiptOf(made, about)
})

async function madeOf(sm3: boolean): Promise<Files> {
  const made = await bag(entries, meta, opener(new Map()), sm3)
  const files: Files = new Map()
  for (const entry of made.entries) files.set(entry.path, await collect(contentOf(entry, opener(new Map()))))
  return files
}

async function codes(files: Files, others: readonly string[] = []): Promise<string[]> {
  const { findings } = await verify(folderReader(files, others))
  return findings.map(({ code, at, args }) => [code, at.file ?? args.path ?? ''].join(' ').trim())
}

function with_(change: (files: Files) => void, from = fresh): Files {
  const files = new Map(from)
  change(files)
  return files
}

const text = (content: string) => new TextEncoder().encode(content)

test('a fresh bag is silent; what was verified and the top digest are told', async () => {
  const found = await verify(folderReader(fresh), receipt)
  expect(found).toEqual({
    findings: [],
    files: receipt.files,
    bytes: receipt.bytes,
    topDigest: receipt.topDigest,
    verifiedBy: ['sha256', 'sm3'],
    skipped: [],
    receipt: 'same',
  })
  expect((await verify(folderReader(single))).findings).toEqual([])
})

test('property: flipping any bit of any file gives exactly one finding', async () => {
  const paths = [...fresh.keys()].filter((path) => fresh.get(path)?.length)
  const flip = fc.record({
    path: fc.constantFrom(...paths),
    at: fc.nat(),
    bit: fc.integer({ min: 0, max: 7 }),
    two: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(flip, async ({ path, at, bit, two }) => {
      const from = two ? fresh : single
      const bytes = Uint8Array.from(from.get(path) ?? [])
      fc.pre(bytes.length > 0)
      bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ (1 << bit)
      const { findings } = await verify(folderReader(with_((files) => files.set(path, bytes), from)))
      expect(findings.map(({ code }) => code)).toHaveLength(1)
    }),
    { numRuns: Number(process.env.TEST_SCALE === 'full' ? 20_000 : 600) },
  )
})

test('property: the flipped file itself is named when two tag manifests can tell', async () => {
  const paths = [...fresh.keys()].filter((path) => fresh.get(path)?.length)
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), fc.nat(), fc.integer({ min: 0, max: 7 }), async (path, at, bit) => {
      const bytes = Uint8Array.from(fresh.get(path) ?? [])
      bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ (1 << bit)
      const { findings } = await verify(folderReader(with_((files) => files.set(path, bytes))))
      expect(findings.map((finding) => finding.at.file)).toEqual([path])
    }),
    { numRuns: 300 },
  )
})

test('a byte more or less, and an empty file that is not empty any more', async () => {
  expect(await codes(with_((files) => files.set('data/dossier.yaml', text('format: juanzong/dossier@1'))))).toEqual([
    'bundle/changed data/dossier.yaml',
  ])
  expect(await codes(with_((files) => files.set('data/evidence/empty.txt', text('x'))))).toEqual([
    'bundle/changed data/evidence/empty.txt',
  ])
})

test('removing any file gives exactly one finding that names it', async () => {
  for (const path of fresh.keys()) {
    const found = await codes(with_((files) => files.delete(path)))
    expect(found).toEqual([`bundle/missing ${path}`])
  }
})

test('adding a file anywhere is found', async () => {
  for (const path of ['data/new.pdf', 'report/new.json', 'note.txt', 'extra/deep/x']) {
    expect(await codes(with_((files) => files.set(path, text('x'))))).toEqual([`bundle/unexpected ${path}`])
  }
})

test('renaming: a payload file is missing under one name and unexpected under the other, a tag file is renamed', async () => {
  const renamed = (from: string, to: string) => {
    return with_((files) => {
      files.set(to, files.get(from) ?? new Uint8Array())
      files.delete(from)
    })
  }
  expect(await codes(renamed('data/合订本.pdf', 'data/合订本2.pdf'))).toEqual([
    'bundle/missing data/合订本.pdf',
    'bundle/unexpected data/合订本2.pdf',
  ])
  expect(await codes(renamed('report/findings.json', 'report/f.json'))).toEqual(['bundle/renamed report/findings.json'])
  expect(await codes(renamed('bagit.txt', 'bagit.TXT'))).toEqual(['bundle/renamed bagit.txt'])
})

test('swapping two files changes both', async () => {
  const [a, b] = ['data/合订本.pdf', 'data/evidence/a1/论文 50%.pdf']
  const swapped = with_((files) => {
    files.set(a, fresh.get(b) ?? new Uint8Array())
    files.set(b, fresh.get(a) ?? new Uint8Array())
  })
  expect(await codes(swapped)).toEqual([`bundle/changed ${b}`, `bundle/changed ${a}`])
})

test('a rewrite that adjusts every manifest is silent without the receipt and found with it', async () => {
  const forged = new Map<string, Uint8Array>()
  const made = await bag([bytesEntry('data/合订本.pdf', 'forged'), ...entries.slice(1)], meta, opener(new Map()))
  for (const entry of made.entries) forged.set(entry.path, await collect(contentOf(entry, opener(new Map()))))
  expect((await verify(folderReader(forged))).findings).toEqual([])
  const found = await verify(folderReader(forged), receipt)
  expect(found.receipt).toBe('different')
  expect(found.findings.map(({ code, args }) => [code, args.expected, args.found])).toEqual([
    ['bundle/receipt-differs', receipt.topDigest, made.topDigest],
  ])
})

test('a changed top manifest is one finding with the receipt too', async () => {
  const changed = with_((files) => files.set('tagmanifest-sha256.txt', text('x')))
  const { findings, receipt: compared } = await verify(folderReader(changed), receipt)
  expect([findings.length, compared]).toEqual([1, 'different'])
})

test('taking both SM3 manifests away does not hide the change', async () => {
  const stripped = with_((files) => {
    files.delete('manifest-sm3.txt')
    files.delete('tagmanifest-sm3.txt')
  })
  expect(await codes(stripped)).toEqual(['bundle/missing manifest-sm3.txt'])
})

test('a decomposed twin beside the composed name is found twice over: as a twin and as unexpected', async () => {
  const files = with_((all) => {
    all.set('data/é.pdf', text('1'))
    all.set('data/e\u0301.pdf', text('2'))
  })
  expect((await codes(files)).filter((code) => code.startsWith('bundle/twins'))).toHaveLength(1)
})

test('links and devices are named and never opened', async () => {
  expect(await codes(fresh, ['data/link.pdf'])).toEqual(['bundle/not-a-file data/link.pdf'])
})

test('names on the disk that lead out are named and never opened', async () => {
  expect(await codes(with_((files) => files.set('data/..\\..\\x', text('1'))))).toEqual([
    'bundle/unsafe-path data/..\\..\\x',
  ])
})

test('only what is a Refusal of the reader becomes a finding; a bug stays one', async () => {
  const reader = folderReader(fresh)
  const broken = {
    ...reader,
    open: () => {
      throw new TypeError('bug')
    },
  }
  await expect(verify(broken)).rejects.toThrow('bug')
})
