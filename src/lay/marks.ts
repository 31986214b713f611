import type { Item } from '../model/page.ts'
import type { Block, SlotMark, TextStyle } from '../model/sheet.ts'
import { sheetWords } from '../model/sheet-words.ts'
import { paragraphUnits } from './paragraph.ts'
import type { Box, Placed, Setting } from './types.ts'
import { pt, sum } from './units.ts'

type SlotBlock = Extract<Block, { kind: 'slot' }>

/** Grey of rings and their words: a red seal covers it and a copier barely shows it (FORMATS 6). */
const faint = 0.72
const ring = { width: 0.25, grey: faint, dash: [1.2, 1] } as const
/** Clear space round a seal, mm. */
const clear = 2
const usual = 42
/** A line to sign on. */
const signature = { width: 45, height: 9 }

/** How much room a place takes: as asked, never less than what it needs. */
export function slotSize(block: SlotBlock): { readonly w: number; readonly h: number } {
  const { kind } = block.slot
  if (kind === 'seal' || kind === 'riding') {
    const side = (block.slot.diameter ?? usual) + 2 * clear
    return { w: Math.max(block.width, side), h: Math.max(block.height, side) }
  }
  if (kind === 'e-seal') return { w: Math.max(block.width, 52), h: Math.max(block.height, 12) }
  if (kind === 'date') return { w: block.width || 36, h: block.height || 7 }
  return { w: block.width || signature.width, h: block.height || signature.height }
}

/** Draws a place as a block of its own in a column of `width` mm. */
export function slotBox(block: SlotBlock, width: number, setting: Setting): Box {
  const { kind } = block.slot
  if (kind === 'seal' || kind === 'riding') return sealBox(block, width, setting)
  if (kind === 'e-seal') return eSealBox(block, width, setting)
  return lineBox(block, width, setting)
}

/** Bordered box with the word 照片, until there is one. */
export function photoItems(x: number, y: number, w: number, h: number, setting: Setting): readonly Item[] {
  const border: Item = { kind: 'rect', x, y, w, h, width: 0.18, grey: 0 }
  return [border, ...centred([sheetWords.photo], { x, y, w, h }, style(10.5, 0), setting)]
}

/** Lines of text centred in a box, wrapped to its width and made smaller until they fit (down to 5 points). */
export function centred(
  texts: readonly string[],
  box: { readonly x: number; readonly y: number; readonly w: number; readonly h: number },
  text: TextStyle,
  setting: Setting,
): readonly Item[] {
  for (let size = text.size; ; size -= 0.5) {
    const lines = texts.flatMap((line) =>
      paragraphUnits(
        {
          kind: 'p',
          inlines: [{ ...text, size, kind: 'text', text: line }],
          align: 'center',
          indent: 0,
          leading: 1.25,
          before: 0,
          after: 0,
          heading: 0,
          keepWithNext: false,
        },
        box.w,
        setting,
      ),
    )
    const height = sum(lines.map((line) => line.box.h))
    if (height > box.h && size > 5) continue
    let y = box.y + (box.h - height) / 2
    return lines.flatMap((line) => {
      const items = line.box.items.map((item) =>
        item.kind === 'text' ? { ...item, x: item.x + box.x, y: item.y + y } : item,
      )
      y += line.box.h
      return items
    })
  }
}

// ---

function style(size: number, grey: number): TextStyle {
  return { font: 'song', bold: false, size, grey }
}

function left(align: SlotBlock['align'], width: number, w: number): number {
  if (align === 'right') return Math.max(0, width - w)
  return align === 'center' ? Math.max(0, (width - w) / 2) : 0
}

function sealBox(block: SlotBlock, width: number, setting: Setting): Box {
  const { w, h } = slotSize(block)
  const x = left(block.align, width, w)
  const diameter = block.slot.diameter ?? usual
  const place: Placed = { slot: block.slot, x, y: 0, w, h, diameter }
  if (block.slot.print === 'word')
    return { h, items: centred([sheetWords.seal], { x, y: 0, w, h }, style(10.5, 0), setting), places: [place] }
  const r = diameter / 2
  const inside = { x: x + w / 2 - r * 0.8, y: h / 2 - r * 0.55, w: r * 1.6, h: r * 1.1 }
  const circle: Item = { kind: 'circle', x: x + w / 2, y: h / 2, r, ...ring }
  return { h, items: [circle, ...centred(sealWords(block.slot), inside, style(9, faint), setting)], places: [place] }
}

function sealWords(slot: SlotMark): readonly string[] {
  return slot.kind === 'riding' ? [sheetWords.riding] : [sheetWords.sealHere, sheetWords.sealOf(slot.bodyName)]
}

/** Comes sealed by the platform: a label, no ring (FORMATS 6). */
function eSealBox(block: SlotBlock, width: number, setting: Setting): Box {
  const { w, h } = slotSize(block)
  const x = left(block.align, width, w)
  const border: Item = { kind: 'rect', x, y: 0, w, h, ...ring }
  const words = centred([sheetWords.eSeal], { x: x + 1, y: 1, w: w - 2, h: h - 2 }, style(9, faint), setting)
  return { h, items: [border, ...words], places: [{ slot: block.slot, x, y: 0, w, h }] }
}

/** Signature, date or handwriting: its name, then the space to write in. */
function lineBox(block: SlotBlock, width: number, setting: Setting): Box {
  const { slot } = block
  const size = slotSize(block)
  const unit = paragraphUnits(
    {
      kind: 'p',
      inlines: [
        { ...style(10.5, 0), kind: 'text', text: slot.kind === 'date' ? '' : `${slot.name}：` },
        { kind: 'place', slot, width: Math.min(size.w, width) },
      ],
      align: block.align,
      indent: 0,
      leading: Math.max(1.25, size.h / (10.5 * pt)),
      before: 0,
      after: 0,
      heading: 0,
      keepWithNext: false,
    },
    width,
    setting,
  )
  let y = 0
  const moved = unit.map((line) => {
    const at = y
    y += line.box.h
    return { ...line.box, at }
  })
  return {
    h: y,
    items: moved.flatMap((box) => box.items.map((item) => lower(item, box.at))),
    places: moved.flatMap((box) => box.places.map((place) => ({ ...place, y: place.y + box.at }))),
  }
}

function lower(item: Item, dy: number): Item {
  if (item.kind === 'line') return { ...item, y1: item.y1 + dy, y2: item.y2 + dy }
  return { ...item, y: item.y + dy }
}
