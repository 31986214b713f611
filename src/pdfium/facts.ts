import type { Engine } from './engine.ts'
import { type Document, loadAgain, unloadDocument } from './handle.ts'
import { saveDocument } from './save.ts'
import { type Marks, scan } from './scan.ts'
import { isSound } from './structure.ts'

/** What a person should know about a PDF before trusting a copy of it. */
export type PdfFacts = {
  readonly encrypted: boolean
  /** Opens without a password but its author forbade something. */
  readonly ownerLocked: boolean
  /** Cross-reference table, length of a stream or end of file wrong: what is seen may be rebuilt from the pieces. */
  readonly repaired: boolean
  readonly signatures: number
  /** JavaScript, or an action that starts a program or sends the form. */
  readonly javascript: boolean
  readonly attachments: number
  readonly forms: 'none' | 'acroform' | 'xfa'
  /** Optional content: some of it may be hidden. */
  readonly layers: boolean
}

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
