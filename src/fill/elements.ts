/** Kinds of value an attribute may have. */
export type AttributeKind =
  | 'text'
  | 'mm'
  | 'points'
  | 'factor'
  | 'count'
  | 'yes-no'
  | 'check'
  | 'overflow'
  | readonly string[]

export type Content = 'blocks' | 'mixed' | 'inlines' | 'table' | 'cells' | 'text' | 'nothing'
export type Kind = 'form' | 'each-page' | 'page' | 'block' | 'place' | 'inline' | 'cols' | 'row' | 'cell'

export type ElementRule = {
  readonly kind: Kind
  readonly content: Content
  readonly attributes: Readonly<Record<string, AttributeKind>>
}

const fonts = ['song', 'hei', 'fang', 'kai'] as const
const sides = ['left', 'center', 'right'] as const
const aligns = ['left', 'center', 'right', 'justify', 'spread'] as const
/** Handed down to everything inside. */
const style = { font: fonts, size: 'points', bold: 'yes-no', leading: 'factor' } as const
const paragraph = {
  ...style,
  align: aligns,
  indent: 'factor',
  before: 'mm',
  after: 'mm',
  'keep-next': 'yes-no',
} as const

/** The closed set of elements and attributes (FORMATS 5); anything else is an error with its place. */
export const elements: Readonly<Record<string, ElementRule>> = {
  form: {
    kind: 'form',
    content: 'blocks',
    attributes: {
      ...style,
      id: 'text',
      paper: ['A4', 'A3'],
      landscape: 'yes-no',
      duplex: 'yes-no',
      mirrored: 'yes-no',
      top: 'mm',
      bottom: 'mm',
      inner: 'mm',
      outer: 'mm',
      furniture: 'yes-no',
      fixed: 'yes-no',
      binding: 'mm',
      holes: 'yes-no',
      halves: 'yes-no',
      'first-plain': 'yes-no',
      align: aligns,
    },
  },
  'each-page': { kind: 'each-page', content: 'blocks', attributes: { ...style, at: ['head', 'foot', 'annex'] } },
  page: { kind: 'page', content: 'blocks', attributes: { ...style, start: ['recto', 'any'] } },
  title: { kind: 'block', content: 'inlines', attributes: { ...paragraph, level: 'count' } },
  p: { kind: 'block', content: 'inlines', attributes: paragraph },
  keep: { kind: 'block', content: 'blocks', attributes: style },
  space: { kind: 'block', content: 'nothing', attributes: { height: 'mm', fill: 'yes-no' } },
  table: {
    kind: 'block',
    content: 'table',
    attributes: {
      ...style,
      outer: 'mm',
      inner: 'mm',
      align: ['left', 'center'],
      padding: 'mm',
      lines: 'count',
      label: 'text',
    },
  },
  cols: { kind: 'cols', content: 'text', attributes: {} },
  row: {
    kind: 'row',
    content: 'cells',
    attributes: {
      ...style,
      height: 'mm',
      rule: ['min', 'exact'],
      repeat: 'yes-no',
      keep: 'yes-no',
      fill: 'yes-no',
      align: aligns,
      valign: ['top', 'middle', 'bottom'],
    },
  },
  cell: {
    kind: 'cell',
    content: 'mixed',
    attributes: {
      ...style,
      colspan: 'count',
      rowspan: 'count',
      align: aligns,
      valign: ['top', 'middle', 'bottom'],
      dir: ['vertical', 'horizontal'],
      slash: 'yes-no',
      overflow: 'overflow',
      label: 'text',
      padding: 'mm',
      head: 'yes-no',
      indent: 'factor',
    },
  },
  seal: {
    kind: 'place',
    content: 'nothing',
    attributes: { slot: 'text', align: sides, width: 'mm', height: 'mm' },
  },
  sign: {
    kind: 'place',
    content: 'nothing',
    attributes: { slot: 'text', align: sides, width: 'mm', height: 'mm' },
  },
  date: {
    kind: 'place',
    content: 'nothing',
    attributes: { slot: 'text', align: sides, width: 'mm', height: 'mm' },
  },
  photo: { kind: 'block', content: 'nothing', attributes: { width: 'mm', height: 'mm', align: sides } },
  image: {
    kind: 'block',
    content: 'nothing',
    attributes: { src: 'text', width: 'mm', height: 'mm', alt: 'text', align: sides },
  },
  blank: { kind: 'inline', content: 'nothing', attributes: { width: 'mm' } },
  check: { kind: 'inline', content: 'nothing', attributes: { on: 'check' } },
  'page-no': { kind: 'inline', content: 'nothing', attributes: { of: ['page', 'pages', 'annex'] } },
  b: { kind: 'inline', content: 'inlines', attributes: {} },
  u: { kind: 'inline', content: 'inlines', attributes: {} },
  sub: { kind: 'inline', content: 'inlines', attributes: {} },
  sup: { kind: 'inline', content: 'inlines', attributes: {} },
  br: { kind: 'inline', content: 'nothing', attributes: {} },
}

/** Which kinds of element may stand in which content. */
export const allowed: Readonly<Record<Content, readonly Kind[]>> = {
  blocks: ['block', 'place', 'page', 'each-page'],
  mixed: ['block', 'place', 'inline'],
  inlines: ['inline', 'place'],
  table: ['cols', 'row'],
  cells: ['cell'],
  text: [],
  nothing: [],
}

/** Attributes without which an element means nothing. */
export const required: Readonly<Record<string, readonly string[]>> = {
  form: ['id'],
  'each-page': ['at'],
  space: ['height'],
  seal: ['slot'],
  sign: ['slot'],
  date: ['slot'],
  image: ['src', 'width', 'height', 'alt'],
  photo: ['width', 'height'],
  blank: ['width'],
  check: ['on'],
}
