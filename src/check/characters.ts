import type { Finding } from '../model/finding.ts'
import { mask, maskInText } from '../model/mask.ts'

import { blockOf, isYi, shapedScript, yi } from './blocks.ts'
import { type Facts, idOf, own, type Seen } from './facts.ts'
import { found, joined, placeOf, type Worded } from './found.ts'
import { declared } from './labels.ts'
import { formerPrivateUse, isPrivateUse } from './private-use.ts'

/** What must be known of the fonts; handed in by whoever has them. */
export type Glyphs = {
  /** True when every font role that the forms use has the character. */
  readonly has: (codePoint: number) => boolean
  /** Files of the program and of unit.yaml that have it, whatever they serve for. */
  readonly holders: (codePoint: number) => readonly string[]
}

/**
 * 生僻字: every character of every fact, tried before anything is drawn. Each character is named once, at the first fact that
 * has it, with its code point and its own remedy: a font, the code point of today, or the Han name on the document.
 * An error where it could not be printed right, else what a person has to look at.
 */
export function characterFindings(facts: Facts, glyphs: Glyphs): readonly Finding[] {
  const seen = new Set<string>()
  return texts(facts).flatMap((fact) => {
    const odd = trouble(fact.value, glyphs).filter(({ key }) => !seen.has(key) && seen.add(key))
    return odd.map(({ code, severity, args }) => found(code, severity, placeOf(facts, fact), shown(facts, fact, args)))
  })
}

/** True when a finding of {@link characterFindings} speaks of the character, by itself or with its whole script. */
export function namesCharacter(findings: readonly Finding[], char: string): boolean {
  const own = findings.filter(({ code }) => code.startsWith('characters/'))
  const script = shapedScript(char) ?? (isYi(char) ? yi : undefined)
  return own.some(({ args }) => args.char === char || (script !== undefined && args.script === script.zh))
}

// ---

type Said = Seen & { readonly value: string }
type Odd = {
  /** What is said once: the character, or the whole script. */
  readonly key: string
  readonly code: string
  readonly severity: 'error' | 'person' | 'note'
  readonly args: Worded
}

/** Names of files, not of people or things: the survey looks at them. */
const paths = /^(evidence|supporting|photo|format|id|procedure)$/

/** Texts of the dossier and of the unit, sorted by path. */
function texts(facts: Facts): readonly Said[] {
  const unit = own(facts.root, 'unit')
  const roots = [...Object.keys(facts.of.dossier), ...(unit === undefined ? [] : ['unit'])]
  return roots.sort().flatMap((key) => below({ path: key, pattern: key, value: own(facts.root, key) }, key))
}

function below(seen: Seen, key: string): readonly Said[] {
  const { path, pattern, value } = seen
  if (paths.test(key) || pattern === 'unit.fonts') return []
  if (typeof value === 'string') return [{ path, pattern, value }]
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) =>
      below({ path: `${path}[${idOf(item) ?? index}]`, pattern: `${pattern}[]`, value: item }, ''),
    )
  }
  if (typeof value !== 'object' || value === null) return []
  const keys = Object.keys(value).sort()
  return keys.flatMap((name) =>
    below({ path: `${path}.${name}`, pattern: `${pattern}.${name}`, value: own(value, name) }, name),
  )
}

/** The text around stays out where the whole fact is sensitive. */
function shown({ of: { procedure } }: Facts, { value, pattern }: Said, args: Worded): Worded {
  const { char } = args
  if (typeof char !== 'string') return args
  const near = declared(procedure, pattern)?.sensitive ? mask(value) : maskInText(around(value, char))
  return { ...args, near }
}

function around(text: string, char: string): string {
  const characters = [...text.replace(/\s+/g, ' ')]
  const at = Math.max(0, characters.indexOf([...char][0] ?? ''))
  return characters.slice(Math.max(0, at - 8), at + 9).join('')
}

/** Everything odd about one text, in the order of its characters. */
function trouble(text: string, glyphs: Glyphs): readonly Odd[] {
  const characters = [...text]
  return characters.flatMap((char, index) => judged(char, characters[index - 1] ?? '', glyphs))
}

type Judge = (char: string, before: string, glyphs: Glyphs) => Odd | undefined

/** The first that answers has the word. */
const judges: readonly Judge[] = [lost, unseen, privateUse, variation, needsShaping, combining, otherForm, withoutFont]

function judged(char: string, before: string, glyphs: Glyphs): readonly Odd[] {
  if (/[\n\r\t]/.test(char)) return []
  for (const judge of judges) {
    const odd = judge(char, before, glyphs)
    if (odd) return [odd]
  }
  return []
}

/** U+FFFD is what is left when a program could not read a character. */
function lost(char: string): Odd | undefined {
  return char === '\ufffd' ? odd('characters/lost', 'error', char) : undefined
}

/** Marks of direction, joiners, blanks without width: they change how a name compares and how it is drawn. */
function unseen(char: string): Odd | undefined {
  return /[\p{Cf}\p{Zl}\p{Zp}\u115f\u1160\u3164]|\u034f/u.test(char) && char !== '\u180e'
    ? odd('characters/invisible', 'error', char)
    : undefined
}

function privateUse(char: string, _: string, glyphs: Glyphs): Odd | undefined {
  if (!isPrivateUse(char)) return undefined
  const severity = has(char, glyphs) ? 'person' : 'error'
  const now = formerPrivateUse(point(char))
  if (now === undefined) return odd('characters/private-use', severity, char)
  return odd('characters/private-use-known', severity, char, { now, nowCode: codeOf(now) })
}

/** A variation selector (IVS) asks for one of several forms of the character before it. */
function variation(char: string, before: string): Odd | undefined {
  if (!/[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u.test(char)) return undefined
  return {
    ...odd('characters/variation', 'error', char, { base: before, baseCode: codeOf(before) }),
    key: before + char,
  }
}

function needsShaping(char: string, before: string, glyphs: Glyphs): Odd | undefined {
  const mark = /\p{Script=Inherited}/u.test(char) ? shapedScript(before) : undefined
  const script = shapedScript(char) ?? mark ?? (isYi(char) && !has(char, glyphs) ? yi : undefined)
  return script && { ...odd('characters/needs-shaping', 'error', char, { script }), key: script.zh }
}

/** A mark that stands over or under the letter before it: one code point for both prints best. */
function combining(char: string, before: string, glyphs: Glyphs): Odd | undefined {
  if (!/\p{M}/u.test(char)) return undefined
  const whole = (before + char).normalize('NFC')
  const key = before + char
  if ([...whole].length === 1 && has(whole, glyphs)) {
    const severity = has(char, glyphs) ? 'note' : 'error'
    return {
      ...odd('characters/combining-composed', severity, char, { base: before, now: whole, nowCode: codeOf(whole) }),
      key,
    }
  }
  return { ...odd('characters/combining', has(char, glyphs) ? 'person' : 'error', char, { base: before }), key }
}

/** 兼容汉字 and 部首: they look like a character of every day, and compare as another. */
function otherForm(char: string, _: string, glyphs: Glyphs): Odd | undefined {
  if (!/[\u2e80-\u2fdf\uf900-\ufaff\u{2f800}-\u{2fa1f}]/u.test(char)) return undefined
  const now = char.normalize('NFKC')
  if (now === char || [...now].length !== 1) return undefined
  return odd('characters/other-form', has(char, glyphs) ? 'person' : 'error', char, { now, nowCode: codeOf(now) })
}

function withoutFont(char: string, _: string, glyphs: Glyphs): Odd | undefined {
  if (has(char, glyphs)) return undefined
  const holders = glyphs.holders(point(char))
  if (holders.length) return odd('characters/other-role', 'error', char, { files: holders.join('、') })
  const block = blockOf(point(char))
  if (!block) return odd('characters/no-font', 'error', char)
  return odd('characters/rare', 'error', char, { block: block.name, fonts: joined(block.fonts) })
}

function odd(code: string, severity: Odd['severity'], char: string, more: Worded = {}): Odd {
  return { key: char, code, severity, args: { char, code: codeOf(char), ...more } }
}

function has(char: string, glyphs: Glyphs): boolean {
  return glyphs.has(point(char))
}

function point(char: string): number {
  return char.codePointAt(0) ?? 0
}

function codeOf(char: string): string {
  return char === '' ? '' : `U+${point(char).toString(16).toUpperCase().padStart(4, '0')}`
}
