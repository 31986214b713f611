import { namesCharacter } from '../check/characters.ts'
import { factsOf, read } from '../check/facts.ts'
import { holds } from '../check/holds.ts'
import { fill } from '../fill/fill.ts'
import { lay } from '../lay/lay.ts'
import { isBlank } from '../model/blank.ts'
import type { Case } from '../model/case.ts'
import type { Finding } from '../model/finding.ts'
import type { Laid } from '../model/page.ts'
import type { Form } from '../model/procedure.ts'
import type { Sheet } from '../model/sheet.ts'
import type { Slot } from '../model/slot.ts'
import { phrase } from '../say/phrase.ts'
import type { Fonts } from '../write/fonts.ts'
import { type ListRow, lists, listsInOrder, type Source } from './lists.ts'
import type { Profile } from './settings.ts'

/** A filled and laid form. */
export type Made = {
  readonly form: Form
  readonly version: Version | undefined
  /** File name without ending; holds no fact. */
  readonly name: string
  readonly sheet: Sheet
  readonly laid: Laid
}
export type Version = NonNullable<Form['versions']>[number]

/** What decides the words across every page. */
export type Marks = { readonly sample: boolean; readonly profile: Profile; readonly failed: boolean }

/** Forms that are laid out, of the profile and whose `when` is not answered by no, in the procedure's order. */
export function formsOf(c: Case, profile: Profile): Form[] {
  return wantedForms(c, profile).filter((form) => !isBlank(form))
}

/** The same with official Word blanks, which are only filled. */
export function wantedForms(c: Case, profile: Profile): Form[] {
  return c.procedure.file.forms.filter(
    (form) =>
      (profile !== 'public' || form.profile === 'public') &&
      (form.when === undefined || holds(form.when, form.name.zh, c) !== 'no'),
  )
}

/** Lays every version of a form; `public` asks for no other than the posted ones. */
export function makeForm(
  form: Form,
  c: Case,
  fonts: Fonts,
  { marks, rows }: { readonly marks: Marks; readonly rows?: readonly ListRow[] },
): Made[] {
  return versionsOf(form, c, marks.profile).map(({ version, name, extra }) => {
    const sheet = fill(form.id, c, { ...extra, ...(rows && { rows }), watermark: watermark(marks) })
    return { form, version, name, sheet, laid: lay(sheet, fonts.measure) }
  })
}

/** Versions of a form in a profile: the name of its file, and what it prints beside the facts. */
export function versionsOf(form: Form, c: Case, profile: Profile) {
  const versions = (form.versions ?? [undefined]).filter((version) => profile !== 'public' || version !== 'filing')
  return versions.map((version) => {
    const suffix = version === undefined ? '' : `-${phrase(`version.${version}`, 'zh')}`
    const name = form.name.zh.replaceAll(/[（(]([^（()）]*)[）)]$/g, '-$1') + suffix
    return { version, name, extra: { ...(version && { version }), ...posted(c, isPosted({ form, version })) } }
  })
}

/** Every form that needs no list. */
export function makeForms(c: Case, fonts: Fonts, marks: Marks): Made[] {
  return formsOf(c, marks.profile)
    .filter((form) => form.rows === undefined)
    .flatMap((form) => makeForm(form, c, fonts, { marks }))
}

/**
 * Every form with a list beside the contents page, in the order of `lists`: each reads the forms laid before it.
 * @param given what the lists read; `made` = the forms without one
 */
export function makeListed(
  c: Case,
  fonts: Fonts,
  { marks, ...given }: Omit<Source, 'case'> & { readonly marks: Marks },
): Made[] {
  const wanted = formsOf(c, marks.profile).filter((form) => form.use !== 'contents')
  const listed: Made[] = []
  for (const list of listsInOrder) {
    for (const form of wanted.filter(({ rows }) => rows === list)) {
      const rows = lists[list]({ ...given, case: c, made: [...given.made, ...listed] })
      listed.push(...makeForm(form, c, fonts, { marks, rows }))
    }
  }
  return listed
}

/** Hangs on the wall. */
export function isPosted({ form, version }: Pick<Made, 'form' | 'version'>): boolean {
  return form.profile === 'public' && version !== 'filing'
}

/** Places to be sealed, signed or dated: those of a sheet in two paper sizes once, those of the posted version not. */
export function placesOf(made: readonly Made[]): Slot[] {
  const all = made.filter(({ version }) => version !== 'posting').flatMap(({ laid }) => laid.slots)
  return all.filter((slot, index) => all.findIndex((other) => other.id === slot.id) === index)
}

/** 样例 on a sample always; 未通过核对 where errors stand against the reader's wish; 预览 on a preview. */
export function watermark({ sample, profile, failed }: Marks): string {
  const words = [
    sample ? phrase('mark.sample', 'zh') : '',
    profile === 'preview' ? phrase('mark.preview', 'zh') : '',
    failed && profile !== 'preview' ? phrase('mark.failed', 'zh') : '',
  ]
  return words.filter((word) => word !== '').join(' ')
}

/**
 * What layout found: characters without a font, cells too full for their policy.
 * @param before what the check found: a character that it named is not named again
 */
export function layoutFindings(
  made: readonly Pick<Made, 'name' | 'laid'>[],
  before: readonly Finding[] = [],
): Finding[] {
  const seen = new Set<string>()
  const found = made.flatMap(({ name, laid }) => [
    ...laid.missing
      .filter(({ char }) => !namesCharacter(before, char))
      .map(({ char, codePoint, near }) => {
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

/**
 * Days on the wall are counted once, by the check. A sheet to be posted bears the code of the newest snapshot while nothing
 * changed since; everything else that of what was posted.
 */
function posted(c: Case, onWall: boolean): Readonly<Record<string, unknown>> {
  const snapshot = onWall ? c.posted?.sheetCode : c.posted?.snapshot?.code
  const facts = factsOf(c)
  const value = (key: string) => read(facts, `posting.${key}`).value
  // The check reads the posting day as the procedure has it; the other reading has a name of its own.
  const [counted, left] = c.procedure.file.posting.countPostingDay ? ['', 'Other'] : ['Other', '']
  const posting = {
    workdays: value('workdays'),
    workdaysCounted: value(`workdays${counted}`),
    workdaysLeft: value(`workdays${left}`),
    enoughCounted: value(`enoughOn${counted}`),
    enoughLeft: value(`enoughOn${left}`),
  }
  return { ...(snapshot !== undefined && { snapshot }), posting }
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
