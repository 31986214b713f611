import type { Finding } from '../../model/finding.ts'
import type { EventOf, JournalEvent } from '../../model/journal.ts'
import { maskInText } from '../../model/mask.ts'
import { standing } from '../events.ts'
import { type Facts, read } from '../facts.ts'
import { found } from '../found.ts'
import { stageOrder } from '../stage.ts'
import { placeAt } from './place.ts'

/**
 * 退回补正 (四（二）4（1）): what the authority asked for, item by item and in its words, until the item is marked done or a later
 * event `corrected` names it by its id.
 */
export function openReturns(facts: Facts): readonly Finding[] {
  if (stageOrder(facts.of.stage) < stageOrder('correction')) return []
  const events = standing(facts.of.journal)
  return events.flatMap((event, index) =>
    event.what === 'returned' ? itemsOf(facts, event, events.slice(index + 1)) : [],
  )
}

// ---

type Returned = EventOf<'returned'>

function itemsOf(facts: Facts, event: Returned, later: readonly JournalEvent[]): readonly Finding[] {
  const settled = new Set(later.map((one) => (one.what === 'corrected' ? one.path : '')))
  const code = codeOf(event, later, facts.of.today)
  const { returns } = facts.of.procedure.file
  return event.items
    .filter((item) => !item.done && !settled.has(item.id))
    .map((item) => {
      const args = {
        id: item.id,
        text: maskInText(item.text),
        on: event.on,
        deadline: event.deadline ?? '',
        count: Number(read(facts, 'submission.count').value ?? 0),
        last: returns?.lastSubmission ?? '',
      }
      const more = { stage: 'correction', ...(returns && { basis: returns.basis }) } as const
      return found(returns ? code : 'returned/item-plain', 'error', at(facts, item), args, more)
    })
}

function codeOf({ deadline }: Returned, later: readonly JournalEvent[], today: string): string {
  if (deadline === undefined) return 'returned/item-open'
  const inTime = later.some((event) => event.what === 'submitted' && event.on <= deadline)
  return deadline < today && !inTime ? 'returned/item-late' : 'returned/item'
}

/** A fact, a file, or only the item itself. */
function at(facts: Facts, { id, path }: Returned['items'][number]): Finding['at'] {
  if (path === undefined) return { id, file: 'journal.yaml' }
  if (path.includes('/') && !path.startsWith('supporting.')) return { id, file: path }
  return placeAt(facts, path)
}
