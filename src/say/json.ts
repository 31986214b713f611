import type { Finding, Refusal } from '../model/finding.ts'
import type { Known } from './place.ts'
import { concealAll, secretsOf } from './private.ts'
import { counts, nextFacts, type Report, sentences } from './report.ts'
import { sentence } from './say.ts'

/**
 * `juanzong/findings@1`: codes for programs and sentences in both languages for people. Two-space JSON with a final line
 * feed; keys in a fixed order.
 */
export function findingsJson(report: Report, tool: string): string {
  const { procedure, stage, asOf, findings, later } = report
  const { id, version } = procedure.file
  return print({
    format: 'juanzong/findings@1',
    tool,
    asOf,
    stage,
    procedure: { id, version, hash: procedure.hash },
    counts: counts(findings),
    findings: both(report, findings),
    next: nextFacts(report, 'zh').map(({ path, event, count, rules, place }, index) => ({
      path,
      event,
      count,
      rules,
      zh: place,
      en: nextFacts(report, 'en')[index]?.place,
    })),
    later: both(report, later),
  })
}

/** A refusal as JSON, with every problem found in the one run. */
export function refusalJson(refusal: Refusal, known: Omit<Known, 'lang'>): string {
  const said = (subject: Finding | Refusal) => ({
    code: subject.code,
    at: subject.at,
    args: subject.args,
    zh: spoken(subject, { ...known, lang: 'zh' }),
    en: spoken(subject, { ...known, lang: 'en' }),
  })
  return print({
    format: 'juanzong/refusal@1',
    exit: refusal.exit,
    ...said(refusal),
    findings: refusal.findings.map(said),
  })
}

export function print(data: unknown): string {
  return `${JSON.stringify(data, null, 2)}\n`
}

// ---

function spoken(subject: Finding | Refusal, known: Known) {
  const { place, what, fix } = sentence(subject, known)
  return { place, what, fix }
}

function both(report: Report, findings: readonly Finding[]) {
  const [zh, en] = [sentences(report, findings, 'zh'), sentences(report, findings, 'en')]
  const secrets = secretsOf(report.dossier, report.procedure)
  return findings.map((finding, index) => {
    const { code, rule, severity, stage, at, args, basis, verified, otherReading, hint, waiting, due } = finding
    const shown = { code, rule, severity, stage, at, args, basis, verified, otherReading, hint, waiting, due }
    return {
      ...concealAll(shown, secrets),
      zh: pick(zh[index]),
      en: pick(en[index]),
    }
  })
}

function pick(said: ReturnType<typeof sentence> | undefined) {
  if (!said) return undefined
  const { place, what, fix, basis, otherReading } = said
  return { place, what, fix, basis, otherReading }
}
