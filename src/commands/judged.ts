import { characterFindings } from '../check/characters.ts'
import { factsOf } from '../check/facts.ts'
import type { Case } from '../model/case.ts'
import type { Args, Finding } from '../model/finding.ts'
import type { Report } from '../say/report.ts'
import type { Fonts } from '../write/fonts.ts'
import { type Loaded, reportOf } from './load.ts'
import type { Progress } from './progress.ts'
import { type OwnFontFacts, openTools, type Tools } from './tools.ts'

/** A checked dossier, and what is needed to draw it: no character is drawn that was not tried. */
export type Judged = { readonly report: Report; readonly tools: Tools }

/** The whole check, with the fonts. @throws Refusal `fonts/…` (exit 4) */
export async function judge(loaded: Loaded, doing: Progress): Promise<Judged> {
  doing.step('step.fonts')
  const tools = await openTools(loaded)
  doing.step('step.check')
  const report = reportOf(loaded, [...tools.own.flatMap(ownFontNotes), ...untypable(loaded.case, tools.fonts)])
  return { report, tools }
}

// ---

/** Characters of the facts that the roles of this procedure's forms cannot draw, or that need a look. */
function untypable(c: Case, fonts: Fonts): readonly Finding[] {
  const roles = rolesOf(c)
  const has = (codePoint: number) => roles.every((role) => fonts.has(codePoint, role))
  return characterFindings(factsOf(c), { has, holders: fonts.holders })
}

/** Font roles in the forms; `song` is what a form without any is written in. */
function rolesOf({ procedure: { forms, partials } }: Case): readonly string[] {
  const sources = [...Object.values(forms), ...Object.values(partials)]
  const named = sources.flatMap((source) => [...source.matchAll(/\bfont="([a-z]+)"/g)].map(([, role = '']) => role))
  return [...new Set(['song', ...named])].sort()
}

/** What a unit should know of its own font: a file without digest may change, and not every licence allows everything. */
function ownFontNotes({ file, sha256, pinned, embedding, subset }: OwnFontFacts): readonly Finding[] {
  return [
    ...(pinned ? [] : [note('fonts/own-unpinned', { file, sha256 })]),
    ...(embedding === 'preview-print' ? [note('fonts/preview-print', { file })] : []),
    ...(subset ? [] : [note('fonts/whole-only', { file })]),
  ]
}

function note(code: string, args: Args): Finding {
  const at = { file: 'unit.yaml' }
  return { code, severity: 'note', stage: 'draft', at, args, basis: 'plain-sanity', verified: true }
}
