import { join } from 'node:path'
import { realDisk } from '../../src/disk/disk.ts'
import { loadProcedure } from '../../src/disk/procedure.ts'
import { readSample } from '../../src/disk/sample.ts'
import { claims } from '../../src/evidence/claims.ts'
import type { Case } from '../../src/model/case.ts'
import type { Dossier } from '../../src/model/dossier.ts'

export const templates = join(import.meta.dirname, '../../templates')

/** A procedure in any folder with its sample as a case: the files of run.yaml are taken as there. */
export async function caseIn(folder: string): Promise<Case> {
  const disk = realDisk()
  const procedure = await loadProcedure(disk, { folder, name: 'templates', shared: [templates] })
  const { dossier, journal, unit, run } = await readSample(disk, folder)
  const posted = { snapshot: undefined, changes: [], findings: [] }
  const c = { dossier, journal, unit, procedure, today: run.today, stage: run.stage, posted }
  const files = run.files.map(({ path, kind, pages }) => {
    return { path, kind, pages, size: 1, sha256: '0'.repeat(64), merged: true, findings: [] }
  })
  const paths = files.map((file) => file.path)
  return { ...c, inventory: { files, ...claims(dossier, procedure.kinds, paths) } }
}

/** The same case with other facts; evidence is claimed anew. */
export function withFacts(c: Case, facts: Partial<Dossier>): Case {
  const dossier = { ...c.dossier, ...facts }
  const paths = c.inventory.files.map((file) => file.path)
  return { ...c, dossier, inventory: { files: c.inventory.files, ...claims(dossier, c.procedure.kinds, paths) } }
}
