import { exits, Refusal } from '../model/finding.ts'
import type { Raster } from '../model/pdf.ts'
import { type Engine, lend } from './engine.ts'
import { closePage, type Document, loadPage } from './handle.ts'

/** Draws a page with its annotations and form fields. @throws {Refusal} `evidence/too-many-pixels` beyond 100 megapixels */
export function renderPage(engine: Engine, document: Document, index: number, dpi: number): Raster {
  const page = loadPage(engine, document, index)
  try {
    const width = pixels(engine.call.FPDF_GetPageWidthF(page), dpi)
    const height = pixels(engine.call.FPDF_GetPageHeightF(page), dpi)
    if (width * height > pixelLimit)
      throw new Refusal(
        'evidence/too-many-pixels',
        exits.unreadable,
        { millions: Math.round((width * height) / 1e6), limit: pixelLimit / 1e6 },
        { page: index + 1 },
      )
    return draw(engine, document, page, width, height)
  } finally {
    if (!engine.state.dead) closePage(engine, document, page)
  }
}

// ---

const pixelLimit = 100_000_000
/** FPDFBitmap_BGRx; drawn with FPDF_REVERSE_BYTE_ORDER it holds RGBx. */
const format = 3
const flags = { annotations: 0x01, reverseBytes: 0x10 } as const
const white = 0xffffffff

function pixels(points: number, dpi: number): number {
  return Math.max(1, Math.round((points * dpi) / 72))
}

function draw(engine: Engine, document: Document, page: number, width: number, height: number): Raster {
  const { call, memory } = engine
  const size = width * height * 4
  return lend(engine, size, (pixelsAt) => {
    const bitmap = call.FPDFBitmap_CreateEx(width, height, format, pixelsAt, width * 4)
    if (!bitmap) throw new WebAssembly.RuntimeError('no bitmap')
    call.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white)
    call.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, flags.annotations | flags.reverseBytes)
    if (document.form)
      call.FPDF_FFLDraw(document.form, bitmap, page, 0, 0, width, height, 0, flags.annotations | flags.reverseBytes)
    call.FPDFBitmap_Destroy(bitmap)
    const data = memory.read(pixelsAt, size)
    for (let at = 3; at < size; at += 4) data[at] = 255
    return { width, height, data }
  })
}
