import { inflateSync } from 'node:zlib'
import { exits, Refusal } from '../model/finding.ts'

/** Tables of one face, by tag; those of a WOFF are unpacked when they are first asked for. */
export type Tables = {
  readonly tags: readonly string[]
  /** @throws Refusal `fonts/unreadable` a packed table is damaged */
  get(tag: string): Uint8Array | undefined
}

/**
 * Opens what a font file is kept in: a plain .ttf, one face of a collection (.ttc, .otc), or WOFF 1.0 (W3C REC-WOFF, 2012).
 * @param face 0-based; only a collection has more than one
 * @throws Refusal `fonts/unreadable` · `fonts/woff2` · `fonts/no-face`
 */
export function openContainer(bytes: Uint8Array, file: string, face: number): Tables {
  if (bytes.byteLength < 16) throw unreadable(file)
  const data = view(bytes)
  const signature = String.fromCharCode(...bytes.subarray(0, 4))
  if (signature === 'wOF2') throw new Refusal('fonts/woff2', exits.font, { file }, { file })
  const count = signature === 'ttcf' ? data.getUint32(8) : 1
  if (face >= count) throw new Refusal('fonts/no-face', exits.font, { file, face, count }, { file })
  if (signature === 'wOFF') return packed(bytes, data, file)
  if (signature !== 'ttcf') return plain(bytes, data, 0, file)
  if (16 + 4 * face > bytes.byteLength) throw unreadable(file)
  return plain(bytes, data, data.getUint32(12 + 4 * face), file)
}

export function unreadable(file: string): Refusal {
  return new Refusal('fonts/unreadable', exits.font, { file }, { file })
}

export function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

// ---

/** 1.0, Apple's `true`, and OpenType with CFF outlines, which the reader refuses by its table. */
const versions = [0x00010000, 0x74727565, 0x4f54544f]

/** More than any font holds; a packed table that claims more is damage or a trap. */
const largest = 256 * 1024 * 1024

function plain(bytes: Uint8Array, data: DataView, start: number, file: string): Tables {
  if (start + 12 > bytes.byteLength || !versions.includes(data.getUint32(start))) throw unreadable(file)
  const count = data.getUint16(start + 4)
  if (start + 12 + 16 * count > bytes.byteLength) throw unreadable(file)
  const tables = new Map<string, Uint8Array>()
  for (let i = 0; i < count; i++) {
    const entry = start + 12 + 16 * i
    const [from, length] = [data.getUint32(entry + 8), data.getUint32(entry + 12)]
    if (from + length > bytes.byteLength) throw unreadable(file)
    tables.set(tagAt(bytes, entry), bytes.subarray(from, from + length))
  }
  return { tags: [...tables.keys()], get: (tag) => tables.get(tag) }
}

/** WOFF 1.0, section 5: each table by itself as a zlib stream, or as it is where that is no longer. */
function packed(bytes: Uint8Array, data: DataView, file: string): Tables {
  if (bytes.byteLength < 44 || !versions.includes(data.getUint32(4))) throw unreadable(file)
  const count = data.getUint16(12)
  if (44 + 20 * count > bytes.byteLength) throw unreadable(file)
  const entries = new Map<string, { readonly raw: Uint8Array; readonly length: number }>()
  for (let i = 0; i < count; i++) {
    const entry = 44 + 20 * i
    const [from, short, length] = [data.getUint32(entry + 4), data.getUint32(entry + 8), data.getUint32(entry + 12)]
    if (from + short > bytes.byteLength || short > length || length > largest) throw unreadable(file)
    entries.set(tagAt(bytes, entry), { raw: bytes.subarray(from, from + short), length })
  }
  const opened = new Map<string, Uint8Array>()
  return {
    tags: [...entries.keys()],
    get: (tag) => {
      const entry = entries.get(tag)
      if (!entry) return undefined
      const table = opened.get(tag) ?? unpacked(entry, file)
      opened.set(tag, table)
      return table
    },
  }
}

function unpacked({ raw, length }: { readonly raw: Uint8Array; readonly length: number }, file: string): Uint8Array {
  if (raw.byteLength === length) return raw
  let table: Buffer
  try {
    table = inflateSync(raw, { maxOutputLength: Math.max(1, length) })
  } catch {
    throw unreadable(file)
  }
  if (table.byteLength !== length) throw unreadable(file)
  // a Buffer's slice() shares its memory, a plain Uint8Array's copies
  return new Uint8Array(table.buffer, table.byteOffset, table.byteLength)
}

function tagAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4))
}
