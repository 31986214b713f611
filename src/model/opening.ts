import type { EvidenceFile, FileKind, ReadingPage } from './evidence.ts'
import type { Args, Severity } from './finding.ts'

/** Something seen in one file, before it is known which file it was. */
export type Problem = {
  readonly code: string
  readonly severity: Severity
  readonly args?: Args | undefined
  readonly page?: number | undefined
}

/** What opening a file told: plain data, so that the opening can be done by a child process. */
export type Measured = Pick<EvidenceFile, 'pages' | 'pageSizes' | 'texts' | 'merged'> & {
  readonly problems: readonly Problem[]
  /** Pages that are pictures, small, to find those that were stored twice. */
  readonly prints?: readonly Print[] | undefined
  /** A picture that chat programs may have made smaller. */
  readonly forwarded?: boolean | undefined
}

/** A page as a small grey picture. */
export type Print = {
  readonly page: number
  readonly width: number
  readonly height: number
  readonly grey: Uint8Array
}

/** Inclusive 1-based pages. */
export type Excerpt = { readonly from: number; readonly to: number }

/**
 * The one way to what is inside a file that somebody dropped into a dossier. `commands/opening/` hands out one that works in
 * a child process with limits; `evidence/opener.ts` is what runs there.
 */
export type Opener = {
  /** Opens the file as `kind`, the kind of its content (`sniff`); never rejects for what the bytes are. */
  readonly measure: (bytes: Uint8Array, kind: FileKind, labels: readonly string[]) => Promise<Measured>
  /**
   * Its pages for the reading copy, in order: a clean PDF for a PDF, one picture a page for the rest.
   * @param excerpt absent = all
   * @throws {Refusal} the file cannot be opened (`measure` says so first), or `evidence/excerpt-outside`
   * @throws {Error} a kind that has no pages: ask only for files that `measure` calls `merged`
   */
  readonly pages: (bytes: Uint8Array, kind: FileKind, excerpt: Excerpt | undefined) => Promise<readonly ReadingPage[]>
  /** A clean PDF of each of these ranges of a PDF. @throws {Refusal} `evidence/broken-pdf` and the like */
  readonly excerpts: (bytes: Uint8Array, ranges: readonly Excerpt[]) => Promise<readonly Uint8Array[]>
  /** Do these two pages show one and the same picture, stored twice? Never true for two pages with different text. */
  readonly same: (first: Uint8Array, second: Uint8Array, pages: readonly [number, number]) => Promise<boolean>
  /** The first page of a picture, upright on white, within `width` × `height` pixels, as PNG; undefined where it is none. */
  readonly small: (bytes: Uint8Array, width: number, height: number) => Promise<Uint8Array | undefined>
}
