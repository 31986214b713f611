import { createHash } from 'node:crypto'
import { type FileHandle, lstat, mkdir, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { exits, Refusal } from '../model/finding.ts'
import type { Bytes, FolderOptions, Spooled, WriteOptions, Written } from './disk.ts'
import { codeOf, writing } from './errors.ts'
import { done, parked, temporary, tidy } from './leftovers.ts'
import { checkPath } from './paths.ts'

export { tidy } from './leftovers.ts'

export function writeFile(path: string, bytes: Uint8Array, options: WriteOptions = {}): Promise<Written> {
  return writeFileStream(path, once(bytes), options)
}

/** Temporary file beside the target, flushed, counted, renamed; a reader sees the old file or the new one, never half. */
export async function writeFileStream(
  path: string,
  source: AsyncIterable<Uint8Array>,
  options: WriteOptions = {},
): Promise<Written> {
  const folder = dirname(path)
  await tidyOnce(folder)
  await refuseExisting(path, options)
  const name = temporary()
  const temp = join(folder, name)
  try {
    const written = await pour(temp, source, path)
    await refuseExisting(path, options)
    await replace(temp, path)
    await flushFolder(folder)
    return written
  } catch (error) {
    await rm(temp, { force: true })
    throw writing(error, path)
  } finally {
    done(name)
  }
}

/** Builds the folder under a temporary name beside the target, then renames it. */
export async function writeFolder(
  path: string,
  files: Iterable<readonly [string, Bytes]> | AsyncIterable<readonly [string, Bytes]>,
  options: FolderOptions = {},
): Promise<ReadonlyMap<string, Written>> {
  // The folder that somebody stands in keeps its place: replaced, their shell would stand nowhere.
  const here = resolve(path) === process.cwd()
  const above = here ? path : dirname(resolve(path))
  await tidyOnce(above)
  await refuseFolder(path, options)
  const name = temporary()
  const temp = join(above, name)
  try {
    const written = await fill(temp, files, path)
    if (here) await moveInto(temp, path)
    else {
      await refuseFolder(path, options)
      await replaceFolder(temp, resolve(path))
    }
    await flushFolder(above)
    return written
  } catch (error) {
    await rm(temp, { recursive: true, force: true })
    throw writing(error, path)
  } finally {
    done(name)
  }
}

/** Written and flushed like everything else, under a name that the next run clears away. */
export async function spool(folder: string, source: AsyncIterable<Uint8Array>): Promise<Spooled> {
  await tidyOnce(folder)
  const name = temporary()
  const path = join(folder, name)
  const remove = async () => {
    await rm(path, { force: true })
    done(name)
  }
  try {
    return { ...(await pour(path, source, path)), path, remove }
  } catch (error) {
    await remove()
    throw writing(error, path)
  }
}

/** Step by step: with `recursive` Node answers ENOENT for a read-only disk. */
export async function makeFolder(path: string): Promise<void> {
  const found = await kindOf(path, stat)
  if (found === 'folder') return
  if (found === 'file') throw refuse('disk/exists', path)
  if (dirname(path) !== path) await makeFolder(dirname(path))
  try {
    await mkdir(path)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw writing(error, path)
  }
}

// ---

const tidied = new Set<string>()

async function tidyOnce(folder: string): Promise<void> {
  if (tidied.has(folder)) return
  tidied.add(folder)
  await tidy(folder)
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** New file with the bytes, flushed to the disk and counted. `path` is the name that messages give. */
async function pour(temp: string, source: Bytes, path: string): Promise<Written> {
  const handle = await open(temp, 'wx')
  try {
    const hash = createHash('sha256')
    let size = 0
    for await (const piece of source instanceof Uint8Array ? once(source) : source) {
      hash.update(piece)
      await writeAll(handle, piece)
      size += piece.length
    }
    await flush(handle)
    if ((await handle.stat()).size !== size) throw refuse('disk/short', path)
    return { size, sha256: hash.digest('hex') }
  } finally {
    await handle.close()
  }
}

async function writeAll(handle: FileHandle, piece: Uint8Array): Promise<void> {
  for (let at = 0; at < piece.length; ) {
    const { bytesWritten } = await handle.write(piece, at, piece.length - at)
    at += bytesWritten
  }
}

async function fill(
  temp: string,
  files: Iterable<readonly [string, Bytes]> | AsyncIterable<readonly [string, Bytes]>,
  path: string,
): Promise<ReadonlyMap<string, Written>> {
  await mkdir(temp)
  const folders = new Set([temp])
  const written = new Map<string, Written>()
  for await (const [name, bytes] of files) {
    const checked = checkPath(name)
    if (!checked.ok) throw refuse('disk/bad-path', path, { value: name })
    const target = join(temp, checked.path)
    for (let folder = dirname(target); !folders.has(folder); folder = dirname(folder)) folders.add(folder)
    // `.juanzong/` is nobody else's business (FORMATS 2).
    const mode = checked.path.startsWith('.juanzong/') ? 0o700 : 0o777
    await mkdir(dirname(target), { recursive: true, mode })
    written.set(checked.path, await pour(target, bytes, join(path, checked.path)))
  }
  for (const folder of [...folders].sort().reverse()) await flushFolder(folder)
  return written
}

async function replaceFolder(temp: string, path: string): Promise<void> {
  const found = await kindOf(path)
  if (found === undefined) return replace(temp, path)
  const name = parked(basename(path))
  const old = join(dirname(path), name)
  try {
    await replace(path, old)
    try {
      await replace(temp, path)
    } catch (error) {
      await rename(old, path)
      throw error
    }
    await rm(old, { recursive: true, force: true })
  } finally {
    done(name)
  }
}

/** Into the empty folder that is the current one; what was moved goes back when a step fails. */
async function moveInto(temp: string, path: string): Promise<void> {
  const moved: string[] = []
  try {
    for (const name of (await readdir(temp)).sort()) {
      await refuseExisting(join(path, name), {})
      await replace(join(temp, name), join(path, name))
      moved.push(name)
    }
    await rmdir(temp)
  } catch (error) {
    for (const name of moved) await rm(join(path, name), { recursive: true, force: true })
    throw error
  }
}

async function refuseExisting(path: string, options: WriteOptions): Promise<void> {
  const found = await kindOf(path)
  if (found === 'folder') throw refuse('disk/folder-there', path)
  if (found !== undefined && !options.force) throw refuse('disk/exists', path)
}

/** An empty folder may be taken; one with something in it only by force and when it is ours. */
async function refuseFolder(path: string, options: FolderOptions): Promise<void> {
  const found = await kindOf(path)
  if (found === undefined) return
  if (found !== 'folder') throw refuse('disk/exists', path)
  const names = await readdir(path)
  if (names.length === 0) return
  if (resolve(path) === process.cwd()) throw refuse('disk/exists', path)
  if (!options.force) throw refuse('disk/exists', path)
  if (options.mark === undefined || !names.includes(options.mark)) throw refuse('disk/not-ours', path)
}

async function kindOf(path: string, look = lstat): Promise<'folder' | 'file' | undefined> {
  try {
    return (await look(path)).isDirectory() ? 'folder' : 'file'
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw writing(error, path)
  }
}

/** On Windows a virus scanner or the indexer holds new files for moments: tried again for about a second. */
async function replace(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await rename(from, to)
    } catch (error) {
      const passing = ['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error) ?? '')
      if (!passing || process.platform !== 'win32' || attempt === 20) throw writing(error, to, true)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

/** Some network and FUSE folders cannot flush; that is not a failure of the writing. */
const cannotFlush = ['EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP']

async function flush(handle: FileHandle): Promise<void> {
  try {
    await handle.sync()
  } catch (error) {
    if (!cannotFlush.includes(codeOf(error) ?? '')) throw error
  }
}

async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await flush(handle)
  } finally {
    await handle.close()
  }
}

function refuse(code: string, path: string, args: Record<string, string | number> = {}): Refusal {
  return new Refusal(code, exits.unwritable, { file: path, ...args }, { file: path })
}
