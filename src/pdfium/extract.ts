import { createHash } from 'node:crypto'
import { exits, Refusal } from '../model/finding.ts'
import { type Engine, lend } from './engine.ts'
import { closePage, type Document, loadAgain, loadPage, unloadDocument } from './handle.ts'
import { saveDocument } from './save.ts'

/** A new PDF of the pages with these 0-based indexes; see `PdfFile.extract`. */
export function extractPages(
  engine: Engine,
  document: Document,
  indexes: readonly number[],
  flatten: boolean,
): Uint8Array {
  const source = loadAgain(engine, document)
  try {
    if (flatten) for (const index of new Set(indexes)) flattenPage(engine, source, index)
    return withFixedId(imported(engine, source, indexes))
  } finally {
    if (!engine.state.dead) unloadDocument(engine, source)
  }
}

// ---

/** Values of FPDFPage_Flatten: 0 failed, 1 done, 2 nothing to do; flag 0 = as shown on the screen. */
const flattenFailed = 0
const asShown = 0

/** More than any form has; flattening takes time that grows with the square of the number (200,000: minutes). */
const annotationLimit = 5000

/** Pages without annotations are not even read: what their content costs is the reader's business. */
function flattenPage(engine: Engine, document: Document, index: number): void {
  const annotations = engine.call.EPDFPage_GetAnnotCountRaw(document.handle, index)
  if (annotations === 0) return
  if (annotations > annotationLimit) {
    const args = { count: annotations, limit: annotationLimit }
    throw new Refusal('evidence/too-many-annotations', exits.unreadable, args, { page: index + 1 })
  }
  const page = loadPage(engine, document, index)
  const result = engine.call.FPDFPage_Flatten(page, asShown)
  closePage(engine, document, page)
  if (result === flattenFailed) throw broken(index + 1)
}

function imported(engine: Engine, source: Document, indexes: readonly number[]): Uint8Array {
  const { call, memory } = engine
  const target = call.FPDF_CreateNewDocument()
  if (!target) throw new WebAssembly.RuntimeError('no document')
  const done = lend(engine, indexes.length * 4, (pointer) => {
    const view = memory.view()
    indexes.forEach((index, at) => {
      view.setInt32(pointer + at * 4, index, true)
    })
    return call.FPDF_ImportPagesByIndex(target, source.handle, pointer, indexes.length, 0)
  })
  const bytes = done && call.FPDF_GetPageCount(target) === indexes.length ? saveDocument(engine, target) : undefined
  call.FPDF_CloseDocument(target)
  if (!bytes) throw broken()
  return bytes
}

/** PDFium derives the ID of the trailer from addresses in its memory; here it follows from the content. */
function withFixedId(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tail = copy.lastIndexOf('/ID[<', undefined, 'latin1')
  const match =
    tail < 0 ? null : /^\/ID\[<([0-9A-F]{32})><([0-9A-F]{32})>\]/.exec(copy.toString('latin1', tail, tail + 80))
  if (!match) return copy
  const id = createHash('sha256').update(copy.subarray(0, tail)).digest('hex').slice(0, 32).toUpperCase()
  copy.write(`/ID[<${id}><${id}>]`, tail, 'latin1')
  return copy
}

function broken(page?: number): Refusal {
  return new Refusal('evidence/broken-pdf', exits.unreadable, {}, page === undefined ? {} : { page })
}
