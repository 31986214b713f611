import type { PostingMode } from './dossier.ts'
import type { Finding } from './finding.ts'

/** What a file is, by its content, never by its name. */
export const fileKinds = [
  'pdf',
  'jpeg',
  'png',
  'tiff',
  'webp',
  'gif',
  'heic',
  'bmp',
  'docx',
  'xlsx',
  'ofd',
  'zip',
  'text',
  'empty',
  'unknown',
] as const
export type FileKind = (typeof fileKinds)[number]

/** One file below the dossier, measured. Paths are relative to the dossier folder, with `/`, NFC. */
export type EvidenceFile = {
  readonly path: string
  readonly size: number
  readonly sha256: string
  readonly kind: FileKind
  /** Pages of a PDF or TIFF, 1 for a picture; absent where it cannot be merged. */
  readonly pages?: number | undefined
  /** Size of each page in mm (PDF: crop box after rotation; picture: pixels at its density or A4). */
  readonly pageSizes?: readonly { readonly w: number; readonly h: number }[] | undefined
  /** Goes into the reading copy page by page; otherwise carried and listed. */
  readonly merged: boolean
  /** What was found when it was opened; code, severity, args; `at.file` is its path. */
  readonly findings: readonly Finding[]
}

/** A file claimed for a part of an achievement, or for a supporting paper. */
export type Claim = {
  readonly owner: { readonly kind: 'achievement' | 'supporting'; readonly id: string }
  readonly part: string
  readonly path: string
  /** Inclusive 1-based pages of an excerpt. */
  readonly excerpt?: { readonly from: number; readonly to: number } | undefined
  readonly whole: boolean
  readonly posting: PostingMode
  /** Written in dossier.yaml, or found in the folder. */
  readonly by: 'name' | 'folder'
}

/** Everything below `evidence/` and every claim on it. A claim whose path is in no file is a missing file. */
export type Inventory = {
  readonly files: readonly EvidenceFile[]
  readonly claims: readonly Claim[]
  /** Files nobody claims (junk is left out by a listed rule). */
  readonly unclaimed: readonly string[]
  /** Parts stated as 无, as `<owner id>/<part>`. */
  readonly none: readonly string[]
}
