import { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import yauzl from 'yauzl'
import { exits, Refusal } from '../model/finding.ts'
import { shown } from './paths.ts'
import type { BagFile, BagReader } from './reader.ts'
import { type Member, readMembers } from './zip-entries.ts'

/** Bytes that can be read anywhere: a file's descriptor or a buffer, handed in. */
export type Access = {
  readonly size: number
  /** Exactly `length` bytes from `position`. */
  read(position: number, length: number): Promise<Uint8Array>
}

/** Bytes in memory as an access. */
export function bytesAccess(bytes: Uint8Array): Access {
  return { size: bytes.length, read: async (position, length) => bytes.subarray(position, position + length) }
}

/**
 * Opens a ZIP as a bag. What stands in its one top folder is listed without that folder. Everything that would be unsafe to
 * unpack (names that lead out, links, twins, encryption, entries that overlap or say two things) becomes a finding, and
 * is neither listed nor opened.
 * @throws Refusal `bundle/not-a-zip`
 */
export async function openZip(access: Access): Promise<BagReader> {
  const zip = await yauzl
    .fromRandomAccessReaderPromise(new Reader(access), access.size, { ...options, autoClose: false })
    .catch((error: Error) => {
      throw new Refusal('bundle/not-a-zip', exits.unreadable, { why: error.message })
    })
  const { members, findings } = await readMembers(zip, access.size)
  const root = rootOf(members.map(({ name }) => name))
  const files = new Map(members.map((member) => [member.name.slice(root.length), member]))
  return {
    findings,
    list: async () =>
      [...files].map(([path, { entry }]): BagFile => ({ path, size: entry.uncompressedSize, kind: 'file' })),
    open: (path) => {
      const member = files.get(path)
      if (!member) throw new Error(`zip: ${path} is not listed`)
      return content(zip, member)
    },
  }
}

// ---

const options = { lazyEntries: true, decodeStrings: false, validateEntrySizes: true, strictFileNames: true }

class Reader extends yauzl.RandomAccessReader {
  private readonly access: Access

  constructor(access: Access) {
    super()
    this.access = access
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(pieces(this.access, start, end), { objectMode: false })
  }
}

async function* pieces(access: Access, start: number, end: number): AsyncGenerator<Uint8Array> {
  for (let at = start; at < end; at += 262_144) yield await access.read(at, Math.min(262_144, end - at))
}

/** The folder that everything stands in, with its slash; empty when the bag stands at the top. */
function rootOf(names: readonly string[]): string {
  const first = names[0]?.split('/')[0]
  if (first === undefined || names.includes('bagit.txt')) return ''
  return names.every((name) => name.startsWith(`${first}/`)) ? `${first}/` : ''
}

/** Content of an entry, held against the size and the CRC that the archive states (yauzl does not check the CRC). */
async function* content(zip: yauzl.ZipFile, { name, entry }: Member): AsyncGenerator<Uint8Array> {
  let sum = 0
  try {
    for await (const piece of await zip.openReadStreamPromise(entry)) {
      sum = crc32(piece, sum)
      yield piece
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : ''
    throw new Refusal('bundle/unreadable-entry', exits.verification, { path: shown(name), why }, { file: name })
  }
  if (sum !== entry.crc32) {
    throw new Refusal(
      'bundle/unreadable-entry',
      exits.verification,
      { path: shown(name), why: 'CRC-32' },
      { file: name },
    )
  }
}
