import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, dayNumber, dayOf, isBefore, isUpTo, stretch, weekday } from '../../src/check/dates.ts'
import { addWorkdays, isWorkday, uncoveredYears, workdays } from '../../src/check/workdays.ts'
import { procedure } from './sample.ts'

const { holidays } = procedure

/** domain 6: posted, last day of five with the posting day counted, and without it. */
test.each([
  ['2024-09-30', 1, '2024-10-11', '2024-10-12'],
  ['2024-10-10', 4, '2024-10-15', '2024-10-16'],
  ['2024-10-12', 6, '2024-10-17', '2024-10-18'],
  ['2024-10-21', 1, '2024-10-25', '2024-10-28'],
  ['2024-10-22', 2, '2024-10-28', '2024-10-29'],
  ['2025-01-24', 5, '2025-02-06', '2025-02-07'],
  ['2026-02-13', 5, '2026-02-26', '2026-02-27'],
] as const)('posted %s: five working days end on %s/%s', (posted, day, counted, excluded) => {
  expect(weekday(posted)).toBe(day)
  expect(addWorkdays(posted, 5, holidays, true)).toBe(counted)
  expect(addWorkdays(posted, 5, holidays, false)).toBe(excluded)
  expect(workdays(posted, counted, holidays, true)).toBe(5)
  expect(workdays(posted, excluded, holidays, false)).toBe(5)
  expect(workdays(posted, addDays(excluded, -1), holidays, false)).toBe(4)
})

test('the number of days off and make-up days is that of the State Council', () => {
  const counts = holidays.years.map(({ year, off, makeUp }) => {
    const days = off.reduce((total, range) => {
      const [first = '', last = first] = range.split('..')
      return total + dayNumber(last) - dayNumber(first) + 1
    }, 0)
    return [year, days, makeUp.length]
  })
  expect(counts).toEqual([
    ['2024', 28, 8],
    ['2025', 28, 5],
    ['2026', 33, 6],
  ])
})

test.each([
  ['2024-10-12', true],
  ['2024-10-13', false],
  ['2024-10-07', false],
  ['2024-02-09', true],
  ['2025-01-26', true],
  ['2026-10-10', true],
  ['2027-01-04', undefined],
  ['2023-12-29', undefined],
])('%s is a working day: %s', (day, works) => {
  expect(isWorkday(day, holidays)).toBe(works)
})

test('a year without data is unknown, never guessed', () => {
  expect(workdays('2026-12-30', '2027-01-10', holidays, false)).toBeUndefined()
  expect(addWorkdays('2026-12-30', 5, holidays, false)).toBeUndefined()
  expect(uncoveredYears('2026-12-30', '2028-01-10', holidays)).toEqual(['2027', '2028'])
  expect(workdays('2026-12-30', '2026-12-31', holidays, false)).toBe(1)
})

test('an end before the beginning holds no working day', () => {
  expect(workdays('2024-10-12', '2024-10-10', holidays, true)).toBe(0)
})

const day = fc.integer({ min: dayNumber('1950-01-01'), max: dayNumber('2150-12-31') }).map(dayOf)

test('days and numbers are one', () => {
  fc.assert(fc.property(day, (one) => dayOf(dayNumber(one)) === one))
})

test('a partial date means exactly the days in it', () => {
  fc.assert(
    fc.property(day, day, (a, b) => {
      const month = stretch(a.slice(0, 7))
      const inside = month.first <= b && b <= month.last
      expect(inside).toBe(a.slice(0, 7) === b.slice(0, 7))
      const answer = isBefore(a.slice(0, 7), b)
      expect(answer === 'unknown').toBe(inside && b !== month.first)
    }),
  )
})

test('not before and up to agree on whole days', () => {
  fc.assert(
    fc.property(day, day, (a, b) => {
      expect(isUpTo(a, b)).toBe(isBefore(b, a) === 'yes' ? 'no' : 'yes')
    }),
  )
})

test.each([
  ['2024-01-31', 1, '2024-02-29'],
  ['2023-01-31', 1, '2023-02-28'],
  ['2020-02-29', 12, '2021-02-28'],
  ['2024-12-15', 1, '2025-01-15'],
  ['2024-03-31', -1, '2024-02-29'],
])('%s and %i months is %s', (from, months, to) => {
  expect(addMonths(from, months)).toBe(to)
})
