import { z } from 'zod'
import type { Procedure } from '../../model/case.ts'
import { dossierSchema } from '../../model/dossier.ts'
import type { Finding } from '../../model/finding.ts'
import type { Field } from '../../model/procedure.ts'
import { unitSchema } from '../../model/unit.ts'
import { idsOf, problem, strangers, twice } from './problem.ts'

const file = 'fields.yaml'

/** fields.yaml: each fact once, a place in a form or the reason why not, and paths that a dossier can have. */
export function lintFields(procedure: Procedure): readonly Finding[] {
  const paths = procedure.fields.map((field) => field.path)
  const shapes = { dossier: schemaOf(dossierSchema), unit: schemaOf(unitSchema) }
  const forms = idsOf(procedure.file.forms)
  return [
    ...twice(paths, file, 'fields'),
    ...procedure.fields.flatMap((field) => [
      ...strangers(field.forms ?? [], forms, file, field.path, 'procedure.yaml › forms'),
      ...printing(field),
      ...(field.options && field.from ? [problem('lint/two-lists', file, field.path)] : []),
      ...(exists(field.path, shapes) ? [] : [problem('lint/no-such-fact', file, field.path)]),
    ]),
  ]
}

// ---

/** Neither printed nor said why not, or both. */
function printing(field: Field): Finding[] {
  const [printed, never] = [(field.forms?.length ?? 0) > 0, field.printed?.never !== undefined]
  if (printed !== never) return []
  return [problem(printed ? 'lint/printed-and-never' : 'lint/printed-nowhere', file, field.path)]
}

/** A JSON Schema, as far as its shape goes. */
type Shape = {
  readonly properties?: Readonly<Record<string, Shape>>
  readonly additionalProperties?: Shape | boolean
  readonly items?: Shape
  readonly anyOf?: readonly Shape[]
  readonly allOf?: readonly Shape[]
}

function schemaOf(schema: z.ZodType): Shape {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape
}

function exists(path: string, shapes: { readonly dossier: Shape; readonly unit: Shape }): boolean {
  const [head = '', ...rest] = path.split('.')
  if (head === 'unit') return reach([shapes.unit], rest)
  return reach([shapes.dossier], [head, ...rest])
}

function reach(shapes: readonly Shape[], steps: readonly string[]): boolean {
  const [step, ...rest] = steps
  if (step === undefined) return shapes.length > 0
  const key = step.replace(/\[\]$/, '')
  const next = shapes.flatMap(branches).flatMap((shape) => property(shape, key))
  const inside = step.endsWith('[]') ? next.flatMap(branches).flatMap((shape) => shape.items ?? []) : next
  return inside.length > 0 && reach(inside, rest)
}

function branches(shape: Shape): readonly Shape[] {
  return [shape, ...(shape.anyOf ?? []).flatMap(branches), ...(shape.allOf ?? []).flatMap(branches)]
}

function property(shape: Shape, key: string): readonly Shape[] {
  if (shape.properties && Object.hasOwn(shape.properties, key)) return [shape.properties[key] ?? {}]
  return typeof shape.additionalProperties === 'object' && !shape.properties ? [shape.additionalProperties] : []
}
