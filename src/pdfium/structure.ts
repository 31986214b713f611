import { found } from './objects.ts'
import { entry, numberIn, parseValue } from './parse.ts'
import { standsAt, streamHolds } from './xref-stream.ts'

/**
 * A cheap honest look at whether a PDF is built as it says: readers rebuild a damaged file in silence, each in its own way,
 * and a person should know. Indirect stream lengths are not followed.
 */
export function isSound(raw: Buffer): boolean {
  return raw.subarray(0, 5).toString('latin1') === '%PDF-' && endsWell(raw) && xrefHolds(raw) && lengthsHold(raw)
}

/** Every picture that is stored as a JPEG begins like one; elsewhere a page shows nothing where it should stand. */
export function picturesHold(raw: Buffer): boolean {
  for (const at of found(raw, '/DCTDecode')) {
    const start = raw.indexOf('stream', at, 'latin1')
    if (start < 0 || start - at > 4096) continue
    const object = raw.lastIndexOf(' obj', at, 'latin1')
    const filter = /\/Filter\s*\[?\s*\/DCTDecode\s*(\]|\/|>|$)/m.test(
      raw.toString('latin1', Math.max(object, at - 2048), start),
    )
    const body = raw.indexOf(Buffer.from([0xff, 0xd8]), start)
    if (filter && (body < 0 || body > start + 16)) return false
  }
  return true
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
    const isStream = /^\s*\d+\s+\d+\s+obj/.test(head)
    if (!isStream && !/^\s*xref/.test(head)) return false
    const prev = isStream ? streamHolds(raw, at + shift, shift) : tableHolds(raw, at + shift, shift)
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
  let highest = 0
  for (const line of lines) {
    const inUse = /^(\d{10}) (\d{5}) ([nf])$/.exec(line)
    const section = /^(\d+) (\d+)$/.exec(line)
    if (inUse) {
      if (inUse[3] === 'n' && !standsAt(raw, Number(inUse[1]) + shift, object)) return 'broken'
      highest = Math.max(highest, object++)
    } else if (section) object = Number(section[1])
    else if (line !== '' && line !== 'xref') return 'broken'
  }
  const { value: trailer, odd } = parseValue(
    raw.toString('latin1', end + 7, end + 64 * 1024).split('startxref')[0] ?? '',
  )
  const size = numberIn(trailer, 'Size')
  if (odd || size === undefined || size < highest + 1) return 'broken'
  const prev = entry(trailer, 'Prev')
  if (!prev) return size > highest + 1 ? 'broken' : 'none'
  return prev.is === 'number' ? prev.number : 'broken'
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
