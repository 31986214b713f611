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
