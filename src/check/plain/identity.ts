import type { Finding } from '../../model/finding.ts'
import { isBefore, isDate } from '../dates.ts'
import { documentProblems } from '../documents.ts'
import { type Facts, member, own, read, type Seen } from '../facts.ts'
import { found, placeOf } from '../found.ts'
import { occurrences } from '../walk.ts'

/** Identity documents: each number, whether the first may stand alone, and whether it is still valid. */
export function identity(facts: Facts): readonly Finding[] {
  const first = read(facts, 'person.document')
  const others = occurrences(facts, 'person.otherDocuments[].number').map((seen) => owner(facts, seen))
  return [first, ...others]
    .flatMap((seen) => [...numbers(facts, seen), ...validity(facts, seen)])
    .concat(alone(facts, first, others))
}

// ---

function kindOf(facts: Facts, seen: Seen) {
  return facts.of.procedure.documents.documents.find((row) => row.id === own(seen.value, 'type'))
}

/** `person.otherDocuments[0].number` → the document it belongs to. */
function owner(facts: Facts, number: Seen): Seen {
  const index = Number(/\[(\d+)\]/.exec(number.path)?.[1] ?? 0)
  const list = read(facts, 'person.otherDocuments').value
  const path = number.path.replace(/\.number$/, '')
  return { path, pattern: 'person.otherDocuments[]', value: Array.isArray(list) ? list[index] : undefined }
}

function numbers(facts: Facts, seen: Seen): readonly Finding[] {
  const kind = kindOf(facts, seen)
  const number = own(seen.value, 'number')
  if (!kind || typeof number !== 'string') return []
  const { birth, sex } = facts.of.dossier.person ?? {}
  return documentProblems(kind, number, { birth, sex }).map(({ code, severity, args }) =>
    found(code, severity, placeOf(facts, member(seen, 'number')), args),
  )
}

function validity(facts: Facts, seen: Seen): readonly Finding[] {
  const until = own(seen.value, 'validUntil')
  if (!isDate(until) || isBefore(until, facts.of.today) !== 'yes') return []
  const args = { until, kind: kindOf(facts, seen)?.name ?? '' }
  return [found('check/document-expired', 'person', placeOf(facts, member(seen, 'validUntil')), args)]
}

/** A 第二证件 in the first place; whether a lone passport will do is a rule of the procedure (一（四）). */
function alone(facts: Facts, first: Seen, others: readonly Seen[]): readonly Finding[] {
  const kind = kindOf(facts, first)
  if (kind?.alone !== 'no' || others.some((other) => kindOf(facts, other)?.alone === 'yes')) return []
  return [found('check/document-second-only', 'error', placeOf(facts, member(first, 'type')), { kind: kind.name })]
}
