import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, type PDFPage, PDFRef, PDFStream } from 'pdf-lib'
import { exits, Refusal } from '../model/finding.ts'
import { closeStates } from './balance.ts'
import { settle } from './visible.ts'

/**
 * Copies all pages of a clean PDF to the end of a document, in one call (pages share what they share in the source).
 * Actions, JavaScript, links, embedded files and signature dictionaries stay behind; what annotations and form fields
 * show stays visible.
 * @throws Refusal `bundle/unreadable-pages` when the bytes are no PDF with pages
 */
export async function importPages(doc: PDFDocument, bytes: Uint8Array, file: string): Promise<PDFPage[]> {
  const source = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true }).catch(() => {
    throw new Refusal('bundle/unreadable-pages', exits.unreadable, {}, { file })
  })
  for (const page of source.getPages()) clean(page)
  const copies = await doc.copyPages(source, source.getPageIndices())
  if (copies.length === 0) throw new Refusal('bundle/unreadable-pages', exits.unreadable, {}, { file })
  return copies.map((copy) => {
    const page = doc.addPage(copy)
    settle(page)
    closeStates(page)
    return page
  })
}

// ---

const ofPage = [
  'AA AF B DPart Dur ID LastModified Metadata PieceInfo PresSteps SeparationInfo StructParents Tabs',
  'TemplateInstantiated Thumb Trans VP',
]
  .join(' ')
  .split(' ')
const ofAnnotation = [
  'A AA AF Dest FS IRT Kids Lock Movie P PA Parent Popup RT SV Sound StructParent',
  '3DA 3DD 3DI 3DV RichMediaContent RichMediaSettings DA DV FT Ff MaxLen MK Opt T TM TU V',
]
  .join(' ')
  .split(' ')
/** Kinds whose picture is all that a reading copy keeps: it stays as a stamp. */
const pictured = new Set(['Widget', 'FileAttachment', 'Screen', 'Movie', 'Sound', 'RichMedia', '3D', 'Projection'])
const dropped = new Set(['Popup', 'TrapNet'])

function clean(page: PDFPage): void {
  const { node } = page
  for (const key of ofPage) node.delete(PDFName.of(key))
  const annotations = node.lookup(PDFName.of('Annots'))
  const entries = annotations instanceof PDFArray ? annotations.asArray() : []
  const kept = entries.filter((entry) => {
    const annotation = node.context.lookup(entry)
    return annotation instanceof PDFDict && keep(annotation)
  })
  node.delete(PDFName.of('Annots'))
  if (kept.length) node.set(PDFName.of('Annots'), list(node, kept))
}

function list({ context }: PDFPage['node'], entries: readonly PDFObject[]): PDFArray {
  const array = PDFArray.withContext(context)
  for (const entry of entries) array.push(entry)
  return array
}

/** Strips an annotation in place; false when nothing of it is to be seen. */
function keep(annotation: PDFDict): boolean {
  const subtype = annotation.lookup(PDFName.of('Subtype'))
  const kind = subtype instanceof PDFName ? subtype.decodeText() : ''
  if (dropped.has(kind)) return false
  const shown = pictured.has(kind) ? appearance(annotation) : undefined
  for (const key of ofAnnotation) annotation.delete(PDFName.of(key))
  if (!pictured.has(kind)) return true
  if (!shown || hidden(annotation)) return false
  // A field without its form shows nothing in some readers, and a signature cut out of its file looks like tampering.
  annotation.set(PDFName.of('Subtype'), PDFName.of('Stamp'))
  annotation.set(PDFName.of('AP'), annotation.context.obj({ N: shown }))
  annotation.delete(PDFName.of('AS'))
  return true
}

function hidden(annotation: PDFDict): boolean {
  const flags = Number(annotation.lookup(PDFName.of('F'))?.toString() ?? 0)
  return (flags & (2 | 32)) !== 0
}

/** The normal appearance stream, of the state that is on. */
function appearance(annotation: PDFDict): PDFRef | undefined {
  const looks = annotation.lookup(PDFName.of('AP'))
  if (!(looks instanceof PDFDict)) return undefined
  const entry = looks.get(PDFName.of('N'))
  const normal = looks.lookup(PDFName.of('N'))
  if (normal instanceof PDFStream) return entry instanceof PDFRef ? entry : undefined
  const state = annotation.lookup(PDFName.of('AS'))
  if (!(normal instanceof PDFDict) || !(state instanceof PDFName)) return undefined
  const on = normal.get(state)
  return on instanceof PDFRef && normal.lookup(state) instanceof PDFStream ? on : undefined
}
