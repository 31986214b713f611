import type { Receipt } from '../model/bundle.ts'
import type { Finding } from '../model/finding.ts'
import { declarationOf } from './declaration.ts'
import { type ManifestLine, readManifest } from './manifest.ts'
import { leadsOut, shown } from './paths.ts'
import { judgePayload, type PayloadManifest } from './payload.ts'
import { malformedAt, problem } from './problem.ts'
import type { BagReader } from './reader.ts'
import { type Scan, scan } from './scan.ts'
import { judgeTags } from './tags.ts'

/** What was verified and what came of it; nothing is ever repaired. */
export type Verification = {
  readonly findings: readonly Finding[]
  /** All files of the bag and their bytes, tag files included. */
  readonly files: number
  readonly bytes: number
  /** SHA-256 of `tagmanifest-sha256.txt`: to be held against the receipt. */
  readonly topDigest: string | undefined
  /** Algorithms by which the payload was verified, and those that this build of Node does not know. */
  readonly verifiedBy: readonly string[]
  readonly skipped: readonly string[]
  readonly receipt: 'same' | 'different' | 'not-given'
}

/**
 * Verifies a bag (BagIt 0.93–1.0) in a folder or ZIP: every file there, unchanged, and no other. One fault is one
 * finding: a changed manifest is named and no longer believed, instead of accusing what it lists.
 */
export async function verify(reader: BagReader, receipt?: Receipt): Promise<Verification> {
  const bag = await scan(reader)
  const tags = judgeTags(bag)
  const declaration = declarationOf(bag, tags.changed)
  const manifests = payloadManifests(bag, tags.changed, declaration.encoded)
  const payload = judgePayload(bag, manifests.read, tags.changed, declaration.complete)
  const topDigest = bag.files.get('tagmanifest-sha256.txt')?.hashes?.sha256
  const compared = compare(receipt, topDigest)
  const known = tags.changed.has('tagmanifest-sha256.txt')
  const findings = [
    ...bag.findings,
    ...tags.findings,
    ...declaration.findings,
    ...manifests.findings,
    ...payload.findings,
    ...(compared === 'different' && !known ? [differs(receipt, topDigest)] : []),
  ]
  return {
    findings,
    files: bag.files.size,
    bytes: [...bag.files.values()].reduce((sum, { size }) => sum + size, 0),
    topDigest,
    verifiedBy: manifests.read.map(({ algorithm }) => algorithm),
    skipped: bag.unknown,
    receipt: compared,
  }
}

// ---

function payloadManifests(bag: Scan, changed: ReadonlySet<string>, encoded: boolean) {
  const findings: Finding[] = []
  const read: PayloadManifest[] = []
  const isManifest = (name: string) => /^manifest-[a-z0-9]+\.txt$/.test(name)
  const names = [...bag.texts.keys()].filter(isManifest).sort()
  if (!names.length && ![...changed].some(isManifest)) findings.push(problem('bundle/no-manifest', {}))
  for (const name of names) {
    const algorithm = name.slice('manifest-'.length, -'.txt'.length)
    if (changed.has(name) || bag.unknown.includes(algorithm)) continue
    const { lines, malformed, dotted } = readManifest(bag.texts.get(name) ?? '', algorithm, encoded)
    if (malformed.length) findings.push(malformedAt(name, malformed))
    findings.push(...listedTwice(name, lines))
    for (const path of dotted)
      findings.push(problem('bundle/dotted-path', { path: shown(path) }, { file: name }, 'note'))
    const out = lines.filter(({ path }) => leadsOut(path) || !path.startsWith('data/'))
    for (const { path } of out) findings.push(problem('bundle/unsafe-path', { path: shown(path) }, { file: name }))
    read.push({ name, algorithm, lines: lines.filter((line) => !out.includes(line)) })
  }
  return { findings, read }
}

function listedTwice(name: string, lines: readonly ManifestLine[]): Finding[] {
  const first = new Map<string, string>()
  return lines.flatMap(({ path, hash }) => {
    const before = first.get(path)
    first.set(path, before ?? hash)
    if (before === undefined) return []
    return [problem('bundle/listed-twice', { path: shown(path) }, { file: name }, before === hash ? 'note' : 'error')]
  })
}

function compare(receipt: Receipt | undefined, topDigest: string | undefined): Verification['receipt'] {
  if (!receipt) return 'not-given'
  return receipt.topDigest === topDigest ? 'same' : 'different'
}

function differs(receipt: Receipt | undefined, topDigest: string | undefined): Finding {
  return problem('bundle/receipt-differs', { expected: receipt?.topDigest ?? '', found: topDigest ?? '–' })
}
