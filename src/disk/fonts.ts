import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { exits, Refusal } from '../model/finding.ts'
import { type FontRoles, fontsSchema, type OwnFonts } from '../model/font.ts'
import type { Disk } from './disk.ts'
import { checkPath } from './paths.ts'
import { readYaml } from './yaml.ts'

export type FontFiles = {
  readonly files: readonly { readonly key: string; readonly name: string; readonly bytes: Uint8Array }[]
  readonly roles: FontRoles
}

/** A font of fonts.yaml and what is there of it. */
export type FontState = {
  readonly key: string
  readonly file: string
  readonly licence: string
  readonly source: string
  readonly sha256: string
  readonly state: 'right' | 'missing' | 'changed'
  /** Where it was found, or was looked for first. */
  readonly path: string
  readonly bytes: Uint8Array | undefined
}

/** A font of unit.yaml, read. */
export type OwnFont = {
  readonly role: string
  /** As unit.yaml has it. */
  readonly file: string
  readonly face: number
  readonly sha256: string
  /** unit.yaml names the digest, so that another file of the same name is noticed. */
  readonly pinned: boolean
  readonly bytes: Uint8Array
}

/**
 * Reads the fonts that `fonts.yaml` of the folder names, each proved by its SHA-256: with other bytes the same dossier would
 * give other pages.
 * @param packages `node_modules`, where a source tree finds what the build would have copied beside fonts.yaml
 * @throws Refusal `fonts/missing`, `fonts/changed` (exit 4)
 */
export async function readFonts(disk: Disk, folder: string, packages?: string): Promise<FontFiles> {
  const { fonts, roles } = await surveyFonts(disk, folder, packages)
  const files = fonts.map(({ key, file, source, state, path, bytes }) => {
    if (state === 'changed') throw new Refusal('fonts/changed', exits.font, { file }, { file: path })
    if (!bytes) throw new Refusal('fonts/missing', exits.font, { file, source }, { file: path })
    return { key, name: file, bytes }
  })
  return { files, roles }
}

/** The same without refusing: which files of fonts.yaml are there, and are they what it says? */
export async function surveyFonts(
  disk: Disk,
  folder: string,
  packages?: string,
): Promise<{ readonly fonts: readonly FontState[]; readonly roles: FontRoles }> {
  const list = readYaml(fontsSchema, await disk.read(join(folder, 'fonts.yaml')), 'fonts.yaml')
  const survey = async (font: (typeof list.files)[number]): Promise<FontState> => {
    const places = [join(folder, safe(font.file))]
    if (packages !== undefined) places.push(join(packages, safe(font.package), safe(font.path)))
    const { key, file, licence, source, sha256 } = font
    const about = { key, file, licence, source, sha256 }
    for (const path of places) {
      if ((await disk.stat(path))?.kind !== 'file') continue
      const bytes = await disk.read(path)
      return { ...about, path, bytes, state: digestOf(bytes) === sha256 ? 'right' : 'changed' }
    }
    return { ...about, path: places[0] ?? file, bytes: undefined, state: 'missing' }
  }
  return { fonts: await Promise.all(list.files.map(survey)), roles: list.roles }
}

/**
 * Reads a unit's own fonts.
 * @param folder of the dossier; the files lie beside unit.yaml, which is in it or above it
 * @throws Refusal `fonts/own-missing`, `fonts/changed` (exit 4)
 */
export async function readOwnFonts(disk: Disk, folder: string, fonts: OwnFonts = {}): Promise<readonly OwnFont[]> {
  const home = (await disk.stat(join(folder, 'unit.yaml'))) ? folder : join(folder, '..')
  return Promise.all(
    Object.entries(fonts).map(async ([role, { file, sha256: wanted, face = 0 }]) => {
      const checked = checkPath(file)
      const path = checked.ok ? join(home, checked.path) : undefined
      if (path === undefined || (await disk.stat(path))?.kind !== 'file') {
        throw new Refusal('fonts/own-missing', exits.font, { file }, { file: 'unit.yaml' })
      }
      const bytes = await disk.read(path)
      const sha256 = digestOf(bytes)
      if (wanted !== undefined && wanted !== sha256) {
        throw new Refusal('fonts/own-changed', exits.font, { file, sha256 }, { file: 'unit.yaml' })
      }
      return { role, file, face, sha256, pinned: wanted !== undefined, bytes }
    }),
  )
}

// ---

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function safe(path: string): string {
  const checked = checkPath(path)
  if (!checked.ok) throw new Refusal('fonts/missing', exits.font, { file: path, source: '' }, { file: 'fonts.yaml' })
  return checked.path
}
