import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import { exits, Refusal } from '../model/finding.ts'
import type { Bytes, Disk, FolderOptions, Listed, ListOptions, WriteOptions, Written } from './disk.ts'
import { sorted } from './list.ts'
import { checkPath } from './paths.ts'
import { readLimit } from './read.ts'

export type MemoryDisk = Disk & { readonly files: Map<string, Uint8Array> }

/** A disk in memory, for tests and previews: path → bytes or text. Folders are there while something lies in them. */
export function memoryDisk(start: Readonly<Record<string, string | Uint8Array>> = {}): MemoryDisk {
  const files = new Map<string, Uint8Array>()
  const folders = new Set<string>()
  for (const [path, bytes] of Object.entries(start))
    files.set(clean(path), typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes)
  const isFolder = (path: string) =>
    path === '.' || path === '/' || folders.has(path) || [...files.keys()].some((name) => name.startsWith(`${path}/`))
  const store = { files, folders, isFolder }
  const read = async (path: string, limit = readLimit) => readFrom(store, clean(path), limit)
  return {
    files,
    read,
    async *readStream(path) {
      yield await read(path)
    },
    list: async (folder, options = {}) => listFrom(store, clean(folder), options),
    async stat(path) {
      const bytes = files.get(clean(path))
      if (bytes) return { kind: 'file', size: bytes.length }
      return isFolder(clean(path)) ? { kind: 'folder', size: 0 } : undefined
    },
    write: async (path, bytes, options) => put(store, clean(path), bytes, options),
    writeStream: async (path, source, options) => put(store, clean(path), await gather(source), options),
    writeFolder: (path, entries, options) => putFolder(store, clean(path), entries, options),
    async spool(folder, source) {
      const path = posix.join(clean(folder), `.tmp-juanzong-${files.size}`)
      return { ...put(store, path, await gather(source)), path, remove: async () => void files.delete(path) }
    },
    async makeFolder(path) {
      folders.add(clean(path))
    },
    tidy: async () => [],
  }
}

// ---

type Store = {
  readonly files: Map<string, Uint8Array>
  readonly folders: Set<string>
  readonly isFolder: (path: string) => boolean
}

function clean(path: string): string {
  const plain = posix.normalize(path.replaceAll('\\', '/'))
  return plain.length > 1 && plain.endsWith('/') ? plain.slice(0, -1) : plain
}

function readFrom({ files, isFolder }: Store, path: string, limit: number): Uint8Array {
  const bytes = files.get(path)
  if (!bytes) throw refuse(isFolder(path) ? 'disk/is-folder' : 'disk/missing', path, exits.unreadable)
  if (bytes.length > limit)
    throw refuse('disk/too-large', path, exits.unreadable, { limit: Math.round(limit / 1048576) })
  return bytes
}

function listFrom({ files, isFolder, folders }: Store, folder: string, options: ListOptions): readonly Listed[] {
  if (!isFolder(folder)) {
    throw refuse(files.has(folder) ? 'disk/not-a-folder' : 'disk/missing', folder, exits.unreadable)
  }
  const below = (name: string) => (folder === '.' ? name : name.slice(folder.length + 1))
  const inside = (name: string) => folder === '.' || name.startsWith(`${folder}/`)
  const found = new Map<string, Listed>()
  const add = (path: string, kind: 'file' | 'folder', size: number) =>
    found.set(path, { path: path.normalize('NFC'), open: folder === '.' ? path : `${folder}/${path}`, kind, size })
  for (const [name, bytes] of files) if (inside(name)) add(below(name), 'file', bytes.length)
  for (const name of folders) if (inside(name)) add(below(name), 'folder', 0)
  for (const path of [...found.keys()])
    for (let up = posix.dirname(path); up !== '.'; up = posix.dirname(up)) add(up, 'folder', 0)
  return sorted(
    [...found.values()].filter(
      (item) => (item.kind === 'file' || options.folders) && !(options.flat && item.path.includes('/')),
    ),
  )
}

function put({ files, isFolder }: Store, path: string, bytes: Uint8Array, options: WriteOptions = {}): Written {
  if (isFolder(path)) throw refuse('disk/folder-there', path, exits.unwritable)
  if (files.has(path) && !options.force) throw refuse('disk/exists', path, exits.unwritable)
  files.set(path, bytes)
  return { size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}

async function putFolder(
  store: Store,
  path: string,
  entries: Iterable<readonly [string, Bytes]> | AsyncIterable<readonly [string, Bytes]>,
  options: FolderOptions = {},
): Promise<ReadonlyMap<string, Written>> {
  const old = [...store.files.keys()].filter((name) => name.startsWith(`${path}/`))
  if (store.files.has(path) || (old.length && !options.force)) throw refuse('disk/exists', path, exits.unwritable)
  if (old.length && !old.includes(`${path}/${options.mark}`)) throw refuse('disk/not-ours', path, exits.unwritable)
  const fresh: [string, Uint8Array][] = []
  for await (const [name, bytes] of entries) {
    const checked = checkPath(name)
    if (!checked.ok) throw refuse('disk/bad-path', path, exits.unwritable, { value: name })
    fresh.push([checked.path, bytes instanceof Uint8Array ? bytes : await gather(bytes)])
  }
  for (const name of old) store.files.delete(name)
  return new Map(fresh.map(([name, bytes]) => [name, put(store, posix.join(path, name), bytes)]))
}

async function gather(source: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of source) pieces.push(piece)
  return new Uint8Array(Buffer.concat(pieces))
}

function refuse(
  code: string,
  path: string,
  exit: (typeof exits)['unreadable'] | (typeof exits)['unwritable'],
  args: Record<string, string | number> = {},
): Refusal {
  return new Refusal(code, exit, { file: path, ...args }, { file: path })
}
