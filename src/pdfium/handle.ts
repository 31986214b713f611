import { exits, Refusal } from '../model/finding.ts'
import { allowFor, type Engine, lend } from './engine.ts'

/** A loaded document: PDFium's handles and the room that its bytes and its form environment take. */
export type Document = {
  readonly handle: number
  readonly form: number
  readonly formInfo: number
  /** The bytes stay here as long as the document is open; a second document may share them. */
  readonly bytes: { readonly pointer: number; readonly size: number; readonly own: boolean }
  readonly password: string
}

/** Loads bytes (copied into the engine) with a form environment, so that fields show their values. */
export function loadDocument(
  engine: Engine,
  given: Uint8Array,
  password = '',
): Document | { readonly error: 'password' | 'broken' } {
  const bytes = withHeader(given)
  allowFor(engine, bytes.length)
  const pointer = engine.memory.take(bytes.length)
  engine.memory.write(pointer, bytes)
  const document = load(engine, { pointer, size: bytes.length, own: true }, password)
  if (document) return document
  const error = engine.call.FPDF_GetLastError()
  engine.memory.free(pointer)
  return { error: error === errors.password || error === errors.security ? 'password' : 'broken' }
}

/** Loads the same bytes a second time, for work that changes the document. */
export function loadAgain(engine: Engine, document: Document): Document {
  const again = load(engine, { ...document.bytes, own: false }, document.password)
  if (!again) throw new Refusal('evidence/broken-pdf', exits.unreadable)
  return again
}

/** The document as it was when it was opened: PDFium keeps a copy of every stream that it has read. */
export function reloadDocument(engine: Engine, document: Document): Document {
  const fresh = loadAgain(engine, document)
  unloadDocument(engine, { ...document, bytes: { ...document.bytes, own: false } })
  return { ...fresh, bytes: document.bytes }
}

export function unloadDocument(engine: Engine, document: Document): void {
  if (document.form) engine.call.PDFiumExt_ExitFormFillEnvironment(document.form)
  engine.call.PDFiumExt_CloseFormFillInfo(document.formInfo)
  engine.call.FPDF_CloseDocument(document.handle)
  if (document.bytes.own) engine.memory.free(document.bytes.pointer)
}

/** Loads a page and makes the form environment know it. @throws {Refusal} `evidence/broken-pdf` */
export function loadPage(engine: Engine, document: Document, index: number): number {
  const page = engine.call.FPDF_LoadPage(document.handle, index)
  if (!page) throw new Refusal('evidence/broken-pdf', exits.unreadable, {}, { page: index + 1 })
  if (document.form) engine.call.FORM_OnAfterLoadPage(page, document.form)
  return page
}

export function closePage(engine: Engine, document: Document, page: number): void {
  if (document.form) engine.call.FORM_OnBeforeClosePage(page, document.form)
  engine.call.FPDF_ClosePage(page)
}

/** Width and height in points as shown; undefined where the page cannot be found. */
export function pointsOf(engine: Engine, handle: number, index: number): { w: number; h: number } | undefined {
  return lend(engine, 8, (pointer) => {
    if (!engine.call.FPDF_GetPageSizeByIndexF(handle, index, pointer)) return undefined
    const view = engine.memory.view()
    const [w, h] = [view.getFloat32(pointer, true), view.getFloat32(pointer + 4, true)]
    return w > 0 && h > 0 ? { w, h } : undefined
  })
}

// ---

/** FPDF_ERR_PASSWORD and FPDF_ERR_SECURITY of fpdfview.h. */
const errors = { password: 4, security: 5 } as const

function load(engine: Engine, bytes: Document['bytes'], password: string): Document | undefined {
  const handle = engine.call.FPDF_LoadMemDocument(bytes.pointer, bytes.size, password)
  if (!handle) return undefined
  const formInfo = engine.call.PDFiumExt_OpenFormFillInfo()
  const form = engine.call.PDFiumExt_InitFormFillEnvironment(handle, formInfo)
  // The usual pale blue over fields is for screens.
  if (form) engine.call.FPDF_SetFormFieldHighlightAlpha(form, 0)
  return { handle, form, formInfo, bytes, password }
}

/** PDFium opens nothing without a header in its first 1,024 bytes; a file that lost it is rebuilt all the same. */
function withHeader(bytes: Uint8Array): Uint8Array {
  if (Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-', 0, 'latin1')) return bytes
  return Buffer.concat([Buffer.from('%PDF-1.4\n', 'latin1'), bytes])
}
