import type { EventOf, Journal, JournalEvent } from '../model/journal.ts'

/** Events that still hold: an event that a later one `corrects` is left out, the correcting one stands. */
export function standing(journal: Journal): readonly JournalEvent[] {
  const corrected = new Set(journal.events.map((event) => event.corrects))
  return journal.events.filter((event) => !corrected.has(event.id))
}

/** All standing events of one kind, in the order of the journal. */
export function eventsOf<W extends JournalEvent['what']>(journal: Journal, what: W): readonly EventOf<W>[] {
  return standing(journal).filter((event): event is EventOf<W> => event.what === what)
}

export function lastOf<W extends JournalEvent['what']>(journal: Journal, what: W): EventOf<W> | undefined {
  return eventsOf(journal, what).at(-1)
}

/** The posting that counts: the last one, with its end where that was recorded after it. */
export function lastPosting(journal: Journal): {
  readonly posted: EventOf<'posted'> | undefined
  readonly ended: EventOf<'posting-ended'> | undefined
} {
  const events = standing(journal)
  const from = events.map((event) => event.what).lastIndexOf('posted')
  const posted = events[from]
  if (posted?.what !== 'posted') return { posted: undefined, ended: undefined }
  const ended = events.slice(from).find((event) => event.what === 'posting-ended')
  return { posted, ended: ended?.what === 'posting-ended' ? ended : undefined }
}
