import { type Engine, lend } from './engine.ts'
import { closePage, type Document, loadPage } from './handle.ts'

/** Names of fonts used on a page that are neither embedded nor one of the 14 standard ones; sorted. */
export function foreignFonts(engine: Engine, document: Document, index: number): readonly string[] {
  const { call } = engine
  const page = loadPage(engine, document, index)
  const names = new Set<string>()
  const look = (object: number, depth: number) => {
    const kind = call.FPDFPageObj_GetType(object)
    if (kind === kinds.text) {
      const font = call.FPDFTextObj_GetFont(object)
      if (font && call.FPDFFont_GetIsEmbedded(font) === 0) names.add(nameOf(engine, font))
    } else if (kind === kinds.form && depth < depthLimit) {
      const count = call.FPDFFormObj_CountObjects(object)
      for (let at = 0; at < count; at++) look(call.FPDFFormObj_GetObject(object, at), depth + 1)
    }
  }
  const count = call.FPDFPage_CountObjects(page)
  for (let at = 0; at < count; at++) look(call.FPDFPage_GetObject(page, at), 0)
  closePage(engine, document, page)
  return [...names].filter((name) => !standard.test(name)).sort()
}

// ---

/** FPDF_PAGEOBJ_TEXT and FPDF_PAGEOBJ_FORM of fpdf_edit.h. */
const kinds = { text: 1, form: 5 } as const
const depthLimit = 8
const standard = /^(Helvetica|Times|Courier|Arial|TimesNewRoman|CourierNew|Symbol|ZapfDingbats)/

function nameOf(engine: Engine, font: number): string {
  const size = engine.call.FPDFFont_GetBaseFontName(font, 0, 0)
  if (size <= 1) return ''
  return lend(engine, size, (pointer) => {
    engine.call.FPDFFont_GetBaseFontName(font, pointer, size)
    return Buffer.from(engine.memory.read(pointer, size - 1)).toString('utf8')
  })
}
