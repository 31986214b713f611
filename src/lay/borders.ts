import type { Item } from '../model/page.ts'
import { slack } from './units.ts'

/** A square of a drawn table: two squares of the same cell have no line between them. */
export type Squares = readonly (readonly (object | undefined)[])[]

/**
 * Lines of a table, each drawn once and as long as it can be: outer ones at the rim, inner ones where the cell changes.
 * @param xs edges of columns, @param ys edges of rows (one more than rows)
 */
export function borderItems(
  squares: Squares,
  xs: readonly number[],
  ys: readonly number[],
  outer: number,
  inner: number,
): readonly Item[] {
  const rows = squares.length
  const cols = xs.length - 1
  const at = (r: number, c: number) => squares[r]?.[c]
  const horizontal = ys.flatMap((y, r) =>
    stretches(cols, (c) => weight(at(r - 1, c), at(r, c), r === 0 || r === rows, outer, inner)).map(
      ({ from, to, width }): Item => ({
        kind: 'line',
        x1: (xs[from] ?? 0) - joint(width, outer),
        y1: y,
        x2: (xs[to] ?? 0) + joint(width, outer),
        y2: y,
        width,
        grey: 0,
      }),
    ),
  )
  const vertical = xs.flatMap((x, c) =>
    stretches(rows, (r) => weight(at(r, c - 1), at(r, c), c === 0 || c === cols, outer, inner)).map(
      ({ from, to, width }): Item => ({
        kind: 'line',
        x1: x,
        y1: ys[from] ?? 0,
        x2: x,
        y2: ys[to] ?? 0,
        width,
        grey: 0,
      }),
    ),
  )
  return [...horizontal, ...vertical].filter((item) => item.kind !== 'line' || item.width > slack)
}

// ---

/** Outer lines meet in full corners. */
function joint(width: number, outer: number): number {
  return width === outer ? outer / 2 : 0
}

function weight(a: object | undefined, b: object | undefined, rim: boolean, outer: number, inner: number): number {
  if (a === b) return 0
  return rim ? outer : inner
}

/** Runs of equal width along an edge. */
function stretches(count: number, widthAt: (i: number) => number) {
  const found: { from: number; to: number; width: number }[] = []
  for (let i = 0; i < count; i++) {
    const width = widthAt(i)
    const last = found[found.length - 1]
    if (last && last.to === i && last.width === width) last.to = i + 1
    else found.push({ from: i, to: i + 1, width })
  }
  return found.filter((run) => run.width > 0)
}
