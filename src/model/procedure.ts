import { z } from 'zod'
import { condition } from './condition.ts'
import { type Basis, basis, stage } from './finding.ts'
import { bilingual, civilDate, decimal, id, line, text, whole, yesNo } from './scalar.ts'

/**
 * `procedure.yaml`: one notice as data, each item with its clause (FORMATS 1). A basis in these files may leave out the
 * title: it is then the notice itself.
 */

export const clause = z.union(
  [
    text.transform((article): Basis => ({ title: '', article, verified: true })),
    basis.partial({ title: true }).transform((value): Basis => ({ ...value, title: value.title ?? '' })),
  ],
  { error: 'format/basis' },
)

/** How sure a row is: in the notice · government text · public code · market practice · general knowledge · inferred. */
export const grade = z.enum(['N', 'G', 'C', 'M', 'K', 'I'], { error: 'format/grade' })

const window = z.strictObject({ id, name: bilingual, from: civilDate, to: civilDate, binds: bilingual, basis: clause })
const level = z.strictObject({
  id,
  name: bilingual,
  rank: z.enum(['junior', 'intermediate', 'senior'], { error: 'format/rank' }),
  /** Order, lowest first; the next higher title of a level is the next order. */
  order: whole,
  /** Left out where the notice sets none. */
  fee: z.strictObject({ yuan: whole, basis: clause }).optional(),
})
const specialty = z.strictObject({
  id,
  name: bilingual,
  fields: z.array(z.strictObject({ id, name: bilingual })),
  basis: clause,
})
const channel = z.strictObject({
  id,
  name: bilingual,
  /** Counts against “one ordinary application a year” (四(二)2). */
  ordinary: yesNo,
  basis: clause,
})
/** A sentence of the notice; `data`, `rules`, `fields` and `slots` say where it lives in the tool. */
const sentence = z.strictObject({
  id,
  text: bilingual,
  basis: clause,
  /** Keys of `procedure.yaml` that hold it: `contact`, `windows.application` (a list's row by its id). */
  data: z.array(text).optional(),
  rules: z.array(text).optional(),
  fields: z.array(text).optional(),
  slots: z.array(id).optional(),
  /** Why nothing in the tool answers to it (only what an issue allows). */
  outside: bilingual.optional(),
})
export type Sentence = z.output<typeof sentence>

const body = z.strictObject({
  id,
  name: bilingual,
  /** What the applicant has to know to find it. */
  help: bilingual.optional(),
  /** Usual diameter of its seal in mm. */
  diameter: decimal.optional(),
  grade,
})
const route = z.strictObject({
  id,
  name: bilingual,
  /** Bodies in order from the applicant's unit to the committee. */
  bodies: z.array(id),
  /** Kinds of `supporting` that the route asks for. */
  papers: z.array(id),
  /** Rules that hold its times (渝人社发〔2017〕235号). */
  times: z.array(text),
  basis: clause,
  grade,
})
const category = z.strictObject({
  id,
  name: bilingual,
  route: id,
  /** Second route that a doubtful case may fit: then 待定, both named. */
  orRoute: id.optional(),
  basis: clause,
  grade,
  help: bilingual.optional(),
})

/**
 * What a form is for. `bound` stands in the bound volume behind its `cover` and `contents`; `loose` is a sheet beside it;
 * `report` tells people about the dossier and lies in `report/` of the bundle.
 */
export const formUses = ['bound', 'cover', 'contents', 'loose', 'report'] as const
export type FormUse = (typeof formUses)[number]

/** Lists that the program can hand to a form as `rows`; `src/commands/lists.ts` makes them. */
export const formLists = [
  'contents',
  'posted-files',
  'checklist',
  'catalogue',
  'papers',
  'gaps',
  'tasks',
  'print',
] as const
export type FormList = (typeof formLists)[number]

const form = z.strictObject({
  id,
  file: text,
  name: bilingual,
  /** `public` is posted: whitelisted facts only, and made by `--profile public`. */
  profile: z.enum(['public', 'full'], { error: 'format/profile' }),
  docx: yesNo,
  use: z.enum(formUses, { error: 'format/form-use' }).default('loose'),
  rows: z.enum(formLists, { error: 'format/form-rows' }).optional(),
  /** Made unless the answer is no; without it always. */
  when: condition.optional(),
  /** As it hangs on the wall, and as it is filed with the result of the posting; without it there is one version. */
  versions: z.array(z.enum(['posting', 'filing'], { error: 'format/form-version' })).optional(),
  /** Supporting paper that is the platform's export of this form: that one is sealed and filed. */
  export: id.optional(),
})

export const procedureSchema = z.strictObject({
  format: z.literal('juanzong/procedure@1', { error: 'format/version' }),
  id,
  version: text,
  /** No real notice: shown as 样例 and never taken without being asked for. */
  sample: yesNo.optional(),
  title: bilingual,
  notice: z.strictObject({
    number: line,
    title: bilingual,
    issuer: bilingual,
    issuedOn: civilDate,
    printedOn: civilDate,
    publication: bilingual,
    addressees: bilingual,
  }),
  /** Documents cited by the notice; `verified: false` where no public text was found. */
  cited: z.array(z.strictObject({ id, title: line, role: bilingual, verified: yesNo, note: text.optional() })),
  windows: z.array(window),
  cutoffs: z.array(z.strictObject({ id, on: civilDate, counts: bilingual, basis: clause })),
  series: bilingual,
  levels: z.array(level),
  channels: z.array(channel),
  specialties: z.array(specialty),
  employerKinds: z.array(z.strictObject({ id, name: bilingual })),
  categories: z.array(category),
  bodies: z.array(body),
  routes: z.array(route),
  /** Groups of 二(五). */
  groups: z.array(z.strictObject({ id, name: bilingual, basis: clause })),
  platformChecks: z.array(z.strictObject({ id, name: bilingual, papers: z.array(id), basis: clause })),
  /** Everything the notice says, in its order, by section. */
  sections: z.array(z.strictObject({ id, name: bilingual, sentences: z.array(sentence) })),
  posting: z.strictObject({ workdays: whole, countPostingDay: yesNo, basis: clause }),
  /** What is sent back for correction; left out where the notice knows none of it. */
  returns: z.strictObject({ lastSubmission: whole, basis: clause }).optional(),
  copies: z.array(z.strictObject({ id, name: bilingual, keeper: bilingual, basis: clause })),
  /** Until when the confirmed form is filed; left out where the notice sets no time. */
  archiving: z.strictObject({ months: whole, from: bilingual, basis: clause }).optional(),
  binding: z.strictObject({ innerMm: decimal, outerMm: decimal, keepOutMm: decimal, grade }),
  contact: z.strictObject({ name: line, phones: z.array(line), basis: clause }).optional(),
  logins: z.array(z.strictObject({ name: bilingual, address: text })),
  /** Identity document kinds, holidays: files of `templates/shared/` that the procedure uses. */
  uses: z.strictObject({ holidays: text, documents: text }),
  forms: z.array(form),
})
export type ProcedureFile = z.output<typeof procedureSchema>
export type Form = ProcedureFile['forms'][number]

export const fieldTypes = [
  'text',
  'long',
  'date',
  'day',
  'whole',
  'decimal',
  'yes-no',
  'id',
  'file',
  'list',
  'group',
] as const
export type FieldType = (typeof fieldTypes)[number]

/** `fields.yaml`: each fact once. Lists are written `achievements[]`, their members `achievements[].title`. */
export const fieldsSchema = z.strictObject({
  format: z.literal('juanzong/fields@1', { error: 'format/version' }),
  fields: z.array(
    z.strictObject({
      path: text,
      label: bilingual,
      type: z.enum(fieldTypes, { error: 'format/field-type' }),
      /** Values as `id: label`; for type `id` also `from: levels` etc. of the procedure. */
      options: z.record(z.string(), bilingual).optional(),
      from: z
        .enum(
          ['levels', 'channels', 'specialties', 'specialtyFields', 'categories', 'employerKinds', 'groups', 'kinds'],
          { error: 'format/field-from' },
        )
        .optional(),
      required: stage.optional(),
      /** Masked everywhere, never in names, posted sheets or metadata. */
      sensitive: yesNo.optional(),
      /** May stand on a posted sheet (whitelist of the public profile). */
      public: yesNo.optional(),
      max: whole.optional(),
      help: bilingual.optional(),
      /** Forms that print it … */
      forms: z.array(id).optional(),
      /** A cell that is left empty where there is nothing to report, without 无. */
      blank: yesNo.optional(),
      /** … or why none does. */
      printed: z.strictObject({ never: bilingual }).optional(),
    }),
  ),
})
export type Field = z.output<typeof fieldsSchema>['fields'][number]

/**
 * Label on a paper → the facts one of which its value has to be: `姓名: person.name`. Of a kind of achievement a key is one of
 * its own facts (`专利号: number`); everything else is a path of fields.yaml.
 */
const labels = z.record(
  line,
  z.union([text, z.array(text)], { error: 'format/list' }).transform((one) => [one].flat()),
)

/** `evidence.yaml`: kinds of achievement in the notice's order, and supporting papers. */
export const kindsSchema = z.strictObject({
  format: z.literal('juanzong/evidence@1', { error: 'format/version' }),
  /** Labels on supporting papers and on forms exported by the platform. */
  labels: labels.optional(),
  kinds: z.array(
    z.strictObject({
      id,
      name: bilingual,
      /** all-of: a missing part is an error · any-of: error when none is there · open: error when none, 待定 when one is missing. */
      sure: z.enum(['all-of', 'any-of', 'open'], { error: 'format/sure' }),
      basis: clause,
      grade,
      /** Which date counts for 五(三). */
      date: bilingual,
      labels: labels.optional(),
      fields: z.array(
        z.strictObject({
          key: id,
          label: bilingual,
          type: z.enum(fieldTypes, { error: 'format/field-type' }),
          required: yesNo.optional(),
          public: yesNo.optional(),
          options: z.record(z.string(), bilingual).optional(),
        }),
      ),
      parts: z.array(
        z.strictObject({
          id,
          name: bilingual,
          basis: clause,
          /** both readings, where open */ otherReading: bilingual.optional(),
          excerpt: yesNo.optional(),
        }),
      ),
    }),
  ),
  supporting: z.array(
    z.strictObject({
      id,
      name: bilingual,
      when: bilingual,
      parts: z.array(z.strictObject({ id, name: bilingual })).optional(),
      /** 否: not among the papers that are posted (a form, or what comes only later), so it may come after the posting. */
      posted: yesNo.optional(),
      /** Beside those of the whole file; the same label stands for other facts here. */
      labels: labels.optional(),
      basis: clause,
      grade,
    }),
  ),
})
export type KindsFile = z.output<typeof kindsSchema>
export type Kind = KindsFile['kinds'][number]
