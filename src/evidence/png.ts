/** Looks at the chunks of a PNG (PNG 5.3); the survey has decoded the pixels. */

/** Up to 8 bits a sample, grey, RGB or palette, not interlaced, no transparency: can go into a PDF as it is (11.2.2). */
export function pngStays(bytes: Uint8Array): boolean {
  const data = viewOf(bytes)
  if (data.byteLength < 33) return false
  const [depth, colour, interlaced] = [data.getUint8(24), data.getUint8(25), data.getUint8(28)]
  const found = chunks(data)
  const plain = depth <= 8 && [0, 2, 3].includes(colour) && interlaced === 0
  return plain && !found.includes(names.tRNS) && found.includes(names.IEND)
}

/** Ends with IEND. libpng is content when the last chunk is missing. */
export function pngIsWhole(bytes: Uint8Array): boolean {
  return chunks(viewOf(bytes)).includes(names.IEND)
}

// ---

const names = { tRNS: 0x74524e53, IEND: 0x49454e44 } as const

/** Names of the chunks that are there in full, as numbers, up to IEND. */
function chunks(data: DataView): readonly number[] {
  const found: number[] = []
  for (let at = 8; at + 12 <= data.byteLength; ) {
    const end = at + 12 + data.getUint32(at)
    if (end > data.byteLength) break
    found.push(data.getUint32(at + 4))
    if (found.at(-1) === names.IEND) break
    at = end
  }
  return found
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
