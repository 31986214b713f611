// Run by a test in another time zone and locale: document as JSON on standard input, digest of its PDF on standard output.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { writePdf } from '../../src/write/pdf.ts'
import { openTestFonts } from './kit.ts'

const document = JSON.parse(readFileSync(0, 'utf8'))
const bytes = await writePdf(document, openTestFonts())
console.log(createHash('sha256').update(bytes).digest('hex'))
