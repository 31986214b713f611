import type { PDFDocument, PDFPage } from 'pdf-lib'
import type { Item, Page } from '../model/page.ts'

/**
 * Draws laid pages and items into a document. `write/` has one; it is handed in, because bundle/ and write/ do not import
 * each other. Fonts and pictures are the pen's own business.
 */
export type Pen = {
  /** Adds a page of `page.w` × `page.h` mm at the end of the document and draws its items. */
  page(page: Page): PDFPage
  /** Draws items over a page that exists; millimetres from the top left corner of what is seen of it, whatever its rotation. */
  onto(page: PDFPage, items: readonly Item[]): void
  /** Embeds the fonts that were used; called once, before saving. */
  end(): void | Promise<void>
}
export type StartPen = (doc: PDFDocument) => Pen | Promise<Pen>

/** Pages of evidence as `evidence/` prepares them for the reading copy. */
export type ReadingPage =
  /** A clean PDF that holds just these pages. */
  | { readonly kind: 'pdf'; readonly bytes: Uint8Array }
  /** One picture; pixel and mm sizes are those of the upright picture. */
  | {
      readonly kind: 'picture'
      readonly format: 'jpeg' | 'png'
      readonly bytes: Uint8Array
      readonly pixelWidth: number
      readonly pixelHeight: number
      readonly mmWidth: number
      readonly mmHeight: number
      /** EXIF 1–8 by which the bytes are still to be turned; absent = as the JPEG's own EXIF says. */
      readonly orientation?: number | undefined
    }
