import type { Args, Finding, Place, Severity } from '../model/finding.ts'

/** A finding about files as such: plain sanity, from the first stage on. */
export function fileFinding(code: string, severity: Severity, at: Place, args: Args = {}): Finding {
  return { code, severity, stage: 'draft', at, args, basis: 'plain-sanity', verified: true }
}
