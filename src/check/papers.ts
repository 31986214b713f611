import type { Claim, Inventory } from '../model/evidence.ts'

/**
 * What is known of a part: its file is there · a file is named but does not exist · stated 无 · nothing.
 * Without a part: of the owner's parts together.
 */
export type PartState = 'there' | 'lost' | 'none' | 'absent'

export function partState(inventory: Inventory, owner: Claim['owner'], part?: string | undefined): PartState {
  const claims = inventory.claims.filter(
    (claim) =>
      claim.owner.id === owner.id && claim.owner.kind === owner.kind && (part === undefined || claim.part === part),
  )
  if (claims.some((claim) => inventory.files.some((file) => file.path === claim.path))) return 'there'
  if (claims.length > 0) return 'lost'
  return inventory.none.some((none) => isStatedNone(none, owner.id, part)) ? 'none' : 'absent'
}

// ---

function isStatedNone(none: string, owner: string, part: string | undefined): boolean {
  return part === undefined ? none.startsWith(`${owner}/`) : none === `${owner}/${part}`
}
