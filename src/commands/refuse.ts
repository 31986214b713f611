import { exits, type Finding, Refusal } from '../model/finding.ts'
import type { Settings } from './settings.ts'

/**
 * `final` is not made while errors stand; `--force` makes it all the same, marked 未通过核对.
 * @throws Refusal exit 4 where a character is in no font, else exit 7
 */
export function refuseFinal(findings: readonly Finding[], { force }: Pick<Settings, 'force'>): void {
  const errors = findings.filter((finding) => finding.severity === 'error')
  if (force || errors.length === 0) return
  const glyphs = errors.filter((finding) => finding.code === 'fonts/no-glyph')
  if (glyphs.length) throw new Refusal('cli/glyphs-missing', exits.font, { count: glyphs.length }, {}, glyphs)
  const full = errors.filter((finding) => finding.code === 'forms/no-room')
  if (full.length) throw new Refusal('cli/overfull', exits.refused, { count: full.length }, {}, full)
  throw new Refusal('cli/errors-stand', exits.refused, { count: errors.length })
}
