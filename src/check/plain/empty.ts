import type { Finding } from '../../model/finding.ts'
import { type Facts, read } from '../facts.ts'
import { found, placeOf } from '../found.ts'
import { stageOrder } from '../stage.ts'

/**
 * Cells of the forms that are still empty when the papers go out: nothing to report is written 无 (domain C19). Only facts of
 * the applicant outside lists; one that may stay blank says so in fields.yaml.
 */
export function emptyCells(facts: Facts): readonly Finding[] {
  const submit = stageOrder('submit')
  if (stageOrder(facts.of.stage) < submit) return []
  return facts.of.procedure.fields
    .filter(({ path }) => !path.includes('[]') && !path.startsWith('unit.'))
    .filter(({ required, blank, forms }) => required === undefined && !blank && (forms ?? []).length > 0)
    .map((field) => ({ field, seen: read(facts, field.path) }))
    .filter(({ seen }) => seen.value === undefined)
    .map(({ field, seen }) =>
      found('check/empty-cell', 'note', placeOf(facts, seen), { label: field.label }, { stage: 'submit' }),
    )
}
