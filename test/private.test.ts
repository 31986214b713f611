import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import JSZip from 'jszip'
import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { openPdfium } from '../src/pdfium/pdfium.ts'
import { applicant, type Bundled, bundled, remove, today } from './commands/example.ts'
import { type Outcome, run } from './commands/run.ts'

// Identity number, mobile, address and e-mail of the example's made-up person: in the facts and on the review form, which
// asks for the number, and nowhere else. Evidence originals are what people have and are not judged here.

const { person } = parse(readFileSync(join(applicant, 'dossier.yaml'), 'utf8'), { schema: 'failsafe' })
const secrets: readonly string[] = [
  person.document.number,
  person.contact.mobile,
  person.contact.address,
  person.contact.email,
]
let made: Bundled
let files: readonly string[] = []
const poster = mkdtempSync(join(tmpdir(), 'juanzong-posted-'))
const said: Outcome[] = []

beforeAll(async () => {
  made = await bundled()
  said.push(await run(['fill', applicant, '--today', today, '--profile', 'public', '--out', poster]))
  files = readdirSync(made.folder, { recursive: true, encoding: 'utf8' }).map((name) => join(made.folder, name))
  for (const more of [[], ['--json'], ['--lang', 'en']])
    said.push(await run(['check', applicant, '--today', today, ...more]))
})

afterAll(() => {
  remove(made.folder)
  remove(poster)
})

test('the example has all four kinds of secret', () => {
  expect(secrets.filter((secret) => typeof secret === 'string' && secret.length >= 6)).toHaveLength(4)
})

test('nothing sensitive is said on the terminal', () => {
  for (const { out, err } of [made, ...said]) expect(found(`${out}${err}`)).toEqual([])
})

test('no file name holds anything sensitive', () => {
  expect(files.length).toBeGreaterThan(50)
  expect(found(files.join('\n'))).toEqual([])
})

test('reports, tag files and the receipt hold nothing sensitive', () => {
  const texts = files.filter((file) => /\.(json|html|txt|yaml|hbs)$/.test(file) && !inside(file, 'data/facts'))
  expect(texts.length).toBeGreaterThan(15)
  for (const file of texts) expect([file, found(readFileSync(file, 'utf8'))]).toEqual([file, []])
})

test('the metadata of no PDF holds anything sensitive, and its title no name', async () => {
  for (const file of ourPdfs()) {
    const pdf = await PDFDocument.load(readFileSync(file), { updateMetadata: false })
    const about = [pdf.getTitle(), pdf.getAuthor(), pdf.getSubject(), pdf.getKeywords(), pdf.getCreator()].join('\n')
    expect([file, found(about)]).toEqual([file, []])
    expect(about).not.toContain(person.name)
  }
})

test('nothing that is posted holds anything sensitive, as PDF or DOCX', async () => {
  const posted = readdirSync(join(poster, 'forms')).map((name) => join(poster, 'forms', name))
  expect(posted.filter((file) => file.endsWith('.docx')).length).toBeGreaterThanOrEqual(2)
  expect(found(posted.join('\n'))).toEqual([])
  for (const file of posted.filter((name) => /\.(pdf|docx)$/.test(name))) {
    const text = file.endsWith('.pdf') ? await pdfText(file) : await docxText(file)
    expect(text).toContain(person.name)
    expect([file, found(text)]).toEqual([file, []])
  }
})

test('the number stands on the review form, so that the search would find it', async () => {
  expect(found(await pdfText(files.find((file) => file.endsWith('职称评审表.pdf')) ?? ''))).toContain(
    person.document.number,
  )
})

// ---

/** In any spacing and in full-width figures too. */
function found(text: string): string[] {
  const plain = text.normalize('NFKC').replace(/[\s\u00ad\u200b-]/g, '')
  return secrets.filter((secret) => plain.includes(secret.normalize('NFKC').replace(/[\s-]/g, '')))
}

function inside(file: string, folder: string): boolean {
  return file.replaceAll('\\', '/').includes(`/${folder}/`)
}

function ourPdfs(): string[] {
  const own = files.filter((file) => file.endsWith('.pdf') && !inside(file, 'data/evidence') && statSync(file).isFile())
  expect(own.length).toBeGreaterThanOrEqual(8)
  return own
}

async function pdfText(file: string): Promise<string> {
  const pdf = await (await openPdfium()).open(readFileSync(file))
  const text = Array.from({ length: pdf.pageCount }, (_, index) => pdf.text(index + 1)).join('\n')
  pdf.close()
  return text
}

async function docxText(file: string): Promise<string> {
  const zip = await JSZip.loadAsync(readFileSync(file))
  const parts = await Promise.all(Object.values(zip.files).map((part) => part.async('string')))
  return parts.map((part) => part.replace(/<[^>]*>/g, '')).join('\n')
}
