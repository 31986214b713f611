import { gridOf } from '../model/grid.ts'
import type { Block, Table } from '../model/sheet.ts'

/** A table of the file; rows whose upper edge is drawn as thick as the outer border are named by index. */
export type Joined = { readonly kind: 'joined'; readonly table: Table; readonly heavy: ReadonlySet<number> }

/**
 * Makes one table of tables that stand edge to edge: Word merges them anyway, or, kept apart by a line of text, shows a
 * double border. A table that begins with a repeated head stays its own, because Word repeats only first rows.
 * @param fixed its pages never grow: no head stands again
 */
export function joinTables(blocks: readonly Block[], fixed: boolean): readonly (Exclude<Block, Table> | Joined)[] {
  const out: (Exclude<Block, Table> | Joined)[] = []
  for (const block of blocks) {
    const last = out.at(-1)
    if (block.kind !== 'table') out.push(block)
    else if (last?.kind === 'joined' && fits(last.table, block, fixed)) out[out.length - 1] = join(last, block)
    else out.push({ kind: 'joined', table: block, heavy: new Set() })
  }
  return out
}

// ---

const near = 0.01

function fits(above: Table, below: Table, fixed: boolean): boolean {
  const width = (table: Table) => table.cols.reduce((sum, col) => sum + col, 0)
  const alike = above.align === below.align && above.outer === below.outer && above.inner === below.inner
  return alike && (fixed || !below.rows[0]?.repeat) && Math.abs(width(above) - width(below)) < near
}

function join({ table, heavy }: Joined, below: Table): Joined {
  const edges = merged(edgesOf(table), edgesOf(below))
  const cols = edges.slice(1).map((edge, i) => edge - (edges[i] ?? 0))
  const rows = [...respanned(table, edges), ...respanned(below, edges)]
  return { kind: 'joined', table: { ...table, cols, rows }, heavy: new Set([...heavy, table.rows.length]) }
}

function edgesOf(table: Table): number[] {
  let edge = 0
  return [0, ...table.cols.map((col) => (edge += col))]
}

/** All edges from left to right; two that are nearer than a hair are one. */
function merged(a: readonly number[], b: readonly number[]): number[] {
  const edges: number[] = []
  for (const edge of [...a, ...b].sort((x, y) => x - y)) {
    if (edge - (edges.at(-1) ?? Number.NEGATIVE_INFINITY) > near) edges.push(edge)
  }
  return edges
}

/** Rows with the spans that their cells have among more columns. */
function respanned(table: Table, edges: readonly number[]): Table['rows'] {
  const own = edgesOf(table)
  const at = (col: number) => edges.findIndex((edge) => Math.abs(edge - (own[col] ?? 0)) <= near)
  const { cells } = gridOf(table)
  return table.rows.map((row, r) => ({
    ...row,
    cells: cells
      .filter((place) => place.row === r)
      .map(({ cell, col }) => ({ ...cell, colspan: at(col + cell.colspan) - at(col) })),
  }))
}
