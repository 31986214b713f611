import type { Args, Basis, Finding, Place, Severity, Stage } from '../model/finding.ts'
import { maskInText } from '../model/mask.ts'
import { type Facts, idOf, own, type Seen } from './facts.ts'
import { labelOf } from './labels.ts'

/** A finding of the check itself, on plain sense unless a basis is given. */
export function found(
  code: string,
  severity: Severity,
  at: Place,
  args: Args = {},
  more: { readonly stage?: Stage; readonly basis?: Basis; readonly rule?: string } = {},
): Finding {
  const { stage = 'draft', basis = 'plain-sanity', rule } = more
  const verified = basis === 'plain-sanity' || basis.verified
  return { code, severity, stage, at, args, basis, verified, ...(rule !== undefined && { rule }) }
}

/**
 * The place of a fact. `say` names it by the labels of fields.yaml; a field that only one kind of achievement has stands in
 * evidence.yaml, so its place carries a label.
 */
export function placeOf(facts: Facts, seen: Seen): Place {
  const id = /\[([^\]]*)\]/.exec(seen.path)?.[1]
  const base = { path: seen.path, ...(id !== undefined && { id }) }
  if (!seen.pattern.startsWith('achievements[].')) return base
  if (facts.of.procedure.fields.some((field) => field.path === seen.pattern)) return base
  return { ...base, label: `${titleOf(facts, id ?? '')}·${labelOf(facts.of.procedure, seen.pattern)}` }
}

/** 业绩“…” as `say` names it, for places that need a label. */
function titleOf(facts: Facts, id: string): string {
  const list = own(facts.root, 'achievements')
  const item: unknown = Array.isArray(list) ? list.find((one) => idOf(one) === id) : undefined
  const title = own(item, 'title')
  return `业绩“${maskInText(typeof title === 'string' ? title : id)}”`
}
