import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { bag, contentOf } from '../../src/bundle/bag.ts'
import { hasHash } from '../../src/bundle/hash.ts'
import { receiptOf, receiptText } from '../../src/bundle/receipt.ts'
import { receiptSchema } from '../../src/model/bundle.ts'
import { parse } from '../../src/model/parse.ts'
import { receiptWords } from '../../src/say/words/bundle.ts'
import { bytesEntry, collect, fileEntry, opener } from './made.ts'
import { has } from './tools.ts'

const meta = { asOf: '2025-06-01', identifier: 'K7Q2-9F4M', name: '样例甲', tool: 'juanzong 0.1.0' }
const nothing = opener(new Map())
const entries = [
  bytesEntry('report/findings.json', '[]'),
  bytesEntry('data/合订本.pdf', '%PDF-1.7'),
  bytesEntry('data/evidence/50%.txt', 'abc'),
]

async function textOf(made: Awaited<ReturnType<typeof bag>>, path: string): Promise<string> {
  const entry = made.entries.find((one) => one.path === path)
  if (!entry) throw new Error(`no ${path}`)
  return Buffer.from(await collect(contentOf(entry, nothing))).toString()
}

test('a bag holds payload, reports, declaration, information and four manifests, sorted', async () => {
  const made = await bag(entries, meta, nothing)
  expect(made.entries.map(({ path }) => path)).toEqual([
    'bag-info.txt',
    'bagit.txt',
    'data/evidence/50%.txt',
    'data/合订本.pdf',
    'manifest-sha256.txt',
    'manifest-sm3.txt',
    'report/findings.json',
    'tagmanifest-sha256.txt',
    'tagmanifest-sm3.txt',
  ])
  expect(await textOf(made, 'bagit.txt')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')
  expect(await textOf(made, 'bag-info.txt')).toBe(
    [
      'Bag-Software-Agent: juanzong 0.1.0',
      'Bagging-Date: 2025-06-01',
      'External-Description: 样例甲',
      'External-Identifier: K7Q2-9F4M',
      'Payload-Oxum: 11.2',
      '',
    ].join('\n'),
  )
})

test('manifests list the payload, tag manifests all else but themselves', async () => {
  const made = await bag(entries, meta, nothing)
  expect(await textOf(made, 'manifest-sha256.txt')).toBe(
    `${sha('abc')}  data/evidence/50%25.txt\n${sha('%PDF-1.7')}  data/合订本.pdf\n`,
  )
  const tags = (await textOf(made, 'tagmanifest-sha256.txt')).trim().split('\n')
  expect(tags.map((line) => line.slice(66))).toEqual([
    'bag-info.txt',
    'bagit.txt',
    'manifest-sha256.txt',
    'manifest-sm3.txt',
    'report/findings.json',
  ])
})

test('SM3 of “abc” is the value of GB/T 32905', async () => {
  const made = await bag(entries, meta, nothing)
  expect(await textOf(made, 'manifest-sm3.txt')).toContain(
    '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0  data/evidence/50%25.txt',
  )
})

test('the top digest is that of the tag manifest and stands nowhere in the bag', async () => {
  const made = await bag(entries, meta, nothing)
  expect(made.topDigest).toBe(sha(await textOf(made, 'tagmanifest-sha256.txt')))
  for (const { path } of made.entries) expect(await textOf(made, path)).not.toContain(made.topDigest)
})

test('without SM3 in this Node the bag has SHA-256 alone and says so', async () => {
  const made = await bag(entries, meta, nothing, false)
  expect(made.entries.some(({ path }) => path.includes('sm3'))).toBe(false)
  expect(made.findings.map(({ code, severity }) => [code, severity])).toEqual([['bundle/no-sm3', 'note']])
})

test('an identity number or a line break in the information is masked and joined', async () => {
  const made = await bag(entries, { ...meta, name: '样例\n990000199001011234', identifier: undefined }, nothing)
  expect(await textOf(made, 'bag-info.txt')).toContain('External-Description: 样例 990000********1234\n')
})

test('the same entries in another order give the same bag', async () => {
  const [a, b] = [await bag(entries, meta, nothing), await bag([...entries].reverse(), meta, nothing)]
  expect(b.topDigest).toBe(a.topDigest)
  expect(b.expected).toEqual(a.expected)
})

test.each([
  ['outside data and report', 'x.pdf'],
  ['a tag file of its own', 'manifest-md5.txt'],
  ['leads out', 'data/../../x'],
  ['a reserved name', 'data/aux.pdf'],
  ['decomposed', 'data/e\u0301.pdf'],
] as const)('a path is refused: %s', async (_, path) => {
  await expect(bag([...entries, bytesEntry(path, 'x')], meta, nothing)).rejects.toMatchObject({
    code: 'bundle/hostile-path',
  })
})

test('twins are refused and both named', async () => {
  const two = [...entries, bytesEntry('data/A.pdf', '1'), bytesEntry('data/a.PDF', '2')]
  await expect(bag(two, meta, nothing)).rejects.toMatchObject({
    code: 'bundle/twins',
    args: { first: 'data/A.pdf', second: 'data/a.PDF' },
  })
})

test('a bag without payload is refused', async () => {
  await expect(bag([bytesEntry('report/x', '1')], meta, nothing)).rejects.toMatchObject({ code: 'bundle/no-payload' })
})

test.each([
  ['longer', 'hello world!'],
  ['shorter', 'hell'],
  ['other', 'hellO'],
] as const)('a file that is %s than announced is refused and named', async (_, now) => {
  const disk = new Map([['/evidence/data/x', bytes('hello')]])
  const entry = fileEntry('data/x', disk)
  disk.set('/evidence/data/x', bytes(now))
  await expect(bag([entry], meta, opener(disk))).rejects.toMatchObject({
    code: 'bundle/changed-while-read',
    at: { file: 'data/x' },
  })
})

test.skipIf(!has('sha256sum'))('sha256sum is content with both manifests in the folder (needs sha256sum)', async () => {
  const made = await bag(
    entries.filter(({ path }) => !path.includes('%')),
    meta,
    nothing,
  )
  const folder = mkdtempSync(join(tmpdir(), 'bag-'))
  try {
    for (const entry of made.entries) {
      mkdirSync(dirname(join(folder, entry.path)), { recursive: true })
      writeFileSync(join(folder, entry.path), await collect(contentOf(entry, nothing)))
    }
    for (const name of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
      const said = execFileSync('sha256sum', ['-c', '--strict', name], { cwd: folder, encoding: 'utf8' })
      expect(
        said
          .trim()
          .split('\n')
          .every((line) => line.endsWith(': OK')),
      ).toBe(true)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('the receipt reads back as data and says the digest to people', async () => {
  const made = await bag(entries, meta, nothing)
  const about = {
    bundle: '样例甲-2025',
    asOf: '2025-06-01',
    procedure: { id: 'p', version: '1', hash: 'ff' },
    tool: 'juanzong 0.1.0',
  }
  const receipt = receiptOf(made, about)
  for (const words of [receiptWords.zh, receiptWords.en]) {
    const text = receiptText(receipt, words)
    expect(
      text
        .split('\n')
        .filter((line) => line.startsWith('#'))
        .join('\n'),
    ).toContain(made.topDigest)
    expect(text).not.toContain('{')
    const read = parse(receiptSchema, parseYaml(text, { schema: 'failsafe' }))
    expect(read).toEqual({ ok: true, value: receipt })
  }
})

test('this Node has SM3, so the tests above mean what they say', () => {
  expect(hasHash('sm3')).toBe(true)
})

// ---

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function sha(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
