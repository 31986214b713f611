import type { Sheet } from './sheet.ts'
import type { Slot } from './slot.ts'

/** A font file by its key in `fonts/fonts.yaml`. */
export type FontKey = string

/** Something drawn. Millimetres from the top left corner; `y` of text is its baseline; `size` in points. */
export type Item =
  | {
      readonly kind: 'text'
      readonly x: number
      readonly y: number
      readonly font: FontKey
      readonly size: number
      readonly text: string
      /** Extra advance after each code point, mm (justified and spread lines). */
      readonly spacing: number
      readonly grey: number
    }
  | {
      readonly kind: 'line'
      readonly x1: number
      readonly y1: number
      readonly x2: number
      readonly y2: number
      readonly width: number
      readonly grey: number
      readonly dash?: readonly number[] | undefined
    }
  | {
      readonly kind: 'circle'
      readonly x: number
      readonly y: number
      readonly r: number
      readonly width: number
      readonly grey: number
      readonly dash?: readonly number[] | undefined
    }
  | {
      readonly kind: 'rect'
      readonly x: number
      readonly y: number
      readonly w: number
      readonly h: number
      readonly width: number
      readonly grey: number
      readonly fill?: number | undefined
      readonly dash?: readonly number[] | undefined
    }
  /** Tick drawn as strokes inside a box of side `size` mm. */
  | {
      readonly kind: 'tick'
      readonly x: number
      readonly y: number
      readonly size: number
      readonly state: 'on' | 'off' | 'half'
    }
  | {
      readonly kind: 'image'
      readonly x: number
      readonly y: number
      readonly w: number
      readonly h: number
      readonly source: string
      readonly alt: string
    }
  /** Large light words turned by `angle` degrees about their middle. */
  | {
      readonly kind: 'watermark'
      readonly x: number
      readonly y: number
      readonly font: FontKey
      readonly size: number
      readonly text: string
      readonly angle: number
      readonly grey: number
    }

export type Bookmark = { readonly title: string; readonly page: number; readonly level: number; readonly y: number }

/** Where everything sits; knows nothing of PDF. */
export type Page = {
  readonly form: string
  /** 1-based within the form. */
  readonly no: number
  readonly w: number
  readonly h: number
  readonly items: readonly Item[]
}

export type Laid = {
  readonly pages: readonly Page[]
  readonly slots: readonly Slot[]
  readonly bookmarks: readonly Bookmark[]
  /** Code points that no font of the role has, with the text around; drawn as 〓, never as a blank. */
  readonly missing: readonly { readonly char: string; readonly codePoint: number; readonly near: string }[]
  /** Cells that could not hold their text under their policy. */
  readonly overfull: readonly { readonly page: number; readonly text: string }[]
  /** The sheet with what layout decided (heights, sizes, 附页), for the Word file. */
  readonly arranged: Sheet
}

/** What layout must know of fonts; handed in by whoever has them. Widths in mm. */
export type Measure = {
  /** Cuts text into runs of one font file each, following the role's fallback chain; `font` undefined = no font has it. */
  runs(
    text: string,
    role: string,
    bold: boolean,
  ): readonly { readonly font: FontKey | undefined; readonly text: string }[]
  width(text: string, font: FontKey, size: number): number
  /** Ascent and descent of the role's first font as fractions of the size (positive numbers). */
  extent(role: string, bold: boolean): { readonly ascent: number; readonly descent: number }
}
