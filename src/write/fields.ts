import { type PDFDict, type PDFDocument, PDFHexString, PDFName, PDFRawStream, type PDFRef } from 'pdf-lib'
import { pointsPerMm } from './fonts.ts'

/** A place to sign electronically; millimetres from the top left corner of the page. */
export type SignatureField = {
  readonly slot: string
  /** 1-based. The field of copy 2 of slot P4 is called `P4.2`. */
  readonly copy: number
  /** What a person reads where the field is named. */
  readonly label: string
  /** 1-based. */
  readonly page: number
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/**
 * Writes empty signature fields (ISO 32000-1, 12.7.4.5) that draw nothing: the page shows the place, and a licensed system
 * signs there. A slot is the parent field and each of its copies a child, because a partial name may hold no full stop
 * (12.7.3.2; one in an id becomes `_`); copies of one slot lie over each other, the first one on top. Call once, when all
 * pages are there.
 */
export function writeFields(doc: PDFDocument, fields: readonly SignatureField[]): void {
  if (!fields.length) return
  const { context, catalog } = doc
  const look = emptyLook(doc)
  const annotations = new Map<number, PDFRef[]>()
  const parents = [...new Set(fields.map(({ slot }) => slot))].map((slot) => {
    const parent = context.nextRef()
    const copies = fields.filter((field) => field.slot === slot)
    const kids = copies.map((field) => {
      const kid = context.register(widget(doc, field, parent, look))
      annotations.set(field.page, [kid, ...(annotations.get(field.page) ?? [])])
      return kid
    })
    context.assign(parent, context.obj({ T: PDFHexString.fromText(slot.replaceAll('.', '_')), Kids: kids }))
    return parent
  })
  for (const [page, widgets] of annotations) doc.getPage(page - 1).node.set(PDFName.of('Annots'), context.obj(widgets))
  // bit 1: there are signature fields; not bit 2, for no signature would be lost by saving the file anew (table 219)
  catalog.set(PDFName.of('AcroForm'), context.register(context.obj({ Fields: parents, SigFlags: 1 })))
}

// ---

/** Bit 3 of the annotation flags: printed (PDF/A-2 asks for it, ISO 19005-2, 6.3.2). */
const print = 4

function widget(
  doc: PDFDocument,
  field: SignatureField,
  parent: PDFRef,
  look: (field: SignatureField) => PDFRef,
): PDFDict {
  const page = doc.getPage(field.page - 1)
  const [left, top] = [field.x * pointsPerMm, page.getHeight() - field.y * pointsPerMm]
  const right = left + field.w * pointsPerMm
  const bottom = top - field.h * pointsPerMm
  return doc.context.obj({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    T: PDFHexString.fromText(String(field.copy)),
    TU: PDFHexString.fromText(field.label),
    Parent: parent,
    P: page.ref,
    Rect: [left, bottom, right, top].map(round),
    F: print,
    AP: { N: look(field) },
  }) as PDFDict
}

/** An appearance that paints nothing, one for each size (PDF/A-2 asks every widget for one, ISO 19005-2, 6.3.3). */
function emptyLook({ context }: PDFDocument): (field: SignatureField) => PDFRef {
  const known = new Map<string, PDFRef>()
  return ({ w, h }) => {
    const box = [0, 0, round(w * pointsPerMm), round(h * pointsPerMm)]
    const entries = { Type: 'XObject', Subtype: 'Form', BBox: box, Resources: {}, Length: 0 }
    const ref =
      known.get(box.join()) ?? context.register(PDFRawStream.of(context.obj(entries) as PDFDict, new Uint8Array()))
    known.set(box.join(), ref)
    return ref
  }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
