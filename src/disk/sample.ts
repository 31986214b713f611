import { join } from 'node:path'
import type { z } from 'zod'
import { type Dossier, dossierSchema } from '../model/dossier.ts'
import { exits, type Finding, Refusal } from '../model/finding.ts'
import { emptyJournal, type Journal, journalSchema } from '../model/journal.ts'
import { type Run, runSchema } from '../model/run.ts'
import { type Unit, unitSchema } from '../model/unit.ts'
import type { Disk } from './disk.ts'
import { badFile, tryYaml, yamlLimit } from './yaml.ts'

/** The made-up dossier of a procedure that passes, and the day on which it does. */
export type Sample = {
  readonly dossier: Dossier
  readonly journal: Journal
  readonly unit: Unit | undefined
  readonly run: Run
}

/**
 * Reads `sample/dossier.yaml`, `journal.yaml`, `unit.yaml` and `run.yaml` (in `sample/` or beside it).
 * @param folder the procedure's folder
 */
export async function readSample(disk: Disk, folder: string): Promise<Sample> {
  const findings: Finding[] = []
  const read = async <S extends z.ZodType>(schema: S, ...names: string[]): Promise<z.output<S> | undefined> => {
    for (const name of names) {
      if (!(await disk.stat(join(folder, name)))) continue
      const result = tryYaml(schema, await disk.read(join(folder, name), yamlLimit), name)
      if (result.ok) return result.value
      findings.push(...result.findings)
      return undefined
    }
    return undefined
  }
  const dossier = await read(dossierSchema, 'sample/dossier.yaml')
  const journal = await read(journalSchema, 'sample/journal.yaml')
  const unit = await read(unitSchema, 'sample/unit.yaml')
  const run = await read(runSchema, 'sample/run.yaml', 'run.yaml')
  if (findings.length) throw badFile('sample', findings)
  if (!dossier || !run)
    throw new Refusal('procedure/no-sample', exits.unreadable, { file: dossier ? 'run.yaml' : 'sample/dossier.yaml' })
  return { dossier, journal: journal ?? emptyJournal, unit, run }
}
