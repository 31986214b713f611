import { check, later } from '../check/check.ts'
import { derivedOf } from '../check/derived.ts'
import { stageOf } from '../check/stage.ts'
import { type Disk, realDisk } from '../disk/disk.ts'
import { type DossierFolder, readDossier } from '../disk/dossier.ts'
import { type LoadedProcedure, procedureDrift, readProcedure } from '../disk/procedure.ts'
import { survey } from '../evidence/survey.ts'
import type { Case } from '../model/case.ts'
import type { Finding } from '../model/finding.ts'
import { openPdfium, type Pdfium } from '../pdfium/pdfium.ts'
import type { Report } from '../say/report.ts'
import { templatesFolder } from './package.ts'
import { privateNames } from './private.ts'
import type { Progress } from './progress.ts'
import type { Settings } from './settings.ts'

/** A dossier folder with everything that judges it, read and surveyed. */
export type Loaded = {
  readonly disk: Disk
  readonly pdfium: Pdfium
  readonly folder: DossierFolder
  readonly procedure: LoadedProcedure
  readonly case: Case
  /** Evidence path → the path to open it by. */
  readonly opens: ReadonlyMap<string, string>
}

/**
 * Reads dossier, procedure and evidence.
 * @throws Refusal with exit 3 for whatever cannot be read
 */
export async function load(path: string, settings: Settings, progress: Progress): Promise<Loaded> {
  const disk = realDisk()
  progress.step('step.read')
  const folder = await readDossier(disk, path)
  const from = { dossierFolder: path, packageTemplates: templatesFolder }
  const procedure = await readProcedure(disk, folder.dossier.procedure, from)
  progress.step('step.survey')
  const pdfium = await openPdfium()
  const files = folder.files.map((file) => ({ path: file.path, read: () => disk.read(file.open) }))
  const inventory = await survey(files, folder.dossier, procedure.kinds, pdfium, (done, total) =>
    progress.tick(done, total ?? done),
  )
  const { dossier, journal, unit } = folder
  const stage = settings.stage ?? stageOf(journal, procedure.file.copies.length)
  const loaded: Case = { dossier, journal, unit, procedure, inventory, today: settings.today, stage }
  const opens = new Map(folder.files.map((file) => [file.path, file.open]))
  return { disk, pdfium, folder, procedure, case: loaded, opens }
}

/** Everything that is to be said about a loaded dossier: its folder, the procedure's age, the check. */
export function reportOf(loaded: Loaded, more: readonly Finding[] = []): Report {
  const { folder, procedure } = loaded
  const { dossier, stage, today } = loaded.case
  const drift = procedureDrift(dossier.procedure, procedure)
  const findings = [...folder.findings, ...drift, ...privateNames(loaded.case), ...check(loaded.case), ...more]
  return { procedure, dossier, stage, asOf: today, findings, later: later(loaded.case), labels: derivedOf(procedure) }
}
