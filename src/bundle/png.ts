/** A PNG whose compressed rows a PDF can carry as they are. */
export type PngRows = {
  readonly width: number
  readonly height: number
  readonly bits: number
  /** Colour channels of a row: 1 grey or palette, 3 RGB. */
  readonly colors: 1 | 3
  readonly palette?: Uint8Array | undefined
  /** The IDAT chunks joined: a zlib stream of filtered rows. */
  readonly data: Uint8Array
}

/**
 * Takes a PNG apart without decoding it.
 * @returns undefined for what has no equal in PDF (interlaced, with an alpha channel or transparent colours) and for a PNG that is not whole
 */
export function pngRows(bytes: Uint8Array): PngRows | undefined {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks = readChunks(data)
  const head = chunks.find(({ name }) => name === 'IHDR')?.body
  if (!head || head.length < 13 || !chunks.some(({ name }) => name === 'IEND')) return undefined
  const [bits, kind, interlaced] = [head.readUInt8(8), head.readUInt8(9), head.readUInt8(12)]
  if (interlaced !== 0 || ![0, 2, 3].includes(kind) || chunks.some(({ name }) => name === 'tRNS')) return undefined
  const palette = chunks.find(({ name }) => name === 'PLTE')?.body
  if (kind === 3 && !palette) return undefined
  return {
    width: head.readUInt32BE(0),
    height: head.readUInt32BE(4),
    bits,
    colors: kind === 2 ? 3 : 1,
    palette: kind === 3 ? palette : undefined,
    data: Buffer.concat(chunks.filter(({ name }) => name === 'IDAT').map(({ body }) => body)),
  }
}

// ---

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

function readChunks(data: Buffer): { readonly name: string; readonly body: Buffer }[] {
  if (!data.subarray(0, 8).equals(signature)) return []
  const chunks = []
  for (let at = 8; at + 12 <= data.length; ) {
    const length = data.readUInt32BE(at)
    if (at + 12 + length > data.length) return []
    chunks.push({ name: data.toString('latin1', at + 4, at + 8), body: data.subarray(at + 8, at + 8 + length) })
    at += 12 + length
  }
  return chunks
}
