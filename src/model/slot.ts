import { z } from 'zod'
import { stage } from './finding.ts'
import { clause, grade } from './procedure.ts'
import { bilingual, decimal, id, text, yesNo } from './scalar.ts'

export const slotKinds = ['seal', 'e-seal', 'signature', 'date', 'handwriting', 'riding'] as const
export type SlotKind = (typeof slotKinds)[number]

/** `slots.yaml`: seals, signatures and dates of the procedure (domain 5.2 with 9). */
export const slotsSchema = z.strictObject({
  format: z.literal('juanzong/slots@1', { error: 'format/version' }),
  /** `ring` draws a light dashed circle of true size, `word` only （公章） in empty space. */
  print: z.enum(['ring', 'word'], { error: 'format/slot-print' }),
  slots: z.array(
    z.strictObject({
      id,
      kind: z.enum(slotKinds, { error: 'format/slot-kind' }),
      name: bilingual,
      /** Form id, or `export` for a page of the platform's export, `evidence` for copies and edges. */
      form: text,
      /** route id → body id that seals or signs; a route that is absent has no such place. `applicant` is a body too. */
      on: z.record(z.string(), id),
      diameter: decimal.optional(),
      /** What the seal covers: unit name and date (GB/T 9704 idea). */
      over: bilingual.optional(),
      /** Where it is sealed: our print, the platform's export, comes sealed by the platform, or by whoever issues the paper. */
      onto: z.enum(['ours', 'platform-export', 'platform-e-seal', 'supplied'], { error: 'format/slot-onto' }),
      stage,
      grade,
      optional: yesNo.optional(),
      /** Ids of the procedure's `copies`, or `single`. */
      copies: z.array(id),
      basis: clause,
      anchors: z.array(z.strictObject({ text, dx: decimal, dy: decimal })).optional(),
      otherReading: bilingual.optional(),
    }),
  ),
})
export type SlotsFile = z.output<typeof slotsSchema>
export type SlotRow = SlotsFile['slots'][number]

export type CopyState = 'pending' | 'stamped' | 'e-seal-present' | 'doubtful' | 'not-applicable'

/** A place on a laid page; millimetres from the top left corner of the page (FORMATS 6). */
export type Slot = {
  readonly id: string
  readonly kind: SlotKind
  /** Body id, and its full name where the unit gave it. */
  readonly body: string
  readonly bodyName: string
  readonly name: string
  readonly form: string
  /** 1-based page of the form; in the bundle also `bundlePage`. */
  readonly page: number
  readonly bundlePage?: number | undefined
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  readonly diameter?: number | undefined
  readonly over?: string | undefined
  readonly stage: string
  readonly grade: string
  readonly onto: string
  readonly optional: boolean
  readonly copies: readonly {
    readonly copy: string
    readonly state: CopyState
    readonly seenIn?: string
    readonly confirmedBy?: string
  }[]
}
