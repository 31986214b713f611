import type { Finding } from '../../model/finding.ts'
import { maskInText } from '../../model/mask.ts'
import type { FieldType } from '../../model/procedure.ts'
import { isStated, type Text } from '../../model/scalar.ts'
import { isDate, isWhole } from '../dates.ts'
import { type Facts, member, own, read, type Seen } from '../facts.ts'
import { found, joined, placeOf } from '../found.ts'
import { inLang } from '../labels.ts'
import { nearest } from '../nearest.ts'
import { occurrences } from '../walk.ts'
import { achievementsOfKinds } from './required.ts'

/** Texts over their length, and the fields of a kind of achievement: unknown keys, values of the wrong type. */
export function wrongShapes(facts: Facts): readonly Finding[] {
  return [...tooLong(facts), ...kindFields(facts), ...ownFacts(facts)]
}

// ---

function tooLong(facts: Facts): readonly Finding[] {
  return facts.of.procedure.fields.flatMap((field) => {
    const { max } = field
    if (max === undefined) return []
    return occurrences(facts, field.path).flatMap((seen) => {
      const length = typeof seen.value === 'string' ? [...seen.value].length : 0
      const args = { label: field.label, max, length }
      return length > max ? [found('check/too-long', 'error', placeOf(facts, seen), args)] : []
    })
  })
}

function kindFields(facts: Facts): readonly Finding[] {
  const common = new Set(facts.of.procedure.fields.map((field) => field.path))
  return achievementsOfKinds(facts).flatMap(({ item, kind }) =>
    Object.keys(item.value as object).flatMap((key) => {
      const field = kind.fields.find((row) => row.key === key)
      const seen = member(item, key)
      if (field) return wrongType(facts, seen, field.label, field.type)
      if (common.has(seen.pattern) || typeof own(item.value, key) !== 'string') return []
      const args = { key, kind: kind.name, fields: offered(key, kind.fields) }
      return [found('check/unknown-field', 'error', placeOf(facts, seen), args)]
    }),
  )
}

/** Facts that only this notice asks for (`own.…`): nobody but its fields.yaml knows their types. */
function ownFacts(facts: Facts): readonly Finding[] {
  const { fields, file } = facts.of.procedure
  const group = read(facts, 'own')
  return Object.keys(facts.of.dossier.own ?? {}).flatMap((key) => {
    const seen = member(group, key)
    const field = fields.find(({ path }) => path === seen.pattern)
    if (field) return wrongType(facts, seen, field.label, field.type)
    const known = fields.filter(({ path }) => path.startsWith('own.'))
    const all = known.map(({ path, label }) => ({ key: path.slice('own.'.length), label }))
    return [
      found('check/unknown-field', 'error', placeOf(facts, seen), { key, kind: file.title, fields: offered(key, all) }),
    ]
  })
}

/** The nearest spelling, or everything there is. */
function offered(key: string, fields: readonly { readonly key: string; readonly label: Text }[]): string | Text {
  const keys = fields.map((row) => row.key)
  const near = nearest(key, keys)
  if (near !== '') return near
  return joined(
    fields.map((row) => ({ zh: `${row.key}（${row.label.zh}）`, en: `${row.key} (${inLang(row.label, 'en')})` })),
  )
}

const tests: Partial<Record<FieldType, { readonly code: string; readonly fits: (value: string) => boolean }>> = {
  date: { code: 'check/not-a-date', fits: isDate },
  day: { code: 'check/not-a-day', fits: (value) => isDate(value) && isWhole(value) },
  whole: { code: 'check/not-a-whole-number', fits: (value) => /^-?\d{1,9}$/.test(value) },
  decimal: { code: 'check/not-a-number', fits: (value) => /^-?\d{1,12}(\.\d{1,6})?$/.test(value) },
  'yes-no': { code: 'check/not-yes-no', fits: (value) => ['是', '否', 'true', 'false'].includes(value) },
}

function wrongType(facts: Facts, seen: Seen, label: Text, type: FieldType): readonly Finding[] {
  const test = tests[type]
  const { value } = seen
  if (!test || typeof value !== 'string' || isStated(value) || test.fits(value)) return []
  return [found(test.code, 'error', placeOf(facts, seen), { label, value: maskInText(value) })]
}
