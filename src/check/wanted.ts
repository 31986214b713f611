import type { Condition as Tree } from '../model/condition.ts'
import type { Condition } from './define.ts'
import { parseCondition } from './words.ts'

/** Supporting papers of a condition: `must` = without it the answer is no, `may` = one way among others. */
export type Wanted = { readonly paper: string; readonly part: string | undefined; readonly how: 'must' | 'may' }

/** Supporting papers that a rule's `need` asks for by name (`evidence: supporting.<kind>[.<part>]`); what it forbids is none. */
export function wantedPapers(need: Tree): readonly Wanted[] {
  const parsed = parseCondition(need)
  return parsed.ok ? wanted(parsed.condition, 'must') : []
}

// ---

function wanted({ word, evidence, inner }: Condition, how: Wanted['how']): readonly Wanted[] {
  if (word === 'not') return []
  const [head, paper, part] = evidence?.split('.') ?? []
  const own = head === 'supporting' && paper !== undefined ? [{ paper, part, how }] : []
  const below = word === 'any' || word === 'some' || word === 'count' ? 'may' : how
  return [...own, ...inner.flatMap(({ condition }) => wanted(condition, below))]
}
