import { z } from 'zod'
import { allOf, anyOf, known, negated, operand, type Result, unknown } from '../answer.ts'
import { type Condition, define, name, number, path } from '../define.ts'
import { bind, type Facts, items, read } from '../facts.ts'

function quantified(inner: z.ZodType<Condition>) {
  return z.strictObject({ in: path, as: name, where: inner.optional(), need: inner })
}
type Quantified = z.output<ReturnType<typeof quantified>>

/**
 * `each: { in: list, as: name, where?: condition, need: condition }`: every item (that `where` lets in) meets `need`.
 *
 * | no item, or 无 | every item yes | an item no | no item no, some unknown | list absent |
 * | --- | --- | --- | --- | --- |
 * | yes | yes | no | unknown | unknown |
 */
export const each = define(
  'each',
  quantified,
  (args, facts) => {
    const results = perItem(args.in, args.as, facts, (inside) => implied(args, inside))
    return results ? allOf(results) : unknown([operand(facts, args.in)])
  },
  shape,
)

/**
 * `some: { in: list, as: name, where?: condition, need: condition }`: at least one item meets both.
 *
 * | no item, or 无 | an item yes | every item no | no item yes, some unknown | list absent |
 * | --- | --- | --- | --- | --- |
 * | no | yes | no | unknown | unknown |
 */
export const some = define(
  'some',
  quantified,
  (args, facts) => {
    const results = perItem(args.in, args.as, facts, (inside) => both(args, inside))
    return results ? anyOf(results) : unknown([operand(facts, args.in)])
  },
  shape,
)

/**
 * `count: { in: list, as: name, where?: condition, atLeast?: n, atMost?: n }`: how many items there are; both ends count.
 * An item whose `where` is unknown may count or not.
 *
 * | every possible number fits | none fits | some fit | list absent |
 * | --- | --- | --- | --- |
 * | yes | no | unknown | unknown |
 */
export const count = define(
  'count',
  (inner) =>
    z
      .strictObject({
        in: path,
        as: name.optional(),
        where: inner.optional(),
        atLeast: number.optional(),
        atMost: number.optional(),
      })
      .refine((args) => args.atLeast !== undefined || args.atMost !== undefined, 'atLeast or atMost')
      .refine((args) => !args.where || args.as !== undefined, 'a name for `where`'),
  (args, facts) => {
    const { where, atLeast = 0, atMost = Number.POSITIVE_INFINITY } = args
    const results = perItem(args.in, args.as ?? '', facts, (inside) => where?.run(inside) ?? known(true))
    if (!results) return unknown([operand(facts, args.in)])
    const sure = results.filter((result) => result.answer === 'yes').length
    const possible = results.filter((result) => result.answer !== 'no').length
    if (possible < atLeast || sure > atMost) return known(false)
    if (sure >= atLeast && possible <= atMost) return known(true)
    return { answer: 'unknown', because: results.flatMap((result) => result.because) }
  },
  (args) => ({
    uses: [{ path: args.in, want: 'list' }],
    inner: args.where ? [{ condition: args.where, bind: { in: args.in, as: args.as ?? '' } }] : [],
  }),
)

// ---

function perItem(list: string, as: string, facts: Facts, ask: (inside: Facts) => Result): Result[] | undefined {
  return items(read(facts, list))?.map((item) => ask(bind(facts, as, item)))
}

function implied(args: Quantified, facts: Facts): Result {
  const need = args.need.run(facts)
  return args.where ? anyOf([negated(args.where.run(facts)), need]) : need
}

function both(args: Quantified, facts: Facts): Result {
  const need = args.need.run(facts)
  return args.where ? allOf([args.where.run(facts), need]) : need
}

function shape(args: Quantified) {
  const bound = { in: args.in, as: args.as }
  const conditions = args.where ? [args.where, args.need] : [args.need]
  return {
    uses: [{ path: args.in, want: 'list' as const }],
    inner: conditions.map((condition) => ({ condition, bind: bound })),
  }
}
