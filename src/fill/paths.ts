import type { Procedure } from '../model/case.ts'
import type { Field, FieldType } from '../model/procedure.ts'
import type { Text } from '../model/scalar.ts'

/** A path that forms may print, from fields.yaml, from a kind of achievement, or one of ours. */
export type DeclaredPath = {
  readonly path: string
  readonly type: FieldType
  readonly public: boolean
  readonly options?: Readonly<Record<string, Text>> | undefined
  readonly from?: Field['from']
  /** Comes from the case or the procedure, not from the dossier: always may be printed. */
  readonly ours: boolean
}

/** Every path of a procedure that a form may name; a later row wins over an earlier one. */
export function declaredPaths(procedure: Procedure): ReadonlyMap<string, DeclaredPath> {
  const found = known.get(procedure) ?? readPaths(procedure)
  known.set(procedure, found)
  return found
}

/** Roots whose shape the caller of `fill` knows, not the procedure. */
export const openRoots: readonly string[] = ['extra', 'rows']

/** True for a path, or for a group that holds a declared one. */
export function isDeclared(paths: ReadonlyMap<string, DeclaredPath>, path: string): boolean {
  if (openRoots.includes(rootOf(path)) || paths.has(path) || paths.has(`${path}[]`)) return true
  for (const key of paths.keys()) if (key.startsWith(`${path}.`) || key.startsWith(`${path}[]`)) return true
  return false
}

/** True where a value can be printed: a leaf, not a list and not a group. */
export function isLeaf(paths: ReadonlyMap<string, DeclaredPath>, path: string): boolean {
  if (openRoots.includes(rootOf(path)) || path === 'snapshot') return true
  if (paths.has(`${path}[]`)) return false
  const own = paths.get(path)
  if (own && own.type !== 'group' && own.type !== 'list') return true
  if (path.endsWith('[]')) return ![...paths.keys()].some((key) => key.startsWith(`${path}.`))
  return false
}

export function rootOf(path: string): string {
  return /^[^.[]*/.exec(path)?.[0] ?? ''
}

// ---

const known = new WeakMap<Procedure, ReadonlyMap<string, DeclaredPath>>()

function readPaths(procedure: Procedure): ReadonlyMap<string, DeclaredPath> {
  const kinds = procedure.kinds.kinds.flatMap((kind) =>
    kind.fields.map((field): DeclaredPath => {
      const { type, options } = field
      return { path: `achievements[].${field.key}`, type, public: field.public === true, options, ours: false }
    }),
  )
  const fields = procedure.fields.map((field): DeclaredPath => {
    const { path, type, options, from } = field
    return { path, type, public: field.public === true, options, from, ours: path.startsWith('unit') }
  })
  const own = ourPaths.map(([path, type]): DeclaredPath => ({ path, type, public: true, ours: true }))
  return new Map(
    [...own, ...kinds, ...fields, ...own.filter((one) => one.path.startsWith('procedure'))].map((one) => [
      one.path,
      one,
    ]),
  )
}

/** What the view adds to the facts (view.ts). */
const ourPaths: readonly (readonly [string, FieldType])[] = [
  ['asOf', 'day'],
  ['version', 'text'],
  ['sample', 'text'],
  ['snapshot', 'text'],
  ['snapshot.code', 'text'],
  ['route.id', 'text'],
  ['route.name', 'text'],
  ['route.bodies[]', 'list'],
  ['route.bodies[].id', 'text'],
  ['route.bodies[].name', 'text'],
  ['route.bodies[].fullName', 'text'],
  ['posting.on', 'day'],
  ['posting.until', 'day'],
  ['posting.places[]', 'list'],
  ['posting.officePlatform', 'text'],
  ['posting.supervision', 'text'],
  ['posting.workdays', 'text'],
  // The posting day counted, and left out: full days on the wall, and the first day on which they are enough.
  ['posting.workdaysCounted', 'text'],
  ['posting.workdaysLeft', 'text'],
  ['posting.enoughCounted', 'day'],
  ['posting.enoughLeft', 'day'],
  ['posting.required', 'text'],
  ['posting.result', 'text'],
  ['posting.finding', 'text'],
  ['level.name', 'text'],
  ['level.fee', 'text'],
  ['achievements[].no', 'text'],
  ['achievements[].evidencePages', 'text'],
  ['achievements[].parts[]', 'list'],
  ['achievements[].parts[].name', 'text'],
  ['achievements[].parts[].pages', 'text'],
  ['achievements[].parts[].text', 'text'],
  ['achievements[].details[]', 'list'],
  ['achievements[].details[].label', 'text'],
  ['achievements[].details[].value', 'text'],
  ['achievements[].details[].text', 'text'],
  ['procedure.id', 'text'],
  ['procedure.version', 'text'],
  ['procedure.title', 'text'],
  ['procedure.series', 'text'],
  ['procedure.notice.number', 'text'],
  ['procedure.notice.title', 'text'],
  ['procedure.notice.issuer', 'text'],
  ['procedure.notice.issuedOn', 'day'],
  ['procedure.notice.printedOn', 'day'],
  ['procedure.contact.name', 'text'],
  ['procedure.contact.phones[]', 'list'],
  ['procedure.copies[]', 'list'],
  ['procedure.copies[].id', 'text'],
  ['procedure.copies[].name', 'text'],
  ['procedure.copies[].keeper', 'text'],
  ['procedure.kinds[]', 'list'],
  ['procedure.kinds[].id', 'text'],
  ['procedure.kinds[].name', 'text'],
  ['unit.posting.places[]', 'list'],
]
