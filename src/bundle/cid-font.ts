import { decodePDFRawStream, PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream } from 'pdf-lib'

/**
 * Whether text in a font will read the same for ever (ISO 19005-2, 6.2.11): embedded TrueType reached by CIDs, with its own
 * widths, a glyph and a Unicode value for each code. Other kinds of font may be as good, but that is not looked into.
 * @param strings what is shown in it
 */
export function isLastingFont(font: PDFDict, strings: readonly Buffer[]): boolean {
  const facts = known.get(font) ?? read(font)
  known.set(font, facts)
  if (!facts) return false
  const codes = strings.flatMap((string) =>
    Array.from({ length: string.length >> 1 }, (_, i) => string.readUInt16BE(2 * i)),
  )
  if (strings.some((string) => string.length % 2)) return false
  return [...new Set(codes)].every(
    (code) => facts.unicode.has(code) && Math.abs(facts.width(code) - (facts.advance(code) ?? Number.NaN)) <= 1,
  )
}

// ---

type Facts = {
  readonly unicode: ReadonlySet<number>
  /** As the PDF says, in thousandths of an em. */
  readonly width: (cid: number) => number
  /** As the font program says; undefined for a glyph that it has not, and for .notdef. */
  readonly advance: (cid: number) => number | undefined
}

/** Pages share their fonts. */
const known = new WeakMap<PDFDict, Facts | undefined>()

const key = (name: string) => PDFName.of(name)

function read(font: PDFDict): Facts | undefined {
  const own = font.lookup(key('DescendantFonts'))
  const descendant = own instanceof PDFArray ? own.lookup(0) : undefined
  const unicode = font.lookup(key('ToUnicode'))
  if (!(descendant instanceof PDFDict) || !(unicode instanceof PDFRawStream)) return undefined
  const descriptor = descendant.lookup(key('FontDescriptor'))
  const program = descriptor instanceof PDFDict ? descriptor.lookup(key('FontFile2')) : undefined
  const plain =
    String(font.get(key('Subtype'))) === '/Type0' &&
    String(font.get(key('Encoding'))) === '/Identity-H' &&
    String(descendant.get(key('Subtype'))) === '/CIDFontType2' &&
    String(descendant.get(key('CIDToGIDMap'))) === '/Identity' &&
    descendant.lookup(key('CIDSystemInfo')) instanceof PDFDict &&
    descriptor instanceof PDFDict &&
    descriptor.get(key('CIDSet')) === undefined
  if (!plain || !(program instanceof PDFRawStream)) return undefined
  const advance = advances(decoded(program))
  return advance && { unicode: mapped(decoded(unicode).toString('latin1')), width: widths(descendant), advance }
}

function decoded(stream: PDFRawStream): Buffer {
  return Buffer.from(decodePDFRawStream(stream).decode())
}

/** Codes that a ToUnicode CMap gives a value (9.10.3), without those that PDF/A forbids. */
function mapped(cmap: string): ReadonlySet<number> {
  const found = new Set<number>()
  const good = (value: string) => value.length >= 4 && !/^(0000|FFFE|FEFF)/i.test(value)
  for (const [, block = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', value = ''] of block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g))
      if (good(value)) found.add(Number.parseInt(code, 16))
  for (const [, block = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', to = '', value = ''] of block.matchAll(
      /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g,
    ))
      if (good(value))
        for (let code = Number.parseInt(from, 16); code <= Number.parseInt(to, 16); code++) found.add(code)
  return found
}

/** W and DW (9.7.4.3). */
function widths(font: PDFDict): (cid: number) => number {
  const usual = numberOf(font.lookup(key('DW'))) ?? 1000
  const list = font.lookup(key('W'))
  const table = new Map<number, number>()
  const items = list instanceof PDFArray ? Array.from({ length: list.size() }, (_, i) => list.lookup(i)) : []
  for (let i = 0; i + 1 < items.length; ) {
    const [first, next] = [numberOf(items[i]) ?? 0, items[i + 1]]
    if (next instanceof PDFArray) {
      for (let k = 0; k < next.size(); k++) table.set(first + k, numberOf(next.lookup(k)) ?? Number.NaN)
      i += 2
      continue
    }
    const width = numberOf(items[i + 2]) ?? Number.NaN
    for (let cid = first; cid <= Math.min(numberOf(next) ?? 0, 0xffff); cid++) table.set(cid, width)
    i += 3
  }
  return (cid) => table.get(cid) ?? usual
}

function numberOf(value: unknown): number | undefined {
  return value instanceof PDFNumber ? value.asNumber() : undefined
}

/** Advances of a TrueType program from `head`, `hhea`, `maxp` and `hmtx`; undefined where it is none. */
function advances(font: Buffer): ((glyph: number) => number | undefined) | undefined {
  const at = new Map<string, number>()
  for (let i = 0; font.length >= 12 && i < font.readUInt16BE(4) && 28 + 16 * i <= font.length; i++)
    at.set(font.toString('latin1', 12 + 16 * i, 16 + 16 * i), font.readUInt32BE(20 + 16 * i))
  const [head, hhea, maxp, hmtx] = ['head', 'hhea', 'maxp', 'hmtx'].map((tag) => at.get(tag) ?? font.length)
  const short = (offset: number) => (offset + 2 <= font.length ? font.readUInt16BE(offset) : undefined)
  const [unit, metrics, glyphs] = [short((head ?? 0) + 18), short((hhea ?? 0) + 34), short((maxp ?? 0) + 4)]
  if (!unit || !metrics || !glyphs) return undefined
  return (glyph) => {
    const value = glyph > 0 && glyph < glyphs ? short((hmtx ?? 0) + 4 * Math.min(glyph, metrics - 1)) : undefined
    return value === undefined ? undefined : (value * 1000) / unit
  }
}
