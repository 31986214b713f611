import type { Block } from '../model/sheet.ts'
import { photoItems, slotBox } from './marks.ts'
import { paragraphUnits } from './paragraph.ts'
import { layTable } from './table.ts'
import type { Box, BoxUnit, Setting, Unit } from './types.ts'

/** Lays blocks one under the other in a column of `width` mm; where pages end is decided later. */
export function flowOf(blocks: readonly Block[], width: number, setting: Setting): readonly Unit[] {
  return blocks.flatMap((block): readonly Unit[] => {
    switch (block.kind) {
      case 'p':
        return paragraphUnits(block, width, setting)
      case 'table':
        return [
          { kind: 'table', layout: layTable(block, width, setting), keepNext: false, whole: false, rest: () => block },
        ]
      case 'keep':
        return kept(flowOf(block.blocks, width, setting))
      case 'break':
        return [block]
      default:
        return [{ ...thing(boxOf(block, width, setting), block), fill: block.kind === 'space' && block.fill }]
    }
  })
}

// ---

function thing(box: Box, block: Block): BoxUnit {
  return { kind: 'box', box, before: 0, after: 0, keepNext: false, first: true, rest: () => block }
}

function boxOf(block: Extract<Block, { kind: 'space' | 'slot' | 'image' }>, width: number, setting: Setting): Box {
  if (block.kind === 'space') return { h: block.height, items: [], places: [] }
  if (block.kind === 'slot') return slotBox(block, width, setting)
  // Never wider than its column: shrunk in proportion.
  const scale = Math.min(1, width / block.width)
  const [w, h] = [block.width * scale, block.height * scale]
  const x = block.align === 'right' ? width - w : block.align === 'center' ? (width - w) / 2 : 0
  if (block.source === '') return { h, items: photoItems(x, 0, w, h, setting), places: [] }
  return { h, items: [{ kind: 'image', x, y: 0, w, h, source: block.source, alt: block.alt }], places: [] }
}

/** Everything on one page: each unit may not be parted from the next, tables stay whole. */
function kept(units: readonly Unit[]): readonly Unit[] {
  return units.map((unit, i) => {
    if (unit.kind === 'break') return unit
    const keepNext = i < units.length - 1 || unit.keepNext
    return unit.kind === 'table' ? { ...unit, keepNext, whole: true } : { ...unit, keepNext }
  })
}
