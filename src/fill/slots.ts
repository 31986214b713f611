import type { Case } from '../model/case.ts'
import type { SlotMark } from '../model/sheet.ts'
import type { SlotRow } from '../model/slot.ts'

/** Usual diameter of a seal in mm, and what a unit may choose. */
const usual = 42
const diameters: readonly number[] = [38, 40, 42, 45]

/** The places of a case by slot id; one that the route does not have is there as undefined. */
export type CaseSlots = ReadonlyMap<string, SlotMark | undefined>

/**
 * Resolves every row of slots.yaml for the route of the case: which body, its full name, how large its seal.
 * @param print overrides `slots.print` of the procedure and of the unit
 */
export function slotsOf(c: Case, print?: 'ring' | 'word'): CaseSlots {
  const route = routeOf(c)
  return new Map(c.procedure.slots.slots.map((row) => [row.id, markOf(row, bodyOf(row, route?.id), c, print)]))
}

/** The route of the applicant's category; undefined while the category is unknown or fits two routes. */
export function routeOf(c: Case) {
  const category = c.procedure.file.categories.find((one) => one.id === c.dossier.category)
  if (!category || category.orRoute !== undefined) return undefined
  return c.procedure.file.routes.find((one) => one.id === category.route)
}

/** Full name of a body as on its seal where the unit gave it, its name in the procedure otherwise. */
export function bodyName(body: string, c: Case): string {
  const given = c.unit?.bodies?.[body]
  if (given) return given
  if (body === 'unit') {
    const own = c.unit?.name ?? c.dossier.employer?.name
    if (own) return own
  }
  return c.procedure.file.bodies.find((one) => one.id === body)?.name.zh ?? body
}

// ---

/** While the route is unknown every place is shown, with the body of the first route that has it. */
function bodyOf(row: SlotRow, route: string | undefined): string | undefined {
  if (route !== undefined) return Object.hasOwn(row.on, route) ? row.on[route] : undefined
  return Object.keys(row.on)
    .sort((a, b) => (a < b ? -1 : 1))
    .map((id) => row.on[id])[0]
}

function markOf(
  row: SlotRow,
  body: string | undefined,
  c: Case,
  print: 'ring' | 'word' | undefined,
): SlotMark | undefined {
  if (body === undefined) return undefined
  return {
    id: row.id,
    kind: row.kind,
    body,
    bodyName: bodyName(body, c),
    name: row.name.zh,
    diameter: row.kind === 'seal' || row.kind === 'riding' ? diameterOf(row, body, c) : undefined,
    over: row.over?.zh,
    stage: row.stage,
    grade: row.grade,
    onto: row.onto,
    optional: row.optional === true,
    copies: row.copies,
    print: print ?? printOf(c),
  }
}

function diameterOf(row: SlotRow, body: string, c: Case): number {
  const asked = Number(c.unit?.defaults?.['slots.diameter'])
  if (row.diameter === undefined && diameters.includes(asked)) return asked
  return row.diameter ?? c.procedure.file.bodies.find((one) => one.id === body)?.diameter ?? usual
}

function printOf(c: Case): 'ring' | 'word' {
  const asked = c.unit?.defaults?.['slots.print']
  return asked === 'word' || asked === 'ring' ? asked : c.procedure.slots.print
}
