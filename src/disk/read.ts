import type { BigIntStats } from 'node:fs'
import { constants } from 'node:fs'
import { type FileHandle, lstat, open } from 'node:fs/promises'
import { exits, Refusal } from '../model/finding.ts'
import type { Stat } from './disk.ts'
import { codeOf, reading } from './errors.ts'

/** 256 MiB: a scanned contract of several hundred pages; what is larger is read in pieces. */
export const readLimit = 256 * 1024 * 1024

/** Reads a whole regular file and proves that it did not change meanwhile. */
export async function readFile(path: string, limit = readLimit): Promise<Uint8Array> {
  const { handle, before } = await openRegular(path)
  try {
    if (before.size > BigInt(limit)) throw refuse('disk/too-large', path, { limit: mebibytes(limit) })
    const bytes = new Uint8Array(Number(before.size))
    // One byte more than announced, so that a file that grows is seen even where its times are coarse.
    const beyond = new Uint8Array(1)
    let at = 0
    while (at < bytes.length) {
      const { bytesRead } = await handle.read(bytes, at, bytes.length - at, null)
      if (bytesRead === 0) break
      at += bytesRead
    }
    const more = await handle.read(beyond, 0, 1, null)
    await sameAs(before, handle, path, at + more.bytesRead)
    return bytes
  } catch (error) {
    throw reading(error, path)
  } finally {
    await handle.close()
  }
}

/** A regular file in pieces of up to 1 MiB; the last step throws when it changed meanwhile. */
export async function* readFileStream(path: string): AsyncGenerator<Uint8Array> {
  const { handle, before } = await openRegular(path)
  try {
    let total = 0
    for (;;) {
      const piece = new Uint8Array(1024 * 1024)
      const { bytesRead } = await handle.read(piece, 0, piece.length, null)
      if (bytesRead === 0) break
      total += bytesRead
      yield piece.subarray(0, bytesRead)
    }
    await sameAs(before, handle, path, total)
  } catch (error) {
    throw reading(error, path)
  } finally {
    await handle.close()
  }
}

export async function statPath(path: string): Promise<Stat | undefined> {
  try {
    return toStat(await lstat(path, { bigint: true }))
  } catch (error) {
    const why = codeOf(error)
    if (why === 'ENOENT' || why === 'ENOTDIR') return undefined
    throw reading(error, path)
  }
}

export function toStat(found: BigIntStats): Stat {
  if (found.isFile()) return { kind: 'file', size: Number(found.size) }
  return { kind: found.isDirectory() ? 'folder' : 'other', size: 0 }
}

// ---

// Windows has neither flag; there a link is seen by lstat beforehand.
const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

async function openRegular(path: string): Promise<{ handle: FileHandle; before: BigIntStats }> {
  let handle: FileHandle | undefined
  try {
    if (!constants.O_NOFOLLOW && (await lstat(path)).isSymbolicLink()) throw refuse('disk/link', path)
    handle = await open(path, flags)
    const before = await handle.stat({ bigint: true })
    if (before.isDirectory()) throw refuse('disk/is-folder', path)
    if (!before.isFile()) throw refuse('disk/not-a-file', path)
    return { handle, before }
  } catch (error) {
    await handle?.close()
    throw reading(error, path)
  }
}

async function sameAs(before: BigIntStats, handle: FileHandle, path: string, read: number): Promise<void> {
  const after = await handle.stat({ bigint: true })
  // ctime too: whoever flips a byte and sets mtime back cannot set ctime back.
  const same =
    after.size === before.size &&
    after.mtimeNs === before.mtimeNs &&
    after.ctimeNs === before.ctimeNs &&
    after.ino === before.ino &&
    BigInt(read) === before.size
  if (!same) throw refuse('disk/changed', path)
}

function refuse(code: string, path: string, args: Record<string, string | number> = {}): Refusal {
  return new Refusal(code, exits.unreadable, { file: path, ...args }, { file: path })
}

function mebibytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024)
}
