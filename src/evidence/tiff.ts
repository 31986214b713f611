/** Pixels to the inch across and down; they differ in faxes (204 × 98, ITU-T T.30), which must not be squashed. */
export type Density = { readonly x: number; readonly y: number }

/** Density of a page (0-based) as its directory says (TIFF 6.0 tags 282, 283, 296); undefined where it says none in inches or cm. */
export function tiffDensity(bytes: Uint8Array, page: number): Density | undefined {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const little = data.byteLength >= 8 && data.getUint16(0) === 0x4949
  // BigTIFF has other widths; its density comes from the decoder.
  if (data.byteLength < 8 || data.getUint16(2, little) !== 42) return undefined
  const directory = directoryAt(data, little, page)
  if (directory === undefined) return undefined
  const [x, y] = [282, 283].map((tag) => rational(data, little, directory, tag))
  const unit = short(data, little, directory, 296) ?? 2
  const perInch = { 2: 1, 3: 2.54 }[unit]
  if (x === undefined || y === undefined || perInch === undefined) return undefined
  return { x: x * perInch, y: y * perInch }
}

// ---

const entrySize = 12

function directoryAt(data: DataView, little: boolean, page: number): number | undefined {
  let at = data.getUint32(4, little)
  for (let index = 0; index < page; index++) {
    if (at === 0 || at + 2 > data.byteLength) return undefined
    const next = at + 2 + data.getUint16(at, little) * entrySize
    if (next + 4 > data.byteLength) return undefined
    at = data.getUint32(next, little)
  }
  return at > 0 && at + 2 <= data.byteLength ? at : undefined
}

function entryOf(data: DataView, little: boolean, directory: number, tag: number): number | undefined {
  const count = data.getUint16(directory, little)
  for (let index = 0; index < count; index++) {
    const at = directory + 2 + index * entrySize
    if (at + entrySize > data.byteLength) return undefined
    if (data.getUint16(at, little) === tag) return at
  }
  return undefined
}

function short(data: DataView, little: boolean, directory: number, tag: number): number | undefined {
  const at = entryOf(data, little, directory, tag)
  return at === undefined ? undefined : data.getUint16(at + 8, little)
}

function rational(data: DataView, little: boolean, directory: number, tag: number): number | undefined {
  const at = entryOf(data, little, directory, tag)
  const value = at === undefined ? undefined : data.getUint32(at + 8, little)
  if (value === undefined || value + 8 > data.byteLength) return undefined
  const [top, bottom] = [data.getUint32(value, little), data.getUint32(value + 4, little)]
  return bottom > 0 && top > 0 ? top / bottom : undefined
}
