import type { Claim, Inventory } from '../model/evidence.ts'

/**
 * What is known of a part: its file is there · a file is named but does not exist · stated 无 · nothing.
 * Without a part: of the owner's parts together.
 */
export type PartState = 'there' | 'lost' | 'none' | 'absent'

export function partState(inventory: Inventory, owner: Claim['owner'], part?: string | undefined): PartState {
  const { claims, files, none } = indexOf(inventory)
  const own = (claims.get(keyOf(owner)) ?? []).filter((claim) => part === undefined || claim.part === part)
  if (own.some((claim) => files.has(claim.path))) return 'there'
  if (own.length > 0) return 'lost'
  const stated = none.get(owner.id) ?? []
  return (part === undefined ? stated.length > 0 : stated.includes(part)) ? 'none' : 'absent'
}

// ---

type Index = {
  readonly claims: ReadonlyMap<string, readonly Claim[]>
  readonly files: ReadonlySet<string>
  /** owner id → parts stated as 无 */
  readonly none: ReadonlyMap<string, readonly string[]>
}

/** Rules ask for every part of every achievement: without an index ten thousand of them take minutes. */
const indexes = new WeakMap<Inventory, Index>()

function indexOf(inventory: Inventory): Index {
  const known = indexes.get(inventory)
  if (known) return known
  const made = {
    claims: grouped(inventory.claims, ({ owner }) => keyOf(owner)),
    files: new Set(inventory.files.map(({ path }) => path)),
    none: new Map(
      [...grouped(inventory.none, (one) => one.slice(0, one.lastIndexOf('/')))].map(([owner, all]) => [
        owner,
        all.map((one) => one.slice(one.lastIndexOf('/') + 1)),
      ]),
    ),
  }
  indexes.set(inventory, made)
  return made
}

function keyOf({ kind, id }: Claim['owner']): string {
  return `${kind} ${id}`
}

function grouped<T>(list: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of list) {
    const group = groups.get(key(item))
    if (group) group.push(item)
    else groups.set(key(item), [item])
  }
  return groups
}
