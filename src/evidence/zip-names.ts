/**
 * Names in the central directory of a ZIP, for telling DOCX, XLSX and OFD apart; nothing is unpacked.
 * At most 10,000; an empty list where the directory cannot be found (APPNOTE 4.3.12, 4.3.16).
 */
export function zipNames(bytes: Uint8Array): readonly string[] {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = raw.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0 || end + 22 > raw.length) return []
  const names: string[] = []
  let at = raw.readUInt32LE(end + 16)
  while (names.length < nameLimit && at + headerSize <= raw.length && raw.readUInt32LE(at) === centralHeader) {
    const [name, extra, comment] = [raw.readUInt16LE(at + 28), raw.readUInt16LE(at + 30), raw.readUInt16LE(at + 32)]
    names.push(raw.toString('utf8', at + headerSize, at + headerSize + name))
    at += headerSize + name + extra + comment
  }
  return names
}

// ---

const nameLimit = 10_000
const headerSize = 46
const centralHeader = 0x02014b50
