import type { Problem } from '../model/opening.ts'
import type { PdfFile, PlacedPicture } from '../model/pdf.ts'
import { type Grey, greyOf, judgedEdge } from './grey.ts'
import { type Judged, judge, pageList, qualityProblems } from './judge.ts'
import { pixelLimit } from './picture.ts'
import { runsOf } from './take-out.ts'

/** What is to be said about the pages of a PDF as people see them: scans, blank pages, fonts that are not in the file. */
export function pageProblems(
  file: PdfFile,
  size: number,
): {
  readonly problems: readonly Problem[]
  readonly judged: readonly Judged[]
  /** A page that is carried and listed, not merged. */
  readonly tooLarge: Problem | undefined
} {
  const all = Array.from({ length: Math.min(file.pageCount, pageMost) }, (_, at) => at + 1)
  const pages = runsOf(all, size, file.pageCount).flatMap((run) => {
    file.forget()
    return run.map((page) => lookAt(file, page))
  })
  const large = pages.find(({ pixels }) => pixels > pixelLimit)
  if (large) return { judged: [], problems: [], tooLarge: tooLarge(large) }
  const judged = judgedPages(file, pages)
  file.forget()
  const silent = pages.filter(({ scan, text }) => scan && text === '').map(({ page }) => page)
  const foreign = [...new Set(pages.flatMap(({ fonts }) => fonts))].sort()
  const shown = foreign
    .map((name) => name.replace(/^[A-Z]{6}\+/, '') || '?')
    .slice(0, 5)
    .join('、')
  return {
    tooLarge: undefined,
    judged,
    problems: [
      ...qualityProblems(judged),
      ...(silent.length
        ? [{ code: 'evidence/no-text-layer', severity: 'note', args: { pages: pageList(silent) } } as const]
        : []),
      ...(foreign.length
        ? [{ code: 'evidence/fonts-not-embedded', severity: 'note', args: { fonts: shown } } as const]
        : []),
    ],
  }
}

/** A page drawn as it is judged. */
export function judgedPage(file: PdfFile, page: number): Grey {
  const { w, h } = file.size(page) ?? { w: 210, h: 297 }
  return greyOf(file.render(page, Math.min(150, judgedEdge / (Math.max(w, h) / 25.4))))
}

// ---

/** Beyond these a file is a book: its first pages tell how it was scanned. */
const pageMost = 300
/** Pixels of scans that are decoded for one file, some 20 pages of A4 at 300 dpi; of more pages every second or third. */
const pixelMost = 180_000_000
const leastCost = 6_000_000
const coverage = 0.6

type Looked = {
  readonly page: number
  readonly text: string
  readonly fonts: readonly string[]
  readonly area: number
  /** The picture that fills the page. */
  readonly scan: PlacedPicture | undefined
  readonly pixels: number
}

function lookAt(file: PdfFile, page: number): Looked {
  const size = file.size(page) ?? { w: 0, h: 0 }
  const area = size.w * size.h
  const pictures = file.pictures(page)
  const [largest] = [...pictures].sort((a, b) => b.w * b.h - a.w * a.h)
  const scan = largest && largest.w * largest.h >= area * coverage ? largest : undefined
  const pixels = pictures.reduce((sum, { pixelWidth, pixelHeight }) => sum + pixelWidth * pixelHeight, 0)
  return { page, text: file.text(page).trim(), fonts: file.foreignFonts(page), area, scan, pixels }
}

/** Scans, and pages that say nothing: only these are drawn. */
function judgedPages(file: PdfFile, pages: readonly Looked[]): readonly Judged[] {
  const wanted = pages.filter(({ text, scan }) => text === '' || scan)
  const cost = wanted.reduce((sum, { pixels }) => sum + Math.max(pixels, leastCost), 0)
  const each = Math.ceil(cost / pixelMost)
  return wanted
    .filter((_, at) => at % each === 0)
    .flatMap((looked) => {
      const one = judge(looked.page, judgedPage(file, looked.page), looked.scan && dpiOf(looked.scan))
      // Drawings have no lines of text to stand straight, and colour plates no paper to be light.
      return looked.scan || one.faults.blank ? [one] : []
    })
}

function tooLarge({ page, pixels }: Looked): Problem {
  const args = { millions: Math.round(pixels / 1e6), limit: pixelLimit / 1e6 }
  return { code: 'evidence/too-many-pixels', severity: 'person', args, page }
}

function dpiOf({ pixelWidth, pixelHeight, w, h }: PlacedPicture): number {
  // A picture may be stored on its side.
  const [long, short] = [Math.max(pixelWidth, pixelHeight), Math.min(pixelWidth, pixelHeight)]
  return Math.min(long / (Math.max(w, h) / 25.4), short / (Math.min(w, h) / 25.4))
}
