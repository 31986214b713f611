import type { SlotKind } from './slot.ts'

/**
 * What a filled form says: a small tree, no coordinates. Lengths in mm; font sizes in points, the unit in which Chinese
 * offices name them (小四 = 12).
 */
export type FontRole = 'song' | 'hei' | 'fang' | 'kai'
export type Align = 'left' | 'center' | 'right' | 'justify' | 'spread'
export type Valign = 'top' | 'middle' | 'bottom'

export type TextStyle = {
  readonly font: FontRole
  readonly bold: boolean
  readonly size: number
  readonly underline?: boolean | undefined
  readonly shift?: 'sub' | 'sup' | undefined
  /** 0 black … 1 white */
  readonly grey?: number | undefined
}

export type Inline =
  | ({ readonly kind: 'text'; readonly text: string } & TextStyle)
  | { readonly kind: 'br' }
  /** Underlined blank to write on. */
  | { readonly kind: 'blank'; readonly width: number }
  /** Tick box drawn as a shape. */
  | { readonly kind: 'tick'; readonly state: 'on' | 'off' | 'half'; readonly size: number }
  /** A short place inside a line for a signature or a date by hand. */
  | { readonly kind: 'place'; readonly slot: SlotMark; readonly width: number }
  /** Number of the page, of all numbered pages, or of the 附页, known after layout. */
  | ({ readonly kind: 'page-no'; readonly of: 'page' | 'pages' | 'annex' } & TextStyle)

/** A place for a seal, signature, date or handwriting, resolved for the route by `fill`. */
export type SlotMark = {
  readonly id: string
  readonly kind: SlotKind
  readonly body: string
  readonly bodyName: string
  readonly name: string
  readonly diameter?: number | undefined
  readonly over?: string | undefined
  readonly stage: string
  readonly grade: string
  readonly onto: string
  readonly optional: boolean
  readonly copies: readonly string[]
  readonly print: 'ring' | 'word'
}

export type Paragraph = {
  readonly kind: 'p'
  readonly inlines: readonly Inline[]
  readonly align: Align
  /** First-line indent in characters. */
  readonly indent: number
  /** Line pitch as a factor of the font size. */
  readonly leading: number
  readonly before: number
  readonly after: number
  /** Heading level for bookmarks and tags; 0 = text. */
  readonly heading: number
  /** May not be parted from the next block. */
  readonly keepWithNext: boolean
}
export type Block =
  | Paragraph
  | Table
  /** `fill` takes what is left of its cell. */
  | { readonly kind: 'space'; readonly height: number; readonly fill?: boolean | undefined }
  /** Kept on one page as a whole. */
  | { readonly kind: 'keep'; readonly blocks: readonly Block[] }
  /** `annex` is the number of the 附页 that begins (layout sets it). */
  | { readonly kind: 'break'; readonly to: 'page' | 'recto'; readonly annex?: number | undefined }
  /** Seal ring, or a box for a signature; placed in the flow with its own size and alignment. */
  | {
      readonly kind: 'slot'
      readonly slot: SlotMark
      readonly align: 'left' | 'center' | 'right'
      readonly width: number
      readonly height: number
    }
  | {
      readonly kind: 'image'
      readonly source: string
      readonly width: number
      readonly height: number
      readonly alt: string
      readonly align: 'left' | 'center' | 'right'
    }

export type Cell = {
  readonly colspan: number
  readonly rowspan: number
  readonly blocks: readonly Block[]
  readonly valign: Valign
  /** Stacked characters, top to bottom. */
  readonly vertical: boolean
  /** Diagonal from top left to bottom right; its first paragraph stands above it on the right, the others below on the left. */
  readonly slash: boolean
  /** grow: the row grows · shrink:n: down to n points · spill: (down to n points, then) the rest goes to 附页. */
  readonly overflow:
    | { readonly kind: 'grow' }
    | { readonly kind: 'shrink'; readonly to: number }
    | { readonly kind: 'spill'; readonly label: string; readonly to?: number | undefined }
  readonly padding: number
  /** Cell of a label (for tagging and DOCX), not of a value. */
  readonly head: boolean
}
export type Row = {
  readonly height: number
  /** min: grows with its text · exact: fixed-shape forms. */
  readonly rule: 'min' | 'exact'
  readonly cells: readonly Cell[]
  readonly repeat: boolean
  /** Not cut across pages while it fits on one. */
  readonly keep: boolean
  /** Stretch to the foot of the page (opinion boxes). */
  readonly fill: boolean
}
export type Table = {
  readonly kind: 'table'
  /** Column widths in mm. */
  readonly cols: readonly number[]
  readonly rows: readonly Row[]
  readonly outer: number
  readonly inner: number
  readonly align: 'left' | 'center'
  /**
   * Rows below its head rows that it always has: its height is theirs whatever they hold, and what they cannot hold goes to 附页
   * under the same heads.
   */
  readonly lines?: { readonly count: number; readonly label: string } | undefined
}

export type PageSetup = {
  readonly paper: 'A4' | 'A3'
  readonly landscape: boolean
  readonly duplex: boolean
  readonly top: number
  readonly bottom: number
  /** Left, or the binding edge when mirrored. */
  readonly inner: number
  readonly outer: number
  readonly mirrored: boolean
  /** Page code and registration marks; off by default (FORMATS 5). */
  readonly furniture: boolean
  /** Each of its pages is one page whatever it holds (FORMATS 5). */
  readonly fixed?: boolean | undefined
  /** Strip at the binding edge in which nothing is printed, mm. */
  readonly binding?: number | undefined
  /** Marks where the holes of a personnel file go (domain 1.6); the only thing in the strip. */
  readonly holes?: boolean | undefined
  /** Each side of an A3 sheet is two upright A4 pages. */
  readonly halves?: boolean | undefined
  readonly header: readonly Block[]
  readonly footer: readonly Block[]
  /** Foot of the 附页, which are not among the numbered pages. */
  readonly annexFooter?: readonly Block[] | undefined
  /** Cover and the like: no header, no footer, not numbered. */
  readonly firstPlain: boolean
}

export type Sheet = {
  readonly form: string
  readonly title: string
  readonly setup: PageSetup
  readonly blocks: readonly Block[]
  /** Light words across every page: 预览, 样例, 未通过核对. */
  readonly watermark: string | undefined
}
