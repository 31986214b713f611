import type { Finding, Place } from '../model/finding.ts'
import { gridOf } from '../model/grid.ts'
import type {
  Align,
  Block,
  FontRole,
  Inline,
  PageSetup,
  Paragraph,
  Sheet,
  SlotMark,
  TextStyle,
  Valign,
} from '../model/sheet.ts'
import { elements } from './elements.ts'
import { hasText, inlinesOf, type Style } from './inline.ts'
import { type Element, isBlankText } from './markup.ts'
import { problem } from './problem.ts'
import { buildTable } from './table.ts'
import { isYes } from './values.ts'

/** What building needs to know of the case, and where it reports what is wrong. */
export type Building = {
  /** The slot of the route; undefined where the route has none; throws nothing. */
  readonly slot: (id: string) => SlotMark | undefined
  readonly knows: (id: string) => boolean
  readonly photo: string
  readonly problems: Finding[]
  /** Where each table stands in the template. */
  readonly where: Map<Block, Place>
}

/** What a block inherits. */
export type Inherited = Style & {
  readonly align: Align | undefined
  readonly valign: Valign | undefined
  readonly head: boolean
}

const base: Inherited = {
  font: 'song',
  bold: false,
  size: 10.5,
  leading: 1.3,
  align: undefined,
  valign: undefined,
  head: false,
}

/** Builds the sheet of a parsed form; problems are added to `building.problems`. */
export function buildSheet(root: Element, title: string, building: Building): Omit<Sheet, 'watermark'> {
  const style = inherit(base, root)
  const edges = root.children.filter(
    (child): child is Element => typeof child !== 'string' && child.name === 'each-page',
  )
  const at = (edge: string) =>
    edges
      .filter((element) => element.attributes.at === edge)
      .flatMap((element) => buildBlocks(element.children, inherit(style, element), building))
  const rest = root.children.filter((child) => typeof child === 'string' || child.name !== 'each-page')
  const setup = setupOf(root, at('head'), at('foot'))
  const blocks = buildBlocks(rest, style, building)
  const paper = { A4: [210, 297], A3: [297, 420] }[setup.paper]
  const width = (paper[setup.landscape ? 1 : 0] ?? 0) - setup.inner - setup.outer
  building.problems.push(...tooWide([...setup.header, ...blocks, ...setup.footer], width, building.where))
  return { form: root.attributes.id ?? '', title, setup, blocks }
}

/** Tables that are wider than the page, or than the cell they stand in. */
function tooWide(blocks: readonly Block[], width: number, where: ReadonlyMap<Block, Place>): readonly Finding[] {
  return blocks.flatMap((block): readonly Finding[] => {
    if (block.kind === 'keep') return tooWide(block.blocks, width, where)
    if (block.kind !== 'table') return []
    const own = block.cols.reduce((total, col) => total + col, 0)
    const args = { width: rounded(own), room: rounded(width) }
    const here = own > width + 0.01 ? [problem('forms/too-wide', where.get(block) ?? {}, args)] : []
    const inside = gridOf(block).cells.flatMap(({ cell, col }) => {
      const outer = block.cols.slice(col, col + cell.colspan).reduce((total, one) => total + one, 0)
      return tooWide(cell.blocks, outer - 2 * cell.padding, where)
    })
    return [...here, ...inside]
  })
}

function rounded(mm: number): number {
  return Math.round(mm * 10) / 10
}

/** Attributes of an element on top of what is handed down to it. */
export function inherit(above: Inherited, element: Element): Inherited {
  const { attributes } = element
  return {
    font: (attributes.font as FontRole | undefined) ?? above.font,
    bold: attributes.bold === undefined ? above.bold : isYes(attributes.bold),
    size: numberOf(attributes.size, above.size),
    leading: numberOf(attributes.leading, above.leading),
    align: element.name === 'table' ? above.align : ((attributes.align as Align | undefined) ?? above.align),
    valign: (attributes.valign as Valign | undefined) ?? above.valign,
    head: above.head,
  }
}

export function numberOf(value: string | undefined, otherwise: number): number {
  return value === undefined ? otherwise : Number(value)
}

/** Blocks of a form, a page or a cell; text between blocks makes a paragraph of its own. */
export function buildBlocks(
  children: readonly (Element | string)[],
  style: Inherited,
  building: Building,
  indent = 0,
): readonly Block[] {
  const blocks: Block[] = []
  let run: (Element | string)[] = []
  const flush = () => {
    const only = run.filter((child) => typeof child !== 'string' || !isBlankText(child))
    if (only.length) blocks.push(...runBlocks(only.length === run.length ? run : trimmed(run), style, building, indent))
    run = []
  }
  for (const child of children) {
    const kind = typeof child === 'string' ? 'inline' : elements[child.name]?.kind
    if (kind === 'inline' || kind === 'place') run.push(child)
    else if (typeof child !== 'string') {
      flush()
      blocks.push(...buildBlock(child, style, building))
    }
  }
  flush()
  return blocks
}

export function textStyle(style: Style): TextStyle {
  return { font: style.font, bold: style.bold, size: style.size }
}

// ---

function setupOf(root: Element, header: readonly Block[], footer: readonly Block[]): PageSetup {
  const { attributes } = root
  return {
    paper: attributes.paper === 'A3' ? 'A3' : 'A4',
    landscape: isYes(attributes.landscape),
    duplex: isYes(attributes.duplex),
    top: numberOf(attributes.top, 25),
    bottom: numberOf(attributes.bottom, 20),
    inner: numberOf(attributes.inner, 28),
    outer: numberOf(attributes.outer, 15),
    mirrored: isYes(attributes.mirrored),
    furniture: isYes(attributes.furniture),
    header,
    footer,
    firstPlain: isYes(attributes['first-plain']),
  }
}

function trimmed(run: readonly (Element | string)[]): readonly (Element | string)[] {
  const blank = (child: Element | string | undefined) => typeof child === 'string' && isBlankText(child)
  let [from, to] = [0, run.length]
  while (from < to && blank(run[from])) from++
  while (to > from && blank(run[to - 1])) to--
  return run.slice(from, to)
}

function buildBlock(element: Element, style: Inherited, building: Building): readonly Block[] {
  const own = inherit(style, element)
  const { attributes } = element
  switch (element.name) {
    case 'page': {
      const to = attributes.start === 'recto' ? 'recto' : 'page'
      return [{ kind: 'break', to }, ...buildBlocks(element.children, own, building), { kind: 'break', to: 'page' }]
    }
    case 'keep':
      return [{ kind: 'keep', blocks: buildBlocks(element.children, own, building) }]
    case 'space':
      return [{ kind: 'space', height: numberOf(attributes.height, 0) }]
    case 'table':
      return [buildTable(element, own, building)]
    case 'photo':
    case 'image':
      return [imageOf(element, building)]
    default:
      return paragraphBlocks(element, own, building)
  }
}

function imageOf(element: Element, building: Building): Block {
  const { attributes } = element
  return {
    kind: 'image',
    source: element.name === 'photo' ? building.photo : (attributes.src ?? ''),
    width: numberOf(attributes.width, 25),
    height: numberOf(attributes.height, 35),
    alt: element.name === 'photo' ? '照片' : (attributes.alt ?? ''),
    align: sideOf(attributes.align) ?? 'center',
  }
}

/** A `p` or `title`; a seal inside it stands under the text before it, as a block of its own. */
function paragraphBlocks(element: Element, style: Inherited, building: Building): readonly Block[] {
  const { attributes, children } = element
  const at = children.findIndex((child) => typeof child !== 'string' && child.name === 'seal')
  const seal = children[at]
  if (seal !== undefined && typeof seal !== 'string') {
    const part = (some: readonly (Element | string)[]) =>
      hasText(some) ? paragraphBlocks({ ...element, children: some }, style, building) : []
    const own = { ...seal, attributes: { align: sideOf(style.align) ?? 'left', ...seal.attributes } }
    return [...part(children.slice(0, at)), ...slotBlocks(own, building), ...part(children.slice(at + 1))]
  }
  const paragraphs = parted(paragraphOf(children, style, building, numberOf(attributes.indent, 0)))
  return paragraphs.map((paragraph, i) => ({
    ...paragraph,
    before: i === 0 ? numberOf(attributes.before, 0) : 0,
    after: i === paragraphs.length - 1 ? numberOf(attributes.after, 0) : 0,
    heading: element.name === 'title' && i === 0 ? numberOf(attributes.level, 1) : 0,
    keepWithNext: element.name === 'title' || isYes(attributes['keep-next']),
  }))
}

/** Where the first line is indented, each line of a fact is a paragraph of its own. */
function parted(paragraph: Paragraph): readonly Paragraph[] {
  if (paragraph.indent === 0 || !paragraph.inlines.some((inline) => inline.kind === 'br')) return [paragraph]
  const groups: Inline[][] = [[]]
  for (const inline of paragraph.inlines) {
    if (inline.kind === 'br') groups.push([])
    else groups[groups.length - 1]?.push(inline)
  }
  const text = paragraph.inlines.find((inline) => inline.kind === 'text')
  return groups.map((inlines) => ({
    ...paragraph,
    inlines: inlines.length || text?.kind !== 'text' ? inlines : [{ ...text, text: '' }],
  }))
}

function paragraphOf(
  children: readonly (Element | string)[],
  style: Inherited,
  building: Building,
  indent: number,
): Paragraph {
  const text = textStyle(style)
  const inlines = inlinesOf(children, text, (element) => slotOf(element, building))
  return {
    kind: 'p',
    // An empty paragraph is as high as its text would be.
    inlines: inlines.some((inline) => inline.kind === 'text')
      ? inlines
      : [{ ...text, kind: 'text', text: '' }, ...inlines],
    align: style.align ?? (style.head ? 'center' : 'left'),
    indent,
    leading: style.leading,
    before: 0,
    after: 0,
    heading: 0,
    keepWithNext: false,
  }
}

/** Text and places that stand directly in a cell: a place alone is a block, one beside text a part of the line. */
function runBlocks(
  run: readonly (Element | string)[],
  style: Inherited,
  building: Building,
  indent: number,
): readonly Block[] {
  const at = run.findIndex((child) => typeof child !== 'string' && child.name === 'seal')
  const isPlace = (child: Element | string | undefined): child is Element =>
    child !== undefined && typeof child !== 'string' && elements[child.name]?.kind === 'place'
  if (!hasText(run) && run.every((child) => typeof child === 'string' || isPlace(child)))
    return run.filter(isPlace).flatMap((child) => slotBlocks(child, building))
  const seal = run[at]
  if (isPlace(seal)) {
    const part = (some: readonly (Element | string)[]) => (some.length ? runBlocks(some, style, building, indent) : [])
    return [...part(run.slice(0, at)), ...slotBlocks(seal, building), ...part(run.slice(at + 1))]
  }
  return parted(paragraphOf(run, style, building, indent))
}

function slotBlocks(element: Element, building: Building): readonly Block[] {
  const slot = slotOf(element, building)
  if (!slot) return []
  const { attributes } = element
  return [
    {
      kind: 'slot',
      slot,
      align: sideOf(attributes.align) ?? 'right',
      width: numberOf(attributes.width, 0),
      height: numberOf(attributes.height, 0),
    },
  ]
}

function slotOf(element: Element, building: Building): SlotMark | undefined {
  const id = element.attributes.slot ?? ''
  if (!building.knows(id)) building.problems.push(problem('forms/unknown-slot', element.at, { slot: id }))
  return building.slot(id)
}

function sideOf(align: string | undefined): 'left' | 'center' | 'right' | undefined {
  return align === 'left' || align === 'center' || align === 'right' ? align : undefined
}
