import type { Finding, Place } from '../model/finding.ts'
import { gridOf } from '../model/grid.ts'
import type { Block, PageSetup, Sheet, SlotMark } from '../model/sheet.ts'
import { buildBlocks } from './blocks.ts'
import type { Element } from './markup.ts'
import { problem } from './problem.ts'
import { base, inherit, numberOf } from './style.ts'
import { isYes } from './values.ts'

/** What building needs to know of the case, and where it reports what is wrong. */
export type Building = {
  /** The slot of the route; undefined where the route has none; throws nothing. */
  readonly slot: (id: string) => SlotMark | undefined
  readonly knows: (id: string) => boolean
  readonly photo: string
  readonly problems: Finding[]
  /** The form has pages of a fixed shape: what a cell cannot hold goes on in 附页. */
  readonly fixed?: boolean | undefined
  /** Where each table stands in the template. */
  readonly where: Map<Block, Place>
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
  const setup = setupOf(root, { header: at('head'), footer: at('foot'), annexFooter: at('annex') })
  const blocks = buildBlocks(rest, style, { ...building, fixed: setup.fixed })
  const all = [...setup.header, ...blocks, ...setup.footer, ...(setup.annexFooter ?? [])]
  building.problems.push(...inTheStrip(root, setup), ...tooWide(all, textWidth(setup), building.where))
  return { form: root.attributes.id ?? '', title, setup, blocks }
}

// ---

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

function textWidth({ paper, landscape, halves, inner, outer }: PageSetup): number {
  const [short, long] = paper === 'A4' || halves ? [210, 297] : [297, 420]
  return (landscape && !halves ? long : short) - inner - outer
}

/** Nothing is printed where pages are bound or punched. */
function inTheStrip(root: Element, { inner, binding = 0 }: PageSetup): readonly Finding[] {
  return inner < binding ? [problem('forms/binding', root.at, { inner, binding })] : []
}

function rounded(mm: number): number {
  return Math.round(mm * 10) / 10
}

type Edges = Pick<PageSetup, 'header' | 'footer' | 'annexFooter'>

/** Personnel files keep 2–2.5 cm at the binding edge free (domain 1.6): pages that are printed to be bound. */
const strip = 25

function setupOf(root: Element, edges: Edges): PageSetup {
  const { attributes } = root
  const mirrored = isYes(attributes.mirrored)
  return {
    paper: attributes.paper === 'A3' ? 'A3' : 'A4',
    landscape: isYes(attributes.landscape),
    duplex: isYes(attributes.duplex),
    top: numberOf(attributes.top, 25),
    bottom: numberOf(attributes.bottom, 20),
    inner: numberOf(attributes.inner, 28),
    outer: numberOf(attributes.outer, 15),
    mirrored,
    furniture: isYes(attributes.furniture),
    fixed: isYes(attributes.fixed),
    binding: numberOf(attributes.binding, mirrored ? strip : 0),
    holes: isYes(attributes.holes),
    halves: isYes(attributes.halves),
    ...edges,
    firstPlain: isYes(attributes['first-plain']),
  }
}
