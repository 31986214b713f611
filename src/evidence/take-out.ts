import { exits, Refusal } from '../model/finding.ts'
import type { PdfFile, Pdfium } from '../model/pdf.ts'

export type TakenOut = {
  readonly bytes: Uint8Array
  /** Pages whose copy looks different: hidden layers come to light when a page leaves its file. */
  readonly changed: readonly number[]
}

/**
 * Takes pages out of an open PDF and holds the copy against the source: as many pages, each of its size and, where the
 * source has layers, of the same look.
 * @param pages numbers from 1
 * @throws {Refusal} `evidence/broken-pdf` with the page that did not come through
 */
export async function takeOut(file: PdfFile, pages: readonly number[], pdfium: Pdfium): Promise<TakenOut> {
  const bytes = file.extract(pages)
  const opening = await pdfium.tryOpen(bytes)
  if (!opening.ok) throw broken(undefined)
  const copy = opening.file
  try {
    if (copy.pageCount !== pages.length) throw broken(undefined)
    const lost = pages.find((page, at) => !sameSize(file.size(page), copy.size(at + 1)))
    if (lost !== undefined) throw broken(lost)
    return { bytes, changed: file.facts.layers ? pages.filter((page, at) => !sameLook(file, page, copy, at + 1)) : [] }
  } finally {
    copy.close()
  }
}

/**
 * Pages in runs whose copies take 8 to 24 MB each: a whole copy of a PDF of 300 MB, twice while it is checked, would not fit
 * into the memory of the process.
 * @param size of the file, in bytes
 */
export function runsOf(pages: readonly number[], size: number, pageCount: number): readonly (readonly number[])[] {
  const length = Math.max(1, Math.floor((pageCount * (size > largeFile ? leastRun : usualRun)) / Math.max(1, size)))
  return Array.from({ length: Math.ceil(pages.length / length) }, (_, at) =>
    pages.slice(at * length, (at + 1) * length),
  )
}

// ---

const usualRun = 24 * 1024 * 1024
const largeFile = 96 * 1024 * 1024
const leastRun = 8 * 1024 * 1024

/** Enough to see a hidden stamp, coarse enough not to see how edges are smoothed (tried on files with form fields). */
const look = { dpi: 50, difference: 150, pixels: 30 } as const

function sameLook(file: PdfFile, page: number, copy: PdfFile, copyPage: number): boolean {
  const [a, b] = [file.render(page, look.dpi).data, copy.render(copyPage, look.dpi).data]
  if (a.length !== b.length) return false
  let differing = 0
  for (let at = 0; at < a.length; at += 4) {
    const distance = [0, 1, 2].reduce((sum, band) => sum + Math.abs((a[at + band] ?? 0) - (b[at + band] ?? 0)), 0)
    if (distance > look.difference) differing++
  }
  return differing <= look.pixels
}

type Size = { readonly w: number; readonly h: number } | undefined

function sameSize(a: Size, b: Size): boolean {
  return a !== undefined && b !== undefined && Math.abs(a.w - b.w) < 0.1 && Math.abs(a.h - b.h) < 0.1
}

function broken(page: number | undefined): Refusal {
  return new Refusal('evidence/broken-pdf', exits.unreadable, {}, page === undefined ? {} : { page })
}
