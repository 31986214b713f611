import { once as event } from 'node:events'
import { Readable } from 'node:stream'
import { ZipArchive } from 'archiver'
import type { Entry } from '../model/bundle.ts'
import { exits, Refusal } from '../model/finding.ts'
import { contentOf } from './bag.ts'
import type { Open } from './hash.ts'
import { mayStand, shown } from './paths.ts'

/**
 * A ZIP of a bag, piece by piece: one folder `root` with all entries, in their order, dated 1980-01-01, mode 0644.
 * What is compressed already is stored. The same entries give the same bytes in every time zone and locale.
 * Its end does not yet prove that it is whole: hold it against the bag with `holdAgainst` before it counts.
 * @param wholeUpTo bytes up to which a file is held in memory, so that its size and checksum stand before it in the ZIP
 * @throws Refusal `bundle/changed-while-read` when a file is not what its entry announced; the stream then ends in the error
 */
export async function* zip(
  entries: readonly Entry[],
  open: Open,
  root: string,
  wholeUpTo = usuallyWhole,
): AsyncGenerator<Uint8Array> {
  if (!mayStand(root) || root.includes('/')) {
    throw new Refusal('bundle/hostile-path', exits.refused, { path: shown(root) })
  }
  const archive = new ZipArchive({ zlib: { level: 6 }, highWaterMark: pieceSize })
  const sources = new Set<Readable>()
  const archived: Target = { archive, root, wholeUpTo, sources }
  // Z01: archiver reports what it leaves out as a warning and finishes all the same.
  archive.on('warning', (error: Error) => archive.destroy(error))
  const feeding = feed(archived, entries, open).catch((error: Error) => archive.destroy(error))
  try {
    for await (const piece of archive) yield piece
    await feeding
  } finally {
    archive.destroy()
    for (const source of sources) source.destroy()
  }
}

/** True for files that deflate does not make smaller, by their name. */
export function compressedAlready(path: string): boolean {
  return stored.has(/\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '')
}

// ---

type Target = {
  readonly archive: ZipArchive
  readonly root: string
  readonly wholeUpTo: number
  /** Streams that archiver has not read to their end. */
  readonly sources: Set<Readable>
}

const pieceSize = 256 * 1024
const usuallyWhole = 64 * 1024 * 1024
const stored = new Set(
  'pdf jpg jpeg jpe png gif webp heic heif avif jp2 zip docx xlsx pptx ofd wps et dps odt ods 7z rar gz xz mp4 mov mp3 m4a woff woff2'.split(
    ' ',
  ),
)

/** One entry after the other (Z03–Z05: archiver opens all at once, and takes a short or doubled entry in silence). */
async function feed(target: Target, entries: readonly Entry[], open: Open): Promise<void> {
  const { archive, sources } = target
  for (const entry of entries) {
    const taken = event(archive, 'entry')
    taken.catch(() => undefined)
    await append(target, entry, open)
    await taken
    sources.clear()
  }
  await archive.finalize()
}

async function append({ archive, root, wholeUpTo, sources }: Target, entry: Entry, open: Open): Promise<void> {
  const size = sizeOf(entry)
  // An empty file that is to be deflated gets a header that says two things.
  const store = size === 0 || compressedAlready(entry.path)
  const data = { name: `${root}/${entry.path}`, date: epoch, mode: 0o644, store }
  const content = contentOf(entry, open)
  if (size <= wholeUpTo) {
    const pieces: Uint8Array[] = []
    for await (const piece of content) pieces.push(piece)
    archive.append(Buffer.concat(pieces), data)
    return
  }
  const source = Readable.from(content, { objectMode: false })
  sources.add(source)
  // archiver pipes its sources, and a pipe does not pass an error on.
  source.on('error', (error) => archive.destroy(error))
  archive.append(source, data)
}

/** The first day that a ZIP can tell; read in UTC by archiver. */
const epoch = new Date(Date.UTC(1980, 0, 1))

function sizeOf({ from }: Entry): number {
  return from.kind === 'bytes' ? from.bytes.length : from.size
}
