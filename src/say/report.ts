import type { Procedure } from '../model/case.ts'
import type { Dossier } from '../model/dossier.ts'
import { type Finding, type NextFact, type Severity, type Stage, severities } from '../model/finding.ts'
import type { CivilDate } from '../model/scalar.ts'
import { inLang, type Lang, phrase } from './phrase.ts'
import { type Labelled, placeName } from './place.ts'
import { conceal, secretsOf } from './private.ts'
import { type Sentence, sentence } from './say.ts'

/** What one run of the check found, with everything that terminal, JSON and HTML need to show it. */
export type Report = {
  readonly procedure: Procedure
  /** Absent when a procedure itself was looked at (`lint`). */
  readonly dossier?: Dossier | undefined
  readonly stage: Stage
  readonly asOf: CivilDate
  readonly findings: readonly Finding[]
  /** Rules of later stages: 以后要做. */
  readonly later: readonly Finding[]
  /** 下一个要填的, the most useful first. */
  readonly next?: readonly NextFact[] | undefined
  /** Names of derived facts. */
  readonly labels?: readonly Labelled[] | undefined
}

/** The sentences of a report in one language, no sensitive value in them. */
export function sentences(report: Report, findings: readonly Finding[], lang: Lang): Sentence[] {
  const known = { procedure: report.procedure, dossier: report.dossier, labels: report.labels, lang }
  const secrets = secretsOf(report.dossier, report.procedure)
  return findings.map((finding) => {
    const said = sentence(finding, known)
    const [place, what, fix] = [said.place, said.what, said.fix].map((text) => conceal(text, secrets))
    return { ...said, place: place ?? '', what: what ?? '', fix: fix ?? '' }
  })
}

/** What a later stage will ask, in the rule's own words, also where today nothing can be judged yet. */
export function todos(report: Report, lang: Lang): Sentence[] {
  const rules = new Set(report.procedure.rules.rules.map((rule) => rule.id))
  const own = report.later.map((finding) =>
    finding.rule !== undefined && rules.has(finding.rule) ? { ...finding, code: `rule/${finding.rule}` } : finding,
  )
  const said = sentences(report, own, lang).map((said, index) => {
    const fix = said.fix.replace(/[。.]$/, '')
    const due = dueText(report, report.later[index]?.due, lang)
    return due === '' ? said : { ...said, fix: `${fix}${due}${lang === 'zh' ? '。' : '.'}` }
  })
  return gathered(said, own, lang)
}

/** Facts still to be written are one line a stage, by name; what several rules ask in the same words is asked once. */
function gathered(said: readonly Sentence[], own: readonly Finding[], lang: Lang): Sentence[] {
  const isFact = (index: number) => own[index]?.code === 'check/missing-fact'
  const labelOf = (index: number) => String((lang === 'en' && own[index]?.argsEn?.label) || own[index]?.args.label)
  const lines = said.map((one, index) => {
    if (!isFact(index)) return one
    const same = said.flatMap((other, at) => (isFact(at) && other.stage === one.stage ? [labelOf(at)] : []))
    return { ...one, fix: phrase('todo.facts', lang, { labels: [...new Set(same)].join(lang === 'zh' ? '、' : ', ') }) }
  })
  const keys = lines.map((one) => `${one.stage} ${one.fix}`)
  return lines.filter((_, index) => keys.indexOf(keys[index] ?? '') === index)
}

/** 截至 2024-10-29, or what the day hangs on while it is not known; the empty text without any. */
export function dueText({ procedure, labels }: Report, due: Finding['due'], lang: Lang): string {
  if (!due) return ''
  if (due.on !== undefined) return phrase('due.on', lang, { on: due.on })
  const { archiving } = procedure.file
  if (archiving && due.path.startsWith('archiving.'))
    return phrase('due.archiving', lang, { from: inLang(archiving.from, lang), months: archiving.months })
  const label = labels?.find((row) => row.path === due.path)?.label
  return phrase('due.unknown', lang, { label: label ? inLang(label, lang) : due.path })
}

/** What a person calls the place of a missing fact, and where it is written. */
export type NamedFact = NextFact & { readonly place: string; readonly where: string }

/** 下一个要填的 in words: what a person calls the place, with its path or its event. */
export function nextFacts(report: Report, lang: Lang): readonly NamedFact[] {
  const known = { procedure: report.procedure, dossier: report.dossier, labels: report.labels, lang }
  const secrets = secretsOf(report.dossier, report.procedure)
  return (report.next ?? []).map((fact) => ({
    ...fact,
    place: conceal(placeName({ path: fact.path }, known), secrets),
    where: fact.event === undefined ? fact.path : phrase('next-facts.event', lang, { event: fact.event }),
  }))
}

/** How many findings of each severity. */
export function counts(findings: readonly { readonly severity: Severity }[]): Readonly<Record<Severity, number>> {
  const of = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length
  return { error: of('error'), pending: of('pending'), person: of('person'), note: of('note') }
}

/** True when a finding stands at or above the bar (error is the highest). */
export function reaches(findings: readonly { readonly severity: Severity }[], bar: Severity): boolean {
  return findings.some((finding) => severities.indexOf(finding.severity) <= severities.indexOf(bar))
}
