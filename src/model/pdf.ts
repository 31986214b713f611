/**
 * What `pdfium/` offers, as types: it is handed to those who need it (`evidence/`, `bundle/`, `seals/`), who never import it.
 */

/** What a person should know about a PDF before trusting a copy of it. */
export type PdfFacts = {
  readonly encrypted: boolean
  /** Opens without a password but its author forbade something. */
  readonly ownerLocked: boolean
  /** Cross-reference table, length of a stream or end of file wrong: what is seen may be rebuilt from the pieces. */
  readonly repaired: boolean
  /** Arranged for quick display from the web; nobody has held the index for it against the file. */
  readonly linearized: boolean
  readonly signatures: number
  /** JavaScript, or an action that starts a program or sends the form. */
  readonly javascript: boolean
  readonly attachments: number
  readonly forms: 'none' | 'acroform' | 'xfa'
  /** Optional content: some of it may be hidden. */
  readonly layers: boolean
  /** Page objects in the file that are none of its pages: left over, or lost by a wrong page count. */
  readonly strayPages: number
  /** Pages by a second reading of the page tree; undefined where it cannot be followed. */
  readonly countedPages: number | undefined
}

/** A picture on a page: its pixels, and its bounding box in mm. */
export type PlacedPicture = {
  readonly pixelWidth: number
  readonly pixelHeight: number
  readonly w: number
  readonly h: number
}

/** Pixels, RGBA row by row from the top, opaque on white. */
export type Raster = { readonly width: number; readonly height: number; readonly data: Uint8Array }

/** An open PDF. Pages are numbered from 1, as people count; lengths in mm. */
export type PdfFile = {
  readonly pageCount: number
  readonly facts: PdfFacts
  /** Size as shown: crop box, after rotation. Undefined where the page cannot be found (a lying page count). */
  size(page: number): { readonly w: number; readonly h: number } | undefined
  /** Text in the order of the page's content. */
  text(page: number): string
  /** Fonts of the page that are not in the file and not among the 14 of every reader: `render` may leave their text blank. */
  foreignFonts(page: number): readonly string[]
  /** At most 200. */
  pictures(page: number): readonly PlacedPicture[]
  /** RGBA on white, with annotations and form fields as they show. @throws {Refusal} more than 100 megapixels */
  render(page: number, dpi: number): Raster
  /**
   * A new PDF of these pages (default: all) in this order. Form fields and annotations are drawn into the pages unless
   * `flatten` is false; scripts, actions, attachments, outlines and signatures are left behind. Same input, same bytes.
   * @throws {Refusal} `evidence/broken-pdf` when a page cannot be read
   */
  extract(pages?: readonly number[], settings?: { readonly flatten?: boolean }): Uint8Array
  /** Gives back the memory of what was read so far; for going through a large file. */
  forget(): void
  /** Gives the memory back. */
  close(): void
}

/** Opened, or why not: a password is needed, the bytes are no readable PDF, or it has no page. */
export type Opening =
  | { readonly ok: true; readonly file: PdfFile }
  | { readonly ok: false; readonly why: 'password' | 'broken' | 'no-pages' }

export type Pdfium = {
  /**
   * Opens a PDF. Owner-locked files open without a password, damaged ones are rebuilt where possible
   * (`facts.repaired`). `close()` gives the memory back.
   * @throws {Refusal} `evidence/password`, `evidence/broken-pdf`, `evidence/no-pages`
   */
  open(bytes: Uint8Array, password?: string): Promise<PdfFile>
  /** As `open`, with the reason instead of a Refusal. */
  tryOpen(bytes: Uint8Array, password?: string): Promise<Opening>
}
