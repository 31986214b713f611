import { Refusal } from '../model/finding.ts'
import type { Measured, Problem } from '../model/opening.ts'
import type { PdfFacts, PdfFile, Pdfium } from '../model/pdf.ts'
import { labelledValues } from './labelled.ts'
import { pageLimit, pageSideLimit } from './limits.ts'
import { isDrawable } from './redraw.ts'
import { pageProblems } from './scanned.ts'
import { runsOf, takeOut } from './take-out.ts'

/**
 * Opens a PDF, measures its pages and takes them out once, so that what the bundle will meet is known now.
 * @param labels what is looked for in its text
 */
export async function measurePdf(bytes: Uint8Array, pdfium: Pdfium, labels: readonly string[]): Promise<Measured> {
  const opening = await pdfium.tryOpen(bytes)
  if (!opening.ok) return refused({ code: whyNot[opening.why], severity: 'error' })
  try {
    return await measured(opening.file, bytes.length, pdfium, labels)
  } catch (reason) {
    // A page that cannot be read, or brings PDFium down: nobody could look at it either.
    if (!(reason instanceof Refusal)) throw reason
    const { code, args, at } = reason
    return refused({ code, severity: 'error', args, ...(at.page === undefined ? {} : { page: at.page }) })
  } finally {
    opening.file.close()
  }
}

// ---

const whyNot = {
  password: 'evidence/password',
  broken: 'evidence/broken-pdf',
  'no-pages': 'evidence/no-pages',
} as const

async function measured(file: PdfFile, size: number, pdfium: Pdfium, labels: readonly string[]): Promise<Measured> {
  const pages = file.pageCount
  if (pages > pageLimit)
    return refused({ code: 'evidence/too-many-pages', severity: 'person', args: { pages, limit: pageLimit } })
  if (file.facts.repaired && file.facts.countedPages === 0)
    return refused({ code: 'evidence/no-pages', severity: 'error' })
  const pageSizes: { w: number; h: number }[] = []
  for (let page = 1; page <= pages; page++) {
    const size = file.size(page)
    if (!size) return refused({ code: 'evidence/page-missing', severity: 'error', args: { pages }, page })
    if (Math.max(size.w, size.h) > pageSideLimit)
      return refused({
        code: 'evidence/page-too-wide',
        severity: 'person',
        args: { metres: Math.round(Math.max(size.w, size.h) / 1000) },
        page,
      })
    pageSizes.push(size)
  }
  const seen = pageProblems(file, size)
  if (seen.tooLarge) return refused(seen.tooLarge)
  const changed = await changedPages(file, size, pdfium)
  const blank = changed.find((page) => !isDrawable(file, page))
  if (blank !== undefined) return refused({ code: 'evidence/layers-fonts', severity: 'error', page: blank })
  const texts = textsOf(file, labels)
  const problems = [...notes(file.facts, pages), ...redrawn(changed), ...seen.problems]
  const prints = seen.judged.flatMap(({ print }) => (print ? [print] : []))
  return { pages, pageSizes, ...(texts.length > 0 && { texts }), merged: true, problems, prints }
}

/** Certificates and forms are short; the running text of a long report is nothing to compare. */
const textPages = 100

function textsOf(file: PdfFile, labels: readonly string[]) {
  const pages = Array.from({ length: labels.length > 0 ? Math.min(file.pageCount, textPages) : 0 }, (_, at) => at + 1)
  return pages.flatMap((page) => labelledValues(file.text(page), labels, page))
}

/** Takes out all pages: those that look different then. @throws {Refusal} which one cannot be taken out */
async function changedPages(file: PdfFile, size: number, pdfium: Pdfium): Promise<readonly number[]> {
  const all = Array.from({ length: file.pageCount }, (_, at) => at + 1)
  const changed: number[] = []
  for (const run of runsOf(all, size, file.pageCount)) changed.push(...(await takeOut(file, run, pdfium)).changed)
  return changed
}

function redrawn(pages: readonly number[]): Problem[] {
  if (!pages.length) return []
  return [{ code: 'evidence/layers', severity: 'person', args: { pages: pages.join('、') } }]
}

function notes(facts: PdfFacts, pages: number): Problem[] {
  const list: readonly (Problem & { readonly when: boolean })[] = [
    { when: facts.repaired, code: 'evidence/pdf-repaired', severity: 'note' },
    { when: facts.linearized, code: 'evidence/fast-web-view', severity: 'note' },
    {
      when: facts.countedPages !== undefined && facts.countedPages !== pages,
      code: 'evidence/page-count-unsure',
      severity: 'person',
      args: { pages, counted: facts.countedPages ?? 0 },
    },
    {
      when: facts.strayPages > 0,
      code: 'evidence/stray-pages',
      severity: 'person',
      args: { pages, stray: facts.strayPages },
    },
    { when: facts.ownerLocked, code: 'evidence/owner-locked', severity: 'note' },
    { when: facts.signatures > 0, code: 'evidence/signed', severity: 'note', args: { count: facts.signatures } },
    { when: facts.forms === 'acroform', code: 'evidence/form', severity: 'note' },
    { when: facts.forms === 'xfa', code: 'evidence/xfa', severity: 'person' },
    { when: facts.javascript, code: 'evidence/active-content', severity: 'note' },
    { when: facts.attachments > 0, code: 'evidence/attachments', severity: 'note', args: { count: facts.attachments } },
  ]
  return list.filter(({ when }) => when).map(({ when: _, ...problem }) => problem)
}

function refused(problem: Problem): Measured {
  return { merged: false, problems: [problem] }
}
