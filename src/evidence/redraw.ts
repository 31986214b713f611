import sharp from 'sharp'
import type { ReadingPage } from '../model/evidence.ts'
import type { PdfFile } from '../model/pdf.ts'

/** True unless text of the page would stay blank: Chinese in a font that is not in the file. */
export function isDrawable(file: PdfFile, page: number): boolean {
  return file.foreignFonts(page).length === 0 || !/[\u2e80-\uffff]/.test(file.text(page))
}

/** A page of a PDF as the picture that a reader sees, hidden layers hidden: for pages that cannot be taken out as they look. */
export async function redraw(file: PdfFile, page: number): Promise<ReadingPage> {
  const size = file.size(page) ?? { w: 210, h: 297 }
  const { width, height, data } = file.render(page, dpiFor(size))
  const picture = sharp(data, { raw: { width, height, channels: 4 } }).removeAlpha()
  return {
    kind: 'picture',
    format: 'png',
    bytes: new Uint8Array(await picture.png({ compressionLevel: 9 }).toBuffer()),
    pixelWidth: width,
    pixelHeight: height,
    mmWidth: size.w,
    mmHeight: size.h,
    fitted: false,
    orientation: 1,
    turn: 0,
    mirrored: false,
    sourcePages: [page],
  }
}

// ---

/** Drawings are the usual files with layers: 200 dpi keeps their thin lines; beyond A1 as many as 25 megapixels give. */
function dpiFor({ w, h }: { readonly w: number; readonly h: number }): number {
  return Math.min(200, Math.sqrt(25e6 / ((w / 25.4) * (h / 25.4))))
}
