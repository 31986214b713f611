import type { Case } from '../model/case.ts'
import { type Dossier, dossierSchema } from '../model/dossier.ts'
import { exits, type Finding, Refusal } from '../model/finding.ts'
import { maskInText } from '../model/mask.ts'
import { type Issue, parse } from '../model/parse.ts'
import { type Unit, unitSchema } from '../model/unit.ts'
import { idOf, own, patternOf } from './facts.ts'
import { kindFields } from './labels.ts'
import { nearest } from './nearest.ts'

/** One fact written anew, as dossier.yaml (or unit.yaml, `unit.…`) would have it; `undefined` takes it away. */
export type Setting = { readonly path: string; readonly value: unknown }

export type Stated = Pick<Case, 'dossier' | 'unit' | 'procedure'>
export type Changed =
  | { readonly ok: true; readonly dossier: Dossier; readonly unit: Unit | undefined }
  | { readonly ok: false; readonly refusal: Refusal }

/**
 * The facts with some of them changed: what reading the edited files would give, because the changed tree goes through the
 * same schema. A refusal names the nearest path, or what is wrong with the value.
 * @param settings paths as findings write them: `grounds.obtained`, `achievements[a7f3].date`, `education[#1].to`
 */
export function withFacts(stated: Stated, settings: readonly Setting[]): Changed {
  const trees = { dossier: plain(stated.dossier), unit: plain(stated.unit) }
  for (const { path, value } of settings) {
    const strange = unknownPath(stated.procedure, path)
    if (strange) return { ok: false, refusal: strange }
    const inUnit = path.startsWith('unit.')
    const steps = stepsOf(inUnit ? path.slice('unit.'.length) : path)
    const key = inUnit ? 'unit' : 'dossier'
    const next = put(trees[key], steps, value)
    if (next === lost) return { ok: false, refusal: noItem(path, trees[key]) }
    trees[key] = next
  }
  const dossier = parse(dossierSchema, trees.dossier)
  const unit = trees.unit === undefined ? undefined : parse(unitSchema, trees.unit)
  if (!dossier.ok) return { ok: false, refusal: badValue(settings, dossier.issues) }
  if (unit?.ok === false) return { ok: false, refusal: badValue(settings, unit.issues) }
  return { ok: true, dossier: dossier.value, unit: unit?.value }
}

/** A typed tree as a file has it: every scalar text. */
export function plain(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return Object.fromEntries(entries.map(([key, inner]) => [key, plain(inner)]))
}

// ---

/** `[a7f3]` by id, `[#1]` and `[0]` by place. */
type Step = string | { readonly item: string }

function stepsOf(path: string): Step[] {
  return [...path.matchAll(/\[([^\]]*)\]|([^.[\]]+)/g)].map(([, item, key]) =>
    item === undefined ? (key ?? '') : { item },
  )
}

const lost = Symbol('no such item')

function put(tree: unknown, [step, ...rest]: readonly Step[], value: unknown): unknown {
  if (step === undefined) return value
  if (typeof step !== 'string') {
    const list = Array.isArray(tree) ? tree : []
    const index = indexOf(list, step.item)
    if (index < 0) return lost
    const inner = put(list[index], rest, value)
    return inner === lost
      ? lost
      : list.map((one, at) => (at === index ? inner : one)).filter((one) => one !== undefined)
  }
  const base = typeof tree === 'object' && tree !== null && !Array.isArray(tree) ? tree : {}
  const inner = put(own(base, step), rest, value)
  if (inner === lost) return lost
  const others = Object.entries(base).filter(([key]) => key !== step)
  // In its old place, so that nothing else moves.
  if (inner === undefined) return Object.fromEntries(others)
  return { ...base, [step]: inner }
}

function indexOf(list: readonly unknown[], item: string): number {
  const byId = list.findIndex((one) => idOf(one) === item)
  if (byId >= 0) return byId
  const place = /^#?(\d+)$/.exec(item)
  if (!place) return -1
  const index = Number(place[1]) - (item.startsWith('#') ? 1 : 0)
  return index >= 0 && index < list.length ? index : -1
}

function unknownPath(procedure: Case['procedure'], path: string): Refusal | undefined {
  const pattern = patternOf(path)
  const known = [
    ...procedure.fields.map((field) => field.path),
    ...kindFields(procedure).map((field) => `achievements[].${field.key}`),
  ]
  const bases = known.map((one) => one.replace(/\[\]$/, ''))
  const isKnown = bases.includes(pattern.replace(/\[\]$/, ''))
  const isGroup = bases.some((one) => one.startsWith(`${pattern}.`) || one.startsWith(`${pattern}[`))
  // A mapping whose keys are not in fields.yaml: parts of evidence, papers, the platform's items.
  const isOpen = (path: string) => bases.every((one) => !one.startsWith(`${path}.`))
  const isMember = bases.some((one) => pattern.startsWith(`${one}.`) && isOpen(one))
  if (isKnown || isGroup || isMember) return undefined
  const args = { path, nearest: nearest(pattern, known) || '—' }
  return new Refusal('set/unknown-path', exits.usage, args, { path })
}

function noItem(path: string, tree: unknown): Refusal {
  const list = /^([^[]*)\[/.exec(path)?.[1] ?? ''
  const value = list.split('.').reduce(own, tree)
  const ids = Array.isArray(value) ? value.flatMap((one: unknown) => idOf(one) ?? []) : []
  return new Refusal('set/no-item', exits.usage, { path, list, ids: ids.join('、') || '—' }, { path })
}

/** What the schema says of the value, as one finding each, at the path that was set. */
function badValue(settings: readonly Setting[], issues: readonly Issue[]): Refusal {
  const path = settings.map((one) => one.path).join('、')
  const value = settings.map((one) => shown(one.value)).join('、')
  const findings = issues.map(
    ({ code, args }): Finding => ({
      code,
      severity: 'error',
      stage: 'draft',
      at: { path },
      args: { ...args, value },
      basis: 'plain-sanity',
      verified: true,
    }),
  )
  return new Refusal('set/bad-value', exits.usage, { path, value }, { path }, findings)
}

function shown(value: unknown): string {
  return maskInText(typeof value === 'string' ? value : JSON.stringify(value ?? ''))
}
