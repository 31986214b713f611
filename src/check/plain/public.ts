import type { Procedure } from '../../model/case.ts'
import type { Change } from '../../model/snapshot.ts'

/**
 * Whether the posted sheet bears a fact (`posted`), only another form does (`printed`), or none (`kept`). Files and ways of
 * posting are always of the posting; so is a fact that nothing declares, to be careful.
 */
export type Publicity = 'posted' | 'printed' | 'kept'

/** @param type kind of the achievement that the fact belongs to */
export function publicity({ fields, kinds }: Procedure, change: Change, type: string | undefined): Publicity {
  if (change.about !== 'fact' && change.about !== 'item') return 'posted'
  const pattern = change.path.replace(/\[[^\]]*\]/g, '[]')
  if (change.about === 'item') {
    const members = fields.filter(({ path }) => path.startsWith(`${pattern}.`))
    return best(members.map(publicityOf))
  }
  const field = fields.find(({ path }) => path === pattern || path === `${pattern}[]`)
  if (field?.type === 'list') return best(fields.filter(({ path }) => path.startsWith(`${pattern}[]`)).map(publicityOf))
  if (field) return publicityOf(field)
  if (/^(achievements\[\]\.evidence|supporting)\./.test(pattern)) return 'kept'
  const key = /^achievements\[\]\.([^.]+)$/.exec(pattern)?.[1]
  const own = kinds.kinds.find(({ id }) => id === type)?.fields.find((row) => row.key === key)
  // Fields of a kind are printed in the review form, all of them (evidence.yaml).
  return own && !own.public ? 'printed' : 'posted'
}

// ---

function publicityOf(field: Procedure['fields'][number]): Publicity {
  if (field.public) return 'posted'
  return (field.forms ?? []).length > 0 ? 'printed' : 'kept'
}

function best(all: readonly Publicity[]): Publicity {
  return all.find((one) => one === 'posted') ?? all.find((one) => one === 'printed') ?? (all.length ? 'kept' : 'posted')
}
