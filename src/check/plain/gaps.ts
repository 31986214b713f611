import type { Finding } from '../../model/finding.ts'
import { isDate, monthName, monthNumber, stretch } from '../dates.ts'
import { type Facts, items, member, read } from '../facts.ts'
import { found } from '../found.ts'
import { partState } from '../papers.ts'

/** Whole months that a record leaves open; months as `YYYY-MM`, both ends count. */
export type RecordGap = {
  readonly record: 'work' | 'insurance'
  readonly from: string
  readonly to: string
  readonly months: number
}

/**
 * Whole months between two stretches of work or study since 参加工作时间: a note, an explanation belongs to it. Years alone are
 * read generously. With a 情况说明 there nothing is left to say.
 */
export function workGaps(facts: Facts): readonly Finding[] {
  if (partState(facts.of.inventory, { kind: 'supporting', id: 'explanation' }) === 'there') return []
  return openIn(spansOf(facts, ['work', 'education']), facts).map(({ path, from, to }) => {
    const args = { from: monthName(from), to: monthName(to), months: to - from + 1 }
    return found('check/work-gap', 'note', { path, id: /\[([^\]]*)\]/.exec(path)?.[1] }, args)
  })
}

/** Gaps of the work history, then of the insurance record, each in order of time: what a 情况说明 has to explain. */
export function recordGaps(facts: Facts): readonly RecordGap[] {
  const lists = { work: ['work', 'education'], insurance: ['insurance'] } as const
  return (['work', 'insurance'] as const).flatMap((record) =>
    openIn(spansOf(facts, lists[record]), facts).map(({ from, to }): RecordGap => {
      return { record, from: monthName(from), to: monthName(to), months: to - from + 1 }
    }),
  )
}

// ---

/** A stretch as numbers of months; `to` is endless while it lasts or is unknown. */
type Span = { readonly path: string; readonly from: number; readonly to: number }

function spansOf(facts: Facts, lists: readonly string[]): readonly Span[] {
  return lists
    .flatMap((one) => items(read(facts, one)) ?? [])
    .flatMap((item) => {
      const [from, to] = [member(item, 'from').value, member(item, 'to').value]
      if (!isDate(from)) return []
      const last = isDate(to) ? monthNumber(stretch(to).last) : Number.POSITIVE_INFINITY
      return [{ path: item.path, from: monthNumber(stretch(from).first), to: last }]
    })
    .sort((a, b) => a.from - b.from || a.to - b.to || (a.path < b.path ? -1 : 1))
}

/** The months before each span that no earlier one covers; `path` is that of the span behind the gap. */
function openIn(spans: readonly Span[], facts: Facts): readonly Span[] {
  const since = facts.of.dossier.person?.workSince
  const gaps: Span[] = []
  let next = isDate(since) ? monthNumber(stretch(since).last) : (spans[0]?.from ?? 0)
  for (const span of spans) {
    if (span.from > next) gaps.push({ path: span.path, from: next, to: span.from - 1 })
    next = Math.max(next, span.to + 1)
  }
  return gaps
}
