import { type FileHandle, open } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { BagReader } from '../bundle/reader.ts'
import { type Access, openZip } from '../bundle/zip-reader.ts'
import type { Disk } from '../disk/disk.ts'
import { reading } from '../disk/errors.ts'
import { exits, Refusal } from '../model/finding.ts'

/**
 * Runs something with the bag in a folder or ZIP.
 * @throws Refusal `cli/verify-nothing` (exit 3) when the path is neither
 */
export async function withBag<T>(disk: Disk, path: string, use: (bag: BagReader) => Promise<T>): Promise<T> {
  const found = await disk.stat(path)
  if (found?.kind === 'folder' && (await holdsBag(disk, path))) return use(folderReader(disk, path))
  if (found?.kind === 'file') return withZip(path, use)
  throw new Refusal('cli/verify-nothing', exits.unreadable, { path }, { file: path })
}

/** The bag in a folder; names as they are on the disk. */
export function folderReader(disk: Disk, folder: string): BagReader {
  return {
    findings: [],
    list: async () =>
      (await disk.list(folder)).map((item) => ({
        path: relative(folder, item.open).split(sep).join('/'),
        size: item.size,
        kind: item.kind === 'file' ? ('file' as const) : ('other' as const),
      })),
    open: (path) => disk.readStream(join(folder, path)),
  }
}

/** The bag in a ZIP, read where it lies: it may be larger than memory. */
export async function withZip<T>(path: string, use: (bag: BagReader) => Promise<T>): Promise<T> {
  const handle = await open(path, 'r').catch((error: unknown) => {
    throw reading(error, path)
  })
  try {
    return await use(await openZip(await accessOf(handle)).catch(placed(path)))
  } finally {
    await handle.close()
  }
}

// ---

async function holdsBag(disk: Disk, folder: string): Promise<boolean> {
  const names = (await disk.list(folder, { flat: true })).map((item) => item.path)
  return names.some((name) => /^(bagit|(tag)?manifest-[a-z0-9]+)\.txt$/.test(name))
}

/** A refusal by the ZIP's content, with the file's name. */
function placed(file: string): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof Refusal)) throw error
    throw new Refusal(error.code, error.exit, error.args, { ...error.at, file }, error.findings)
  }
}

async function accessOf(handle: FileHandle): Promise<Access> {
  const { size } = await handle.stat()
  return {
    size,
    read: async (position, length) => {
      const bytes = new Uint8Array(length)
      let got = 0
      while (got < length) {
        const { bytesRead } = await handle.read(bytes, got, length - got, position + got)
        if (bytesRead === 0) break
        got += bytesRead
      }
      return bytes.subarray(0, got)
    },
  }
}
