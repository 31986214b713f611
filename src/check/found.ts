import type { Args, Basis, Finding, Place, Severity, Stage } from '../model/finding.ts'
import { maskInText } from '../model/mask.ts'
import type { Text } from '../model/scalar.ts'
import { said } from './args.ts'
import { type Facts, idOf, own, type Seen } from './facts.ts'
import { inLang, type Lang, textOf } from './labels.ts'

/** A finding of the check itself, on plain sense unless a basis is given. */
export function found(
  code: string,
  severity: Severity,
  at: Place,
  args: Worded = {},
  more: { readonly stage?: Stage; readonly basis?: Basis; readonly rule?: string } = {},
): Finding {
  const { stage = 'draft', basis = 'plain-sanity', rule } = more
  const verified = basis === 'plain-sanity' || basis.verified
  const both = said(inOne(args, 'zh'), inOne(args, 'en'))
  return { code, severity, stage, at, ...both, basis, verified, ...(rule !== undefined && { rule }) }
}

/** Arguments as a check gives them: labels of the procedure as texts in both languages. */
export type Worded = Readonly<Record<string, string | number | Text>>

/** Texts of the procedure as one list: 、 in Chinese, a comma in English. */
export function joined(texts: readonly Text[]): Text {
  return {
    zh: texts.map((text) => text.zh).join('、'),
    en: texts.map((text) => inLang(text, 'en')).join(', '),
  }
}

/**
 * The place of a fact. `say` names it by the labels of fields.yaml; a field that only one kind of achievement has stands in
 * evidence.yaml, so its place carries a label.
 */
export function placeOf(facts: Facts, seen: Seen): Place {
  const id = /\[([^\]]*)\]/.exec(seen.path)?.[1]
  const base = { path: seen.path, ...(id !== undefined && { id }) }
  if (!seen.pattern.startsWith('achievements[].')) return base
  if (commonPaths(facts).has(seen.pattern)) return base
  const { title, type } = known(facts, id ?? '')
  const label = labelOfKind(facts, type, seen.pattern)
  const [zh, en] = [inLang(label, 'zh'), inLang(label, 'en')]
  return { ...base, label: `业绩“${title}”·${zh}`, labelEn: `achievement “${title}” · ${en}` }
}

// ---

function inOne(args: Worded, lang: Lang): Args {
  const entries = Object.entries(args)
  return Object.fromEntries(
    entries.map(([key, value]) => [key, typeof value === 'object' ? inLang(value, lang) : value]),
  )
}

type Row = { readonly title: string; readonly type: unknown }

/** Title and kind of an achievement; of an id that stands twice the first. */
function known(facts: Facts, id: string): Row {
  const list = own(facts.root, 'achievements')
  const row = Array.isArray(list) ? rowsOf(list).get(id) : undefined
  return row ?? { title: maskInText(id), type: undefined }
}

/** One field of one kind; a key that no kind has names itself. */
function labelOfKind({ of: { procedure } }: Facts, type: unknown, pattern: string): Text {
  const key = pattern.slice('achievements[].'.length)
  const kind = procedure.kinds.kinds.find((row) => row.id === type)
  const label = kind?.fields.find((field) => field.key === key)?.label ?? textOf(procedure, pattern)
  return label.zh === pattern ? { zh: key } : label
}

/** Looked up once a finding: ten thousand achievements with one each would be searched ten thousand times. */
const rows = new WeakMap<object, ReadonlyMap<string, Row>>()
const common = new WeakMap<object, ReadonlySet<string>>()

function rowsOf(list: readonly unknown[]): ReadonlyMap<string, Row> {
  const before = rows.get(list)
  if (before) return before
  const pairs = list.map((item): [string, Row] => {
    const [id = '', title] = [idOf(item), own(item, 'title')]
    return [id, { title: maskInText(typeof title === 'string' ? title : id), type: own(item, 'type') }]
  })
  const made = new Map(pairs.reverse())
  rows.set(list, made)
  return made
}

function commonPaths({ of: { procedure } }: Facts): ReadonlySet<string> {
  const known = common.get(procedure.fields)
  if (known) return known
  const made = new Set(procedure.fields.map((field) => field.path))
  common.set(procedure.fields, made)
  return made
}
