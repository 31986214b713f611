import type { ProcedureFile } from '../model/procedure.ts'
import type { Slot, SlotKind } from '../model/slot.ts'
import type { SignatureField } from '../write/fields.ts'

/**
 * A field for each place of a form that somebody seals or signs, and for each copy of it; copies count in the order of
 * procedure.yaml. Dates and lines for handwriting are none: they are written by hand. A place that stands on every page (in
 * a foot) is one field, on the first.
 */
export function signatureFields(slots: readonly Slot[], copies: ProcedureFile['copies']): SignatureField[] {
  const signed = slots.filter(({ kind }) => isSigned[kind])
  const first = signed.filter((slot, i) => signed.findIndex(({ id }) => id === slot.id) === i)
  return first.flatMap(({ id, name, page, x, y, w, h, copies: own }) =>
    own.map(({ copy }) => ({ slot: id, copy: copyNumber(copy, copies), label: name, page, x, y, w, h })),
  )
}

// ---

const isSigned: Readonly<Record<SlotKind, boolean>> = {
  seal: true,
  'e-seal': true,
  signature: true,
  riding: true,
  date: false,
  handwriting: false,
}

/** `single` is the only copy there is. */
function copyNumber(copy: string, copies: ProcedureFile['copies']): number {
  return Math.max(1, copies.findIndex(({ id }) => id === copy) + 1)
}
