import type { Case } from '../model/case.ts'
import type { Explanation, FactShown, Judged, Node, Term } from '../model/explain.ts'
import type { Finding } from '../model/finding.ts'
import type { Rule } from '../model/rule.ts'
import type { Text } from '../model/scalar.ts'
import { placeholders } from './args.ts'
import { check } from './check.ts'
import type { Condition } from './define.ts'
import { bind, type Facts, factsOf, items, read } from './facts.ts'
import { isInForce, judgedOn } from './in-force.ts'
import { findingOf, judge, type Verdict } from './judge.ts'
import { declared, textOf } from './labels.ts'
import { nearestFew } from './nearest.ts'
import { factShown } from './shown.ts'
import { stageOrder } from './stage.ts'
import { parseCondition } from './words.ts'

/**
 * Why the check says what it says: a rule (`五-三/after-grounds`, also as `rule/…`), or a code of the check itself.
 * @param findings of the whole run, those made elsewhere (the folder, the age of the procedure) among them
 * @param codes every code that has words
 */
export function explain(
  c: Case,
  code: string,
  codes: readonly string[],
  findings: readonly Finding[] = check(c),
): Explanation {
  const name = code.replace(/^rule\//, '')
  const rule = c.procedure.rules.rules.find((one) => one.id === name)
  if (rule) return ofRule(c, rule)
  const found = findings.filter((one) => one.code === code || one.rule === code)
  if (found.length > 0 || codes.includes(code)) return ofCode(c, code, found)
  const ids = c.procedure.rules.rules.map((one) => one.id)
  return { kind: 'unknown', code, nearest: nearestFew(name, [...ids, ...codes], 5) }
}

// ---

function ofRule(c: Case, rule: Rule): Explanation {
  const facts = factsOf(c)
  const { stage } = rule
  const isForce = isInForce(rule, judgedOn(c))
  const isLater = stageOrder(stage) > stageOrder(c.stage)
  const silent = isForce
    ? isLater
      ? ({ why: 'later', stage } as const)
      : undefined
    : ({ why: 'not-in-force', stage } as const)
  return { kind: 'rule', rule, silent, places: judge(rule, facts).map(judged), labels: labelsOf(c, rule) }
}

function labelsOf(c: Case, { each, say, fix }: Rule): Readonly<Record<string, Text>> {
  const paths = [say, fix].flatMap(placeholders)
  const patterns = paths.map((path) => {
    const [head = '', ...rest] = path.split('.')
    return [path, each?.as === head ? [`${each.in}[]`, ...rest].join('.') : path] as const
  })
  return Object.fromEntries(patterns.map(([path, pattern]) => [path, textOf(c.procedure, pattern)]))
}

function judged(verdict: Verdict): Judged {
  const { rule, facts, item, answer } = verdict
  const when = rule.when && nodeOf(rule.when, facts)
  const need = nodeOf(rule.need, facts)
  const shown = [when, need].flatMap((node) => (node ? factsIn(node) : []))
  const seen = new Map(shown.map((fact) => [fact.path, fact]))
  return { place: item?.path, answer, when, need, facts: [...seen.values()], finding: findingOf(verdict) }
}

function ofCode(c: Case, code: string, found: readonly Finding[]): Explanation {
  const facts = factsOf(c)
  const findings = found.map((finding) => ({
    finding,
    facts: finding.at.path === undefined ? [] : [factShown(facts, seenAt(facts, finding.at.path))],
  }))
  return { kind: 'built-in', code, basis: found[0]?.basis, findings }
}

/** A fact by a concrete path: `achievements[a7f3].date`. */
function seenAt(facts: Facts, path: string) {
  const [head = '', ...rest] = path.split('].')
  const list = /^([^[]+)\[([^\]]*)/.exec(head)
  if (!list) return read(facts, path)
  const item = items(read(facts, list[1] ?? ''))?.find((one) => one.path === `${list[1]}[${list[2]}]`)
  return item ? read(bind(facts, 'item', item), ['item', ...rest].join('.')) : read(facts, path)
}

function nodeOf(tree: unknown, facts: Facts): Node {
  const parsed = parseCondition(tree)
  // `judge` has refused a condition that does not parse.
  if (!parsed.ok) return { word: '', answer: 'unknown', terms: [], children: [] }
  return node(parsed.condition, facts)
}

function node(condition: Condition, facts: Facts): Node {
  const { word, uses, args, inner, values } = condition
  const options = values && declared(facts.of.procedure, read(facts, values.path).pattern)?.options
  const paths = new Set(uses.map((use) => use.path))
  const children = inner.flatMap((one) => (one.bind ? [] : [node(one.condition, facts)]))
  return {
    word,
    answer: condition.run(facts).answer,
    terms: termsOf(args, paths, facts).map((term) => named(term, options ?? {})),
    children: [...children, ...perItem(condition, facts)],
  }
}

/** The conditions inside a list, once an item. */
function perItem({ inner }: Condition, facts: Facts): readonly Node[] {
  const bound = inner.filter((one) => one.bind !== undefined)
  const [first] = bound
  if (!first?.bind) return []
  const { as } = first.bind
  return (items(read(facts, first.bind.in)) ?? []).map((item) => {
    const inside = bind(facts, as, item)
    const children = bound.map((one) => node(one.condition, inside))
    const isYes = children.every((child) => child.answer === 'yes')
    const answer = isYes ? 'yes' : children.some((child) => child.answer === 'no') ? 'no' : 'unknown'
    return { word: 'item', answer, terms: [{ kind: 'fact', fact: factShown(inside, item) }], children }
  })
}

/** An id as what it stands for among the options of the fact it is held against. */
function named(term: Term, options: Readonly<Record<string, Text>>): Term {
  if (term.kind === 'fact' || !Object.hasOwn(options, term.text)) return term
  const label = options[term.text]
  return label ? { ...term, label } : term
}

/** Keys that lead to conditions or to names, which the children and the facts show. */
const hidden = new Set(['where', 'need', 'as', 'key', 'column'])

function termsOf(args: unknown, paths: ReadonlySet<string>, facts: Facts, name?: string): readonly Term[] {
  if (typeof args === 'string') {
    if (paths.has(args)) return [{ kind: 'fact', fact: factShown(facts, read(facts, args)) }]
    return [{ kind: 'value', text: args, ...(name !== undefined && { name }) }]
  }
  if (Array.isArray(args)) return args.flatMap((one) => (isCondition(one) ? [] : termsOf(one, paths, facts, name)))
  if (typeof args !== 'object' || args === null || isCondition(args)) return []
  return Object.entries(args).flatMap(([key, value]) => (hidden.has(key) ? [] : termsOf(value, paths, facts, key)))
}

function isCondition(tree: unknown): boolean {
  return typeof tree === 'object' && tree !== null && !Array.isArray(tree) && parseCondition(tree).ok
}

function factsIn(one: Node): readonly FactShown[] {
  const own = one.word === 'item' ? [] : one.terms.flatMap((term) => (term.kind === 'fact' ? [term.fact] : []))
  return [...own, ...one.children.flatMap(factsIn)]
}
