import type { Block, Inline, Paragraph, SlotMark } from '../model/sheet.ts'
import { sheetWords } from '../model/sheet-words.ts'
import type { Building } from './build.ts'
import { elements } from './elements.ts'
import { hasText, inlinesOf } from './inline.ts'
import { type Element, isBlankText } from './markup.ts'
import { problem } from './problem.ts'
import { type Inherited, inherit, numberOf, textStyle } from './style.ts'
import { buildTable } from './table.ts'
import { isYes } from './values.ts'

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

/** Each line of a paragraph as a paragraph of its own. */
export function parted(paragraph: Paragraph): readonly Paragraph[] {
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

// ---

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
      return [{ kind: 'space', height: numberOf(attributes.height, 0), fill: isYes(attributes.fill) }]
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
    alt: element.name === 'photo' ? sheetWords.photo : (attributes.alt ?? ''),
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
  const paragraphs = indented(paragraphOf(children, style, building, numberOf(attributes.indent, 0)))
  return paragraphs.map((paragraph, i) => ({
    ...paragraph,
    before: i === 0 ? numberOf(attributes.before, 0) : 0,
    after: i === paragraphs.length - 1 ? numberOf(attributes.after, 0) : 0,
    heading: element.name === 'title' && i === 0 ? numberOf(attributes.level, 1) : 0,
    keepWithNext: element.name === 'title' || isYes(attributes['keep-next']),
  }))
}

/** Where the first line is indented, each line of a fact is a paragraph of its own. */
function indented(paragraph: Paragraph): readonly Paragraph[] {
  return paragraph.indent === 0 ? [paragraph] : parted(paragraph)
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
  return indented(paragraphOf(run, style, building, indent))
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
