import { inflateSync } from 'node:zlib'
import { type PdfValue, parseValue } from './parse.ts'

/** Where the objects of a file stand, found by looking for them, whatever its tables say. */
export type Objects = {
  readonly numbers: ReadonlySet<number>
  /** The dictionary or array of an object, the last of that number; undefined where there is none. */
  value(object: number): PdfValue | undefined
  /** Objects that hold nothing, or something that no value may hold. */
  readonly odd: boolean
}

/** @param raw the whole file, decrypted */
export function findObjects(raw: Buffer, streams: readonly ObjectStream[]): Objects {
  const found = new Map<number, { readonly source: Buffer; readonly at: number }>()
  let odd = false
  for (const { object, at } of inFile(raw)) {
    found.set(object, { source: raw, at })
    if (/^\s*endobj/.test(raw.toString('latin1', at, at + 32))) odd = true
  }
  for (const stream of streams)
    for (const { object, at } of inStream(stream.data)) {
      // A stream that holds itself.
      if (object === stream.number) odd = true
      if (!found.has(object)) found.set(object, { source: stream.data, at })
    }
  return {
    numbers: new Set(found.keys()),
    odd,
    value(object) {
      const place = found.get(object)
      if (!place) return undefined
      const { source, at } = place
      const short = parseValue(source.toString('latin1', at, at + usualSize))
      return short.odd ? parseValue(source.toString('latin1', at, at + dictionaryLimit)).value : short.value
    },
  }
}

/** Decoded object streams, at most 64 MB of them; one that is broken, encrypted or too large is left out. */
export function objectStreams(raw: Buffer): ObjectStream[] {
  const streams: ObjectStream[] = []
  let total = 0
  for (const at of found(raw, '/ObjStm')) {
    const start = raw.indexOf('stream', at, 'latin1')
    if (start < 0 || total > totalLimit) break
    const body = raw.subarray(start + (raw[start + 6] === 0x0d ? 8 : 7))
    const isPacked = raw.subarray(Math.max(0, at - 400), start).includes('/Filter', 0, 'latin1')
    const data = isPacked ? inflated(body) : body.subarray(0, Math.max(0, body.indexOf('endstream', 0, 'latin1')))
    if (data) streams.push({ number: numberBefore(raw, at), data })
    total += data?.length ?? 0
  }
  return streams
}

/** Undefined where it is not deflated, encrypted, broken or larger than 16 MB. */
export function inflated(body: Buffer): Buffer | undefined {
  const end = body.indexOf('endstream', 0, 'latin1')
  try {
    return inflateSync(end < 0 ? body : body.subarray(0, end), { maxOutputLength: streamLimit })
  } catch {
    return undefined
  }
}

export function* found(text: Buffer, word: string): Generator<number> {
  for (let at = text.indexOf(word, 0, 'latin1'); at >= 0; at = text.indexOf(word, at + word.length, 'latin1')) yield at
}

/** An object stream: its own number and what it holds, unpacked. */
export type ObjectStream = { readonly number: number | undefined; readonly data: Buffer }

// ---

/** The number of the object that this place lies in. */
function numberBefore(raw: Buffer, at: number): number | undefined {
  const keyword = raw.lastIndexOf(' obj', at, 'latin1')
  const head = /(\d{1,10})\s+\d{1,5}$/.exec(raw.toString('latin1', Math.max(0, keyword - 20), Math.max(0, keyword)))
  return head ? Number(head[1]) : undefined
}

const streamLimit = 16 * 1024 * 1024
const totalLimit = 64 * 1024 * 1024
/** Most dictionaries are shorter; an array of 10,000 pages is not. */
const usualSize = 2048
const dictionaryLimit = 256 * 1024
const objectLimit = 1_000_000

type Placed = { readonly object: number; readonly at: number }

function* inFile(raw: Buffer): Generator<Placed> {
  let count = 0
  for (const at of found(raw, 'obj')) {
    const head = /(\d{1,10})\s+\d{1,5}\s+$/.exec(raw.toString('latin1', Math.max(0, at - 24), at))
    if (!head) continue
    if (++count > objectLimit) return
    yield { object: Number(head[1]), at: at + 3 }
  }
}

/** An object stream begins with pairs of number and offset; the first object follows the last pair (7.5.7). */
function* inStream(stream: Buffer): Generator<Placed> {
  const head = /^[\s\d]*/.exec(stream.toString('latin1', 0, dictionaryLimit))?.[0] ?? ''
  const numbers = head.trim().split(/\s+/).map(Number)
  // An object that is a number would be taken for another pair: offsets grow, so the pairs end where they do not.
  for (let pair = 0; pair + 1 < numbers.length; pair += 2) {
    const [object = 0, offset = 0] = [numbers[pair], numbers[pair + 1]]
    if (pair > 0 && offset <= (numbers[pair - 1] ?? 0)) return
    yield { object, at: head.length + offset }
  }
}
