import type { Raster } from '../model/pdf.ts'

/** A page in shades of grey, row by row from the top. */
export type Grey = { readonly width: number; readonly height: number; readonly data: Uint8Array }

/** Long edge of the picture that quality is judged by: about 100 dpi of an A4 page. */
export const judgedEdge = 1200

/** Luma of BT.601 in integers. */
export function greyOf({ width, height, data }: Raster): Grey {
  const grey = new Uint8Array(width * height)
  for (let at = 0; at < grey.length; at++) {
    const from = at * 4
    grey[at] = ((data[from] ?? 0) * 77 + (data[from + 1] ?? 0) * 150 + (data[from + 2] ?? 0) * 29) >> 8
  }
  return { width, height, data: grey }
}

/** Made smaller by the mean of the pixels that fall together; never larger. */
export function shrunk({ width, height, data }: Grey, edge: number): Grey {
  const scale = edge / Math.max(width, height)
  if (scale >= 1) return { width, height, data }
  const [w, h] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))]
  const columns = Uint32Array.from({ length: width }, (_, x) => Math.min(w - 1, Math.floor((x * w) / width)))
  const result = new Uint8Array(w * h)
  const counts = new Uint32Array(w)
  for (const column of columns) counts[column] = (counts[column] ?? 0) + 1
  const sums = new Uint32Array(w)
  for (let row = 0, from = 0; row < h; row++) {
    const to = Math.max(from + 1, Math.round(((row + 1) * height) / h))
    sums.fill(0)
    for (let y = from; y < to; y++) addRow(sums, columns, data, y * width)
    for (let x = 0; x < w; x++) result[row * w + x] = (sums[x] ?? 0) / ((counts[x] ?? 1) * (to - from)) + 0.5
    from = to
  }
  return { width: w, height: h, data: result }
}

/** Levels below which these shares of the pixels lie. */
export function percentiles({ data }: Grey, shares: readonly number[]): readonly number[] {
  const histogram = new Uint32Array(256)
  for (let at = 0; at < data.length; at += 3) {
    const level = data[at] ?? 0
    histogram[level] = (histogram[level] ?? 0) + 1
  }
  return shares.map((share) => {
    let sum = 0
    for (let level = 0; level < 256; level++) {
      sum += histogram[level] ?? 0
      if (sum * 3 >= share * data.length) return level
    }
    return 255
  })
}

// ---

function addRow(sums: Uint32Array, columns: Uint32Array, data: Uint8Array, start: number): void {
  for (let x = 0; x < columns.length; x++) {
    const column = columns[x] ?? 0
    sums[column] = (sums[column] ?? 0) + (data[start + x] ?? 0)
  }
}
