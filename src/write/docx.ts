import { Document, Footer, Header, type ISectionOptions, Packer, PageOrientation, Paragraph, SectionType } from 'docx'
import type { Block, PageSetup, Sheet } from '../model/sheet.ts'
import { blocksOf, type Setting, thin, twips } from './docx-blocks.ts'
import { plain, windowsFonts } from './docx-runs.ts'
import { openParts, zipParts } from './docx-zip.ts'
import { pointsPerMm } from './fonts.ts'
import type { Images } from './pen.ts'

/**
 * A sheet as a Word file: the same rows, columns, widths and heights as on paper, for people who edit or hand in DOCX.
 * Places are words and lines, nothing floats. Same input, same bytes.
 * @param sheet as layout has `arranged` it: rows that fill their page have a height, cut cells their 附页
 * @param images pictures by the `source` of their blocks; upright JPEG or PNG
 * @throws Refusal `write/picture`
 */
export async function writeDocx(sheet: Sheet, images: Images = new Map()): Promise<Uint8Array> {
  let pictures = 0
  const setting: Setting = { ...nothing, images, nextPicture: () => ++pictures }
  const document = new Document({
    title: sheet.title,
    creator: 'juanzong',
    lastModifiedBy: 'juanzong',
    evenAndOddHeaderAndFooters: false,
    compatibility: compatible,
    styles: { default: { document: { run: defaultRun } } },
    sections: partsOf(sheet.blocks).map((part, i) => section(sheet, part, i, setting)),
  })
  return repacked(await Packer.toBuffer(document), sheet.setup)
}

// ---

const nothing: Setting = {
  images: new Map(),
  nextPicture: () => 0,
  keepNext: false,
  whole: false,
  inCell: false,
  fixed: false,
}

const font = windowsFonts.song
const defaultRun = {
  font: { ascii: font, hAnsi: font, cs: font, eastAsia: font },
  size: 2 * plain.size,
  language: { value: 'en-US', eastAsia: 'zh-CN' },
}

/** As Word writes a Chinese document: the end of a broken line is not stretched, blanks keep their underline. */
const compatible = {
  version: 15,
  spaceForUnderline: true,
  underlineTrailingSpaces: true,
  balanceSingleByteDoubleByteWidth: true,
  doNotExpandShiftReturn: true,
  useFELayout: true,
}

/** Blocks that have a section of their own: how it begins, and which 附页 it is. */
type Part = { readonly to: 'page' | 'recto'; readonly annex: number; readonly blocks: Block[] }

/** Word starts on a right-hand page, and counts and foots 附页 apart, only with a new section. */
function partsOf(blocks: readonly Block[]): readonly Part[] {
  const parts: Part[] = [{ to: 'page', annex: 0, blocks: [] }]
  for (const block of blocks) {
    const annex = block.kind === 'break' ? (block.annex ?? 0) : 0
    if (block.kind === 'break' && (block.to === 'recto' || annex > 0)) parts.push({ to: block.to, annex, blocks: [] })
    else parts.at(-1)?.blocks.push(block)
  }
  return parts.filter((part) => part.blocks.length > 0)
}

const papers = { A4: [210, 297], A3: [297, 420] } as const
/** Space between the text and the head or foot of a page, mm; as in layout. */
const apart = 4

function section(sheet: Sheet, part: Part, index: number, setting: Setting): ISectionOptions {
  const { setup } = sheet
  const content = blocksOf(part.blocks, { ...setting, fixed: setup.fixed === true && part.annex === 0 })
  const plainFirst = setup.firstPlain && index === 0
  const [width, height] = paperOf(setup).map(twips) as [number, number]
  const mark = watermark(sheet)
  const foot = footOf(setup, part.annex)
  const start = plainFirst ? { start: 0 } : part.annex > 0 ? { start: 1 } : undefined
  return {
    properties: {
      type: sectionType(setup, part, index),
      titlePage: plainFirst,
      page: {
        // docx turns the paper itself
        size: { width, height, orientation: turned(setup) ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin: margins(sheet, foot),
        ...(start ? { pageNumbers: start } : {}),
      },
    },
    headers: {
      default: new Header({ children: orThin([...mark, ...blocksOf(setup.header, setting)]) }),
      ...(plainFirst ? { first: new Header({ children: orThin(mark) }) } : {}),
    },
    footers: {
      default: new Footer({ children: orThin(blocksOf(foot, setting)) }),
      ...(plainFirst ? { first: new Footer({ children: [thin()] }) } : {}),
    },
    // a table that fills its page would push Word's obligatory last line onto an empty one
    children: content.at(-1) instanceof Paragraph ? content : [...content, thin()],
  }
}

/** An A3 sheet of two A4 pages is written as these pages, because Word numbers and foots only whole sheets. */
function paperOf({ paper, halves }: PageSetup): readonly [number, number] {
  return papers[halves ? 'A4' : paper]
}

function turned({ landscape, halves }: PageSetup): boolean {
  return landscape && !halves
}

/** Foot of the numbered pages, or of a 附页 with its number. */
function footOf(setup: PageSetup, annex: number): readonly Block[] {
  if (annex === 0) return setup.footer
  return (setup.annexFooter ?? []).map((block) => {
    if (block.kind !== 'p') return block
    const inlines = block.inlines.map((inline) => {
      if (inline.kind !== 'page-no' || inline.of !== 'annex') return inline
      const { of: _, ...style } = inline
      return { ...style, kind: 'text', text: String(annex) } as const
    })
    return { ...block, inlines }
  })
}

/**
 * Word goes by the number of a page, not by the sheet of paper: behind a cover that is not counted (page 0), the even
 * numbers stand on the right, and so margins are exchanged and a right-hand page is an even one.
 */
function sectionType({ duplex, firstPlain }: PageSetup, { to, annex }: Part, index: number) {
  if (!duplex || to === 'page' || index === 0) return SectionType.NEXT_PAGE
  return firstPlain && annex === 0 ? SectionType.EVEN_PAGE : SectionType.ODD_PAGE
}

/** Room that rows and borders may take more in Word than on paper, from the space above the foot, mm. */
const spare = 2

function margins({ setup, watermark: text }: Sheet, foot: readonly Block[]) {
  const flipped = setup.mirrored && setup.firstPlain
  const head = lineHeights(setup.header) + (text ? (markSize * markLeading) / pointsPerMm : 0)
  return {
    top: twips(setup.top),
    bottom: twips(setup.bottom - spare),
    left: twips(flipped ? setup.outer : setup.inner),
    right: twips(flipped ? setup.inner : setup.outer),
    header: twips(Math.max(5, setup.top - apart - head)),
    footer: twips(Math.max(5, setup.bottom - apart - lineHeights(foot))),
    gutter: 0,
  }
}

/** An empty head or foot is as high as a line of text and would push the page. */
function orThin<T>(children: readonly (T | Paragraph)[]): (T | Paragraph)[] {
  return children.length > 0 ? [...children] : [thin()]
}

/** Height of heads and feet that are lines of text. */
function lineHeights(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => {
    if (block.kind !== 'p') return sum
    const text = block.inlines.find((inline) => inline.kind === 'text' || inline.kind === 'page-no')
    const size = text && 'font' in text ? text.size : plain.size
    return sum + (block.leading * size) / pointsPerMm + block.before + block.after
  }, 0)
}

const [markSize, markLeading] = [16, 1.2]

/** Words of the watermark at the head of every page: a shape behind the text would be a floating one. */
function watermark({ watermark: text }: Sheet): Paragraph[] {
  if (!text) return []
  const block: Block = {
    kind: 'p',
    inlines: [{ kind: 'text', text, font: 'hei', bold: false, size: markSize, grey: 0.6 }],
    align: 'center',
    indent: 0,
    leading: markLeading,
    before: 0,
    after: 0,
    heading: 0,
    keepWithNext: false,
  }
  return blocksOf([block], nothing).filter((child) => child instanceof Paragraph)
}

/** The package again, without anything of the moment: no dates, parts in order. */
async function repacked(packed: Uint8Array, setup: PageSetup): Promise<Uint8Array> {
  const { names, text, bytes } = await openParts(packed)
  const [first = '', ...rest] = names
  const order = [first, ...rest.sort((a, b) => (a < b ? -1 : 1))]
  const body = async (name: string) => (name.endsWith('.xml') ? amended(name, await text(name), setup) : bytes(name))
  return zipParts(await Promise.all(order.map(async (name) => [name, await body(name)] as const)))
}

/** What docx cannot be told, and what it orders otherwise than the schema (ISO/IEC 29500-1, A.1: compatSetting comes last). */
function amended(name: string, xml: string, setup: PageSetup): string {
  if (name === 'docProps/core.xml') return xml.replace(/<dcterms:(created|modified)\b[^>]*>[^<]*<\/dcterms:\1>/g, '')
  if (name === 'word/document.xml') return xml.replaceAll('<w:end ', '<w:tl2br ')
  if (name !== 'word/settings.xml') return xml
  const ordered = xml.replace(/(<w:compatSetting [^>]*\/>)(.*?)(<\/w:compat>)/, '$2$1$3')
  const background = '<w:displayBackgroundShape/>'
  return ordered.replace(background, setup.mirrored ? '<w:mirrorMargins/>' : '')
}
