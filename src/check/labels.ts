import type { Procedure } from '../model/case.ts'
import type { Field, FieldType, Kind } from '../model/procedure.ts'
import type { Text } from '../model/scalar.ts'
import { derivedOf } from './derived.ts'
import { patternOf } from './facts.ts'

/** What the procedure knows of a path, wherever it is declared: fields.yaml, a derived root, or a kind of achievement. */
export type Declared = {
  readonly label: Text
  readonly type: FieldType
  readonly sensitive: boolean
  readonly options: Readonly<Record<string, Text>>
}

/** @param path concrete or as a pattern; undefined = declared nowhere. */
export function declared(procedure: Procedure, path: string): Declared | undefined {
  const pattern = patternOf(path)
  const known = cache.get(procedure) ?? new Map<string, Declared | undefined>()
  cache.set(procedure, known)
  if (!known.has(pattern)) known.set(pattern, lookUp(procedure, pattern))
  return known.get(pattern)
}

/** Languages of labels; English falls back to Chinese. */
export type Lang = 'zh' | 'en'

export function inLang(text: Text, lang: Lang): string {
  return (lang === 'en' ? text.en : undefined) ?? text.zh
}

/** The label of a path; the path itself where nothing declares it. */
export function labelOf(procedure: Procedure, path: string, lang: Lang = 'zh'): string {
  return inLang(textOf(procedure, path), lang)
}

/** The label of a path in both languages; the path itself where nothing declares it. */
export function textOf(procedure: Procedure, path: string): Text {
  const pattern = patternOf(path)
  return (declared(procedure, pattern) ?? declared(procedure, `${pattern}[]`))?.label ?? { zh: path }
}

/** id → label: the field's own options, or a list of the procedure (`from`). */
export function optionsOf(
  procedure: Procedure,
  field: Pick<Field, 'options' | 'from'>,
): Readonly<Record<string, Text>> {
  if (field.options) return field.options
  return field.from ? namesOf(lists(procedure)[field.from]) : {}
}

export function kindFields(procedure: Procedure): readonly Kind['fields'][number][] {
  return procedure.kinds.kinds.flatMap((kind) => kind.fields)
}

/** A date that is given, but not to the day where the day decides. */
export function preciseLabel(procedure: Procedure, path: string, lang: Lang = 'zh'): string {
  return `${labelOf(procedure, path, lang)}${lang === 'en' ? ' (to the day)' : '（须具体到日）'}`
}

/** What is missing when a year's working days are not in the data. */
export function holidaysLabel(year: string, lang: Lang = 'zh'): string {
  return lang === 'en' ? `holidays of ${year}` : `${year}年度节假日安排`
}

// ---

/** Asked for every value that a finding quotes. */
const cache = new WeakMap<Procedure, Map<string, Declared | undefined>>()

function lookUp(procedure: Procedure, pattern: string): Declared | undefined {
  const field = procedure.fields.find((row) => row.path === pattern)
  if (field) return { ...field, sensitive: field.sensitive ?? false, options: optionsOf(procedure, field) }
  const derived = derivedOf(procedure).find((row) => row.path === pattern)
  if (derived) return { ...derived, sensitive: false, options: derivedOptions(procedure, derived.path) }
  const own = kindFields(procedure).find((row) => `achievements[].${row.key}` === pattern)
  if (own) return { ...own, sensitive: false, options: own.options ?? {} }
  return undefined
}

type Named = { readonly id: string; readonly name: Text }

function lists(procedure: Procedure): Readonly<Record<NonNullable<Field['from']>, readonly Named[]>> {
  const { levels, channels, specialties, categories, employerKinds, groups } = procedure.file
  const specialtyFields = specialties.flatMap((group) => group.fields)
  return {
    levels,
    channels,
    specialties,
    specialtyFields,
    categories,
    employerKinds,
    groups,
    kinds: procedure.kinds.kinds,
  }
}

function namesOf(list: readonly Named[]): Readonly<Record<string, Text>> {
  return Object.fromEntries(list.map((row) => [row.id, row.name]))
}

function byName(list: readonly Named[]): Readonly<Record<string, Text>> {
  return Object.fromEntries(list.map(({ name }) => [name.zh, name]))
}

/** Ids among derived facts that have names in the procedure. */
function derivedOptions(procedure: Procedure, path: string): Readonly<Record<string, Text>> {
  if (path === 'route.bodies[]') return namesOf(procedure.file.bodies)
  if (path === 'route.papers[]') return namesOf(procedure.kinds.supporting)
  if (path === 'seals.openNames[]' || path === 'signatures.openNames[]') return namesOf(procedure.slots.slots)
  // Held against what people write, so their values are the Chinese names.
  if (path === 'route.name') return byName(procedure.file.routes)
  if (path === 'level.name') return byName(procedure.file.levels)
  return path === 'level.below' ? namesOf(procedure.file.levels) : {}
}
