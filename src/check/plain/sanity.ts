import type { Finding } from '../../model/finding.ts'
import { isBefore, isDate } from '../dates.ts'
import { type Facts, idOf, items, member, own, read, type Seen } from '../facts.ts'
import { found, placeOf } from '../found.ts'
import { textOf } from '../labels.ts'
import { allItems, occurrences } from '../walk.ts'

/** What cannot be, whatever the notice says. Partial dates that overlap are let pass. */
export function sanity(facts: Facts): readonly Finding[] {
  return [...inFuture(facts), ...wrongOrder(facts), ...ranks(facts), ...years(facts), ...duplicates(facts)]
}

// ---

/** Dates that are over by their nature. */
const past = [
  'person.birth',
  'person.workSince',
  'grounds.obtained',
  'declaration.declaredOn',
  'achievements[].date',
  'earlierAchievements[].to',
  'fileKeeper.since',
]

function inFuture(facts: Facts): readonly Finding[] {
  const { today } = facts.of
  return past.flatMap((path) =>
    occurrences(facts, path)
      .filter((seen) => isDate(seen.value) && isBefore(today, seen.value) === 'yes')
      .map((seen) =>
        found('check/in-future', 'error', placeOf(facts, seen), {
          label: textOf(facts.of.procedure, seen.pattern),
          date: String(seen.value),
          today,
        }),
      ),
  )
}

/** Pairs that stand in one order; both ends may fall on the same day. */
const order = [
  ['person.birth', 'person.workSince'],
  ['person.birth', 'grounds.obtained'],
] as const

function wrongOrder(facts: Facts): readonly Finding[] {
  const pairs = order.map(([first, second]) => [read(facts, first), read(facts, second)] as const)
  const ranges = allItems(facts).map((item) => [member(item, 'from'), end(item)] as const)
  return [...pairs, ...ranges].flatMap(([first, second]) => {
    if (!isDate(first.value) || !isDate(second.value) || isBefore(second.value, first.value) !== 'yes') return []
    const args = {
      first: textOf(facts.of.procedure, first.pattern),
      second: textOf(facts.of.procedure, second.pattern),
      from: first.value,
      to: second.value,
    }
    return [found('check/wrong-order', 'error', placeOf(facts, second), args)]
  })
}

/** An achievement runs from `from` to `date`, everything else to `to`. */
function end(item: Seen): Seen {
  return own(item.value, 'to') === undefined ? member(item, 'date') : member(item, 'to')
}

function ranks(facts: Facts): readonly Finding[] {
  return occurrences(facts, 'achievements[].role').flatMap((seen) => {
    const [rank, of] = [own(seen.value, 'rank'), own(seen.value, 'of')]
    if (typeof rank !== 'number') return []
    if (rank >= 1 && (typeof of !== 'number' || rank <= of)) return []
    const args = { rank, of: typeof of === 'number' ? of : '' }
    return [found('check/rank', 'error', placeOf(facts, member(seen, 'rank')), args)]
  })
}

function years(facts: Facts): readonly Finding[] {
  const { year, declaredOn } = facts.of.dossier.declaration ?? {}
  if (year === undefined || declaredOn === undefined || declaredOn.startsWith(String(year))) return []
  return [found('check/declared-year', 'error', { path: 'declaration.declaredOn' }, { year, declaredOn })]
}

/** Ids tell things apart for ever: each once in its list; achievements and supporting papers share folders. */
function duplicates(facts: Facts): readonly Finding[] {
  const lists = allItems(facts).filter((item) => idOf(item.value) !== undefined)
  const events = (items({ path: 'journal', pattern: 'journal', value: facts.of.journal.events }) ?? []).slice()
  const seen = new Map<string, number>()
  for (const item of [...lists, ...events]) seen.set(item.path, (seen.get(item.path) ?? 0) + 1)
  return [...seen]
    .filter(([, times]) => times > 1)
    .map(([path, times]) => {
      const id = /\[([^\]]*)\]$/.exec(path)?.[1] ?? ''
      return found('check/duplicate-id', 'error', { path, id }, { id, times })
    })
}
