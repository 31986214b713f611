import type { Item } from '../model/page.ts'
import type { Block, Sheet } from '../model/sheet.ts'
import { unitsHeight } from './cell.ts'
import { flowOf } from './flow.ts'
import { type Frame, frameOf, pageSize } from './pages.ts'
import { boxesOf, stackUnits } from './segment.ts'
import type { BoxUnit, Placed, Setting } from './types.ts'

/** Space between the text and the head or foot of a page, mm. */
const apart = 4

/** A page as it is counted: `annex` is 0, or the number of the 附页 whose page `printed` it is. */
export type Counted = {
  readonly no: number
  readonly foot: readonly Block[]
  readonly annex: number
  readonly printed: number
}

/** What stands on every page beside its text: watermark below; head, foot, page code and marks above. */
export function furnitureOf(sheet: Sheet, counted: Counted, setting: Setting) {
  const { setup } = sheet
  const frame = frameOf(setup, counted.no)
  const plain = setup.firstPlain && counted.no === 1
  const head = plain ? [] : edgeUnits(setup.header, frame, counted, setting)
  const foot = plain ? [] : edgeUnits(counted.foot, frame, counted, setting)
  const top = stackUnits(head, frame.x, Math.max(5, frame.y - apart - unitsHeight(head)))
  const bottom = stackUnits(foot, frame.x, frame.y + frame.h + apart)
  const places: readonly Placed[] = [...top.places, ...bottom.places]
  return {
    below: watermark(sheet, frame, setting),
    above: [
      ...top.items,
      ...bottom.items,
      ...(setup.furniture ? marks(sheet, counted.no, setting) : []),
      ...(setup.holes ? holes(setup, counted.no) : []),
    ],
    places,
  }
}

// ---

/** Page numbers are known here, so that they are plain text by now. */
function edgeUnits(blocks: readonly Block[], frame: Frame, counted: Counted, setting: Setting): readonly BoxUnit[] {
  return flowOf(
    blocks.map((block) => numbered(block, counted)),
    frame.w,
    setting,
  ).flatMap((unit) => {
    if (unit.kind === 'box') return [unit]
    return unit.kind === 'table' ? boxesOf(unit, setting) : []
  })
}

function numbered(block: Block, counted: Counted): Block {
  if (block.kind === 'table') {
    const rows = block.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, blocks: cell.blocks.map((inner) => numbered(inner, counted)) })),
    }))
    return { ...block, rows }
  }
  if (block.kind === 'keep') return { ...block, blocks: block.blocks.map((inner) => numbered(inner, counted)) }
  if (block.kind !== 'p') return block
  return {
    ...block,
    inlines: block.inlines.map((inline) => {
      if (inline.kind !== 'page-no' || inline.of === 'pages') return inline
      return { ...inline, kind: 'text', text: String(inline.of === 'page' ? counted.printed : counted.annex) }
    }),
  }
}

/** As large as the text area, so that none of it stands in the binding strip. */
function watermark(sheet: Sheet, frame: Frame, setting: Setting): readonly Item[] {
  if (!sheet.watermark) return []
  const run = setting.measure.runs(sheet.watermark, 'hei', false)[0]
  if (run?.font === undefined) return []
  const room = Math.hypot(frame.w, frame.h) * 0.6
  const size = Math.min(96, room / Math.max(0.1, setting.measure.width(sheet.watermark, run.font, 1)))
  const [x, y] = [frame.x + frame.w / 2, frame.y + frame.h / 2]
  return [{ kind: 'watermark', x, y, font: run.font, size, text: sheet.watermark, angle: 45, grey: 0.9 }]
}

const line = { kind: 'line', width: 0.2, grey: 0 } as const

/** Small page code in the foot and a cross in each corner outside the binding strip, so that a returned scan can be put straight. */
function marks(sheet: Sheet, no: number, setting: Setting): readonly Item[] {
  const { w, h } = pageSize(sheet.setup)
  const code = `${sheet.form}-${no}`
  const run = setting.measure.runs(code, 'hei', false)[0]
  const strip = sheet.setup.binding ?? 0
  const onRight = bindsRight(sheet.setup, no)
  const left = 6 + (onRight ? 0 : strip)
  const right = w - 6 - (onRight ? strip : 0)
  const corners = [
    [left, 6],
    [right, 6],
    [left, h - 6],
    [right, h - 6],
  ] as const
  const crosses = corners.flatMap(([x, y]): Item[] => [
    { ...line, x1: x - 2, y1: y, x2: x + 2, y2: y },
    { ...line, x1: x, y1: y - 2, x2: x, y2: y + 2 },
  ])
  if (run?.font === undefined) return crosses
  return [
    ...crosses,
    { kind: 'text', x: left + 5, y: h - 5, font: run.font, size: 6, text: code, spacing: 0, grey: 0.4 },
  ]
}

/** Middles of the holes of a personnel file: mm from the binding edge and from the bottom (domain 1.6). */
const hole = { edge: 15, up: [54, 137, 220], r: 3 } as const

function holes(setup: Sheet['setup'], no: number): readonly Item[] {
  const { w, h } = pageSize(setup)
  const x = bindsRight(setup, no) ? w - hole.edge : hole.edge
  return hole.up.flatMap((up): Item[] => {
    const y = h - up
    return [
      { kind: 'circle', x, y, r: hole.r, width: 0.1, grey: 0.6 },
      { ...line, width: 0.1, grey: 0.6, x1: x - 1, y1: y, x2: x + 1, y2: y },
      { ...line, width: 0.1, grey: 0.6, x1: x, y1: y - 1, x2: x, y2: y + 1 },
    ]
  })
}

/** A left page of a form that is printed on both sides. */
function bindsRight(setup: Sheet['setup'], no: number): boolean {
  return setup.mirrored && no % 2 === 0
}
