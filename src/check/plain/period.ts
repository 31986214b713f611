import type { Finding } from '../../model/finding.ts'
import { maskInText } from '../../model/mask.ts'
import { isStated } from '../../model/scalar.ts'
import { isDate, monthName, monthNumber, stretch } from '../dates.ts'
import { type Facts, items, member, own, read, type Seen } from '../facts.ts'
import { placeOf } from '../found.ts'
import { comparable } from '../names.ts'
import { partState } from '../papers.ts'
import { ask } from './ask.ts'
import { counted } from './results.ts'

/** Who employed the applicant in which months: work history against insurance, and against who owns an achievement (C08, C10). */
export function periods(facts: Facts): readonly Finding[] {
  const work = spansOf(facts, 'work')
  if (work.length === 0) return []
  return [...insuredElsewhere(facts, work), ...ownedElsewhere(facts, work)]
}

/** Months at one unit, both ends in it; `row` counts from 1 as the forms do. */
export type Span = {
  readonly item: Seen
  readonly row: number
  readonly employer: string
  readonly from: number
  readonly to: number
}

/** Rows of a list with a unit and a beginning; a date that is only a year is taken at its widest. */
export function spansOf(facts: Facts, list: 'work' | 'insurance'): readonly Span[] {
  return (items(read(facts, list)) ?? []).flatMap((item, index): Span[] => {
    const [from, to, employer] = ['from', 'to', 'employer'].map((key) => own(item.value, key))
    if (!isDate(from) || typeof employer !== 'string') return []
    const last = isDate(to) ? monthNumber(stretch(to).last) : monthNumber(facts.of.today)
    return [{ item, row: index + 1, employer, from: monthNumber(stretch(from).first), to: last }]
  })
}

// ---

/**
 * Months in which another unit than any of the work history paid the insurance. The last month of a job and the first of the
 * next are often paid by either.
 */
function insuredElsewhere(facts: Facts, work: readonly Span[]): readonly Finding[] {
  const explained = ['explanation', 'employer-proof'].some(
    (id) => partState(facts.of.inventory, { kind: 'supporting', id }) === 'there',
  )
  if (explained) return []
  const insurance = spansOf(facts, 'insurance')
  return insurance.flatMap((paid) => {
    const others = work.filter((one) => !isSame(one, paid) && one.from <= paid.to && paid.from <= one.to)
    const months = monthsOf(paid, work, insurance)
    const [from, to] = [months[0], months.at(-1)]
    const first = others.find((one) => from !== undefined && one.from <= from && from <= one.to)
    if (!first || from === undefined || to === undefined || months.length < 2) return []
    const args = {
      insured: maskInText(paid.employer),
      work: maskInText(first.employer),
      row: first.row,
      from: monthName(from),
      to: monthName(to),
      months: months.length,
    }
    const more = { stage: 'submit' } as const
    return ask(facts, 'check/insured-elsewhere', placeOf(facts, member(paid.item, 'employer')), args, more)
  })
}

/** Months that were paid by this unit, worked at another and not here; where the other paid too, another finding says so. */
function monthsOf(paid: Span, work: readonly Span[], insurance: readonly Span[]): readonly number[] {
  const all = Array.from({ length: Math.max(0, paid.to - paid.from + 1) }, (_, index) => paid.from + index)
  const at = (spans: readonly Span[], month: number) => spans.filter((one) => one.from <= month && month <= one.to)
  return all.filter((month) => {
    const worked = at(work, month)
    if (worked.length === 0 || worked.some((one) => isSame(one, paid))) return false
    return !at(insurance, month).some((row) => worked.some((one) => isSame(one, row)))
  })
}

function isSame(a: Span, b: Span): boolean {
  return comparable(a.employer) === comparable(b.employer)
}

/** Results of a job are applied for within a year of leaving it (专利法实施细则第十三条). */
const after = 12

/** A unit of the work history owns what was made when the applicant was not there. */
function ownedElsewhere(facts: Facts, work: readonly Span[]): readonly Finding[] {
  return counted(facts).flatMap(({ item, kind }) => {
    const owner = own(item.value, 'owner')
    if (typeof owner !== 'string' || isStated(owner)) return []
    const names = new Set(owner.split(/[、，,；;/]/).map(comparable))
    const there = work.filter((one) => names.has(comparable(one.employer)))
    const begun = ['appliedOn', 'completedOn', 'from', 'date'].map((key) => own(item.value, key)).find(isDate)
    const done = own(item.value, 'date')
    const [first] = there
    if (!first || begun === undefined || !isDate(done)) return []
    const [from, to] = [monthNumber(stretch(begun).first), monthNumber(stretch(done).last)]
    if (there.some((one) => from <= one.to + after && one.from <= to)) return []
    const args = {
      label: kind.fields.find((field) => field.key === 'owner')?.label ?? '',
      owner: maskInText(first.employer),
      row: first.row,
      from: monthName(first.from),
      to: monthName(Math.max(...there.map((one) => one.to))),
      begun,
      done,
    }
    return ask(facts, 'check/owner-period', placeOf(facts, member(item, 'owner')), args)
  })
}
