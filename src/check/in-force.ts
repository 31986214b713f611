import type { Case } from '../model/case.ts'
import type { CivilDate } from '../model/scalar.ts'

/**
 * The day whose rules judge the case: the declaration, so that a 2024 dossier is judged by 2024 rules for ever; until it is
 * stated, the first day of the procedure's first window.
 */
export function judgedOn(c: Case): CivilDate {
  return c.dossier.declaration?.declaredOn ?? c.procedure.file.windows[0]?.from ?? c.procedure.file.notice.issuedOn
}

/** Both ends count; an open end is open. */
export function isInForce(
  row: { readonly from?: string | undefined; readonly until?: string | undefined },
  day: CivilDate,
) {
  return (row.from === undefined || row.from <= day) && (row.until === undefined || day <= row.until)
}
