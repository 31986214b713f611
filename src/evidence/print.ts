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
 * One picture, stored again smaller or stronger compressed? Everywhere nearly the same; another name, date or number on the
 * same form differs in one spot, however small, by more than compression does.
 */
export function sameGrey(a: Grey, b: Grey): boolean {
  const [large, small] = a.width >= b.width ? [a, b] : [b, a]
  const edge = Math.max(small.width, small.height)
  const [one, other] = [shrunk(large, edge), shrunk(small, edge)]
  if (Math.abs(one.width - other.width) > 1 || Math.abs(one.height - other.height) > 1) return false
  return largestDifference(one, other, 8) <= sureTolerance
}

// ---

const printEdge = 320
const printTolerance = 24
const sureTolerance = 14

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
