import type { Stage } from '../model/finding.ts'
import { stages } from '../model/finding.ts'
import type { Journal, JournalEvent } from '../model/journal.ts'
import { standing } from './events.ts'

/**
 * The stage that follows from the journal (FORMATS 3). Events only lead on: posting again after a return stays correction.
 * An event `stage` sets it, in either direction.
 * @param copies how many copies of the review form are to be filed before the case is archived
 */
export function stageOf(journal: Journal, copies = 2): Stage {
  const events = standing(journal)
  return events.reduce<Stage>((now, event, index) => {
    if (event.what === 'stage') return event.stage
    const next = event.what === 'filed' ? filedStage(events.slice(0, index + 1), copies) : leadsTo[event.what]
    return next && stages.indexOf(next) > stages.indexOf(now) ? next : now
  }, 'draft')
}

/** 0 draft … 5 archived. */
export function stageOrder(stage: Stage): number {
  return stages.indexOf(stage)
}

// ---

const leadsTo: Partial<Record<JournalEvent['what'], Stage>> = {
  frozen: 'posting',
  posted: 'posting',
  'posting-ended': 'submit',
  recommended: 'submit',
  submitted: 'submit',
  returned: 'correction',
  paid: 'correction',
  confirmed: 'confirmed',
  forwarded: 'confirmed',
}

function filedStage(events: readonly JournalEvent[], copies: number): Stage {
  const filed = new Set(events.flatMap((event) => (event.what === 'filed' ? [event.copy] : [])))
  return filed.size >= copies ? 'archived' : 'confirmed'
}
