import { inflateSync } from 'node:zlib'

/** What a look at the raw bytes tells, object streams included. PDFium has no question for these. */
export type Marks = {
  readonly active: boolean
  readonly embedded: boolean
  readonly layers: boolean
  /** Page objects in a file that was written once; 0 where later changes may have left old ones behind. */
  readonly pageObjects: number
}

/**
 * Looks for the names that matter anywhere in the file. Sees no object stream of an encrypted file (its bytes are
 * unreadable without the key), so an absent mark proves nothing; a present one does.
 */
export function scan(bytes: Uint8Array): Marks {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const texts = [raw, ...objectStreams(raw)]
  const has = (names: readonly string[]) => names.some((name) => texts.some((text) => holdsName(text, name)))
  return {
    active: has(['/JavaScript', '/JS', '/Launch', '/SubmitForm', '/ImportData']),
    embedded: has(['/EmbeddedFile', '/EmbeddedFiles']),
    layers: has(['/OCProperties']),
    pageObjects: isUpdated(raw) ? 0 : texts.reduce((sum, text) => sum + pageObjects(text), 0),
  }
}

// ---

const streamLimit = 16 * 1024 * 1024
const totalLimit = 64 * 1024 * 1024

function* found(text: Buffer, word: string): Generator<number> {
  for (let at = text.indexOf(word, 0, 'latin1'); at >= 0; at = text.indexOf(word, at + word.length, 'latin1')) yield at
}

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
  const linearized = raw.subarray(0, 1024).includes('/Linearized', 0, 'latin1')
  return [...found(raw, '%%EOF')].length > (linearized ? 2 : 1)
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

function objectStreams(raw: Buffer): Buffer[] {
  const streams: Buffer[] = []
  let total = 0
  for (const at of found(raw, '/ObjStm')) {
    const start = raw.indexOf('stream', at, 'latin1')
    if (start < 0 || total > totalLimit) break
    const body = raw.subarray(start + (raw[start + 6] === 0x0d ? 8 : 7))
    const stream = inflated(body)
    if (stream) streams.push(stream)
    total += stream?.length ?? 0
  }
  return streams
}

/** Undefined where it is not deflated, encrypted, broken or larger than the limit: the marks in it stay unseen. */
function inflated(body: Buffer): Buffer | undefined {
  const end = body.indexOf('endstream', 0, 'latin1')
  try {
    return inflateSync(end < 0 ? body : body.subarray(0, end), { maxOutputLength: streamLimit })
  } catch {
    return undefined
  }
}
