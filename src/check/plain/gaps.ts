import type { Finding } from '../../model/finding.ts'
import { isDate, monthName, monthNumber, stretch } from '../dates.ts'
import { type Facts, items, member, read } from '../facts.ts'
import { found } from '../found.ts'
import { partState } from '../papers.ts'

/**
 * Whole months between two stretches of work or study since 参加工作时间: a note, an explanation belongs to it. Years alone are
 * read generously. With a 情况说明 there nothing is left to say.
 */
export function workGaps(facts: Facts): readonly Finding[] {
  if (partState(facts.of.inventory, { kind: 'supporting', id: 'explanation' }) === 'there') return []
  const list = ['work', 'education'].flatMap((one) => items(read(facts, one)) ?? [])
  const since = facts.of.dossier.person?.workSince
  const spans = list
    .flatMap((item) => {
      const [from, to] = [member(item, 'from').value, member(item, 'to').value]
      if (!isDate(from)) return []
      const last = isDate(to) ? monthNumber(stretch(to).last) : Number.POSITIVE_INFINITY
      return [{ path: item.path, from: monthNumber(stretch(from).first), to: last }]
    })
    .sort((a, b) => a.from - b.from || a.to - b.to || (a.path < b.path ? -1 : 1))
  const start = isDate(since) ? monthNumber(stretch(since).last) : (spans[0]?.from ?? 0)
  const gaps: Finding[] = []
  let next = start
  for (const span of spans) {
    if (span.from > next) gaps.push(gap(span.path, next, span.from - 1))
    next = Math.max(next, span.to + 1)
  }
  return gaps
}

// ---

function gap(path: string, from: number, to: number): Finding {
  const args = { from: monthName(from), to: monthName(to), months: to - from + 1 }
  return found('check/work-gap', 'note', { path, id: /\[([^\]]*)\]/.exec(path)?.[1] }, args)
}
