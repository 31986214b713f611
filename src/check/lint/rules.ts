import type { Procedure } from '../../model/case.ts'
import type { Basis, Finding } from '../../model/finding.ts'
import type { Rule } from '../../model/rule.ts'
import { placeholders } from '../args.ts'
import { lintCondition } from './conditions.ts'
import { backwards, problem, twice } from './problem.ts'
import { allPaths, isDeclared, type Names, patternFor, typed, undeclared } from './types.ts'

const file = 'rules.yaml'

/** The rules of a procedure: ids, conditions, places, placeholders, dates, and the cap on what nobody verified. */
export function lintRules(procedure: Procedure): readonly Finding[] {
  const { rules, tables = {} } = procedure.rules
  const ids = rules.map((rule) => rule.id)
  return [
    ...twice(ids, file, 'rules'),
    ...rules.flatMap((rule) => lintRule(procedure, rule)),
    ...Object.entries(procedure.rules.due ?? {}).flatMap(([stage, path]) =>
      path === undefined ? [] : typed(procedure, { path, want: 'day' }, {}, file, `due.${stage}`),
    ),
    ...Object.entries(tables).flatMap(([name, table]) => [
      ...table.rows.flatMap((row, index) => backwards(row.from, row.until, file, `tables.${name}.rows[${index}]`)),
      ...lintBasis(table.basis, file, `tables.${name}`),
    ]),
  ]
}

/** A basis says where: an article, a title, or both; its period does not end before it begins. */
export function lintBasis(basis: Basis, inFile: string, where: string): Finding[] {
  const nothing = basis.title === '' && (basis.article ?? '') === ''
  return [
    ...(nothing ? [problem('lint/no-basis', inFile, where)] : []),
    ...backwards(basis.from, basis.until, inFile, where),
  ]
}

// ---

function lintRule(procedure: Procedure, rule: Rule): readonly Finding[] {
  const where = `rules[${rule.id}]`
  const names: Names = rule.each ? { [rule.each.as]: `${rule.each.in}[]` } : {}
  return [
    ...(rule.each ? typed(procedure, { path: rule.each.in, want: 'list' }, {}, file, `${where}.each`) : []),
    ...(rule.each ? shadowed(procedure, rule.each.as, `${where}.each`) : []),
    ...(rule.when ? lintCondition(procedure, rule.when, names, `${where}.when`) : []),
    ...lintCondition(procedure, rule.need, names, `${where}.need`),
    ...(rule.due ? typed(procedure, { path: rule.due, want: 'day' }, {}, file, `${where}.due`) : []),
    ...(rule.at ? typed(procedure, { path: rule.at, want: 'any' }, names, file, `${where}.at`) : []),
    ...texts(procedure, rule, names, where),
    ...lintBasis(rule.basis, file, `${where}.basis`),
    ...backwards(rule.from, rule.until, file, where),
    ...cap(rule, where),
  ]
}

/** A name of `each` may not hide a fact. */
function shadowed(procedure: Procedure, name: string, where: string): Finding[] {
  const heads = new Set(allPaths(procedure).map((path) => path.split(/[.[]/)[0]))
  return heads.has(name) ? [problem('lint/shadowed', file, where, { name })] : []
}

function texts(procedure: Procedure, rule: Rule, names: Names, where: string): readonly Finding[] {
  const all = { say: rule.say, fix: rule.fix, otherReading: rule.otherReading }
  return Object.entries(all).flatMap(([key, text]) =>
    text
      ? [
          ...placeholders(text)
            .filter((path) => !isDeclared(procedure, patternFor(path, names)))
            .map((path) => undeclared(procedure, path, patternFor(path, names), file, `${where}.${key}`)),
          ...bothLanguages(text, `${where}.${key}`),
        ]
      : [],
  )
}

/** Both languages say the same facts. */
function bothLanguages(text: Rule['say'], where: string): Finding[] {
  if (text.en === undefined) return []
  const [zh, en] = [placeholders({ zh: text.zh }), placeholders({ zh: text.en })].map((paths) =>
    [...paths].sort().join(' '),
  )
  return zh === en ? [] : [problem('lint/languages', file, where)]
}

/** 未核实 never blocks; pure arithmetic is exempt. */
function cap(rule: Rule, where: string): Finding[] {
  if (rule.basis.verified || rule.severity !== 'error' || rule.arithmetic !== undefined) return []
  return [problem('lint/unverified-error', file, where, { rule: rule.id })]
}
