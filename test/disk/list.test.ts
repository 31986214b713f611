import { spawnSync } from 'node:child_process'
import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { memoryDisk, realDisk } from '../../src/disk/disk.ts'
import { asAnyone, refused, scratch, text } from './kit.ts'

const disk = realDisk()
const linux = process.platform === 'linux'

test('lists files below, sorted by code point, with sizes; folders only when asked', async () => {
  const folder = await scratch()
  await mkdir(join(folder, 'b', 'c'), { recursive: true })
  await writeFile(join(folder, 'b', 'c', 'x'), '12')
  await writeFile(join(folder, 'b', 'Z'), '1')
  await writeFile(join(folder, 'a'), '')
  await writeFile(join(folder, '一'), '123')
  const files = await disk.list(folder)
  expect(files.map(({ path, size }) => `${path} ${size}`)).toEqual(['a 0', 'b/Z 1', 'b/c/x 2', '一 3'])
  const all = await disk.list(folder, { folders: true })
  expect(all.map(({ path, kind }) => `${path} ${kind}`)).toEqual([
    'a file',
    'b folder',
    'b/Z file',
    'b/c folder',
    'b/c/x file',
    '一 file',
  ])
  expect((await disk.list(folder, { flat: true, folders: true })).map(({ path }) => path)).toEqual(['a', 'b', '一'])
})

test('the same listing in memory', async () => {
  const memory = memoryDisk({ 'd/b/c/x': '12', 'd/b/Z': '1', 'd/a': '', 'd/一': '123', 'e/other': '' })
  expect((await memory.list('d')).map(({ path, size }) => `${path} ${size}`)).toEqual([
    'a 0',
    'b/Z 1',
    'b/c/x 2',
    '一 3',
  ])
  expect((await memory.list('d', { flat: true, folders: true })).map(({ path }) => path)).toEqual(['a', 'b', '一'])
})

test.skipIf(!linux)('a decomposed name comes back composed and is still opened by its own name', async () => {
  const folder = await scratch()
  const decomposed = 'e\u0301.txt'
  await writeFile(join(folder, decomposed), 'x')
  const [file] = await disk.list(folder)
  expect(file?.path).toBe('\u00e9.txt')
  expect(text(await disk.read(file?.open ?? ''))).toBe('x')
})

test.skipIf(!linux)('links are reported and not followed, loops neither', async () => {
  const folder = await scratch()
  const outside = await scratch()
  await writeFile(join(outside, 'secret'), 'x')
  await symlink(outside, join(folder, 'out'))
  await symlink('.', join(folder, 'loop'))
  await symlink('nowhere', join(folder, 'dead'))
  const items = await disk.list(folder)
  expect(items.map(({ path, kind, why }) => [path, kind, why])).toEqual([
    ['dead', 'other', 'link'],
    ['loop', 'other', 'link'],
    ['out', 'other', 'link'],
  ])
})

test.skipIf(!linux)('pipes are devices', async () => {
  const folder = await scratch()
  spawnSync('mkfifo', [join(folder, 'p')])
  expect((await disk.list(folder)).map(({ why }) => why)).toEqual(['device'])
})

test.skipIf(!linux)('a name that is no UTF-8 is reported', async () => {
  const folder = await scratch()
  await writeFile(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xd6, 0xd0, 0x2e, 0x70])]), 'x')
  expect((await disk.list(folder)).map(({ kind, why }) => [kind, why])).toEqual([['other', 'name']])
})

test.skipIf(!linux)('a folder that may not be opened is reported', async () => {
  const folder = await scratch()
  await mkdir(join(folder, 'closed'))
  await chmod(join(folder, 'closed'), 0o000)
  const items = await asAnyone([folder, join(folder, 'closed')], () => disk.list(folder))
  await chmod(join(folder, 'closed'), 0o700)
  expect(items.map(({ path, why }) => [path, why])).toEqual([['closed', 'denied']])
})

test('the folder itself may be behind a link', async () => {
  const real = await scratch()
  await writeFile(join(real, 'f'), '')
  const link = join(await scratch(), 'link')
  await symlink(real, link, 'junction')
  expect((await disk.list(link)).map(({ path }) => path)).toEqual(['f'])
})

test('a file is not a folder, and nothing is nothing', async () => {
  const folder = await scratch()
  await writeFile(join(folder, 'f'), '')
  expect((await refused(disk.list(join(folder, 'f')))).code).toBe('disk/not-a-folder')
  expect((await refused(disk.list(join(folder, 'no')))).code).toBe('disk/missing')
})

test('a folder nested without end is refused', async () => {
  const folder = await scratch()
  await mkdir(join(folder, ...Array.from({ length: 60 }, () => 'd')), { recursive: true })
  expect((await refused(disk.list(folder))).code).toBe('disk/too-deep')
})
