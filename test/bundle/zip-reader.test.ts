import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bag } from '../../src/bundle/bag.ts'
import { verify } from '../../src/bundle/verify.ts'
import { zip } from '../../src/bundle/zip.ts'
import { bytesAccess, openZip } from '../../src/bundle/zip-reader.ts'
import { bytesEntry, collect, opener } from './made.ts'
import { type Lie, liar } from './made-zip.ts'

const fine: Lie = { name: 'b/data/a.txt', body: Buffer.from('hello') }

async function codes(...entries: Lie[]): Promise<string[]> {
  const reader = await openZip(bytesAccess(liar(entries)))
  return reader.findings.map(({ code }) => code)
}

async function listed(...entries: Lie[]): Promise<string[]> {
  return (await (await openZip(bytesAccess(liar(entries)))).list()).map(({ path }) => path)
}

test('a well-formed ZIP has nothing to say; its one folder is not part of the paths', async () => {
  expect(await codes(fine, { ...fine, name: 'b/bagit.txt', deflate: true })).toEqual([])
  expect(await listed(fine, { ...fine, name: 'b/bagit.txt' })).toEqual(['data/a.txt', 'bagit.txt'])
  expect(await listed({ name: 'b/', mode: 0o040755 }, fine)).toEqual(['data/a.txt'])
})

test('a bag at the top of a ZIP, and a ZIP with several folders, keep their paths', async () => {
  expect(await listed({ ...fine, name: 'data/a' }, { ...fine, name: 'bagit.txt' })).toEqual(['data/a', 'bagit.txt'])
  expect(await listed({ ...fine, name: 'a/x' }, { ...fine, name: 'b/x' })).toEqual(['a/x', 'b/x'])
})

test.each(['../evil', 'b/../../evil', '/etc/passwd', 'C:/evil', 'b\\..\\evil', '~/x'])(
  'a name that leads out is named and not listed: %s',
  async (name) => {
    expect(await codes(fine, { ...fine, name })).toEqual(['bundle/unsafe-path'])
    expect(await listed(fine, { ...fine, name })).toEqual(['data/a.txt'])
  },
)

test.each<[string, Lie, string]>([
  ['a symbolic link', { ...fine, name: 'b/l', mode: 0o120777 }, 'bundle/zip-link'],
  ['a device', { ...fine, name: 'b/l', mode: 0o020644 }, 'bundle/zip-link'],
  ['an encrypted entry', { ...fine, name: 'b/e', flags: 0x801, size: 5 }, 'bundle/zip-encrypted'],
  ['a method nobody asked for', { ...fine, name: 'b/e', method: 14 }, 'bundle/zip-method'],
  ['the same name twice', { ...fine }, 'bundle/zip-twins'],
  ['the same name in another case', { ...fine, name: 'b/data/A.TXT' }, 'bundle/zip-twins'],
  ['a name that is not UTF-8', { ...fine, name: Buffer.from([0x62, 0x2f, 0xc2, 0xdb]), flags: 0 }, 'bundle/zip-name'],
  ['a name that says it is UTF-8 and is not', { ...fine, name: Buffer.from([0x62, 0x2f, 0xff]) }, 'bundle/zip-name'],
  ['another name in the local header', { ...fine, name: 'b/x', local: { name: 'b/y' } }, 'bundle/zip-header'],
  ['another method in the local header', { ...fine, name: 'b/x', local: { method: 8 } }, 'bundle/zip-header'],
  ['another checksum in the local header', { ...fine, name: 'b/x', local: { crc: 1 } }, 'bundle/zip-header'],
  [
    'more than deflate can unpack',
    { name: 'b/x', deflate: true, body: Buffer.from('a'), size: 2_000_000_000 },
    'bundle/zip-bomb',
  ],
])('%s is found', async (_, entry, code) => {
  if (code === 'bundle/zip-encrypted') {
    const lie = liar([fine, { ...entry, body: Buffer.alloc(17), size: 5 }])
    expect((await openZip(bytesAccess(lie))).findings.map((finding) => finding.code)).toEqual([code])
    return
  }
  expect(await codes(fine, entry)).toEqual([code])
})

test('entries that share bytes are found', async () => {
  expect(await codes(fine, { ...fine, name: 'b/data/b.txt', at: 0, local: {} })).toContain('bundle/zip-header')
  const one = { name: 'b/x', body: Buffer.alloc(100), flags: 0x800 }
  const bytes = liar([one, { ...one, name: 'b/y' }])
  // The second row says that its entry begins inside the first.
  const row = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
  const inner = Buffer.from(bytes)
  const header = bytes.subarray(
    bytes.indexOf(Buffer.from('PK\x03\x04'), 1),
    bytes.indexOf(Buffer.from('PK\x03\x04'), 1) + 33,
  )
  header.copy(inner, 40)
  inner.writeUInt32LE(40, row + 42)
  expect((await openZip(bytesAccess(inner))).findings.map(({ code }) => code)).toEqual(['bundle/zip-overlap'])
})

test('bytes that belong to no entry are a note; a pipe that was zipped from standard input is a file', async () => {
  const whole = liar([fine])
  const end = whole.length - 22
  const stray = Buffer.concat([whole.subarray(0, end), Buffer.from('hidden'), whole.subarray(end)])
  const { findings } = await openZip(bytesAccess(stray))
  expect(findings.map(({ code, severity }) => [code, severity])).toEqual([['bundle/zip-gap', 'note']])
  expect(await codes({ ...fine, mode: 0o010600 })).toEqual([])
})

test('content that is not what its checksum or size says fails when it is read, and is one finding of verify', async () => {
  for (const entry of [
    { ...fine, crc: 1 },
    { ...fine, deflate: true, size: 6 },
    { ...fine, deflate: true, size: 4 },
  ]) {
    const reader = await openZip(bytesAccess(liar([entry])))
    await expect(collect(reader.open('data/a.txt'))).rejects.toMatchObject({ code: 'bundle/unreadable-entry' })
  }
})

test('no ZIP, a cut one, one with bytes behind it, an empty file', async () => {
  const whole = liar([fine])
  for (const bytes of [
    Buffer.from('hello'),
    Buffer.alloc(0),
    whole.subarray(0, -1),
    Buffer.concat([whole, Buffer.from('x')]),
    whole.subarray(40),
  ]) {
    await expect(openZip(bytesAccess(bytes))).rejects.toMatchObject({ code: 'bundle/not-a-zip' })
  }
})

test('property: flipping a byte of a ZIP of ours never breaks the reader and never passes with other content', async () => {
  const nothing = opener(new Map())
  const made = await bag(
    [bytesEntry('data/a.yaml', 'abc '.repeat(50)), bytesEntry('data/b.pdf', '%PDF-1.7')],
    { asOf: '2025-06-01', tool: 'juanzong 0' },
    nothing,
  )
  const whole = Buffer.from(await collect(zip(made.entries, nothing, 'b')))
  const contents = async (bytes: Buffer) => {
    const reader = await openZip(bytesAccess(bytes))
    const found = await verify(reader)
    const texts = []
    if (!found.findings.length)
      for (const { path } of await reader.list())
        texts.push(path, Buffer.from(await collect(reader.open(path))).toString())
    return { found, texts }
  }
  const { texts } = await contents(whole)
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: whole.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, change) => {
      const bytes = Buffer.from(whole)
      bytes[at] = (bytes[at] ?? 0) ^ change
      const after = await contents(bytes).catch((error) => {
        expect(error.code).toBe('bundle/not-a-zip')
        return undefined
      })
      if (after && !after.found.findings.length) expect(after.texts).toEqual(texts)
    }),
    { numRuns: 150 },
  )
})
