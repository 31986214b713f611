import { sha256 } from '../bundle/bag.ts'
import { fileByteLimit } from '../evidence/limits.ts'
import type { Entry } from '../model/bundle.ts'
import type { Claim, EvidenceFile } from '../model/evidence.ts'
import { phrase } from '../say/phrase.ts'
import type { Loaded } from './load.ts'

/** A file made in memory: path below `data/` or `report/` of the bag, or below the output folder. */
export type NewFile = readonly [path: string, bytes: Uint8Array]

export function entry([path, bytes]: NewFile): Entry {
  return { path, from: { kind: 'bytes', bytes } }
}

/** What the bag holds of one evidence file, for `report/evidence.json`. */
export type Carried = {
  /** Path in the dossier. */
  readonly path: string
  readonly kind: EvidenceFile['kind']
  readonly size: number
  /** SHA-256 of the whole file, also where the bag holds an excerpt. */
  readonly sha256: string
  readonly pages: number | undefined
  readonly held: readonly { readonly path: string; readonly excerpt?: string | undefined; readonly sha256: string }[]
  readonly claims: readonly Claim[]
}

/**
 * Originals byte for byte under `data/evidence/`. A PDF of which the dossier uses only an excerpt is held as that excerpt
 * (FORMATS 2), unless `whole` or another claim asks for all of it.
 */
export async function evidenceEntries(
  loaded: Loaded,
): Promise<{ readonly entries: readonly Entry[]; readonly carried: readonly Carried[] }> {
  const entries: Entry[] = []
  const carried: Carried[] = []
  for (const file of loaded.case.inventory.files) {
    const claims = loaded.case.inventory.claims.filter((claim) => claim.path === file.path)
    if (claims.length === 0 && file.path !== loaded.case.dossier.person?.photo) continue
    const held = onlyExcerpts(file, claims) ? await excerpts(loaded, file, claims) : [original(loaded, file)]
    entries.push(...held.map((one) => one.entry))
    carried.push({
      path: file.path,
      kind: file.kind,
      size: file.size,
      sha256: file.sha256,
      pages: file.pages,
      held: held.map(({ entry: { path }, excerpt, hash }) => ({ path, excerpt, sha256: hash })),
      claims,
    })
  }
  return { entries, carried }
}

// ---

type Held = { readonly entry: Entry; readonly excerpt?: string; readonly hash: string }

function original({ opens }: Loaded, { path, size, sha256: hash }: EvidenceFile): Held {
  const open = opens.get(path)
  if (open === undefined) throw new Error(`payload: ${path} has no file`)
  return { entry: { path: `data/${path}`, from: { kind: 'file', path: open, size, sha256: hash } }, hash }
}

/** False too where an excerpt asks for pages that the file does not have: then all of it is kept, and a finding says so. */
function onlyExcerpts({ kind, merged, pages = 0 }: EvidenceFile, claims: readonly Claim[]): boolean {
  const inside = ({ excerpt, whole }: Claim) => excerpt !== undefined && !whole && excerpt.to <= pages
  return kind === 'pdf' && merged && claims.length > 0 && claims.every(inside)
}

async function excerpts(
  { disk, opener, opens }: Loaded,
  file: EvidenceFile,
  claims: readonly Claim[],
): Promise<Held[]> {
  const ranges = new Map(claims.flatMap(({ excerpt }) => (excerpt ? [[`${excerpt.from}-${excerpt.to}`, excerpt]] : [])))
  const made = await opener.excerpts(await disk.read(opens.get(file.path) ?? file.path, fileByteLimit), [
    ...ranges.values(),
  ])
  return [...ranges].map(([name, { from, to }], at) => {
    const bytes = made[at] ?? new Uint8Array()
    const path = `data/${file.path.replace(/\.pdf$/i, '')}${phrase('file.excerpt', 'zh', { pages: from === to ? from : name })}.pdf`
    return { entry: entry([path, bytes]), excerpt: name, hash: sha256(bytes) }
  })
}
