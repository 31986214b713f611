import { exits, type Finding, Refusal } from '../model/finding.ts'
import { type Known, placeName } from '../say/place.ts'
import type { Settings } from './settings.ts'

/**
 * `final` is not made while errors stand; `--force` makes it all the same, marked 未通过核对.
 * @param known names the places of what is refused
 * @throws Refusal exit 4 where a character is in no font, else exit 7
 */
export function refuseFinal(
  findings: readonly Finding[],
  { force }: Pick<Settings, 'force'>,
  known: Omit<Known, 'lang'> = {},
): void {
  const errors = findings.filter((finding) => finding.severity === 'error')
  if (force || errors.length === 0) return
  const glyphs = errors.filter(isGlyph).map((finding) => named(finding, known))
  if (glyphs.length) throw new Refusal('cli/glyphs-missing', exits.font, { count: glyphs.length }, {}, glyphs)
  const full = errors.filter((finding) => finding.code === 'forms/no-room')
  if (full.length) throw new Refusal('cli/overfull', exits.refused, { count: full.length }, {}, full)
  throw new Refusal('cli/errors-stand', exits.refused, { count: errors.length })
}

// ---

function isGlyph({ code }: Finding): boolean {
  return code === 'fonts/no-glyph' || code.startsWith('characters/')
}

/** A refusal is said where nothing is known of the dossier any more, so the place takes its name along. */
function named(finding: Finding, known: Omit<Known, 'lang'>): Finding {
  const [label, labelEn] = [
    placeName(finding.at, { ...known, lang: 'zh' }),
    placeName(finding.at, { ...known, lang: 'en' }),
  ]
  return label === '' ? finding : { ...finding, at: { ...finding.at, label, labelEn } }
}
