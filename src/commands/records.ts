import type { Case } from '../model/case.ts'
import type { Slot } from '../model/slot.ts'
import { print } from '../say/json.ts'

/** Plain data as a JSON file. */
export function json(data: unknown): Uint8Array {
  return Buffer.from(print(data))
}

/** `slots.json`: every place of the forms, with its copies (FORMATS 6); millimetres from the top left of the page. */
export function slotsJson({ today, procedure, dossier }: Case, slots: readonly Slot[]): Uint8Array {
  const { id, version } = procedure.file
  return json({
    format: 'juanzong/slot-places@1',
    asOf: today,
    procedure: { id, version, hash: procedure.hash },
    category: dossier.category,
    slots: slots.map(rounded),
  })
}

// ---

function rounded(slot: Slot): Slot {
  const [x = 0, y = 0, w = 0, h = 0] = [slot.x, slot.y, slot.w, slot.h].map((value) => Math.round(value * 100) / 100)
  return { ...slot, x, y, w, h }
}
