import type { Item, Measure } from '../model/page.ts'
import type { Block, Cell, Row, SlotMark, Table, TextStyle } from '../model/sheet.ts'

/** What layout needs beside the sheet. `pages` is the number of pages as far as known (a second pass knows it). */
export type Setting = { readonly measure: Measure; readonly pages: number }

/** A place for a seal or a signature; mm from the corner of what holds it. */
export type Placed = {
  readonly slot: SlotMark
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  readonly diameter?: number | undefined
}

/** Something of a fixed height, drawn from its top left corner. */
export type Box = {
  readonly h: number
  readonly items: readonly Item[]
  readonly places: readonly Placed[]
  readonly heading?: { readonly title: string; readonly level: number } | undefined
}

/** One step of a flow: a line, a thing or a table. `rest` is the block from this step on, for 附页. */
export type Unit =
  | {
      readonly kind: 'box'
      readonly box: Box
      readonly before: number
      readonly after: number
      readonly keepNext: boolean
      readonly first: boolean
      readonly rest: () => Block
      /** Space that takes what is left of its cell. */
      readonly fill?: boolean | undefined
      /** The block before this step; only of a step that is not the first. */
      readonly upTo?: (() => Block) | undefined
    }
  | {
      readonly kind: 'table'
      readonly layout: TableLayout
      readonly keepNext: boolean
      /** Stays on one page as a whole where it can. */
      readonly whole: boolean
      readonly rest: () => Block
    }
  | { readonly kind: 'break'; readonly to: 'page' | 'recto' }
export type BoxUnit = Extract<Unit, { kind: 'box' }>

/** A cell with its content laid for its width. */
export type LaidCell = {
  readonly cell: Cell
  readonly row: number
  readonly col: number
  readonly x: number
  readonly w: number
  readonly units: readonly BoxUnit[]
  /** Could not be brought down to the height of its row. */
  readonly overfull: boolean
}

export type TableLayout = {
  readonly table: Table
  /** The block of the sheet; `table` has its rows as they stand. */
  readonly source: Table
  /** Rows that a table of fixed rows has no room for. */
  readonly hidden: readonly Row[]
  /** The cell that says where they are. */
  readonly marked?: LaidCell | undefined
  /** Left edge of each column and the right edge of the last. */
  readonly xs: readonly number[]
  readonly cells: readonly LaidCell[]
  readonly squares: readonly (readonly (LaidCell | undefined)[])[]
  readonly heights: readonly number[]
}

/** What cannot be divided in a line. Widths in mm, sizes in points. */
export type Atom =
  | {
      readonly kind: 'glyph'
      readonly text: string
      readonly font: string
      readonly size: number
      readonly width: number
      /** Quarter-em space before the next atom, lost at the end of a line. */
      readonly gap: number
      /** Raised by mm (sub- and superscript). */
      readonly rise: number
      readonly style: TextStyle
      readonly space: boolean
      /** How gladly a line ends after it: 3 anywhere · 2 rather not · 1 only when nothing else fits. */
      readonly level: 1 | 2 | 3
      /** Takes part of the space of a justified line after it. */
      readonly stretch: boolean
    }
  | { readonly kind: 'br' }
  | { readonly kind: 'blank'; readonly width: number; readonly level: 3 }
  | {
      readonly kind: 'tick'
      readonly width: number
      readonly size: number
      readonly state: 'on' | 'off' | 'half'
      readonly level: 3
    }
  | { readonly kind: 'place'; readonly width: number; readonly slot: SlotMark; readonly level: 3 }
export type Glyph = Extract<Atom, { kind: 'glyph' }>
