import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { exits, Refusal } from '../model/finding.ts'
import { type FontRoles, fontsSchema } from '../model/font.ts'
import type { Disk } from './disk.ts'
import { checkPath } from './paths.ts'
import { readYaml } from './yaml.ts'

export type FontFiles = {
  readonly files: readonly { readonly key: string; readonly bytes: Uint8Array }[]
  readonly roles: FontRoles
}

/**
 * Reads the fonts that `fonts.yaml` of the folder names, each proved by its SHA-256: with other bytes the same dossier would
 * give other pages.
 * @param packages `node_modules`, where a source tree finds what the build would have copied beside fonts.yaml
 * @throws Refusal `fonts/missing`, `fonts/changed` (exit 4)
 */
export async function readFonts(disk: Disk, folder: string, packages?: string): Promise<FontFiles> {
  const list = readYaml(fontsSchema, await disk.read(join(folder, 'fonts.yaml')), 'fonts.yaml')
  const read = async (font: (typeof list.files)[number]) => {
    const places = [join(folder, safe(font.file))]
    if (packages !== undefined) places.push(join(packages, safe(font.package), safe(font.path)))
    for (const path of places) {
      if ((await disk.stat(path))?.kind !== 'file') continue
      const bytes = await disk.read(path)
      if (createHash('sha256').update(bytes).digest('hex') === font.sha256) return { key: font.key, bytes }
      throw new Refusal('fonts/changed', exits.font, { file: font.file }, { file: path })
    }
    throw new Refusal('fonts/missing', exits.font, { file: font.file, source: font.source }, { file: places[0] })
  }
  return { files: await Promise.all(list.files.map(read)), roles: list.roles }
}

// ---

function safe(path: string): string {
  const checked = checkPath(path)
  if (!checked.ok) throw new Refusal('fonts/missing', exits.font, { file: path, source: '' }, { file: 'fonts.yaml' })
  return checked.path
}
