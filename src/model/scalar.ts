import { z } from 'zod'

/**
 * Scalars as people write them. Every YAML or JSON scalar reaches these parsers as text (`disk/` reads with the failsafe
 * schema), so `0777`, `1.10`, `2019-06` and an identity number of 18 digits never change on the way in.
 * The message of an issue is a code of `say/words/format.ts`.
 */

/** A whole day `YYYY-MM-DD` that exists in the calendar. */
export type CivilDate = string
/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; a partial date stays partial. */
export type PartialDate = string
/** Words that stand for a stated absence: `无` = there is none; `不适用` = the question does not arise. Absent = unknown. */
export type Stated = '无' | '不适用'
/** A fact: a value, a stated absence, or unknown. */
export type Fact<T> = T | Stated | undefined
/** A text of a procedure in both languages. */
export type Text = { readonly zh: string; readonly en?: string | undefined }

export const stated = z.enum(['无', '不适用'], { error: 'format/stated' })

export function isStated(value: unknown): value is Stated {
  return value === '无' || value === '不适用'
}

const partialDate = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

/** True for a day, month or year that exists between 1900 and 2199. */
export function isPartialDate(value: string): boolean {
  const match = partialDate.exec(value)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)]
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return false
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

export const text = z.string({ error: 'format/text' }).refine((value) => value.isWellFormed(), 'format/surrogate')
export const line = text.refine(
  (value) => !/[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/.test(value),
  'format/control',
)
export const id = text.regex(/^[A-Za-z0-9\p{Script=Han}][A-Za-z0-9\p{Script=Han}._-]{0,63}$/u, 'format/id')
export const civilDate = text.refine((value) => value.length === 10 && isPartialDate(value), 'format/civil-date')
export const date = text.refine(isPartialDate, 'format/date')
export const whole = text.regex(/^-?\d{1,9}$/, 'format/whole').transform(Number)
export const decimal = text.regex(/^-?\d{1,12}(\.\d{1,6})?$/, 'format/decimal').transform(Number)
export const yesNo = text
  .refine((value) => ['是', '否', 'true', 'false'].includes(value), 'format/yes-no')
  .transform((value) => value === '是' || value === 'true')

/** A value that may also be stated as none or not applicable. */
export function fact<T extends z.ZodType>(schema: T) {
  return z.union([stated, schema], { error: 'format/shape' }).optional()
}

/**
 * A list of facts. `[]` and absence are unknown; the word `无` and `{ none: true }` are a stated none.
 * @returns schema whose output is `readonly T[] | Stated | undefined`
 */
export function facts<T extends z.ZodType>(item: T) {
  const none = z.strictObject({ none: yesNo }).transform((value): Stated | undefined => (value.none ? '无' : undefined))
  const some = z.array(item, { error: 'format/list' }).transform((items) => (items.length ? items : undefined))
  return z.union([stated, none, some], { error: 'format/shape' }).optional()
}

/** Text in Chinese, or in Chinese and English. */
export const bilingual = z
  .union([text, z.strictObject({ zh: text, en: text.optional() })], { error: 'format/bilingual' })
  .transform((value): Text => (typeof value === 'string' ? { zh: value } : value))
