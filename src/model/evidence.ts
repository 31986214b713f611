import type { Origin, PostingMode } from './dossier.ts'
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
  /** What its text layer says under the labels that the procedure knows; absent without such text. */
  readonly texts?: readonly Labelled[] | undefined
  /** Goes into the reading copy page by page; otherwise carried and listed. */
  readonly merged: boolean
  /** What was found when it was opened; code, severity, args; `at.file` is its path. */
  readonly findings: readonly Finding[]
}

/**
 * A value with its label on a page of a paper, in NFKC: `姓名：林样例` (`colon`), or in a table, where the label fills a cell
 * and the value the next one (`cell`).
 */
export type Labelled = {
  readonly page: number
  readonly label: string
  readonly value: string
  readonly by: 'colon' | 'cell'
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
  readonly origin?: Origin | undefined
  /** Written in dossier.yaml, or found in the folder. */
  readonly by: 'name' | 'folder'
}

/** Everything below `evidence/` and every claim on it. A claim whose path is in no file is a missing file. */
export type Inventory = {
  readonly files: readonly EvidenceFile[]
  readonly claims: readonly Claim[]
  /** Files nobody claims (junk is left out by a listed rule). */
  readonly unclaimed: readonly string[]
  /** Parts stated as 无, as `<owner id>/<part>`; the part of a supporting paper without parts is its own id. */
  readonly none: readonly string[]
  /** What was found about the claims (missing file, path outside, unknown part); those of a file are at the file. */
  readonly findings?: readonly Finding[] | undefined
}

/**
 * What goes into the reading copy for one evidence file, in order (`evidence/pages.ts` makes it, `bundle/` draws it).
 * A picture is stored as it came; to stand upright it is first mirrored left to right (`mirrored`), then turned clockwise
 * by `turn`: together the EXIF `orientation`.
 */
export type ReadingPage =
  | {
      readonly kind: 'pdf'
      /** A clean PDF of just these pages: forms and annotations drawn in, no scripts, no form fields. */
      readonly bytes: Uint8Array
      readonly pageCount: number
      /** 1-based numbers of these pages in the source. */
      readonly sourcePages: readonly number[]
    }
  | {
      readonly kind: 'picture'
      readonly format: 'jpeg' | 'png'
      readonly bytes: Uint8Array
      /** Sizes of the upright picture. */
      readonly pixelWidth: number
      readonly pixelHeight: number
      /** By its density where plausible, else the largest that fits A4 (`fitted`). */
      readonly mmWidth: number
      readonly mmHeight: number
      readonly fitted: boolean
      /** EXIF 1–8 by which the bytes are still to be turned (any orientation inside them is to be ignored). */
      readonly orientation: number
      readonly turn: 0 | 90 | 180 | 270
      readonly mirrored: boolean
      /** The picture of a whole page: it stands without a margin, on a sheet of its own size. */
      readonly wholePage?: boolean | undefined
      readonly sourcePages: readonly number[]
    }
