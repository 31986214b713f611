import { z } from 'zod'
import { isStated } from '../../model/scalar.ts'
import { known, no, type Operand, operand, type Result, unknown } from '../answer.ts'
import { define, literal, numberOrPath, path, useOf } from '../define.ts'
import { read } from '../facts.ts'
import { sameName } from '../names.ts'

/**
 * `has: path`: a value is given. A list counts when it has an item.
 *
 * | value | 无 or 不适用 | absent |
 * | --- | --- | --- |
 * | yes | no | unknown |
 */
export const has = define(
  'has',
  () => path,
  (fact, facts) => {
    const seen = read(facts, fact)
    if (seen.value === undefined) return unknown([operand(facts, fact)])
    return known(!isStated(seen.value) && !(Array.isArray(seen.value) && seen.value.length === 0))
  },
  (fact) => ({ uses: [{ path: fact, want: 'any' }] }),
)

/**
 * `equals: [path, value]`: the fact is this very value; 是 and 否 for a yes-no fact. First position a fact, second a literal.
 *
 * | the value | another one, or 无 / 不适用 | absent |
 * | --- | --- | --- |
 * | yes (`equals: [x, 无]` asks for the statement itself) | no | unknown |
 */
export const equals = define(
  'equals',
  () => z.tuple([path, literal], 'a path and a value'),
  ([fact, value], facts) => {
    const seen = operand(facts, fact)
    return seen.value === undefined ? unknown([seen]) : known(isValue(seen.value, value))
  },
  ([fact, value]) => ({ uses: [{ path: fact, want: 'scalar' }], values: { path: fact, values: [value] } }),
)

/**
 * `oneOf: [path, [value, …]]` or `oneOf: [path, path of a list]`: the fact is one of them.
 *
 * | in the list | not in it, or 无 / 不适用 | fact or list absent |
 * | --- | --- | --- |
 * | yes | no | unknown |
 */
export const oneOf = define(
  'oneOf',
  () => z.tuple([path, z.union([z.array(literal).min(1), path], 'values, or a path of a list')], 'a path and values'),
  ([fact, values], facts) => {
    const seen = operand(facts, fact)
    const list = typeof values === 'string' ? operand(facts, values) : { value: values }
    if (seen.value === undefined || list.value === undefined) return unknown([seen, list])
    const wanted = Array.isArray(list.value) ? list.value.map(String) : []
    return known(wanted.some((value) => isValue(seen.value, value)))
  },
  ([fact, values]) => ({
    uses: [
      { path: fact, want: 'scalar' },
      ...(typeof values === 'string' ? [{ path: values, want: 'list' as const }] : []),
    ],
    ...(typeof values === 'string' ? {} : { values: { path: fact, values } }),
  }),
)

/**
 * `matches: [path, pattern]`: the whole text fits the regular expression.
 *
 * | fits | does not, or 无 / 不适用 | absent |
 * | --- | --- | --- |
 * | yes | no | unknown |
 */
export const matches = define(
  'matches',
  () => z.tuple([path, literal.refine(isPattern, 'a regular expression')], 'a path and a pattern'),
  ([fact, pattern], facts) => {
    const seen = operand(facts, fact)
    if (seen.value === undefined) return unknown([seen])
    return known(!isStated(seen.value) && new RegExp(`^(?:${pattern})$`, 'u').test(String(seen.value)))
  },
  ([fact]) => ({ uses: [{ path: fact, want: 'text' }] }),
)

/**
 * `sameAs: [path, path]`: two facts say the same. Names: middle dots, widths of brackets and blanks do not tell apart.
 *
 * | same | different, or just one is 无 / 不适用 | one absent |
 * | --- | --- | --- |
 * | yes | no | unknown |
 */
export const sameAs = define(
  'sameAs',
  () => z.tuple([path, path], 'two paths'),
  ([left, right], facts) => {
    const [a, b] = [operand(facts, left), operand(facts, right)]
    if (a.value === undefined || b.value === undefined) return unknown([a, b])
    return known(sameName(String(a.value), String(b.value)))
  },
  ([left, right]) => ({
    uses: [
      { path: left, want: 'scalar' },
      { path: right, want: 'scalar' },
    ],
  }),
)

/**
 * `atLeast: [number, number]`: the first is not smaller (the end counts). Either position a fact or a number.
 *
 * | a ≥ b | a < b, or one is 无 / 不适用 | one absent |
 * | --- | --- | --- |
 * | yes | no | unknown |
 */
export const atLeast = define(
  'atLeast',
  () => z.tuple([numberOrPath, numberOrPath], 'two numbers or paths'),
  ([left, right], facts) => ordered(operand(facts, left), operand(facts, right)),
  ([left, right]) => ({ uses: [...useOf(left, 'number'), ...useOf(right, 'number')] }),
)

/**
 * `atMost: [number, number]`: the first is not greater (the end counts). Either position a fact or a number.
 *
 * | a ≤ b | a > b, or one is 无 / 不适用 | one absent |
 * | --- | --- | --- |
 * | yes | no | unknown |
 */
export const atMost = define(
  'atMost',
  () => z.tuple([numberOrPath, numberOrPath], 'two numbers or paths'),
  ([left, right], facts) => ordered(operand(facts, right), operand(facts, left)),
  ([left, right]) => ({ uses: [...useOf(left, 'number'), ...useOf(right, 'number')] }),
)

/** A fact against a value as the rules write it. */
export function isValue(fact: unknown, value: string): boolean {
  if (typeof fact === 'boolean') return value === (fact ? '是' : '否')
  return String(fact) === value
}

// ---

function ordered(greater: Operand, smaller: Operand): Result {
  if (greater.value === undefined || smaller.value === undefined) return unknown([greater, smaller])
  const [a, b] = [Number(greater.value), Number(smaller.value)]
  return Number.isNaN(a) || Number.isNaN(b) ? no : known(a >= b)
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u') instanceof RegExp
  } catch {
    return false
  }
}
