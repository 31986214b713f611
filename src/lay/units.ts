import type { Item } from '../model/page.ts'
import type { Placed } from './types.ts'

/** Millimetres in a point. */
export const pt = 25.4 / 72
/** Slack for comparing sums of millimetres. */
export const slack = 1e-6

/** Sizes of paper in mm, upright. */
export const papers = { A4: { w: 210, h: 297 }, A3: { w: 297, h: 420 } } as const

/** The same drawing, moved. */
export function moved(item: Item, dx: number, dy: number): Item {
  if (item.kind === 'line') return { ...item, x1: item.x1 + dx, y1: item.y1 + dy, x2: item.x2 + dx, y2: item.y2 + dy }
  return { ...item, x: item.x + dx, y: item.y + dy }
}

export function movedPlace(place: Placed, dx: number, dy: number): Placed {
  return { ...place, x: place.x + dx, y: place.y + dy }
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/** Edges of things that stand side by side from `start`: one more than there are things. */
export function edgesOf(start: number, sizes: readonly number[]): readonly number[] {
  let at = start
  return [
    start,
    ...sizes.map((size) => {
      at += size
      return at
    }),
  ]
}
