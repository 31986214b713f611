import type { Blank } from './blank.ts'
import type { Dossier } from './dossier.ts'
import type { Inventory } from './evidence.ts'
import type { Stage } from './finding.ts'
import type { Journal } from './journal.ts'
import type { Field, KindsFile, ProcedureFile } from './procedure.ts'
import type { DocumentsFile, HolidaysFile, RulesFile } from './rule.ts'
import type { CivilDate } from './scalar.ts'
import type { SlotsFile } from './slot.ts'
import type { Posted } from './snapshot.ts'
import type { Unit } from './unit.ts'

/** A procedure folder, read and parsed. `hash` is SHA-256 over the sorted names and bytes of its files. */
export type Procedure = {
  readonly file: ProcedureFile
  readonly fields: readonly Field[]
  readonly kinds: KindsFile
  readonly rules: RulesFile
  readonly slots: SlotsFile
  readonly holidays: HolidaysFile
  readonly documents: DocumentsFile
  /** form id → Handlebars source */
  readonly forms: Readonly<Record<string, string>>
  /** partial name → Handlebars source */
  readonly partials: Readonly<Record<string, string>>
  /** form id → official Word blank */
  readonly blanks: Readonly<Record<string, Blank>>
  readonly hash: string
}

/** One case as every phase of the line sees it: plain data, nothing to open. */
export type Case = {
  readonly dossier: Dossier
  readonly journal: Journal
  readonly unit: Unit | undefined
  readonly procedure: Procedure
  readonly inventory: Inventory
  readonly today: CivilDate
  /** Follows from the journal unless given (`--stage`). */
  readonly stage: Stage
  /** The snapshot that was posted and what changed since; absent while nothing was ever frozen. */
  readonly posted?: Posted | undefined
}
