import type { Case } from '../model/case.ts'
import type { Finding } from '../model/finding.ts'
import type { Block, Sheet } from '../model/sheet.ts'
import { problem } from './problem.ts'
import { slotsOf } from './slots.ts'

/** Slots of a form that its sheet does not show exactly once on the route of the case, and slots of other forms in it. */
export function unplaced(sheet: Sheet, c: Case, file: string): readonly Finding[] {
  const shown = [...sheet.setup.header, ...sheet.blocks, ...sheet.setup.footer].flatMap(slotIds)
  const slots = slotsOf(c)
  const own = c.procedure.slots.slots.filter((row) => isOf(row.form, sheet.form) && slots.get(row.id) !== undefined)
  const foreign = c.procedure.slots.slots.filter((row) => !isOf(row.form, sheet.form) && shown.includes(row.id))
  return [
    ...own
      .filter((row) => !row.optional && !shown.includes(row.id))
      .map((row) => problem('forms/slot-missing', { file }, { slot: row.id, form: sheet.form })),
    ...own
      .filter((row) => shown.filter((id) => id === row.id).length > 1)
      .map((row) => problem('forms/slot-twice', { file }, { slot: row.id, form: sheet.form })),
    ...foreign.map((row) => problem('forms/slot-elsewhere', { file }, { slot: row.id, form: row.form })),
  ]
}

// ---

/** `publicity` stands for publicity-a3 and publicity-a4. */
function isOf(form: string, id: string): boolean {
  return form === id || id.startsWith(`${form}-`)
}

function slotIds(block: Block): readonly string[] {
  switch (block.kind) {
    case 'slot':
      return [block.slot.id]
    case 'p':
      return block.inlines.flatMap((inline) => (inline.kind === 'place' ? [inline.slot.id] : []))
    case 'keep':
      return block.blocks.flatMap(slotIds)
    case 'table':
      return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.blocks.flatMap(slotIds)))
    default:
      return []
  }
}
