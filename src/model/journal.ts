import { z } from 'zod'
import { stage } from './finding.ts'
import { civilDate, id, line, text, whole, yesNo } from './scalar.ts'

/**
 * `journal.yaml`: what happened, append-only (FORMATS 2). The stage of a case follows from it. An event is never changed;
 * a mistake is corrected by a later event with `corrects`.
 */

const event = {
  id,
  on: civilDate,
  by: line.optional(),
  role: line.optional(),
  note: text.optional(),
  corrects: id.optional(),
}

function kind<N extends string, S extends z.ZodRawShape>(what: N, shape: S) {
  return z.strictObject({ ...event, what: z.literal(what), ...shape })
}

export const journalEvent = z.discriminatedUnion(
  'what',
  [
    /** Sheet and related materials hung up (四(二)3(1)). `until` is the last full day on the wall. */
    kind('posted', {
      until: civilDate.optional(),
      places: z.array(line),
      officePlatform: line.optional(),
      snapshot: id.optional(),
    }),
    kind('posting-ended', {
      result: z.enum(['none', 'settled', 'upheld'], { error: 'format/posting-result' }),
      finding: text.optional(),
    }),
    kind('frozen', { snapshot: id }),
    kind('objection', { text, settled: civilDate.optional(), outcome: text.optional() }),
    kind('originals-checked', {}),
    kind('recommended', {
      result: z.enum(['recommended', 'not-recommended'], { error: 'format/recommended' }),
      reason: text.optional(),
      rank: whole.optional(),
    }),
    kind('submitted', { count: whole }),
    /** 单位限期补充 */
    kind('unit-deadline', { deadline: civilDate, items: z.array(text) }),
    /** 退回补正, as the authority wrote it */
    kind('returned', {
      deadline: civilDate.optional(),
      items: z.array(z.strictObject({ id, text, path: text.optional(), done: yesNo.optional() })),
    }),
    kind('corrected', { path: text, reason: text, before: text.optional(), after: text.optional() }),
    /** 不予受理 */
    kind('not-accepted', { reason: text }),
    /** 终止 */
    kind('terminated', { reason: text }),
    /** 逾期视为放弃 */
    kind('abandoned', { reason: text.optional() }),
    kind('paid', { amount: whole }),
    /** `on` is the day of 下发, from which the month of 四(二)5 runs. */
    kind('confirmed', { notice: line.optional(), title: line.optional() }),
    kind('forwarded', {}),
    kind('sealed', { slot: id, copy: id }),
    kind('filed', { copy: id, keeper: line.optional() }),
    /** A person's judgement of a 人工核验 item. */
    kind('judged', { rule: text, place: text.optional(), answer: z.enum(['yes', 'no'], { error: 'format/judged' }) }),
    kind('stage', { stage }),
  ],
  { error: 'format/event' },
)
export type JournalEvent = z.output<typeof journalEvent>
export type EventOf<W extends JournalEvent['what']> = Extract<JournalEvent, { what: W }>

export const journalSchema = z.strictObject({
  format: z.literal('juanzong/journal@1', { error: 'format/version' }),
  events: z.array(journalEvent, { error: 'format/list' }).default([]),
})
export type Journal = z.output<typeof journalSchema>

export const emptyJournal: Journal = { format: 'juanzong/journal@1', events: [] }
