import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type OwnFont, readFonts, readOwnFonts } from '../disk/fonts.ts'
import { type Fonts, openFonts, withOwnFonts } from '../write/fonts.ts'
import type { Images } from '../write/pen.ts'
import type { EmbeddingRights } from '../write/rights.ts'
import type { Loaded } from './load.ts'
import { packageFolder } from './package.ts'

/** What drawing needs besides pages. */
export type Tools = { readonly fonts: Fonts; readonly own: readonly OwnFontFacts[]; readonly images: Images }

/** A font of unit.yaml as the bundle records it: which file it was and what its licence bits allow. */
export type OwnFontFacts = Omit<OwnFont, 'bytes'> & EmbeddingRights & { readonly name: string }

/**
 * Opens the fonts of the program and of the unit, and the applicant's photo.
 * @throws Refusal `fonts/…` (exit 4)
 */
export async function openTools(loaded: Loaded): Promise<Tools> {
  const { disk, folder } = loaded
  const { files, roles } = await readFonts(disk, fontsFolder(), packagesFolder)
  const own = await readOwnFonts(disk, folder.folder, folder.unit?.fonts)
  const ownFiles = own.map((font) => ({ key: keyOf(font), name: font.file, bytes: font.bytes, face: font.face }))
  const keys = Object.fromEntries(own.map((font) => [font.role, keyOf(font)]))
  const fonts = openFonts([...files, ...ownFiles], withOwnFonts(roles, keys))
  // opened at once, so that a file that cannot be used is refused also where no page would need it
  const facts = own.map(({ bytes: _, ...font }): OwnFontFacts => {
    const { name, rights } = fonts.file(keyOf(font))
    return { ...font, name, ...rights }
  })
  return { fonts, own: facts, images: await photo(loaded) }
}

/** Where fonts.yaml lies: built, else in the source tree. */
export function fontsFolder(): string {
  const built = join(packageFolder, 'dist', 'fonts')
  return existsSync(join(built, 'fonts.yaml')) ? built : join(packageFolder, 'fonts')
}

export const packagesFolder = join(packageFolder, 'node_modules')

// ---

/** One file under several roles is one font. */
function keyOf({ sha256, face }: Pick<OwnFont, 'sha256' | 'face'>): string {
  return `unit:${sha256.slice(0, 16)}:${face}`
}

/**
 * The photo upright on white, no larger than 35 × 50 mm at 300 dpi, without what a camera writes beside it (place, device).
 * A photo that is no picture is left out here: the survey has said so.
 */
async function photo({ disk, opener, case: c, opens }: Loaded): Promise<Images> {
  const path = c.dossier.person?.photo
  const open = path === undefined ? undefined : opens.get(path)
  const known = c.inventory.files.find((file) => file.path === path)
  if (path === undefined || open === undefined || !known?.merged) return new Map()
  const made = await opener.small(await disk.read(open), 413, 591)
  return new Map(made ? [[path, made]] : [])
}
