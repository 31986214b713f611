import type { Case } from '../model/case.ts'
import type { Text } from '../model/scalar.ts'
import { factBreak } from './inline.ts'
import { dotted, named, statedList } from './named.ts'
import type { DeclaredPath } from './paths.ts'

/** Declared paths as a tree: a group has members, a list has items, a leaf has its declaration. */
export type Shape = {
  readonly members: Map<string, Shape>
  item?: Shape
  declared?: DeclaredPath
}

export function shapeOf(paths: Iterable<DeclaredPath>): Shape {
  const root: Shape = { members: new Map() }
  for (const declared of paths) {
    let shape = root
    for (const step of declared.path.split('.')) {
      const list = step.endsWith('[]')
      shape = memberOf(shape, list ? step.slice(0, -2) : step)
      if (list) shape = shape.item ??= { members: new Map() }
    }
    shape.declared = declared
  }
  return root
}

/**
 * The facts as a form sees them: every declared path is there, an absent one as empty text, so that a misspelt path is
 * the only one that fails. Dates are dotted, ids know their words, line breaks are marked.
 */
export function shaped(value: unknown, shape: Shape, c: Case): unknown {
  if (shape.item) return listOf(value, shape.item, c)
  if (shape.members.size) {
    const given = isRecord(value) ? value : {}
    return Object.fromEntries([...shape.members].map(([key, member]) => [key, shaped(own(given, key), member, c)]))
  }
  if (Array.isArray(value)) return value.filter((one) => !isRecord(one)).map((one) => leaf(one, shape.declared, c))
  return isRecord(value) ? '' : leaf(value, shape.declared, c)
}

/** Text for a form: line breaks apart from those of the template, tabs a space. */
export function printable(text: string): string {
  return text.replace(/\r\n|[\n\r\u2028\u2029]/g, factBreak).replace(/\t/g, ' ')
}

// ---

function memberOf(shape: Shape, key: string): Shape {
  const found = shape.members.get(key)
  if (found) return found
  const made: Shape = { members: new Map() }
  shape.members.set(key, made)
  return made
}

function listOf(value: unknown, item: Shape, c: Case): readonly unknown[] {
  return Array.isArray(value) ? value.map((one) => shaped(one, item, c)) : statedList(value)
}

function leaf(value: unknown, declared: DeclaredPath | undefined, c: Case): unknown {
  if (value === undefined || value === null) return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  const text = printable(String(value))
  if (declared?.type === 'date' || declared?.type === 'day') return dotted(text)
  const label = declared && labelOf(text, declared, c)
  return label === undefined ? text : named(text, label)
}

function labelOf(id: string, declared: DeclaredPath, c: Case): string | undefined {
  const option = declared.options && Object.hasOwn(declared.options, id) ? declared.options[id] : undefined
  if (option) return option.zh
  if (!declared.from) return documentName(id, declared, c)
  const lists: Readonly<Record<string, readonly { readonly id: string; readonly name: Text }[]>> = {
    levels: c.procedure.file.levels,
    channels: c.procedure.file.channels,
    specialties: c.procedure.file.specialties,
    specialtyFields: c.procedure.file.specialties.flatMap((one) => one.fields),
    categories: c.procedure.file.categories,
    employerKinds: c.procedure.file.employerKinds,
    groups: c.procedure.file.groups,
    kinds: c.procedure.kinds.kinds,
  }
  return lists[declared.from]?.find((one) => one.id === id)?.name.zh ?? id
}

/** Kinds of identity document stand in a file of their own. */
function documentName(id: string, declared: DeclaredPath, c: Case): string | undefined {
  if (declared.type !== 'id') return undefined
  return c.procedure.documents.documents.find((one) => one.id === id)?.name.zh ?? id
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function own(value: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined
}
