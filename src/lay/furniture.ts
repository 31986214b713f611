import type { Item } from '../model/page.ts'
import type { Block, Sheet } from '../model/sheet.ts'
import { unitsHeight } from './cell.ts'
import { flowOf } from './flow.ts'
import { type Frame, frameOf, pageSize } from './pages.ts'
import { boxesOf, stackUnits } from './segment.ts'
import type { BoxUnit, Placed, Setting } from './types.ts'

/** Space between the text and the head or foot of a page, mm. */
const apart = 4

/** What stands on every page beside its text: watermark below; head, foot, page code and marks above. */
export function furnitureOf(sheet: Sheet, no: number, printed: { page: number; pages: number }, setting: Setting) {
  const frame = frameOf(sheet.setup, no)
  const plain = sheet.setup.firstPlain && no === 1
  const page = { ...setting, pages: printed.pages }
  const head = plain ? [] : edgeUnits(sheet.setup.header, frame, printed, page)
  const foot = plain ? [] : edgeUnits(sheet.setup.footer, frame, printed, page)
  const top = stackUnits(head, frame.x, Math.max(5, frame.y - apart - unitsHeight(head)))
  const bottom = stackUnits(foot, frame.x, frame.y + frame.h + apart)
  const places: readonly Placed[] = [...top.places, ...bottom.places]
  return {
    below: watermark(sheet, setting),
    above: [...top.items, ...bottom.items, ...(sheet.setup.furniture ? marks(sheet, no, setting) : [])],
    places,
  }
}

// ---

/** Page numbers are known here, so that they are plain text by now. */
function edgeUnits(
  blocks: readonly Block[],
  frame: Frame,
  printed: { readonly page: number; readonly pages: number },
  setting: Setting,
): readonly BoxUnit[] {
  return flowOf(
    blocks.map((block) => numbered(block, printed.page)),
    frame.w,
    setting,
  ).flatMap((unit) => {
    if (unit.kind === 'box') return [unit]
    return unit.kind === 'table' ? boxesOf(unit, setting) : []
  })
}

function numbered(block: Block, page: number): Block {
  if (block.kind === 'table') {
    const rows = block.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, blocks: cell.blocks.map((inner) => numbered(inner, page)) })),
    }))
    return { ...block, rows }
  }
  if (block.kind === 'keep') return { ...block, blocks: block.blocks.map((inner) => numbered(inner, page)) }
  if (block.kind !== 'p') return block
  return {
    ...block,
    inlines: block.inlines.map((inline) =>
      inline.kind === 'page-no' && inline.of === 'page' ? { ...inline, kind: 'text', text: String(page) } : inline,
    ),
  }
}

function watermark(sheet: Sheet, setting: Setting): readonly Item[] {
  if (!sheet.watermark) return []
  const { w, h } = pageSize(sheet.setup)
  const run = setting.measure.runs(sheet.watermark, 'hei', false)[0]
  if (run?.font === undefined) return []
  const size = Math.min(
    96,
    (Math.hypot(w, h) * 0.6) / Math.max(0.1, setting.measure.width(sheet.watermark, run.font, 1)),
  )
  return [{ kind: 'watermark', x: w / 2, y: h / 2, font: run.font, size, text: sheet.watermark, angle: 45, grey: 0.9 }]
}

/** Small page code in the foot and a cross in each corner, so that a returned scan can be found and put straight. */
function marks(sheet: Sheet, no: number, setting: Setting): readonly Item[] {
  const { w, h } = pageSize(sheet.setup)
  const code = `${sheet.form}-${no}`
  const run = setting.measure.runs(code, 'hei', false)[0]
  const line = { kind: 'line', width: 0.2, grey: 0 } as const
  const corners = [
    [6, 6],
    [w - 6, 6],
    [6, h - 6],
    [w - 6, h - 6],
  ] as const
  const crosses = corners.flatMap(([x, y]): Item[] => [
    { ...line, x1: x - 2, y1: y, x2: x + 2, y2: y },
    { ...line, x1: x, y1: y - 2, x2: x, y2: y + 2 },
  ])
  if (run?.font === undefined) return crosses
  return [...crosses, { kind: 'text', x: 11, y: h - 5, font: run.font, size: 6, text: code, spacing: 0, grey: 0.4 }]
}
