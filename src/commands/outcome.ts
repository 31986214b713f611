import { print } from '../say/json.ts'
import { counts, type Report } from '../say/report.ts'
import { countsLine, nextLine } from '../say/terminal.ts'
import type { Settings } from './settings.ts'

/** What a verb that writes files says at its end: where they are, what the check found, the next step; or the same as JSON. */
export function outcome(
  report: Report,
  {
    lines,
    next,
    facts,
    settings,
  }: {
    readonly lines: readonly string[]
    readonly next: string
    readonly facts: Readonly<Record<string, unknown>>
    readonly settings: Settings
  },
): void {
  const { io, lang } = settings
  if (settings.json) io.out(print({ format: 'juanzong/outcome@1', ...facts, counts: counts(report.findings) }))
  else io.out(`${[...lines, countsLine(report.findings, lang)].join('\n')}\n${nextLine(next, lang)}`)
}
