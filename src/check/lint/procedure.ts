import { isBlank } from '../../model/blank.ts'
import type { Procedure } from '../../model/case.ts'
import type { Finding } from '../../model/finding.ts'
import type { ProcedureFile, Sentence } from '../../model/procedure.ts'
import { lintCondition } from './conditions.ts'
import { backwards, idsOf, problem, strangers, twice } from './problem.ts'
import { lintBasis } from './rules.ts'
import { allPaths } from './types.ts'

const file = 'procedure.yaml'

/** procedure.yaml: ids, references between its lists and to the other files, windows, and that every sentence is answered. */
export function lintFile(procedure: Procedure): readonly Finding[] {
  return [
    ...duplicates(procedure.file),
    ...procedure.file.windows.flatMap((window) => backwards(window.from, window.to, file, `windows[${window.id}]`)),
    ...references(procedure),
    ...bases(procedure.file),
    ...sections(procedure),
    ...forms(procedure),
  ]
}

// ---

const lists = [
  ...(['cited', 'windows', 'cutoffs', 'levels', 'channels', 'specialties', 'employerKinds', 'categories'] as const),
  ...(['bodies', 'routes', 'groups', 'platformChecks', 'sections', 'copies', 'forms'] as const),
]

function duplicates(of: ProcedureFile): readonly Finding[] {
  return [
    ...lists.flatMap((name) => twice(idsOf(of[name]), file, name)),
    ...twice(idsOf(of.specialties.flatMap((group) => group.fields)), file, 'specialties'),
    ...twice(idsOf(of.sections.flatMap((section) => section.sentences)), file, 'sections'),
    ...twice(
      of.levels.map((level) => String(level.order)),
      file,
      'levels',
    ),
  ]
}

function references(procedure: Procedure): readonly Finding[] {
  const { categories, routes, bodies, platformChecks } = procedure.file
  const papers = idsOf(procedure.kinds.supporting)
  const rules = idsOf(procedure.rules.rules)
  return [
    ...categories.flatMap((row) =>
      strangers(
        row.orRoute ? [row.route, row.orRoute] : [row.route],
        idsOf(routes),
        file,
        `categories[${row.id}]`,
        'routes',
      ),
    ),
    ...routes.flatMap((row) => [
      ...strangers(row.bodies, idsOf(bodies), file, `routes[${row.id}].bodies`, 'bodies'),
      ...strangers(row.papers, papers, file, `routes[${row.id}].papers`, 'evidence.yaml › supporting'),
      ...strangers(row.times, rules, file, `routes[${row.id}].times`, 'rules.yaml'),
    ]),
    ...platformChecks.flatMap((row) =>
      strangers(row.papers, papers, file, `platformChecks[${row.id}].papers`, 'evidence.yaml › supporting'),
    ),
  ]
}

function bases(of: ProcedureFile): readonly Finding[] {
  const based = [
    'windows',
    'cutoffs',
    'channels',
    'specialties',
    'categories',
    'routes',
    'groups',
    'platformChecks',
    'copies',
  ] as const
  return [
    ...based.flatMap((name) => of[name].flatMap((row) => lintBasis(row.basis, file, `${name}[${row.id}]`))),
    ...of.levels.flatMap((level) => (level.fee ? lintBasis(level.fee.basis, file, `levels[${level.id}].fee`) : [])),
    ...[of.posting, of.returns, of.archiving, of.contact].flatMap((one) =>
      one ? lintBasis(one.basis, file, 'basis') : [],
    ),
  ]
}

/** Every sentence of the notice lives somewhere in the tool, or says why not. */
function sections(procedure: Procedure): readonly Finding[] {
  const { sections: all } = procedure.file
  if (all.length === 0) return [problem('lint/no-sections', file, 'sections')]
  const known = {
    rules: idsOf(procedure.rules.rules),
    fields: allPaths(procedure),
    slots: idsOf(procedure.slots.slots),
  }
  return all.flatMap((section) => [
    ...(section.sentences.length === 0 ? [problem('lint/no-sections', file, `sections[${section.id}]`)] : []),
    ...section.sentences.flatMap((sentence) => lintSentence(procedure.file, sentence, known)),
  ])
}

type Known = Readonly<Record<'rules' | 'fields' | 'slots', readonly string[]>>

function lintSentence(of: ProcedureFile, sentence: Sentence, known: Known): readonly Finding[] {
  const where = `sentences[${sentence.id}]`
  const { data = [], rules = [], fields = [], slots = [], outside } = sentence
  const isNowhere = data.length + rules.length + fields.length + slots.length === 0 && !outside
  return [
    ...(isNowhere ? [problem('lint/uncovered-sentence', file, where)] : []),
    ...data
      .filter((path) => !hasData(of, path))
      .map((id) => problem('lint/unknown-id', file, where, { id, list: file })),
    ...strangers(rules, known.rules, file, where, 'rules.yaml'),
    ...strangers(fields, known.fields, file, where, 'fields.yaml'),
    ...strangers(slots, known.slots, file, where, 'slots.yaml'),
    ...lintBasis(sentence.basis, file, where),
  ]
}

/** `contact`, or a list's row by its id: `windows.application`. */
function hasData(of: ProcedureFile, path: string): boolean {
  const [key = '', id] = path.split('.')
  const value: unknown = Object.hasOwn(of, key) ? of[key as keyof ProcedureFile] : undefined
  if (value === undefined || id === undefined) return value !== undefined
  return Array.isArray(value) && value.some((row: { readonly id?: string }) => row.id === id)
}

/** Every form has its file, and every file its form; one cover and one contents page at most; `when` and `export` are known. */
function forms(procedure: Procedure): readonly Finding[] {
  const all = procedure.file.forms
  const papers = idsOf(procedure.kinds.supporting)
  const [listed, there] = [
    idsOf(procedure.file.forms),
    [...Object.keys(procedure.forms), ...Object.keys(procedure.blanks)],
  ]
  return [
    ...listed
      .filter((id) => !there.includes(id))
      .map((id) => problem('lint/form-missing', file, `forms[${id}]`, { id })),
    ...there.filter((id) => !listed.includes(id)).map((id) => problem('lint/form-unlisted', file, 'forms', { id })),
    ...(['cover', 'contents'] as const).flatMap((use) =>
      all
        .filter((form) => form.use === use)
        .slice(1)
        .map((form) => problem('lint/form-again', file, `forms[${form.id}]`, { use })),
    ),
    ...all
      .filter((form) => form.use === 'contents' && form.rows !== 'contents')
      .map((form) => problem('lint/contents-rows', file, `forms[${form.id}]`)),
    ...all
      .filter((form) => isBlank(form) && (!form.docx || form.use !== 'loose' || form.rows !== undefined))
      .map((form) => problem('lint/blank-use', file, `forms[${form.id}]`)),
    ...all.flatMap((form) => [
      ...(form.when ? lintCondition(procedure, form.when, {}, `forms[${form.id}].when`, file) : []),
      ...strangers(
        form.export === undefined ? [] : [form.export],
        papers,
        file,
        `forms[${form.id}].export`,
        'evidence.yaml › supporting',
      ),
    ]),
  ]
}
