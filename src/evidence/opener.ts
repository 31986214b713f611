import type { Excerpt, Opener } from '../model/opening.ts'
import type { Pdfium } from '../model/pdf.ts'
import type { Grey } from './grey.ts'
import { measure } from './measure.ts'
import { readingPages } from './pages.ts'
import { greyPage, headerOf, isPicture, openPicture } from './picture.ts'
import { sameGrey } from './print.ts'
import { judgedPage } from './scanned.ts'
import { sniff } from './sniff.ts'
import { takeOut } from './take-out.ts'

/** Opens files in this very process, without limits: `commands/opening/` runs it in a child. */
export function openHere(pdfium: Pdfium): Opener {
  return {
    measure: (bytes, kind, labels) => measure(bytes, kind, pdfium, labels),
    pages: (bytes, kind, excerpt) => readingPages(bytes, kind, excerpt, pdfium),
    excerpts: (bytes, ranges) => excerpts(bytes, ranges, pdfium),
    same: (first, second, pages) => same(first, second, pages, pdfium),
    small,
  }
}

// ---

async function excerpts(bytes: Uint8Array, ranges: readonly Excerpt[], pdfium: Pdfium): Promise<Uint8Array[]> {
  const file = await pdfium.open(bytes)
  try {
    const made: Uint8Array[] = []
    for (const { from, to } of ranges) {
      const pages = Array.from({ length: to - from + 1 }, (_, index) => from + index)
      made.push((await takeOut(file, pages, pdfium)).bytes)
    }
    return made
  } finally {
    file.close()
  }
}

async function small(bytes: Uint8Array, width: number, height: number): Promise<Uint8Array | undefined> {
  const kind = sniff(bytes)
  const header = isPicture(kind) ? await headerOf(bytes, kind) : undefined
  if (!header) return undefined
  const upright = (await openPicture(bytes, header, 0))
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .resize({ width, height, fit: 'inside', withoutEnlargement: true })
  return new Uint8Array(await upright.png({ compressionLevel: 9 }).toBuffer())
}

async function same(
  first: Uint8Array,
  second: Uint8Array,
  [a, b]: readonly [number, number],
  pdfium: Pdfium,
): Promise<boolean> {
  const [one, other] = [await greyOfPage(first, a, pdfium), await greyOfPage(second, b, pdfium)]
  return one !== undefined && other !== undefined && (await sameGrey(one, other))
}

async function greyOfPage(bytes: Uint8Array, page: number, pdfium: Pdfium): Promise<Grey | undefined> {
  const kind = sniff(bytes)
  if (isPicture(kind)) {
    const header = await headerOf(bytes, kind, page - 1)
    return header && greyPage(bytes, header, page - 1)
  }
  const file = await pdfium.open(bytes)
  try {
    return judgedPage(file, page)
  } finally {
    file.close()
  }
}
