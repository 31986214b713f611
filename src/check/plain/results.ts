import type { Finding } from '../../model/finding.ts'
import { maskInText } from '../../model/mask.ts'
import type { Kind } from '../../model/procedure.ts'
import { isStated, type Text } from '../../model/scalar.ts'
import { isBefore, isDate } from '../dates.ts'
import { type Facts, idOf, items, member, own, read, type Seen } from '../facts.ts'
import { found, placeOf } from '../found.ts'
import { textOf } from '../labels.ts'
import { comparable } from '../names.ts'
import { ask } from './ask.ts'
import { numberProblem } from './numbers.ts'
import { achievementsOfKinds } from './required.ts'

/**
 * What an achievement says against itself, against the others and against the person (domain C08, C22–C25). One that is not
 * later than the grounds is out anyway: the procedure's rule says so, nothing else does.
 */
export function results(facts: Facts): readonly Finding[] {
  const owners = ownersOf(facts)
  const single = counted(facts).flatMap(({ item, kind }) => [
    ...owner(facts, item, kind, owners),
    ...years(facts, item),
    ...order(facts, item, kind),
    ...digits(facts, item),
  ])
  return [...single, ...listedTwice(achievementsOfKinds(facts))]
}

/** Achievements that may be used: of those before the grounds the procedure's rule says all there is to say. */
export function counted(facts: Facts): ReturnType<typeof achievementsOfKinds> {
  const obtained = read(facts, 'grounds.obtained').value
  return achievementsOfKinds(facts).filter(({ item }) => {
    const date = own(item.value, 'date')
    return !isDate(obtained) || !isDate(date) || isBefore(obtained, date) === 'yes'
  })
}

// ---

function written(item: Seen, key: string): string | undefined {
  const value = own(item.value, key)
  return typeof value === 'string' && !isStated(value) ? value : undefined
}

function labelOf(kind: Kind, key: string): Text {
  return kind.fields.find((field) => field.key === key)?.label ?? { zh: key }
}

/** Names that a right may belong to: the applicant and every unit of the work history. */
function ownersOf(facts: Facts): ReadonlySet<string> {
  const work = (items(read(facts, 'work')) ?? []).map((item) => own(item.value, 'employer'))
  const { person, employer } = facts.of.dossier
  const names = [person?.name, employer?.name, facts.of.unit?.name, ...work]
  return new Set(names.flatMap((name) => (typeof name === 'string' ? [comparable(name)] : [])))
}

function owner(facts: Facts, item: Seen, kind: Kind, owners: ReadonlySet<string>): readonly Finding[] {
  const text = written(item, 'owner')
  if (text === undefined || owners.size === 0) return []
  if (text.split(/[、，,；;/]/).some((one) => owners.has(comparable(one)))) return []
  const args = { label: labelOf(kind, 'owner'), owner: maskInText(text) }
  return [found('check/owner-differs', 'note', placeOf(facts, member(item, 'owner')), args)]
}

/** Where a number or an issue tells the year: 2021年第3期 · 2022SR0000001 · DB50/T 9001—2022. */
const yearIn: readonly { readonly key: string; readonly pattern: RegExp }[] = [
  { key: 'issue', pattern: /^\D{0,4}(\d{4})\s*年/ },
  { key: 'number', pattern: /^(\d{4})SR\d+$/ },
  { key: 'number', pattern: /^(?:GB|DB|T\/|Q\/|[A-Z]{2}\/T).*[—–-](\d{4})$/ },
]

function years(facts: Facts, item: Seen): readonly Finding[] {
  const date = own(item.value, 'date')
  if (!isDate(date)) return []
  return yearIn.flatMap(({ key, pattern }) => {
    const text = written(item, key)
    const year = text && pattern.exec(text.normalize('NFKC').trim())?.[1]
    if (!text || !year || date.startsWith(year)) return []
    return ask(facts, 'check/year-differs', placeOf(facts, member(item, key)), { text: maskInText(text), date })
  })
}

/** A right is applied for, and a program done, before it is granted or registered. */
function order(facts: Facts, item: Seen, kind: Kind): readonly Finding[] {
  const date = own(item.value, 'date')
  return ['appliedOn', 'completedOn'].flatMap((key) => {
    const before = written(item, key)
    if (!isDate(before) || !isDate(date) || isBefore(date, before) !== 'yes') return []
    const args = {
      first: labelOf(kind, key),
      second: textOf(facts.of.procedure, 'achievements[].date'),
      from: before,
      to: date,
    }
    return [found('check/wrong-order', 'error', placeOf(facts, member(item, key)), args)]
  })
}

function digits(facts: Facts, item: Seen): readonly Finding[] {
  return ['number', 'isbn'].flatMap((key) => {
    const text = written(item, key)
    const wanted = text && numberProblem(key, text)
    if (!text || !wanted) return []
    // Neither form can be an identity number, a mobile or a card: shown whole, so that it can be compared.
    const args = { number: text, digit: wanted }
    return [found('check/number-digit', 'note', placeOf(facts, member(item, key)), args)]
  })
}

/** One result listed twice: the same title, or the same number, within a kind. */
function listedTwice(known: ReturnType<typeof achievementsOfKinds>): readonly Finding[] {
  const seen = new Map<string, string>()
  const sorted = known.slice().sort((a, b) => (a.item.path < b.item.path ? -1 : 1))
  return sorted.flatMap(({ item, kind }) => {
    const id = idOf(item.value) ?? ''
    const keys = ['title', 'number'].flatMap((key) => {
      const text = written(item, key)
      return text === undefined ? [] : [`${kind.id} ${key} ${comparable(text)}`]
    })
    const other = keys.map((key) => seen.get(key)).find((one) => one !== undefined && one !== id)
    for (const key of keys) if (!seen.has(key)) seen.set(key, id)
    if (other === undefined) return []
    const args = { kind: kind.name, title: maskInText(written(item, 'title') ?? id), other }
    return [found('check/listed-twice', 'note', { path: item.path, id }, args)]
  })
}
