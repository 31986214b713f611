import { z } from 'zod'
import { dateOperand, known, type Missing, type Operand, operand, type Result, unknown, yes } from '../answer.ts'
import { isDate, monthNumber, stretch } from '../dates.ts'
import { dateOrPath, define, name, number, path, useOf } from '../define.ts'
import { bind, type Facts, items, member, read, type Seen } from '../facts.ts'

/**
 * `covers: { in: list, as?: name, where?: condition, from?: date, to: date, months?: n }`: the items' stretches (`from` to
 * `to`, or a `year`), joined, cover every calendar month from–to (both ends count); with `months`, at least n months up to
 * the month of `to`. `至今` reaches to `to`. Gaps stay gaps. The list a fact; the dates facts or dates.
 *
 * | covered whatever partial dates and unknown items mean | not covered whatever they mean | either possible | list or an end absent |
 * | --- | --- | --- | --- |
 * | yes | no | unknown | unknown |
 */
export const covers = define(
  'covers',
  (inner) =>
    z
      .strictObject({
        in: path,
        as: name.optional(),
        where: inner.optional(),
        from: dateOrPath.optional(),
        to: dateOrPath,
        months: number.optional(),
      })
      .refine((args) => (args.from === undefined) !== (args.months === undefined), 'either from or months')
      .refine((args) => !args.where || args.as !== undefined, 'a name for `where`'),
  (args, facts) => {
    const list = items(read(facts, args.in))
    const [from, to] = [
      args.from === undefined ? undefined : dateOperand(facts, args.from),
      dateOperand(facts, args.to),
    ]
    if (!list || to.value === undefined || (from && from.value === undefined))
      return unknown([operand(facts, args.in), to, ...(from ? [from] : [])])
    if (!isDate(to.value) || (from && !isDate(from.value))) return known(false)
    const end = stretch(to.value)
    const spans = list.map((item) => spanOf(item, monthNumber(end.first), holds(item, args, facts)))
    if (args.months !== undefined) return enough(spans, monthNumber(end.last), args.months)
    return from ? whole(spans, from, to) : known(false)
  },
  (args) => ({
    uses: [
      { path: args.in, want: 'list' },
      ...useOf(args.to, 'date'),
      ...(args.from === undefined ? [] : useOf(args.from, 'date')),
    ],
    inner: args.where ? [{ condition: args.where, bind: { in: args.in, as: args.as ?? '' } }] : [],
  }),
)

// ---

/** Months (numbers) that an item covers for certain and at most; because of what they differ. */
type Span = {
  readonly sure: readonly [number, number] | undefined
  readonly possible: readonly [number, number] | undefined
  readonly because: readonly Missing[]
}

function holds(
  item: Seen,
  args: { as?: string | undefined; where?: { run(facts: Facts): Result } | undefined },
  facts: Facts,
) {
  return args.where ? args.where.run(bind(facts, args.as ?? '', item)) : yes
}

function spanOf(item: Seen, now: number, where: Result): Span {
  if (where.answer === 'no') return { sure: undefined, possible: undefined, because: [] }
  const year = member(item, 'year')
  const [from, to] = year.value === undefined ? [member(item, 'from'), member(item, 'to')] : [year, year]
  const [first, last] = [edge(from.value, now), edge(to.value, now)]
  const isYear = year.value !== undefined
  const inner: readonly [number, number] = isYear ? [first[0], last[1]] : [first[1], last[0]]
  const because = [...where.because, ...[from, to].filter((seen) => vague(seen.value) && !isYear).map(blame)]
  return {
    sure: where.answer === 'yes' && inner[0] <= inner[1] ? inner : undefined,
    possible: [first[0], last[1]],
    because,
  }
}

/** First and last month that a date may mean; everything when it is absent or no date. */
function edge(value: unknown, now: number): readonly [number, number] {
  if (value === '至今') return [now, Number.POSITIVE_INFINITY]
  const text = typeof value === 'number' ? String(value) : value
  if (!isDate(text)) return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  const days = stretch(text)
  return [monthNumber(days.first), monthNumber(days.last)]
}

function vague(value: unknown): boolean {
  return value === undefined || (isDate(value) && value.length === 4)
}

function blame(seen: Seen): Missing {
  return { path: seen.path, pattern: seen.pattern, why: seen.value === undefined ? 'absent' : 'partial' }
}

function enough(spans: readonly Span[], end: number, least: number): Result {
  const sure = total(
    spans.map((span) => span.sure),
    end,
  )
  const possible = total(
    spans.map((span) => span.possible),
    end,
  )
  if (sure >= least) return known(true)
  return possible < least ? known(false) : undecided(spans)
}

/** Months in the union, cut off after `end`. */
function total(spans: readonly (readonly [number, number] | undefined)[], end: number): number {
  let count = 0
  let done = Number.NEGATIVE_INFINITY
  for (const [from, to] of sorted(spans)) {
    const [start, stop] = [Math.max(from, done + 1), Math.min(to, end)]
    if (stop >= start) count += stop - start + 1
    done = Math.max(done, stop)
  }
  return count
}

function whole(spans: readonly Span[], from: Operand, to: Operand): Result {
  const [first, last] = [stretch(String(from.value)), stretch(String(to.value))]
  const least: readonly [number, number] = [monthNumber(first.last), monthNumber(last.first)]
  const most: readonly [number, number] = [monthNumber(first.first), monthNumber(last.last)]
  const years = String(from?.value).length === 4 || String(to.value).length === 4
  if (
    filled(
      spans.map((span) => span.sure),
      most,
    )
  )
    return known(true)
  if (
    !filled(
      spans.map((span) => span.possible),
      years ? most : least,
    )
  )
    return known(false)
  const vagueEnds = [from, to].flatMap((end) =>
    end.seen && String(end.value).length === 4 ? [{ ...blame(end.seen), why: 'partial' as const }] : [],
  )
  return undecided(spans, vagueEnds)
}

function filled(
  spans: readonly (readonly [number, number] | undefined)[],
  [from, to]: readonly [number, number],
): boolean {
  let next = from
  for (const [start, stop] of sorted(spans)) {
    if (start > next) break
    next = Math.max(next, stop + 1)
  }
  return next > to
}

function sorted(spans: readonly (readonly [number, number] | undefined)[]): (readonly [number, number])[] {
  return spans.flatMap((span) => (span ? [span] : [])).sort((a, b) => a[0] - b[0] || a[1] - b[1])
}

function undecided(spans: readonly Span[], more: readonly Missing[] = []): Result {
  return { answer: 'unknown', because: [...spans.flatMap((span) => span.because), ...more] }
}
