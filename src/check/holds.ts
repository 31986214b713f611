import type { Case } from '../model/case.ts'
import type { Condition } from '../model/condition.ts'
import { type Answer, exits, Refusal } from '../model/finding.ts'
import { factsOf } from './facts.ts'
import { parseCondition } from './words.ts'

/**
 * The answer of a condition that stands outside rules.yaml, for the case as a whole.
 * @param owner what the condition belongs to, for the message
 * @throws Refusal `check/bad-condition` when it does not parse (lint says all of it)
 */
export function holds(condition: Condition, owner: string, c: Case): Answer {
  const parsed = parseCondition(condition)
  if (parsed.ok) return parsed.condition.run(factsOf(c)).answer
  const word = parsed.mistakes.map((mistake) => mistake.path || mistake.kind).join(', ')
  throw new Refusal('check/bad-condition', exits.unreadable, { owner, word })
}
