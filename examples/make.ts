// Makes the examples: dossiers from the procedure's sample, and every scan, photo and PDF of their evidence (npm run examples).
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { realDisk } from '../src/disk/disk.ts'
import { readFonts } from '../src/disk/fonts.ts'
import { readSample } from '../src/disk/sample.ts'
import { openPdfium } from '../src/pdfium/pdfium.ts'
import { openFonts } from '../src/write/fonts.ts'
import { makeFile } from './making/files.ts'
import { changed, gaps, gapsReadme, keptFiles } from './making/gaps.ts'

const examples = dirname(fileURLToPath(import.meta.url))
const templates = join(examples, '..', 'templates')
const procedure = join(templates, 'chongqing-green-low-carbon-2024')

/** Writes `01-applicant`, `02-applicant-with-gaps` and their `unit.yaml` below `out` (default: this folder). */
export async function makeExamples(out = examples): Promise<void> {
  const disk = realDisk()
  const { run } = await readSample(disk, procedure)
  const fontFiles = await readFonts(disk, join(examples, '..', 'fonts'), join(examples, '..', 'node_modules'))
  const fonts = openFonts(fontFiles.files, fontFiles.roles)
  const pdfium = await openPdfium()
  const [dossier, journal, unit] = await Promise.all(
    ['dossier.yaml', 'journal.yaml', 'unit.yaml'].map((name) => readFile(join(procedure, 'sample', name), 'utf8')),
  )
  await put(join(out, 'unit.yaml'), unit ?? '')
  await put(join(out, '02-applicant-with-gaps', 'README.md'), gapsReadme())
  await put(join(out, '01-applicant', 'dossier.yaml'), dossier ?? '')
  await put(join(out, '01-applicant', 'journal.yaml'), journal ?? '')
  const withGaps = changed({ 'dossier.yaml': dossier ?? '', 'journal.yaml': journal ?? '' })
  for (const [name, text] of Object.entries(withGaps)) await put(join(out, '02-applicant-with-gaps', name), text)
  await rm(join(out, '01-applicant', 'evidence'), { recursive: true, force: true })
  await rm(join(out, '02-applicant-with-gaps', 'evidence'), { recursive: true, force: true })
  for (const file of run.files) {
    const bytes = await makeFile(file, fonts, pdfium)
    await put(join(out, '01-applicant', file.path), bytes)
    const kept = keptFiles(file.path, bytes)
    for (const [path, content] of kept) await put(join(out, '02-applicant-with-gaps', path), content)
  }
}

// ---

async function put(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
}

if (process.argv[1] && fileURLToPath(import.meta.url) === process.argv[1]) {
  const quick =
    process.argv.includes('--missing') && existsSync(join(examples, '.made'))
  if (!quick) {
    await makeExamples()
    await put(join(examples, '.made'), '')
    console.log(`examples: 01-applicant, 02-applicant-with-gaps (${gaps.length} gaps)`)
  }
}
