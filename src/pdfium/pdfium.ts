import { exits, Refusal } from '../model/finding.ts'
import { startEngine } from './engine.ts'
import { openDocument, type PdfFile } from './file.ts'

export type { PdfFacts, PdfFile, Raster } from './file.ts'

/** Opened, or why not: a password is needed, the bytes are no readable PDF, or it has no page. */
export type Opening =
  | { readonly ok: true; readonly file: PdfFile }
  | { readonly ok: false; readonly why: 'password' | 'broken' | 'no-pages' }

export type Pdfium = {
  /**
   * Opens a PDF. Owner-locked files open without a password, damaged ones are rebuilt where possible
   * (`facts.repaired`). `close()` gives the memory back.
   * @throws {Refusal} `evidence/password`, `evidence/broken-pdf`, `evidence/no-pages`
   */
  open(bytes: Uint8Array, password?: string): Promise<PdfFile>
  /** As `open`, with the reason instead of a Refusal. */
  tryOpen(bytes: Uint8Array, password?: string): Promise<Opening>
}

/** The one PDFium of this process (WASM, about 0.1 s to start the first time). Works offline, needs nothing installed. */
export function openPdfium(): Promise<Pdfium> {
  opened ??= start()
  return opened
}

// ---

let opened: Promise<Pdfium> | undefined

async function start(): Promise<Pdfium> {
  let engine = await startEngine()
  const tryOpen = async (bytes: Uint8Array, password?: string): Promise<Opening> => {
    if (engine.state.dead) engine = await startEngine()
    return openDocument(engine, bytes, password)
  }
  return {
    tryOpen,
    async open(bytes, password) {
      const opening = await tryOpen(bytes, password)
      if (opening.ok) return opening.file
      throw new Refusal(codes[opening.why], exits.unreadable)
    },
  }
}

const codes = {
  password: 'evidence/password',
  broken: 'evidence/broken-pdf',
  'no-pages': 'evidence/no-pages',
} as const
