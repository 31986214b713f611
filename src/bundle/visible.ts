import { PDFArray, PDFName, PDFNumber, type PDFPage } from 'pdf-lib'

const pointsPerMm = 72 / 25.4

/** Size in mm of what is seen of a page, after /Rotate and /UserUnit. */
export function visibleSize(page: PDFPage): { readonly w: number; readonly h: number } {
  const { x0, y0, x1, y1 } = visibleBox(page)
  const unit = (number(attribute(page, 'UserUnit')) ?? 1) / pointsPerMm
  const [w, h] = [(x1 - x0) * unit, (y1 - y0) * unit]
  return turn(page) % 180 === 0 ? { w, h } : { w: h, h: w }
}

/**
 * Writes into the page what is seen of it (crop within media, corners in order) and how it is turned, so that nobody
 * after this has to think of reversed, empty or missing boxes and odd angles.
 */
export function settle(page: PDFPage): void {
  const { x0, y0, x1, y1 } = visibleBox(page)
  const media = box(attribute(page, 'MediaBox')) ?? usual
  page.node.set(PDFName.of('Rotate'), page.doc.context.obj(turn(page)))
  page.node.set(PDFName.of('MediaBox'), page.doc.context.obj([media.x0, media.y0, media.x1, media.y1]))
  page.node.set(PDFName.of('CropBox'), page.doc.context.obj([x0, y0, x1, y1]))
}

// ---

const usual = { x0: 0, y0: 0, x1: 595.28, y1: 841.89 }

function visibleBox(page: PDFPage) {
  const media = box(attribute(page, 'MediaBox')) ?? usual
  const crop = box(attribute(page, 'CropBox')) ?? media
  const both = {
    x0: Math.max(media.x0, crop.x0),
    y0: Math.max(media.y0, crop.y0),
    x1: Math.min(media.x1, crop.x1),
    y1: Math.min(media.y1, crop.y1),
  }
  return both.x1 > both.x0 && both.y1 > both.y0 ? both : media
}

/** 0, 90, 180 or 270; anything else is no turn. */
function turn(page: PDFPage): number {
  const angle = (((number(attribute(page, 'Rotate')) ?? 0) % 360) + 360) % 360
  return angle % 90 === 0 ? angle : 0
}

/** An attribute of a page or of what it stands in, whatever it may be. */
function attribute(page: PDFPage, key: string): unknown {
  return page.doc.context.lookup(page.node.getInheritableAttribute(PDFName.of(key)))
}

function box(value: unknown) {
  const [a, b, c, d] = [0, 1, 2, 3].map((i) => (value instanceof PDFArray ? number(value.lookup(i)) : undefined))
  if (a === undefined || b === undefined || c === undefined || d === undefined || a === c || b === d) return undefined
  return { x0: Math.min(a, c), y0: Math.min(b, d), x1: Math.max(a, c), y1: Math.max(b, d) }
}

function number(value: unknown): number | undefined {
  return value instanceof PDFNumber ? value.asNumber() : undefined
}
