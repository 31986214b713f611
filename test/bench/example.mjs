// The example dossier as a case: read and surveyed once, so that what is timed afterwards opens no file.
import { fileURLToPath } from 'node:url'
import { openPdfium, readDossier, readProcedure, realDisk, stageOf, survey } from '../../dist/index.js'

const root = fileURLToPath(new URL('../../', import.meta.url))

export async function example() {
  const disk = realDisk()
  const path = `${root}examples/01-applicant`
  const folder = await readDossier(disk, path)
  const from = { dossierFolder: path, packageTemplates: `${root}templates` }
  const procedure = await readProcedure(disk, folder.dossier.procedure, from)
  const files = folder.files.map((file) => ({ path: file.path, read: () => disk.read(file.open) }))
  const inventory = await survey(files, folder.dossier, procedure.kinds, await openPdfium())
  const { dossier, journal, unit } = folder
  return { dossier, journal, unit, procedure, inventory, today: '2024-10-25', stage: stageOf(journal) }
}

/** The same person with that many achievements, each a copy of the example's first under an id and a title of its own. */
export function withAchievements(c, count) {
  const [first] = c.dossier.achievements
  const achievements = Array.from({ length: count }, (_, i) => ({
    ...first,
    id: `b${i}`,
    title: `${first.title} ${i}`,
  }))
  return { ...c, dossier: { ...c.dossier, achievements } }
}
