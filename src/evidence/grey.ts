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
  const sums = new Uint32Array(w * h)
  const counts = new Uint32Array(w * h)
  for (let y = 0; y < height; y++) {
    const row = Math.min(h - 1, Math.floor((y * h) / height)) * w
    for (let x = 0; x < width; x++) {
      const to = row + Math.min(w - 1, Math.floor((x * w) / width))
      sums[to] = (sums[to] ?? 0) + (data[y * width + x] ?? 0)
      counts[to] = (counts[to] ?? 0) + 1
    }
  }
  return { width: w, height: h, data: Uint8Array.from(sums, (sum, at) => Math.round(sum / (counts[at] || 1))) }
}

/** Levels below which these shares of the pixels lie. */
export function percentiles({ data }: Grey, shares: readonly number[]): readonly number[] {
  const histogram = new Uint32Array(256)
  for (const value of data) histogram[value] = (histogram[value] ?? 0) + 1
  return shares.map((share) => {
    let sum = 0
    for (let level = 0; level < 256; level++) {
      sum += histogram[level] ?? 0
      if (sum >= share * data.length) return level
    }
    return 255
  })
}
