import { createHash } from 'node:crypto'
import { PDFDocument, PDFHexString, PDFName, type PDFPage } from 'pdf-lib'
import type { Bookmark, Page } from '../model/page.ts'
import { markArchival } from './archive.ts'
import { type SignatureField, writeFields } from './fields.ts'
import type { Fonts } from './fonts.ts'
import { writeOutline } from './outline.ts'
import { type Images, startDrawing } from './pen.ts'

/** How a document presents itself. `title` is shown in the window and must hold no name and no number of a person. */
export type Presentation = {
  readonly title: string
  readonly bookmarks?: readonly Bookmark[] | undefined
  /** Side over which a printer turns the paper, or `never`; absent = the printer's own setting. */
  readonly duplex?: Duplex | undefined
  /** Empty places to sign electronically; only in a form that stands alone. */
  readonly fields?: readonly SignatureField[] | undefined
  /** PDF/A-2u; only for documents whose every page is ours. */
  readonly archival?: boolean | undefined
}

export type Duplex = keyof typeof duplexes

/** A whole document of laid pages, PDF/A-2u. Same input, same bytes. */
export async function writePdf(
  document: { readonly pages: readonly Page[] } & Presentation,
  fonts: Fonts,
  images: Images = new Map(),
): Promise<Uint8Array> {
  const doc = await PDFDocument.create({ updateMetadata: false })
  await drawPages(doc, document.pages, fonts, images)
  return finishPdf(doc, { archival: true, ...document })
}

/** Draws laid pages at the end of a document. For pages drawn at several times share one `startDrawing`. */
export async function drawPages(
  doc: PDFDocument,
  pages: readonly Page[],
  fonts: Fonts,
  images: Images = new Map(),
): Promise<PDFPage[]> {
  const pen = startDrawing(doc, fonts, images)
  const drawn = pages.map((page) => pen.page(page))
  await pen.end()
  return drawn
}

/** Title, language, bookmarks and printing wishes, then the bytes: no date, and an identifier that follows from the content. */
export async function finishPdf(doc: PDFDocument, presentation: Presentation): Promise<Uint8Array> {
  const { context, catalog } = doc
  doc.setTitle(presentation.title)
  doc.setProducer('juanzong')
  doc.setCreator('juanzong')
  doc.setLanguage('zh-CN')
  const preferences = {
    DisplayDocTitle: true,
    // forms and seal rings are of true size: a viewer must not scale them to the printer
    PrintScaling: 'None',
    // A3 sheets and A4 forms lie in different trays
    PickTrayByPDFSize: true,
    Duplex: presentation.duplex && duplexes[presentation.duplex],
  }
  catalog.set(PDFName.of('ViewerPreferences'), context.obj(preferences))
  writeOutline(doc, presentation.bookmarks ?? [])
  writeFields(doc, presentation.fields ?? [])
  if (presentation.archival) markArchival(doc, presentation.title)
  const blank = PDFHexString.of('0'.repeat(32))
  context.trailerInfo.ID = context.obj([blank, blank])
  const bytes = await doc.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false })
  return identified(bytes)
}

// ---

const duplexes = {
  'long-edge': 'DuplexFlipLongEdge',
  'short-edge': 'DuplexFlipShortEdge',
  never: 'Simplex',
} as const

/** Puts the digest of the file, taken with blank identifiers, in their place. */
function identified(bytes: Uint8Array): Uint8Array {
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 32)
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const trailer = data.lastIndexOf('trailer')
  for (let times = 0, at = trailer; times < 2; times++) {
    at = data.indexOf(`<${'0'.repeat(32)}>`, at)
    if (trailer < 0 || at < 0) throw new Error('trailer without identifiers')
    data.write(digest, at + 1, 'latin1')
  }
  return bytes
}
