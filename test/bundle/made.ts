import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { degrees, PDFDocument, StandardFonts } from 'pdf-lib'
import { type Composition, compose } from '../../src/bundle/compose.ts'
import type { Open } from '../../src/bundle/hash.ts'
import type { StartPen } from '../../src/bundle/pen.ts'
import type { Plan } from '../../src/bundle/plan.ts'
import type { BagFile, BagReader } from '../../src/bundle/reader.ts'
import { visibleSize } from '../../src/bundle/visible.ts'
import type { Entry } from '../../src/model/bundle.ts'
import type { Dossier } from '../../src/model/dossier.ts'
import type { Claim, EvidenceFile, Inventory, ReadingPage } from '../../src/model/evidence.ts'
import type { Item, Measure, Page } from '../../src/model/page.ts'
import type { KindsFile } from '../../src/model/procedure.ts'

/** A measure that knows figures only: half an em each. */
export const measure: Measure = {
  runs: (text) => [{ font: 'F', text }],
  width: (text, _font, size) => (text.length * size * 0.5 * 25.4) / 72,
  extent: () => ({ ascent: 0.9, descent: 0.2 }),
}

/** What a pen was asked to draw over pages, by page of the document. */
export type Drawn = { readonly page: number; readonly items: readonly Item[]; readonly size: { w: number; h: number } }

/** A pen that draws text in Helvetica, upright pages only, and remembers what it drew. */
export function fakePen(drawn: Drawn[] = []): StartPen {
  return async (doc) => {
    const font = await doc.embedFont(StandardFonts.Helvetica)
    const write = (page: ReturnType<typeof doc.addPage>, items: readonly Item[]) => {
      const size = visibleSize(page)
      drawn.push({ page: doc.getPages().indexOf(page) + 1, items, size })
      for (const item of items) {
        if (item.kind !== 'text' || item.grey > 0) continue
        page.drawText(item.text, { x: item.x * pt, y: page.getHeight() - item.y * pt, size: item.size, font })
      }
    }
    return {
      page(page) {
        const made = doc.addPage([page.w * pt, page.h * pt])
        write(made, page.items)
        return made
      },
      onto: (page, items) => write(page, items),
      end: () => doc.flush(),
    }
  }
}
const pt = 72 / 25.4

export function laid(form: string, pages: number, text = form): Page[] {
  return Array.from({ length: pages }, (_, i) => ({
    form,
    no: i + 1,
    w: 210,
    h: 297,
    items: [{ kind: 'text', x: 30, y: 40, font: 'F', size: 12, text: `${text}-${i + 1}`, spacing: 0, grey: 0 }],
  }))
}

/** A PDF of `pages` pages with their names written on them. */
export async function pdf(
  pages: number,
  { name = 'page', rotate = 0, crop = false, size = [595.28, 841.89] as [number, number] } = {},
): Promise<Uint8Array> {
  const doc = await PDFDocument.create({ updateMetadata: false })
  const font = await doc.embedFont(StandardFonts.Helvetica)
  for (let i = 1; i <= pages; i += 1) {
    const page = doc.addPage(size)
    page.drawText(`${name}-${i}`, { x: 100, y: 400, size: 14, font })
    if (rotate) page.setRotation(degrees(rotate))
    if (crop) page.setCropBox(50, 60, size[0] - 100, size[1] - 160)
  }
  return doc.save({ addDefaultPage: false })
}

/** A JPEG of two halves, red above and blue below, `width` × `height` pixels. */
export async function jpeg(width: number, height: number, orientation?: number): Promise<Uint8Array> {
  const pixels = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) pixels[(y * width + x) * 3 + (y < height / 2 ? 0 : 2)] = 255
  }
  const { default: sharp } = await import('sharp')
  const made = sharp(pixels, { raw: { width, height, channels: 3 } }).jpeg({ quality: 90 })
  return new Uint8Array(await (orientation ? made.withMetadata({ orientation }) : made).toBuffer())
}

/** A PNG written by hand: 8 bits, without filters. */
export function png(width: number, height: number, kind: 0 | 2 | 3 | 6): Uint8Array {
  const channels = { 0: 1, 2: 3, 3: 1, 6: 4 }[kind]
  const rows = Buffer.alloc(height * (width * channels + 1))
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width * channels; x += 1)
      rows[y * (width * channels + 1) + 1 + x] = kind === 3 ? x % 2 : x % 256
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, kind, 0, 0, 0], 8)
  const palette = kind === 3 ? [chunk('PLTE', Buffer.from([255, 0, 0, 0, 0, 255]))] : []
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return new Uint8Array(
    Buffer.concat([
      signature,
      chunk('IHDR', head),
      ...palette,
      chunk('IDAT', deflateSync(rows)),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  )
}

function chunk(name: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  return Buffer.concat([length, Buffer.from(name), body, Buffer.alloc(4)])
}

const partNames: Record<string, string> = { cover: '封面', text: '正文', certificate: '证书' }

export const kinds: KindsFile = {
  format: 'juanzong/evidence@1',
  kinds: [kind('paper', '论文', ['cover', 'text']), kind('patent', '专利', ['certificate'])],
  supporting: [
    { id: 'degree', name: { zh: '学历学位证书' }, when: { zh: '总是' }, basis: clause(), grade: 'N' },
    { id: 'contract', name: { zh: '聘用合同' }, when: { zh: '总是' }, basis: clause(), grade: 'N' },
  ],
}

function clause() {
  return { title: '', article: '五（三）', verified: true }
}

function kind(id: string, name: string, parts: readonly string[]): KindsFile['kinds'][number] {
  return {
    id,
    name: { zh: name },
    sure: 'all-of',
    basis: clause(),
    grade: 'N',
    date: { zh: '日期' },
    fields: [],
    parts: parts.map((part) => ({ id: part, name: { zh: partNames[part] ?? part }, basis: clause() })),
  }
}

export function dossier(achievements: readonly { id: string; type: string; title?: string }[]): Dossier {
  return { format: 'juanzong/dossier@1', procedure: 'p', achievements: achievements as never } as Dossier
}

export function claim(owner: string, part: string, path: string, more: Partial<Claim> = {}): Claim {
  const kind = owner === part ? 'supporting' : 'achievement'
  return { owner: { kind, id: owner }, part, path, whole: false, posting: 'consult', by: 'name', ...more }
}

export function file(path: string, pages?: number, kind: EvidenceFile['kind'] = 'pdf'): EvidenceFile {
  const merged = pages !== undefined
  return { path, size: 1, sha256: '0'.repeat(64), kind, pages, merged, findings: [] } as EvidenceFile
}

export function inventory(files: readonly EvidenceFile[], claims: readonly Claim[]): Inventory {
  return { files, claims, unclaimed: [], none: [] } as Inventory
}

export function bytesEntry(path: string, content: string | Uint8Array): Entry {
  return {
    path,
    from: { kind: 'bytes', bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content },
  }
}

/** An entry that is read through `open` from `disk`. */
export function fileEntry(path: string, disk: Map<string, Uint8Array>, from = `/evidence/${path}`): Entry {
  const bytes = disk.get(from) ?? new Uint8Array()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { path, from: { kind: 'file', path: from, size: bytes.length, sha256 } }
}

export function opener(disk: ReadonlyMap<string, Uint8Array>): Open {
  return async function* (path) {
    const bytes = disk.get(path)
    if (!bytes) throw new Error(`no ${path}`)
    for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000)
  }
}

/** A folder in memory as a bag. */
export function folderReader(files: ReadonlyMap<string, Uint8Array>, others: readonly string[] = []): BagReader {
  const list = [...files].map(([path, bytes]): BagFile => ({ path, size: bytes.length, kind: 'file' }))
  return {
    findings: [],
    list: async () => [...list, ...others.map((path): BagFile => ({ path, size: 0, kind: 'other' }))],
    open: opener(files),
  }
}

/** The reading copy as a whole. */
export async function composed(
  what: Composition,
  pen: StartPen,
  using: Measure,
): Promise<{ readonly bytes: Uint8Array; readonly plan: Plan }> {
  const { pieces, plan } = compose(what, pen, using)
  return { bytes: await collect(pieces), plan }
}

export async function collect(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of stream) pieces.push(piece)
  return new Uint8Array(Buffer.concat(pieces))
}

type Picture = Extract<ReadingPage, { kind: 'picture' }>

/** A picture as evidence/ hands it over. */
export function picture(
  bytes: Uint8Array,
  format: 'jpeg' | 'png',
  [pixelWidth, pixelHeight]: readonly [number, number],
  [mmWidth, mmHeight]: readonly [number, number],
  more: Partial<Picture> = {},
): Picture {
  const sizes = { pixelWidth, pixelHeight, mmWidth, mmHeight, fitted: false }
  return {
    kind: 'picture',
    format,
    bytes,
    ...sizes,
    orientation: 1,
    turn: 0,
    mirrored: false,
    sourcePages: [1],
    ...more,
  }
}

/** A clean PDF as evidence/ hands it over. */
export function pdfPages(bytes: Uint8Array, pageCount: number): ReadingPage {
  return { kind: 'pdf', bytes, pageCount, sourcePages: Array.from({ length: pageCount }, (_, i) => i + 1) }
}
