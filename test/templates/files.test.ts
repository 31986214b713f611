import { expect, test } from 'vitest'
import { z } from 'zod'
import { dossierSchema } from '../../src/model/dossier.ts'
import { fieldsSchema, kindsSchema, procedureSchema } from '../../src/model/procedure.ts'
import { unitSchema } from '../../src/model/unit.ts'
import { read } from './read.ts'

const procedure = read(procedureSchema, 'procedure.yaml')
const { fields } = read(fieldsSchema, 'fields.yaml')
const kinds = read(kindsSchema, 'evidence.yaml')
const paths = new Set(fields.map((field) => field.path))

test('each fact of the dossier and of the unit stands in fields.yaml once, and no other', () => {
  expect(fields.length).toBe(paths.size)
  const facts = [...pathsOf(dossierSchema, ''), ...pathsOf(unitSchema, 'unit.')]
  // Only a notice that asks for facts of its own declares `own`.
  expect(facts.filter((path) => !paths.has(path))).toEqual(['own'])
  const open = /^(platformChecks|unit\.bodies)\./
  expect([...paths].filter((path) => !facts.includes(path) && !open.test(path) && path !== 'unit')).toEqual([])
})

test('a record of ids has exactly the rows of the procedure', () => {
  const below = (head: string) => fields.flatMap(({ path }) => (path.startsWith(head) ? [path.slice(head.length)] : []))
  expect(below('platformChecks.')).toEqual(procedure.platformChecks.map((row) => row.id))
  const people = ['applicant', 'recommender']
  expect(below('unit.bodies.').sort()).toEqual(
    procedure.bodies
      .map((row) => row.id)
      .filter((id) => !people.includes(id))
      .sort(),
  )
})

test('a fact has a cell or a reason why it has none, never both', () => {
  const forms = new Set(procedure.forms.map((form) => form.id))
  for (const field of fields) {
    expect([field.path, (field.forms ?? []).length > 0]).toEqual([field.path, field.printed === undefined])
    expect((field.forms ?? []).filter((id) => !forms.has(id))).toEqual([])
  }
})

test('what is printed on the posted sheet is public, and only that', () => {
  const posted = (field: (typeof fields)[number]) => (field.forms ?? []).some((id) => id.startsWith('publicity'))
  for (const field of fields) expect([field.path, posted(field)]).toEqual([field.path, field.public ?? false])
})

test('numbers of documents and ways to reach a person are sensitive and never public', () => {
  const expected = [
    'person.contact.mobile',
    'person.contact.email',
    'person.contact.address',
    'person.contact.postcode',
    'person.document.number',
    'person.otherDocuments[].number',
    'education[].certificate',
    'grounds.certificate',
  ]
  expect(fields.filter((field) => field.sensitive).map((field) => field.path)).toEqual(expected)
  expect(fields.filter((field) => field.public && (field.sensitive || field.path === 'person.photo'))).toEqual([])
})

test('an id has its list, and a list its members', () => {
  const idWithoutList = fields.filter(
    (field) => field.type === 'id' && !field.options && !field.from && !/(^|\.)id$/.test(field.path),
  )
  expect(idWithoutList.map((field) => field.path)).toEqual(['person.document.type', 'person.otherDocuments[].type'])
  const lists = fields.filter((field) => field.type === 'list' && field.path !== 'unit.posting.places[]')
  for (const list of lists) expect(paths.has(`${list.path}.id`) || list.path === 'person.otherDocuments[]').toBe(true)
})

test('fields of a kind do not repeat a common fact', () => {
  const common = [...paths].flatMap((path) => /^achievements\[\]\.(\w+)$/.exec(path)?.[1] ?? [])
  const keys = kinds.kinds.flatMap((kind) => kind.fields.map((field) => field.key))
  expect(keys.filter((key) => common.includes(key))).toEqual([])
})

test('ids are unique in each list', () => {
  const lists: readonly (readonly { readonly id: string }[])[] = [
    procedure.cited,
    procedure.windows,
    procedure.levels,
    procedure.channels,
    procedure.specialties,
    procedure.specialties.flatMap((group) => group.fields),
    procedure.employerKinds,
    procedure.categories,
    procedure.bodies,
    procedure.routes,
    procedure.groups,
    procedure.platformChecks,
    procedure.sections,
    procedure.sections.flatMap((section) => section.sentences),
    procedure.forms,
    kinds.kinds,
    kinds.supporting,
  ]
  for (const list of lists) expect(new Set(list.map((row) => row.id)).size).toBe(list.length)
})

test('every id that one list takes from another exists', () => {
  const [bodies, routes] = [procedure.bodies, procedure.routes].map((list) => list.map((row) => row.id))
  const papers = kinds.supporting.map((paper) => paper.id)
  expect(bodies).toEqual(expect.arrayContaining([...new Set(procedure.routes.flatMap((route) => route.bodies))]))
  expect(routes).toEqual(expect.arrayContaining(procedure.categories.flatMap((c) => [c.route, c.orRoute ?? c.route])))
  const asked = [...procedure.routes, ...procedure.platformChecks].flatMap((row) => row.papers)
  expect(papers).toEqual(expect.arrayContaining(asked))
})

// ---

type Json = { readonly [key: string]: unknown }

/** Every path of a schema: groups `person`, members `person.name`, lists `work[]`, list members `work[].from`. */
function pathsOf(schema: z.ZodType, head: string): string[] {
  const tree = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Json
  return [...new Set(walk(tree, head))]
}

function walk(node: Json, head: string): string[] {
  const branches = (node.anyOf ?? node.oneOf ?? node.allOf) as readonly Json[] | undefined
  if (branches) return branches.flatMap((branch) => walk(branch, head))
  if (node.type === 'array') {
    const items = node.items as Json
    return [`${head.slice(0, -1)}[]`, ...(items ? walk(items, `${head.slice(0, -1)}[].`) : [])]
  }
  const members = Object.entries((node.properties ?? {}) as Record<string, Json>)
  if (members.length === 1 && members[0]?.[0] === 'none') return []
  return members.flatMap(([key, inner]) => own(`${head}${key}`, inner))
}

/** A list stands under `name[]` only; files of evidence and fonts are read as one fact. */
function own(path: string, inner: Json): string[] {
  if (/(^|\.)(evidence|supporting|fonts|defaults)$/.test(path)) return [path]
  const below = walk(inner, `${path}.`)
  return below.includes(`${path}[]`) ? below : [path, ...below]
}
