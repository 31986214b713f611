import { keySpot } from './positions.ts'
import type { Problem, Tree } from './tree.ts'

/** Ids that stand twice in one list; claims, journal and snapshots could not tell the items apart. */
export function duplicateIds(tree: Tree): readonly Problem[] {
  const problems: Problem[] = []
  const waiting: { value: unknown; path: readonly (string | number)[] }[] = [{ value: tree.value, path: [] }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, path } = next
    if (value === null || typeof value !== 'object') continue
    if (Array.isArray(value)) problems.push(...repeated(value, path, tree))
    const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
      ? value.map((item, at) => [at, item] as const)
      : Object.entries(value)
    for (const [step, inner] of entries) waiting.push({ value: inner, path: [...path, step] })
  }
  return problems
}

// ---

function repeated(items: readonly unknown[], path: readonly (string | number)[], tree: Tree): readonly Problem[] {
  const first = new Map<string, number>()
  return items.flatMap((item, at) => {
    const id = item !== null && typeof item === 'object' && 'id' in item ? item.id : undefined
    if (typeof id !== 'string') return []
    const before = first.get(id)
    if (before === undefined) {
      first.set(id, at)
      return []
    }
    const here = [...path, at, 'id']
    const args = { value: id, first: keySpot(tree.places, [...path, before, 'id']).line }
    return [{ code: 'format/duplicate-id', at: keySpot(tree.places, here), path: here, args }]
  })
}
