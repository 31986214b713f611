import sharp from 'sharp'
import type { Print } from '../model/opening.ts'
import { type Grey, shrunk } from './grey.ts'

/** A page made small: enough to tell that two are not the same, not to prove that they are (`sameGrey`). */
export function printOf(grey: Grey): Omit<Print, 'page'> {
  const small = shrunk(grey, printEdge)
  return { width: small.width, height: small.height, grey: small.data }
}

/** Could they be one picture, stored twice? Says yes too often rather than too seldom. */
export function samePrint(a: Print, b: Print): boolean {
  if (Math.abs(a.width - b.width) > 1 || Math.abs(a.height - b.height) > 1) return false
  return largestDifference(asGrey(a), asGrey(b), 4) <= printTolerance
}

/**
 * One picture, stored again smaller or stronger compressed? Both are made equally large and a little soft, and each square of
 * one may be moved by a pixel: then re-encoding leaves less than 8 levels anywhere, another digit of 13 point on the same form
 * more than 30 (tried on made-up papers, JPEG 40–90, WebP 60, two thirds of the size).
 */
export async function sameGrey(a: Grey, b: Grey): Promise<boolean> {
  const [small, large] = a.width <= b.width ? [a, b] : [b, a]
  const scale = Math.min(1, sureEdge / Math.max(small.width, small.height))
  const [width, height] = [Math.round(small.width * scale), Math.round(small.height * scale)]
  if (Math.abs(small.width / small.height - large.width / large.height) > 0.01) return false
  return differsLittle(await soft(small, width, height), await soft(large, width, height))
}

// ---

const printEdge = 320
const printTolerance = 24
const sureTolerance = 10
const sureEdge = 1000

function asGrey({ width, height, grey }: Print): Grey {
  return { width, height, data: grey }
}

/** Largest mean difference in levels over squares of `side` pixels. */
function largestDifference(a: Grey, b: Grey, side: number): number {
  const [width, height] = [Math.min(a.width, b.width), Math.min(a.height, b.height)]
  let largest = 0
  for (let top = 0; top + side <= height; top += side)
    for (let left = 0; left + side <= width; left += side) {
      let sum = 0
      for (let y = top; y < top + side; y++)
        for (let x = left; x < left + side; x++)
          sum += Math.abs((a.data[y * a.width + x] ?? 0) - (b.data[y * b.width + x] ?? 0))
      largest = Math.max(largest, sum / (side * side))
    }
  return largest
}

async function soft({ width, height, data }: Grey, w: number, h: number): Promise<Grey> {
  const picture = sharp(data, { raw: { width, height, channels: 1 } }).resize(w, h, { fit: 'fill' })
  const made = await picture.blur(1).toColourspace('b-w').raw().toBuffer()
  return { width: w, height: h, data: made }
}

const square = 8
const moves = [-1, 0, 1].flatMap((dy) => [-1, 0, 1].map((dx) => [dx, dy] as const))

/** Squares overlap by half, so that a small mark is whole in one of them. */
function differsLittle(a: Grey, b: Grey): boolean {
  for (let top = 1; top + square < a.height; top += square / 2)
    for (let left = 1; left + square < a.width; left += square / 2)
      if (!moves.some((move) => squareDifference(a, b, left, top, move) <= sureTolerance)) return false
  return true
}

function squareDifference(a: Grey, b: Grey, left: number, top: number, [dx, dy]: readonly [number, number]): number {
  let sum = 0
  for (let y = top; y < top + square; y++)
    for (let x = left; x < left + square; x++)
      sum += Math.abs((a.data[y * a.width + x] ?? 0) - (b.data[(y + dy) * b.width + x + dx] ?? 0))
  return sum / (square * square)
}
