import type { Args, Finding, Place, Severity } from '../model/finding.ts'

/** A finding about a bag. */
export function problem(code: string, args: Args, at: Place = {}, severity: Severity = 'error'): Finding {
  return { code, severity, stage: 'draft', at, args, basis: 'plain-sanity', verified: true }
}

/** Lines of a manifest that are none: one finding for all of them, at the first. */
export function malformedAt(name: string, lines: readonly number[]): Finding {
  const line = lines[0] ?? 1
  return problem('bundle/malformed-manifest', { manifest: name, line, count: lines.length }, { file: name, line })
}
