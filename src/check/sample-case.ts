import type { Case, Procedure } from '../model/case.ts'
import type { Dossier } from '../model/dossier.ts'
import type { Inventory } from '../model/evidence.ts'
import type { Journal } from '../model/journal.ts'
import type { Unit } from '../model/unit.ts'
import { claimOf, fileOf } from './change.ts'
import { stageOf } from './stage.ts'

/** The made-up dossier of a procedure as it is read from its folder. */
export type SampleFacts = {
  readonly dossier: Dossier
  readonly journal: Journal
  readonly unit: Unit | undefined
  readonly today: string
}

/** The sample as a case with every paper there that it could have, as it was posted; no file is opened. */
export function sampleCase(procedure: Procedure, { dossier, journal, unit, today }: SampleFacts): Case {
  const stage = stageOf(journal, procedure.file.copies.length)
  const posted = { snapshot: undefined, changes: [], findings: [] }
  return { dossier, journal, unit, procedure, inventory: everything(procedure, dossier), today, stage, posted }
}

// ---

/** Every part of every achievement (of an any-of kind the first), and the supporting papers that the dossier names. */
function everything(procedure: Procedure, dossier: Dossier): Inventory {
  const achievements = Array.isArray(dossier.achievements) ? dossier.achievements : []
  const parts = achievements.flatMap(({ id, type }) => {
    const kind = procedure.kinds.kinds.find((row) => row.id === type)
    const wanted = kind?.sure === 'any-of' ? kind.parts.slice(0, 1) : (kind?.parts ?? [])
    return wanted.map((part) => claimOf({ kind: 'achievement', id }, part.id))
  })
  const papers = Object.keys(dossier.supporting ?? {}).map((id) => claimOf({ kind: 'supporting', id }, id))
  const claims = [...parts, ...papers]
  return { files: claims.map(({ path }) => fileOf(path)), claims, unclaimed: [], none: [], findings: [] }
}
