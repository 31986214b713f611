import { createHash } from 'node:crypto'
import type { Entry } from '../model/bundle.ts'
import { exits, type Finding, Refusal } from '../model/finding.ts'
import { maskInText } from '../model/mask.ts'
import type { CivilDate } from '../model/scalar.ts'
import { digest, type Expected, guarded, hasHash, type Open, once } from './hash.ts'
import { type ManifestLine, manifestText } from './manifest.ts'
import { mayStand, shown, twins } from './paths.ts'

export type BagMeta = {
  readonly asOf: CivilDate
  /** Snapshot code or id of the dossier. */
  readonly identifier?: string | undefined
  /** Name of the applicant, the only fact about a person that may stand in `bag-info.txt`. */
  readonly name?: string | undefined
  /** Name and version of the tool. */
  readonly tool: string
}

/** A complete bag. */
export type Bag = {
  /** Payload, reports and tag files, sorted by path. */
  readonly entries: readonly Entry[]
  /** The same with sizes and SHA-256: what a folder or ZIP made of it must hold. */
  readonly expected: readonly Expected[]
  /** SHA-256 of `tagmanifest-sha256.txt`; it stands in the receipt beside the bag and nowhere inside. */
  readonly topDigest: string
  readonly files: number
  readonly bytes: number
  /** `bundle/no-sm3` where this build of Node cannot make the SM3 manifests. */
  readonly findings: readonly Finding[]
}

/** True when this build of Node makes the second manifests. */
const sm3Here = hasHash('sm3')

/**
 * Makes a BagIt 1.0 bag (RFC 8493) of payload (`data/…`) and reports (`report/…`): bag declaration, manifests in SHA-256
 * and SM3, tag manifests. Every file is read once and held against its announced size and SHA-256.
 * @throws Refusal `bundle/hostile-path`, `bundle/twins`, `bundle/no-payload`, `bundle/changed-while-read`
 */
export async function bag(entries: readonly Entry[], meta: BagMeta, open: Open, sm3 = sm3Here): Promise<Bag> {
  const algorithms = sm3 ? ['sha256', 'sm3'] : ['sha256']
  refuseHostile(entries)
  const hashed = await hashAll(entries, open, algorithms)
  const payload = hashed.filter(({ entry }) => entry.path.startsWith('data/'))
  if (!payload.length) throw new Refusal('bundle/no-payload', exits.refused)
  const tags = await hashAll(tagFiles(payload, algorithms, meta), open, algorithms)
  const tagged = [...hashed.filter(({ entry }) => !entry.path.startsWith('data/')), ...tags]
  const tops = await hashAll(manifests('tagmanifest', tagged, algorithms), open, algorithms)
  const all = [...payload, ...tagged, ...tops].sort((a, b) => (a.entry.path < b.entry.path ? -1 : 1))
  const top = tops.find(({ entry }) => entry.path === 'tagmanifest-sha256.txt')
  return {
    entries: all.map(({ entry }) => entry),
    expected: all.map(({ entry, size, hashes }) => ({ path: entry.path, size, sha256: hashes.sha256 ?? '' })),
    topDigest: top?.hashes.sha256 ?? '',
    files: all.length,
    bytes: all.reduce((sum, { size }) => sum + size, 0),
    findings: sm3 ? [] : [noSm3],
  }
}

/** The bytes of an entry, held against what it announced. */
export function contentOf(entry: Entry, open: Open): AsyncIterable<Uint8Array> {
  const { from, path } = entry
  if (from.kind === 'bytes') return once(from.bytes)
  return guarded(open(from.path), { path, size: from.size, sha256: from.sha256 })
}

// ---

type Hashed = { readonly entry: Entry; readonly size: number; readonly hashes: Readonly<Record<string, string>> }

const noSm3: Finding = {
  code: 'bundle/no-sm3',
  severity: 'note',
  stage: 'draft',
  at: {},
  args: {},
  basis: 'plain-sanity',
  verified: true,
}

function refuseHostile(entries: readonly Entry[]): void {
  for (const { path } of entries) {
    const placed = path.startsWith('data/') || path.startsWith('report/')
    if (!placed || !mayStand(path)) throw new Refusal('bundle/hostile-path', exits.refused, { path: shown(path) })
  }
  const pair = twins(entries.map(({ path }) => path))[0]
  if (pair) throw new Refusal('bundle/twins', exits.refused, { first: shown(pair[0]), second: shown(pair[1]) })
}

async function hashAll(entries: readonly Entry[], open: Open, algorithms: readonly string[]): Promise<Hashed[]> {
  const hashed: Hashed[] = []
  for (const entry of entries) hashed.push({ entry, ...(await digest(contentOf(entry, open), algorithms)) })
  return hashed
}

function tagFiles(payload: readonly Hashed[], algorithms: readonly string[], meta: BagMeta): Entry[] {
  const declaration = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'
  return [
    text('bagit.txt', declaration),
    text('bag-info.txt', info(payload, meta)),
    ...manifests('manifest', payload, algorithms),
  ]
}

function info(payload: readonly Hashed[], { asOf, identifier, name, tool }: BagMeta): string {
  const bytes = payload.reduce((sum, { size }) => sum + size, 0)
  const labels: readonly (readonly [string, string | undefined])[] = [
    ['Bag-Software-Agent', tool],
    ['Bagging-Date', asOf],
    ['External-Description', name],
    ['External-Identifier', identifier],
    ['Payload-Oxum', `${bytes}.${payload.length}`],
  ]
  return labels
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([label, value]) => `${label}: ${maskInText(oneLine(value ?? ''))}\n`)
    .join('')
}

function oneLine(value: string): string {
  return value.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}

function manifests(kind: 'manifest' | 'tagmanifest', files: readonly Hashed[], algorithms: readonly string[]): Entry[] {
  return algorithms.map((algorithm) => {
    const lines = files.map(({ entry, hashes }): ManifestLine => {
      return { path: entry.path, hash: hashes[algorithm] ?? '' }
    })
    return text(`${kind}-${algorithm}.txt`, manifestText(lines))
  })
}

function text(path: string, content: string): Entry {
  return { path, from: { kind: 'bytes', bytes: new Uint8Array(Buffer.from(content)) } }
}

/** SHA-256 of bytes, lower-case hex. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
