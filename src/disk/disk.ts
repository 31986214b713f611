import { listFolder } from './list.ts'
import { readFile, readFileStream, statPath } from './read.ts'
import { makeFolder, spool, tidy, writeFile, writeFileStream, writeFolder } from './write.ts'

/** What lies at a path below a listed folder. */
export type Listed = {
  /** Relative to the listed folder, with `/`, NFC; what a dossier writes and a bundle records. */
  readonly path: string
  /** The whole path with the names as they are on the disk: the only one to open it by. */
  readonly open: string
  /** `other` is never opened: a link, a device, a pipe, a folder that may not be read, a name that is no Unicode text. */
  readonly kind: 'file' | 'folder' | 'other'
  /** Bytes; 0 for all but files. */
  readonly size: number
  readonly why?: 'link' | 'device' | 'name' | 'denied' | undefined
}

export type Stat = { readonly kind: Listed['kind']; readonly size: number }

export type WriteOptions = {
  /** Replace what is there; without it an existing target is refused. */
  readonly force?: boolean | undefined
}
export type FolderOptions = WriteOptions & {
  /**
   * Name of a file that only a folder written by us holds (`bagit.txt`). With `force` a folder is replaced only when it
   * holds this file, so that `--out ~/Documents --force` never empties a folder of somebody's own.
   */
  readonly mark?: string | undefined
}

export type Bytes = Uint8Array | AsyncIterable<Uint8Array>
export type Written = { readonly size: number; readonly sha256: string }

/** A file that lives no longer than the run that needs it; `path` to read it by. */
export type Spooled = Written & { readonly path: string; readonly remove: () => Promise<void> }

/**
 * The only door to the file system; the same in memory for tests. Paths are native to the machine (`/` works everywhere);
 * a path that comes from data goes through `paths.ts` first. Everything throws `Refusal`s: `exits.unreadable` from
 * reading, `exits.unwritable` from writing.
 */
export type Disk = {
  /** Whole file, at most `limit` bytes (default 256 MiB); never through a link, and never while it changes. */
  readonly read: (path: string, limit?: number) => Promise<Uint8Array>
  /** The file in pieces; throws at the end when it changed meanwhile. */
  readonly readStream: (path: string) => AsyncIterable<Uint8Array>
  /** Everything below, sorted by path; folders only with `folders`. Links are reported, never followed. */
  readonly list: (folder: string, options?: ListOptions) => Promise<readonly Listed[]>
  /** Undefined when nothing is there; a link is `other`. */
  readonly stat: (path: string) => Promise<Stat | undefined>
  /** Whole or not at all: temporary file beside the target, flush, rename. */
  readonly write: (path: string, bytes: Uint8Array, options?: WriteOptions) => Promise<Written>
  readonly writeStream: (path: string, source: AsyncIterable<Uint8Array>, options?: WriteOptions) => Promise<Written>
  /** A folder with all its files (relative path → bytes), whole or not at all. */
  readonly writeFolder: (
    path: string,
    files: Iterable<readonly [string, Bytes]> | AsyncIterable<readonly [string, Bytes]>,
    options?: FolderOptions,
  ) => Promise<ReadonlyMap<string, Written>>
  /** A temporary file in the folder, for what is too large for memory; interrupted runs leave it to `tidy`. */
  readonly spool: (folder: string, source: AsyncIterable<Uint8Array>) => Promise<Spooled>
  /** Makes the folder and those above it; nothing when it is there. */
  readonly makeFolder: (path: string) => Promise<void>
  /** Removes what interrupted runs left in the folder; done by itself before the first writing into a folder. */
  readonly tidy: (folder: string) => Promise<readonly string[]>
}

export type ListOptions = {
  /** Only what lies directly inside. */
  readonly flat?: boolean | undefined
  readonly folders?: boolean | undefined
}

/** The machine's own file system. */
export function realDisk(): Disk {
  return {
    read: readFile,
    readStream: readFileStream,
    list: listFolder,
    stat: statPath,
    write: writeFile,
    writeStream: writeFileStream,
    writeFolder,
    spool,
    makeFolder,
    tidy,
  }
}

export { memoryDisk } from './memory.ts'
