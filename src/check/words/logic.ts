import { z } from 'zod'
import { allOf, anyOf, negated } from '../answer.ts'
import { define } from '../define.ts'

/**
 * `all: [condition, …]`: every one of them (Kleene's and).
 *
 * | has a no | no no, some unknown | only yes |
 * | --- | --- | --- |
 * | no | unknown | yes |
 */
export const all = define(
  'all',
  (inner) => z.array(inner, 'a list of conditions').min(1, 'at least one condition'),
  (conditions, facts) => allOf(conditions.map((condition) => condition.run(facts))),
  (conditions) => ({ uses: [], inner: conditions.map((condition) => ({ condition })) }),
)

/**
 * `any: [condition, …]`: at least one of them (Kleene's or).
 *
 * | has a yes | no yes, some unknown | only no |
 * | --- | --- | --- |
 * | yes | unknown | no |
 */
export const any = define(
  'any',
  (inner) => z.array(inner, 'a list of conditions').min(1, 'at least one condition'),
  (conditions, facts) => anyOf(conditions.map((condition) => condition.run(facts))),
  (conditions) => ({ uses: [], inner: conditions.map((condition) => ({ condition })) }),
)

/**
 * `not: condition`: the opposite.
 *
 * | yes | unknown | no |
 * | --- | --- | --- |
 * | no | unknown | yes |
 */
export const not = define(
  'not',
  (inner) => inner,
  (condition, facts) => negated(condition.run(facts)),
  (condition) => ({ uses: [], inner: [{ condition }] }),
)
