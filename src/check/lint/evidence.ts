import type { Procedure } from '../../model/case.ts'
import type { Finding } from '../../model/finding.ts'
import type { Condition } from '../define.ts'
import { parseCondition } from '../words.ts'
import { idsOf, problem, strangers, twice } from './problem.ts'
import { lintBasis } from './rules.ts'
import { isDeclared, undeclared } from './types.ts'

const file = 'evidence.yaml'

/** evidence.yaml and slots.yaml: ids, parts, routes, bodies, copies; papers that nothing asks for. */
export function lintEvidence(procedure: Procedure): readonly Finding[] {
  const { kinds, supporting } = procedure.kinds
  return [
    ...twice(idsOf(kinds), file, 'kinds'),
    ...twice(idsOf(supporting), file, 'supporting'),
    ...kinds.flatMap((kind) => lintKind(procedure, kind)),
    ...supporting.flatMap((paper) => [
      ...twice(idsOf(paper.parts ?? []), file, `supporting[${paper.id}].parts`),
      ...lintBasis(paper.basis, file, `supporting[${paper.id}]`),
    ]),
    ...unused(procedure),
    ...lintLabels(procedure, procedure.kinds.labels, 'labels', []),
    ...supporting.flatMap((paper) => lintLabels(procedure, paper.labels, `supporting[${paper.id}].labels`, [])),
    ...kinds.flatMap((kind) => {
      const own = ['title', 'date', 'from', ...kind.fields.map((field) => field.key)]
      return lintLabels(procedure, kind.labels, `kinds[${kind.id}].labels`, own)
    }),
  ]
}

export function lintSlots(procedure: Procedure): readonly Finding[] {
  const { slots } = procedure.slots
  const { routes, bodies, copies } = procedure.file
  return [
    ...twice(idsOf(slots), 'slots.yaml', 'slots'),
    ...slots.flatMap((slot) => {
      const where = `slots[${slot.id}]`
      return [
        ...strangers(Object.keys(slot.on), idsOf(routes), 'slots.yaml', where, 'procedure.yaml › routes'),
        ...strangers(Object.values(slot.on), idsOf(bodies), 'slots.yaml', where, 'procedure.yaml › bodies'),
        ...strangers(slot.copies, ['single', ...idsOf(copies)], 'slots.yaml', where, 'procedure.yaml › copies'),
        ...(Object.keys(slot.on).length === 0 ? [problem('lint/slot-nowhere', 'slots.yaml', where)] : []),
        ...lintBasis(slot.basis, 'slots.yaml', where),
      ]
    }),
  ]
}

// ---

/** What a label stands for is a fact: of its kind, or of fields.yaml. */
function lintLabels(
  procedure: Procedure,
  labels: Readonly<Record<string, readonly string[]>> = {},
  where: string,
  own: readonly string[],
): readonly Finding[] {
  return Object.entries(labels).flatMap(([label, paths]) =>
    paths
      .filter((path) => !own.includes(path) && !isDeclared(procedure, path))
      .map((path) => undeclared(procedure, path, path, file, `${where}.${label}`)),
  )
}

function lintKind(procedure: Procedure, kind: Procedure['kinds']['kinds'][number]): readonly Finding[] {
  const where = `kinds[${kind.id}]`
  const common = procedure.fields.flatMap((field) => /^achievements\[\]\.([^.]+)$/.exec(field.path)?.[1] ?? [])
  const keys = kind.fields.map((field) => field.key)
  return [
    ...twice(keys, file, `${where}.fields`),
    ...twice(idsOf(kind.parts), file, `${where}.parts`),
    ...keys
      .filter((key) => common.includes(key))
      .map((id) => problem('lint/duplicate', file, `${where}.fields`, { id })),
    ...(kind.parts.length === 0 ? [problem('lint/no-parts', file, where)] : []),
    ...(kind.sure === 'open' && kind.parts.some((part) => !part.otherReading)
      ? [problem('lint/one-reading', file, where)]
      : []),
    ...lintBasis(kind.basis, file, where),
    ...kind.parts.flatMap((part) => lintBasis(part.basis, file, `${where}.parts[${part.id}]`)),
  ]
}

/** A supporting paper that no rule, route or platform item ever asks for. */
function unused(procedure: Procedure): readonly Finding[] {
  const { routes, platformChecks } = procedure.file
  const asked = new Set([
    ...routes.flatMap((route) => route.papers),
    ...platformChecks.flatMap((item) => item.papers),
    ...procedure.rules.rules.flatMap((rule) => [rule.when, rule.need].flatMap(askedBy)),
  ])
  return procedure.kinds.supporting
    .filter((paper) => !asked.has(paper.id))
    .map((paper) => problem('lint/unused-paper', file, `supporting[${paper.id}]`, { id: paper.id }, 'note'))
}

function askedBy(tree: unknown): readonly string[] {
  const parsed = parseCondition(tree)
  return parsed.ok ? papersOf(parsed.condition) : []
}

function papersOf(condition: Condition): readonly string[] {
  const [head, paper] = condition.evidence?.split('.') ?? []
  const own = head === 'supporting' && paper !== undefined ? [paper] : []
  return [...own, ...condition.inner.flatMap((one) => papersOf(one.condition))]
}
