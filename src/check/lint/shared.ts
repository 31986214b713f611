import type { Procedure } from '../../model/case.ts'
import type { Finding } from '../../model/finding.ts'
import { isDate, isWhole, weekday } from '../dates.ts'
import { idsOf, problem, twice } from './problem.ts'

/** holidays.yaml and documents.yaml as the procedure uses them. */
export function lintShared(procedure: Procedure): readonly Finding[] {
  return [...holidays(procedure), ...documents(procedure)]
}

// ---

function holidays(procedure: Procedure): readonly Finding[] {
  const { years } = procedure.holidays
  const file = procedure.file.uses.holidays
  const covered = years.map((row) => row.year)
  const wanted = new Set(procedure.file.windows.flatMap(({ from, to }) => [from.slice(0, 4), to.slice(0, 4)]))
  return [
    ...twice(covered, file, 'years'),
    ...[...wanted]
      .filter((year) => !covered.includes(year))
      .map((year) => problem('lint/holidays-missing', file, 'years', { year })),
    ...years.flatMap((row) => [
      ...row.off
        .filter((range) => !isRange(range, row.year))
        .map((value) => problem('lint/holidays-range', file, `years[${row.year}].off`, { value })),
      ...row.makeUp
        .filter((day) => !day.startsWith(row.year) || ![0, 6].includes(weekday(day)))
        .map((value) => problem('lint/holidays-make-up', file, `years[${row.year}].makeUp`, { value })),
    ]),
  ]
}

/** `2024-10-01` or `2024-10-01..2024-10-07`, within its year and in order. */
function isRange(range: string, year: string): boolean {
  const days = range.split('..')
  const [first = '', last = first] = days
  return days.length <= 2 && days.every((day) => isDate(day) && isWhole(day) && day.startsWith(year)) && first <= last
}

function documents(procedure: Procedure): readonly Finding[] {
  const file = procedure.file.uses.documents
  const rows = procedure.documents.documents
  return [
    ...twice(idsOf(rows), file, 'documents'),
    ...rows.flatMap((row) => {
      const places = [row.birth?.from, row.birth?.length, row.sex].filter((place) => place !== undefined)
      const wrong = !compiles(row.pattern) || places.some((place) => !/^\d{1,2}$/.test(place))
      return wrong ? [problem('lint/document-row', file, `documents[${row.id}]`, { id: row.id })] : []
    }),
  ]
}

function compiles(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp
  } catch {
    return false
  }
}
