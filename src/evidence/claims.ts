import type { Dossier, EvidenceReference } from '../model/dossier.ts'
import type { Claim, Inventory } from '../model/evidence.ts'
import type { Finding, Place } from '../model/finding.ts'
import type { KindsFile } from '../model/procedure.ts'
import { finding } from './findings.ts'
import { found } from './folders.ts'
import { near } from './near.ts'
import { type Owner, owners, type Part, partNamed } from './owners.ts'
import { follow } from './reference.ts'

export type Claims = Pick<Inventory, 'claims' | 'unclaimed' | 'none'> & { readonly findings: readonly Finding[] }

/**
 * Who claims which file. What dossier.yaml names wins; a part that it does not name takes the files of its folder
 * (`folders.ts`). A claim on a file that is not there stays a claim, with a finding.
 * @param paths every file below the dossier that counts as evidence: relative, with `/`, NFC
 */
export function claims(dossier: Dossier, kinds: KindsFile, paths: readonly string[]): Claims {
  const known = new Set(paths)
  const all = owners(dossier, kinds)
  const named = all.map((owner) => namedBy(owner, known))
  const photo = photoOf(dossier, known)
  const taken = new Set([...named.flatMap((each) => each.claims.map((claim) => claim.path)), ...photo.paths])
  const free = [...known].filter((path) => !taken.has(path)).sort(byCode)
  const inFolders = found(all, free, (owner, part) => named[all.indexOf(owner)]?.decided.has(part) ?? false)
  const claimed = new Set(inFolders.claims.map((claim) => claim.path))
  const unclaimed = free.filter((path) => !claimed.has(path))
  return {
    claims: all.flatMap((owner, at) => [...(named[at]?.claims ?? []), ...inFolders.claims.filter(ownedBy(owner))]),
    unclaimed,
    none: named.flatMap((each) => each.none),
    findings: [
      ...named.flatMap((each) => each.findings),
      ...photo.findings,
      ...unclaimed.map((path) => inFolders.astray.get(path) ?? finding('evidence/unclaimed', 'person', { file: path })),
    ],
  }
}

// ---

type Named = {
  readonly claims: readonly Claim[]
  readonly none: readonly string[]
  /** Parts that dossier.yaml speaks of: their folders are not searched. */
  readonly decided: ReadonlySet<string>
  readonly findings: readonly Finding[]
}

function namedBy(owner: Owner, paths: ReadonlySet<string>): Named {
  const each = Object.entries(owner.written).map(([key, value]) => {
    const part = partNamed(owner, key)
    const id = part?.id ?? key
    const at = placeOf(owner, key, part)
    const strange = strangeKey(owner, key, part !== undefined, at)
    if (value === '无') return { claims: [], none: [`${owner.id}/${id}`], id, findings: strange }
    const followed = value.map((reference) => claimOf(owner, id, reference, at, paths))
    return {
      claims: followed.flatMap(({ claim }) => (claim ? [claim] : [])),
      none: [],
      id,
      findings: [...strange, ...followed.flatMap(({ findings }) => findings)],
    }
  })
  return {
    claims: each.flatMap((one) => one.claims),
    none: each.flatMap((one) => one.none),
    decided: new Set(each.map((one) => one.id)),
    findings: each.flatMap((one) => one.findings),
  }
}

/** `say/` names an achievement and its part by itself. */
function placeOf(owner: Owner, key: string, part: Part | undefined): Place {
  const at = { path: `${owner.path}.${part && owner.kind === 'achievement' ? part.id : key}`, id: owner.id }
  if (owner.kind === 'achievement') return at
  const own = part && part.title !== owner.title ? part : undefined
  const label = own ? `${owner.title}·${own.title}` : owner.title
  const [titleEn, partEn] = [owner.titleEn, own?.titleEn]
  const labelEn = own === undefined ? titleEn : partEn === undefined ? undefined : `${titleEn} · ${partEn}`
  return { ...at, label, ...(titleEn !== undefined && labelEn !== undefined && { labelEn }) }
}

function strangeKey(owner: Owner, key: string, isPart: boolean, at: Place): Finding[] {
  if (!owner.known) return owner.kind === 'supporting' ? [finding('evidence/unknown-paper', 'error', at, { key })] : []
  if (isPart) return []
  const parts = owner.parts.map((part) => part.title).join('、')
  return [finding('evidence/unknown-part', 'error', at, { part: key, parts })]
}

function claimOf(
  owner: Owner,
  part: string,
  written: EvidenceReference,
  at: Place,
  paths: ReadonlySet<string>,
): { readonly claim?: Claim; readonly findings: readonly Finding[] } {
  const reference = follow(written, paths)
  const options = typeof written === 'string' ? undefined : written
  if (!reference.ok) {
    const code = reference.why === 'outside' ? 'evidence/path-outside' : 'evidence/bad-pages'
    return { findings: [finding(code, 'error', at, { value: reference.written })] }
  }
  const claim: Claim = {
    owner: { kind: owner.kind, id: owner.id },
    part,
    path: reference.path,
    ...(reference.excerpt ? { excerpt: reference.excerpt } : {}),
    whole: reference.whole,
    posting: options?.posting ?? owner.posting,
    ...(options?.origin && { origin: options.origin }),
    by: 'name',
  }
  return { claim, findings: paths.has(claim.path) ? [] : [missing(claim.path, at, paths)] }
}

function missing(path: string, at: Place, paths: ReadonlySet<string>): Finding {
  const names = near(path, [...paths])
  if (!names.length) return finding('evidence/missing-file', 'error', { ...at, file: path })
  const listed = names.join('、')
  return finding('evidence/missing-file-near', 'error', { ...at, file: path }, { near: listed }, listed)
}

/** The photograph is a fact with a file of its own; it is evidence of nothing. */
function photoOf(dossier: Dossier, paths: ReadonlySet<string>) {
  const written = dossier.person?.photo
  if (written === undefined || written === '无' || written === '不适用') return { paths: [], findings: [] }
  const at: Place = { path: 'person.photo' }
  const reference = follow(written, paths)
  if (!reference.ok) return { paths: [], findings: [finding('evidence/path-outside', 'error', at, { value: written })] }
  const here = paths.has(reference.path)
  return { paths: [reference.path], findings: here ? [] : [missing(reference.path, at, paths)] }
}

function ownedBy(owner: Owner): (claim: Claim) => boolean {
  return (claim) => claim.owner.kind === owner.kind && claim.owner.id === owner.id
}

function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
