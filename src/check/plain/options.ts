import type { Basis, Finding } from '../../model/finding.ts'
import { maskInText } from '../../model/mask.ts'
import type { Field } from '../../model/procedure.ts'
import { isStated, type Text } from '../../model/scalar.ts'
import { type Facts, member, own, read, type Seen } from '../facts.ts'
import { found, placeOf } from '../found.ts'
import { optionsOf, textOf } from '../labels.ts'
import { nearest } from '../nearest.ts'
import { occurrences } from '../walk.ts'
import { achievementsOfKinds } from './required.ts'

/** Values outside the lists of the procedure, with the nearest that is in the list. */
export function unknownOptions(facts: Facts): readonly Finding[] {
  const fields = facts.of.procedure.fields.flatMap((field) => {
    const options = optionsOf(facts.of.procedure, field)
    const basis = basisOf(facts, field.from)
    return occurrences(facts, field.path).flatMap((seen) => outside(facts, seen, field.label, options, basis))
  })
  const ofKinds = achievementsOfKinds(facts).flatMap(({ item, kind }) =>
    kind.fields.flatMap((field) => outside(facts, member(item, field.key), field.label, field.options ?? {})),
  )
  return [...fields, ...ofKinds, ...documentTypes(facts), ...platformItems(facts), ...fieldOfOtherGroup(facts)]
}

// ---

type Options = Readonly<Record<string, Text>>

/** 五（四） names the specialties; other lists are the procedure's own. */
function basisOf(facts: Facts, from: Field['from']): Basis | undefined {
  if (from !== 'specialties' && from !== 'specialtyFields') return undefined
  return facts.of.procedure.file.specialties[0]?.basis
}

function outside(facts: Facts, seen: Seen, label: Text, options: Options, basis?: Basis): readonly Finding[] {
  const { value } = seen
  if (typeof value !== 'string' || isStated(value) || Object.keys(options).length === 0) return []
  if (Object.hasOwn(options, value)) return []
  const offered = listed(value, seen.path === specialtyField ? fieldsOfGroup(facts, options) : options)
  const args = { label, value: maskInText(value), options: offered }
  return [found('check/unknown-option', 'error', placeOf(facts, seen), args, basis ? { basis } : {})]
}

/** The nearest first, by id or by label, then the list in its own order, at most twelve. */
function listed(value: string, options: Options): Text {
  const ids = Object.keys(options)
  const names = ids.map((id) => options[id]?.zh ?? '')
  const [byId, byName] = [nearest(value, ids), nearest(value, names)]
  const best = byId !== '' ? byId : ids[names.indexOf(byName)]
  const ordered = best === undefined ? ids : [best, ...ids.filter((id) => id !== best)]
  const shown = ordered.slice(0, 12)
  const rest = ordered.length > shown.length
  return {
    zh: shown.map((id) => withLabel(id, options[id]?.zh)).join('、') + (rest ? '……' : ''),
    en: shown.map((id) => withLabelEn(id, options[id]?.en)).join(', ') + (rest ? ' …' : ''),
  }
}

function withLabel(id: string, label: string | undefined): string {
  return label === undefined || label === id ? id : `${id}（${label}）`
}

/** An id may be Chinese: it is written as it stands, so in quotes. */
function withLabelEn(id: string, label: string | undefined): string {
  return label === undefined || label === id ? `“${id}”` : `“${id}” (${label})`
}

const specialtyField = 'declaration.specialty.field'

/** What a chosen group offers; everything while no known group is chosen. */
function fieldsOfGroup(facts: Facts, all: Options): Options {
  const { specialties } = facts.of.procedure.file
  const group = specialties.find((row) => row.id === read(facts, 'declaration.specialty.group').value)
  return group ? Object.fromEntries(group.fields.map((field) => [field.id, field.name])) : all
}

/** Kinds of identity document are rows of templates/shared/documents.yaml. */
function documentTypes(facts: Facts): readonly Finding[] {
  const options = Object.fromEntries(facts.of.procedure.documents.documents.map((row) => [row.id, row.name]))
  const label = textOf(facts.of.procedure, 'person.document.type')
  return ['person.document.type', 'person.otherDocuments[].type'].flatMap((path) =>
    occurrences(facts, path).flatMap((seen) => outside(facts, seen, label, options)),
  )
}

function platformItems(facts: Facts): readonly Finding[] {
  const seen = read(facts, 'platformChecks')
  const options = Object.fromEntries(facts.of.procedure.file.platformChecks.map((row) => [row.id, row.name]))
  const keys = Object.keys((seen.value as object | undefined) ?? {})
  return keys.flatMap((key) =>
    outside(facts, { ...member(seen, key), value: key }, textOf(facts.of.procedure, 'platformChecks'), options),
  )
}

/** 五（四）: a field stands under one group. */
function fieldOfOtherGroup(facts: Facts): readonly Finding[] {
  const seen = read(facts, specialtyField)
  const group = own(read(facts, 'declaration.specialty').value, 'group')
  const { specialties } = facts.of.procedure.file
  const chosen = specialties.find((row) => row.id === group)
  const home = specialties.find((row) => row.fields.some((field) => field.id === seen.value))
  if (!chosen || !home || chosen === home) return []
  const field = home.fields.find((row) => row.id === seen.value)
  const args = { field: field?.name ?? '', group: chosen.name, home: home.name }
  return [found('check/field-of-other-group', 'error', placeOf(facts, seen), args, { basis: home.basis })]
}
