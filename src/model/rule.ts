import { z } from 'zod'
import { condition } from './condition.ts'
import { severity, stage, stages } from './finding.ts'
import { clause } from './procedure.ts'
import { bilingual, civilDate, text } from './scalar.ts'

/** `rules.yaml`: what the notice asks, as data (FORMATS 4). */

/**
 * One change to a case, as a person makes it: a fact written (`set`: path → value as dossier.yaml has it; `unset` takes one
 * away), an event added, all of a kind taken back or the last one amended, the day, the stage, a file added or removed
 * (`supporting.<kind>`, `<achievement id>.<part>`), or one of the file's named `setups`.
 */
const one = { error: 'format/change' }
export const changeSchema = z.union(
  [
    z.strictObject({ set: z.record(z.string(), z.unknown()) }),
    z.strictObject({ unset: text }),
    z.strictObject({ event: z.record(z.string(), z.unknown()) }),
    z.strictObject({ undo: text }),
    z.strictObject({ amend: z.record(z.string(), z.unknown()) }),
    z.strictObject({ today: civilDate }),
    z.strictObject({ stage }),
    z.strictObject({ file: z.union([z.strictObject({ add: text }), z.strictObject({ remove: text })], one) }),
    z.strictObject({ use: text }),
  ],
  one,
)
export type Change = z.output<typeof changeSchema>
/** `given` brings the sample to where the rule applies and holds; `change` is the smallest change that breaks it. */
const breaking = z.strictObject({
  given: z.array(changeSchema).optional(),
  change: z.array(changeSchema).min(1),
  /** Rules and codes that say something as well. */
  also: z.array(text).optional(),
})
export type Breaking = z.output<typeof breaking>

export const ruleSchema = z.strictObject({
  id: text.regex(/^[^\s/]+(\/[a-z0-9-]+)?$/, 'format/rule-id'),
  stage,
  severity,
  from: civilDate.optional(),
  until: civilDate.optional(),
  each: z.strictObject({ in: text, as: text }).optional(),
  when: condition.optional(),
  need: condition,
  /** The dossier path the finding points at; default: the `each` item or the first path of `need`. */
  at: text.optional(),
  say: bilingual,
  fix: bilingual,
  otherReading: bilingual.optional(),
  basis: clause,
  /** Pure arithmetic is exempt from the cap on unverified rules. */
  arithmetic: text.optional(),
  /** Path of the day until which it is to be done, for 以后要做; default: `due` of the file for its stage. */
  due: text.optional(),
  /** How to break it: lint proves each, the tests run over them. */
  breaks: z.array(breaking).optional(),
})
export type Rule = z.output<typeof ruleSchema>
export const rulesSchema = z.strictObject({
  format: z.literal('juanzong/rules@1', { error: 'format/version' }),
  rules: z.array(ruleSchema),
  /** Changes with a name, for `use` in `breaks`. */
  setups: z.record(z.string(), z.array(changeSchema)).optional(),
  /** Stage → path of the day until which its rules and facts are due. */
  due: z.partialRecord(z.enum(stages), text).optional(),
  /** Dated tables that the word `table` reads, e.g. education × seniority. */
  tables: z.record(z.string(), z.strictObject({ basis: clause, rows: z.array(z.record(z.string(), text)) })).optional(),
})
export type RulesFile = z.output<typeof rulesSchema>

/** `templates/shared/holidays.yaml` (domain 6): a year that is not covered is unknown, never guessed. */
export const holidaysSchema = z.strictObject({
  format: z.literal('juanzong/holidays@1', { error: 'format/version' }),
  years: z.array(
    z.strictObject({
      year: text.regex(/^\d{4}$/, 'format/year'),
      source: text,
      off: z.array(text),
      makeUp: z.array(civilDate),
    }),
  ),
})
export type HolidaysFile = z.output<typeof holidaysSchema>

/** `templates/shared/documents.yaml`: kinds of identity document as rows of data (FORMATS 2). */
export const documentsSchema = z.strictObject({
  format: z.literal('juanzong/documents@1', { error: 'format/version' }),
  documents: z.array(
    z.strictObject({
      id: text,
      name: bilingual,
      pattern: text,
      /** Check digit: `gb11643` or none; `verified: false` when the rule of the digit is not public. */
      check: z.enum(['gb11643', 'none'], { error: 'format/document-check' }),
      checkVerified: z.enum(['是', '否'], { error: 'format/yes-no' }).optional(),
      /** Zero-based places of birth date and sex digit, where they follow from the number. */
      birth: z.strictObject({ from: text, length: text }).optional(),
      sex: text.optional(),
      /** May stand alone, or only beside another document; a lone passport of a foreigner is 待定. */
      alone: z.enum(['yes', 'no', 'pending'], { error: 'format/document-alone' }),
      mask: text.optional(),
      note: bilingual.optional(),
    }),
  ),
})
export type DocumentsFile = z.output<typeof documentsSchema>
