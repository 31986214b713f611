import { existsSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Disk } from '../disk/disk.ts'
import { readFonts } from '../disk/fonts.ts'
import { checkPath } from '../disk/paths.ts'
import { sniff } from '../evidence/sniff.ts'
import { exits, Refusal } from '../model/finding.ts'
import { type Fonts, openFonts, withOwnFonts } from '../write/fonts.ts'
import type { Images } from '../write/pen.ts'
import type { Loaded } from './load.ts'
import { packageFolder } from './package.ts'

/** What drawing needs besides pages. */
export type Tools = { readonly fonts: Fonts; readonly images: Images }

/**
 * Opens the fonts of the program and of the unit, and the applicant's photo.
 * @throws Refusal `fonts/…` (exit 4)
 */
export async function openTools(loaded: Loaded): Promise<Tools> {
  const { disk } = loaded
  const built = join(packageFolder, 'dist', 'fonts')
  const folder = existsSync(join(built, 'fonts.yaml')) ? built : join(packageFolder, 'fonts')
  const { files, roles } = await readFonts(disk, folder, join(packageFolder, 'node_modules'))
  const own = await ownFonts(loaded)
  const keys = Object.fromEntries(own.map(({ role, key }) => [role, key]))
  return { fonts: openFonts([...files, ...own], withOwnFonts(roles, keys)), images: await photo(loaded) }
}

// ---

/** Fonts of `unit.yaml`, which lies in the dossier's folder or above it; each file is named from there. */
async function ownFonts({ disk, folder }: Loaded) {
  const wanted = Object.entries(folder.unit?.fonts ?? {})
  return Promise.all(
    wanted.map(async ([role, { file, sha256 }]) => {
      const bytes = await readBeside(disk, folder.folder, file)
      if (sha256 !== undefined && !(await sameDigest(bytes, sha256))) {
        throw new Refusal('fonts/changed', exits.font, { file }, { file })
      }
      return { role, key: `unit:${role}`, bytes }
    }),
  )
}

async function readBeside(disk: Disk, folder: string, file: string): Promise<Uint8Array> {
  const checked = checkPath(file)
  for (const place of checked.ok ? [join(folder, checked.path), join(folder, '..', checked.path)] : [])
    if ((await disk.stat(place))?.kind === 'file') return disk.read(place)
  throw new Refusal('fonts/missing', exits.font, { file, source: 'unit.yaml' }, { file })
}

async function sameDigest(bytes: Uint8Array, expected: string): Promise<boolean> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))
  return Buffer.from(digest).toString('hex') === expected
}

/**
 * The photo upright on white, no larger than 35 × 50 mm at 300 dpi, without what a camera writes beside it (place, device).
 * A photo that is no picture is left out here: the survey has said so.
 */
async function photo({ disk, case: c, opens }: Loaded): Promise<Images> {
  const path = c.dossier.person?.photo
  const open = path === undefined ? undefined : opens.get(path)
  if (path === undefined || open === undefined) return new Map()
  const bytes = await disk.read(open)
  if (!['jpeg', 'png', 'tiff', 'webp', 'bmp', 'gif'].includes(sniff(bytes))) return new Map()
  const upright = sharp(bytes, { failOn: 'error' })
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .resize({ width: 413, height: 591, fit: 'inside', withoutEnlargement: true })
  const made = await upright.png({ compressionLevel: 9 }).toBuffer()
  return new Map([[path, new Uint8Array(made)]])
}
