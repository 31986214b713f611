import type { Finding, Stage } from '../../model/finding.ts'
import type { Kind } from '../../model/procedure.ts'
import { type Facts, items, member, own, read, type Seen } from '../facts.ts'
import { found, placeOf } from '../found.ts'
import { stageOrder } from '../stage.ts'
import { occurrences } from '../walk.ts'

/** Facts that fields.yaml (from a stage on) or a kind of achievement asks for and nobody has stated. */
export function missingFacts(facts: Facts): readonly Finding[] {
  const now = stageOrder(facts.of.stage)
  return [...requiredFields(facts, (stage) => stageOrder(stage) <= now), ...requiredOfKinds(facts)]
}

/** Facts that only a later stage asks for. */
export function missingLater(facts: Facts): readonly Finding[] {
  const now = stageOrder(facts.of.stage)
  return requiredFields(facts, (stage) => stageOrder(stage) > now)
}

/** Achievements of a known kind with its row of evidence.yaml. */
export function achievementsOfKinds(facts: Facts): readonly { readonly item: Seen; readonly kind: Kind }[] {
  const kinds = facts.of.procedure.kinds.kinds
  return (items(read(facts, 'achievements')) ?? []).flatMap((item) => {
    const kind = kinds.find((row) => row.id === own(item.value, 'type'))
    return kind ? [{ item, kind }] : []
  })
}

// ---

function requiredFields(facts: Facts, isWanted: (stage: Stage) => boolean): readonly Finding[] {
  return facts.of.procedure.fields.flatMap((field) => {
    const { required } = field
    if (required === undefined || !isWanted(required)) return []
    return occurrences(facts, field.path)
      .filter((seen) => seen.value === undefined)
      .map((seen) =>
        found('check/missing-fact', 'pending', placeOf(facts, seen), { label: field.label }, { stage: required }),
      )
  })
}

function requiredOfKinds(facts: Facts): readonly Finding[] {
  return achievementsOfKinds(facts).flatMap(({ item, kind }) =>
    kind.fields
      .filter((field) => field.required && own(item.value, field.key) === undefined)
      .map((field) =>
        found('check/missing-fact', 'pending', placeOf(facts, member(item, field.key)), { label: field.label }),
      ),
  )
}
