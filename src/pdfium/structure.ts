/**
 * A cheap honest look at whether a PDF is built as it says: readers rebuild a damaged file in silence, each in its own way,
 * and a person should know. Cross-reference streams and indirect stream lengths are not followed.
 */
export function isSound(bytes: Uint8Array): boolean {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return endsWell(raw) && xrefHolds(raw) && lengthsHold(raw)
}

// ---

/** `startxref` and `%%EOF` at the end (ISO 32000-1 7.5.5; annex H lets some 1,024 bytes follow). */
function endsWell(raw: Buffer): boolean {
  const tail = raw.subarray(-1100).toString('latin1')
  return tail.includes('startxref') && tail.includes('%%EOF')
}

const sectionLimit = 200

/** Every object in use of every classic table stands where the table says (7.5.4); offsets may count from the header. */
function xrefHolds(raw: Buffer): boolean {
  const shift = Math.max(0, raw.subarray(0, 1024).indexOf('%PDF-', 0, 'latin1'))
  const last = raw.lastIndexOf('startxref', undefined, 'latin1')
  let at = Number(/^startxref\s+(\d+)/.exec(raw.toString('latin1', last, last + 40))?.[1] ?? Number.NaN)
  const seen = new Set<number>()
  while (seen.size < sectionLimit && !seen.has(at)) {
    seen.add(at)
    if (!(at + shift < raw.length)) return false
    const head = raw.toString('latin1', at + shift, at + shift + 40)
    if (/^\s*\d+\s+\d+\s+obj/.test(head)) return true
    if (!/^\s*xref/.test(head)) return false
    const prev = tableHolds(raw, at + shift, shift)
    if (prev === 'broken') return false
    if (prev === 'none') return true
    at = prev
  }
  return false
}

/** Checks one table; the offset of the one before it, none, or broken. */
function tableHolds(raw: Buffer, from: number, shift: number): number | 'none' | 'broken' {
  const end = raw.indexOf('trailer', from, 'latin1')
  if (end < 0) return 'broken'
  const lines = raw
    .toString('latin1', from, end)
    .split(/[\r\n]+/)
    .map((line) => line.trim())
  let object = 0
  for (const line of lines) {
    const entry = /^(\d{10}) (\d{5}) ([nf])$/.exec(line)
    const section = /^(\d+) (\d+)$/.exec(line)
    if (entry) {
      if (entry[3] === 'n' && !standsAt(raw, Number(entry[1]) + shift, object)) return 'broken'
      object++
    } else if (section) object = Number(section[1])
    else if (line !== '' && line !== 'xref') return 'broken'
  }
  const trailer = raw.toString('latin1', end, end + 4096).split('startxref')[0] ?? ''
  const prev = /\/Prev\s*([^/>\s]*)/.exec(trailer)
  if (!prev) return 'none'
  return /^\d+$/.test(prev[1] ?? '') ? Number(prev[1]) : 'broken'
}

function standsAt(raw: Buffer, at: number, object: number): boolean {
  return Number(/^\s*(\d+)\s+\d+\s+obj/.exec(raw.toString('latin1', at, at + 32))?.[1] ?? Number.NaN) === object
}

/** Every stream with a length of its own ends there (7.3.8.2). */
function lengthsHold(raw: Buffer): boolean {
  for (let at = raw.indexOf('stream', 0, 'latin1'); at >= 0; ) {
    let next = at + 6
    if (/^(\r\n|\n|\r)/.test(raw.toString('latin1', next, next + 2)) && raw.toString('latin1', at - 3, at) !== 'end') {
      const end = streamEnd(raw, at)
      if (end === 'broken') return false
      next = end
    }
    at = raw.indexOf('stream', next, 'latin1')
  }
  return true
}

/** Where the search goes on: behind the stream. */
function streamEnd(raw: Buffer, keyword: number): number | 'broken' {
  const object = raw.lastIndexOf(' obj', keyword, 'latin1')
  const length = /\/Length\s+(\d+)(\s+\d+\s+R)?/.exec(raw.toString('latin1', Math.max(object, keyword - 8192), keyword))
  if (!length) return 'broken'
  const after = raw.indexOf('endstream', keyword, 'latin1')
  if (after < 0) return 'broken'
  if (length[2] !== undefined) return after + 9
  const start = keyword + (raw[keyword + 6] === 0x0d && raw[keyword + 7] === 0x0a ? 8 : 7)
  const end = start + Number(length[1])
  return /^\s{0,3}endstream/.test(raw.toString('latin1', end, end + 12)) ? end : 'broken'
}
