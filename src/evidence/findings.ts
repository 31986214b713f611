import type { Args, Finding, Place, Severity } from '../model/finding.ts'

/** Something seen in one file, before it is known which file it was. */
export type Problem = {
  readonly code: string
  readonly severity: Severity
  readonly args?: Args | undefined
  readonly page?: number | undefined
}

/** Findings about evidence are plain facts about files: no clause stands behind them, all are due from the draft on. */
export function finding(code: string, severity: Severity, at: Place, args: Args = {}, hint?: string): Finding {
  const found: Finding = { code, severity, stage: 'draft', at, args, basis: 'plain-sanity', verified: true }
  return hint === undefined ? found : { ...found, hint }
}
