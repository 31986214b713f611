import { type Grey, shrunk } from './grey.ts'

/**
 * Degrees by which lines of text and rulings stand off the horizontal, clockwise positive; undefined where nothing on the
 * page has a direction. Projection profiles: seen along the lines, edges fall into few rows.
 */
export function skewOf(grey: Grey): number | undefined {
  const points = edgePoints(shrunk(grey, edge))
  if (points.length < fewest) return undefined
  const tried = Array.from({ length: (2 * widest) / step + 1 }, (_, at) => -widest + at * step)
  const scores = tried.map((angle) => sharpness(points, angle))
  const best = scores.indexOf(Math.max(...scores))
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
  // Without lines every direction is as good; at the end of the range the true angle lies outside.
  if ((scores[best] ?? 0) < mean * clear || best === 0 || best === scores.length - 1) return undefined
  return tried[best]
}

// ---

const edge = 600
const widest = 12
const step = 0.5
const fewest = 300
const most = 20_000
const clear = 1.25
const contrast = 45

type Point = readonly [x: number, y: number]

function edgePoints({ width, height, data }: Grey): readonly Point[] {
  const points: Point[] = []
  for (let y = 1; y + 1 < height; y++)
    for (let x = 0; x < width; x++) {
      const difference = (data[(y + 1) * width + x] ?? 0) - (data[(y - 1) * width + x] ?? 0)
      if (difference > contrast) points.push([x, y])
    }
  const each = Math.ceil(points.length / most)
  return points.filter((_, at) => at % each === 0)
}

function sharpness(points: readonly Point[], degrees: number): number {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)]
  const rows = new Uint32Array(edge * 3)
  for (const [x, y] of points) {
    const row = Math.round(y * cos - x * sin) + edge
    rows[row] = (rows[row] ?? 0) + 1
  }
  let sum = 0
  for (const count of rows) sum += count * count
  return sum / points.length
}
