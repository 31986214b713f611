import { type Finding, Refusal } from '../model/finding.ts'
import { digest, hasHash } from './hash.ts'
import { leadsOut, shown, twins } from './paths.ts'
import { problem } from './problem.ts'
import type { BagFile, BagReader } from './reader.ts'

/** A bag read once: what is there, its checksums, and the text of its tag files. */
export type Scan = {
  readonly files: ReadonlyMap<string, Scanned>
  /** Text of the tag files at the top (`bagit.txt`, manifests…). */
  readonly texts: ReadonlyMap<string, string>
  /** Algorithms of manifests that this build of Node cannot compute. */
  readonly unknown: readonly string[]
  readonly findings: readonly Finding[]
}
export type Scanned = {
  readonly size: number
  /** Absent when the file could not be read; the finding stands in `findings`. */
  readonly hashes?: Readonly<Record<string, string>> | undefined
}

const manifestName = /^(tag)?manifest-([a-z0-9]+)\.txt$/
/** A tag file is read as text up to this size. */
const mostText = 256 * 1024 * 1024

/** Reads every file of a bag once and computes the checksums that its manifests ask for. */
export async function scan(reader: BagReader): Promise<Scan> {
  const listed = await reader.list()
  const findings = [...reader.findings]
  const safe = listed.filter((file) => {
    const doubt = doubtOf(file)
    if (doubt) findings.push(doubt)
    return !doubt
  })
  for (const [first, second] of twins(safe.map(({ path }) => path))) {
    findings.push(problem('bundle/twins', { first: shown(first), second: shown(second) }, { file: shown(second) }))
  }
  const named = safe.map(({ path }) => manifestName.exec(path))
  const wanted = {
    payload: algorithms(named.filter((match) => match && match[1] === undefined)),
    tags: algorithms(named.filter((match) => match?.[1])),
  }
  const files = new Map<string, Scanned>()
  const texts = new Map<string, string>()
  for (const { path, size } of safe) {
    const payload = path.startsWith('data/')
    const known = (payload ? wanted.payload : wanted.tags).filter(hasHash)
    const asText = !path.includes('/') && path.endsWith('.txt') && size <= mostText
    const read = await readFile(reader, path, known, asText)
    if (read.finding) findings.push(read.finding)
    if (read.text !== undefined) texts.set(path, read.text)
    files.set(path, { size: read.size ?? size, hashes: read.hashes })
  }
  const all = [...new Set([...wanted.payload, ...wanted.tags])]
  return { files, texts, unknown: all.filter((name) => !hasHash(name)).sort(), findings }
}

// ---

type ReadResult = {
  readonly size?: number
  readonly hashes?: Readonly<Record<string, string>>
  readonly text?: string
  readonly finding?: Finding
}

function doubtOf({ path, kind }: BagFile): Finding | undefined {
  if (leadsOut(path)) return problem('bundle/unsafe-path', { path: shown(path) }, { file: shown(path) })
  if (kind !== 'file') return problem('bundle/not-a-file', { path: shown(path) }, { file: shown(path) })
  return undefined
}

/** SHA-256 always, for the top digest. */
function algorithms(matches: readonly (RegExpExecArray | null)[]): string[] {
  return [...new Set([...matches.map((match) => match?.[2] ?? ''), 'sha256'])].filter((name) => name !== '')
}

async function readFile(
  reader: BagReader,
  path: string,
  known: readonly string[],
  asText: boolean,
): Promise<ReadResult> {
  const pieces: Uint8Array[] = []
  async function* kept() {
    for await (const piece of reader.open(path)) {
      if (asText) pieces.push(piece)
      yield piece
    }
  }
  try {
    const { size, hashes } = await digest(kept(), known)
    return asText ? { size, hashes, text: Buffer.concat(pieces).toString('utf8') } : { size, hashes }
  } catch (error) {
    // One file that cannot be read is one finding: the others are still verified.
    if (!(error instanceof Refusal)) throw error
    return {
      finding: problem(
        'bundle/unreadable-entry',
        { path: shown(path), why: String(error.args.why ?? '') },
        { file: shown(path) },
      ),
    }
  }
}
