import { fitting, unitsHeight } from './cell.ts'
import { type Filling, turn } from './pages.ts'
import { areasOf, type Instance, type Segment } from './segment.ts'
import { grows } from './table.ts'
import type { LaidCell, TableLayout } from './types.ts'
import { slack, sum } from './units.ts'

/** What has been set of a table so far. */
type Progress = {
  readonly layout: TableLayout
  readonly filling: Filling
  instances: Instance[]
  /** Head rows that stand again at the top of this part. */
  heads: number
  /** Row of which a part is on an earlier page. */
  cut: number | undefined
  overfull: string[]
  /** First unit of each cell that is still to come. */
  readonly cursor: Map<LaidCell, number>
  /** Repeating cells that have been printed whole at least once. */
  readonly printed: Set<LaidCell>
}

/** Puts the rows of a table on the pages: whole where they fit on one, head rows again on each, taller ones cut between lines. */
export function placeTable(layout: TableLayout, filling: Filling): void {
  const progress: Progress = {
    layout,
    filling,
    instances: [],
    heads: 0,
    cut: undefined,
    overfull: [],
    cursor: new Map(),
    printed: new Set(),
  }
  layout.table.rows.forEach((_, r) => {
    placeRow(progress, r)
    const full = cellsOf(layout, r).filter((cell) => cell.overfull && cell.row === r)
    progress.overfull.push(...full.map(startOf))
  })
  close(progress, true)
}

// ---

function placeRow(progress: Progress, r: number): void {
  const row = progress.layout.table.rows[r]
  if (!row) return
  const tight = room(progress) + slack < heightWith(progress, r)
  if (tight && !fresh(progress) && fitsFresh(progress, r) && (row.keep || row.repeat)) nextPage(progress, r, false)
  while (!placePart(progress, r)) {
    // Each turn either places a part of the row or comes to a fresh page.
  }
}

/** Places row `r`, or the part of it that fits here, then turns the page; true when the whole row is placed. */
function placePart(progress: Progress, r: number): boolean {
  const height = heightNow(progress, r)
  const fits = height <= room(progress) + slack
  const part = fits ? 0 : cutHeight(progress, r, room(progress))
  if (fits || (part === 0 && fresh(progress))) {
    append(progress, r, height)
    if (!fits) progress.overfull.push(...cellsOf(progress.layout, r).map(startOf).slice(0, 1))
    return true
  }
  if (part > 0) append(progress, r, part)
  nextPage(progress, r, part > 0)
  return false
}

/** Nothing on the page but head rows of this table that stand there again. */
function fresh(progress: Progress): boolean {
  return progress.instances.length === progress.heads && progress.filling.entries.length === 0
}

function append(progress: Progress, row: number, height: number): void {
  progress.instances.push({ row, height })
}

function room(progress: Progress): number {
  return progress.filling.height - progress.filling.used - sum(progress.instances.map((one) => one.height))
}

/** Height that a row still needs: its own, and what cells that end in it still have to show. */
function heightNow(progress: Progress, r: number): number {
  const { layout } = progress
  // An empty row is never higher than a page.
  const most = progress.filling.height - headsHeight(layout, r)
  const whole = progress.cut === r ? 0 : Math.min(layout.heights[r] ?? 0, most)
  const needs = cellsOf(layout, r)
    .filter((cell) => cell.row + cell.cell.rowspan - 1 === r)
    .filter(
      (cell) => cell.cell.rowspan === 1 || cell.overfull || grows(cell, layout.table.rows) || goesOn(progress, cell, r),
    )
    .filter((cell) => cell.cell.overflow.kind !== 'spill' || grows(cell, layout.table.rows))
    .map((cell) => restHeight(progress, cell) - heightHere(progress, cell))
  return Math.max(whole, ...needs)
}

/** Has a part on an earlier page, so that the heights of its rows no longer say what it needs. */
function goesOn(progress: Progress, cell: LaidCell, r: number): boolean {
  return progress.cut === r || (progress.cursor.get(cell) ?? 0) > 0
}

/** With the rows that it may not be parted from: a head row needs the row after it. */
function heightWith(progress: Progress, r: number): number {
  let height = heightNow(progress, r)
  for (let k = r; progress.layout.table.rows[k]?.repeat; k++) height += progress.layout.heights[k + 1] ?? 0
  return height
}

function restHeight(progress: Progress, cell: LaidCell): number {
  if (repeats(progress.layout, cell) && progress.printed.has(cell)) return 0
  const units = cell.units.slice(progress.cursor.get(cell) ?? 0)
  return units.length ? unitsHeight(units) + 2 * cell.cell.padding : 0
}

/** Height that a cell has on this page so far. */
function heightHere(progress: Progress, cell: LaidCell): number {
  return sum(
    progress.instances.filter((one) => progress.layout.squares[one.row]?.[cell.col] === cell).map((one) => one.height),
  )
}

function fitsFresh(progress: Progress, r: number): boolean {
  return headsHeight(progress.layout, r) + heightWith(progress, r) <= progress.filling.height + slack
}

/** Head rows that stand again above row `r` on a new page: the nearest run of repeating rows before it. */
function headsBefore(layout: TableLayout, r: number): readonly number[] {
  const { rows } = layout.table
  let end = r - 1
  if (rows[r]?.repeat) return []
  while (end >= 0 && !rows[end]?.repeat) end--
  let start = end
  while (start > 0 && rows[start - 1]?.repeat) start--
  return end < 0 ? [] : Array.from({ length: end + 1 - start }, (_, i) => start + i)
}

function headsHeight(layout: TableLayout, r: number): number {
  return sum(headsBefore(layout, r).map((row) => layout.heights[row] ?? 0))
}

function nextPage(progress: Progress, r: number, cut: boolean): void {
  const { layout, filling } = progress
  close(progress, false, cut ? r : undefined)
  turn(filling)
  progress.cut = cut ? r : undefined
  // Heads that leave no room for content are left out.
  const heads = headsHeight(layout, r) > filling.height * 0.6 ? [] : headsBefore(layout, r)
  progress.instances = heads.map((row) => ({ row, height: layout.heights[row] ?? 0 }))
  progress.heads = heads.length
}

/**
 * Height of a first part of row `r` of at most `available` mm; 0 when not one line of its fullest cell fits.
 */
function cutHeight(progress: Progress, r: number, available: number): number {
  const cells = cellsOf(progress.layout, r)
  let most = 0
  for (const cell of cells) {
    const height = available + heightHere(progress, cell)
    const units = cell.units.slice(progress.cursor.get(cell) ?? 0)
    const count = fitting(units, height - 2 * cell.cell.padding)
    if (count === 0 && units.length > 0 && cell.cell.rowspan === 1 && !cell.cell.head) return 0
    if (count > 0)
      most = Math.max(most, unitsHeight(units.slice(0, count)) + 2 * cell.cell.padding - heightHere(progress, cell))
  }
  return Math.min(available, most)
}

/** Ends the part of the table that is on this page, and moves on in each cell that goes on after it. */
function close(progress: Progress, end: boolean, cut?: number): void {
  const { layout, filling, instances } = progress
  if (instances.length === 0) return
  const last = instances[instances.length - 1]?.row ?? 0
  const parts = new Map<LaidCell, { from: number; to: number }>()
  const squares = instances.map((one) => layout.squares[one.row] ?? [])
  for (const { cell, first, last: until } of areasOf(squares, instances)) {
    const height = sum(instances.slice(first, until + 1).map((one) => one.height))
    const lastRow = cell.row + cell.cell.rowspan - 1
    const complete = end || lastRow < last || (lastRow === last && cut !== last)
    parts.set(cell, partOf(progress, cell, height, complete))
  }
  const segment: Segment = { layout, instances, parts }
  filling.entries.push({
    kind: 'rows',
    segment,
    h: sum(instances.map((one) => one.height)),
    overfull: progress.overfull,
  })
  filling.used += sum(instances.map((one) => one.height))
  progress.instances = []
  progress.heads = 0
  progress.overfull = []
}

function partOf(progress: Progress, cell: LaidCell, height: number, complete: boolean) {
  const all = cell.units.length
  const fits = unitsHeight(cell.units) + 2 * cell.cell.padding <= height + slack
  if (repeats(progress.layout, cell)) {
    if (!fits && (!complete || progress.printed.has(cell))) return { from: 0, to: 0 }
    progress.printed.add(cell)
    return { from: 0, to: all }
  }
  const from = progress.cursor.get(cell) ?? 0
  const to = complete ? all : from + fitting(cell.units.slice(from), height - 2 * cell.cell.padding)
  progress.cursor.set(cell, to)
  return { from, to }
}

/** Labels and head rows are printed again on each page that their rows reach. */
function repeats(layout: TableLayout, cell: LaidCell): boolean {
  return cell.cell.head || layout.table.rows[cell.row]?.repeat === true
}

function cellsOf(layout: TableLayout, r: number): readonly LaidCell[] {
  return [...new Set(layout.squares[r])].filter((cell): cell is LaidCell => cell !== undefined)
}

function startOf(cell: LaidCell): string {
  const texts = cell.cell.blocks.flatMap((block) =>
    block.kind === 'p' ? block.inlines.flatMap((inline) => (inline.kind === 'text' ? [inline.text] : [])) : [],
  )
  return [...texts.join('')].slice(0, 20).join('')
}
