import { check, later } from '../check/check.ts'
import { derivedOf } from '../check/derived.ts'
import { nextFacts } from '../check/next.ts'
import { withFacts } from '../check/set.ts'
import { stageOf } from '../check/stage.ts'
import { type Disk, realDisk } from '../disk/disk.ts'
import { type DossierFolder, readDossier } from '../disk/dossier.ts'
import { type LoadedProcedure, procedureDrift, readProcedure } from '../disk/procedure.ts'
import { fileByteLimit } from '../evidence/limits.ts'
import { survey } from '../evidence/survey.ts'
import type { Case } from '../model/case.ts'
import type { Finding } from '../model/finding.ts'
import type { Opener } from '../model/opening.ts'
import { openPdfium, type Pdfium } from '../pdfium/pdfium.ts'
import type { Report } from '../say/report.ts'
import { openEvidence } from './opening/opener.ts'
import { templatesFolder } from './package.ts'
import { postedOf } from './posted.ts'
import { privateNames } from './private.ts'
import type { Progress } from './progress.ts'
import type { Settings } from './settings.ts'

/** A dossier folder with everything that judges it, read and surveyed. */
export type Loaded = {
  readonly disk: Disk
  /** For PDFs of our own making; what people bring is opened by `opener`. */
  readonly pdfium: Pdfium
  readonly opener: Opener
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
  // Starts while the dossier is read.
  const opener = openEvidence()
  progress.step('step.read')
  const read = await readDossier(disk, path)
  const from = { dossierFolder: path, packageTemplates: templatesFolder }
  const procedure = await readProcedure(disk, read.dossier.procedure, from)
  const folder = supposed(read, procedure, settings)
  progress.step('step.survey')
  const files = folder.files.map(({ path, open, size }) => {
    return { path, size, read: () => disk.read(open, fileByteLimit), pieces: () => disk.readStream(open) }
  })
  const inventory = await survey(files, folder.dossier, procedure.kinds, opener, (done, total) =>
    progress.tick(done, total ?? done),
  )
  const { dossier, journal, unit } = folder
  const stage = settings.stage ?? stageOf(journal, procedure.file.copies.length)
  const posted = await postedOf(disk, folder, inventory, procedure)
  const loaded: Case = { dossier, journal, unit, procedure, inventory, today: settings.today, stage, posted }
  const opens = new Map(folder.files.map((file) => [file.path, file.open]))
  const pdfium = await openPdfium()
  return { disk, pdfium, opener, folder, procedure, case: loaded, opens }
}

/**
 * The folder with the facts of `--set` in place of its own.
 * @throws Refusal `set/…` (exit 2)
 */
function supposed(read: DossierFolder, procedure: LoadedProcedure, { set = [] }: Settings): DossierFolder {
  if (set.length === 0) return read
  const changed = withFacts({ dossier: read.dossier, unit: read.unit, procedure }, set)
  if (!changed.ok) throw changed.refusal
  return { ...read, dossier: changed.dossier, unit: changed.unit }
}

/** Everything that is to be said about a loaded dossier: its folder, the procedure's age, the check. */
export function reportOf(loaded: Loaded, more: readonly Finding[] = []): Report {
  const { folder, procedure } = loaded
  const { dossier, stage, today } = loaded.case
  const drift = procedureDrift(dossier.procedure, procedure)
  const findings = [...folder.findings, ...drift, ...privateNames(loaded.case), ...check(loaded.case), ...more]
  const [next, todo] = [nextFacts(loaded.case), later(loaded.case)]
  return { procedure, dossier, stage, asOf: today, findings, next, later: todo, labels: derivedOf(procedure) }
}
