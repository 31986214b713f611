import { execFile, execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { bag } from '../../src/bundle/bag.ts'
import { holdAgainst } from '../../src/bundle/hold.ts'
import { verify } from '../../src/bundle/verify.ts'
import { compressedAlready, zip } from '../../src/bundle/zip.ts'
import { bytesAccess, openZip } from '../../src/bundle/zip-reader.ts'
import type { Entry } from '../../src/model/bundle.ts'
import { bytesEntry, collect, fileEntry, folderReader, opener } from './made.ts'
import { has } from './tools.ts'

const meta = { asOf: '2025-06-01', identifier: 'K7Q2-9F4M', tool: 'juanzong 0.1.0' }
const nothing = opener(new Map())
const long = 'format: juanzong/dossier@1\n'.repeat(400)
const entries = [
  bytesEntry('data/合订本.pdf', '%PDF-1.7 '.repeat(500)),
  bytesEntry('data/dossier.yaml', long),
  bytesEntry('data/evidence/空.txt', ''),
  bytesEntry('report/findings.json', '[]'),
]

async function zipped(root = '成果包-样例甲'): Promise<Uint8Array> {
  return collect(zip((await bag(entries, meta, nothing)).entries, nothing, root))
}

function inFile<T>(bytes: Uint8Array, use: (path: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'zip-'))
  try {
    writeFileSync(join(folder, 'x.zip'), bytes)
    return use(join(folder, 'x.zip'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('a ZIP reads back as the bag that it was made of', async () => {
  const made = await bag(entries, meta, nothing)
  const reader = await openZip(bytesAccess(await zipped()))
  await holdAgainst(made.expected, reader)
  const found = await verify(await openZip(bytesAccess(await zipped())))
  expect([found.findings, found.topDigest, found.files]).toEqual([[], made.topDigest, made.files])
})

test('everything stands in one folder, in order, dated 1980-01-01, mode 0644, stored or deflated by kind', async () => {
  const bytes = Buffer.from(await zipped('b'))
  const rows = directory(bytes)
  expect(rows.map(({ name }) => name)).toEqual([...rows.map(({ name }) => name)].sort())
  expect(rows.every(({ name }) => name.startsWith('b/'))).toBe(true)
  expect(new Set(rows.map(({ stamp }) => stamp))).toEqual(new Set([0x00210000]))
  expect(new Set(rows.map(({ mode }) => mode.toString(8)))).toEqual(new Set(['100644']))
  const method = Object.fromEntries(rows.map((row) => [row.name, row.method]))
  expect([method['b/data/合订本.pdf'], method['b/data/dossier.yaml']]).toEqual([0, 8])
  expect(rows.filter(({ name }) => /[^\0-\x7f]/.test(name)).every(({ flags }) => flags & 0x800)).toBe(true)
})

test('stored files state size and checksum before their bytes, as every reader likes it', async () => {
  const rows = directory(Buffer.from(await zipped('b')))
  expect(rows.filter(({ method }) => method === 0).every(({ flags }) => (flags & 8) === 0)).toBe(true)
})

test('what is compressed already is told by its ending, whatever its case', () => {
  expect(['a.PDF', 'b/c.jpeg', 'x.docx', 'x.HEIC'].every(compressedAlready)).toBe(true)
  expect(['a.yaml', 'x.html', 'pdf', 'a.tiff', 'x.bmp'].some(compressedAlready)).toBe(false)
})

test('the same bytes twice', async () => {
  expect(Buffer.from(await zipped()).equals(Buffer.from(await zipped()))).toBe(true)
})

test('time zone and locale do not reach the bytes', async () => {
  const script = new URL('print-digests.ts', import.meta.url).pathname
  const tsx = new URL('../../node_modules/tsx/dist/cli.mjs', import.meta.url).pathname
  const run = (env: Record<string, string>) => {
    return promisify(execFile)(process.execPath, [tsx, script], { env: { ...process.env, ...env }, encoding: 'utf8' })
  }
  const [first, second] = await Promise.all([
    run({ TZ: 'America/New_York', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }),
    run({ TZ: 'Asia/Shanghai', LANG: 'zh_CN.GB18030', LC_ALL: 'C' }),
  ])
  expect(first.stdout).toMatch(/^[0-9a-f]{64} [0-9a-f]{64}\n$/)
  expect(second.stdout).toBe(first.stdout)
})

test.skipIf(!has('unzip'))('unzip finds nothing wrong (needs unzip)', async () => {
  const said = inFile(await zipped('b'), (path) => execFileSync('unzip', ['-t', path], { encoding: 'utf8' }))
  expect(said).toContain('No errors detected')
})

test.each([
  ['shorter', 'hell'],
  ['longer', 'hello world'],
  ['of the same size', 'hellO'],
] as const)('a file that is %s when it is zipped than when it was hashed is refused', async (_, now) => {
  const disk = new Map([['/evidence/data/x.txt', new TextEncoder().encode('hello')]])
  const made = await bag([fileEntry('data/x.txt', disk)], meta, opener(disk))
  disk.set('/evidence/data/x.txt', new TextEncoder().encode(now))
  await expect(collect(zip(made.entries, opener(disk), 'b'))).rejects.toMatchObject({
    code: 'bundle/changed-while-read',
    at: { file: 'data/x.txt' },
  })
})

test('a file larger than memory should hold goes through as a stream, and a change in it is refused', async () => {
  const size = 3 * 1024 * 1024
  const hash = createHash('sha256')
  for await (const piece of zeros(size)) hash.update(piece)
  const from = { kind: 'file', path: 'big', size, sha256: hash.digest('hex') } as const
  const big: Entry[] = [
    { path: 'data/big.pdf', from },
    { path: 'data/big.txt', from },
  ]
  const made = await collect(zip(big, () => zeros(size), 'b', 1000))
  const reader = await openZip(bytesAccess(made))
  await holdAgainst(
    big.map(({ path }) => ({ path, size, sha256: from.sha256 })),
    reader,
  )
  await expect(collect(zip(big.slice(0, 1), () => zeros(size, 1), 'b', 1000))).rejects.toMatchObject({
    code: 'bundle/changed-while-read',
  })
  await expect(collect(zip(big.slice(0, 1), () => zeros(size - 1), 'b', 1000))).rejects.toMatchObject({
    code: 'bundle/changed-while-read',
  })
})

test('a file that cannot be opened ends the ZIP in its error, never in a ZIP without it', async () => {
  const missing = { path: 'data/x.txt', from: { kind: 'file', path: 'gone', size: 1, sha256: '0' } } as const
  await expect(collect(zip([...entries, missing], nothing, 'b'))).rejects.toThrow('no gone')
})

test('a ZIP that nobody reads to its end lets go of its files', async () => {
  let closed = false
  async function* endless() {
    try {
      for (;;) yield new Uint8Array(1_000_000)
    } finally {
      closed = true
    }
  }
  const from = { kind: 'file', path: 'x', size: 10 ** 12, sha256: '0' } as const
  for await (const _ of zip([{ path: 'data/x.pdf', from }], endless, 'b')) break
  await expect.poll(() => closed).toBe(true)
})

test('a folder name for the bag that leads out or is a path is refused', async () => {
  for (const root of ['../x', 'a/b', '', 'con', '.']) {
    await expect(collect(zip(entries, nothing, root))).rejects.toMatchObject({ code: 'bundle/hostile-path' })
  }
})

test('what was written is held against the bag: a file less, more, other, or a link', async () => {
  const made = await bag(entries, meta, nothing)
  const files = new Map<string, Uint8Array>()
  const reader = await openZip(bytesAccess(await zipped()))
  for (const { path } of await reader.list()) files.set(path, await collect(reader.open(path)))
  const held = (change: (all: Map<string, Uint8Array>) => void, others: string[] = []) => {
    const copy = new Map(files)
    change(copy)
    return holdAgainst(made.expected, folderReader(copy, others)).then(
      () => 'fine',
      (error) => `${error.code} ${error.args.path}`,
    )
  }
  expect(await held(() => undefined)).toBe('fine')
  expect(await held((all) => all.delete('bagit.txt'))).toBe('bundle/written-differs bagit.txt')
  expect(await held((all) => all.set('x', new Uint8Array()))).toBe('bundle/written-differs x')
  expect(await held((all) => all.set('bagit.txt', new Uint8Array(55)))).toBe('bundle/written-differs bagit.txt')
  expect(await held(() => undefined, ['link'])).toBe('bundle/written-differs link')
})

// ---

async function* zeros(size: number, flipped = 0): AsyncGenerator<Uint8Array> {
  const piece = new Uint8Array(1024 * 1024)
  for (let at = 0; at < size; at += piece.length) {
    const part = piece.slice(0, Math.min(piece.length, size - at))
    if (flipped && at + part.length === size) part[part.length - 1] = flipped
    yield part
  }
}

/** Central directory, read by hand. */
function directory(bytes: Buffer) {
  const rows = []
  let at = bytes.readUInt32LE(bytes.length - 6)
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    rows.push({
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      stamp: bytes.readUInt32LE(at + 12),
      mode: bytes.readUInt32LE(at + 38) >>> 16,
      name: bytes.toString('utf8', at + 46, at + 46 + name),
    })
    at += 46 + name + extra + comment
  }
  return rows
}
