import { inflateSync } from 'node:zlib'
import { decodePDFRawStream, PDFArray, PDFName, type PDFPage, PDFRawStream } from 'pdf-lib'

/** Content beyond this is not read for its balance; the page is taken as balanced. */
const limit = 32 * 1024 * 1024

/**
 * Closes the graphics states (`q`) that the content of a page opens and never closes: whatever is drawn after them would
 * be turned, scaled or clipped with them. Content that cannot be decoded is taken as balanced.
 */
export function closeStates(page: PDFPage): void {
  const { context } = page.doc
  const open = leftOpen(page)
  if (open > 0) page.node.addContentStream(context.register(context.stream('Q '.repeat(open).trim())))
}

/** Opened minus closed states at the end of a content stream; a `Q` too many closes nothing. */
export function depth(content: Uint8Array): number {
  let open = 0
  for (const word of operators(
    Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1'),
  )) {
    if (word === 'q') open += 1
    else if (word === 'Q') open = Math.max(0, open - 1)
  }
  return open
}

// ---

function leftOpen(page: PDFPage): number {
  const contents = page.node.Contents()
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((one) => page.node.context.lookup(one)) : [contents]
  const pieces = streams.map((stream) => (stream instanceof PDFRawStream ? decoded(stream) : undefined))
  if (pieces.some((piece) => piece === undefined)) return 0
  return depth(Buffer.concat(pieces.flatMap((piece) => (piece ? [piece, newline] : []))))
}

const newline = Buffer.from('\n')

function decoded(stream: PDFRawStream): Uint8Array | undefined {
  const filter = stream.dict.lookup(PDFName.of('Filter'))
  const bytes = stream.getContents()
  if (!filter) return bytes
  if (bytes.length > limit) return undefined
  // Only where a number stands depends on this: content that does not decode is not worth refusing a page.
  try {
    const flate = filter === PDFName.of('FlateDecode') && !stream.dict.has(PDFName.of('DecodeParms'))
    return flate ? inflateSync(bytes, { maxOutputLength: limit }) : decodePDFRawStream(stream).decode()
  } catch {
    return undefined
  }
}

/** Words of a content stream outside strings, comments and inline pictures. */
function* operators(content: string): Generator<string> {
  const token = /%[^\r\n]*|\(|<<|>>|<[^>]*>|[[\]{}]|\/[^\s()<>[\]{}/%]*|[^\s()<>[\]{}/%]+|[)>]/g
  for (let match = token.exec(content); match; match = token.exec(content)) {
    const word = match[0]
    if (word === '(') token.lastIndex = afterString(content, token.lastIndex)
    else if (word === 'ID') token.lastIndex = afterPicture(content, token.lastIndex)
    else yield word
  }
}

function afterString(content: string, from: number): number {
  let nested = 1
  let at = from
  while (at < content.length && nested > 0) {
    const character = content[at]
    if (character === '\\') at += 1
    else if (character === '(') nested += 1
    else if (character === ')') nested -= 1
    at += 1
  }
  return at
}

/** Data of an inline picture end at an `EI` between white space. */
function afterPicture(content: string, from: number): number {
  const end = /\sEI(?=[\s\]]|$)/g
  end.lastIndex = from
  return end.exec(content) ? end.lastIndex : content.length
}
