import { type Grey, percentiles, shrunk } from './grey.ts'
import { skewOf } from './skew.ts'

/** What is wrong with the picture of a page, as far as pixels tell. */
export type Faults = {
  readonly blank: boolean
  readonly dark: boolean
  readonly blurred: boolean
  /** Degrees, clockwise positive; undefined while it stands straight enough. */
  readonly skew: number | undefined
  /** Writing runs into an edge. */
  readonly cut: boolean
}

/** @param grey a page, long edge about `judgedEdge` */
export function faultsOf(grey: Grey): Faults {
  const [darkest = 0, light = 255] = percentiles(grey, [0.003, 0.9])
  const bare = edgeShare(grey) < blankShare
  const blank = bare && unevenShare(grey) < blankUneven
  if (blank) return { blank, dark: light < darkLight, blurred: false, skew: undefined, cut: false }
  // A photograph of a site has no lines to be straight and no margin to be cut.
  const paper = paperShare(grey, light) >= leastPaper
  const skew = paper ? skewOf(grey) : undefined
  return {
    blank,
    dark: light < darkLight,
    // Shapes without a single clear edge: nothing but blur leaves that.
    blurred: paper && (bare || isBlurred(grey, light - darkest)),
    skew: skew !== undefined && Math.abs(skew) >= leastSkew ? skew : undefined,
    cut: paper && isCut(grey, light, light - darkest),
  }
}

// ---

// Found by trying on the made pages of test/evidence/faults.ts; a scanner's own tilt (under 1°) is no fault.
const blankShare = 0.0004
const coarseEdge = 160
const blankUneven = 0.004
const leastPaper = 0.5
const darkLight = 140
const leastSkew = 2
const leastSharpness = 0.36
const fewestEdges = 150
const mostEdges = 40_000

/** Share of pixels about as light as the lightest ones: most of a page is paper, shaded or not. */
function paperShare({ data }: Grey, light: number): number {
  let paper = 0
  for (let at = 0; at < data.length; at += 7) if ((data[at] ?? 0) > light * 0.72) paper++
  return paper / Math.ceil(data.length / 7)
}

/** Share of pixels that differ clearly from the next; the outer 4 % do not count (shadows of a scanner's lid). */
function edgeShare({ width, height, data }: Grey): number {
  const [mx, my] = [Math.ceil(width * 0.04), Math.ceil(height * 0.04)]
  let edges = 0
  for (let y = my; y < height - my; y++)
    for (let x = mx; x < width - mx; x++) {
      const here = data[y * width + x] ?? 0
      const right = data[y * width + x + 2] ?? here
      const below = data[(y + 2) * width + x] ?? here
      if (Math.abs(here - right) > 30 || Math.abs(here - below) > 30) edges++
    }
  return edges / Math.max(1, (width - 2 * mx) * (height - 2 * my))
}

/** Share of a coarse picture that differs from its surroundings: what is left of writing that is out of focus. */
function unevenShare(grey: Grey): number {
  const { width, height, data } = shrunk(grey, coarseEdge)
  const reach = 4
  let [uneven, all] = [0, 0]
  for (let y = reach * 2; y < height - reach * 2; y++)
    for (let x = reach * 2; x < width - reach * 2; x++) {
      const here = data[y * width + x] ?? 0
      const [left, right] = [data[y * width + x - reach] ?? 0, data[y * width + x + reach] ?? 0]
      const [above, below] = [data[(y - reach) * width + x] ?? 0, data[(y + reach) * width + x] ?? 0]
      if (Math.abs(2 * here - left - right) > 10 || Math.abs(2 * here - above - below) > 10) uneven++
      all++
    }
  return uneven / Math.max(1, all)
}

/**
 * How steep the steps between ink and paper are: the largest difference of neighbours over the whole step. One pixel wide
 * in a sharp picture, several in a blurred one; a moved camera blurs one direction only.
 */
function isBlurred(grey: Grey, contrast: number): boolean {
  const [across, down] = [steepness(grey, contrast, 1, grey.width), steepness(grey, contrast, grey.width, 1)]
  return [across, down].some((each) => each !== undefined && each < leastSharpness)
}

const reach = 4

/** Median over the steps along one direction; undefined where there are too few. */
function steepness({ width, height, data }: Grey, contrast: number, along: number, other: number): number | undefined {
  const counts = new Uint32Array(101)
  let total = 0
  const least = Math.max(30, contrast * 0.45)
  const [length, lines] = along === 1 ? [width, height] : [height, width]
  for (let line = 1; line < lines && total < mostEdges; line += 3)
    for (let at = reach; at + reach < length; at++) {
      const place = line * other + at * along
      const steepest = Math.abs((data[place + along] ?? 0) - (data[place] ?? 0))
      if (steepest < 8) continue
      const { low, high, most } = around(data, place, along)
      // Only the steepest point of a step speaks for it.
      if (high - low < least || steepest < most) continue
      const share = Math.round((steepest / (high - low)) * 100)
      counts[share] = (counts[share] ?? 0) + 1
      total++
    }
  if (total < fewestEdges) return undefined
  let sum = 0
  return (
    counts.findIndex((count) => {
      sum += count
      return sum * 2 >= total
    }) / 100
  )
}

/** Levels within `reach` of a place along one direction, and the largest difference of neighbours there. */
function around(data: Uint8Array, place: number, along: number) {
  let [low, high, most] = [255, 0, 0]
  for (let off = -reach; off <= reach; off++) {
    const value = data[place + off * along] ?? 0
    low = Math.min(low, value)
    high = Math.max(high, value)
    if (off < reach) most = Math.max(most, Math.abs((data[place + (off + 1) * along] ?? 0) - value))
  }
  return { low, high, most }
}

/** Short strokes that begin right at an edge of the paper, as many as a line of text or a column of lines leaves there. */
function isCut(grey: Grey, light: number, contrast: number): boolean {
  const { width, height } = grey
  if (contrast < 60) return false
  const sides = [
    { length: width, depth: height, at: (along: number, deep: number) => deep * width + along },
    { length: width, depth: height, at: (along: number, deep: number) => (height - 1 - deep) * width + along },
    { length: height, depth: width, at: (along: number, deep: number) => along * width + deep },
    { length: height, depth: width, at: (along: number, deep: number) => along * width + width - 1 - deep },
  ]
  return sides.some((side) => strokesAt(grey, side, light - Math.max(32, contrast * 0.25)) >= fewestStrokes)
}

type Side = {
  readonly length: number
  readonly depth: number
  readonly at: (along: number, deep: number) => number
}

const fewestStrokes = 4
const border = 1
const deepEnough = 3
const mostInk = 0.35

/** Strokes that reach from the border some pixels into the page; 0 where the border is no paper. */
function strokesAt({ data }: Grey, { length, depth, at }: Side, ink: number): number {
  if (depth < deepEnough * 4) return 0
  const isInk = (along: number, deep: number) => (data[at(along, deep)] ?? 255) < ink
  let [strokes, inked, run] = [0, 0, 0]
  for (let along = 0; along < length; along++) {
    const reaches = isInk(along, border) && isInk(along, border + 1)
    if (isInk(along, border)) inked++
    if (reaches) run++
    else {
      const middle = along - Math.ceil(run / 2)
      // A ruling is as thin as a stroke, but goes on; a shadow is long.
      if (run > 0 && run < length * 0.05 && goesIn(isInk, middle) && !goesOn(isInk, middle, depth)) strokes++
      run = 0
    }
  }
  return inked > length * mostInk ? 0 : strokes
}

function goesIn(isInk: (along: number, deep: number) => boolean, along: number): boolean {
  for (let deep = border; deep <= deepEnough; deep++)
    if (![-1, 0, 1].some((off) => isInk(along + off, deep))) return false
  return true
}

function goesOn(isInk: (along: number, deep: number) => boolean, along: number, depth: number): boolean {
  for (let deep = border; deep < depth * 0.08; deep++)
    if (![-1, 0, 1].some((off) => isInk(along + off, deep))) return false
  return true
}
