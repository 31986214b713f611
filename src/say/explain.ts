import type { ExplainedCode, ExplainedRule, FactShown, Judged, Node, Term } from '../model/explain.ts'
import type { Finding } from '../model/finding.ts'
import { filled, inLang, type Lang, phrase } from './phrase.ts'
import { type Known, placeName } from './place.ts'
import { conceal, secretsOf } from './private.ts'
import { basisName, sentence } from './say.ts'
import { conditionNames, explainFrame } from './words/explain.ts'
import type { FrameKey } from './words/frame.ts'
import { words } from './words/index.ts'

/** Line of a fact in dossier.yaml. */
export type LineOf = (path: string) => number

/**
 * Why the check says what it says, as lines for a terminal: rule, answer and path to it as an indented tree, facts with their
 * places, clause. No sensitive value in them.
 */
export function explained(explanation: ExplainedRule | ExplainedCode, known: Known, lineOf: LineOf): string[] {
  const secrets = secretsOf(known.dossier, known.procedure)
  const lines = explanation.kind === 'rule' ? ofRule(explanation, known, lineOf) : ofCode(explanation, known, lineOf)
  return lines.map((line) => conceal(line, secrets))
}

/** A text of the frame of `juanzong explain`. */
export function explainPhrase(key: keyof typeof explainFrame, lang: Lang, args: Finding['args'] = {}): string {
  return filled(explainFrame[key][lang], args, lang)
}

// ---

function ofRule({ rule, silent, places, labels }: ExplainedRule, known: Known, lineOf: LineOf): string[] {
  const { lang } = known
  const isCapped = !rule.basis.verified && rule.severity === 'error' && rule.arithmetic === undefined
  const about = explainPhrase('about', lang, {
    severity: phrase(`severity.${rule.severity}` as FrameKey, lang),
    stage: phrase(`stage.${rule.stage}` as FrameKey, lang),
  })
  const asked = places.filter((one) => one.answer === 'no' || one.answer === 'unknown')
  const shown = asked.length > 0 ? asked : places.slice(0, 1)
  return [
    explainPhrase('rule', lang, { code: rule.id }),
    about + (isCapped ? explainPhrase('capped', lang) : ''),
    basisLine(rule.basis, known),
    explainPhrase('say', lang, { text: labelled(inLang(rule.say, lang), labels, lang) }),
    explainPhrase('fix', lang, { text: labelled(inLang(rule.fix, lang), labels, lang) }),
    ...(silent ? [explainPhrase(silent.why, lang, { stage: phrase(`stage.${silent.stage}` as FrameKey, lang) })] : []),
    ...(places.length === 0 ? [explainPhrase('none', lang)] : []),
    ...shown.flatMap((one) => ['', ...ofPlace(one, known, lineOf)]),
    ...others(places, shown, lang),
  ]
}

/** The sentence of a rule with the names of facts in place of the facts. */
function labelled(text: string, labels: ExplainedRule['labels'], lang: Lang): string {
  return text.replace(/\{([^{}\s]+)\}/g, (_, path: string) => {
    const label = Object.hasOwn(labels, path) ? labels[path] : undefined
    return `〔${label ? inLang(label, lang) : path}〕`
  })
}

function others(places: readonly Judged[], shown: readonly Judged[], lang: Lang): string[] {
  const rest = places.filter((one) => !shown.includes(one))
  return (['yes', 'not-applicable'] as const).flatMap((answer) => {
    const count = rest.filter((one) => one.answer === answer).length
    return count === 0
      ? []
      : ['', explainPhrase('others', lang, { count, verdict: explainPhrase(`verdict.${answer}`, lang) })]
  })
}

function ofPlace({ place, answer, when, need, facts, finding }: Judged, known: Known, lineOf: LineOf): string[] {
  const { lang } = known
  const name = place === undefined ? explainPhrase('whole', lang) : placeName({ path: place }, known)
  const said = finding && sentence(finding, known)
  return [
    explainPhrase('place', lang, { place: name, verdict: explainPhrase(`verdict.${answer}`, lang) }),
    ...(said ? [`  ${said.what}`, `  ${explainPhrase('fix', lang, { text: said.fix })}`] : []),
    ...(when ? [`  ${explainPhrase('when', lang)}`, ...tree(when, 2, known)] : []),
    `  ${explainPhrase('need', lang)}`,
    ...tree(need, 2, known),
    ...(facts.length > 0 ? [`  ${explainPhrase('facts', lang)}`] : []),
    ...facts.map((fact) => `    ${factLine(fact, known, lineOf)}`),
  ]
}

function tree(node: Node, depth: number, known: Known): string[] {
  const { lang } = known
  const all = node.terms.map((term) => termText(term, node.word, known)).join(explainPhrase('join', lang))
  const name = conditionNames[node.word]
  const args = {
    answer: explainPhrase(`answer.${node.answer}`, lang),
    word: name ? name[lang] : node.word,
    terms: all === '' ? '' : explainPhrase('terms', lang, { terms: all }),
  }
  const line = explainFrame.node[lang].replace(/\{(answer|word|terms)\}/g, (_, key: keyof typeof args) => args[key])
  return ['  '.repeat(depth) + line, ...node.children.flatMap((child) => tree(child, depth + 1, known))]
}

function termText(term: Term, word: string, known: Known): string {
  const { lang } = known
  if (term.kind === 'value') {
    const text = term.label ? `“${inLang(term.label, lang)}”` : valueName(term.text, word, known)
    return term.name === undefined ? text : explainPhrase('argument', lang, { name: term.name, text })
  }
  const { path, label, value } = term.fact
  if (word === 'item') return placeName({ path }, known)
  return explainPhrase('term', lang, {
    label: inLang(label, lang),
    value: value ? inLang(value, lang) : explainPhrase('absent', lang),
  })
}

/** Evidence is written by id: `supporting.title-certificate` is 任职资格证书. */
function valueName(text: string, word: string, { procedure, lang }: Known): string {
  if (word !== 'evidence') return text
  const kind = procedure?.kinds.supporting.find((row) => row.id === text.split('.')[1])
  return kind ? inLang(kind.name, lang) : text
}

function factLine(fact: FactShown, known: Known, lineOf: LineOf): string {
  const { lang } = known
  return explainPhrase('fact', lang, {
    label: inLang(fact.label, lang),
    path: fact.path,
    value: fact.value ? inLang(fact.value, lang) : explainPhrase('absent', lang),
    where: whereOf(fact, lang, lineOf),
  })
}

function whereOf({ path, value, from, needs }: FactShown, lang: Lang, lineOf: LineOf): string {
  if (from === 'unit') return explainPhrase('unit', lang)
  if (from === 'dossier') return explainPhrase(value ? 'line' : 'line-near', lang, { line: lineOf(path) })
  if (needs.length === 0) return explainPhrase('given', lang)
  return explainPhrase('derived', lang, { needs: needs.join(lang === 'zh' ? '、' : ', ') })
}

function ofCode({ code, basis, findings }: ExplainedCode, known: Known, lineOf: LineOf): string[] {
  const { lang } = known
  const word = Object.hasOwn(words, code) ? words[code] : undefined
  return [
    explainPhrase('code', lang, { code }),
    ...(basis ? [basisLine(basis, known)] : []),
    ...(word
      ? [explainPhrase('say', lang, { text: word.say[lang] }), explainPhrase('fix', lang, { text: word.fix[lang] })]
      : []),
    ...(findings.length === 0 ? ['', explainPhrase('nothing', lang)] : []),
    ...findings.flatMap(({ finding, facts }) => {
      const said = sentence(finding, known)
      const place = said.place || phrase('place.whole', lang)
      return [
        '',
        explainPhrase('found', lang, { place, text: said.what }),
        `  ${explainPhrase('fix', lang, { text: said.fix })}`,
        ...facts.map((fact) => `  ${factLine(fact, known, lineOf)}`),
      ]
    }),
  ]
}

function basisLine(basis: Finding['basis'], known: Known): string {
  const mark = basis === 'plain-sanity' || basis.verified ? '' : phrase('unverified.mark', known.lang)
  return phrase('basis', known.lang, { basis: basisName(basis, known) }) + mark
}
