import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  type PDFContext,
  PDFDict,
  PDFFlateStream,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFStream,
} from 'pdf-lib'
import { isLastingFont } from './cid-font.ts'
import { readContent } from './operators.ts'

/**
 * Whether a page that we did not draw can stand in a PDF/A-2u file with an sRGB output intent (ISO 19005-2, 6.2). Strict
 * rather than complete: yes is sure, no means that nobody looked closer. To be asked before anything is drawn over it.
 */
export function isArchival(page: PDFPage): boolean {
  const { node } = page
  if (!node.keys().every(isText)) return false
  const annotations = node.lookup(key('Annots'))
  if (annotations instanceof PDFArray ? annotations.size() > 0 : annotations !== undefined) return false
  if (node.lookup(key('Group'))?.toString().includes('CMYK')) return false
  const contents = node.lookup(key('Contents'))
  const streams =
    contents instanceof PDFArray ? Array.from({ length: contents.size() }, (_, i) => contents.lookup(i)) : [contents]
  const bytes = streams.map((stream) => (stream === undefined ? Buffer.alloc(0) : decoded(stream)))
  if (bytes.some((part) => part === undefined)) return false
  const whole = Buffer.concat(bytes.flatMap((part) => (part ? [part, Buffer.from('\n')] : [])))
  return isLasting(whole, node.Resources(), 0)
}

// ---

const key = (name: string) => PDFName.of(name)

/** Everything but colours that the output intent does not cover, patterns, shadings, rendering intents and inline images. */
const allowed = new Set(
  'q Q cm w J j M d i gs m l c v y h re S s f F f* B B* b b* n W W* BT ET Tc Tw Tz TL Tf Tr Ts Td TD Tm T* Tj TJ \' " g G rg RG Do BMC BDC EMC MP DP'.split(
    ' ',
  ),
)
const filters = /^\/(Flate|DCT|CCITTFax|RunLength|JBIG2|ASCII85|ASCIIHex)Decode$/
const deepest = 8
const mostStates = 28

function isLasting(content: Buffer, resources: PDFDict | undefined, level: number): boolean {
  const read = readContent(content)
  if (!read || read.depth > mostStates || level > deepest || [...read.operators].some((one) => !allowed.has(one)))
    return false
  const values = (kind: string) => entries(resources?.lookup(key(kind)))
  const fonts = new Map(values('Font'))
  return (
    entries(resources).every(([, part]) => isText(part)) &&
    values('ExtGState').every(([, state]) => isPlainState(state)) &&
    values('XObject').every(([, object]) => isLastingObject(object, level)) &&
    [...read.shown].every(([name, strings]) => {
      const font = fonts.get(name)
      return font instanceof PDFDict && isLastingFont(font, strings)
    })
  )
}

/** Names are UTF-8 (6.1.8): those in ASCII are for sure. */
function isText(part: unknown): boolean {
  return /^[\x20-\x7e\s]*$/.test(String(part)) && !/#[89A-Fa-f]/.test(String(part))
}

function entries(dict: PDFObject | undefined): (readonly [string, PDFObject | undefined])[] {
  return dict instanceof PDFDict ? dict.keys().map((name) => [name.decodeText(), dict.lookup(name)] as const) : []
}

/** A graphics state that changes neither transparency nor halftones. */
function isPlainState(state: PDFObject | undefined): boolean {
  const plain: Readonly<Record<string, RegExp>> = {
    Type: /./,
    SA: /./,
    AIS: /^false$/,
    CA: /^1(\.0*)?$/,
    ca: /^1(\.0*)?$/,
    BM: /^\/(Normal|Compatible)$/,
    SMask: /^\/None$/,
  }
  return entries(state).every(([name, value]) => plain[name]?.test(String(value)))
}

function isLastingObject(object: PDFObject | undefined, level: number): boolean {
  if (!(object instanceof PDFRawStream) || !hasKnownFilters(object)) return false
  const { dict } = object
  if (['OPI', 'Alternates', 'Ref', 'PS', 'Subtype2', 'Intent'].some((name) => dict.get(key(name)) !== undefined))
    return false
  if (String(dict.get(key('Subtype'))) === '/Image') return isLastingImage(object, level)
  const [content, own] = [decoded(object), dict.lookup(key('Resources'))]
  return content !== undefined && own instanceof PDFDict && isLasting(content, own, level + 1)
}

function isLastingImage({ dict }: PDFRawStream, level: number): boolean {
  const interpolate = dict.lookup(key('Interpolate'))
  if (interpolate instanceof PDFBool && interpolate.asBoolean()) return false
  const masks = [dict.lookup(key('SMask')), dict.lookup(key('Mask'))].filter((mask) => mask instanceof PDFStream)
  if (!masks.every((mask) => level < deepest && isLastingObject(mask, level + 1))) return false
  return (
    String(dict.lookup(key('ImageMask'))) === 'true' || isLastingColour(dict.lookup(key('ColorSpace')), dict.context)
  )
}

/** Grey and RGB, indexed or by an ICC profile of that kind. */
function isLastingColour(space: PDFObject | undefined, context: PDFContext): boolean {
  if (space instanceof PDFName) return ['/DeviceRGB', '/DeviceGray'].includes(String(space))
  if (!(space instanceof PDFArray)) return false
  const kind = String(space.lookup(0))
  if (kind === '/Indexed') return isLastingColour(space.lookup(1), context)
  if (kind !== '/ICCBased') return false
  const seen = profiles.get(context) ?? new Map<PDFObject | undefined, boolean>()
  profiles.set(context, seen)
  const [at, profile] = [space.get(1), space.lookup(1)]
  const good = seen.get(at) ?? (profile instanceof PDFRawStream && isProfile(profile))
  seen.set(at, good)
  return good
}

/** Pictures share their profiles, and one that was written is no longer there to be looked into. */
const profiles = new WeakMap<PDFContext, Map<PDFObject | undefined, boolean>>()

/** Version up to 4, a device or colour space class, as many components as said (ICC.1, 7.2). */
function isProfile(stream: PDFRawStream): boolean {
  const [bytes, count] = [decoded(stream), stream.dict.lookup(key('N'))]
  if (!bytes || bytes.length < 128 || !(count instanceof PDFNumber)) return false
  const kind = ({ 1: 'GRAY', 3: 'RGB ' } as Record<number, string>)[count.asNumber()]
  const [version, role] = [bytes.readUInt8(8), bytes.toString('latin1', 12, 16)]
  return version <= 4 && ['scnr', 'mntr', 'prtr', 'spac'].includes(role) && bytes.toString('latin1', 16, 20) === kind
}

function hasKnownFilters({ dict }: PDFRawStream): boolean {
  const named = dict.lookup(key('Filter'))
  const list =
    named instanceof PDFArray ? Array.from({ length: named.size() }, (_, i) => named.lookup(i)) : named ? [named] : []
  return dict.get(key('F')) === undefined && list.every((one) => filters.test(String(one)))
}

/** undefined where it cannot be decoded. */
function decoded(stream: PDFObject): Buffer | undefined {
  if (stream instanceof PDFFlateStream) return Buffer.from(stream.getUnencodedContents())
  if (!(stream instanceof PDFRawStream)) return undefined
  if (!hasKnownFilters(stream)) return undefined
  try {
    return Buffer.from(decodePDFRawStream(stream).decode())
  } catch {
    // a stream that pdf-lib does not decode is not vouched for
    return undefined
  }
}
