import { exits, Refusal } from '../model/finding.ts'

/** What a PDF must know of a JPEG to carry its bytes as they are. */
export type JpegFacts = {
  readonly width: number
  readonly height: number
  readonly components: 1 | 3 | 4
  /** APP14 of Adobe is there: four components are then stored inverted. */
  readonly adobe: boolean
  /** Components are named R, G, B and nothing says otherwise: the colours are not to be transformed. */
  readonly plainRgb: boolean
  /** ICC profile, where it is whole and its colour space fits the components. */
  readonly profile?: Uint8Array | undefined
}

/**
 * Reads the markers of a JPEG up to its first scan.
 * @throws Refusal `bundle/odd-picture` for what PDF readers do not decode (12 bits, lossless, arithmetic) or no JPEG at all
 */
export function jpegFacts(bytes: Uint8Array, file: string): JpegFacts {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const segments = [...readSegments(data)]
  const frame = segments.find(({ marker }) => frames.has(marker))
  const body = frame?.body
  const components = body && body.length >= 6 ? body.readUInt8(5) : 0
  const known = components === 1 || components === 3 || components === 4
  if (!body || !frame || !baseline.has(frame.marker) || body.readUInt8(0) !== 8 || !known) {
    throw new Refusal('bundle/odd-picture', exits.unreadable, {}, { file })
  }
  const adobe = segments.some(({ marker, body }) => marker === 0xee && body.subarray(0, 5).equals(adobeName))
  const names = [6, 9, 12].map((at) => (components === 3 && at < body.length ? body.readUInt8(at) : 0))
  return {
    width: body.readUInt16BE(3),
    height: body.readUInt16BE(1),
    components,
    adobe,
    plainRgb: !adobe && String.fromCharCode(...names) === 'RGB',
    profile: profileOf(segments, components),
  }
}

// ---

type Segment = { readonly marker: number; readonly body: Buffer }

const adobeName = Buffer.from('Adobe')
const iccName = Buffer.from('ICC_PROFILE\0')
const baseline = new Set([0xc0, 0xc1, 0xc2])
const frames = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf])

function* readSegments(data: Buffer): Generator<Segment> {
  if (data.length < 4 || data.readUInt16BE(0) !== 0xffd8) return
  let at = 2
  while (at + 4 <= data.length && data[at] === 0xff) {
    const marker = data.readUInt8(at + 1)
    if (marker === 0xff) {
      at += 1 // fill byte
      continue
    }
    if (marker === 0xda || marker === 0xd9) return
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
      at += 2
      continue
    }
    const length = data.readUInt16BE(at + 2)
    yield { marker, body: data.subarray(at + 4, at + 2 + length) }
    at += 2 + Math.max(2, length)
  }
}

/** ICC profiles come in numbered pieces of at most 64 KB. */
function profileOf(segments: readonly Segment[], components: number): Uint8Array | undefined {
  const pieces = segments
    .filter(({ marker, body }) => marker === 0xe2 && body.length > 14 && body.subarray(0, 12).equals(iccName))
    .map(({ body }) => ({ no: body.readUInt8(12), of: body.readUInt8(13), data: body.subarray(14) }))
    .sort((a, b) => a.no - b.no)
  if (!pieces.length || pieces.some(({ no, of }, i) => no !== i + 1 || of !== pieces.length)) return undefined
  const profile = Buffer.concat(pieces.map(({ data }) => data))
  const spaces: Record<number, string> = { 1: 'GRAY', 3: 'RGB ', 4: 'CMYK' }
  const whole = profile.length >= 128 && profile.readUInt32BE(0) === profile.length
  return whole && profile.toString('latin1', 16, 20) === spaces[components] ? profile : undefined
}
