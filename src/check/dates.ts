import type { Answer } from '../model/finding.ts'
import { type CivilDate, isPartialDate, type PartialDate } from '../model/scalar.ts'

/**
 * Civil dates without a clock or a time zone. A partial date (`2019-06`, `2019`) is the stretch of days it may mean; two
 * stretches that overlap compare to unknown.
 */
export type Stretch = { readonly first: CivilDate; readonly last: CivilDate }

export function isDate(value: unknown): value is PartialDate {
  return typeof value === 'string' && isPartialDate(value)
}

/** First and last day that a date may mean; both the day itself when it is whole. */
export function stretch(date: PartialDate): Stretch {
  if (date.length === 10) return { first: date, last: date }
  if (date.length === 7) return { first: `${date}-01`, last: `${date}-${two(daysIn(date))}` }
  return { first: `${date}-01-01`, last: `${date}-12-31` }
}

export function isWhole(date: PartialDate): date is CivilDate {
  return date.length === 10
}

/** a earlier than b (the same day is no): yes or no when every reading agrees, otherwise unknown. */
export function isBefore(a: PartialDate, b: PartialDate): Answer {
  const [x, y] = [stretch(a), stretch(b)]
  if (x.last < y.first) return 'yes'
  return x.first >= y.last ? 'no' : 'unknown'
}

/** a not later than b (the same day is yes). */
export function isUpTo(a: PartialDate, b: PartialDate): Answer {
  const [x, y] = [stretch(a), stretch(b)]
  if (x.last <= y.first) return 'yes'
  return x.first > y.last ? 'no' : 'unknown'
}

/** Days since 1970-01-01. */
export function dayNumber(day: CivilDate): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / 86_400_000
}

export function dayOf(number: number): CivilDate {
  return new Date(number * 86_400_000).toISOString().slice(0, 10)
}

export function addDays(day: CivilDate, days: number): CivilDate {
  return dayOf(dayNumber(day) + days)
}

/**
 * The corresponding day `months` later, or the last day of that month where there is none (民法典 202): 2020-02-29 and
 * twelve months give 2021-02-28.
 */
export function addMonths(day: CivilDate, months: number): CivilDate {
  const month = monthNumber(day) + months
  const start = monthName(month)
  return `${start}-${two(Math.min(Number(day.slice(8, 10)), daysIn(start)))}`
}

/** Months since year 0 of a date with at least a month. */
export function monthNumber(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1
}

export function monthName(number: number): string {
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${two((number % 12) + 1)}`
}

/** 0 Sunday … 6 Saturday. */
export function weekday(day: CivilDate): number {
  return (((dayNumber(day) + 4) % 7) + 7) % 7
}

// ---

function daysIn(month: string): number {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate()
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
