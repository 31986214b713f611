import { z } from 'zod'
import { civilDate, date, decimal, fact, facts, id, line, text, whole, yesNo } from './scalar.ts'

/**
 * `dossier.yaml`: the applicant's facts (FORMATS 2). Ids of a procedure (category, level, channel, kind of achievement,
 * part of evidence) are plain ids here and are held against the procedure by the check, so that a second notice needs no code.
 * Only format, procedure, ids and the type of an achievement are asked for here: absent means unknown, in an item of a list too,
 * and a dossier with unknown facts still goes the whole way as a preview.
 */

export const postingModes = ['copy', 'redacted', 'consult', 'list-only'] as const
const posting = z.enum(postingModes, { error: 'format/posting' })
export type PostingMode = z.output<typeof posting>

/** Authority over an exported form: `platform` = the official export, carried byte for byte. */
const origin = z.enum(['ours', 'platform', 'scan'], { error: 'format/origin' })
export type Origin = z.output<typeof origin>

/** Reference to evidence as written: `path`, `path#3-9` (pages 3 to 9), with options as a mapping. */
const reference = z.union(
  [
    text,
    z.strictObject({
      path: text,
      pages: text.regex(/^\d{1,5}(-\d{1,5})?$/, 'format/pages').optional(),
      whole: yesNo.optional(),
      /** How this file is posted; without it as its achievement says. */
      posting: posting.optional(),
      origin: origin.optional(),
    }),
  ],
  { error: 'format/evidence' },
)
export type EvidenceReference = z.output<typeof reference>
const references = z
  .union([reference, z.array(reference)], { error: 'format/evidence' })
  .transform((value): readonly EvidenceReference[] => (Array.isArray(value) ? value : [value]))

/** part id → files; a part not named here is found by folder: `evidence/<achievement id>/<part>*`. */
const evidence = z.record(z.string(), z.union([z.literal('无'), references], { error: 'format/evidence' }))

const document = z.strictObject({
  type: id.optional(),
  number: line.optional(),
  validUntil: z.union([z.literal('长期'), date], { error: 'format/date' }).optional(),
})

const person = z.strictObject({
  name: line.min(1, 'format/empty').max(60, 'format/too-long').optional(),
  nameLatin: line.max(120, 'format/too-long').optional(),
  formerNames: fact(line),
  sex: z.enum(['男', '女'], { error: 'format/sex' }).optional(),
  birth: date.optional(),
  ethnicity: fact(line),
  birthplace: fact(line),
  politics: fact(line),
  health: fact(line),
  languages: fact(line),
  workSince: fact(date),
  photo: text.optional(),
  contact: z
    .strictObject({ mobile: fact(line), email: fact(line), address: fact(line), postcode: fact(line) })
    .optional(),
  document: document.optional(),
  otherDocuments: facts(document),
  societies: fact(line),
})

const employer = z.strictObject({
  name: line.optional(),
  /** Ids of the procedure's `employerKinds`. */
  kind: id.optional(),
  /** Id of the options that fields.yaml gives: which places matter is the notice's. */
  place: id.optional(),
  department: fact(line),
  post: fact(line),
  postSince: fact(date),
  administrativePost: fact(line),
  work: fact(line),
  /** 事业单位 that fully manages by posts (二(三)). */
  postsManaged: yesNo.optional(),
  /** Declaration stays within the post structure (二(三)). */
  withinPosts: fact(yesNo),
  /** Own unit, not a part-time, nominal or pretended one (四(一)). */
  genuine: yesNo.optional(),
})

const education = z.strictObject({
  id,
  from: date.optional(),
  to: fact(date),
  school: line.optional(),
  country: fact(line),
  major: fact(line),
  /** 博士研究生 硕士研究生 第二学士学位 大学本科 大学专科 中等职业学校 技工院校 … (the procedure lists them) */
  level: line.optional(),
  degree: fact(line),
  mode: fact(line),
  years: fact(decimal),
  witness: fact(line),
  certificate: fact(line),
})

const work = z.strictObject({
  id,
  from: date.optional(),
  to: z.union([z.literal('至今'), date], { error: 'format/date' }).optional(),
  employer: line.optional(),
  post: fact(line),
  duty: fact(line),
  country: fact(line),
  witness: fact(line),
})

const insurance = z.strictObject({
  id,
  from: date.optional(),
  to: z.union([z.literal('至今'), date], { error: 'format/date' }).optional(),
  employer: line.optional(),
  place: line.optional(),
})

/** 申报依据: every rule and form reads this, none a bare “current title”. */
const grounds = z.strictObject({
  kind: z.enum(['title', 'qualification', 'army-title', 'none'], { error: 'format/grounds' }).optional(),
  name: fact(line),
  /** Id of a level of the procedure that the ground equals. */
  level: fact(id),
  obtained: fact(date),
  authority: fact(line),
  certificate: fact(line),
  series: fact(line),
})

const role = z.strictObject({
  rank: fact(whole),
  of: fact(whole),
  name: fact(line),
  note: fact(line),
})

/** Beside these, the fields of its kind in `evidence.yaml` (kept as text, typed by the check). */
const achievement = z
  .object({
    id,
    type: id,
    title: line.optional(),
    date: fact(date),
    from: fact(date),
    role: role.optional(),
    summary: fact(text),
    effect: fact(text),
    /** Clause of the conditions that the achievement meets. */
    clause: fact(line),
    /** Belongs to the declared specialty (五(三)). */
    related: yesNo.optional(),
    evidence: evidence.optional(),
    posting: posting.optional(),
  })
  .catchall(z.union([z.literal('无'), z.literal('不适用'), text], { error: 'format/text' }))
export type Achievement = z.output<typeof achievement>

export const dossierSchema = z.strictObject({
  format: z.literal('juanzong/dossier@1', { error: 'format/version' }),
  id: id.optional(),
  /** Visible marking 样例 on every sheet. */
  sample: yesNo.optional(),
  procedure: z.union([text, z.strictObject({ id: text, version: text.optional(), hash: text.optional() })], {
    error: 'format/procedure',
  }),
  person: person.optional(),
  employer: employer.optional(),
  category: id.optional(),
  /** 人事档案 keeper, a fact of the dossier for every route. */
  fileKeeper: z
    .strictObject({
      kind: z.enum(['employer', 'department', 'agency', 'other'], { error: 'format/keeper' }).optional(),
      name: fact(line),
      place: id.optional(),
      since: fact(date),
    })
    .optional(),
  education: facts(education),
  work: facts(work),
  insurance: facts(insurance),
  grounds: grounds.optional(),
  declaration: z
    .strictObject({
      year: whole.optional(),
      level: id.optional(),
      title: line.optional(),
      series: line.optional(),
      specialty: z.strictObject({ group: id.optional(), field: id.optional() }).optional(),
      channel: id.optional(),
      declaredOn: civilDate.optional(),
      /** Since when in this specialty; years are counted to the cut-off. */
      specialtySince: fact(date),
      exceptional: yesNo.optional(),
      /** Signed by hand on the form; here only that the applicant has read it (四(二)2). */
      integrityPledge: yesNo.optional(),
    })
    .optional(),
  /** Applications for a title in the same and earlier years (一个年度内 … 一次). */
  applications: facts(
    z.strictObject({
      id,
      year: whole.optional(),
      channel: id.optional(),
      unit: fact(line),
      result: fact(z.enum(['passed', 'failed', 'pending'], { error: 'format/result' })),
    }),
  ),
  /** Which persons of 一 the applicant is. */
  standing: z
    .strictObject({
      /** In post with this specialty's work (一(一)). */
      inPost: yesNo.optional(),
      civilServant: yesNo.optional(),
      /** Date from which the approving authority approved retirement. */
      retiredOn: fact(date),
      /** Periods of influence in which no application may be made. */
      penalties: facts(z.strictObject({ id, kind: line.optional(), from: date.optional(), to: fact(date) })),
      /** Moved from an organ to an enterprise or institution (一(三)). */
      movedFromOrgan: yesNo.optional(),
      armyTransfer: fact(z.enum(['self-employed', 'placed'], { error: 'format/army' })),
      /** Groups of 二(五) that the applicant belongs to, ids of the procedure. */
      groups: facts(z.strictObject({ id, group: id.optional(), from: fact(date), to: fact(date), unit: fact(line) })),
    })
    .optional(),
  assessments: facts(z.strictObject({ id, year: whole.optional(), grade: fact(line) })),
  training: z
    .strictObject({
      publicCourses: fact(line),
      professionalCourses: fact(line),
      items: facts(
        z.strictObject({
          id,
          from: date.optional(),
          to: fact(date),
          name: line.optional(),
          host: fact(line),
          hours: fact(decimal),
          result: fact(line),
        }),
      ),
    })
    .optional(),
  /** Six items the platform compares by itself (五(一)); ids of the procedure. */
  platformChecks: z
    .record(z.string(), z.enum(['passed', 'failed', 'unknown'], { error: 'format/platform-check' }))
    .optional(),
  /** Has registered on the platform beforehand (四(二)1). */
  platformRegistered: yesNo.optional(),
  /** Holds 职称管理员 rights on the platform (四(二)1). */
  platformAdmin: yesNo.optional(),
  examinations: z.strictObject({ foreignLanguage: fact(line), computer: fact(line), defence: fact(line) }).optional(),
  achievements: facts(achievement),
  /** 任现职前业绩: printed as such, never counted. */
  earlierAchievements: facts(
    z.strictObject({
      id,
      from: fact(date),
      to: fact(date),
      title: line.optional(),
      summary: fact(text),
      role: fact(line),
      effect: fact(text),
    }),
  ),
  /** Files that prove facts, by kind of `evidence.yaml` › supporting. */
  supporting: evidence.optional(),
  recommenders: facts(
    z.strictObject({
      id,
      name: line.optional(),
      title: fact(line),
      specialty: fact(line),
      employer: fact(line),
      reason: fact(text),
    }),
  ),
  summary: fact(text),
  /** Facts that only this notice asks for, as its fields.yaml declares them: `own.salary`. Typed by the check. */
  own: z.record(id, fact(text)).optional(),
})
export type Dossier = z.output<typeof dossierSchema>
