import { openHere } from '../../evidence/opener.ts'
import { openPdfium } from '../../pdfium/pdfium.ts'
import { serve } from './serve.ts'

// The process that opens what people drop into a dossier; `opener.ts` starts it.
serve(async () => openHere(await openPdfium()))
