import { createHash } from 'node:crypto'
import type { Dossier } from '../model/dossier.ts'
import type { Claim, EvidenceFile, Inventory } from '../model/evidence.ts'
import type { Finding } from '../model/finding.ts'
import type { Measured, Opener, Problem } from '../model/opening.ts'
import type { KindsFile } from '../model/procedure.ts'
import { isChatName } from './chat.ts'
import { claims } from './claims.ts'
import { finding } from './findings.ts'
import { gathered } from './gathered.ts'
import { labelsOf } from './labelled.ts'
import { fileByteLimit } from './limits.ts'
import { nameDiffers, promisesPages, sniff } from './sniff.ts'
import { type Printed, withTwins } from './twins.ts'

/**
 * A file to look at: its path below the dossier (`/`, NFC) and how to get its bytes: once, and again only where it looks like
 * another file. One of more than 300 MB is only read in `pieces`.
 */
export type SurveyFile = {
  readonly path: string
  readonly read: () => Promise<Uint8Array>
  readonly size?: number | undefined
  readonly pieces?: (() => AsyncIterable<Uint8Array>) | undefined
}
/** Called after each file; `total` is absent while the files are still being listed. */
export type Progress = (done: number, total: number | undefined, path: string) => void

/**
 * Reads every file once, says what it is, opens and measures it, and holds the claims of the dossier against what is there.
 * Junk is to be left out by whoever lists the files. Never throws for what a file contains; what `read` throws goes on.
 */
export async function survey(
  files: Iterable<SurveyFile> | AsyncIterable<SurveyFile>,
  dossier: Dossier,
  kinds: KindsFile,
  opener: Opener,
  progress?: Progress,
): Promise<Inventory> {
  const total = Array.isArray(files) ? files.length : undefined
  const labels = labelsOf(kinds)
  const looked: Printed[] = []
  for await (const file of files) {
    const { path, read, size = 0, pieces } = file
    const seen =
      pieces && size > fileByteLimit
        ? await weigh(path, size, pieces())
        : await lookClosely(path, await read(), opener, labels)
    looked.push({ ...seen, read })
    progress?.(looked.length, total, file.path)
  }
  const sorted = looked.sort((a, b) => (a.file.path < b.file.path ? -1 : a.file.path > b.file.path ? 1 : 0))
  const photo = photoOf(dossier)
  const told = gathered((await withTwins(sorted, opener)).map((file) => (file.path === photo ? asPhoto(file) : file)))
  const claimed = claims(
    dossier,
    kinds,
    told.files.map((file) => file.path),
  )
  return {
    files: told.files,
    claims: claimed.claims,
    unclaimed: claimed.unclaimed,
    none: claimed.none,
    findings: [...claimed.findings, ...excerpts(claimed.claims, told.files), ...told.findings],
  }
}

/** One file: kind, hash, pages, what it says under the labels given, and what is to be said about it. */
export async function look(
  path: string,
  bytes: Uint8Array,
  opener: Opener,
  labels: readonly string[] = [],
): Promise<EvidenceFile> {
  return (await lookClosely(path, bytes, opener, labels)).file
}

// ---

async function lookClosely(path: string, bytes: Uint8Array, opener: Opener, labels: readonly string[]) {
  const kind = sniff(bytes)
  const measuring = opener.measure(bytes, kind, labels)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const measured = await measuring
  const named = nameProblems(path, kind, measured)
  const problems = named.some(({ severity }) => severity === 'error') ? named : [...named, ...measured.problems]
  const file: EvidenceFile = {
    path,
    size: bytes.length,
    sha256,
    kind,
    ...(measured.pages === undefined ? {} : { pages: measured.pages, pageSizes: measured.pageSizes }),
    ...(measured.texts && { texts: measured.texts }),
    merged: measured.merged,
    findings: problems.map((problem) => at(path, problem)),
  }
  return { file, prints: measured.prints ?? [] }
}

/** A file that is too large to be opened: its kind by its first bytes, its hash, and that it is only carried. */
async function weigh(path: string, size: number, pieces: AsyncIterable<Uint8Array>) {
  const hash = createHash('sha256')
  let head: Uint8Array | undefined
  for await (const piece of pieces) {
    head ??= piece
    hash.update(piece)
  }
  const args = { megabytes: Math.round(size / 1024 / 1024), limit: fileByteLimit / 1024 / 1024 }
  const findings = [finding('evidence/too-large', 'person', { file: path }, args)]
  const kind = sniff(head ?? new Uint8Array())
  return { file: { path, size, sha256: hash.digest('hex'), kind, merged: false, findings }, prints: [] }
}

/** The photograph has sizes of its own and is no page. */
function asPhoto(file: EvidenceFile): EvidenceFile {
  const forPages = ['low-dpi', 'blurred', 'dark', 'skewed', 'cut-edge', 'blank-page', 'chat-picture']
  return { ...file, findings: file.findings.filter(({ code }) => !forPages.includes(code.replace('evidence/', ''))) }
}

function photoOf(dossier: Dossier): string | undefined {
  const written = dossier.person?.photo
  if (written === undefined) return undefined
  const path = written.normalize('NFC').replaceAll('\\', '/')
  return path.startsWith('evidence/') ? path : `evidence/${path}`
}

/** A wrong ending is a note while the file can be read; a “picture” or “PDF” that is neither is an error. */
function nameProblems(path: string, kind: EvidenceFile['kind'], { forwarded }: Measured): Problem[] {
  const chat = forwarded && isChatName(path) ? [{ code: 'evidence/chat-picture', severity: 'note' } as const] : []
  if (!nameDiffers(path, kind)) return chat
  const ending = path.slice(path.lastIndexOf('.') + 1)
  if (promisesPages(path) && (kind === 'text' || kind === 'unknown'))
    return [{ code: 'evidence/false-name', severity: 'error', args: { ending } }]
  // An unknown kind speaks for itself.
  if (kind === 'unknown') return []
  return [{ code: 'evidence/name-differs', severity: 'note', args: { ending, kind: kind.toUpperCase() } }, ...chat]
}

function at(path: string, { code, severity, args, page }: Problem): Finding {
  return finding(code, severity, page === undefined ? { file: path } : { file: path, page }, args)
}

/** Excerpts that ask for pages which the file does not have, or of a file that has no pages. */
function excerpts(all: readonly Claim[], files: readonly EvidenceFile[]): Finding[] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  return all.flatMap((claim) => {
    const file = byPath.get(claim.path)
    if (!claim.excerpt || !file) return []
    const place = { path: pathOf(claim), id: claim.owner.id, file: file.path }
    if (file.pages === undefined)
      return file.findings.some(({ severity }) => severity === 'error')
        ? []
        : [finding('evidence/excerpt-impossible', 'error', place)]
    if (claim.excerpt.to <= file.pages) return []
    const { from, to } = claim.excerpt
    return [finding('evidence/excerpt-outside', 'error', place, { from, to, pages: file.pages })]
  })
}

/** Where dossier.yaml names the claim. */
function pathOf({ owner, part }: Claim): string {
  if (owner.kind === 'achievement') return `achievements[${owner.id}].evidence.${part}`
  return part === owner.id ? `supporting.${owner.id}` : `supporting.${owner.id}/${part}`
}
