import type { PdfFacts } from '../model/pdf.ts'
import type { Engine } from './engine.ts'
import { type Document, loadAgain, unloadDocument } from './handle.ts'
import { findObjects, found, objectStreams } from './objects.ts'
import { saveDocument } from './save.ts'
import { isLinearized, scan } from './scan.ts'
import { isSound, picturesHold } from './structure.ts'
import { type PageTree, readTree } from './tree.ts'

export function readFacts(engine: Engine, document: Document, bytes: Uint8Array): PdfFacts {
  const { call } = engine
  const encrypted = call.EPDF_IsEncrypted(document.handle)
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const plain = encrypted ? decrypted(engine, document) : raw
  const streams = objectStreams(plain)
  const marks = scan(plain, streams)
  const objects = findObjects(plain, streams)
  const tree = readTree(objects, rootOf(plain))
  const sound = call.FPDF_DocumentHasValidCrossReferenceTable(document.handle) && isSound(raw)
  const forms = formKinds[call.FPDF_GetFormType(document.handle)] ?? 'none'
  return {
    encrypted,
    ownerLocked: encrypted && document.password === '',
    repaired: !sound || objects.odd || isOdd(tree) || !(encrypted || picturesHold(raw)),
    linearized: isLinearized(raw),
    signatures: signatures(engine, document),
    javascript: marks.active || call.FPDFDoc_GetJavaScriptActionCount(document.handle) > 0,
    attachments: Math.max(marks.embedded ? 1 : 0, call.FPDFDoc_GetAttachmentCount(document.handle)),
    forms: forms === 'acroform' && !marks.fields ? 'none' : forms,
    layers: marks.layers,
    strayPages: encrypted ? 0 : Math.max(0, marks.pageObjects - call.FPDF_GetPageCount(document.handle)),
    countedPages: tree?.pages,
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
function decrypted(engine: Engine, document: Document): Buffer {
  const copy = loadAgain(engine, document)
  const bytes = engine.call.EPDF_RemoveEncryption(copy.handle) ? saveDocument(engine, copy.handle) : undefined
  unloadDocument(engine, copy)
  return Buffer.from(bytes ?? [])
}

/** FORMTYPE_* of fpdf_formfill.h. */
const formKinds: Readonly<Record<number, PdfFacts['forms']>> = { 1: 'acroform', 2: 'xfa', 3: 'xfa' }

/** The catalogue that the last trailer names. */
function rootOf(raw: Buffer): number | undefined {
  const root = [...found(raw, '/Root')].at(-1)
  const named = root === undefined ? null : /^\/Root\s+(\d+)\s+\d+\s+R/.exec(raw.toString('latin1', root, root + 40))
  return named ? Number(named[1]) : undefined
}

function isOdd(tree: PageTree | undefined): boolean {
  return tree !== undefined && (tree.odd || (tree.declared !== undefined && tree.declared !== tree.pages))
}
