import { exits, Refusal } from '../model/finding.ts'
import type { Opening, Pdfium } from '../model/pdf.ts'
import { startEngine } from './engine.ts'
import { openDocument } from './file.ts'

export type { Opening, PdfFacts, PdfFile, Pdfium, Raster } from '../model/pdf.ts'

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
