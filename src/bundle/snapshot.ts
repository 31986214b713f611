import { createHash } from 'node:crypto'
import type { Dossier } from '../model/dossier.ts'
import type { Claim, EvidenceFile, Inventory } from '../model/evidence.ts'
import type { KindsFile } from '../model/procedure.ts'
import type { CivilDate } from '../model/scalar.ts'
import type { Snapshot, SnapshotFile } from '../model/snapshot.ts'
import { keyOf, leaves } from './facts.ts'

/** What a snapshot is taken of. */
export type Subject = {
  readonly dossier: Dossier
  /** dossier.yaml as it stands, which is kept beside the manifest. */
  readonly bytes: Uint8Array
  readonly inventory: Inventory
  readonly procedure: Snapshot['procedure']
  /** Ids of supporting papers that are not posted (`notPosted`). */
  readonly without: ReadonlySet<string>
}

/** Freezes facts and evidence; forms, journal and the snapshots themselves never count (FORMATS 7). */
export function takeSnapshot(subject: Subject, { id, takenOn }: { id: string; takenOn: CivilDate }): Snapshot {
  const { dossier, bytes, inventory, procedure, without } = subject
  const files = filesOf(dossier, inventory, without)
  const facts = { path: 'dossier.yaml', sha256: sha256(bytes), canonical: canonicalHash(dossier) }
  return {
    format: 'juanzong/snapshot@1',
    id,
    code: codeOf(dossier, files),
    takenOn,
    procedure,
    facts,
    files: [...files],
  }
}

/**
 * The short code of facts and files: the first 40 bits of a SHA-256 in Crockford's alphabet. Two dossiers have the same code
 * exactly when `compareSnapshot` finds nothing between them.
 */
export function codeOf(dossier: Dossier, files: readonly SnapshotFile[]): string {
  const rows = files.map((row) => JSON.stringify([placeOf(row), row.path, row.sha256, pagesOf(row), row.posting]))
  const text = ['juanzong/snapshot@1', canonicalHash(dossier), ...rows.sort()].join('\n')
  return short(createHash('sha256').update(text).digest())
}

/** SHA-256 of what the facts say, whatever the file looks like. */
export function canonicalHash(dossier: Dossier): string {
  return sha256(
    leaves(dossier)
      .map(({ steps, text }) => JSON.stringify([keyOf(steps), text]))
      .join('\n'),
  )
}

/** Supporting papers that never hang on the wall: forms, and what comes only after the posting (evidence.yaml, `posted`). */
export function notPosted({ supporting }: KindsFile): ReadonlySet<string> {
  return new Set(supporting.flatMap((paper) => (paper.posted === false ? [paper.id] : [])))
}

/**
 * Every use of a file, sorted: by part, path and pages. A claim on a file that is not there is no row.
 * @param without ids of supporting papers that are not posted
 */
export function filesOf(dossier: Dossier, inventory: Inventory, without: ReadonlySet<string>): readonly SnapshotFile[] {
  const named = new Map(inventory.files.map((file) => [file.path, file]))
  const claimed = inventory.claims.flatMap((claim) => {
    const file = named.get(claim.path)
    const isOut = claim.owner.kind === 'supporting' && without.has(claim.owner.id)
    return file && !isOut ? [rowOf(file, claim)] : []
  })
  const photo = named.get((dossier.person?.photo ?? '').replaceAll('\\', '/').normalize('NFC'))
  const all = photo ? [...claimed, { ...measured(photo), posting: 'list-only' as const }] : claimed
  const rows = new Map(all.map((row) => [sortKey(row), row]))
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}

/** Where a row belongs, as a path of the dossier. */
export function placeOf(row: SnapshotFile): string {
  if (row.achievement !== undefined) return `achievements[${row.achievement}].evidence.${row.part ?? ''}`
  if (row.supporting === undefined) return 'person.photo'
  return `supporting.${row.supporting}${row.part === row.supporting ? '' : `/${row.part ?? ''}`}`
}

/** `3-9`, empty for all pages. */
export function pagesOf(row: SnapshotFile): string {
  return row.whole ? '' : (row.excerpt ?? '')
}

// ---

function rowOf(file: EvidenceFile, { owner, part, excerpt, whole, posting }: Claim): SnapshotFile {
  return {
    ...measured(file),
    ...(owner.kind === 'achievement' ? { achievement: owner.id } : { supporting: owner.id }),
    part,
    ...(excerpt && { excerpt: `${excerpt.from}-${excerpt.to}` }),
    ...(excerpt && whole && { whole }),
    posting,
  }
}

function measured({ path, sha256: hash, size, pages }: EvidenceFile) {
  return { path, sha256: hash, size, ...(pages !== undefined && { pages }) }
}

function sortKey(row: SnapshotFile): string {
  return [placeOf(row), row.path, pagesOf(row)].join('\u0000')
}

function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex')
}

/** Without I, L, O and U: no letter of it is mistaken for a digit when it is read out. */
const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

function short(hash: Uint8Array): string {
  const bits = hash.subarray(0, 5).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  const letters = Array.from({ length: 8 }, (_, index) => crockford[Number((bits >> BigInt(35 - 5 * index)) & 31n)])
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`
}
