import type { Case } from '../model/case.ts'
import { type Answer, exits, type Finding, Refusal, type Severity } from '../model/finding.ts'
import type { Rule } from '../model/rule.ts'
import { allOf, anyOf, type Missing, negated, type Result, unknown, yes } from './answer.ts'
import { argsOf, missingLabels, said } from './args.ts'
import type { Condition } from './define.ts'
import { derivedOf } from './derived.ts'
import { eventsOf } from './events.ts'
import { bind, type Facts, idOf, items, patternOf, read, type Seen } from './facts.ts'
import { parseCondition } from './words.ts'

/** A rule's answer at one place: the item of its `each`, or the case as a whole. */
export type Verdict = {
  readonly rule: Rule
  readonly facts: Facts
  readonly item: Seen | undefined
  readonly answer: Answer | 'not-applicable'
  readonly result: Result
}

/**
 * One verdict an item of `each`, otherwise one. `when` no = not-applicable; `when` unknown and `need` yes = yes (the
 * implication of Kleene).
 * @throws Refusal `check/bad-rule` when a condition of the procedure does not parse (lint says all of them)
 */
export function judge(rule: Rule, facts: Facts): readonly Verdict[] {
  const when = rule.when && parsed(rule, rule.when)
  const need = parsed(rule, rule.need)
  if (!rule.each) return [verdict(rule, facts, undefined, when, need)]
  const list = items(read(facts, rule.each.in))
  if (!list) {
    const result = unknown([{ value: undefined, seen: read(facts, rule.each.in) }])
    return [{ rule, facts, item: undefined, answer: 'unknown', result }]
  }
  const name = rule.each.as
  return list.map((item) => verdict(rule, bind(facts, name, item), item, when, need))
}

/** The finding of a verdict; none for yes and not-applicable, nor for a 人工核验 item that a person has settled. */
export function findingOf(verdict: Verdict): Finding | undefined {
  const { rule, facts, answer } = verdict
  if (answer === 'yes' || answer === 'not-applicable') return undefined
  const at = placeOf(verdict)
  const base = { rule: rule.id, stage: rule.stage, at, basis: rule.basis, verified: rule.basis.verified }
  if (answer === 'unknown') {
    if (isSaidElsewhere(verdict)) return undefined
    const { because } = verdict.result
    const args = { missing: missingLabels(because, facts), rule: rule.id }
    const both = said(args, { missing: missingLabels(because, facts, 'en') })
    return { ...base, code: 'check/rule-pending', severity: 'pending', at: missingPlace(verdict), ...both }
  }
  const judged = judgement(facts.of, rule.id, at)
  const severity = severityOf(rule)
  if (severity === 'person' && judged === 'yes') return undefined
  return {
    ...base,
    code: `rule/${rule.id}`,
    severity: severity === 'person' && judged === 'no' && rule.basis.verified ? 'error' : severity,
    ...argsOf([rule.say, rule.fix, rule.otherReading], facts),
    ...(rule.otherReading && { otherReading: rule.otherReading }),
  }
}

/**
 * For each fact that a verdict lacks, the paths of the dossier to be given: none for what comes from the journal or from a
 * year's holidays, several for what is worked out from several facts.
 */
export function waitsFor({ result, facts }: Verdict): readonly (readonly string[])[] {
  return result.because.map((one) => givenAt(one, facts))
}

/** What a person judged of a 人工核验 item; the last judgement counts. One without a place speaks of every place. */
export function judgement(c: Case, rule: string, at: Finding['at']): 'yes' | 'no' | undefined {
  return eventsOf(c.journal, 'judged').findLast(
    (event) => event.rule === rule && (event.place === undefined || event.place === at.path || event.place === at.id),
  )?.answer
}

// ---

/**
 * Every missing fact follows from one that is given: it is outside its list, or fits two routes. Those have findings of
 * their own.
 */
function isSaidElsewhere({ result, facts }: Verdict): boolean {
  if (result.because.length === 0) return false
  return result.because.every(({ pattern }) => {
    const derived = derivedAt(facts, pattern)
    if (!derived || derived.needs.length === 0) return false
    return derived.needs.every((need) => read(facts, need).value !== undefined)
  })
}

/** Where the first missing fact is to be given; one that comes from the journal has no place in the dossier, only a name. */
function missingPlace(verdict: Verdict): Finding['at'] {
  const path = waitsFor(verdict).flat().sort()[0]
  const fromJournal = path === undefined ? verdict.result.because[0]?.pattern : undefined
  if (fromJournal !== undefined) return labelled(verdict.facts, fromJournal)
  const id = path && /\[([^\]]*)\]/.exec(path)?.[1]
  return { ...(path && { path }), ...(id && { id }) }
}

function givenAt(one: Missing, facts: Facts): readonly string[] {
  if (one.why === 'holidays') return []
  const derived = derivedAt(facts, one.pattern)
  if (!derived) return [one.path]
  const absent = derived.needs.filter((need) => read(facts, need).value === undefined)
  return absent.length > 0 ? absent : derived.needs.slice(0, 1)
}

function parsed(rule: Rule, tree: unknown): Condition {
  const result = parseCondition(tree)
  if (result.ok) return result.condition
  const word = result.mistakes.map((mistake) => mistake.path || mistake.kind).join(', ')
  throw new Refusal('check/bad-rule', exits.unreadable, { rule: rule.id, word })
}

function verdict(
  rule: Rule,
  facts: Facts,
  item: Seen | undefined,
  when: Condition | undefined,
  need: Condition,
): Verdict {
  const applies = when ? when.run(facts) : yes
  if (applies.answer === 'no') return { rule, facts, item, answer: 'not-applicable', result: yes }
  const result = anyOf([negated(applies), allOf([need.run(facts)])])
  return { rule, facts, item, answer: result.answer, result }
}

/** A rule whose basis nobody verified never blocks; pure arithmetic is exempt. */
function severityOf(rule: Rule): Severity {
  if (rule.basis.verified || rule.arithmetic !== undefined || rule.severity !== 'error') return rule.severity
  return 'person'
}

/** A derived fact has no place in the dossier: the label says what it is. */
function placeOf({ rule, facts, item }: Verdict): Finding['at'] {
  const id = item && idOf(item.value)
  const path = rule.at ? read(facts, rule.at).path : (item?.path ?? firstPath(rule.need))
  return { ...(path !== undefined && labelled(facts, path)), ...(id !== undefined && { id }) }
}

function labelled(facts: Facts, path: string): Finding['at'] {
  const label = derivedAt(facts, patternOf(path))?.label
  return { path, ...(label && { label: label.zh, ...(label.en !== undefined && { labelEn: label.en }) }) }
}

function derivedAt(facts: Facts, pattern: string) {
  return derivedOf(facts.of.procedure).find((row) => row.path === pattern || row.path === `${pattern}[]`)
}

/** The first path of `need`, in the order written. */
function firstPath(tree: unknown): string | undefined {
  const result = parseCondition(tree)
  return result.ok ? firstUse(result.condition) : undefined
}

function firstUse(condition: Condition): string | undefined {
  return (
    condition.uses[0]?.path ?? condition.inner.map((one) => firstUse(one.condition)).find((path) => path !== undefined)
  )
}
