import { join } from 'node:path'
import { realDisk } from '../../src/disk/disk.ts'
import { readFonts } from '../../src/disk/fonts.ts'
import { loadProcedure } from '../../src/disk/procedure.ts'
import { readSample } from '../../src/disk/sample.ts'
import type { Case } from '../../src/model/case.ts'
import { openFonts } from '../../src/write/fonts.ts'

const root = join(import.meta.dirname, '../..')
const templates = join(root, 'templates')

/** A procedure with its sample, and the fonts that are shipped. */
export async function realCase(
  id = 'chongqing-green-low-carbon-2024',
): Promise<{ readonly c: Case; readonly fonts: ReturnType<typeof openFonts> }> {
  const disk = realDisk()
  const folder = join(templates, id)
  const { dossier, journal, unit, run } = await readSample(disk, folder)
  const procedure = await loadProcedure(disk, { folder, name: 'templates', shared: [templates] })
  const files = await readFonts(disk, join(root, 'fonts'), join(root, 'node_modules'))
  const inventory = { files: [], claims: [], unclaimed: [], none: [] }
  const c: Case = { dossier, journal, unit, procedure, inventory, today: run.today, stage: 'submit' }
  return { c, fonts: openFonts(files.files, files.roles) }
}
