import type { PageSetup } from '../model/sheet.ts'
import { placeTable } from './rows.ts'
import type { Segment } from './segment.ts'
import { tableHeight } from './table.ts'
import type { Box, TableLayout, Unit } from './types.ts'
import { papers, slack } from './units.ts'

/** What stands on a page, from its top: boxes and rows, with the space above each. */
export type Entry =
  | { readonly kind: 'box'; readonly gap: number; readonly box: Box; readonly after: number }
  | { readonly kind: 'rows'; readonly segment: Segment; readonly h: number; readonly overfull: readonly string[] }

/** A page before it is drawn. A blank one is the verso that lets the next begin on the right. */
export type Draft = { readonly entries: readonly Entry[]; readonly blank: boolean }

/** Area that text may take, mm from the top left corner of page `no` (1-based). */
export type Frame = { readonly x: number; readonly y: number; readonly w: number; readonly h: number }

export function pageSize(setup: PageSetup): { readonly w: number; readonly h: number } {
  const { w, h } = papers[setup.paper]
  return setup.landscape ? { w: h, h: w } : { w, h }
}

/** Left pages (even numbers) are mirrored: their binding edge is on the right. */
export function frameOf(setup: PageSetup, no: number): Frame {
  const size = pageSize(setup)
  const x = setup.mirrored && no % 2 === 0 ? setup.outer : setup.inner
  return { x, y: setup.top, w: size.w - setup.inner - setup.outer, h: size.h - setup.top - setup.bottom }
}

/** One page being filled. */
export type Filling = { readonly pages: Draft[]; entries: Entry[]; used: number; readonly height: number }

/** Divides a flow into pages of `height` mm. `first` is the number of the first page. */
export function paginate(units: readonly Unit[], height: number, duplex: boolean, first: number): readonly Draft[] {
  const filling: Filling = { pages: [], entries: [], used: 0, height }
  units.forEach((unit, i) => {
    if (unit.kind === 'break') {
      if (filling.entries.length) turn(filling)
      if (unit.to === 'recto' && duplex && (first + filling.pages.length) % 2 === 0)
        filling.pages.push({ entries: [], blank: true })
      return
    }
    if (filling.entries.length && needsTurn(units, i, filling)) turn(filling)
    if (unit.kind === 'table') placeTable(unit.layout, filling)
    else placeBox(unit, filling)
  })
  if (filling.entries.length) turn(filling)
  return filling.pages
}

/** Ends the page. */
export function turn(filling: Filling): void {
  filling.pages.push({ entries: filling.entries, blank: false })
  filling.entries = []
  filling.used = 0
}

/** Height of the rows that must stand together at the head of a table: heads with the first row of content. */
export function headHeight(layout: TableLayout): number {
  let height = 0
  for (const [r, row] of layout.table.rows.entries()) {
    height += layout.heights[r] ?? 0
    if (!row.repeat) break
  }
  return height
}

// ---

function placeBox(unit: Extract<Unit, { kind: 'box' }>, filling: Filling): void {
  const gap = filling.entries.length ? unit.before : 0
  filling.entries.push({ kind: 'box', gap, box: unit.box, after: unit.after })
  filling.used += gap + unit.box.h + unit.after
}

/** True when the unit, with all that may not be parted from it, fits on a fresh page but not here. */
function needsTurn(units: readonly Unit[], from: number, filling: Filling): boolean {
  const left = filling.height - filling.used
  let chain = 0
  let least = 0
  for (let i = from; i < units.length; i++) {
    const unit = units[i]
    if (!unit || unit.kind === 'break') break
    if (unit.kind === 'box') chain += unit.before + unit.box.h
    else if (unit.keepNext || unit.whole) chain += tableHeight(unit.layout)
    else chain += firstRows(unit.layout, filling.height)
    if (i === from) least = chain
    if (!unit.keepNext) break
    if (unit.kind === 'box') chain += unit.after
  }
  if (chain <= left + slack) return false
  return chain <= filling.height + slack || least > left + slack
}

/** A table begins where its first rows fit; one too high for a page begins at once and is cut. */
function firstRows(layout: TableLayout, height: number): number {
  if (layout.table.rows[0]?.keep === false) return 0
  const head = headHeight(layout)
  return head <= height ? head : 0
}
