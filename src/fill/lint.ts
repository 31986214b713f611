import type { Case, Procedure } from '../model/case.ts'
import { exits, type Finding, Refusal } from '../model/finding.ts'
import type { Form } from '../model/procedure.ts'
import { blankProblems, fillBlank } from './blank.ts'
import { fill } from './fill.ts'
import { unplaced } from './lint-slots.ts'
import { staticProblems } from './lint-static.ts'
import { declaredPaths, isLeaf, rootOf } from './paths.ts'
import { codePointOrder, problem } from './problem.ts'
import { specimens } from './specimen.ts'
import { formFile, type Template, templateOf } from './template.ts'

/**
 * Proves the forms of a procedure: markup, paths, helpers, slots, kinds of achievement, fields that name the form, the
 * whitelist of posted sheets, and that each form can be filled for every route, with everything and with nothing known.
 */
export function lintForms(procedure: Procedure): readonly Finding[] {
  const cases = specimens(procedure)
  const found = procedure.file.forms.flatMap(({ id, profile, rows }): readonly Finding[] => {
    if (procedure.blanks[id] !== undefined) return lintBlank(procedure, { id, profile }, cases)
    if (procedure.forms[id] === undefined)
      return [problem('forms/no-form', { file: formFile(procedure, id) }, { form: id })]
    const template = templateOf(procedure, id)
    const read = [...template.problems, ...staticProblems(procedure, id)]
    if (read.length) return read
    return [
      ...missingFields(procedure, id, template),
      ...listed(template, rows),
      ...(profile === 'public' ? notPublic(procedure, template) : []),
      ...trials(id, cases, procedure),
    ]
  })
  return unique(found)
}

// ---

/** A Word blank has no markup of ours; its placeholders are held against the same. */
function lintBlank(
  procedure: Procedure,
  { id, profile }: Pick<Form, 'id' | 'profile'>,
  cases: readonly Case[],
): readonly Finding[] {
  const braces = blankProblems(procedure, id)
  if (braces.length) return braces
  const template = templateOf(procedure, id)
  const found = [
    ...template.problems,
    ...missingFields(procedure, id, template),
    ...(profile === 'public' ? notPublic(procedure, template) : []),
    ...(template.problems.length
      ? []
      : tried(cases, (c) => {
          fillBlank(id, c, { version: 'filing' })
          return []
        })),
  ]
  // A line means nothing in a Word file.
  return found.map((one) => ({ ...one, at: { file: template.file } }))
}

/** Fields that say they are printed on a form which does not use them, and kinds of achievement that it leaves out. */
function missingFields(procedure: Procedure, form: string, template: Template): readonly Finding[] {
  const used = template.uses.filter((use) => use.printed).map((use) => use.path)
  const wanted = procedure.fields.filter((field) => field.forms?.includes(form))
  const at = { file: template.file }
  const isUsed = (path: string) => {
    // Places and telephone of the posting are the unit's until the journal has others.
    const name = path.replace(/\[\]$/, '').replace(/^unit\.posting\./, 'posting.')
    return used.some((one) => one === path || one === name || one.startsWith(`${name}.`) || one.startsWith(`${name}[]`))
  }
  const lost = wanted
    .filter((field) => !isUsed(field.path) && !(field.type === 'file' && template.photo))
    .map((field) => problem('forms/field-not-printed', at, { path: field.path, label: field.label.zh, form }))
  const printsKinds = template.kinds.length > 0 && wanted.some((field) => field.path.startsWith('achievements[]'))
  const whole = used.includes('achievements') && template.kinds.length === 0
  const kinds = printsKinds && !whole ? procedure.kinds.kinds : []
  return [
    ...lost,
    ...kinds
      .filter((kind) => !template.kinds.some((one) => one.id === kind.id))
      .map((kind) => problem('forms/kind-not-printed', at, { kind: kind.name.zh, form })),
  ]
}

/** A form that walks over `rows` says which list it wants, and one that wants a list prints it. */
function listed(template: Template, rows: string | undefined): readonly Finding[] {
  const use = template.uses.find(({ path }) => rootOf(path) === 'rows')
  if (use && rows === undefined) return [problem('forms/rows-unnamed', use.at)]
  if (!use && rows !== undefined) return [problem('forms/rows-unused', { file: template.file }, { rows })]
  return []
}

/** A posted sheet prints only what fields.yaml and evidence.yaml let be public (四（二）3（1）). */
function notPublic(procedure: Procedure, template: Template): readonly Finding[] {
  const paths = declaredPaths(procedure)
  const hidden = template.uses.filter((use) => {
    const declared = paths.get(use.path)
    return declared !== undefined && !declared.public && !declared.ours && isLeaf(paths, use.path)
  })
  const photo = template.photo ? [problem('forms/not-public', { file: template.file }, { path: 'person.photo' })] : []
  return [...hidden.map((use) => problem('forms/not-public', use.at, { path: use.path })), ...photo]
}

/** Fills the form for each specimen; a template that is only broken for some of them is found here. */
function trials(form: string, cases: readonly Case[], procedure: Procedure): readonly Finding[] {
  return tried(cases, (c) => unplaced(fill(form, c, { version: 'filing', rows: [{}] }), c, formFile(procedure, form)))
}

function tried(cases: readonly Case[], make: (c: Case) => readonly Finding[]): readonly Finding[] {
  return cases.flatMap((c): readonly Finding[] => {
    try {
      return make(c)
    } catch (error) {
      // A broken template is what is looked for; anything else is a defect of ours.
      if (error instanceof Refusal && error.exit === exits.unreadable) return error.findings
      throw error
    }
  })
}

function unique(findings: readonly Finding[]): readonly Finding[] {
  const byKey = new Map(findings.map((finding) => [JSON.stringify([finding.at, finding.code, finding.args]), finding]))
  return [...byKey.values()].sort(
    (a, b) =>
      codePointOrder(a.at.file ?? '', b.at.file ?? '') ||
      (a.at.line ?? 0) - (b.at.line ?? 0) ||
      (a.at.column ?? 0) - (b.at.column ?? 0) ||
      codePointOrder(a.code, b.code),
  )
}
