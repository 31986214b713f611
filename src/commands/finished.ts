import JSZip from 'jszip'
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  type PDFObject,
  PDFRawStream,
  PDFStream,
  PDFString,
} from 'pdf-lib'
import type { Pdfium } from '../model/pdf.ts'
import { pieceEnd } from '../model/private.ts'

/**
 * What a finished PDF says: each page's text with its lines as pieces, then every text of its own objects (title, bookmarks,
 * names of fields) and its metadata.
 */
export async function textOfPdf(bytes: Uint8Array, pdfium: Pdfium): Promise<string[]> {
  const file = await pdfium.open(bytes)
  const pages = Array.from({ length: file.pageCount }, (_, i) => file.text(i + 1).replace(/\r?\n|\r/g, pieceEnd))
  file.close()
  const doc = await PDFDocument.load(bytes, { updateMetadata: false })
  const { context } = doc
  const objects = [context.trailerInfo.Info, ...context.enumerateIndirectObjects().map(([, object]) => object)]
  return [...pages, ...objects.flatMap((object) => (object ? stringsIn(object) : []))]
}

/** What a DOCX says: each part's paragraphs as pieces, then what its elements are called and described by. */
export async function textOfDocx(bytes: Uint8Array): Promise<string[]> {
  const zip = await JSZip.loadAsync(bytes)
  const parts = Object.values(zip.files).filter(({ name }) => /\.(xml|rels)$/.test(name))
  const texts = await Promise.all(parts.map((part) => part.async('string')))
  return texts.flatMap((xml) => [
    plainText(xml.replace(/<w:(br|tab)\/>/g, '\n').replace(/<\/w:p>/g, pieceEnd)),
    ...[...xml.matchAll(/\s(?:descr|title|name|val)="([^"]*)"/g)].map((match) => match[1] ?? ''),
  ])
}

// ---

function plainText(xml: string): string {
  return xml
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;|&apos;/g, "'")
    .replace(/&amp;/g, '&')
}

/** Texts of one object and of what stands directly in it; references are followed by whoever lists the objects. */
function stringsIn(object: PDFObject): string[] {
  if (object instanceof PDFString || object instanceof PDFHexString) return [object.decodeText()]
  if (object instanceof PDFArray) return object.asArray().flatMap(stringsIn)
  if (object instanceof PDFDict) return object.values().flatMap(stringsIn)
  if (!(object instanceof PDFStream)) return []
  const isMetadata = object instanceof PDFRawStream && object.dict.toString().includes('/Subtype /XML')
  return [...stringsIn(object.dict), ...(isMetadata ? [plainText(Buffer.from(object.contents).toString('utf8'))] : [])]
}
