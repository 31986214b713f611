import type { Dossier } from '../model/dossier.ts'
import { isStated } from '../model/scalar.ts'

/** One stated value of the dossier. */
export type Leaf = {
  /** `.key` or `[id]` a step, so that no key is mistaken for an id. */
  readonly steps: readonly string[]
  readonly text: string
}

/**
 * The facts of a dossier one by one, in an order that does not follow the file: comments, key order, line ends and the order
 * of rows are spelling. Left out is what stands elsewhere in a snapshot: references to files (their hashes are there), the
 * default way of posting, and how the procedure is referred to beside its id.
 */
export function leaves(dossier: Dossier): readonly Leaf[] {
  return walk(plain(dossier), []).sort((a, b) => (keyOf(a.steps) < keyOf(b.steps) ? -1 : 1))
}

/** `achievements[a7f3].date` */
export function pathOf(steps: readonly string[]): string {
  return steps.join('').replace(/^\./, '')
}

/** Tells steps apart where their paths would read the same. */
export function keyOf(steps: readonly string[]): string {
  return steps.join('\u0000')
}

/** What a person calls a row, or the rows of a list: the first of these fields that it has. */
export function titleAt(dossier: Dossier, steps: readonly string[]): string {
  return titleOf(steps.reduce<unknown>(into, dossier))
}

// ---

const titles = ['title', 'name', 'school', 'employer', 'kind', 'year', 'type', 'id']

function titleOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(titleOf).join('、')
  const key = titles.find((one) => ownValue(value, one) !== undefined)
  return key === undefined ? '' : textOf(ownValue(value, key))
}

function into(value: unknown, step: string): unknown {
  if (!step.startsWith('[')) return ownValue(value, step.slice(1))
  const id = step.slice(1, -1)
  return Array.isArray(value) ? value.find((item, index) => idOf(item, index) === id) : undefined
}

function plain(dossier: Dossier): unknown {
  const { format: _, procedure, person, achievements, supporting, ...rest } = dossier
  return {
    ...rest,
    procedure: typeof procedure === 'string' ? procedure : procedure.id,
    person: person && { ...person, photo: isStated(person.photo) ? person.photo : undefined },
    achievements: Array.isArray(achievements) ? achievements.map(withoutFiles) : achievements,
    supporting: statedNone(supporting),
  }
}

function withoutFiles(achievement: Extract<Dossier['achievements'], readonly unknown[]>[number]) {
  const { evidence, posting, ...rest } = achievement
  return { ...rest, evidence: statedNone(evidence), posting: posting === 'consult' ? undefined : posting }
}

/** Parts stated as 无; those with files are told by their files. */
function statedNone(evidence: Dossier['supporting']) {
  return evidence && Object.fromEntries(Object.entries(evidence).filter(([, value]) => value === '无'))
}

function walk(value: unknown, steps: readonly string[]): Leaf[] {
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) return value.flatMap((item, index) => walk(item, [...steps, `[${idOf(item, index)}]`]))
  if (typeof value !== 'object') return [{ steps, text: textOf(value) }]
  return Object.entries(value).flatMap(([key, inner]) => walk(inner, [...steps, `.${key}`]))
}

function idOf(item: unknown, index: number): string {
  const id = ownValue(item, 'id')
  return typeof id === 'string' ? id : String(index)
}

/** As a person writes it. */
function textOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? '是' : '否'
  return typeof value === 'string' ? value : String(value)
}

function ownValue(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return Object.hasOwn(value, key) ? (value as Readonly<Record<string, unknown>>)[key] : undefined
}
