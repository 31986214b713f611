import type { Basis, Finding, Place, Stage } from '../../model/finding.ts'
import type { Facts } from '../facts.ts'
import { found, type Worded } from '../found.ts'
import { judgement } from '../judge.ts'

/** A 人工核验 item of plain sense: the code stands for the rule in the journal; none once a person has judged it settled. */
export function ask(
  facts: Facts,
  code: string,
  at: Place,
  args: Worded,
  more: { readonly stage?: Stage; readonly basis?: Basis } = {},
): readonly Finding[] {
  if (judgement(facts.of, code, at) === 'yes') return []
  return [found(code, 'person', at, args, { ...more, rule: code })]
}
