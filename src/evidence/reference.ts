import type { EvidenceReference } from '../model/dossier.ts'
import type { Excerpt } from '../model/opening.ts'

/** A reference as a person wrote it, taken apart; or why it cannot be followed. */
export type Reference =
  | { readonly ok: true; readonly path: string; readonly excerpt?: Excerpt | undefined; readonly whole: boolean }
  | { readonly ok: false; readonly why: 'outside' | 'pages'; readonly written: string }

/**
 * Follows `path`, `path#3-9` or a mapping to one of `paths` (relative to the dossier, with `/`, NFC). The path may start at
 * the dossier or at `evidence/`, with `/` or `\`. A file whose name really ends in `#3` is found under that name.
 * Nothing outside the dossier can be named: no `..`, no drive, no root, no device.
 */
export function follow(reference: EvidenceReference, paths: ReadonlySet<string>): Reference {
  const written = typeof reference === 'string' ? reference : reference.path
  const whole = typeof reference === 'string' ? false : (reference.whole ?? false)
  const path = tidy(written)
  if (path === undefined) return { ok: false, why: 'outside', written }
  if (typeof reference !== 'string' && reference.pages !== undefined)
    return withPages(resolve(path, paths), reference.pages, whole, written)
  const literal = resolve(path, paths)
  if (paths.has(literal)) return { ok: true, path: literal, whole }
  const match = /^(.+)#(\d{1,5}(?:-\d{1,5})?)$/.exec(path)
  if (!match?.[1] || match[2] === undefined) return { ok: true, path: literal, whole }
  return withPages(resolve(match[1], paths), match[2], whole, written)
}

// ---

function withPages(path: string, pages: string, whole: boolean, written: string): Reference {
  const [from = 0, to = from] = pages.split('-').map(Number)
  if (from < 1 || to < from) return { ok: false, why: 'pages', written }
  return { ok: true, path, excerpt: { from, to }, whole }
}

/** Where it is: below `evidence/` first, else below the dossier; where neither exists, below `evidence/`. */
function resolve(path: string, paths: ReadonlySet<string>): string {
  const below = path.startsWith('evidence/') ? path : `evidence/${path}`
  return [below, path, `evidence/${path}`].find((candidate) => paths.has(candidate)) ?? below
}

/** `/` for `\`, NFC, no leading `./`; undefined for what leads out of the folder or is no path at all. */
function tidy(written: string): string | undefined {
  const path = written.normalize('NFC').replaceAll('\\', '/').trim()
  const steps = path.split('/').filter((step, at) => !(step === '.' || (step === '' && at > 0)))
  const odd = path === '' || path.startsWith('/') || path.includes(':') || /[\u0000-\u001f\u007f]/.test(path)
  if (odd || steps.some((step) => /^\.{2,}\s*$/.test(step))) return undefined
  return steps.join('/')
}
