import type { FileKind } from '../model/evidence.ts'
import { zipNames } from './zip-names.ts'

/** What a file is, by its content alone. `unknown` covers everything that is neither listed nor readable text. */
export function sniff(bytes: Uint8Array): FileKind {
  if (!bytes.length) return 'empty'
  const head = Buffer.from(bytes.subarray(0, 64)).toString('latin1')
  const magic = magics.find(({ test }) => test.test(head))
  if (magic) return magic.kind
  if (isPdf(bytes)) return 'pdf'
  if (/^PK(\x03\x04|\x05\x06|\x07\x08)/.test(head)) return zipKind(zipNames(bytes))
  return isText(bytes) ? 'text' : 'unknown'
}

/** True when the ending of the name promises another kind of file than `kind`. Unlisted endings promise nothing. */
export function nameDiffers(path: string, kind: FileKind): boolean {
  const promised = promisedKinds(path)
  return promised !== undefined && kind !== 'empty' && !promised.includes(kind)
}

/** The name promises a page that can be read (a picture or a PDF). */
export function promisesPages(path: string): boolean {
  return promisedKinds(path)?.some((kind) => readable.includes(kind)) ?? false
}

// ---

const magics: readonly { readonly kind: FileKind; readonly test: RegExp }[] = [
  { kind: 'pdf', test: /^%PDF-/ },
  { kind: 'jpeg', test: /^\xff\xd8\xff/ },
  { kind: 'png', test: /^\x89PNG\r\n\x1a\n/ },
  { kind: 'tiff', test: /^(II[*+]\0|MM\0[*+])/ },
  { kind: 'webp', test: /^RIFF[\s\S]{4}WEBP/ },
  { kind: 'gif', test: /^GIF8[79]a/ },
  // ISO base media with a brand of still pictures; `ftypisom` and the like are films.
  { kind: 'heic', test: /^[\s\S]{4}ftyp(heic|heix|heim|heis|hevc|hevx|mif1|msf1|avif|avis)/ },
  { kind: 'bmp', test: /^BM[\s\S]{4}\0\0\0\0[\s\S]{4}[\x0c\x28\x34\x38\x40\x6c\x7c]\0\0\0/ },
]

const readable: readonly FileKind[] = ['pdf', 'jpeg', 'png', 'tiff', 'webp', 'gif', 'heic', 'bmp']

const endings: Readonly<Record<string, readonly FileKind[]>> = {
  pdf: ['pdf'],
  jpg: ['jpeg'],
  jpeg: ['jpeg'],
  jpe: ['jpeg'],
  jfif: ['jpeg'],
  png: ['png'],
  tif: ['tiff'],
  tiff: ['tiff'],
  webp: ['webp'],
  gif: ['gif'],
  heic: ['heic'],
  heif: ['heic'],
  hif: ['heic'],
  avif: ['heic'],
  bmp: ['bmp'],
  docx: ['docx'],
  docm: ['docx'],
  xlsx: ['xlsx'],
  xlsm: ['xlsx'],
  ofd: ['ofd'],
  zip: ['zip', 'docx', 'xlsx', 'ofd'],
  txt: ['text'],
  csv: ['text'],
}

function promisedKinds(path: string): readonly FileKind[] | undefined {
  const ending = /\.([A-Za-z0-9]+)$/.exec(path)?.[1]?.toLowerCase()
  return ending !== undefined && Object.hasOwn(endings, ending) ? endings[ending] : undefined
}

/**
 * ISO 32000-1 annex H: readers accept the header anywhere in the first 1,024 bytes. A file that lost it is still told by an
 * object at its beginning and the words of a trailer at its end.
 */
function isPdf(bytes: Uint8Array): boolean {
  const [head, tail] = [Buffer.from(bytes.subarray(0, 1024)), Buffer.from(bytes.subarray(-2048))]
  if (head.includes('%PDF-', 0, 'latin1')) return true
  const ends = tail.includes('startxref', 0, 'latin1') || tail.includes('%%EOF', 0, 'latin1')
  return ends && /\d+\s+\d+\s+obj/.test(head.toString('latin1'))
}

function zipKind(names: readonly string[]): FileKind {
  const has = (name: string) => names.includes(name)
  if (has('OFD.xml')) return 'ofd'
  if (!has('[Content_Types].xml')) return 'zip'
  if (names.some((name) => name.startsWith('word/'))) return 'docx'
  return names.some((name) => name.startsWith('xl/')) ? 'xlsx' : 'zip'
}

/** No control characters in the first 4 KB, in UTF-8, GB 18030 or UTF-16 with its mark. HTML and SVG are text too. */
function isText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096)
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return true
  return !head.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c)
}
