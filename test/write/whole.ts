import { inflateSync } from 'node:zlib'
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream } from 'pdf-lib'
import { expect } from 'vitest'
import { readTrueType } from '../../src/write/truetype.ts'

type Rasters = readonly { readonly data: Uint8Array }[]

/** Bytes that differ between two renderings of the same pages. */
export function different(a: Rasters, b: Rasters): number {
  expect(a.length).toBe(b.length)
  return a.reduce((sum, raster, p) => {
    const other = b[p]?.data ?? new Uint8Array()
    return sum + raster.data.reduce((count, value, i) => count + (value === other[i] ? 0 : 1), 0)
  }, 0)
}

/** The same document with the whole font file in place of the cut one, and a map from our numbers to its glyphs. */
export async function withWholeFont(pdf: Uint8Array, bytes: Uint8Array): Promise<Uint8Array> {
  const doc = await PDFDocument.load(pdf, { updateMetadata: false })
  const { context } = doc
  const font = readTrueType(bytes, 'whole')
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('Subtype')) !== PDFName.of('Type0')) continue
    const kid = object.lookup(PDFName.of('DescendantFonts'), PDFArray).lookup(0, PDFDict)
    const unicode = Buffer.from(decoded(object.lookup(PDFName.of('ToUnicode')))).toString('latin1')
    const glyphs = [...unicode.matchAll(/^<([0-9a-f]{4})> <([0-9a-f]+)>$/gm)].filter(([, , text]) => text !== 'ffff')
    const map = new Uint8Array(2 * glyphs.length + 2)
    glyphs.forEach(([, , units = ''], i) => {
      const text = Buffer.from(units, 'hex').swap16().toString('utf16le')
      new DataView(map.buffer).setUint16(2 * i + 2, font.glyph(text.codePointAt(0) ?? 0))
    })
    kid.set(PDFName.of('CIDToGIDMap'), context.register(context.flateStream(map)))
    const descriptor = kid.lookup(PDFName.of('FontDescriptor'), PDFDict)
    descriptor.set(PDFName.of('FontFile2'), context.register(context.stream(bytes, { Length1: bytes.length })))
  }
  return doc.save({ useObjectStreams: false })
}

export function decoded(stream: unknown): Uint8Array {
  if (!(stream instanceof PDFRawStream)) throw new Error('no stream')
  return inflateSync(stream.getContents())
}
