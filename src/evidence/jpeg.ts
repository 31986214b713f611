/**
 * Baseline, extended or progressive Huffman JPEG of 8 bits with one or three components, these in YCbCr or marked as RGB
 * by Adobe: such bytes can go into a PDF as they are. CMYK, arithmetic, lossless and 12-bit ones are shown differently from
 * reader to reader. Headers only; the survey has decoded the pixels.
 */
export function jpegStays(bytes: Uint8Array): boolean {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 2; at + 9 < data.byteLength; ) {
    if (data.getUint8(at) !== 0xff) return false
    const marker = data.getUint8(at + 1)
    if (marker === 0xff) at += 1
    else if (isFrame(marker)) return plainFrame(data, at, marker)
    else at += 2 + data.getUint16(at + 2)
  }
  return false
}

// ---

/** SOF0–SOF15 without DHT, JPG and DAC (ITU-T T.81 table B.1). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

function plainFrame(data: DataView, at: number, marker: number): boolean {
  const components = data.getUint8(at + 9)
  if (marker > 0xc2 || data.getUint8(at + 4) !== 8) return false
  if (components === 1) return true
  if (components !== 3 || at + 10 + 9 > data.byteLength) return false
  const ids = [0, 1, 2].map((index) => data.getUint8(at + 10 + index * 3))
  // Without an Adobe marker libjpeg takes components named R, G, B for RGB, most PDF readers for YCbCr.
  return String.fromCharCode(...ids) !== 'RGB'
}
