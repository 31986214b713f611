import { join } from 'node:path'
import type { z } from 'zod'
import { type Dossier, dossierSchema } from '../model/dossier.ts'
import { exits, type Finding, Refusal } from '../model/finding.ts'
import { emptyJournal, type Journal, journalSchema } from '../model/journal.ts'
import { type Run, runSchema } from '../model/run.ts'
import { type Unit, unitSchema } from '../model/unit.ts'
import type { Disk } from './disk.ts'
import { checkPath } from './paths.ts'
import { badFile, readYaml, tryYaml, yamlLimit } from './yaml.ts'

/** The made-up dossier of a procedure that passes, and the day on which it does. */
export type Sample = {
  readonly dossier: Dossier
  readonly journal: Journal
  readonly unit: Unit | undefined
  readonly run: Run
}

/**
 * Reads `run.yaml` and, in the folder that it names, `dossier.yaml`, `journal.yaml` and `unit.yaml`.
 * @param folder the procedure's folder
 * @throws Refusal `procedure/no-sample`, `format/bad-file`
 */
export async function readSample(disk: Disk, folder: string): Promise<Sample> {
  const run = readYaml(runSchema, await need(disk, folder, 'run.yaml'), 'run.yaml')
  const checked = checkPath(run.sample)
  if (!checked.ok) throw noSample(run.sample)
  const findings: Finding[] = []
  const parse = <S extends z.ZodType>(schema: S, bytes: Uint8Array, name: string): z.output<S> | undefined => {
    const read = tryYaml(schema, bytes, name)
    if (read.ok) return read.value
    findings.push(...read.findings)
    return undefined
  }
  const maybe = async <S extends z.ZodType>(schema: S, name: string): Promise<z.output<S> | undefined> =>
    (await disk.stat(join(folder, name))) ? parse(schema, await need(disk, folder, name), name) : undefined
  const name = `${checked.path}/dossier.yaml`
  const dossier = parse(dossierSchema, await need(disk, folder, name), name)
  const journal = await maybe(journalSchema, `${checked.path}/journal.yaml`)
  const unit = await maybe(unitSchema, `${checked.path}/unit.yaml`)
  if (!dossier || findings.length) throw badFile(checked.path, findings)
  return { dossier, journal: journal ?? emptyJournal, unit, run }
}

// ---

async function need(disk: Disk, folder: string, name: string): Promise<Uint8Array> {
  if (!(await disk.stat(join(folder, name)))) throw noSample(name)
  return disk.read(join(folder, name), yamlLimit)
}

function noSample(name: string): Refusal {
  return new Refusal('procedure/no-sample', exits.unreadable, { file: name }, { file: name })
}
