import { AlignmentType, ImageRun, LineRuleType, Paragraph, type ParagraphChild, Table } from 'docx'
import { exits, Refusal } from '../model/finding.ts'
import type { Align, Block, Paragraph as SheetParagraph, TextStyle } from '../model/sheet.ts'
import { sheetWords } from '../model/sheet-words.ts'
import { joinTables } from './docx-join.ts'
import { faint, look, placeRuns, plain, runsOf, textRuns } from './docx-runs.ts'
import { tableOf } from './docx-table.ts'
import { pointsPerMm } from './fonts.ts'
import type { Images } from './pen.ts'

/** What holds for blocks as they stand: in a cell, on one page with the next, with which pictures. */
export type Setting = {
  readonly images: Images
  /** Numbers the pictures of the document. */
  readonly nextPicture: () => number
  /** May not be parted from what follows. */
  readonly keepNext: boolean
  /** Tables stand on one page. */
  readonly whole: boolean
  readonly inCell: boolean
  /** Each page of the form is one page, whatever it holds. */
  readonly fixed: boolean
}

/** Twentieths of a point, Word's unit of length. */
export function twips(mm: number): number {
  return Math.round(mm * pointsPerMm * 20)
}

/**
 * Blocks as Word has them. Inside a cell the space above the first and below the last paragraph is dropped, as in layout.
 * A page break is carried by the paragraph that follows; before a table stands a line of one point for it.
 */
export function blocksOf(blocks: readonly Block[], setting: Setting): (Paragraph | Table)[] {
  const out: (Paragraph | Table)[] = []
  let broken = false
  const joined = joinTables(blocks, setting.fixed)
  joined.forEach((block, i) => {
    if (block.kind === 'break') {
      broken = true
      return
    }
    if (broken && block.kind !== 'p') out.push(thin(broken))
    const edges = { first: setting.inCell && i === 0, last: setting.inCell && i === joined.length - 1, broken }
    const next = blockOf(block, edges, setting)
    // Word makes one table of two that touch.
    const touching = out.at(-1) instanceof Table && next[0] instanceof Table
    out.push(...(touching ? [thin()] : []), ...next)
    broken = false
  })
  return out
}

/** The line of an empty cell, as high as it may be (mm) and never higher than a line of text. */
export function emptyLine(room: number, { keepNext }: Setting, blocks: readonly Block[] = []): Paragraph {
  const block = blocks.find((one) => one.kind === 'p')
  const style = block ? styleOf(block) : plain
  const usual = Math.round((block?.leading ?? 1.3) * style.size * 20)
  return new Paragraph({
    alignment: alignments[block?.align ?? 'left'],
    keepNext,
    run: look(style),
    spacing: { line: Math.max(20, Math.min(usual, twips(room))), lineRule: LineRuleType.EXACT, before: 0, after: 0 },
  })
}

/** A line of one point: parts two tables, ends a page that is full, starts a new page. */
export function thin(pageBreakBefore = false): Paragraph {
  return new Paragraph({
    pageBreakBefore,
    run: { size: 2 },
    spacing: { line: 20, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
  })
}

// ---

type Standing = Exclude<ReturnType<typeof joinTables>[number], { kind: 'break' }>
type Edges = { readonly first: boolean; readonly last: boolean; readonly broken: boolean }

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
  spread: AlignmentType.DISTRIBUTE,
} as const satisfies Record<Align, unknown>

function blockOf(block: Standing, edges: Edges, setting: Setting): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'p':
      return [paragraphOf(block, edges, setting)]
    case 'joined':
      return [tableOf(block, setting)]
    case 'keep':
      return keptOf(block.blocks, setting)
    case 'space':
      return [spaceOf(block.height, setting)]
    case 'slot':
      return slotOf(block, setting)
    case 'image':
      return [pictureOf(block, setting)]
  }
}

/** Everything but the last block may not be parted from what follows; on a page of its own nothing is. */
function keptOf(blocks: readonly Block[], setting: Setting): (Paragraph | Table)[] {
  if (setting.fixed) return blocksOf(blocks, setting)
  return blocks.flatMap((block, i) =>
    blocksOf([block], { ...setting, whole: true, keepNext: i < blocks.length - 1 || setting.keepNext }),
  )
}

function paragraphOf(block: SheetParagraph, edges: Edges, setting: Setting): Paragraph {
  const style = styleOf(block)
  const place = block.inlines.some((inline) => inline.kind === 'place')
  return new Paragraph({
    children: runsOf(block.inlines, style),
    alignment: alignments[block.align],
    ...(block.indent ? { indent: { firstLine: Math.round(block.indent * style.size * 20) } } : {}),
    spacing: {
      before: edges.first ? 0 : twips(block.before),
      after: edges.last ? 0 : twips(block.after),
      line: Math.max(Math.round(block.leading * largestOf(block) * 20), place ? twips(placeHeight) : 0),
      lineRule: LineRuleType.EXACT,
    },
    keepNext: block.keepWithNext || setting.keepNext,
    keepLines: setting.keepNext,
    widowControl: false,
    pageBreakBefore: edges.broken,
    ...(block.heading ? { outlineLevel: block.heading - 1 } : {}),
  })
}

/** A line to sign on is at least so high, mm; as in layout. */
const placeHeight = 7

/** Size of the largest text: an exact line of less would cut it. */
function largestOf(block: SheetParagraph): number {
  const sizes = block.inlines.flatMap((inline) =>
    inline.kind === 'text' || inline.kind === 'page-no' ? [inline.size] : [],
  )
  return Math.max(...(sizes.length > 0 ? sizes : [plain.size]))
}

/** Style of the first text: what an indent is counted in, as in layout. */
function styleOf(block: SheetParagraph): TextStyle {
  const text = block.inlines.find((inline) => inline.kind === 'text' || inline.kind === 'page-no')
  return text?.kind === 'text' || text?.kind === 'page-no' ? { ...text, shift: undefined, underline: undefined } : plain
}

function spaceOf(height: number, { keepNext }: Setting): Paragraph {
  const line = Math.min(31_680, Math.max(1, twips(height)))
  return new Paragraph({ keepNext, spacing: { line, lineRule: LineRuleType.EXACT, before: 0, after: 0 } })
}

type SlotBlock = Extract<Block, { kind: 'slot' }>

/** A place in the flow as words with the room that its ring or line takes on paper: no floating shapes. */
function slotOf(block: SlotBlock, setting: Setting): Paragraph[] {
  const { slot } = block
  if (slot.kind === 'seal' || slot.kind === 'riding') {
    const side = (slot.diameter ?? 42) + 4
    const words = slot.kind === 'riding' ? [sheetWords.riding] : [sheetWords.sealHere, sheetWords.sealOf(slot.bodyName)]
    const ring = words.flatMap((text) => inLines(text, ((side - 4) * 0.8 * pointsPerMm) / faint.size))
    const lines = slot.print === 'word' ? [sheetWords.seal] : ring
    const style = slot.print === 'word' ? plain : faint
    return room(lines, style, { w: Math.max(block.width, side), h: Math.max(block.height, side) }, block, setting)
  }
  if (slot.kind === 'e-seal')
    return room(
      [sheetWords.eSeal],
      faint,
      { w: Math.max(block.width, 52), h: Math.max(block.height, 12) },
      block,
      setting,
    )
  const label = slot.kind === 'date' ? [] : textRuns(`${slot.name}：`, plain)
  const size =
    slot.kind === 'date'
      ? { w: block.width || 36, h: block.height || 7 }
      : { w: block.width || 45, h: block.height || 9 }
  const children = [...label, ...placeRuns(slot, size.w, plain)]
  return [
    lineParagraph(children, { alignment: alignments[block.align], line: twips(size.h), keepNext: setting.keepNext }),
  ]
}

/** Text in lines of at most `most` characters, as it stands in a ring: what a seal covers, and no wider than its cell. */
function inLines(text: string, most: number): readonly string[] {
  const characters = [...text]
  const count = Math.ceil(characters.length / Math.max(1, Math.floor(most)))
  const each = Math.ceil(characters.length / count)
  return Array.from({ length: count }, (_, i) => characters.slice(i * each, (i + 1) * each).join(''))
}

type Size = { readonly w: number; readonly h: number }

/** Lines in the middle of a room of `w` × `h` mm that stands left, right or in the centre. */
function room(
  lines: readonly string[],
  style: TextStyle,
  { w, h }: Size,
  block: SlotBlock,
  setting: Setting,
): Paragraph[] {
  const pitch = Math.round(style.size * 1.25 * 20)
  const rest = Math.max(0, twips(h) - pitch * lines.length)
  return lines.map((text, i) => {
    const side = Math.max(0, Math.round((twips(w) - [...text].length * style.size * 20) / 2))
    const indent = block.align === 'right' ? { right: side } : block.align === 'left' ? { left: side } : {}
    const last = i === lines.length - 1
    return new Paragraph({
      children: textRuns(text, style),
      alignment: alignments[block.align],
      indent,
      keepNext: !last || setting.keepNext,
      spacing: {
        before: i === 0 ? Math.floor(rest / 2) : 0,
        after: last ? Math.ceil(rest / 2) : 0,
        line: pitch,
        lineRule: LineRuleType.EXACT,
      },
    })
  })
}

type LineOptions = { readonly alignment: (typeof alignments)[Align]; readonly line: number; readonly keepNext: boolean }

function lineParagraph(children: ParagraphChild[], { alignment, line, keepNext }: LineOptions): Paragraph {
  return new Paragraph({
    children,
    alignment,
    keepNext,
    spacing: { line, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
  })
}

/** A picture in the line, or the word 照片 in its room until there is one. */
function pictureOf(block: Extract<Block, { kind: 'image' }>, setting: Setting): Paragraph {
  const alignment = alignments[block.align]
  const { keepNext } = setting
  if (block.source === '')
    return lineParagraph(textRuns(sheetWords.photo, plain), { alignment, line: twips(block.height), keepNext })
  const data = setting.images.get(block.source)
  const type = data && pictureType(data)
  if (!data || !type)
    throw new Refusal('write/picture', exits.unreadable, { source: block.source }, { file: block.source })
  const id = setting.nextPicture()
  const picture = new ImageRun({
    type,
    data,
    // 96 pixels to the inch is what docx counts in
    transformation: { width: (block.width / 25.4) * 96, height: (block.height / 25.4) * 96 },
    altText: { id: String(id), name: `picture-${id}`, description: block.alt, title: block.alt },
  })
  return new Paragraph({ children: [picture], alignment, keepNext, spacing: { before: 0, after: 0 } })
}

function pictureType(data: Uint8Array): 'jpg' | 'png' | undefined {
  if (data[0] === 0xff && data[1] === 0xd8) return 'jpg'
  return data[0] === 0x89 && data[1] === 0x50 ? 'png' : undefined
}
