import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { exits, Refusal } from '../model/finding.ts'
import type { Listed, ListOptions } from './disk.ts'
import { codeOf, reading } from './errors.ts'
import { toStat } from './read.ts'

/** More than any dossier holds; keeps a wrong folder (a whole disk) from being walked for minutes. */
export const listLimit = 50_000
const depthLimit = 40

/**
 * Everything below a folder, sorted by NFC path. The folder itself may be reached through a link; inside nothing is
 * followed.
 */
export async function listFolder(folder: string, options: ListOptions = {}): Promise<readonly Listed[]> {
  const found: Listed[] = []
  const waiting: Listed[] = [{ path: '', open: folder, kind: 'folder', size: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const inside = await within(next)
    if (inside === 'denied') found.push({ ...next, kind: 'other', why: 'denied' })
    else if (options.folders && next.path !== '') found.push(next)
    for (const item of inside === 'denied' ? [] : inside) {
      if (item.kind === 'folder' && !options.flat) waiting.push(item)
      else if (item.kind !== 'folder' || options.folders) found.push(item)
    }
    if (found.length + waiting.length > listLimit) throw refuse('disk/too-many', folder)
    if (next.path.split('/').length > depthLimit) throw refuse('disk/too-deep', folder)
  }
  return sorted(found)
}

/** By path, code point for code point as `<` compares; twins (same name after NFC) by their name on the disk. */
export function sorted(items: readonly Listed[]): readonly Listed[] {
  return [...items].sort((a, b) => compare(a.path, b.path) || compare(a.open, b.open))
}

// ---

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Names are read as bytes: as text Node answers U+FFFD for what is not UTF-8 and then cannot open it. */
async function within(folder: Listed): Promise<readonly Listed[] | 'denied'> {
  try {
    const names = await readdir(folder.open, { encoding: 'buffer' })
    const items = await Promise.all(names.map((name) => look(folder, name)))
    return items.filter((item) => item !== undefined)
  } catch (error) {
    const why = codeOf(error)
    if (folder.path !== '' && why === 'ENOENT') return []
    if (folder.path !== '' && (why === 'EACCES' || why === 'EPERM')) return 'denied'
    if (why === 'ENOTDIR') throw refuse('disk/not-a-folder', folder.open)
    throw reading(error, folder.open)
  }
}

async function look(folder: Listed, bytes: Buffer): Promise<Listed | undefined> {
  const name = decode(bytes)
  const shown = (name ?? bytes.toString('utf8')).normalize('NFC')
  const path = folder.path ? `${folder.path}/${shown}` : shown
  const open = join(folder.open, name ?? shown)
  if (name === undefined) return { path, open, kind: 'other', size: 0, why: 'name' }
  try {
    const found = await lstat(open, { bigint: true })
    if (found.isSymbolicLink()) return { path, open, kind: 'other', size: 0, why: 'link' }
    const { kind, size } = toStat(found)
    return kind === 'other' ? { path, open, kind, size, why: 'device' } : { path, open, kind, size }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw reading(error, open)
  }
}

function decode(bytes: Buffer): string | undefined {
  try {
    return utf8.decode(bytes)
  } catch {
    return undefined
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function refuse(code: string, folder: string): Refusal {
  return new Refusal(code, exits.unreadable, { file: folder, limit: listLimit }, { file: folder })
}
