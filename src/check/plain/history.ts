import type { Finding } from '../../model/finding.ts'
import { maskInText } from '../../model/mask.ts'
import { isBefore, isDate, monthName, monthNumber, stretch } from '../dates.ts'
import { type Facts, items, member, own, read } from '../facts.ts'
import { found, placeOf } from '../found.ts'
import { comparable } from '../names.ts'
import { ask } from './ask.ts'

/** Two units at once, and work before 参加工作时间 (domain C08, C10, C14). */
export function history(facts: Facts): readonly Finding[] {
  const work = overlaps(facts, 'work').map(({ at, args }) => found('check/two-employers', 'note', at, args))
  const insured = overlaps(facts, 'insurance').flatMap(({ at, args }) =>
    ask(facts, 'check/insured-twice', at, args, { stage: 'submit' }),
  )
  return [...work, ...insured, ...beforeSince(facts)]
}

// ---

type Span = { readonly path: string; readonly employer: string; readonly from: number; readonly to: number }

/** Spans that share two whole months or more with one of another unit; dates are read narrowly, a changing month is usual. */
function overlaps(facts: Facts, list: 'work' | 'insurance') {
  const today = monthNumber(facts.of.today)
  const spans = (items(read(facts, list)) ?? [])
    .flatMap((item): Span[] => {
      const [from, to, employer] = ['from', 'to', 'employer'].map((key) => own(item.value, key))
      if (!isDate(from) || typeof employer !== 'string') return []
      const last = to === '至今' ? today : isDate(to) ? monthNumber(stretch(to).first) : undefined
      if (last === undefined) return []
      return [{ path: item.path, employer, from: monthNumber(stretch(from).last), to: last }]
    })
    .sort((a, b) => a.from - b.from || a.to - b.to || (a.path < b.path ? -1 : 1))
  let longest: Span | undefined
  const found: { readonly at: { readonly path: string; readonly id?: string | undefined }; readonly args: ArgsOf }[] =
    []
  for (const span of spans) {
    const to = Math.min(span.to, longest?.to ?? 0)
    if (longest && to - span.from >= 1 && comparable(longest.employer) !== comparable(span.employer)) {
      const id = /\[([^\]]*)\]/.exec(span.path)?.[1]
      const [first, second] = [maskInText(longest.employer), maskInText(span.employer)]
      const args = { first, second, from: monthName(span.from), to: monthName(to), months: to - span.from + 1 }
      found.push({ at: { path: span.path, id }, args })
    }
    if (!longest || span.to > longest.to) longest = span
  }
  return found
}
type ArgsOf = Readonly<Record<string, string | number>>

/** The first job that began before 参加工作时间. */
function beforeSince(facts: Facts): readonly Finding[] {
  const since = facts.of.dossier.person?.workSince
  if (!isDate(since)) return []
  const first = (items(read(facts, 'work')) ?? [])
    .flatMap((item) => {
      const from = own(item.value, 'from')
      return isDate(from) && isBefore(from, since) === 'yes' ? [{ item, from }] : []
    })
    .sort((a, b) => (a.from === b.from ? (a.item.path < b.item.path ? -1 : 1) : a.from < b.from ? -1 : 1))[0]
  if (!first) return []
  const at = placeOf(facts, member(first.item, 'from'))
  return [found('check/work-before-since', 'note', at, { from: first.from, since })]
}
