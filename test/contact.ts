// A contact sheet of every form for a short, an ordinary and an overfull dossier, to look at: `npm run contact [-- folder]`.
// One picture a procedure and dossier, one row a form; of a long form the first pages and the last. Pictures go to the
// folder, or to a new one of the system's temporary files, never into the repository.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import sharp from 'sharp'
import type { Case } from '../src/model/case.ts'
import type { Raster } from '../src/model/pdf.ts'
import { openPdfium } from '../src/pdfium/pdfium.ts'
import { everyForm, pdfOf, procedures } from './forms/every.ts'
import { sizes } from './lay/dossiers.ts'

const dpi = 32
const gap = 6
const mostPages = 8
const repository = resolve(import.meta.dirname, '..')

const folder = resolve(process.argv[2] ?? mkdtempSync(join(tmpdir(), 'juanzong-contact-')))
if (!relative(repository, folder).startsWith('..')) throw new Error('contact: a folder outside the repository, please')
mkdirSync(folder, { recursive: true })
const pdfium = await openPdfium()

for (const c of procedures) {
  for (const [size, sized] of Object.entries(sizes(c))) {
    const file = join(folder, `${c.procedure.file.id}-${size}.png`)
    console.log(file)
    writeFileSync(file, await sheetOf(await rowsOf(sized)))
  }
}

// ---

async function rowsOf(c: Case): Promise<Raster[][]> {
  const rows: Raster[][] = []
  for (const made of everyForm(c)) {
    const pdf = await pdfium.open(await pdfOf(made, c))
    const all = Array.from({ length: pdf.pageCount }, (_, i) => i + 1)
    const shown = all.length > mostPages ? [...all.slice(0, mostPages - 1), all.length] : all
    rows.push(shown.map((page) => pdf.render(page, dpi)))
    pdf.close()
    console.log(`  ${rows.length}. ${made.name}: ${all.length}`)
  }
  return rows
}

async function sheetOf(rows: readonly (readonly Raster[])[]): Promise<Buffer> {
  const widths = rows.map((row) => row.reduce((sum, page) => sum + page.width + gap, gap))
  const heights = rows.map((row) => Math.max(...row.map((page) => page.height)) + gap)
  const placed = rows.flatMap((row, r) => {
    const top = heights.slice(0, r).reduce((sum, height) => sum + height, gap)
    return row.map((page, i) => ({
      input: Buffer.from(page.data),
      raw: { width: page.width, height: page.height, channels: 4 as const },
      left: row.slice(0, i).reduce((sum, one) => sum + one.width + gap, gap),
      top,
    }))
  })
  const height = heights.reduce((sum, one) => sum + one, gap)
  const paper = sharp({ create: { width: Math.max(...widths), height, channels: 3, background: '#888888' } })
  return paper.composite(placed).png({ palette: true, colours: 32 }).toBuffer()
}
