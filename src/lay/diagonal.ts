import type { Item } from '../model/page.ts'
import type { Cell } from '../model/sheet.ts'
import { unitsHeight } from './cell.ts'
import { flowOf } from './flow.ts'
import type { BoxUnit, LaidCell, Setting, TableLayout } from './types.ts'
import { moved } from './units.ts'

/** Share of the cell's width that either text may take. */
const share = 0.62

/**
 * Texts of a head that is cut from its top left to its bottom right: the first above the line, the others below it, as far apart
 * as the line needs.
 */
export function diagonalUnits(cell: Cell, width: number, setting: Setting): readonly BoxUnit[] {
  const inner = Math.max(1, width - 2 * cell.padding)
  const [first, ...others] = cell.blocks
  if (!first) return []
  const column = inner * share
  const above = boxes(flowOf([first], column, setting)).map((unit) => shifted(unit, inner - column))
  const below = boxes(flowOf(others, column, setting))
  const clear = (units: readonly BoxUnit[]) =>
    ((cell.padding + unitsHeight(units)) * width) / Math.max(1, width - cell.padding - column)
  const height = Math.max(clear(above), below.length ? clear(below) : 0)
  const gap = Math.max(0, height - 2 * cell.padding - unitsHeight(above) - unitsHeight(below))
  return [...above, space(gap), ...below]
}

export function diagonalItem(layout: TableLayout, { x, w }: LaidCell, y: number, height: number): Item {
  return { kind: 'line', x1: x, y1: y, x2: x + w, y2: y + height, width: layout.table.inner || 0.18, grey: 0 }
}

// ---

function boxes(units: ReturnType<typeof flowOf>): readonly BoxUnit[] {
  return units.flatMap((unit) => (unit.kind === 'box' ? [unit] : []))
}

function shifted(unit: BoxUnit, dx: number): BoxUnit {
  return { ...unit, box: { ...unit.box, items: unit.box.items.map((item) => moved(item, dx, 0)) } }
}

/** Grows with its cell, so that the texts stay in their corners. */
function space(h: number): BoxUnit {
  const block = { kind: 'space', height: h } as const
  const box = { h, items: [], places: [] }
  return { kind: 'box', box, before: 0, after: 0, keepNext: true, first: true, fill: true, rest: () => block }
}
