import { z } from 'zod'
import type { Answer } from '../../model/finding.ts'
import { dateOperand, known, no, type Operand, operand, type Result, unknown, yes } from '../answer.ts'
import { addMonths, isBefore, isDate, isUpTo, isWhole, stretch } from '../dates.ts'
import { dateOrPath, define, numberOrPath, useOf } from '../define.ts'
import { workdays as count, uncoveredYears } from '../workdays.ts'

/**
 * `before: [date, date]`: the first is earlier. The same day is no. Either position a fact or a date.
 * Partial dates: the answer that every reading gives, otherwise unknown.
 *
 * | earlier | same day or later, or one is 无 / 不适用 | partial and overlapping (2019-06, 2019-06-15), or absent |
 * | --- | --- | --- |
 * | yes | no | unknown |
 */
export const before = define(
  'before',
  () => z.tuple([dateOrPath, dateOrPath], 'two dates or paths'),
  ([left, right], facts) => compared(dateOperand(facts, left), dateOperand(facts, right), isBefore),
  ([left, right]) => ({ uses: [...useOf(left, 'date'), ...useOf(right, 'date')] }),
)

/**
 * `within: [date, first day, last day]`: both ends count. Each position a fact or a date.
 *
 * | from the first to the last day | outside, or one is 无 / 不适用 | partial and overlapping an end, or absent |
 * | --- | --- | --- |
 * | yes | no | unknown |
 */
export const within = define(
  'within',
  () => z.tuple([dateOrPath, dateOrPath, dateOrPath], 'a date and two ends'),
  ([day, first, last], facts) => {
    const [at, from, to] = [dateOperand(facts, day), dateOperand(facts, first), dateOperand(facts, last)]
    const [low, high] = [compared(from, at, isUpTo), compared(at, to, isUpTo)]
    if (low.answer === 'no' || high.answer === 'no') return no
    return low.answer === 'yes' ? high : low
  },
  (dates) => ({ uses: dates.flatMap((date) => useOf(date, 'date')) }),
)

/**
 * `years: [from, to, n]`: at least n whole years lie between, to the corresponding day (2019-12-31 to 2024-12-31 is five).
 * Dates: a fact or a date; n: a fact or a number.
 *
 * | n years or more | fewer, or one is 无 / 不适用 | partial and either is possible, or absent |
 * | --- | --- | --- |
 * | yes | no | unknown |
 */
export const years = define(
  'years',
  () => z.tuple([dateOrPath, dateOrPath, numberOrPath], 'two dates and a number'),
  ([from, to, least], facts) => lasted(dateOperand(facts, from), dateOperand(facts, to), operand(facts, least), 12),
  ([from, to, least]) => ({ uses: [...useOf(from, 'date'), ...useOf(to, 'date'), ...useOf(least, 'number')] }),
)

/**
 * `months: [from, to, n]`: at least n whole months lie between, to the corresponding day or the last of a shorter month.
 *
 * | n months or more | fewer, or one is 无 / 不适用 | partial and either is possible, or absent |
 * | --- | --- | --- |
 * | yes | no | unknown |
 */
export const months = define(
  'months',
  () => z.tuple([dateOrPath, dateOrPath, numberOrPath], 'two dates and a number'),
  ([from, to, least], facts) => lasted(dateOperand(facts, from), dateOperand(facts, to), operand(facts, least), 1),
  ([from, to, least]) => ({ uses: [...useOf(from, 'date'), ...useOf(to, 'date'), ...useOf(least, 'number')] }),
)

/**
 * `workdays: [from, to, n]`: at least n full working days by the State Council's yearly papers, the last day complete;
 * whether the first counts is a setting of the procedure (`posting.countPostingDay`).
 *
 * | n or more | fewer, or one is 无 / 不适用 | a partial date, a year without data, or absent |
 * | --- | --- | --- |
 * | yes | no | unknown |
 */
export const workdays = define(
  'workdays',
  () => z.tuple([dateOrPath, dateOrPath, numberOrPath], 'two dates and a number'),
  ([from, to, least], facts) => {
    const [a, b, n] = [dateOperand(facts, from), dateOperand(facts, to), operand(facts, least)]
    if ([a, b, n].some((one) => one.value === undefined)) return unknown([a, b, n])
    if (!isDate(a.value) || !isDate(b.value)) return no
    if (!isWhole(a.value) || !isWhole(b.value)) return unknown([a, b].filter(isPartial), 'partial')
    const { holidays, file } = facts.of.procedure
    const found = count(a.value, b.value, holidays, file.posting.countPostingDay)
    if (found !== undefined) return known(found >= Number(n.value))
    return { answer: 'unknown', because: uncoveredYears(a.value, b.value, holidays).map(noHolidays) }
  },
  ([from, to, least]) => ({ uses: [...useOf(from, 'day'), ...useOf(to, 'day'), ...useOf(least, 'number')] }),
)

/** At least `least` units of `unit` months between two dates, to the corresponding day. */
export function lasted(from: Operand, to: Operand, least: Operand, unit: number): Result {
  if ([from, to, least].some((one) => one.value === undefined)) return unknown([from, to, least])
  if (!isDate(from.value) || !isDate(to.value)) return no
  const [a, b, n] = [stretch(from.value), stretch(to.value), Number(least.value) * unit]
  if (Number.isNaN(n)) return no
  if (addMonths(a.last, n) <= b.first) return yes
  if (addMonths(a.first, n) > b.last) return no
  return unknown([from, to].filter(isPartial), 'partial')
}

// ---

function compared(a: Operand, b: Operand, order: (a: string, b: string) => Answer): Result {
  if (a.value === undefined || b.value === undefined) return unknown([a, b])
  if (!isDate(a.value) || !isDate(b.value)) return no
  const answer = order(a.value, b.value)
  return answer === 'unknown' ? unknown([a, b].filter(isPartial), 'partial') : known(answer === 'yes')
}

function isPartial(one: Operand): boolean {
  return typeof one.value === 'string' && !isWhole(one.value)
}

function noHolidays(year: string) {
  return { path: `holidays.${year}`, pattern: 'holidays', why: 'holidays' as const }
}
