import { isStated } from '../model/scalar.ts'
import { type Facts, items, member, own, type Seen } from './facts.ts'

/**
 * Every place where a path of fields.yaml occurs: `achievements[].date` once an achievement; `achievements[]` once, the list
 * itself. Places inside an unknown or stated list or group do not exist.
 */
export function occurrences(facts: Facts, pattern: string): readonly Seen[] {
  const known = walked.get(facts.root) ?? new Map<string, readonly Seen[]>()
  walked.set(facts.root, known)
  const before = known.get(pattern)
  if (before) return before
  const [head = '', ...rest] = pattern.replace(/\[\]$/, '').split('.')
  const found = rest.reduce((places, step) => places.flatMap((place) => into(place, step)), start(facts, head))
  known.set(pattern, found)
  return found
}

/** Items of every list anywhere in the dossier that have an `id`: `training.items[]` too. */
export function allItems(facts: Facts): readonly Seen[] {
  return Object.keys(facts.of.dossier)
    .sort()
    .flatMap((key) => inside({ path: key, pattern: key, value: own(facts.root, key) }))
}

// ---

/** Several checks walk the same paths; with ten thousand achievements each walk counts. */
const walked = new WeakMap<object, Map<string, readonly Seen[]>>()

function start(facts: Facts, head: string): readonly Seen[] {
  const name = head.replace(/\[\]$/, '')
  const seen = { path: name, pattern: name, value: own(facts.root, name) }
  return head.endsWith('[]') ? (items(seen) ?? []) : [seen]
}

function into(place: Seen, step: string): readonly Seen[] {
  if (isStated(place.value)) return []
  const next = member(place, step.replace(/\[\]$/, ''))
  return step.endsWith('[]') ? (items(next) ?? []) : [next]
}

function inside(seen: Seen): readonly Seen[] {
  if (Array.isArray(seen.value)) return (items(seen) ?? []).flatMap((item) => [item, ...inside(item)])
  if (typeof seen.value !== 'object' || seen.value === null) return []
  return Object.keys(seen.value)
    .sort()
    .flatMap((key) => inside(member(seen, key)))
}
