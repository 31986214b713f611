import type { Case } from '../model/case.ts'
import { type Finding, type Stage, severities } from '../model/finding.ts'
import type { Rule } from '../model/rule.ts'
import { isStated } from '../model/scalar.ts'
import { type Facts, factsOf, read } from './facts.ts'
import { isInForce, judgedOn } from './in-force.ts'
import { findingOf, judge, waitsFor } from './judge.ts'
import { emptyCells } from './plain/empty.ts'
import { fileFacts } from './plain/file-facts.ts'
import { fileNotes } from './plain/files.ts'
import { workGaps } from './plain/gaps.ts'
import { history } from './plain/history.ts'
import { identity } from './plain/identity.ts'
import { unknownOptions } from './plain/options.ts'
import { missingParts } from './plain/parts.ts'
import { periods } from './plain/period.ts'
import { changedSincePosting } from './plain/posted.ts'
import { printedFacts } from './plain/printed.ts'
import { missingFacts, missingLater } from './plain/required.ts'
import { results } from './plain/results.ts'
import { openReturns } from './plain/returned.ts'
import { doubtfulRoute } from './plain/route.ts'
import { sameEverywhere } from './plain/same.ts'
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
  return sorted([...saidOnce(own, judged(rules, facts)), ...surveyed(c)])
}

/** 以后要做: what the rules of later stages would say today, and the facts that they ask for. */
export function later(c: Case): Finding[] {
  const now = stageOrder(c.stage)
  const rules = rulesInForce(c).filter((rule) => stageOrder(rule.stage) > now)
  const facts = factsOf(c)
  const found = [...judged(rules, facts).map(({ finding }) => finding), ...missingLater(facts)]
  return sorted(found.map((finding) => ({ ...finding, ...dueOf(finding, facts) })))
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
  sameEverywhere,
  history,
  results,
  periods,
  fileNotes,
  fileFacts,
  printedFacts,
  emptyCells,
  changedSincePosting,
  openReturns,
]

type Judged = { readonly finding: Finding; readonly waits: readonly (readonly string[])[] }

/** Items that wait for the same missing fact say so once. */
function judged(rules: readonly Rule[], facts: Facts): readonly Judged[] {
  const all = rules
    .flatMap((rule) => judge(rule, facts))
    .flatMap((verdict) => {
      const finding = findingOf(verdict)
      return finding ? [{ finding, waits: isPending(finding) ? waitsFor(verdict) : [] }] : []
    })
  const waiting = new Set<string>()
  return all.filter(({ finding }) => {
    if (!isPending(finding)) return true
    const key = keyOf(finding)
    return !waiting.has(key) && waiting.add(key)
  })
}

function isPending({ code }: Finding): boolean {
  return code === 'check/rule-pending'
}

/** A rule that waits only for facts that are asked for themselves is said with those facts, not beside them. */
function saidOnce(own: readonly Finding[], rules: readonly Judged[]): readonly Finding[] {
  const asked = new Set(own.flatMap(({ code, at }) => (code === 'check/missing-fact' ? [at.path ?? ''] : [])))
  const isSaid = ({ waits }: Judged) =>
    waits.length > 0 && waits.every((paths) => paths.length > 0 && paths.every((path) => asked.has(path)))
  const held = grouped(
    rules
      .filter(isSaid)
      .flatMap(({ finding, waits }) => waits.flat().map((path) => ({ path, rule: finding.rule ?? '' }))),
  )
  const facts = own.map((finding) => {
    const waiting = finding.code === 'check/missing-fact' ? held.get(finding.at.path ?? '') : undefined
    return waiting ? { ...finding, waiting: [...waiting].sort() } : finding
  })
  return [...rules.filter((rule) => !isSaid(rule)).map(({ finding }) => finding), ...facts]
}

function grouped(rows: readonly { readonly path: string; readonly rule: string }[]): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>()
  for (const { path, rule } of rows) groups.set(path, (groups.get(path) ?? new Set()).add(rule))
  return groups
}

/** Until when: the rule's own day, or its stage's. */
function dueOf({ rule, stage }: Finding, facts: Facts): Pick<Finding, 'due'> {
  const { rules, due } = facts.of.procedure.rules
  const path = rules.find((row) => row.id === rule)?.due ?? due?.[stage]
  if (path === undefined) return {}
  const { value } = read(facts, path)
  return { due: { path, ...(typeof value === 'string' && !isStated(value) && { on: value }) } }
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
