import type { Basis, Finding, Severity, Stage } from '../model/finding.ts'
import { Refusal } from '../model/finding.ts'
import type { Text } from '../model/scalar.ts'
import { filled, inLang, type Lang, phrase } from './phrase.ts'
import { type Known, placeName } from './place.ts'
import { words } from './words/index.ts'

/** One finding in people's words: 何处 · 何事 · 怎么办, with its basis. Every part is plain text. */
export type Sentence = {
  readonly code: string
  readonly severity: Severity
  readonly stage: Stage
  readonly place: string
  readonly what: string
  readonly fix: string
  readonly basis: string
  /** False: whoever shows it adds 依据原文未核实. */
  readonly verified: boolean
  readonly otherReading?: string | undefined
}

/**
 * The sentence of a finding or a refusal. A rule's words come from its procedure, all others from `words/`.
 * @throws when a code has no words: a defect of ours, which `test/architecture.test.ts` rules out.
 */
export function sentence(subject: Finding | Refusal, known: Known): Sentence {
  const { say, fix } = wordOf(subject, known)
  const { lang } = known
  const finding = subject instanceof Refusal ? asFinding(subject) : subject
  const args = lang === 'en' ? { ...finding.args, ...finding.argsEn } : finding.args
  return {
    code: finding.code,
    severity: finding.severity,
    stage: finding.stage,
    place: placeName(finding.at, known),
    what: filled(inLang(say, lang), args, lang),
    fix: filled(inLang(fix, lang), args, lang) + waitingFor(finding, known),
    basis: basisName(finding.basis, known),
    verified: finding.verified,
    ...(finding.otherReading && { otherReading: filled(inLang(finding.otherReading, lang), args, lang) }),
  }
}

/** 渝经信职改办〔2024〕20号 五（三）; a basis without a title is the notice itself. */
export function basisName(basis: Basis | 'plain-sanity', known: Known): string {
  if (basis === 'plain-sanity') return phrase('basis.sanity', known.lang)
  const title = basis.title || known.procedure?.file.notice.number || ''
  return [title, basis.article ?? ''].filter((part) => part !== '').join(' ')
}

// ---

function asFinding(refusal: Refusal): Finding {
  const { code, at, args } = refusal
  return { code, severity: 'error', stage: 'draft', at, args, basis: 'plain-sanity', verified: true }
}

/** Rules that a missing fact holds up, by their clauses. */
function waitingFor({ waiting = [] }: Finding, known: Known): string {
  if (waiting.length === 0) return ''
  const rules = known.procedure?.rules.rules ?? []
  const clauses = waiting.map((id) => rules.find((rule) => rule.id === id)?.basis.article ?? id)
  const all = [...new Set(clauses)].join(known.lang === 'en' ? ', ' : '、')
  return phrase('waiting', known.lang, { rules: all, count: waiting.length })
}

function wordOf(subject: Finding | Refusal, known: Known): { readonly say: Text; readonly fix: Text } {
  const rule =
    'rule' in subject ? known.procedure?.rules.rules.find((candidate) => candidate.id === subject.rule) : undefined
  if (rule && subject.code.startsWith('rule/')) return rule
  const word = Object.hasOwn(words, subject.code) ? words[subject.code] : undefined
  if (!word) throw new Error(`no words for the code ${subject.code}`)
  return word
}

export type { Lang }
