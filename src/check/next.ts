import type { Case } from '../model/case.ts'
import type { NextFact } from '../model/finding.ts'
import { rulesInForce } from './check.ts'
import { derivedOf, eventFor } from './derived.ts'
import { categoryOf } from './derived-case.ts'
import { type Facts, factsOf, patternOf } from './facts.ts'
import { findingOf, judge, type Verdict, waitsFor } from './judge.ts'
import { missingFacts } from './plain/required.ts'
import { stageOrder } from './stage.ts'

/**
 * 下一个要填的: what nobody stated, of dossier, unit and journal, what would settle the most 待定 first, then in the order of
 * fields.yaml. A fact counts once for being asked for itself and once for each rule that waits for it; an event counts for all
 * that follows from it; a category that fits two routes counts for the rules that wait for the route.
 */
export function nextFacts(c: Case): NextFact[] {
  const facts = factsOf(c)
  const now = stageOrder(c.stage)
  const asked = missingFacts(facts).flatMap(({ at }) => (at.path === undefined ? [] : [{ path: at.path, rule: '' }]))
  const waiting = rulesInForce(c)
    .filter((rule) => stageOrder(rule.stage) <= now)
    .flatMap((rule) => judge(rule, facts))
    .filter((verdict) => isOpen(verdict, c))
    .flatMap((verdict) => lacks(verdict, facts).map((fact) => ({ ...fact, rule: verdict.rule.id })))
  const doubtful = isDoubtful(c) ? [{ path: 'category', rule: '' }] : []
  const order = new Map(c.procedure.fields.map((field, index) => [field.path.replace(/\[\]$/, ''), index]))
  const place = (path: string) => order.get(patternOf(path)) ?? order.size
  return [...grouped([...asked, ...doubtful, ...waiting]).values()].sort(
    (a, b) => b.count - a.count || place(a.path) - place(b.path) || (a.path < b.path ? -1 : 1),
  )
}

// ---

type Lack = { readonly path: string; readonly event?: string | undefined }

/** What a verdict waits for, each where a person gives it. */
function lacks(verdict: Verdict, facts: Facts): readonly Lack[] {
  const { because } = verdict.result
  const given = waitsFor(verdict).flat()
  const fromJournal = because.flatMap(({ pattern }): Lack[] => {
    const event = eventFor(pattern)
    return event === undefined ? [] : [{ path: firstOf(event, facts), event }]
  })
  return [...given.map((path) => ({ path })), ...fromJournal]
}

/** Silent verdicts wait for nothing that a person could give, but for the route of a category that fits two. */
function isOpen(verdict: Verdict, c: Case): boolean {
  if (verdict.answer !== 'unknown') return false
  if (findingOf(verdict) !== undefined) return true
  return isDoubtful(c) && verdict.result.because.some(({ pattern }) => isOfRoute(pattern, verdict.facts))
}

function isOfRoute(pattern: string, facts: Facts): boolean {
  const row = derivedOf(facts.of.procedure).find(({ path }) => path === pattern || path === `${pattern}[]`)
  return row?.needs.includes('category') ?? false
}

function isDoubtful(c: Case): boolean {
  return categoryOf(c)?.orRoute !== undefined
}

/** All that follows from one event is one thing to record, named by the day of it where that is a fact. */
function firstOf(event: string, facts: Facts): string {
  const paths = derivedOf(facts.of.procedure).map(({ path }) => path.replace(/\[\]$/, ''))
  const own = paths.filter((path) => eventFor(path) === event)
  return own.find((path) => path.endsWith('.on')) ?? own[0] ?? event
}

function grouped(rows: readonly (Lack & { readonly rule: string })[]): ReadonlyMap<string, NextFact> {
  const groups = new Map<string, Lack & { readonly rules: Set<string> }>()
  for (const { path, event, rule } of rows) {
    const group = groups.get(path) ?? { path, event, rules: new Set<string>() }
    group.rules.add(rule)
    groups.set(path, group)
  }
  return new Map(
    [...groups].map(([path, { event, rules }]) => {
      const named = [...rules].filter((rule) => rule !== '').sort()
      return [path, { path, count: rules.size, rules: named, ...(event !== undefined && { event }) }]
    }),
  )
}
