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
    signatures: Math.max(0, call.FPDF_GetSignatureCount(document.handle)),
    javascript: marks.active || call.FPDFDoc_GetJavaScriptActionCount(document.handle) > 0,
    attachments: Math.max(marks.embedded ? 1 : 0, call.FPDFDoc_GetAttachmentCount(document.handle)),
    forms: formKinds[call.FPDF_GetFormType(document.handle)] ?? 'none',
    layers: marks.layers,
    strayPages: encrypted ? 0 : Math.max(0, marks.pageObjects - call.FPDF_GetPageCount(document.handle)),
  }
}

// ---

/** The whole file without its encryption, so that its object streams can be looked into. */
function decrypted(engine: Engine, document: Document): Uint8Array {
  const copy = loadAgain(engine, document)
  const bytes = engine.call.EPDF_RemoveEncryption(copy.handle) ? saveDocument(engine, copy.handle) : undefined
  unloadDocument(engine, copy)
  return bytes ?? new Uint8Array()
}

/** FORMTYPE_* of fpdf_formfill.h. */
const formKinds: Readonly<Record<number, PdfFacts['forms']>> = { 1: 'acroform', 2: 'xfa', 3: 'xfa' }
