import type yauzl from 'yauzl'
import { exits, type Finding, Refusal } from '../model/finding.ts'
import { leadsOut, shown, twins } from './paths.ts'
import { problem } from './problem.ts'

/** An entry that may be listed and opened. */
export type Member = { readonly name: string; readonly entry: yauzl.Entry }

/** More than deflate can do; the rest is a bomb. */
const ratio = 1100
const mostEntries = 65_535
/** Shortest record at the end of a ZIP. */
const endRecord = 22

/**
 * Reads the directory of a ZIP and holds it against the local headers. What would be unsafe to unpack, or says two things, is
 * a finding and no member.
 * @param size of the whole archive
 * @throws Refusal `bundle/not-a-zip`
 */
export async function readMembers(zip: yauzl.ZipFile, size: number) {
  const findings: Finding[] = []
  const members: Member[] = []
  const spans: Span[] = []
  const directory = Number(zip.readEntryCursor)
  let count = 0
  try {
    for await (const entry of zip.eachEntry()) {
      count += 1
      if (count > mostEntries) throw new Error(`more than ${mostEntries} entries`)
      const { name, code, span } = await judge(zip, entry)
      if (span) spans.push(span)
      if (code) findings.push(problem(code, { path: shown(name ?? entry.fileNameRaw.toString('latin1')) }))
      else if (name !== undefined && !name.endsWith('/')) members.push({ name, entry })
    }
  } catch (error) {
    throw new Refusal('bundle/not-a-zip', exits.unreadable, { why: error instanceof Error ? error.message : '' })
  }
  const doubled = new Set<Member>()
  for (const [first, second] of twins(members.map(({ name }) => name))) {
    for (const member of members.filter(({ name }) => name === second).slice(first === second ? 1 : 0))
      doubled.add(member)
    findings.push(problem('bundle/zip-twins', { first: shown(first), second: shown(second) }))
  }
  const after = size - endRecord - Buffer.byteLength(zip.comment)
  findings.push(...layout(spans, directory, Number(zip.readEntryCursor), after))
  return { members: members.filter((member) => !doubled.has(member)), findings }
}

// ---

/** Bytes from a local header to the end of its data; `later` = a data descriptor of 12 to 24 bytes follows. */
type Span = { readonly from: number; readonly to: number; readonly later: boolean }

type Judged = {
  readonly name?: string | undefined
  /** Why the entry is not taken. */
  readonly code?: string | undefined
  readonly span?: Span | undefined
}

async function judge(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Judged> {
  const name = nameOf(entry)
  const header = await zip.readLocalFileHeaderPromise(entry).catch(() => undefined)
  const span = header && spanOf(entry, header)
  if (name === undefined) return { code: 'bundle/zip-name', span }
  const code = doubt(entry, name) ?? (header && agree(entry, header) ? undefined : 'bundle/zip-header')
  return { name, code, span }
}

function spanOf(entry: yauzl.Entry, header: yauzl.LocalFileHeader): Span {
  const later = (header.generalPurposeBitFlag & 8) !== 0
  return { from: entry.relativeOffsetOfLocalHeader, to: header.fileDataStart + entry.compressedSize, later }
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

/** Nothing, a file, a folder, or a pipe that `zip -` read its standard input from. */
const plainModes = new Set([0, 0o100000, 0o040000, 0o010000])

function doubt(entry: yauzl.Entry, name: string): string | undefined {
  if (leadsOut(name.replace(/\/$/, ''))) return 'bundle/unsafe-path'
  if (!plainModes.has((entry.externalFileAttributes >>> 16) & 0o170000)) return 'bundle/zip-link'
  if (entry.isEncrypted()) return 'bundle/zip-encrypted'
  if (!entry.canDecodeFileData()) return 'bundle/zip-method'
  return entry.uncompressedSize > ratio * Math.max(1, entry.compressedSize) ? 'bundle/zip-bomb' : undefined
}

/** What the directory says of an entry against what stands before its data. */
function agree(entry: yauzl.Entry, header: yauzl.LocalFileHeader): boolean {
  const later = (header.generalPurposeBitFlag & 8) !== 0
  const large = header.compressedSize === 0xffffffff || header.uncompressedSize === 0xffffffff
  const sizes = header.compressedSize === entry.compressedSize && header.uncompressedSize === entry.uncompressedSize
  return (
    header.fileName.equals(entry.fileNameRaw) &&
    header.compressionMethod === entry.compressionMethod &&
    header.lastModFileDate === entry.lastModFileDate &&
    header.lastModFileTime === entry.lastModFileTime &&
    (later || (header.crc32 === entry.crc32 && (large || sizes)))
  )
}

/**
 * Entries that share bytes are how 20 GB fit into 100 KB; bytes that belong to no entry are something that nobody listed.
 * @param directory where the directory begins · @param end where it ends · @param after where the end record begins
 */
function layout(spans: readonly Span[], directory: number, end: number, after: number): Finding[] {
  const sorted = [...spans].sort((a, b) => a.from - b.from)
  const gaps = sorted.map(({ to, later }, i) => {
    const gap = (sorted[i + 1]?.from ?? directory) - to
    return gap < 0 ? 'shared' : gap === 0 || (later && [12, 16, 20, 24].includes(gap)) ? 'none' : 'stray'
  })
  const front = (sorted[0]?.from ?? directory) !== 0
  // ZIP64 puts 56 + 20 bytes between the directory and its end.
  const behind = after - end !== 0 && after - end !== 76
  if (gaps.includes('shared')) return [problem('bundle/zip-overlap', {})]
  return gaps.includes('stray') || front || behind ? [problem('bundle/zip-gap', {}, {}, 'note')] : []
}
