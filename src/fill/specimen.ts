import type { Case, Procedure } from '../model/case.ts'
import type { Dossier } from '../model/dossier.ts'
import { emptyJournal } from '../model/journal.ts'
import { type DeclaredPath, declaredPaths } from './paths.ts'
import { type Shape, shapeOf } from './shape.ts'

/**
 * Made-up cases for trying forms: for each route one in which every fact is known and each kind of achievement is there,
 * and one in which nothing is.
 */
export function specimens(procedure: Procedure): readonly Case[] {
  const routes = procedure.file.routes.map((route) => route.id)
  const categories = routes.map((route) =>
    procedure.file.categories.find((category) => category.route === route && category.orRoute === undefined),
  )
  const known = categories.flatMap((category) =>
    category ? [caseOf(procedure, fullDossier(procedure, category.id))] : [],
  )
  return [...known, caseOf(procedure, emptyDossier(procedure))]
}

// ---

function caseOf(procedure: Procedure, dossier: Dossier): Case {
  return {
    dossier,
    journal: emptyJournal,
    unit: undefined,
    procedure,
    inventory: { files: [], claims: [], unclaimed: [], none: [] },
    today: procedure.file.notice.issuedOn,
    stage: 'draft',
  }
}

function emptyDossier(procedure: Procedure): Dossier {
  return { format: 'juanzong/dossier@1', procedure: procedure.file.id }
}

/** Built from the declared paths, so that a new field is tried without a change here. */
function fullDossier(procedure: Procedure, category: string): Dossier {
  const paths = [...declaredPaths(procedure).values()].filter((one) => !one.path.startsWith('procedure'))
  const shape = shapeOf(paths)
  const facts = treeOf(shape) as Record<string, unknown>
  const item = shape.members.get('achievements')?.item
  const one = item ? (treeOf(item) as Record<string, unknown>) : {}
  const achievements = procedure.kinds.kinds.map((kind, i) => ({ ...one, id: `a${i}`, type: kind.id }))
  // Typed by the fields of the procedure, not by the schema: the view takes any tree of text.
  return { ...facts, ...emptyDossier(procedure), category, achievements } as unknown as Dossier
}

function treeOf(shape: Shape): unknown {
  if (shape.item) return [treeOf(shape.item)]
  if (shape.members.size === 0) return leafOf(shape.declared)
  return Object.fromEntries([...shape.members].map(([key, member]) => [key, treeOf(member)]))
}

function leafOf(declared: DeclaredPath | undefined): unknown {
  if (declared?.type === 'date') return '2020-05'
  if (declared?.type === 'day') return '2020-05-06'
  if (declared?.type === 'yes-no') return true
  if (declared?.type === 'whole' || declared?.type === 'decimal') return 1
  return Object.keys(declared?.options ?? {})[0] ?? '样例'
}
