import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { leadsOut } from '../../src/bundle/paths.ts'
import { verify } from '../../src/bundle/verify.ts'
import { folderReader } from './made.ts'

type Files = Map<string, Uint8Array>

const text = (content: string) => new TextEncoder().encode(content)
const hash = (algorithm: string, bytes: Uint8Array) => createHash(algorithm).update(bytes).digest('hex')

async function codes(files: Files): Promise<string[]> {
  const { findings } = await verify(folderReader(files))
  return findings.map(({ code, at, args }) => [code, at.file ?? args.path ?? ''].join(' ').trim())
}

function with_(change: (files: Files) => void, from: Files): Files {
  const files = new Map(from)
  change(files)
  return files
}

// Bags of other makers.

function foreign(
  files: Record<string, string>,
  manifest: (files: Record<string, string>) => Record<string, string>,
): Files {
  return new Map(Object.entries({ ...files, ...manifest(files) }).map(([path, content]) => [path, text(content)]))
}
const declaration = { 'bagit.txt': 'BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n' }
const lines = (files: Record<string, string>, algorithm: string, gap = '  ') =>
  Object.entries(files)
    .filter(([path]) => path.startsWith('data/'))
    .map(([path, content]) => `${hash(algorithm, text(content))}${gap}${path}\n`)
    .join('')

test('an old bag with MD5, no tag manifest, other tag files and raw percent signs is valid', async () => {
  const files = foreign(
    { ...declaration, 'data/%41 b': '1', 'notes/readme': 'x', 'fetch.txt': 'http://x/y 1 data/%41 b\n' },
    (all) => ({
      'manifest-md5.txt': lines(all, 'md5', ' '),
    }),
  )
  expect(await codes(files)).toEqual([])
})

test('a manifest or fetch list that leads out is unsafe', async () => {
  for (const path of ['../../x', '/tmp/x', 'C:\\x', '%HomeDrive%\\x', '~/x', 'bagit.txt']) {
    const files = foreign({ ...declaration, 'data/a': '1' }, (all) => ({
      'manifest-md5.txt': `${lines(all, 'md5')}${'0'.repeat(32)}  ${path}\n`,
      'fetch.txt': `http://x/y - ${path}\n`,
    }))
    expect((await codes(files)).map((code) => code.split(' ')[0])).toEqual(['bundle/unsafe-path', 'bundle/unsafe-path'])
    expect(path === 'bagit.txt' || leadsOut(path)).toBe(true)
  }
})

test('no declaration, a bad one, no manifest, no payload, malformed lines, doubled lines', async () => {
  const valid = foreign({ ...declaration, 'data/a': '1' }, (all) => ({ 'manifest-sha256.txt': lines(all, 'sha256') }))
  const change = (path: string, content?: string) =>
    with_((files) => (content === undefined ? files.delete(path) : files.set(path, text(content))), valid)
  const line = Buffer.from(valid.get('manifest-sha256.txt') ?? []).toString()
  expect(await codes(valid)).toEqual([])
  expect(await codes(change('bagit.txt'))).toEqual(['bundle/no-declaration'])
  expect(await codes(change('bagit.txt', '\ufeffBagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'))).toEqual([
    'bundle/bad-declaration bagit.txt',
  ])
  expect(await codes(change('manifest-sha256.txt'))).toEqual(['bundle/no-manifest'])
  expect(await codes(change('manifest-sha256.txt', `${line}nonsense\n`))).toEqual([
    'bundle/malformed-manifest manifest-sha256.txt',
  ])
  expect(await codes(change('manifest-sha256.txt', `${line}${'0'.repeat(64)}  data/a\n`))).toContain(
    'bundle/listed-twice manifest-sha256.txt',
  )
  const empty = with_(
    (files) => files.set('manifest-sha256.txt', new Uint8Array()),
    new Map([...valid].filter(([path]) => path !== 'data/a')),
  )
  expect(await codes(empty)).toEqual(['bundle/no-payload'])
})

test('in BagIt 1.0 every manifest lists everything; an earlier one may share the work', async () => {
  const sharing = (version: string) =>
    foreign(
      { 'bagit.txt': `BagIt-Version: ${version}\nTag-File-Character-Encoding: UTF-8\n`, 'data/a': '1', 'data/b': '2' },
      () => ({
        'manifest-md5.txt': lines({ 'data/a': '1' }, 'md5'),
        'manifest-sha256.txt': lines({ 'data/b': '2' }, 'sha256'),
      }),
    )
  expect(await codes(sharing('0.97'))).toEqual([])
  expect(await codes(sharing('1.0'))).toEqual(['bundle/not-listed data/a', 'bundle/not-listed data/b'])
})

test('a manifest in an algorithm that this Node does not know is named as skipped, not taken as proof', async () => {
  const files = foreign({ ...declaration, 'data/a': '1' }, (all) => ({
    'manifest-sha256.txt': lines(all, 'sha256'),
    'manifest-blake9.txt': `${'0'.repeat(64)}  data/a\n`,
  }))
  const found = await verify(folderReader(files))
  expect([found.findings, found.verifiedBy, found.skipped]).toEqual([[], ['sha256'], ['blake9']])
})

test('byte and file counts that differ from bag-info are found when nothing else is wrong', async () => {
  const files = foreign({ ...declaration, 'data/a': '1', 'bag-info.txt': 'Payload-Oxum: 9.1\n' }, (all) => ({
    'manifest-md5.txt': lines(all, 'md5'),
  }))
  expect(await codes(files)).toEqual(['bundle/oxum-differs bag-info.txt'])
})

test('./ and a second case of a name are notes, not faults', async () => {
  const files = foreign({ ...declaration, 'data/a': '1' }, () => ({
    'manifest-md5.txt': `${hash('md5', text('1'))}  ./data/a\n${hash('md5', text('1'))}  data/A\n`,
  }))
  const { findings } = await verify(folderReader(files))
  expect(findings.map(({ code, severity }) => [code, severity])).toEqual([
    ['bundle/dotted-path', 'note'],
    ['bundle/listed-twin', 'note'],
  ])
})
