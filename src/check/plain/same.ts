import type { Finding } from '../../model/finding.ts'
import { maskInText } from '../../model/mask.ts'
import { isStated } from '../../model/scalar.ts'
import { type Facts, items, member, own, read, type Seen } from '../facts.ts'
import { found, placeOf } from '../found.ts'
import { sameName } from '../names.ts'
import { ask } from './ask.ts'
import { achievementsOfKinds } from './required.ts'

/** The same fact in two places of the dossier says the same (domain C08); a disagreement names both places. */
export function sameEverywhere(facts: Facts): readonly Finding[] {
  return [...presentEmployer(facts), ...keeper(facts), ...groundsLevel(facts), ...roles(facts), ...assessedTwice(facts)]
}

// ---

function given(seen: Seen): string | undefined {
  return typeof seen.value === 'string' && !isStated(seen.value) ? seen.value : undefined
}

/** Work that goes on is at the present employer. */
function presentEmployer(facts: Facts): readonly Finding[] {
  const seen = read(facts, 'employer.name')
  const employer = given(seen)
  const now = (items(read(facts, 'work')) ?? []).filter((item) => own(item.value, 'to') === '至今')
  const names = now.map((item) => given(member(item, 'employer')))
  if (employer === undefined || names.length === 0) return []
  if (names.some((name) => name === undefined || sameName(name, employer))) return []
  const args = { employer: maskInText(employer), work: maskInText([...new Set(names)].sort().join('、')) }
  return [found('check/employer-differs', 'error', placeOf(facts, seen), args)]
}

/** A personnel file that “the employer” keeps is kept by the present one. */
function keeper(facts: Facts): readonly Finding[] {
  const seen = read(facts, 'fileKeeper.name')
  const [name, employer] = [given(seen), given(read(facts, 'employer.name'))]
  if (read(facts, 'fileKeeper.kind').value !== 'employer' || name === undefined || employer === undefined) return []
  if (sameName(name, employer) || throughAgency(facts)) return []
  const args = { keeper: maskInText(name), employer: maskInText(employer) }
  return ask(facts, 'check/keeper-differs', placeOf(facts, seen), args)
}

/** There the procedure asks for the agency itself. */
function throughAgency(facts: Facts): boolean {
  const bodies = read(facts, 'route.bodies').value
  return Array.isArray(bodies) && bodies.includes('agency')
}

/** A title by the name of one level that is said to equal another. */
function groundsLevel(facts: Facts): readonly Finding[] {
  const { kind, name, level } = facts.of.dossier.grounds ?? {}
  if (kind !== 'title' || name === undefined) return []
  const { levels } = facts.of.procedure.file
  const named = levels.find((row) => sameName(row.name.zh, name))
  const stated = levels.find((row) => row.id === level)
  if (!named || !stated || named === stated) return []
  const args = { name: named.name, level: stated.name }
  return [found('check/grounds-level', 'error', { path: 'grounds.level' }, args)]
}

const alone = /^(独立|独著|单独)/
const first = /^第一/

/** 第一作者 has rank 1 (a shared first place aside); who did it alone is one of one. */
function roles(facts: Facts): readonly Finding[] {
  return achievementsOfKinds(facts).flatMap(({ item }) => {
    const role = member(item, 'role')
    const name = given(member(role, 'name')) ?? ''
    const [rank, of] = [own(role.value, 'rank'), own(role.value, 'of')]
    const isWrong =
      (first.test(name) && typeof rank === 'number' && rank !== 1) ||
      (alone.test(name) && typeof of === 'number' && of > 1)
    if (!isWrong) return []
    const args = { name: maskInText(name), rank: String(rank ?? ''), of: String(of ?? '') }
    return ask(facts, 'check/role-differs', placeOf(facts, member(role, 'rank')), args)
  })
}

/** One year, two different grades. */
function assessedTwice(facts: Facts): readonly Finding[] {
  const seen = new Map<number, string>()
  const list = (items(read(facts, 'assessments')) ?? []).slice().sort((a, b) => (a.path < b.path ? -1 : 1))
  return list.flatMap((item) => {
    const [year, grade] = [own(item.value, 'year'), own(item.value, 'grade')]
    if (typeof year !== 'number' || typeof grade !== 'string') return []
    const before = seen.get(year)
    if (before === undefined) seen.set(year, grade)
    if (before === undefined || before === grade) return []
    return [
      found('check/year-twice', 'error', placeOf(facts, member(item, 'grade')), { year, first: before, second: grade }),
    ]
  })
}
