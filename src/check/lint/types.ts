import type { Procedure } from '../../model/case.ts'
import type { Finding } from '../../model/finding.ts'
import type { FieldType } from '../../model/procedure.ts'
import type { Use, Want } from '../define.ts'
import { derivedOf } from '../derived.ts'
import { declared, kindFields } from '../labels.ts'
import { nearest } from '../nearest.ts'
import { problem } from './problem.ts'

/** Name → pattern of the item it is bound to: `a` → `achievements[]`. */
export type Names = Readonly<Record<string, string>>

/** `a.date` with its names put in: `achievements[].date`. */
export function patternFor(path: string, names: Names): string {
  const [head = '', ...rest] = path.split('.')
  return [names[head] ?? head, ...rest].join('.')
}

/** Whether a fact is declared, as itself or as a list. */
export function isDeclared(procedure: Procedure, pattern: string): boolean {
  return declared(procedure, pattern) !== undefined || declared(procedure, `${pattern}[]`) !== undefined
}

/** A path that nothing declares, or whose type the word cannot use there. */
export function typed(procedure: Procedure, use: Use, names: Names, file: string, where: string): Finding[] {
  const pattern = patternFor(use.path, names)
  if (!isDeclared(procedure, pattern)) return [undeclared(procedure, use.path, pattern, file, where)]
  const list = declared(procedure, `${pattern}[]`)
  const type = list ? 'list' : (declared(procedure, pattern)?.type ?? 'group')
  if (accepted[use.want].includes(type)) return []
  return [problem('lint/wrong-type', file, where, { path: use.path, type, want: use.want })]
}

export function undeclared(procedure: Procedure, path: string, pattern: string, file: string, where: string): Finding {
  return problem('lint/unknown-path', file, where, { path, nearest: nearest(pattern, allPaths(procedure)) || '—' })
}

/** Every declared path of a procedure. */
export function allPaths(procedure: Procedure): string[] {
  return [
    ...procedure.fields.map((field) => field.path),
    ...derivedOf(procedure).map((row) => row.path),
    ...kindFields(procedure).map((field) => `achievements[].${field.key}`),
  ]
}

// ---

const scalars: readonly FieldType[] = ['text', 'long', 'date', 'day', 'whole', 'decimal', 'yes-no', 'id', 'file']
const accepted: Readonly<Record<Want, readonly FieldType[]>> = {
  any: [...scalars, 'list', 'group'],
  scalar: scalars,
  text: ['text', 'long', 'id', 'file'],
  number: ['whole', 'decimal'],
  date: ['date', 'day'],
  day: ['day'],
  list: ['list'],
}
