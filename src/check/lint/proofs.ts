import type { Case } from '../../model/case.ts'
import type { Finding } from '../../model/finding.ts'
import type { Breaking, Rule } from '../../model/rule.ts'
import { type Applied, applied } from '../change.ts'
import type { Condition } from '../define.ts'
import { bind, type Facts, factsOf, items, own, read } from '../facts.ts'
import { findingOf, judge } from '../judge.ts'
import { parseCondition } from '../words.ts'
import { problem } from './problem.ts'

const file = 'rules.yaml'

/** A break of a rule with the two cases: before and after its change. */
export type Proof = {
  readonly rule: Rule
  readonly index: number
  readonly before: Applied
  readonly after: Applied
}

/** Every break of every rule, made on the sample. */
export function proofs(sample: Case): readonly Proof[] {
  return sample.procedure.rules.rules.flatMap((rule) =>
    (rule.breaks ?? []).map((breaking, index) => ({ rule, index, ...cases(sample, breaking) })),
  )
}

/**
 * Proves the rules by the sample: each ships a change that breaks it and nothing breaks it before; its `when` is reached and
 * left; it can be in force in a window of the procedure.
 */
export function lintProofs(sample: Case): readonly Finding[] {
  const all = proofs(sample)
  const reached = [sample, ...all.flatMap(({ before, after }) => [before, after].flatMap(caseOf))].map(factsOf)
  return [
    ...all.flatMap(lintProof),
    ...sample.procedure.rules.rules.flatMap((rule) => [
      ...(rule.breaks?.length ? [] : [problem('lint/no-breaks', file, whereOf(rule), { rule: rule.id })]),
      ...unreachable(rule, reached),
      ...expired(rule, sample),
    ]),
  ]
}

// ---

function cases(sample: Case, { given, change }: Breaking): { readonly before: Applied; readonly after: Applied } {
  const before = applied(sample, given ?? [])
  return { before, after: before.ok ? applied(before.case, change) : before }
}

function caseOf(one: Applied): readonly Case[] {
  return one.ok ? [one.case] : []
}

function lintProof({ rule, index, before, after }: Proof): readonly Finding[] {
  const where = `${whereOf(rule)}.breaks[${index}]`
  if (!before.ok || !after.ok) {
    const refusal = before.ok ? (after.ok ? undefined : after.refusal) : before.refusal
    const what = [refusal?.args.path ?? refusal?.args.name ?? '', refusal?.args.value ?? ''].join(' ').trim()
    return [problem('lint/break-impossible', file, where, { rule: rule.id, what: what || '—' })]
  }
  const [first, then] = [loudness(rule, before.case), loudness(rule, after.case)]
  if (first === 2) return [problem('lint/break-too-early', file, where, { rule: rule.id })]
  return then > first ? [] : [problem('lint/break-without-effect', file, where, { rule: rule.id })]
}

/** 0 silent, 1 waits for a fact, 2 speaks. A condition that does not parse has findings of its own. */
function loudness(rule: Rule, c: Case): 0 | 1 | 2 {
  if (!parseCondition(rule.need).ok || (rule.when && !parseCondition(rule.when).ok)) return 0
  const said = judge(rule, factsOf(c)).filter((verdict) => findingOf(verdict) !== undefined)
  if (said.some((verdict) => verdict.answer === 'no')) return 2
  return said.length > 0 ? 1 : 0
}

/** A `when` that is never yes is never asked; one that stays yes whatever its facts say is no condition. */
function unreachable(rule: Rule, reached: readonly Facts[]): readonly Finding[] {
  const parsed = rule.when && parseCondition(rule.when)
  if (!parsed?.ok || !rule.breaks?.length) return []
  const places = reached.flatMap((facts) => inside(rule, facts))
  const stated = places
    .slice(0, 1)
    .flatMap((facts) => factsOfWhen(parsed.condition).map((path) => withNone(facts, path)))
  const answers = new Set([...places, ...stated].map((facts) => parsed.condition.run(facts).answer))
  if (!answers.has('yes')) return [problem('lint/when-never', file, whereOf(rule), { rule: rule.id })]
  return answers.has('no') ? [] : [problem('lint/when-always', file, whereOf(rule), { rule: rule.id })]
}

function inside(rule: Rule, facts: Facts): readonly Facts[] {
  const { each } = rule
  return each ? (items(read(facts, each.in)) ?? []).map((item) => bind(facts, each.as, item)) : [facts]
}

/** What a `when` reads outside the lists that it goes through. */
function factsOfWhen(condition: Condition): readonly string[] {
  const own = condition.uses.map((use) => use.path)
  return [...own, ...condition.inner.flatMap((one) => (one.bind ? [] : factsOfWhen(one.condition)))]
}

/** The same facts, one of them stated as none. */
function withNone(facts: Facts, path: string): Facts {
  const [head = '', ...rest] = path.split('.')
  const name = facts.names[head]
  if (name) return bind(facts, head, { ...name, value: without(name.value, rest) })
  return { ...facts, root: without(facts.root, [head, ...rest]) as Facts['root'] }
}

function without(value: unknown, [step, ...rest]: readonly string[]): unknown {
  if (step === undefined) return '无'
  const base = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
  return { ...base, [step]: without(own(base, step), rest) }
}

/** A rule whose period lies outside every window can judge no declaration. */
function expired(rule: Rule, { procedure }: Case): readonly Finding[] {
  const days = procedure.file.windows.flatMap(({ from, to }) => [from, to]).sort()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return []
  if (rule.until !== undefined && rule.until < first)
    return [problem('lint/expired', file, whereOf(rule), { rule: rule.id, until: rule.until, first })]
  if (rule.from !== undefined && rule.from > last)
    return [problem('lint/not-yet', file, whereOf(rule), { rule: rule.id, from: rule.from, last })]
  return []
}

function whereOf(rule: Rule): string {
  return `rules[${rule.id}]`
}
