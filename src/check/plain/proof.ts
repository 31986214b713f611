import type { Procedure } from '../../model/case.ts'
import type { Basis, Finding, Place } from '../../model/finding.ts'
import type { Snapshot } from '../../model/snapshot.ts'
import { lastPosting } from '../events.ts'
import type { Facts } from '../facts.ts'
import { found } from '../found.ts'
import type { Frozen } from '../frozen.ts'
import { textOf } from '../labels.ts'
import { ask } from './ask.ts'

/** Posted without ever freezing: that what hung is what is submitted rests on a person's word. */
export function unprovable(facts: Facts): readonly Finding[] {
  const event = lastPosting(facts.of.journal).posted
  if (!event) return []
  const { posting } = facts.of.procedure.file
  const args = { on: event.on, required: posting.workdays }
  return ask(facts, 'posted/no-snapshot', atPosting(facts, event.id), args, inPosting(facts))
}

/** Frozen after it was hung up: the snapshot is not what the first days showed. */
export function frozenLate(facts: Facts, snapshot: Snapshot, { posted }: Frozen): readonly Finding[] {
  if (!posted || snapshot.takenOn <= posted.on) return []
  const args = { snapshot: snapshot.code, on: posted.on, frozen: snapshot.takenOn }
  return ask(facts, 'posted/frozen-late', atPosting(facts, posted.id), args, inPosting(facts))
}

/** 事项已更新 since the posting; whether that changes an answer is for the rules of today to say. */
export function otherProcedure(facts: Facts, snapshot: Snapshot): readonly Finding[] {
  const { file, hash } = facts.of.procedure
  const { id, version, hash: before } = snapshot.procedure
  const isOther = id !== file.id || version !== file.version
  if (!isOther && before === hash) return []
  const [then, now] = isOther
    ? [`${id} ${version}`, `${file.id} ${file.version}`]
    : [before.slice(0, 10), hash.slice(0, 10)]
  const args = { snapshot: snapshot.code, since: snapshot.takenOn, before: then, now }
  return [
    found(
      'posted/procedure-updated',
      'note',
      { file: `snapshots/${snapshot.id}/manifest.yaml` },
      args,
      inPosting(facts),
    ),
  ]
}

/** 未经公示的材料不得补报 stands where the notice speaks of returns; one that knows none has only its clause on the posting. */
export function postedBasis({ file }: Pick<Procedure, 'file'>): Basis {
  return (file.returns ?? file.posting).basis
}

// ---

/** The event, by the name of the day that it stands for. */
function atPosting({ of: { procedure } }: Facts, id: string): Place {
  const { zh, en } = textOf(procedure, 'posting.on')
  return { id, label: zh, ...(en !== undefined && { labelEn: en }), file: 'journal.yaml' }
}

function inPosting(facts: Facts) {
  return { stage: 'posting', basis: postedBasis(facts.of.procedure) } as const
}
