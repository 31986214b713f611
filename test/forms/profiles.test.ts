import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import JSZip from 'jszip'
import { PDFDocument, PDFName } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Item } from '../../src/model/page.ts'
import { openPdfium } from '../../src/pdfium/pdfium.ts'
import { applicant, today } from '../commands/example.ts'
import { run } from '../commands/run.ts'
import { installed } from '../write/kit.ts'
import { everyForm, procedures } from './every.ts'

// What the words across the pages say, on every page of everything that is made; and what stays empty in the last print.

const withGaps = resolve(import.meta.dirname, '../../examples/02-applicant-with-gaps')
const parent = mkdtempSync(join(tmpdir(), 'juanzong-profiles-'))
afterAll(() => rmSync(parent, { recursive: true, force: true }))

describe.each([
  ['final with --force while errors stand', 'final', ['样例', '未通过核对'], ['预览']],
  ['preview', 'preview', ['样例', '预览'], ['未通过核对']],
])('%s', (_, profile, words, others) => {
  const out = join(parent, profile)
  let files: readonly string[] = []

  beforeAll(async () => {
    const { exit } = await run(['bundle', withGaps, '--today', today, '--profile', profile, '--force', '--out', out])
    expect(exit).toBe(1)
    files = readdirSync(out, { recursive: true, encoding: 'utf8' })
      .filter((name) => !name.includes('evidence'))
      .map((name) => join(out, name))
  })

  test('every page of every PDF says so', async () => {
    const pdfs = files.filter((file) => file.endsWith('.pdf'))
    expect(pdfs.length).toBeGreaterThan(8)
    for (const file of pdfs) {
      const pages = await pagesOf(file)
      const unmarked = pages
        .map((text, i) => ({ text, no: i + 1 }))
        .filter(({ text }) => !words.every((word) => text.includes(word)))
      // a blank side of a form that stands alone has nothing on it
      expect([file, unmarked.filter(({ text }) => text !== '').map(({ no }) => no)]).toEqual([file, []])
      if (file.endsWith('合订本.pdf')) expect(unmarked).toEqual([])
      expect([file, pages.filter((text) => others.some((word) => text.includes(word)))]).toEqual([file, []])
    }
  })

  test('so does every DOCX', async () => {
    const docx = files.filter((file) => file.endsWith('.docx'))
    expect(docx.length).toBeGreaterThan(2)
    for (const file of docx) {
      const zip = await JSZip.loadAsync(readFileSync(file))
      const heads = await Promise.all(zip.file(/word\/header\d*\.xml/).map((part) => part.async('string')))
      expect([file, heads.some((head) => words.every((word) => head.includes(word)))]).toEqual([file, true])
    }
  })

  test('every PDF, the reading copy too, says that it is PDF/A-2u', () => {
    for (const file of files.filter((name) => name.endsWith('.pdf')))
      expect([file, readFileSync(file, 'latin1').includes('<pdfaid:part>2<')]).toEqual([file, true])
  })

  test.skipIf(!installed('qpdf'))('qpdf finds nothing wrong (skipped where qpdf is not installed)', () => {
    for (const file of files.filter((name) => name.endsWith('.pdf'))) {
      const { status, stderr } = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' })
      expect([file, status, stderr]).toEqual([file, 0, ''])
    }
  })

  test('only a form that stands alone and is not a preview has places to sign', async () => {
    const counts = await Promise.all(
      files
        .filter((file) => file.endsWith('.pdf'))
        .map(async (file) => {
          const doc = await PDFDocument.load(readFileSync(file), { updateMetadata: false })
          return { file, form: doc.catalog.get(PDFName.of('AcroForm')) !== undefined }
        }),
    )
    const signable = counts.filter(({ form }) => form)
    expect(signable.some(({ file }) => file.endsWith('职称评审表.pdf'))).toBe(profile === 'final')
    expect(signable.filter(({ file }) => profile === 'preview' || file.endsWith('合订本.pdf'))).toEqual([])
  })
})

test('a dossier without errors is neither a preview nor marked as failed', async () => {
  const out = join(parent, 'clean')
  expect((await run(['fill', applicant, '--today', today, '--profile', 'final', '--out', out])).exit).toBe(0)
  for (const name of readdirSync(join(out, 'forms')).filter((file) => file.endsWith('.pdf')))
    for (const text of await pagesOf(join(out, 'forms', name))) expect(text).not.toMatch(/预览|未通过核对/)
})

test('what only layout finds is an error too: refused, and marked on every page where it is forced', async () => {
  const folder = join(parent, 'glyph')
  cpSync(applicant, folder, { recursive: true, filter: (path) => !path.includes(`${applicant}/out`) })
  const file = join(folder, 'dossier.yaml')
  const text = readFileSync(file, 'utf8')
  const post = '工业节能技术研究室主任工程师'
  expect(text).toContain(post)
  writeFileSync(file, text.replace(post, `${post}\u{1F600}`))
  cpSync(join(applicant, '..', 'unit.yaml'), join(parent, 'unit.yaml'))
  const fill = (...more: string[]) => run(['fill', folder, '--today', today, '--profile', 'final', ...more])
  expect((await fill()).exit).toBe(4)
  await fill('--force')
  const pages = await pagesOf(join(folder, 'out', 'forms', '职称评审表.pdf'))
  expect(pages.filter((page) => page !== '' && !page.includes('未通过核对'))).toEqual([])
})

describe.each(procedures.map((c) => ({ c, id: c.procedure.file.id })))('$id', ({ c }) => {
  test('what is written by hand is left to the hand, though every day is known', () => {
    const places = everyForm(c).flatMap(({ name, laid }) =>
      laid.slots
        .filter(({ kind }) => kind === 'date' || kind === 'handwriting' || kind === 'signature')
        .map((slot) => ({ name, slot, items: laid.pages[slot.page - 1]?.items ?? [] })),
    )
    expect(places.filter(({ slot }) => slot.kind === 'date').length).toBeGreaterThan(3)
    for (const { name, slot, items } of places) {
      const inside = items.flatMap((item) => (isText(item) && covers(slot, item) ? [item.text] : [])).join('')
      expect([name, slot.id, inside.replace(/[年月日\s]/g, '')]).toEqual([name, slot.id, ''])
    }
  })
})

// ---

type Text = Extract<Item, { kind: 'text' }>

function isText(item: Item): item is Text {
  return item.kind === 'text' && item.grey === 0
}

function covers(
  slot: { readonly x: number; readonly y: number; readonly w: number; readonly h: number },
  text: Text,
): boolean {
  const middle = text.y - 0.15 * text.size
  return text.x >= slot.x - 0.1 && text.x < slot.x + slot.w - 0.5 && middle > slot.y && middle < slot.y + slot.h
}

/** Text of each page; what stands in quotation marks (打印说明 speaks of the words) is left out. */
async function pagesOf(file: string): Promise<readonly string[]> {
  const pdf = await (await openPdfium()).open(readFileSync(file))
  const pages = Array.from({ length: pdf.pageCount }, (_, index) =>
    pdf
      .text(index + 1)
      .replace(/\s/g, '')
      .replace(/“[^“”]*”/g, ''),
  )
  pdf.close()
  return pages
}
