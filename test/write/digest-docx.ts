// Run by a test in another time zone and locale: sheet as JSON on standard input, digest of its DOCX on standard output.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { writeDocx } from '../../src/write/docx.ts'

const bytes = await writeDocx(JSON.parse(readFileSync(0, 'utf8')))
console.log(createHash('sha256').update(bytes).digest('hex'))
