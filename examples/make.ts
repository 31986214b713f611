// Makes the examples: dossiers from the procedure's sample, and every scan, photo and PDF of their evidence (npm run examples).
import { createHash } from 'node:crypto'
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
import { freeze, frozenJournal } from './making/frozen.ts'
import { changed, gapsReadme, keptFiles } from './making/gaps.ts'

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
  await put(join(out, '01-applicant', 'journal.yaml'), frozenJournal(journal ?? ''))
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
  await freeze(join(out, '01-applicant'), procedure, templates)
}

// ---

async function put(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
}

/** What the files are made from: another sum means that they are to be made anew. */
async function inputs(): Promise<string> {
  const sources = ['making/paper.ts', 'making/picture.ts', 'making/files.ts', 'making/frozen.ts', 'making/gaps.ts'].map(
    (name) => join(examples, name),
  )
  const facts = ['run.yaml', 'sample/dossier.yaml', 'sample/journal.yaml', 'sample/unit.yaml'].map((name) =>
    join(procedure, name),
  )
  const hash = createHash('sha256')
  for (const path of [...sources, ...facts]) hash.update(await readFile(path))
  return hash.digest('hex')
}

if (process.argv[1] && fileURLToPath(import.meta.url) === process.argv[1]) {
  const stamp = join(examples, '.made')
  const sum = await inputs()
  const fresh = existsSync(stamp) && (await readFile(stamp, 'utf8')) === sum
  if (!fresh || !process.argv.includes('--missing')) {
    console.log('Drawing the scans, photos and PDFs of the examples …')
    await makeExamples()
    await put(stamp, sum)
  }
}
