import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { notPosted, takeSnapshot } from '../../src/bundle/snapshot.ts'
import { realDisk } from '../../src/disk/disk.ts'
import { readDossier } from '../../src/disk/dossier.ts'
import { loadProcedure } from '../../src/disk/procedure.ts'
import { writeSnapshot } from '../../src/disk/snapshots.ts'
import { openHere } from '../../src/evidence/opener.ts'
import { survey } from '../../src/evidence/survey.ts'
import { openPdfium } from '../../src/pdfium/pdfium.ts'

const postedOn = '2024-10-11'

/** The sample's journal as it reads when the applicant froze what was then posted. */
export function frozenJournal(journal: string): string {
  const event = `  - id: e0\n    on: ${postedOn}\n    what: frozen\n    snapshot: "1"\n`
  const lines = journal.split('\n')
  const posted = lines.indexOf('    what: posted')
  const own = lines.findLastIndex((line, index) => index < posted && line.startsWith('  - id:'))
  const start = lines[own - 1]?.startsWith('  #') ? own - 1 : own
  if (posted < 0 || start < 0) throw new Error('the journal of the sample has no event posted')
  const named = lines.toSpliced(posted + 1, 0, '    snapshot: "1"')
  return named.toSpliced(start, 0, ...event.trimEnd().split('\n')).join('\n')
}

/** `snapshots/1/` of a dossier folder, taken on the day of the posting. */
export async function freeze(folder: string, procedureFolder: string, templates: string): Promise<void> {
  const disk = realDisk()
  const { dossier, dossierBytes, files } = await readDossier(disk, folder)
  const procedure = await loadProcedure(disk, { folder: procedureFolder, name: 'templates', shared: [templates] })
  const read = files.map((file) => ({ path: file.path, read: () => disk.read(file.open) }))
  const inventory = await survey(read, dossier, procedure.kinds, openHere(await openPdfium()))
  const { id, version } = procedure.file
  const subject = {
    dossier,
    bytes: dossierBytes,
    inventory,
    procedure: { id, version, hash: procedure.hash },
    without: notPosted(procedure.kinds),
  }
  await rm(join(folder, 'snapshots'), { recursive: true, force: true })
  await writeSnapshot(disk, folder, takeSnapshot(subject, { id: '1', takenOn: postedOn }), dossierBytes)
}
