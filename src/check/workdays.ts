import type { HolidaysFile } from '../model/rule.ts'
import type { CivilDate } from '../model/scalar.ts'
import { addDays, weekday } from './dates.ts'

/**
 * Working days by the yearly papers of the State Council (`templates/shared/holidays.yaml`). A year without data is
 * unknown: guessing would count a spring festival as work.
 */

/** yes or no for a day; undefined where the year's arrangement is not in the data. */
export function isWorkday(day: CivilDate, holidays: HolidaysFile): boolean | undefined {
  const year = holidays.years.find((row) => row.year === day.slice(0, 4))
  if (!year) return undefined
  if (year.makeUp.includes(day)) return true
  if (year.off.some((range) => inRange(day, range))) return false
  const name = weekday(day)
  return name !== 0 && name !== 6
}

/**
 * Full working days on the wall from `from` to `to`, the last day complete.
 * @param countFirst whether the posting day itself counts (民法典 201: it does not; no source settles it for postings)
 * @returns 0 when `to` is earlier; undefined when a day falls into a year without data
 */
export function workdays(
  from: CivilDate,
  to: CivilDate,
  holidays: HolidaysFile,
  countFirst: boolean,
): number | undefined {
  let count = 0
  for (let day = countFirst ? from : addDays(from, 1); day <= to; day = addDays(day, 1)) {
    const works = isWorkday(day, holidays)
    if (works === undefined) return undefined
    if (works) count += 1
  }
  return count
}

/** The day on which the `count`-th full working day is complete; undefined where the data end before it. */
export function addWorkdays(
  from: CivilDate,
  count: number,
  holidays: HolidaysFile,
  countFirst: boolean,
): CivilDate | undefined {
  let left = count
  for (let day = countFirst ? from : addDays(from, 1); ; day = addDays(day, 1)) {
    const works = isWorkday(day, holidays)
    if (works === undefined) return undefined
    if (works) left -= 1
    if (left <= 0) return day
  }
}

/** Years between two days (inclusive) for which no arrangement is in the data. */
export function uncoveredYears(from: CivilDate, to: CivilDate, holidays: HolidaysFile): string[] {
  const years: string[] = []
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    if (!holidays.years.some((row) => row.year === String(year))) years.push(String(year))
  }
  return years
}

// ---

/** `2024-10-01` or `2024-10-01..2024-10-07`, both ends included. */
function inRange(day: CivilDate, range: string): boolean {
  const [first = range, last = first] = range.split('..')
  return first <= day && day <= last
}
