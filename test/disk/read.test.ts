import { spawnSync } from 'node:child_process'
import { appendFile, chmod, mkdir, symlink, truncate, utimes, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { realDisk } from '../../src/disk/disk.ts'
import { exits } from '../../src/model/finding.ts'
import { asAnyone, refused, scratch, text, utf8 } from './kit.ts'

const disk = realDisk()
const posix = process.platform !== 'win32'

async function gather(path: string, meanwhile: (piece: number) => Promise<void> = async () => {}): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of disk.readStream(path)) {
    pieces.push(piece)
    await meanwhile(pieces.length)
  }
  return Buffer.concat(pieces)
}

test('a file comes back byte for byte, whole and in pieces', async () => {
  const path = join(await scratch(), 'a.bin')
  const bytes = new Uint8Array(2_500_000).map((_, at) => at % 251)
  await writeFile(path, bytes)
  expect(Buffer.compare(await disk.read(path), bytes)).toBe(0)
  expect(Buffer.compare(await gather(path), bytes)).toBe(0)
})

test('an empty file is empty', async () => {
  const path = join(await scratch(), 'empty')
  await writeFile(path, '')
  expect((await disk.read(path)).length).toBe(0)
})

test('a missing file is refused as input that cannot be read', async () => {
  const { code, exit } = await refused(disk.read(join(await scratch(), 'no')))
  expect([code, exit]).toEqual(['disk/missing', exits.unreadable])
})

test('a file above the limit is refused before it is read', async () => {
  const path = join(await scratch(), 'big')
  await writeFile(path, new Uint8Array(1001))
  expect((await refused(disk.read(path, 1000))).code).toBe('disk/too-large')
  expect((await disk.read(path, 1001)).length).toBe(1001)
})

test('a folder is no file', async () => {
  expect((await refused(disk.read(await scratch()))).code).toBe('disk/is-folder')
})

test.skipIf(!posix)('a link is not followed', async () => {
  const folder = await scratch()
  await writeFile(join(folder, 'real'), 'x')
  await symlink('real', join(folder, 'link'))
  expect((await refused(disk.read(join(folder, 'link')))).code).toBe('disk/link')
})

test.skipIf(!posix)('a pipe without a writer is refused at once', async () => {
  const path = join(await scratch(), 'pipe')
  expect(spawnSync('mkfifo', [path]).status).toBe(0)
  expect((await refused(disk.read(path))).code).toBe('disk/not-a-file')
})

test.skipIf(!posix)('a socket is refused', async () => {
  const path = join(await scratch(), 's')
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(path, resolve))
  const { code } = await refused(disk.read(path))
  await new Promise((resolve) => server.close(resolve))
  expect(code).toBe('disk/not-a-file')
})

test.skipIf(!posix)('a device is refused', async () => {
  expect((await refused(disk.read('/dev/null'))).code).toBe('disk/not-a-file')
})

test.skipIf(!posix)('a file that may not be read is refused', async () => {
  const folder = await scratch()
  const path = join(folder, 'secret')
  await writeFile(path, 'x')
  await chmod(path, 0o000)
  expect((await asAnyone([folder, path], () => refused(disk.read(path)))).code).toBe('disk/no-permission')
})

const changes: readonly (readonly [string, (path: string) => Promise<void>])[] = [
  ['grows', (path) => appendFile(path, 'more')],
  ['shrinks', (path) => truncate(path, 1_200_000)],
  [
    'is flipped with its time set back',
    async (path) => {
      await writeFile(path, Buffer.alloc(3_000_000, 1), { flag: 'r+' })
      await utimes(path, 1_700_000_000, 1_700_000_000)
    },
  ],
]
test.each(changes)('a file that %s while it is read is refused', async (_, change) => {
  const path = join(await scratch(), 'f')
  await writeFile(path, Buffer.alloc(3_000_000))
  await utimes(path, 1_700_000_000, 1_700_000_000)
  const { code, exit } = await refused(gather(path, async (piece) => (piece === 1 ? change(path) : undefined)))
  expect([code, exit]).toEqual(['disk/changed', exits.unreadable])
})

test('stat tells files, folders, links and nothing', async () => {
  const folder = await scratch()
  await writeFile(join(folder, 'f'), 'abc')
  await mkdir(join(folder, 'd'))
  expect(await disk.stat(join(folder, 'f'))).toEqual({ kind: 'file', size: 3 })
  expect(await disk.stat(join(folder, 'd'))).toEqual({ kind: 'folder', size: 0 })
  expect(await disk.stat(join(folder, 'no'))).toBeUndefined()
  expect(await disk.stat(join(folder, 'f', 'below'))).toBeUndefined()
  if (!posix) return
  await symlink('f', join(folder, 'l'))
  expect(await disk.stat(join(folder, 'l'))).toEqual({ kind: 'other', size: 0 })
})

test('text written is text read', async () => {
  const path = join(await scratch(), '样例.txt')
  await disk.write(path, utf8('甲'))
  expect(text(await disk.read(path))).toBe('甲')
})
