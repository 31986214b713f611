import type { Args } from '../../model/finding.ts'
import { addDays } from '../dates.ts'
import { lastOf } from '../events.ts'
import type { Facts } from '../facts.ts'
import type { Frozen } from '../frozen.ts'
import { addWorkdays, uncoveredYears } from '../workdays.ts'

/**
 * How a change can be put right by posting again, as the ending of a code and its arguments: '' = posted again from today,
 * full on `again` · `-late` = full only on or after the correction deadline · `-no-year` = working days of a year are not in
 * the data · `-unposted` = no posting is recorded yet, so freezing again may do.
 */
export type Way = { readonly suffix: '' | '-late' | '-no-year' | '-unposted'; readonly args: Args }

export function wayOut({ of: c }: Facts, frozen: Frozen): Way {
  const { workdays: required, countPostingDay } = c.procedure.file.posting
  const again = addWorkdays(c.today, required, c.procedure.holidays, countPostingDay)
  if (!frozen.posted) return { suffix: '-unposted', args: { required } }
  if (again === undefined) {
    // A posting of five working days never takes two months.
    const years = uncoveredYears(c.today, addDays(c.today, 60), c.procedure.holidays).join('、')
    return { suffix: '-no-year', args: { required, years } }
  }
  const deadline = c.stage === 'correction' ? lastOf(c.journal, 'returned')?.deadline : undefined
  // The last day is complete only when it is over: what is due that day comes too late.
  if (deadline !== undefined && again >= deadline) return { suffix: '-late', args: { required, again, deadline } }
  return { suffix: '', args: { required, again } }
}
