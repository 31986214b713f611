/**
 * One function for every path that comes from data (a dossier, a manifest, a ZIP). It never touches the disk, and answers the
 * same on every platform: a dossier made on Linux must open on the Windows machine of the unit.
 */

/** Why a path or a name is refused; codes of `say/words/format.ts`. */
export type PathProblem =
  | 'disk/path-empty'
  | 'disk/path-absolute'
  | 'disk/path-above'
  | 'disk/path-control'
  | 'disk/path-character'
  | 'disk/path-reserved'
  | 'disk/path-end'
  | 'disk/path-long'

export type CheckedPath =
  | { readonly ok: true; readonly path: string }
  | { readonly ok: false; readonly code: PathProblem; readonly part: string }

/** Windows opens no path above 260 characters without preparation; 240 leaves room for the folder that it is put in. */
export const pathLimit = 240

/**
 * @param text a relative path with `/` or `\`, as somebody wrote it
 * @returns the path with `/`, in NFC, without `.` steps; or the first reason against it
 */
export function checkPath(text: string): CheckedPath {
  const path = text.replaceAll('\\', '/').normalize('NFC')
  if (/^[A-Za-z]:/.test(path) || path.startsWith('/')) return { ok: false, code: 'disk/path-absolute', part: path }
  const parts = path.split('/').filter((part) => part !== '' && part !== '.')
  if (parts.length === 0) return { ok: false, code: 'disk/path-empty', part: path }
  for (const part of parts) {
    const code = nameProblem(part)
    if (code) return { ok: false, code, part }
  }
  const checked = parts.join('/')
  return checked.length > pathLimit ? { ok: false, code: 'disk/path-long', part: checked } : { ok: true, path: checked }
}

/** What is wrong with one name (no separators) on any platform; undefined = nothing. */
export function nameProblem(name: string): PathProblem | undefined {
  return nameTests.find(([test]) => test(name))?.[1]
}

/**
 * A file name made from a person's or a unit's name: forbidden characters become `_`, invisible ones go, at most `limit`
 * characters. Never hand it an identity number, a phone or an address: those stand in no file name (FORMATS 7).
 */
export function safeName(text: string, limit = 80): string {
  const cleaned = text
    .normalize('NFC')
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Co}\u2028\u2029\ufffd]/gu, '')
    .replace(/[<>:"|?*/\\]/g, '_')
    .replace(/\s+/g, ' ')
  const cut = [...cleaned].slice(0, limit).join('')
  const name = cut.replace(/^[ .~-]+/, '').replace(/[ .]+$/, '')
  if (name === '') return '_'
  return nameProblem(name) ? `_${name}` : name
}

// ---

// Also with an extension (`CON.txt`), and the superscript digits that Windows counts as digits.
const reserved = /^(con|prn|aux|nul|conin\$|conout\$|clock\$|(com|lpt)[0-9\u00b9\u00b2\u00b3])\s*(\.|$)/i

const nameTests: readonly (readonly [(name: string) => boolean, PathProblem])[] = [
  [(name) => name === '', 'disk/path-empty'],
  [(name) => name === '..' || name === '.', 'disk/path-above'],
  // Controls, and the marks that turn the direction of writing or have no width, so that a name is what it looks like.
  [
    (name) => !name.isWellFormed() || /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd]/u.test(name),
    'disk/path-control',
  ],
  [(name) => /[<>:"|?*/\\]/.test(name), 'disk/path-character'],
  [(name) => reserved.test(name), 'disk/path-reserved'],
  [(name) => /[. ]$/.test(name), 'disk/path-end'],
]
