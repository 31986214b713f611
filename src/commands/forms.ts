import { factsOf, read } from '../check/facts.ts'
import { fill } from '../fill/fill.ts'
import { lay } from '../lay/lay.ts'
import type { Case } from '../model/case.ts'
import type { Finding } from '../model/finding.ts'
import type { Laid } from '../model/page.ts'
import type { ProcedureFile } from '../model/procedure.ts'
import type { Sheet } from '../model/sheet.ts'
import { phrase } from '../say/phrase.ts'
import type { Fonts } from '../write/fonts.ts'
import type { Profile } from './settings.ts'

/** A filled and laid form. A form that is posted exists twice: as it hangs on the wall, and as it is filed. */
export type Made = {
  readonly id: string
  readonly version: Version | undefined
  readonly docx: boolean
  /** File name without ending; holds no fact. */
  readonly name: string
  readonly sheet: Sheet
  readonly laid: Laid
}
export type Version = 'posting' | 'filing'

/** Forms that the bundle and the worksheet are made with; every other form of a procedure is one of its own. */
const ownSheets = ['cover', 'contents', 'worksheet']

/** Lays one form. */
export function makeForm(form: string, c: Case, fonts: Fonts, extra: Readonly<Record<string, unknown>>): Laid {
  return lay(fill(form, c, withPosting(c, extra)), fonts.measure)
}

/** All forms of the procedure, each posted one in both versions; `public` makes the posting versions only. */
export function makeForms(c: Case, fonts: Fonts, marks: Marks): Made[] {
  const forms = c.procedure.file.forms.filter((form) => !ownSheets.includes(form.id))
  return forms.flatMap((form) =>
    versionsOf(form, marks.profile).map((version): Made => {
      const sheet = fill(form.id, c, withPosting(c, { ...(version && { version }), watermark: watermark(marks) }))
      const suffix = version === undefined ? '' : `-${phrase(`version.${version}`, 'zh')}`
      const name = form.name.zh.replaceAll(/[（(]([^（()）]*)[）)]$/g, '-$1') + suffix
      return { id: form.id, version, docx: form.docx, name, sheet, laid: lay(sheet, fonts.measure) }
    }),
  )
}

/** What decides the words across every page. */
export type Marks = { readonly sample: boolean; readonly profile: Profile; readonly failed: boolean }

/** 样例 on a sample always; 未通过核对 where errors stand against the reader's wish; 预览 on a preview. */
export function watermark({ sample, profile, failed }: Marks): string {
  const words = [
    sample ? phrase('mark.sample', 'zh') : '',
    profile === 'preview' ? phrase('mark.preview', 'zh') : '',
    failed && profile !== 'preview' ? phrase('mark.failed', 'zh') : '',
  ]
  return words.filter((word) => word !== '').join(' ')
}

/** What layout found: characters without a font, cells too full for their policy. */
export function layoutFindings(made: readonly Pick<Made, 'name' | 'laid'>[]): Finding[] {
  const seen = new Set<string>()
  const found = made.flatMap(({ name, laid }) => [
    ...laid.missing.map(({ char, codePoint, near }) => {
      const code = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
      return problem('fonts/no-glyph', { form: name, char, code, near }, code)
    }),
    ...laid.overfull.map(({ page, text }) => {
      return problem(
        'forms/no-room',
        { form: name, page, text: [...text].slice(0, 30).join('') },
        `${name} ${page} ${text}`,
      )
    }),
  ])
  return found.filter(({ key }) => !seen.has(key) && seen.add(key)).map(({ finding }) => finding)
}

// ---

function versionsOf(form: ProcedureFile['forms'][number], profile: Profile): readonly (Version | undefined)[] {
  if (form.profile === 'public') return profile === 'public' ? ['posting'] : ['posting', 'filing']
  return profile === 'public' ? [] : [undefined]
}

/**
 * Working days on the wall are counted once, by the check. A sheet to be posted bears the code of the newest snapshot while
 * nothing changed since; everything else that of what was posted.
 */
function withPosting(c: Case, extra: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const snapshot = extra.version === 'posting' ? c.posted?.sheetCode : c.posted?.snapshot?.code
  return {
    ...extra,
    ...(snapshot !== undefined && { snapshot }),
    posting: { workdays: read(factsOf(c), 'posting.workdays').value },
  }
}

function problem(
  code: string,
  args: Finding['args'],
  key: string,
): { readonly finding: Finding; readonly key: string } {
  const finding: Finding = {
    code,
    severity: 'error',
    stage: 'draft',
    at: {},
    args,
    basis: 'plain-sanity',
    verified: true,
  }
  return { finding, key: `${code} ${key}` }
}
