import { inflated } from './objects.ts'
import { entry, nameIn, numberIn, type PdfValue, parseValue } from './parse.ts'

/**
 * Every object in use of a cross-reference stream stands where it says (ISO 32000-1 7.5.8).
 * @returns the offset of the section before it, none, or broken
 */
export function streamHolds(raw: Buffer, from: number, shift: number): number | 'none' | 'broken' {
  const { value: dictionary } = parseValue(
    raw.toString('latin1', from, from + headLimit).replace(/^\s*\d+\s+\d+\s+obj/, ''),
  )
  if (nameIn(dictionary, 'Type') !== 'XRef') return 'broken'
  const rows = rowsOf(raw, from, dictionary)
  if (rows === 'broken') return 'broken'
  // Kind 2 names the object stream that holds the object: none holds itself.
  const isFalse = ({ kind, offset, object }: Row) =>
    (kind === 1 && !standsAt(raw, offset + shift, object)) || (kind === 2 && offset === object)
  if (rows.some(isFalse)) return 'broken'
  const prev = entry(dictionary, 'Prev')
  const highest = rows.reduce((most, { object }) => Math.max(most, object), 0)
  if (!prev && numberIn(dictionary, 'Size') !== highest + 1) return 'broken'
  if (!prev) return 'none'
  return prev.is === 'number' ? prev.number : 'broken'
}

/** `12 0 obj` stands there. */
export function standsAt(raw: Buffer, at: number, object: number): boolean {
  return Number(/^\s*(\d+)\s+\d+\s+obj/.exec(raw.toString('latin1', at, at + 32))?.[1] ?? Number.NaN) === object
}

// ---

const headLimit = 64 * 1024

type Row = { readonly kind: number; readonly offset: number; readonly object: number }

function rowsOf(raw: Buffer, from: number, dictionary: PdfValue): readonly Row[] | 'broken' {
  const keyword = raw.indexOf('stream', from, 'latin1')
  const body = raw.subarray(keyword + (raw[keyword + 6] === 0x0d ? 8 : 7))
  const widths = numbers(dictionary, 'W')
  const size = numberIn(dictionary, 'Size') ?? 0
  const width = widths.reduce((sum, one) => sum + one, 0)
  if (keyword < 0 || widths.length !== 3 || width === 0 || width > 24) return 'broken'
  const data = entry(dictionary, 'Filter') ? unpredicted(inflated(body), dictionary, width) : body
  if (!data) return 'broken'
  const sections = numbers(dictionary, 'Index')
  const objects = (sections.length ? pairs(sections) : [[0, size] as const]).flatMap(([first, count]) =>
    Array.from({ length: Math.min(count, Math.floor(data.length / width)) }, (_, at) => first + at),
  )
  const [kindWidth = 0, offsetWidth = 0] = widths
  return objects.map((object, at) => ({
    object,
    kind: kindWidth === 0 ? 1 : bigEndian(data, at * width, kindWidth),
    offset: bigEndian(data, at * width + kindWidth, offsetWidth),
  }))
}

/** Rows of PNG predictors undone: none, left, up (the usual one); others are not looked into. */
function unpredicted(data: Buffer | undefined, dictionary: PdfValue, width: number): Buffer | undefined {
  const predictor = numberIn(entry(dictionary, 'DecodeParms'), 'Predictor') ?? 1
  if (!data || predictor < 10) return data
  const rows = Math.floor(data.length / (width + 1))
  const result = Buffer.alloc(rows * width)
  for (let row = 0; row < rows; row++) {
    const filter = data[row * (width + 1)] ?? 0
    for (let column = 0; column < width; column++) {
      const above = row > 0 ? (result[(row - 1) * width + column] ?? 0) : 0
      const left = column > 0 ? (result[row * width + column - 1] ?? 0) : 0
      const before = filter === 2 ? above : filter === 1 ? left : 0
      result[row * width + column] = (data[row * (width + 1) + 1 + column] ?? 0) + before
    }
  }
  return result
}

function numbers(dictionary: PdfValue, key: string): readonly number[] {
  const list = entry(dictionary, key)
  return list?.is === 'array' ? list.items.flatMap((item) => (item.is === 'number' ? [item.number] : [])) : []
}

function pairs(list: readonly number[]): (readonly [number, number])[] {
  return Array.from({ length: Math.floor(list.length / 2) }, (_, at) => [list[at * 2] ?? 0, list[at * 2 + 1] ?? 0])
}

function bigEndian(data: Buffer, at: number, width: number): number {
  let value = 0
  for (let index = 0; index < width; index++) value = value * 256 + (data[at + index] ?? 0)
  return value
}
