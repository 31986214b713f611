import type { Page } from '../../src/model/page.ts'
import type { Run } from '../../src/model/run.ts'
import type { Pdfium, Raster } from '../../src/pdfium/pdfium.ts'
import type { Fonts } from '../../src/write/fonts.ts'
import { writePdf } from '../../src/write/pdf.ts'
import { drawPaper } from './paper.ts'
import { copierTiff, ownerLocked, pdfOfPictures, photographed, portrait, scanned, screenshot } from './picture.ts'

export type MadeFile = Run['files'][number]

/** The bytes of one file of `run.yaml`, as its owner would have it. */
export async function makeFile(file: MadeFile, fonts: Fonts, pdfium: Pdfium): Promise<Uint8Array> {
  if (file.made === 'portrait') return portrait()
  const pages = papers(file, fonts)
  if (file.made === 'owner-locked') return ownerLocked(pages, fonts)
  const pdf = await writePdf({ pages, title: '样例材料' }, fonts)
  const born: Readonly<Record<string, () => Promise<Uint8Array>>> = {
    born: async () => pdf,
    scanned: async () => scan(file, await rasters(pdf, pdfium, 90)),
    phone: async () => photographed(first(await rasters(pdf, pdfium, 130)), file.exif ?? 1),
    screenshot: async () => screenshot(first(await rasters(pdf, pdfium, 96))),
  }
  const make = born[file.made]
  if (!make) throw new Error(`run.yaml: ${file.made}`)
  return make()
}

// ---

function papers(file: MadeFile, fonts: Fonts): Page[] {
  return Array.from({ length: file.pages }, (_, index) =>
    drawPaper({ title: file.title, lines: linesOf(file, index + 1), no: index + 1, of: file.pages }, fonts),
  )
}

/** The first page carries the common lines; `on` names what single pages say. */
function linesOf(file: MadeFile, page: number): readonly string[] {
  const own = Object.entries(file.on ?? {}).filter(([pages]) => {
    const [from, to] = pages.split('-').map(Number)
    return page >= (from ?? 0) && page <= (to ?? from ?? 0)
  })
  return [...(page === 1 ? (file.lines ?? []) : []), ...own.flatMap(([, lines]) => lines)]
}

async function rasters(pdf: Uint8Array, pdfium: Pdfium, dpi: number): Promise<Raster[]> {
  const open = await pdfium.open(pdf)
  const pages = Array.from({ length: open.pageCount }, (_, index) => open.render(index + 1, dpi))
  open.close()
  return pages
}

async function scan(file: MadeFile, pages: readonly Raster[]): Promise<Uint8Array> {
  if (file.kind === 'tiff') return copierTiff(pages)
  return pdfOfPictures(await Promise.all(pages.map((page, index) => scanned(page, index))))
}

function first(pages: readonly Raster[]): Raster {
  const [page] = pages
  if (!page) throw new Error('a file of run.yaml has no page')
  return page
}
