import type { Basis, Finding } from '../../model/finding.ts'
import { maskInText } from '../../model/mask.ts'
import type { Kind } from '../../model/procedure.ts'
import { type Facts, idOf, own, type Seen } from '../facts.ts'
import { found, joined } from '../found.ts'
import { judgement } from '../judge.ts'
import { type PartState, partState } from '../papers.ts'
import { achievementsOfKinds } from './required.ts'

/**
 * Evidence parts of every achievement by `sure` of its kind (五（三）, how sure: domain 9). A new kind needs a row of
 * evidence.yaml and nothing else.
 *
 * | sure | none there | some there | all there |
 * | --- | --- | --- | --- |
 * | all-of | an error a missing part | an error a missing part | – |
 * | any-of | one error | – | – |
 * | open | one error | 待定 a part that is absent, 人工核验 where 无 is stated, both readings shown | – |
 *
 * Where the basis is not verified, 人工核验 stands in place of error.
 *
 * A part whose file is named but missing is not named twice: the survey says so.
 */
export function missingParts(facts: Facts): readonly Finding[] {
  return achievementsOfKinds(facts).flatMap(({ item, kind }) => {
    const parts = kind.parts.map((part) => ({ part, state: stateOf(facts, item, part.id) }))
    const missing = parts.filter(({ state }) => state === 'absent' || state === 'none')
    if (kind.sure === 'all-of') return missing.map(({ part }) => lacking(item, kind, part))
    if (missing.length === kind.parts.length) return [none(item, kind)]
    return kind.sure === 'any-of' ? [] : missing.flatMap(({ part, state }) => open(facts, item, kind, part, state))
  })
}

// ---

type Part = Kind['parts'][number]

function stateOf(facts: Facts, item: Seen, part: string): PartState {
  return partState(facts.of.inventory, { kind: 'achievement', id: idOf(item.value) ?? '' }, part)
}

function lacking(item: Seen, kind: Kind, part: Part): Finding {
  return about('check/part-missing', blocking(part.basis), item, kind, part)
}

/** What nobody verified never blocks (FORMATS 4). */
function blocking(basis: Basis): Finding['severity'] {
  return basis.verified ? 'error' : 'person'
}

function open(facts: Facts, item: Seen, kind: Kind, part: Part, state: PartState): readonly Finding[] {
  const isStated = state === 'none'
  const code = isStated ? 'check/part-stated-none' : 'check/part-open'
  const finding = about(code, isStated ? 'person' : 'pending', item, kind, part)
  if (judgement(facts.of, finding.rule ?? '', finding.at) === 'yes') return []
  return [{ ...finding, ...(part.otherReading && { otherReading: part.otherReading }) }]
}

function about(code: string, severity: Finding['severity'], item: Seen, kind: Kind, part: Part): Finding {
  const args = { ...argsOf(item, kind), part: part.name }
  return found(code, severity, at(item), args, { basis: part.basis, rule: `evidence/${kind.id}/${part.id}` })
}

function none(item: Seen, kind: Kind): Finding {
  const basis: Basis = kind.basis
  return found('check/no-part', blocking(basis), at(item), argsOf(item, kind), { basis, rule: `evidence/${kind.id}` })
}

function argsOf(item: Seen, kind: Kind) {
  const title = own(item.value, 'title')
  return {
    kind: kind.name,
    title: maskInText(typeof title === 'string' ? title : (idOf(item.value) ?? '')),
    parts: joined(kind.parts.map((part) => part.name)),
    folder: `evidence/${idOf(item.value) ?? ''}/`,
  }
}

function at(item: Seen): Finding['at'] {
  const id = idOf(item.value)
  return { path: item.path, ...(id !== undefined && { id }) }
}
