import { createHash } from 'node:crypto'
import { type PDFContext, PDFRawStream, type PDFRef, PDFString } from 'pdf-lib'
import { type Deflate, deflate } from './deflate.ts'
import { cutFont, type Subset, wholeFont } from './subset.ts'
import type { TrueTypeFont } from './truetype.ts'

/**
 * Writes the font of a finished subset under `ref`: Type0 over CIDFontType2, Identity-H, own ToUnicode (ISO 32000-1, 9.7).
 * A font that may not be cut goes in whole, with a map from our numbers to its glyphs. Call once, after all text is drawn.
 */
export function embedSubset(context: PDFContext, ref: PDFRef, subset: Subset, compress: Deflate = deflate): void {
  const { font } = subset
  const codePoints = subset.codePoints()
  const { subset: mayCut } = font.rights
  const name = mayCut ? `${tag(font, codePoints)}+${font.name}` : font.name
  const program = mayCut ? cutFont(font, codePoints) : wholeFont(font)
  const file = register(context, compress(program), { Length1: program.byteLength })
  const unicode = register(context, compress(new TextEncoder().encode(toUnicode(codePoints))))
  const descendant = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
      FontDescriptor: context.register(context.obj(descriptor(font, name, file))),
      DW: 1000,
      W: widths(font, codePoints),
      CIDToGIDMap: mayCut ? 'Identity' : register(context, compress(glyphNumbers(font, codePoints))),
    }),
  )
  context.assign(
    ref,
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: unicode,
    }),
  )
}

/** Registers a stream that is already compressed. */
export function register(
  context: PDFContext,
  deflated: Uint8Array,
  entries: Record<string, number | string> = {},
): PDFRef {
  const dictionary = context.obj({ ...entries, Length: deflated.byteLength, Filter: 'FlateDecode' })
  return context.register(PDFRawStream.of(dictionary, deflated))
}

// ---

/** Flags of ISO 32000-1, table 123. */
const flags = { fixedPitch: 1, serif: 2, symbolic: 4, italic: 64 } as const

function descriptor(font: TrueTypeFont, name: string, file: PDFRef) {
  const scale = (value: number) => Math.round((value * 1000) / font.unitsPerEm)
  return {
    Type: 'FontDescriptor',
    FontName: name,
    // symbolic: the glyphs are reached through CIDs, not through a standard Latin character set
    Flags:
      flags.symbolic |
      (font.serif ? flags.serif : 0) |
      (font.fixedPitch ? flags.fixedPitch : 0) |
      (font.italicAngle ? flags.italic : 0),
    FontBBox: font.box.map(scale),
    ItalicAngle: font.italicAngle,
    Ascent: scale(font.ascent),
    Descent: scale(font.descent),
    CapHeight: scale(font.capHeight),
    // no table holds the stem: the usual estimate from the weight, read by viewers only when they substitute the font
    StemV: Math.round(10 + 220 * ((font.weight - 50) / 900)),
    FontFile2: file,
  }
}

/** `CIDToGIDMap`: two bytes a CID. */
function glyphNumbers(font: TrueTypeFont, codePoints: readonly number[]): Uint8Array {
  const map = new Uint8Array(2 * codePoints.length + 2)
  const data = new DataView(map.buffer)
  for (const [i, codePoint] of codePoints.entries()) data.setUint16(2 * i + 2, font.glyph(codePoint))
  return map
}

/** Six capitals from what is in the subset (ISO 32000-1, 9.6.4). */
function tag(font: TrueTypeFont, codePoints: readonly number[]): string {
  const digest = createHash('sha256').update(`${font.name}:${codePoints.join()}`).digest()
  return String.fromCharCode(...digest.subarray(0, 6).map((byte) => 65 + (byte % 26)))
}

/** `W`: runs of numbers whose width is not the 1000 of `DW`. */
function widths(font: TrueTypeFont, codePoints: readonly number[]): (number | number[])[] {
  const out: (number | number[])[] = []
  let run: number[] | undefined
  for (const [i, glyph] of [0, ...codePoints.map((codePoint) => font.glyph(codePoint))].entries()) {
    const width = Math.round((font.advance(glyph) * 1000) / font.unitsPerEm)
    if (width === 1000) {
      run = undefined
      continue
    }
    if (!run) {
      run = []
      out.push(i, run)
    }
    run.push(width)
  }
  return out
}

const hex = (value: number) => value.toString(16).padStart(4, '0')

/** CMap from CID to UTF-16 (ISO 32000-1, 9.10.3); at most 100 entries a block. */
function toUnicode(codePoints: readonly number[]): string {
  const lines = codePoints.map((codePoint, i) => {
    const text = String.fromCodePoint(codePoint)
    const units = Array.from({ length: text.length }, (_, k) => hex(text.charCodeAt(k))).join('')
    return `<${hex(i + 1)}> <${units}>`
  })
  const blocks: string[] = []
  for (let from = 0; from < lines.length; from += 100) {
    const block = lines.slice(from, from + 100)
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`)
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`
}
