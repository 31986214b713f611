import type { Answer } from '../model/finding.ts'

/**
 * Kleene's three answers. `unknown` is a fact that nobody has stated yet, never a guess.
 *
 * | and | yes | unknown | no |     | or | yes | unknown | no |
 * | --- | --- | --- | --- | --- | --- | --- | --- | --- |
 * | yes | yes | unknown | no |     | yes | yes | yes | yes |
 * | unknown | unknown | unknown | no |     | unknown | yes | unknown | unknown |
 * | no | no | no | no |     | no | yes | unknown | no |
 */

/** Weakest of the answers; of none: yes. */
export function and(answers: readonly Answer[]): Answer {
  if (answers.includes('no')) return 'no'
  return answers.includes('unknown') ? 'unknown' : 'yes'
}

/** Strongest of the answers; of none: no. */
export function or(answers: readonly Answer[]): Answer {
  if (answers.includes('yes')) return 'yes'
  return answers.includes('unknown') ? 'unknown' : 'no'
}

/** yes ↔ no; unknown stays unknown. */
export function not(answer: Answer): Answer {
  if (answer === 'unknown') return 'unknown'
  return answer === 'yes' ? 'no' : 'yes'
}
