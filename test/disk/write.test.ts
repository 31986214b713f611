import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Disk, memoryDisk, realDisk } from '../../src/disk/disk.ts'
import { writing } from '../../src/disk/errors.ts'
import { exits, Refusal } from '../../src/model/finding.ts'
import { asAnyone, refused, scratch, text, utf8 } from './kit.ts'

const disk = realDisk()
const posix = process.platform !== 'win32'

async function* pieces(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const one of texts) yield utf8(one)
}
async function* failing(): AsyncGenerator<Uint8Array> {
  yield utf8('half')
  throw new Refusal('disk/changed', exits.unreadable)
}

/** Both disks answer alike. */
const disks: readonly (readonly [string, () => Promise<{ disk: Disk; folder: string }>])[] = [
  ['real', async () => ({ disk, folder: await scratch() })],
  ['memory', async () => ({ disk: memoryDisk({ 'top/keep': '' }), folder: 'top' })],
]

test.each(disks)('%s: writes, says size and hash', async (_, make) => {
  const { disk, folder } = await make()
  const sha256 = createHash('sha256').update('甲乙').digest('hex')
  expect(await disk.write(join(folder, 'f'), utf8('甲乙'))).toEqual({ size: 6, sha256 })
  expect(await disk.writeStream(join(folder, 'g'), pieces('甲', '乙'))).toEqual({ size: 6, sha256 })
  expect(text(await disk.read(join(folder, 'g')))).toBe('甲乙')
})

test.each(disks)('%s: what exists is left alone without force, replaced with it', async (_, make) => {
  const { disk, folder } = await make()
  const path = join(folder, 'f')
  await disk.write(path, utf8('old'))
  const { code, exit } = await refused(disk.write(path, utf8('new')))
  expect([code, exit]).toEqual(['disk/exists', exits.unwritable])
  expect(text(await disk.read(path))).toBe('old')
  await disk.write(path, utf8('new'), { force: true })
  expect(text(await disk.read(path))).toBe('new')
})

test.each(disks)('%s: a file never replaces a folder', async (_, make) => {
  const { disk, folder } = await make()
  await disk.makeFolder(join(folder, 'd'))
  expect((await refused(disk.write(join(folder, 'd'), utf8('x'), { force: true }))).code).toBe('disk/folder-there')
})

test.each(disks)('%s: a source that fails leaves nothing and the old file whole', async (_, make) => {
  const { disk, folder } = await make()
  await disk.write(join(folder, 'f'), utf8('old'))
  const { code } = await refused(disk.writeStream(join(folder, 'f'), failing(), { force: true }))
  expect(code).toBe('disk/changed')
  expect(text(await disk.read(join(folder, 'f')))).toBe('old')
  expect((await disk.list(folder)).map(({ path }) => path).filter((path) => path !== 'keep')).toEqual(['f'])
})

test.each(disks)('%s: a folder appears whole', async (_, make) => {
  const { disk, folder } = await make()
  const written = await disk.writeFolder(join(folder, 'bag'), [
    ['bagit.txt', utf8('b')],
    ['data/a/x', pieces('1', '2')],
  ])
  expect([...written].map(([path, { size }]) => `${path} ${size}`)).toEqual(['bagit.txt 1', 'data/a/x 2'])
  expect((await disk.list(join(folder, 'bag'))).map(({ path }) => path)).toEqual(['bagit.txt', 'data/a/x'])
})

test.each(disks)('%s: a folder that fails half-way is not there', async (_, make) => {
  const { disk, folder } = await make()
  const files: [string, Uint8Array | AsyncIterable<Uint8Array>][] = [
    ['a', utf8('1')],
    ['b', failing()],
  ]
  await refused(disk.writeFolder(join(folder, 'bag'), files))
  expect(await disk.stat(join(folder, 'bag'))).toBeUndefined()
})

test.each(disks)('%s: a folder is replaced by force only when it holds the mark', async (_, make) => {
  const { disk, folder } = await make()
  const bag = join(folder, 'bag')
  await disk.writeFolder(bag, [
    ['bagit.txt', utf8('1')],
    ['old', utf8('1')],
  ])
  const fresh: [string, Uint8Array][] = [['bagit.txt', utf8('2')]]
  expect((await refused(disk.writeFolder(bag, fresh))).code).toBe('disk/exists')
  expect((await refused(disk.writeFolder(bag, fresh, { force: true }))).code).toBe('disk/not-ours')
  expect((await refused(disk.writeFolder(bag, fresh, { force: true, mark: 'other' }))).code).toBe('disk/not-ours')
  await disk.writeFolder(bag, fresh, { force: true, mark: 'bagit.txt' })
  expect((await disk.list(bag)).map(({ path }) => path)).toEqual(['bagit.txt'])
})

test.each(disks)('%s: a name that leads out of the folder is refused', async (_, make) => {
  const { disk, folder } = await make()
  const { code, exit } = await refused(disk.writeFolder(join(folder, 'bag'), [['../evil', utf8('x')]]))
  expect([code, exit]).toEqual(['disk/bad-path', exits.unwritable])
  expect(await disk.stat(join(folder, 'evil'))).toBeUndefined()
})

test('no temporary name is left behind', async () => {
  const folder = await scratch()
  await disk.write(join(folder, 'f'), utf8('x'))
  await disk.write(join(folder, 'f'), utf8('y'), { force: true })
  await disk.writeFolder(join(folder, 'g'), [['bagit.txt', utf8('1')]])
  await disk.writeFolder(join(folder, 'g'), [['bagit.txt', utf8('2')]], { force: true, mark: 'bagit.txt' })
  expect((await readdir(folder)).sort()).toEqual(['f', 'g'])
})

test('an empty folder may be taken', async () => {
  const folder = await scratch()
  await mkdir(join(folder, 'new'))
  await disk.writeFolder(join(folder, 'new'), [['a', utf8('1')]])
  expect(await readdir(join(folder, 'new'))).toEqual(['a'])
})

test('the folder that the process stands in is filled, not replaced', async () => {
  const folder = await scratch()
  const before = await stat(folder)
  const cwd = process.cwd()
  process.chdir(folder)
  try {
    const files: [string, Uint8Array][] = [
      ['a/b', utf8('1')],
      ['.c/d', utf8('2')],
    ]
    await disk.writeFolder('.', files)
    expect((await refused(disk.writeFolder('.', files, { force: true, mark: 'a' }))).code).toBe('disk/exists')
  } finally {
    process.chdir(cwd)
  }
  expect((await disk.list(folder)).map(({ path }) => path)).toEqual(['.c/d', 'a/b'])
  expect((await stat(folder)).ino).toBe(before.ino)
})

test('a folder that is missing, or is a file, is named', async () => {
  const folder = await scratch()
  const { code, exit } = await refused(disk.write(join(folder, 'no', 'f'), utf8('x')))
  expect([code, exit]).toEqual(['disk/no-folder', exits.unwritable])
  await writeFile(join(folder, 'file'), '')
  expect((await refused(disk.write(join(folder, 'file', 'f'), utf8('x')))).exit).toBe(exits.unwritable)
})

test('folders are made one below the other, behind a link too, and not in place of a file', async () => {
  const folder = await scratch()
  await disk.makeFolder(join(folder, 'a', 'b', 'c'))
  await disk.makeFolder(join(folder, 'a', 'b'))
  await symlink(join(folder, 'a'), join(folder, 'link'), 'junction')
  await disk.makeFolder(join(folder, 'link', 'd'))
  expect((await disk.list(folder, { folders: true })).map(({ path }) => path)).toEqual([
    'a',
    'a/b',
    'a/b/c',
    'a/d',
    'link',
  ])
  await writeFile(join(folder, 'f'), '')
  const inPlace = await refused(disk.makeFolder(join(folder, 'f')))
  expect([inPlace.code, inPlace.exit]).toEqual(['disk/exists', exits.unwritable])
  const below = await refused(disk.makeFolder(join(folder, 'f', 'g')))
  expect([below.code, below.exit]).toEqual(['disk/no-folder', exits.unwritable])
})

test.skipIf(!posix)('.juanzong is the owner’s alone', async () => {
  const folder = await scratch()
  await disk.writeFolder(join(folder, 'd'), [['.juanzong/lock', utf8('1')]])
  expect((await stat(join(folder, 'd', '.juanzong'))).mode & 0o777).toBe(0o700)
})

test('a name of 300 letters is refused', async () => {
  const { code, exit } = await refused(disk.write(join(await scratch(), 'x'.repeat(300)), utf8('x')))
  expect([code, exit]).toEqual(['disk/name-too-long', exits.unwritable])
})

test.skipIf(!posix)('a folder without permission is refused', async () => {
  const folder = await scratch()
  await chmod(folder, 0o500)
  const { code } = await asAnyone([folder], () => refused(disk.write(join(folder, 'f'), utf8('x'))))
  await chmod(folder, 0o700)
  expect(code).toBe('disk/denied')
})

test.skipIf(!posix)('by force a link is replaced, not what it points at', async () => {
  const folder = await scratch()
  await writeFile(join(folder, 'target'), 'old')
  await symlink('target', join(folder, 'link'))
  await disk.write(join(folder, 'link'), utf8('new'), { force: true })
  expect(await readFile(join(folder, 'target'), 'utf8')).toBe('old')
  expect(await readFile(join(folder, 'link'), 'utf8')).toBe('new')
})

const systemErrors = [
  ['ENOSPC', false, 'disk/full'],
  ['EDQUOT', false, 'disk/full'],
  ['EROFS', false, 'disk/read-only'],
  ['EACCES', false, 'disk/denied'],
  ['EPERM', true, 'disk/held-open'],
  ['EBUSY', true, 'disk/held-open'],
  ['EIO', false, 'disk/unwritable'],
] as const
test.each(systemErrors)('%s (replacing: %s) is %s', (code, replacing, expected) => {
  const error = Object.assign(new Error(code), { code, syscall: 'rename' })
  const refusal = writing(error, 'f', replacing)
  expect(refusal).toBeInstanceOf(Refusal)
  expect(refusal).toMatchObject({ code: expected, exit: exits.unwritable, args: { file: 'f', why: code } })
})

test('an error that is not the system’s is a bug and stays one', () => {
  const error = new TypeError('x is not a function')
  expect(writing(error, 'f')).toBe(error)
})

test('leftovers of dead runs go, those of running ones and other files stay', async () => {
  const folder = await scratch()
  const dead = spawnSync(process.execPath, ['-e', '']).pid
  const living = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  await mkdir(join(folder, `.tmp-juanzong-${dead}-1`))
  await writeFile(join(folder, `.tmp-juanzong-${dead}-1`, 'x'), '')
  await writeFile(join(folder, `.tmp-juanzong-${dead}-2`), '')
  await writeFile(join(folder, `.tmp-juanzong-${process.pid}-999999`), '')
  await writeFile(join(folder, `.tmp-juanzong-${living.pid}-1`), '')
  await writeFile(join(folder, '.tmp-other'), '')
  const gone = await disk.tidy(folder)
  living.kill()
  expect(gone.length).toBe(3)
  expect((await readdir(folder)).sort()).toEqual([`.tmp-juanzong-${living.pid}-1`, '.tmp-other'].sort())
})

test('a folder parked by a run that died comes back when its place is empty', async () => {
  const folder = await scratch()
  const dead = spawnSync(process.execPath, ['-e', '']).pid
  await mkdir(join(folder, `.old-juanzong-${dead}-1-成果包`))
  await writeFile(join(folder, `.old-juanzong-${dead}-1-成果包`, 'bagit.txt'), '1')
  await disk.write(join(folder, 'f'), utf8('x'))
  expect((await readdir(folder)).sort()).toEqual(['f', '成果包'])
})

test('a folder parked by a run that died goes when the new one is in place', async () => {
  const folder = await scratch()
  const dead = spawnSync(process.execPath, ['-e', '']).pid
  await mkdir(join(folder, `.old-juanzong-${dead}-1-bag`))
  await mkdir(join(folder, 'bag'))
  await disk.tidy(folder)
  expect(await readdir(folder)).toEqual(['bag'])
})

test('a run killed in the middle leaves the old file, and the next run cleans up', async () => {
  const folder = await scratch()
  const path = join(folder, 'f')
  await writeFile(path, 'old')
  const module = new URL('../../src/disk/disk.ts', import.meta.url).href
  const script = `
    import { realDisk } from ${JSON.stringify(module)}
    async function* source() { yield new Uint8Array(100); process.kill(process.pid, 'SIGKILL'); await new Promise(() => setInterval(() => {}, 1000)) }
    await realDisk().writeStream(${JSON.stringify(path)}, source(), { force: true })`
  const run = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    cwd: new URL('../..', import.meta.url),
  })
  expect(run.status).not.toBe(0)
  expect(await readFile(path, 'utf8')).toBe('old')
  expect((await readdir(folder)).length).toBe(2)
  await disk.write(join(folder, 'g'), utf8('x'))
  expect((await readdir(folder)).sort()).toEqual(['f', 'g'])
})
