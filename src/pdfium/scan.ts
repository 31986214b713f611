import { found } from './objects.ts'

/** What a look at the raw bytes tells, object streams included. PDFium has no question for these. */
export type Marks = {
  readonly active: boolean
  readonly embedded: boolean
  readonly layers: boolean
  /** A field that shows on some page. */
  readonly fields: boolean
  /** Page objects in a file that was written once; 0 where later changes may have left old ones behind. */
  readonly pageObjects: number
}

/**
 * Looks for the names that matter anywhere in the file. Sees no object stream of an encrypted file (its bytes are
 * unreadable without the key), so an absent mark proves nothing; a present one does.
 */
export function scan(raw: Buffer, streams: readonly Buffer[]): Marks {
  const texts = [raw, ...streams]
  const escaped = texts.map((text) => Buffer.from(escapedNames(text).join(' '), 'latin1'))
  const has = (names: readonly string[]) =>
    names.some((name) => [...texts, ...escaped].some((text) => holdsName(text, name)))
  return {
    active: has(['/JavaScript', '/JS', '/Launch', '/SubmitForm', '/ImportData']),
    embedded: has(['/EmbeddedFile', '/EmbeddedFiles']),
    layers: has(['/OCProperties']),
    fields: has(['/Widget']),
    pageObjects: isUpdated(raw) ? 0 : texts.reduce((sum, text) => sum + pageObjects(text), 0),
  }
}

/** Arranged for the web, and nothing was appended since (annex F: `/L` is the length of the file). */
export function isLinearized(raw: Buffer): boolean {
  const head = raw.toString('latin1', 0, 1024)
  return head.includes('/Linearized') && Number(/\/L\s+(\d+)/.exec(head)?.[1] ?? -1) === raw.length
}

// ---

/** The name itself, not the beginning of a longer one. */
function holdsName(text: Buffer, name: string): boolean {
  for (const at of found(text, name)) {
    const next = text[at + name.length]
    if (next === undefined || !isRegular(next)) return true
  }
  return false
}

/** More ends than one (two in a linearized file): something was appended (ISO 32000-1 7.5.6). */
function isUpdated(raw: Buffer): boolean {
  return [...found(raw, '%%EOF')].length > (isLinearized(raw) ? 2 : 1)
}

function pageObjects(text: Buffer): number {
  let count = 0
  for (const at of found(text, '/Page')) {
    const next = text[at + 5]
    const isName = next === undefined || !isRegular(next)
    if (isName && /\/Type\s*$/.test(text.toString('latin1', Math.max(0, at - 16), at))) count++
  }
  return count
}

/** Regular character of PDF: neither white space nor delimiter (ISO 32000-1 7.2.2). */
function isRegular(byte: number): boolean {
  return byte > 0x20 && byte < 0x7f && !'()<>[]{}/%'.includes(String.fromCharCode(byte))
}

const longestName = 40

/** Names with characters written as `#xx` (7.3.5), decoded: `/J#61vaScript` is JavaScript. */
function escapedNames(text: Buffer): string[] {
  const names = new Set<string>()
  for (const at of found(text, '#')) {
    if (!isHex(text[at + 1]) || !isHex(text[at + 2])) continue
    let from = at
    while (from > at - longestName && isRegular(text[from] ?? 0)) from--
    if (text[from] !== 0x2f) continue
    let to = at
    while (to < from + longestName && isRegular(text[to] ?? 0)) to++
    const name = text.toString('latin1', from, to)
    names.add(name.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))))
  }
  return [...names]
}

function isHex(byte: number | undefined): boolean {
  return byte !== undefined && /^[0-9A-Fa-f]$/.test(String.fromCharCode(byte))
}
