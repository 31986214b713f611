import { found, type ObjectStream } from './objects.ts'

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
export function scan(raw: Buffer, streams: readonly ObjectStream[]): Marks {
  const seen = new Map<string, number>()
  for (const text of [raw, ...streams.map(({ data }) => data)])
    for (const name of namesIn(text)) seen.set(name, (seen.get(name) ?? 0) + 1)
  const has = (names: readonly string[]) => names.some((name) => seen.has(name))
  return {
    active: has(['JavaScript', 'JS', 'Launch', 'SubmitForm', 'ImportData']),
    embedded: has(['EmbeddedFile', 'EmbeddedFiles']),
    layers: has(['OCProperties']),
    fields: has(['Widget']),
    pageObjects: isUpdated(raw) ? 0 : (seen.get('Type Page') ?? 0),
  }
}

/** Arranged for the web, and nothing was appended since (annex F: `/L` is the length of the file). */
export function isLinearized(raw: Buffer): boolean {
  const head = raw.toString('latin1', 0, 1024)
  return head.includes('/Linearized') && Number(/\/L\s+(\d+)/.exec(head)?.[1] ?? -1) === raw.length
}

// ---

/** More ends than one (two in a linearized file): something was appended (ISO 32000-1 7.5.6). */
function isUpdated(raw: Buffer): boolean {
  return [...found(raw, '%%EOF')].length > (isLinearized(raw) ? 2 : 1)
}

const slash = 0x2f
const longestName = 40
/** First letters of the names that matter; any other name is passed over without being read. */
const wanted = new Set([...'JLSIEOWP'].map((letter) => letter.charCodeAt(0)))

/**
 * Names in one pass over the bytes, those with characters written as `#xx` decoded (7.3.5): `/J#61vaScript` is JavaScript.
 * A page is `Type Page`: the name alone means other things as well.
 */
function* namesIn(text: Buffer): Generator<string> {
  for (let at = 0; at < text.length; at++) {
    if (text[at] !== slash) continue
    let to = at + 1
    let escaped = false
    while (to < at + longestName && isRegular(text[to] ?? 0)) {
      if (text[to] === 0x23) escaped = true
      to++
    }
    if (!escaped && !wanted.has(text[at + 1] ?? 0)) continue
    const written = text.toString('latin1', at + 1, to)
    const name = escaped ? decoded(written) : written
    if (name !== 'Page') yield name
    else if (/\/Type\s*$/.test(text.toString('latin1', Math.max(0, at - 16), at))) yield 'Type Page'
  }
}

function decoded(name: string): string {
  return name.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

/** Regular character of PDF: neither white space nor delimiter (ISO 32000-1 7.2.2). */
function isRegular(byte: number): boolean {
  return byte > 0x20 && byte < 0x7f && !delimiters.has(byte)
}

const delimiters = new Set([...'()<>[]{}/%'].map((letter) => letter.charCodeAt(0)))
