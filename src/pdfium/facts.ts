import type { PdfFacts } from '../model/pdf.ts'
import type { Engine } from './engine.ts'
import { type Document, loadAgain, unloadDocument } from './handle.ts'
import { saveDocument } from './save.ts'
import { type Marks, scan } from './scan.ts'
import { isSound } from './structure.ts'

export function readFacts(engine: Engine, document: Document, bytes: Uint8Array): PdfFacts {
  const { call } = engine
  const encrypted = call.EPDF_IsEncrypted(document.handle)
  const marks: Marks = scan(encrypted ? decrypted(engine, document) : bytes)
  return {
    encrypted,
    ownerLocked: encrypted && document.password === '',
    repaired: !call.FPDF_DocumentHasValidCrossReferenceTable(document.handle) || !isSound(bytes),
    signatures: signatures(engine, document),
    javascript: marks.active || call.FPDFDoc_GetJavaScriptActionCount(document.handle) > 0,
    attachments: Math.max(marks.embedded ? 1 : 0, call.FPDFDoc_GetAttachmentCount(document.handle)),
    forms: formKinds[call.FPDF_GetFormType(document.handle)] ?? 'none',
    layers: marks.layers,
    strayPages: encrypted ? 0 : Math.max(0, marks.pageObjects - call.FPDF_GetPageCount(document.handle)),
  }
}

// ---

/** Fields that somebody signed; PDFium counts the empty ones as well, and every form of ours has some. */
function signatures({ call }: Engine, { handle }: Document): number {
  const fields = Array.from({ length: Math.max(0, call.FPDF_GetSignatureCount(handle)) }, (_, index) =>
    call.FPDF_GetSignatureObject(handle, index),
  )
  const isSigned = (field: number) =>
    call.FPDFSignatureObj_GetContents(field, 0, 0) > 0 || call.FPDFSignatureObj_GetByteRange(field, 0, 0) > 0
  return fields.filter((field) => field && isSigned(field)).length
}

/** The whole file without its encryption, so that its object streams can be looked into. */
function decrypted(engine: Engine, document: Document): Uint8Array {
  const copy = loadAgain(engine, document)
  const bytes = engine.call.EPDF_RemoveEncryption(copy.handle) ? saveDocument(engine, copy.handle) : undefined
  unloadDocument(engine, copy)
  return bytes ?? new Uint8Array()
}

/** FORMTYPE_* of fpdf_formfill.h. */
const formKinds: Readonly<Record<number, PdfFacts['forms']>> = { 1: 'acroform', 2: 'xfa', 3: 'xfa' }
