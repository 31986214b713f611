import { maskInText } from '../model/mask.ts'

/** Windows opens no path above 260 characters without preparation; this leaves room for the folder it is unpacked into. */
export const longestPath = 230
/** Bytes of one name on most file systems. */
const longestName = 255

/**
 * True when a path may stand in a bag that we make: relative, `/`, NFC, every name usable on Windows, macOS and Linux and
 * looking like what it is (no controls, no marks that turn the direction of writing).
 */
export function mayStand(path: string): boolean {
  return (
    path.length <= longestPath && path.normalize('NFC') === path && path.split('/').every(goodName) && !leadsOut(path)
  )
}

/**
 * True when a path of somebody's bag or ZIP could reach outside the folder it is unpacked into, on any platform: absolute,
 * with a drive, a server or a home, with `..`, `\` or NUL, or by a variable of Windows.
 */
export function leadsOut(path: string): boolean {
  const steps = path.split('/')
  if (path === '' || !path.isWellFormed() || /[\\\0]/.test(path)) return true
  if (/^(\/|~|[A-Za-z]:|%[^%/]+%)/.test(path)) return true
  return steps.some((step) => step === '..' || /^[. ]*\.\.[. ]*$/.test(step))
}

/** Equal for names that one file system keeps apart and another does not: case, and composed or decomposed marks. */
export function folded(path: string): string {
  return path.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC')
}

/** Groups of different paths that fold to one; and a file that stands where others need a folder. */
export function twins(paths: readonly string[]): (readonly [string, string])[] {
  const first = new Map<string, string>()
  const pairs: (readonly [string, string])[] = []
  for (const path of paths) {
    const same = first.get(folded(path))
    if (same !== undefined) pairs.push([same, path])
    else first.set(folded(path), path)
  }
  for (const path of paths) {
    const above = path.split('/').map((_, i, steps) => steps.slice(0, i).join('/'))
    const file = above.map((step) => first.get(folded(step))).find((found) => found !== undefined)
    if (file !== undefined) pairs.push([file, path])
  }
  return pairs
}

/** A path for a message: what cannot be seen is spelt out, what identifies a person is masked. */
export function shown(path: string): string {
  const spelt = path
    .toWellFormed()
    .replace(invisible, (sign) => `<U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`)
  return maskInText(spelt)
}

// ---

const invisible = /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu
const reserved = /^(con|prn|aux|nul|conin\$|conout\$|clock\$|(com|lpt)[0-9\u00b9\u00b2\u00b3])\s*(\.|$)/i

function goodName(name: string): boolean {
  if (name === '' || name === '.' || name === '..' || Buffer.byteLength(name) > longestName) return false
  if (!name.isWellFormed() || name.includes('\ufffd') || name.search(invisible) >= 0) return false
  return !/[<>:"|?*\\]/.test(name) && !/[. ]$/.test(name) && !reserved.test(name)
}
