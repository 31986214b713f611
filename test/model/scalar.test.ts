import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { parse } from '../../src/model/parse.ts'
import {
  bilingual,
  civilDate,
  date,
  decimal,
  fact,
  facts,
  id,
  isPartialDate,
  isStated,
  line,
  text,
  whole,
  yesNo,
} from '../../src/model/scalar.ts'

/** The value, or the codes of what is wrong. */
function read(schema: z.ZodType, value: unknown): unknown {
  const result = parse(schema, value)
  return result.ok ? result.value : result.issues.map((issue) => issue.code)
}

const dates = ['2019', '2019-06', '2019-06-30', '2024-02-29', '1900-01-01', '2199-12']
test.each(dates)('%s is a date and stays as it is', (value) => {
  expect(read(date, value)).toBe(value)
})

const noDates = [
  '2023-02-29',
  '2023-02-30',
  '2019-13',
  '2019-00',
  '2019-06-00',
  '2019-06-31',
  '19',
  '201906',
  '1899',
  '2200',
  '2019-6',
  '２０１９',
  '2019-06-30 ',
  '',
  '至今',
  '1900-02-29',
]
test.each(noDates)('%j is no date', (value) => {
  expect(read(date, value)).toEqual(['format/date'])
})

test('a civil date is whole', () => {
  expect(read(civilDate, '2024-02-29')).toBe('2024-02-29')
  expect(read(civilDate, '2024-02')).toEqual(['format/civil-date'])
})

test('every day that the calendar has, and no other, is a date', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1900, max: 2199 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
      (year, month, day) => {
        const two = (part: number) => String(part).padStart(2, '0')
        const real = new Date(Date.UTC(year, month - 1, day))
        const exists = real.getUTCFullYear() === year && real.getUTCMonth() === month - 1 && real.getUTCDate() === day
        expect(isPartialDate(`${year}-${two(month)}-${two(day)}`)).toBe(exists)
      },
    ),
  )
})

const numbers = [
  [whole, '12', 12],
  [whole, '-3', -3],
  [whole, '007', 7],
  [decimal, '12.50', 12.5],
  [decimal, '0', 0],
] as const
test.each(numbers)('a number is read', (schema, value, expected) => {
  expect(read(schema, value)).toBe(expected)
})

const noNumbers = [
  [whole, '1.0', 'format/whole'],
  [whole, '1e3', 'format/whole'],
  [whole, '12 ', 'format/whole'],
  [whole, '１２', 'format/whole'],
  [whole, '1234567890', 'format/whole'],
  [decimal, '.5', 'format/decimal'],
  [decimal, '1,000', 'format/decimal'],
  [decimal, 'NaN', 'format/decimal'],
] as const
test.each(noNumbers)('%# is no number', (schema, value, code) => {
  expect(read(schema, value)).toEqual([code])
})

test('yes and no are 是 and 否, or as JSON writes them', () => {
  expect(['是', 'true', '否', 'false'].map((value) => read(yesNo, value))).toEqual([true, true, false, false])
  expect(['yes', '1', 'True', ''].map((value) => read(yesNo, value))).toEqual(Array(4).fill(['format/yes-no']))
})

const ids = ['a', 'a7f3', 'paper1', '论文1', 'P2-sign', 'a.b_c', 'x'.repeat(64), '7']
test.each(ids)('%s is an id', (value) => {
  expect(read(id, value)).toBe(value)
})
test.each(['', '-a', '.a', 'a b', 'a/b', '../x', 'a[0]', 'x'.repeat(65), 'а'])('%j is no id', (value) => {
  expect(read(id, value)).toEqual(['format/id'])
})

test('controls do not stand in a line, half characters in no text', () => {
  expect(read(line, 'a\u0007')).toEqual(['format/control'])
  expect(read(line, 'a\ufffe')).toEqual(['format/control'])
  expect(read(text, 'a\ud800')).toEqual(['format/surrogate'])
  expect(read(text, '😀\n')).toBe('😀\n')
})

test('a fact is a value, a stated absence, or unknown', () => {
  const schema = z.strictObject({ f: fact(date) })
  expect(read(schema, {})).toEqual({})
  expect(read(schema, { f: '无' })).toEqual({ f: '无' })
  expect(read(schema, { f: '不适用' })).toEqual({ f: '不适用' })
  expect(read(schema, { f: '2019' })).toEqual({ f: '2019' })
  expect(read(schema, { f: '没有' })).toEqual(['format/date'])
  expect([isStated('无'), isStated('不适用'), isStated(undefined), isStated('')]).toEqual([true, true, false, false])
})

test('facts: absence and [] are unknown; 无 and none: true are a stated none', () => {
  const schema = z.strictObject({ f: facts(z.strictObject({ id })) })
  const of = (value: unknown) => (read(schema, { f: value }) as { readonly f?: unknown }).f
  expect(read(schema, {})).toEqual({})
  expect(of([])).toBeUndefined()
  expect(of('无')).toBe('无')
  expect(of('不适用')).toBe('不适用')
  expect(of({ none: 'true' })).toBe('无')
  expect(of({ none: '否' })).toBeUndefined()
  expect(of([{ id: 'a' }])).toEqual([{ id: 'a' }])
})

test('a text of a procedure is Chinese, or both', () => {
  expect(read(bilingual, '甲')).toEqual({ zh: '甲' })
  expect(read(bilingual, { zh: '甲', en: 'a' })).toEqual({ zh: '甲', en: 'a' })
  expect(read(bilingual, { en: 'a' })).toEqual(['format/missing'])
  expect(read(bilingual, ['甲'])).toEqual(['format/bilingual'])
})
