import { z } from 'zod'
import { allOf, anyOf, dateOperand, known, operand, type Result, unknown } from '../answer.ts'
import { dateOrPath, define, path, useOf } from '../define.ts'
import { type Facts, items, member, read } from '../facts.ts'
import { isInForce, judgedOn } from '../in-force.ts'
import { lasted } from './time.ts'

type Row = Readonly<Record<string, string>>

const listColumn = z.strictObject({ in: path, key: path })
const columns = z.record(z.string(), z.union([path, listColumn], 'a path, or a list and a key'))
const seniority = z.strictObject({ column: z.string(), since: z.record(z.string(), path), to: dateOrPath })

/**
 * `table: { name, match: { column: path | { in: list, key } }, years?: { column, since: { start: path }, to } }`: a row that is
 * in force on the day of declaration (`from`, `until`) fits. A cell may name several values with `|`; an empty cell fits all.
 * With `years`, the row's column says how many whole years lie between the start named by its `since` and `to`.
 *
 * | a row fits | no row can fit (无 / 不适用 fits an empty cell only) | a row may fit, a fact is absent or partial |
 * | --- | --- | --- |
 * | yes | no | unknown |
 */
export const table = define(
  'table',
  () => z.strictObject({ name: z.string(), match: columns, years: seniority.optional() }),
  (args, facts) => {
    const day = judgedOn(facts.of)
    const rows = facts.of.procedure.rules.tables?.[args.name]?.rows ?? []
    return anyOf(
      rows
        .filter((row) => isInForce(row, day))
        .map((row) => {
          const cells = Object.entries(args.match).map(([column, from]) => fits(row[column] ?? '', from, facts))
          return allOf(args.years ? [...cells, longEnough(row, args.years, facts)] : cells)
        }),
    )
  },
  (args) => ({
    uses: [
      ...Object.values(args.match).flatMap((from) =>
        typeof from === 'string' ? useOf(from, 'scalar') : [{ path: from.in, want: 'list' as const }],
      ),
      ...Object.values(args.years?.since ?? {}).flatMap((from) => useOf(from, 'date')),
      ...(args.years ? useOf(args.years.to, 'date') : []),
    ],
    table: { name: args.name, columns: Object.fromEntries(columnsOf(args.match)) },
  }),
)

// ---

/** Column → path of the fact, a list's key as `education[].level`. */
function columnsOf(match: z.output<typeof columns>): [string, string][] {
  return Object.entries(match).map(([column, from]) => [
    column,
    typeof from === 'string' ? from : `${from.in}[].${from.key}`,
  ])
}

function fits(cell: string, from: string | z.output<typeof listColumn>, facts: Facts): Result {
  if (cell === '') return known(true)
  const wanted = cell.split('|')
  if (typeof from === 'string') {
    const one = operand(facts, from)
    return one.value === undefined ? unknown([one]) : known(wanted.includes(String(one.value)))
  }
  const list = items(read(facts, from.in))
  if (!list) return unknown([operand(facts, from.in)])
  return anyOf(
    list.map((item) => {
      const seen = member(item, from.key)
      return seen.value === undefined
        ? unknown([{ value: undefined, seen }])
        : known(wanted.includes(String(seen.value)))
    }),
  )
}

function longEnough(row: Row, args: z.output<typeof seniority>, facts: Facts): Result {
  const least = row[args.column] ?? ''
  if (least === '' || least === '0') return known(true)
  const start = args.since[row.since ?? '']
  if (start === undefined) return known(false)
  return lasted(dateOperand(facts, start), dateOperand(facts, args.to), { value: least }, 12)
}
