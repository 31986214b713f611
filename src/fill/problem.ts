import { type Args, exits, type Finding, type Place, Refusal } from '../model/finding.ts'

/** Something wrong with a form: the code's words are in `say/words/forms.ts`. */
export function problem(code: string, at: Place, args: Args = {}): Finding {
  return { code, severity: 'error', stage: 'draft', at, args, basis: 'plain-sanity', verified: true }
}

/** A form that cannot be filled: its problems, the first one with its place in front. */
export function refusal(problems: readonly Finding[]): Refusal {
  const at = problems[0]?.at ?? {}
  return new Refusal('forms/markup', exits.unreadable, { file: at.file ?? '', count: problems.length }, at, problems)
}

export function codePointOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
