import type { Opening, PdfFile } from '../model/pdf.ts'
import { type Engine, guarded, utf16 } from './engine.ts'
import { extractPages } from './extract.ts'
import { readFacts } from './facts.ts'
import { foreignFonts } from './fonts.ts'
import { closePage, type Document, loadDocument, loadPage, pointsOf, reloadDocument, unloadDocument } from './handle.ts'
import { picturesOn } from './pictures.ts'
import { renderPage } from './render.ts'

/** Opens a document in the engine; never throws for what the bytes are. */
export function openDocument(engine: Engine, bytes: Uint8Array, password?: string): Opening {
  const loaded = attempt(() => guarded(engine, () => loadDocument(engine, bytes, password)))
  if (!loaded) return { ok: false, why: 'broken' }
  if ('error' in loaded) return { ok: false, why: loaded.error }
  const file = attempt(() => fileOf(engine, loaded, bytes))
  if (!file) return { ok: false, why: 'broken' }
  if (file.pageCount > 0) return { ok: true, file }
  file.close()
  return { ok: false, why: 'no-pages' }
}

// ---

function fileOf(engine: Engine, loaded: Document, bytes: Uint8Array): PdfFile {
  let document = loaded
  let open = true
  const run = <T>(work: () => T): T => {
    if (!open) throw new Error('the PDF is closed')
    return guarded(engine, work)
  }
  const declared = run(() => engine.call.FPDF_GetPageCount(document.handle))
  const read = run(() => readFacts(engine, document, bytes))
  const pageCount = run(() => truePages(engine, document, declared, read.countedPages))
  const facts = pageCount === declared ? read : { ...read, countedPages: declared }
  return {
    pageCount,
    facts,
    size: (page) => run(() => sizeOf(engine, document, inside(page, pageCount))),
    text: (page) => run(() => textOf(engine, document, inside(page, pageCount))),
    foreignFonts: (page) => run(() => foreignFonts(engine, document, inside(page, pageCount))),
    pictures: (page) => run(() => picturesOn(engine, document, inside(page, pageCount))),
    render: (page, dpi) => run(() => renderPage(engine, document, inside(page, pageCount), dpi)),
    extract: (pages, settings) =>
      run(() => extractPages(engine, document, listed(pages, pageCount), settings?.flatten ?? true)),
    forget() {
      document = run(() => reloadDocument(engine, document))
    },
    close() {
      if (open && !engine.state.dead) unloadDocument(engine, document)
      open = false
    },
  }
}

/** A root that claims more pages than its tree holds is not believed, where PDFium finds none of the others either. */
function truePages(engine: Engine, document: Document, declared: number, counted: number | undefined): number {
  if (counted === undefined || counted === 0 || counted >= declared) return declared
  return pointsOf(engine, document.handle, counted) === undefined ? counted : declared
}

/** A Refusal of the guard means that the file brought the engine down. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (reason) {
    if (reason instanceof Error && reason.name === 'Refusal') return undefined
    throw reason
  }
}

function listed(pages: readonly number[] | undefined, count: number): readonly number[] {
  if (!pages) return Array.from({ length: count }, (_, index) => index)
  return pages.map((page) => inside(page, count))
}

/** 0-based index of a page that exists; anything else is a bug of the caller. */
function inside(page: number, count: number): number {
  if (Number.isInteger(page) && page >= 1 && page <= count) return page - 1
  throw new Error(`page ${page} of ${count}`)
}

const mmPerPoint = 25.4 / 72

function sizeOf(engine: Engine, document: Document, index: number): { w: number; h: number } | undefined {
  const points = pointsOf(engine, document.handle, index)
  return points && { w: points.w * mmPerPoint, h: points.h * mmPerPoint }
}

function textOf(engine: Engine, document: Document, index: number): string {
  const page = loadPage(engine, document, index)
  const text = engine.call.FPDFText_LoadPage(page)
  const count = text ? engine.call.FPDFText_CountChars(text) : 0
  // One more for the NUL at the end; the return value counts characters.
  const result =
    count > 0
      ? utf16(engine, (buffer) => (buffer ? engine.call.FPDFText_GetText(text, 0, count, buffer) : (count + 1) * 2))
      : ''
  if (text) engine.call.FPDFText_ClosePage(text)
  closePage(engine, document, page)
  return result
}
