import { factsOf } from '../check/facts.ts'
import { recordGaps } from '../check/plain/gaps.ts'
import type { Case } from '../model/case.ts'
import { phrase } from '../say/phrase.ts'

/** A row of the 情况说明: what is open, first and last month (`YYYY.MM`), how many months. */
export type GapRow = { readonly what: string; readonly from: string; readonly to: string; readonly months: number }

/** Gaps of the work history and of the insurance record, for the applicant to explain by hand. */
export function gapRows(c: Case): readonly GapRow[] {
  return recordGaps(factsOf(c)).map(({ record, from, to, months }) => ({
    what: phrase(`gap.${record}`, 'zh'),
    from: from.replace('-', '.'),
    to: to.replace('-', '.'),
    months,
  }))
}
