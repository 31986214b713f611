import type { PlacedPicture } from '../model/pdf.ts'
import { type Engine, lend } from './engine.ts'
import { closePage, type Document, loadPage } from './handle.ts'

/** Pictures that a page shows: their pixels, and the room they take. */
export function picturesOn(engine: Engine, document: Document, index: number): readonly PlacedPicture[] {
  const { call } = engine
  const page = loadPage(engine, document, index)
  const found: PlacedPicture[] = []
  const look = (object: number, depth: number) => {
    if (found.length >= most) return
    const kind = call.FPDFPageObj_GetType(object)
    const picture = kind === kinds.image ? measured(engine, object) : undefined
    if (picture) found.push(picture)
    if (kind !== kinds.form || depth >= depthLimit) return
    const count = call.FPDFFormObj_CountObjects(object)
    for (let at = 0; at < count; at++) look(call.FPDFFormObj_GetObject(object, at), depth + 1)
  }
  const count = call.FPDFPage_CountObjects(page)
  for (let at = 0; at < count; at++) look(call.FPDFPage_GetObject(page, at), 0)
  closePage(engine, document, page)
  return found
}

// ---

/** FPDF_PAGEOBJ_IMAGE and FPDF_PAGEOBJ_FORM of fpdf_edit.h. */
const kinds = { image: 3, form: 5 } as const
const depthLimit = 4
const most = 200
const mmPerPoint = 25.4 / 72

function measured(engine: Engine, object: number): PlacedPicture | undefined {
  const { call, memory } = engine
  return lend(engine, 24, (pointer) => {
    if (!call.FPDFImageObj_GetImagePixelSize(object, pointer, pointer + 4)) return undefined
    if (!call.FPDFPageObj_GetBounds(object, pointer + 8, pointer + 12, pointer + 16, pointer + 20)) return undefined
    const view = memory.view()
    const [left, bottom, right, top] = [8, 12, 16, 20].map((at) => view.getFloat32(pointer + at, true))
    const [w, h] = [((right ?? 0) - (left ?? 0)) * mmPerPoint, ((top ?? 0) - (bottom ?? 0)) * mmPerPoint]
    return { pixelWidth: view.getUint32(pointer, true), pixelHeight: view.getUint32(pointer + 4, true), w, h }
  })
}
