import { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import yauzl from 'yauzl'
import { exits, type Finding, Refusal } from '../model/finding.ts'
import { leadsOut, shown, twins } from './paths.ts'
import { problem } from './problem.ts'
import type { BagFile, BagReader } from './reader.ts'

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

type Member = { readonly name: string; readonly entry: yauzl.Entry }

const options = { lazyEntries: true, decodeStrings: false, validateEntrySizes: true, strictFileNames: true }
/** More than deflate can do; the rest is a bomb. */
const ratio = 1100
const mostMembers = 100_000

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

async function readMembers(zip: yauzl.ZipFile, size: number) {
  const members: Member[] = []
  const findings: Finding[] = []
  let entries = 0
  try {
    for await (const entry of zip.eachEntry()) {
      entries += 1
      if (entries > mostMembers) throw new Error(`more than ${mostMembers} entries`)
      const name = nameOf(entry)
      const code = name === undefined ? 'bundle/zip-name' : await doubt(zip, entry, name)
      if (code) findings.push(problem(code, { path: shown(name ?? entry.fileNameRaw.toString('latin1')) }))
      else if (name !== undefined && !name.endsWith('/')) members.push({ name, entry })
    }
  } catch (error) {
    throw new Refusal('bundle/not-a-zip', exits.unreadable, { why: error instanceof Error ? error.message : '' })
  }
  const bad = new Set<string>()
  for (const [first, second] of twins(members.map(({ name }) => name))) {
    bad.add(second)
    findings.push(problem('bundle/zip-twins', { first: shown(first), second: shown(second) }))
  }
  if (overlap(members, size)) findings.push(problem('bundle/zip-overlap', {}))
  return {
    members: members.filter(({ name }, i) => !bad.has(name) || members.findIndex((m) => m.name === name) === i),
    findings,
  }
}

/** The name in UTF-8, strictly; older archives that say nothing may use it too as long as it is ASCII. */
function nameOf(entry: yauzl.Entry): string | undefined {
  const raw = entry.fileNameRaw
  const utf8 = (entry.generalPurposeBitFlag & 0x800) !== 0
  if (!utf8 && raw.some((byte) => byte > 0x7e)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw)
  } catch {
    return undefined
  }
}

/** Why an entry is not taken; undefined = it is. */
async function doubt(zip: yauzl.ZipFile, entry: yauzl.Entry, name: string): Promise<string | undefined> {
  const mode = (entry.externalFileAttributes >>> 16) & 0o170000
  if (leadsOut(name.replace(/\/$/, ''))) return 'bundle/unsafe-path'
  if (mode !== 0 && mode !== 0o100000 && mode !== 0o040000) return 'bundle/zip-link'
  if (entry.isEncrypted()) return 'bundle/zip-encrypted'
  if (!entry.canDecodeFileData()) return 'bundle/zip-method'
  if (entry.uncompressedSize > ratio * Math.max(1, entry.compressedSize)) return 'bundle/zip-bomb'
  const header = await zip.readLocalFileHeaderPromise(entry).catch(() => undefined)
  if (!header) return 'bundle/zip-header'
  const same = header.fileName.equals(entry.fileNameRaw) && header.compressionMethod === entry.compressionMethod
  const later = (header.generalPurposeBitFlag & 8) !== 0
  const sizes = later || header.crc32 === entry.crc32
  return same && sizes ? undefined : 'bundle/zip-header'
}

/** Entries that share bytes: how 20 GB fit into 100 KB. */
function overlap(members: readonly Member[], size: number): boolean {
  const spans = members
    .map(({ entry }) => ({
      from: entry.relativeOffsetOfLocalHeader,
      to: entry.relativeOffsetOfLocalHeader + 30 + entry.fileNameLength + entry.compressedSize,
    }))
    .sort((a, b) => a.from - b.from)
  return spans.some(({ to }, i) => to > (spans[i + 1]?.from ?? size))
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
