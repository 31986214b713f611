import type {
  Block,
  Cell,
  Inline,
  PageSetup,
  Paragraph,
  Row,
  Sheet,
  SlotMark,
  TextStyle,
} from '../../src/model/sheet.ts'

export const t = (text: string, style: Partial<TextStyle> = {}): Inline => {
  return { kind: 'text', text, font: 'song', bold: false, size: 12, ...style }
}

export const p = (inlines: readonly Inline[] | string, more: Partial<Paragraph> = {}): Paragraph => ({
  kind: 'p',
  inlines: typeof inlines === 'string' ? [t(inlines)] : inlines,
  align: 'left',
  indent: 0,
  leading: 1.5,
  before: 0,
  after: 0,
  heading: 0,
  keepWithNext: false,
  ...more,
})

export const cell = (blocks: readonly Block[] | string, more: Partial<Cell> = {}): Cell => ({
  colspan: 1,
  rowspan: 1,
  blocks: typeof blocks === 'string' ? [p(blocks)] : blocks,
  valign: 'middle',
  vertical: false,
  slash: false,
  overflow: { kind: 'grow' },
  padding: 1,
  head: false,
  ...more,
})

export const row = (height: number, cells: readonly Cell[], more: Partial<Row> = {}): Row => {
  return { height, rule: 'min', cells, repeat: false, keep: true, fill: false, ...more }
}

export const table = (cols: readonly number[], rows: readonly Row[]): Extract<Block, { kind: 'table' }> => {
  return { kind: 'table', cols, rows, outer: 0.35, inner: 0.18, align: 'left' }
}

export const slot = (more: Partial<SlotMark> = {}): SlotMark => ({
  id: 'P1',
  kind: 'seal',
  body: 'unit',
  bodyName: '重庆样例低碳技术有限公司',
  name: '用人单位',
  diameter: 42,
  stage: 'posting',
  grade: 'A',
  onto: 'ours',
  optional: false,
  copies: ['a'],
  print: 'ring',
  ...more,
})

export const sheet = (blocks: readonly Block[], setup: Partial<PageSetup> = {}, more: Partial<Sheet> = {}): Sheet => ({
  form: 'gongshi',
  title: '重庆市职称申报综合情况（公示）表',
  setup: {
    paper: 'A4',
    landscape: false,
    duplex: false,
    top: 25,
    bottom: 20,
    inner: 25,
    outer: 20,
    mirrored: false,
    furniture: false,
    header: [],
    footer: [],
    firstPlain: false,
    ...setup,
  },
  blocks,
  watermark: undefined,
  ...more,
})
