import type { Args, Finding, Place, Severity } from '../model/finding.ts'

/** Findings about evidence are plain facts about files: no clause stands behind them, all are due from the draft on. */
export function finding(code: string, severity: Severity, at: Place, args: Args = {}, hint?: string): Finding {
  const found: Finding = { code, severity, stage: 'draft', at, args, basis: 'plain-sanity', verified: true }
  return hint === undefined ? found : { ...found, hint }
}
