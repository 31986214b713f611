import type { Case } from '../model/case.ts'
import { type Finding, type Stage, severities } from '../model/finding.ts'
import type { Rule } from '../model/rule.ts'
import { type Facts, factsOf } from './facts.ts'
import { isInForce, judgedOn } from './in-force.ts'
import { findingOf, judge } from './judge.ts'
import { workGaps } from './plain/gaps.ts'
import { identity } from './plain/identity.ts'
import { unknownOptions } from './plain/options.ts'
import { missingParts } from './plain/parts.ts'
import { missingFacts, missingLater } from './plain/required.ts'
import { doubtfulRoute } from './plain/route.ts'
import { sanity } from './plain/sanity.ts'
import { wrongShapes } from './plain/shapes.ts'
import { stageOrder } from './stage.ts'

/**
 * Everything a person should know of a case at its stage: the procedure's rules in force on the day of declaration, plain
 * sense, evidence parts, and what the survey of the files found. Sorted by stage, severity, place and code; the order of
 * rules and of lists in the dossier changes nothing.
 * @throws Refusal `check/bad-rule` when a condition of the procedure does not parse
 */
export function check(c: Case): Finding[] {
  const facts = factsOf(c)
  const now = stageOrder(c.stage)
  const rules = rulesInForce(c).filter((rule) => stageOrder(rule.stage) <= now)
  const own = plain.flatMap((one) => one(facts))
  return sorted([...judged(rules, facts), ...own, ...surveyed(c)])
}

/** 以后要做: what the rules of later stages would say today, and the facts that they ask for. */
export function later(c: Case): Finding[] {
  const now = stageOrder(c.stage)
  const rules = rulesInForce(c).filter((rule) => stageOrder(rule.stage) > now)
  const facts = factsOf(c)
  return sorted([...judged(rules, facts), ...missingLater(facts)])
}

/** Rules of the procedure that hold for a declaration of that day. */
export function rulesInForce(c: Case): readonly Rule[] {
  const day = judgedOn(c)
  return c.procedure.rules.rules.filter((rule) => isInForce(rule, day))
}

// ---

const plain: readonly ((facts: Facts) => readonly Finding[])[] = [
  missingFacts,
  unknownOptions,
  wrongShapes,
  missingParts,
  identity,
  doubtfulRoute,
  sanity,
  workGaps,
]

/** Items that wait for the same missing fact say so once. */
function judged(rules: readonly Rule[], facts: Facts): readonly Finding[] {
  const findings = rules.flatMap((rule) => judge(rule, facts)).flatMap((verdict) => findingOf(verdict) ?? [])
  const waiting = new Set<string>()
  return findings.filter((finding) => {
    if (finding.code !== 'check/rule-pending') return true
    const key = keyOf(finding)
    return !waiting.has(key) && waiting.add(key)
  })
}

function surveyed({ inventory }: Case): readonly Finding[] {
  return [...(inventory.findings ?? []), ...inventory.files.flatMap((file) => file.findings)]
}

function sorted(findings: readonly Finding[]): Finding[] {
  return findings
    .map((finding) => ({ finding, key: keyOf(finding) }))
    .sort(byKey)
    .map(({ finding }) => finding)
}

function keyOf({ stage, severity, at, code, rule, args }: Finding): string {
  const place = [at.path ?? '', at.id ?? '', at.file ?? '', String(at.page ?? 0).padStart(6, '0')]
  return [stageKey(stage), severities.indexOf(severity), ...place, code, rule ?? '', JSON.stringify(args)].join(
    '\u0000',
  )
}

function stageKey(stage: Stage): number {
  return stageOrder(stage)
}

function byKey(a: { readonly key: string }, b: { readonly key: string }): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0
}
