import { crc32, deflateRawSync } from 'node:zlib'

/** An entry of a ZIP written by hand, with the lies that it tells. */
export type Lie = {
  readonly name: string | Buffer
  readonly body?: Buffer
  readonly deflate?: boolean
  readonly method?: number
  readonly flags?: number
  readonly mode?: number
  readonly crc?: number
  readonly size?: number
  /** Name, method and CRC in the local header, where they differ. */
  readonly local?: { readonly name?: string; readonly method?: number; readonly crc?: number }
  /** Stands at the local header of the entry with this index instead of its own. */
  readonly at?: number
}

/** A ZIP of the entries, well formed but for their lies. */
export function liar(entries: readonly Lie[]): Buffer {
  const offsets: number[] = []
  const pieces: Buffer[] = []
  let at = 0
  for (const entry of entries) {
    const { packed, header } = local(entry)
    offsets.push(entry.at === undefined ? at : (offsets[entry.at] ?? 0))
    if (entry.at !== undefined) continue
    pieces.push(header, packed)
    at += header.length + packed.length
  }
  const rows = entries.map((entry, i) => central(entry, offsets[i] ?? 0))
  const directory = Buffer.concat(rows)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(rows.length, 8)
  end.writeUInt16LE(rows.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...pieces, directory, end])
}

function facts({ name, body = Buffer.alloc(0), deflate = false, method, flags = 0x800, crc, size }: Lie) {
  const packed = deflate ? deflateRawSync(body) : body
  return {
    raw: typeof name === 'string' ? Buffer.from(name) : name,
    packed,
    method: method ?? (deflate ? 8 : 0),
    flags,
    crc: crc ?? crc32(body),
    size: size ?? body.length,
  }
}

function local(entry: Lie) {
  const { raw, packed, method, flags, crc, size } = facts(entry)
  const name = entry.local?.name === undefined ? raw : Buffer.from(entry.local.name)
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(flags, 6)
  header.writeUInt16LE(entry.local?.method ?? method, 8)
  header.writeUInt32LE(0x00210000, 10)
  header.writeUInt32LE(entry.local?.crc ?? crc, 14)
  header.writeUInt32LE(packed.length, 18)
  header.writeUInt32LE(size, 22)
  header.writeUInt16LE(name.length, 26)
  return { packed, header: Buffer.concat([header, name]) }
}

function central(entry: Lie, offset: number): Buffer {
  const { raw, packed, method, flags, crc, size } = facts(entry)
  const row = Buffer.alloc(46)
  row.writeUInt32LE(0x02014b50)
  row.writeUInt16LE((3 << 8) | 20, 4)
  row.writeUInt16LE(20, 6)
  row.writeUInt16LE(flags, 8)
  row.writeUInt16LE(method, 10)
  row.writeUInt32LE(0x00210000, 12)
  row.writeUInt32LE(crc, 16)
  row.writeUInt32LE(packed.length, 20)
  row.writeUInt32LE(size, 24)
  row.writeUInt16LE(raw.length, 28)
  row.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 38)
  row.writeUInt32LE(offset, 42)
  return Buffer.concat([row, raw])
}
