import type { FileKind, ReadingPage } from '../model/evidence.ts'
import { exits, Refusal } from '../model/finding.ts'
import type { Excerpt } from '../model/opening.ts'
import type { PdfFile, Pdfium } from '../model/pdf.ts'
import { headerOf, isPicture, type PictureKind } from './picture.ts'
import { picturePage } from './picture-page.ts'
import { redraw } from './redraw.ts'
import { runsOf, takeOut } from './take-out.ts'

/**
 * The pages of one evidence file for the reading copy, in order: a clean PDF for a PDF, one picture a page for the rest.
 * @param excerpt inclusive pages, from 1; absent = all
 * @throws {Refusal} the file cannot be opened (the survey says so first), or `evidence/excerpt-outside`
 * @throws {Error} a kind that has no pages: ask only for files that the survey calls `merged`
 */
export async function readingPages(
  bytes: Uint8Array,
  kind: FileKind,
  excerpt: Excerpt | undefined,
  pdfium: Pdfium,
): Promise<readonly ReadingPage[]> {
  if (kind === 'pdf') return pdfPages(bytes, excerpt, pdfium)
  if (isPicture(kind)) return picturePages(bytes, kind, excerpt)
  throw new Error(`no pages in a file of kind ${kind}`)
}

// ---

async function pdfPages(bytes: Uint8Array, excerpt: Excerpt | undefined, pdfium: Pdfium): Promise<ReadingPage[]> {
  const file = await pdfium.open(bytes)
  try {
    const pages = chosen(file.pageCount, excerpt)
    const result: ReadingPage[] = []
    for (const run of runsOf(pages, bytes.length, file.pageCount)) {
      const { bytes: copy, changed } = await takeOut(file, run, pdfium)
      if (changed.length) result.push(...(await mixed(file, run, new Set(changed))))
      else result.push({ kind: 'pdf', bytes: copy, pageCount: run.length, sourcePages: run })
    }
    return result
  } finally {
    file.close()
  }
}

/** Runs of pages that come through as they are, and pictures of those that do not, in order. */
async function mixed(file: PdfFile, pages: readonly number[], changed: ReadonlySet<number>): Promise<ReadingPage[]> {
  const result: ReadingPage[] = []
  let run: number[] = []
  const close = () => {
    if (run.length) result.push({ kind: 'pdf', bytes: file.extract(run), pageCount: run.length, sourcePages: run })
    run = []
  }
  for (const page of pages) {
    if (!changed.has(page)) run.push(page)
    else {
      close()
      result.push(await redraw(file, page))
    }
  }
  close()
  return result
}

async function picturePages(
  bytes: Uint8Array,
  kind: PictureKind,
  excerpt: Excerpt | undefined,
): Promise<ReadingPage[]> {
  const header = await headerOf(bytes, kind)
  if (!header) throw new Refusal('evidence/broken-picture', exits.unreadable)
  const pages: ReadingPage[] = []
  // One after the other: a decoded page may take 300 MB.
  for (const page of chosen(kind === 'tiff' ? (header.pages ?? 1) : 1, excerpt))
    pages.push(await picturePage(bytes, kind, page))
  return pages
}

function chosen(count: number, excerpt: Excerpt | undefined): readonly number[] {
  const { from, to } = excerpt ?? { from: 1, to: count }
  if (to > count) throw new Refusal('evidence/excerpt-outside', exits.unreadable, { from, to, pages: count })
  return Array.from({ length: to - from + 1 }, (_, at) => from + at)
}
