import { z } from 'zod'
import { civilDate, type Text, text, yesNo } from './scalar.ts'

/** Stages of a case in order; a rule of a later stage is silent and listed under 以后要做 (FORMATS 3). */
export const stages = ['draft', 'posting', 'submit', 'correction', 'confirmed', 'archived'] as const
export type Stage = (typeof stages)[number]
export const stage = z.enum(stages, { error: 'format/stage' })

/** error blocks · pending = 待定, a fact is missing · person = 人工核验, only a person can tell · note = 提示. */
export const severities = ['error', 'pending', 'person', 'note'] as const
export type Severity = (typeof severities)[number]
export const severity = z.enum(severities, { error: 'format/severity' })

/** Three-valued answers of Kleene. */
export type Answer = 'yes' | 'no' | 'unknown'

/** Where a rule stands written, and whether someone verified the text. */
export type Basis = {
  readonly title: string
  readonly article?: string | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
  readonly verified: boolean
}
export const basis = z.strictObject({
  title: text,
  article: text.optional(),
  from: civilDate.optional(),
  until: civilDate.optional(),
  verified: yesNo,
})

/** A place in the case. `path` is a fact (`achievements[a7f3].date`), `file` is relative to the dossier, with `/`. */
export type Place = {
  readonly path?: string | undefined
  /** Stable id of the thing (achievement, slot, event). */
  readonly id?: string | undefined
  /** What a person calls the place: 业绩“…”, 学历第1行. */
  readonly label?: string | undefined
  /** The same in English, where it differs. */
  readonly labelEn?: string | undefined
  readonly file?: string | undefined
  readonly page?: number | undefined
  readonly line?: number | undefined
  readonly column?: number | undefined
}

export type Args = Readonly<Record<string, string | number>>

/** What a person should know, without the words: `say/` has the words (for a rule: the procedure). */
export type Finding = {
  /** `check/…`, `evidence/…`; for a rule `rule/<rule id>`. */
  readonly code: string
  readonly rule?: string | undefined
  readonly severity: Severity
  readonly stage: Stage
  readonly at: Place
  /** Already masked where sensitive. */
  readonly args: Args
  /** Labels among the arguments in English, where they differ. */
  readonly argsEn?: Args | undefined
  readonly basis: Basis | 'plain-sanity'
  /** False when nobody verified the text of the basis: the sentence says 未核实. */
  readonly verified: boolean
  readonly otherReading?: Text | undefined
  readonly hint?: string | undefined
  /** Rules that wait for this missing fact. */
  readonly waiting?: readonly string[] | undefined
  /** 以后要做: until when. `on` is absent while the day does not follow from anything yet. */
  readonly due?: { readonly path: string; readonly on?: string | undefined } | undefined
}

/** A fact that nobody stated: its place, and the rules that wait for it. `count` = how many 待定 it would settle. */
export type NextFact = {
  readonly path: string
  /** The event of journal.yaml from which it follows. */
  readonly event?: string
  readonly count: number
  readonly rules: readonly string[]
}

/** Exit statuses of FORMATS 8. */
export const exits = {
  fine: 0,
  findings: 1,
  usage: 2,
  unreadable: 3,
  font: 4,
  verification: 5,
  unwritable: 6,
  refused: 7,
  busy: 8,
  bug: 70,
  interrupted: 130,
} as const
export type Exit = (typeof exits)[keyof typeof exits]

/** We will not do this: thrown, caught in `cli.ts` and at the server's edge only. The words are in `say/`. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: string
  readonly exit: Exit
  readonly args: Args
  readonly at: Place
  /** All problems found in one run, where there are several (a bad file). */
  readonly findings: readonly Finding[]

  constructor(code: string, exit: Exit, args: Args = {}, at: Place = {}, findings: readonly Finding[] = []) {
    super(code)
    this.code = code
    this.exit = exit
    this.args = args
    this.at = at
    this.findings = findings
  }
}
