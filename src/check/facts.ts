import type { Case } from '../model/case.ts'
import { isStated } from '../model/scalar.ts'
import { derivedOf } from './derived.ts'

/**
 * A fact read by path. `path` is concrete (`achievements[a7f3].date`), `pattern` as in fields.yaml
 * (`achievements[].date`); `value` undefined = unknown, `无` / `不适用` = stated.
 */
export type Seen = { readonly path: string; readonly pattern: string; readonly value: unknown }

/** Everything a condition can read: the dossier's facts at the root, `unit`, derived roots, and names bound by `each`. */
export type Facts = {
  readonly of: Case
  readonly root: Readonly<Record<string, unknown>>
  readonly names: Readonly<Record<string, Seen>>
}

export function factsOf(c: Case): Facts {
  const platformChecks = answered(c.dossier.platformChecks)
  const root: Record<string, unknown> = { ...c.dossier, platformChecks, unit: c.unit }
  for (const row of derivedOf(c.procedure)) put(root, row.path.replace(/\[\]$/, '').split('.'), row.read(c))
  return { of: c, root, names: {} }
}

/** The same facts with one more name, as `each: { in: achievements, as: a }` binds it. */
export function bind(facts: Facts, name: string, seen: Seen): Facts {
  return { ...facts, names: { ...facts.names, [name]: seen } }
}

/** Reads `grounds.obtained`, `a.date`, `window.declare.from`; a member of a stated or unknown group is as its group. */
export function read(facts: Facts, path: string): Seen {
  const [head = '', ...rest] = path.split('.')
  const start = facts.names[head] ?? { path: head, pattern: head, value: own(facts.root, head) }
  return rest.reduce(member, start)
}

/** Items of a list, each with its stable path; undefined while the list is unknown; none for a stated none. */
export function items(seen: Seen): readonly Seen[] | undefined {
  if (isStated(seen.value)) return []
  if (!Array.isArray(seen.value)) return undefined
  return seen.value.map((value: unknown, index) => ({
    path: `${seen.path}[${idOf(value) ?? index}]`,
    pattern: `${seen.pattern}[]`,
    value,
  }))
}

/** `achievements[a7f3].date` → `achievements[].date` */
export function patternOf(path: string): string {
  return path.replace(/\[[^\]]*\]/g, '[]')
}

/** Stable id of a list item. */
export function idOf(value: unknown): string | undefined {
  const id = own(value, 'id')
  return typeof id === 'string' ? id : undefined
}

export function own(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return Object.hasOwn(value, key) ? (value as Readonly<Record<string, unknown>>)[key] : undefined
}

export function member(seen: Seen, key: string): Seen {
  const value = isStated(seen.value) ? seen.value : own(seen.value, key)
  return { path: `${seen.path}.${key}`, pattern: `${seen.pattern}.${key}`, value }
}

// ---

/** `unknown` is a person's way to say that a platform item is not known yet. */
function answered(checks: Case['dossier']['platformChecks']) {
  return checks && Object.fromEntries(Object.entries(checks).filter(([, result]) => result !== 'unknown'))
}

function put(root: Record<string, unknown>, steps: readonly string[], value: unknown): void {
  const [head = '', ...rest] = steps
  if (rest.length === 0) {
    root[head] = value
    return
  }
  const inner = { ...(own(root, head) as Record<string, unknown> | undefined) }
  put(inner, rest, value)
  root[head] = inner
}
