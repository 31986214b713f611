import type { EventOf, Journal, JournalEvent } from '../model/journal.ts'
import { standing } from './events.ts'

/** The snapshot that everything later is held against. */
export type Frozen = {
  readonly id: string
  /** The posting that it hung at; absent while none is recorded. */
  readonly posted: EventOf<'posted'> | undefined
  /** What the journal has after the freezing. */
  readonly since: readonly JournalEvent[]
}

/**
 * The snapshot that the last posting names; where it names none, the one frozen before it; without any, the newest.
 * @param newest id of the newest snapshot on the disk
 * @returns undefined before the first freeze
 */
export function frozenBy(journal: Journal, newest: string | undefined): Frozen | undefined {
  const events = standing(journal)
  const at = events.map(({ what }) => what).lastIndexOf('posted')
  const posted = events[at]
  const before = events.slice(0, Math.max(at, 0)).findLast((event) => event.what === 'frozen')
  const named = posted?.what === 'posted' ? posted.snapshot : undefined
  const id = named ?? (before?.what === 'frozen' ? before.snapshot : undefined) ?? newest
  if (id === undefined) return undefined
  const from = events.findIndex((event) => event.what === 'frozen' && event.snapshot === id)
  return { id, posted: posted?.what === 'posted' ? posted : undefined, since: events.slice(from + 1) }
}
