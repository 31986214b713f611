import { Document, Footer, Header, type ISectionOptions, Packer, PageOrientation, Paragraph, SectionType } from 'docx'
import JSZip from 'jszip'
import type { Block, PageSetup, Sheet } from '../model/sheet.ts'
import { blocksOf, type Setting, thin, twips } from './docx-blocks.ts'
import { plain, windowsFonts } from './docx-runs.ts'
import { pointsPerMm } from './fonts.ts'
import type { Images } from './pen.ts'

/**
 * A sheet as a Word file: the same rows, columns, widths and heights as on paper, for people who edit or hand in DOCX.
 * Places are words and lines, nothing floats. Rows that `fill` keep their given height; text that is `spill`ed or shrunk on
 * paper stands whole in its cell. Same input, same bytes.
 * @param images pictures by the `source` of their blocks; upright JPEG or PNG
 * @throws Refusal `write/picture`
 */
export async function writeDocx(sheet: Sheet, images: Images = new Map()): Promise<Uint8Array> {
  let pictures = 0
  const setting: Setting = { images, nextPicture: () => ++pictures, keepNext: false, whole: false, inCell: false }
  const parts = sectionsOf(sheet.blocks)
  const document = new Document({
    title: sheet.title,
    creator: 'juanzong',
    lastModifiedBy: 'juanzong',
    evenAndOddHeaderAndFooters: false,
    compatibility: compatible,
    styles: { default: { document: { run: defaultRun } } },
    sections: parts.map((blocks, i) => section(sheet, blocks, i, setting)),
  })
  return repacked(await Packer.toBuffer(document), sheet.setup)
}

// ---

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

/** Word starts on a right-hand page only with a new section. */
function sectionsOf(blocks: readonly Block[]): Block[][] {
  const parts: Block[][] = [[]]
  for (const block of blocks) {
    if (block.kind === 'break' && block.to === 'recto') parts.push([])
    else parts.at(-1)?.push(block)
  }
  return parts.filter((part) => part.length > 0)
}

const papers = { A4: [210, 297], A3: [297, 420] } as const
/** Space between the text and the head or foot of a page, mm; as in layout. */
const apart = 4

function section(sheet: Sheet, blocks: readonly Block[], index: number, setting: Setting): ISectionOptions {
  const { setup } = sheet
  const content = blocksOf(blocks, setting)
  const plainFirst = setup.firstPlain && index === 0
  const [width, height] = papers[setup.paper].map(twips) as [number, number]
  const mark = watermark(sheet)
  return {
    properties: {
      type: sectionType(setup, index),
      titlePage: plainFirst,
      page: {
        // docx turns the paper itself
        size: { width, height, orientation: setup.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin: margins(sheet),
        ...(plainFirst ? { pageNumbers: { start: 0 } } : {}),
      },
    },
    headers: {
      default: new Header({ children: [...mark, ...blocksOf(setup.header, setting)] }),
      ...(plainFirst ? { first: new Header({ children: mark }) } : {}),
    },
    footers: {
      default: new Footer({ children: blocksOf(setup.footer, setting) }),
      ...(plainFirst ? { first: new Footer({ children: [] }) } : {}),
    },
    // a table that fills its page would push Word's obligatory last line onto an empty one
    children: content.at(-1) instanceof Paragraph ? content : [...content, thin()],
  }
}

/**
 * Word goes by the number of a page, not by the sheet of paper: behind a cover that is not counted (page 0), the even
 * numbers stand on the right, and so margins are exchanged and a right-hand page is an even one.
 */
function sectionType({ duplex, firstPlain }: PageSetup, index: number) {
  if (!duplex || index === 0) return SectionType.NEXT_PAGE
  return firstPlain ? SectionType.EVEN_PAGE : SectionType.ODD_PAGE
}

function margins({ setup, watermark: text }: Sheet) {
  const flipped = setup.mirrored && setup.firstPlain
  const head = lineHeights(setup.header) + (text ? (markSize * markLeading) / pointsPerMm : 0)
  return {
    top: twips(setup.top),
    bottom: twips(setup.bottom),
    left: twips(flipped ? setup.outer : setup.inner),
    right: twips(flipped ? setup.inner : setup.outer),
    header: twips(Math.max(5, setup.top - apart - head)),
    footer: twips(Math.max(5, setup.bottom - apart - lineHeights(setup.footer))),
    gutter: 0,
  }
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
  const setting: Setting = { images: new Map(), nextPicture: () => 0, keepNext: false, whole: false, inCell: false }
  return blocksOf([block], setting).filter((child) => child instanceof Paragraph)
}

/** The package again, without anything of the moment: no dates, parts in order, ZIP times of 1980. */
async function repacked(packed: Uint8Array, setup: PageSetup): Promise<Uint8Array> {
  const from = await JSZip.loadAsync(packed)
  const to = new JSZip()
  const names = Object.keys(from.files).filter((name) => !from.files[name]?.dir)
  const first = '[Content_Types].xml'
  const order = [first, ...names.filter((name) => name !== first).sort((a, b) => (a < b ? -1 : 1))]
  const date = new Date(Date.UTC(1980, 0, 1))
  for (const name of order) {
    const part = from.file(name)
    if (!part) throw new Error(`docx without ${name}`)
    const body = name.endsWith('.xml')
      ? amended(name, await part.async('string'), setup)
      : await part.async('uint8array')
    to.file(name, body, { date, createFolders: false })
  }
  return to.generateAsync({
    type: 'uint8array',
    compression: 'DEFLATE',
    compressionOptions: { level: 6 },
    platform: 'DOS',
  })
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
