// Run by a test in another time zone and locale: the digest of every form of every procedure, one a line.
import { createHash } from 'node:crypto'
import { everyForm, pdfOf, procedures } from './every.ts'

for (const c of procedures)
  for (const made of everyForm(c))
    console.log(
      createHash('sha256')
        .update(await pdfOf(made, c))
        .digest('hex'),
    )
