import { type Finding, type Refusal, type Severity, severities } from '../model/finding.ts'
import { inLang, type Lang, phrase } from './phrase.ts'
import type { Known } from './place.ts'
import { counts, nextFacts, type Report, sentences, todos } from './report.ts'
import { type Sentence, sentence } from './say.ts'
import { columnsOf, wrap } from './width.ts'

/** How the terminal takes text: `columns` undefined = a file or a pipe, where lines are not wrapped. */
export type Terminal = { readonly lang: Lang; readonly colour: boolean; readonly columns: number | undefined }

/** The report for a terminal: by severity, then what comes later, then the counts. Ends with a line feed. */
export function terminal(report: Report, how: Terminal): string {
  const groups = severities.flatMap((severity) => group(report, severity, how))
  const later = laterLines(report, how)
  return [...groups, ...nextLines(report, how), ...later, ...summary(report, how)].join('\n').concat('\n')
}

/** A refusal with every problem found in the one run. Ends with a line feed. */
export function refusalText(refusal: Refusal, known: Known, how: Terminal): string {
  const head = lines(sentence(refusal, known), '', how)
  if (refusal.findings.length === 0) return `${head.join('\n')}\n`
  const rest = refusal.findings.flatMap((finding, index) => numbered(sentence(finding, known), index, how))
  return [...head, phrase('problems', how.lang, { count: refusal.findings.length }), ...rest].join('\n').concat('\n')
}

/** Findings without a procedure or dossier around them (a bundle, a procedure folder). Empty when there are none. */
export function findingsText(findings: readonly Finding[], how: Terminal): string {
  const known = { lang: how.lang }
  const all = severities.flatMap((severity) => {
    const found = findings.filter((finding) => finding.severity === severity)
    const head = paint(
      phrase('count', how.lang, { severity: name(severity, how.lang), count: found.length }),
      colours[severity],
      how,
    )
    const said = found.flatMap((finding, index) => [...numbered(sentence(finding, known), index, how), ''])
    return found.length ? [head, '', ...said] : []
  })
  return all.map((line) => `${line}\n`).join('')
}

/** 检查结果：错误 2 项 · 待定 1 项 */
export function countsLine(findings: readonly Finding[], lang: Lang): string {
  const count = counts(findings)
  const parts = severities
    .filter((severity) => count[severity] > 0)
    .map((severity) => phrase('count', lang, { severity: name(severity, lang), count: count[severity] }))
  return phrase('summary', lang, { counts: parts.length ? parts.join(' · ') : phrase('summary.none', lang) })
}

/** A path as it is typed on a command line: in quotes where it holds blanks. */
export function typed(path: string): string {
  return /[\s"'&()（）]/.test(path) ? `"${path}"` : path
}

/** A line that keeps its indent where it is wrapped. */
export function wrapped(line: string, how: Terminal): string {
  const text = line.trimStart()
  return fitted(text, line.slice(0, line.length - text.length), how).join('\n')
}

/** The last line of every command. */
export function nextLine(step: string, lang: Lang): string {
  return `${phrase('next', lang, { step })}\n`
}

export function name(severity: Severity, lang: Lang): string {
  return phrase(`severity.${severity}`, lang)
}

// ---

const colours: Readonly<Record<Severity, number>> = { error: 31, pending: 33, person: 36, note: 90 }

function group(report: Report, severity: Severity, how: Terminal): string[] {
  const found = report.findings.filter((finding) => finding.severity === severity)
  if (found.length === 0) return []
  const means = phrase(`severity-means.${severity}`, how.lang)
  const head = phrase('group', how.lang, { severity: name(severity, how.lang), count: found.length, means })
  const said = sentences(report, found, how.lang)
  return [paint(head, colours[severity], how), '', ...said.flatMap((one, index) => [...numbered(one, index, how), ''])]
}

function numbered(said: Sentence, index: number, how: Terminal): string[] {
  const [first = '', ...rest] = lines(said, '    ', how)
  return [`${String(index + 1).padStart(2)}. ${first.trimStart()}`, ...rest]
}

function lines(said: Sentence, indent: string, how: Terminal): string[] {
  const mark = said.verified ? '' : phrase('unverified.mark', how.lang)
  const parts = [
    said.place,
    said.what,
    said.otherReading ? phrase('other-reading', how.lang, { text: said.otherReading }) : '',
    phrase('fix', how.lang, { text: said.fix }),
    said.basis === phrase('basis.sanity', how.lang) ? '' : phrase('basis', how.lang, { basis: said.basis }) + mark,
  ]
  return parts.filter((part) => part !== '').flatMap((part) => fitted(part, indent, how))
}

/** The first few: more than that is a list, not a next step. */
const shownNext = 8

function nextLines(report: Report, how: Terminal): string[] {
  const all = nextFacts(report, how.lang)
  if (all.length === 0) return []
  const head = phrase('next-facts', how.lang, { count: all.length })
  const items = all
    .slice(0, shownNext)
    .map(({ place, where, count }, index) =>
      phrase('next-facts.item', how.lang, { no: index + 1, place, path: where, count }),
    )
  const more = all.length > shownNext ? [phrase('next-facts.more', how.lang, { count: all.length - shownNext })] : []
  return [head, '', ...[...items, ...more].flatMap((one) => fitted(one, '  ', how)), '']
}

function laterLines(report: Report, how: Terminal): string[] {
  if (report.later.length === 0) return []
  const said = todos(report, how.lang)
  const head = phrase('later', how.lang, { count: report.later.length })
  return [head, '', ...said.flatMap((one) => fitted(laterItem(one, how.lang), '  ', how)), '']
}

function laterItem(said: Sentence, lang: Lang): string {
  return phrase('later.item', lang, { stage: phrase(`stage.${said.stage}`, lang), text: said.fix })
}

function summary(report: Report, how: Terminal): string[] {
  const { file } = report.procedure
  const asOf = phrase('as-of', how.lang, {
    procedure: inLang(file.title, how.lang),
    version: file.version,
    stage: phrase(`stage.${report.stage}`, how.lang),
    today: report.asOf,
  })
  return [...fitted(asOf, '', how), countsLine(report.findings, how.lang)]
}

function fitted(text: string, indent: string, how: Terminal): string[] {
  const safe = text.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ')
  if (how.columns === undefined) return [indent + safe]
  const room = Math.max(20, how.columns - columnsOf(indent))
  return wrap(safe, room).map((line) => indent + line)
}

function paint(text: string, colour: number, how: Terminal): string {
  return how.colour ? `\u001b[1;${colour}m${text}\u001b[0m` : text
}
