import type { Procedure } from '../model/case.ts'
import type { Dossier } from '../model/dossier.ts'
import type { Place } from '../model/finding.ts'
import { isStated, type Text } from '../model/scalar.ts'
import { inLang, type Lang, phrase } from './phrase.ts'

export type Labelled = { readonly path: string; readonly label: Text }

/** What is known of the case when a place is named; each part may be absent. */
export type Known = {
  readonly procedure?: Pick<Procedure, 'fields' | 'rules' | 'file' | 'kinds'> | undefined
  /** Names of facts that no file of the procedure has (working days on the wall). */
  readonly labels?: readonly Labelled[] | undefined
  readonly dossier?: Dossier | undefined
  readonly lang: Lang
}

/**
 * 何处: what a person calls the place — 业绩“…”, 教育经历第 1 行 · 学校, 文件 evidence/a.pdf 第 3 页, 第 3 行第 5 列.
 * The empty text when the finding speaks of nothing in particular.
 */
export function placeName(at: Place, known: Known): string {
  const things = [labelIn(at, known) ?? factName(at, known), inFile(at, known.lang)].filter((part) => part !== '')
  return things.join(phrase('place.join', known.lang))
}

// ---

function labelIn(at: Place, { lang }: Known): string | undefined {
  return (lang === 'en' ? at.labelEn : undefined) ?? at.label
}

function inFile(at: Place, lang: Lang): string {
  const parts = [
    at.file === undefined ? '' : phrase('place.file', lang, { file: at.file }),
    at.page === undefined ? '' : phrase('place.page', lang, { page: at.page }),
    lineName(at, lang),
  ]
  return parts.filter((part) => part !== '').join(' ')
}

function lineName(at: Place, lang: Lang): string {
  if (at.line === undefined) return ''
  if (at.column === undefined) return phrase('place.row-only', lang, { line: at.line })
  return phrase('place.line', lang, { line: at.line, column: at.column })
}

/** `achievements[a7f3].date` → 业绩“…” · 时间, by the labels of `fields.yaml`. */
function factName(at: Place, known: Known): string {
  if (at.path === undefined || at.path === '') return at.id === undefined ? '' : idName(at.id, known)
  const member = /^([^[\]]+)\[([^[\]]*)\](?:\.(.+))?$/.exec(at.path)
  if (!member) return labelOf(at.path, known) ?? labelOf(`${at.path}[]`, known) ?? at.path
  const [, list = '', key = '', rest] = member
  if (known.procedure === undefined) return at.path
  const row = rowName(list, key, known)
  if (rest === undefined) return row
  const name = partName(list, key, rest, known) ?? labelOf(`${list}[].${rest}`, known) ?? rest
  return [row, name].join(phrase('place.join', known.lang))
}

function rowName(list: string, key: string, known: Known): string {
  if (list === 'achievements') return idName(key, known)
  const row = rowsOf(known.dossier, list).findIndex((item) => item.id === key)
  const name = labelOf(list, known) ?? labelOf(`${list}[]`, known)
  if (name === undefined) return `${list}[${key}]`
  if (row >= 0) return phrase('place.row', known.lang, { list: name, row: row + 1 })
  return /^\d+$/.test(key) ? phrase('place.row', known.lang, { list: name, row: Number(key) + 1 }) : `${name} ${key}`
}

function idName(id: string, known: Known): string {
  const item = byId(known.dossier, 'achievements').get(id)
  if (item) return phrase('place.achievement', known.lang, { title: item.title ?? id })
  return phrase('place.id', known.lang, { id })
}

type Row = { readonly id?: string; readonly title?: string | undefined; readonly type?: string }

function rowsOf(dossier: Dossier | undefined, list: string): readonly Row[] {
  const value = dossier && Object.hasOwn(dossier, list) ? dossier[list as keyof Dossier] : undefined
  return Array.isArray(value) && !isStated(value) ? (value as readonly Row[]) : []
}

/** Rows by id, of an id that stands twice the first: searched once a finding, long lists would take longest of all. */
const indexed = new WeakMap<object, ReadonlyMap<string, Row>>()

function byId(dossier: Dossier | undefined, list: string): ReadonlyMap<string, Row> {
  const rows = rowsOf(dossier, list)
  const before = indexed.get(rows)
  if (before) return before
  const made = new Map(rows.map((row): [string, Row] => [row.id ?? '', row]).reverse())
  indexed.set(rows, made)
  return made
}

/** `achievements[e5a2].evidence.pages` → 论文页 */
function partName(list: string, key: string, rest: string, known: Known): string | undefined {
  const part = list === 'achievements' ? /^evidence\.(.+)$/.exec(rest)?.[1] : undefined
  const type = byId(known.dossier, list).get(key)?.type
  const kind = known.procedure?.kinds.kinds.find((one) => one.id === type)
  const found = kind?.parts.find((one) => one.id === part)
  return found && inLang(found.name, known.lang)
}

function labelOf(path: string, known: Known): string | undefined {
  const field = [...(known.procedure?.fields ?? []), ...(known.labels ?? [])].find((row) => row.path === path)
  return field && inLang(field.label, known.lang)
}
