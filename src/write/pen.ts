import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFPage, PDFRawStream, PDFRef, PDFStream } from 'pdf-lib'
import { exits, Refusal } from '../model/finding.ts'
import type { FontKey, Item, Page } from '../model/page.ts'
import { deflate } from './deflate.ts'
import { embedSubset } from './embed.ts'
import { type Fonts, pointsPerMm } from './fonts.ts'
import { ink, type Resources } from './ink.ts'
import { embedPicture } from './picture.ts'
import { type Subset, startSubset } from './subset.ts'

/** Draws pages into one document; fonts are cut and written once, at the end. */
export type Pen = {
  /** Appends a page. */
  page(page: Page): PDFPage
  /**
   * Draws over a page that exists; millimetres from the top left corner of what is seen of it, whatever its rotation. The
   * page's own content must restore as many graphics states as it saves.
   */
  onto(page: PDFPage, items: readonly Item[]): void
  /** Writes fonts and pictures. Call once, before saving. */
  end(): Promise<void>
}

/** Pictures by the `source` of their items; upright JPEG or PNG. */
export type Images = ReadonlyMap<string, Uint8Array>

/** @throws Refusal `fonts/missing-glyph`, `write/picture` while drawing */
export function startDrawing(doc: PDFDocument, fonts: Fonts, images: Images = new Map()): Pen {
  const { context } = doc
  const subsets = new Map<FontKey, { ref: PDFRef; subset: Subset }>()
  const pictures = new Map<string, PDFRef>()
  const known = <K, V>(map: Map<K, V>, key: K, make: () => V) => {
    const value = map.get(key) ?? make()
    map.set(key, value)
    return value
  }
  const resources = (own: PDFDict): Resources => ({
    text(font, text) {
      const { ref, subset } = known(subsets, font, () => ({
        ref: context.nextRef(),
        subset: startSubset(fonts.file(font)),
      }))
      return { name: nameIn(own, 'Font', `F-${ref.objectNumber}`, ref), hex: encode(text, font, subset) }
    },
    ems: (font, text) => fonts.measure.width(text, font, pointsPerMm),
    image(source) {
      const ref = known(pictures, source, () => context.nextRef())
      return nameIn(own, 'XObject', `I-${ref.objectNumber}`, ref)
    },
  })
  const write = (content: string) => {
    const body = deflate(Buffer.from(content, 'latin1'))
    return context.register(PDFRawStream.of(context.obj({ Length: body.byteLength, Filter: 'FlateDecode' }), body))
  }
  return {
    page(page) {
      const target = doc.addPage([round(page.w * pointsPerMm), round(page.h * pointsPerMm)])
      const own = context.obj({}) as PDFDict
      target.node.set(PDFName.of('Contents'), write(ink(page.items, page.h, resources(own))))
      target.node.set(PDFName.of('Resources'), own)
      return target
    },
    onto(page, items) {
      const own = ownResources(page)
      const { matrix, h } = frame(page)
      const content = write(`q ${matrix.map(round).join(' ')} cm\n${ink(items, h, resources(own))}\nQ`)
      page.node.set(PDFName.of('Contents'), context.obj([...isolated(page), content]))
    },
    async end() {
      for (const [source, ref] of pictures) {
        const bytes = images.get(source)
        if (!bytes) throw new Refusal('write/picture', exits.unreadable, { source }, { file: source })
        await embedPicture(context, ref, bytes, source)
      }
      for (const { ref, subset } of subsets.values()) embedSubset(context, ref, subset)
    },
  }
}

/** What is seen of a page, in millimetres after rotation. */
export function visibleSize(page: PDFPage): { readonly w: number; readonly h: number } {
  const { w, h } = frame(page)
  return { w, h }
}

// ---

const round = (value: number) => Math.round(value * 1000) / 1000

function encode(text: string, font: FontKey, subset: Subset): string {
  let hex = ''
  for (const char of text) {
    const codePoint = char.codePointAt(0) ?? 0
    const cid = subset.cid(codePoint)
    if (cid === undefined) {
      const shown = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
      throw new Refusal('fonts/missing-glyph', exits.font, { font, char, codePoint: shown })
    }
    hex += cid.toString(16).padStart(4, '0')
  }
  return hex
}

/** Name of a resource on one page; a name that something else has already gets a longer one. */
function nameIn(own: PDFDict, kind: 'Font' | 'XObject', wanted: string, ref: PDFRef): string {
  const names = own.lookupMaybe(PDFName.of(kind), PDFDict) ?? (own.context.obj({}) as PDFDict)
  own.set(PDFName.of(kind), names)
  let name = wanted
  while (names.has(PDFName.of(name)) && names.get(PDFName.of(name)) !== ref) name += '-'
  names.set(PDFName.of(name), ref)
  return name
}

/** The page's resources, copied: pages of a foreign file often share one dictionary. */
function ownResources(page: PDFPage): PDFDict {
  const context = page.doc.context
  const own = page.node.Resources()?.clone(context) ?? (context.obj({}) as PDFDict)
  for (const kind of ['Font', 'XObject']) {
    const names = own.lookupMaybe(PDFName.of(kind), PDFDict)
    if (names) own.set(PDFName.of(kind), names.clone(context))
  }
  page.node.set(PDFName.of('Resources'), own)
  return own
}

/** The page's own content between q and Q, so that what it leaves behind does not move ours. */
function isolated(page: PDFPage): PDFRef[] {
  const context = page.doc.context
  const contents = page.node.get(PDFName.of('Contents'))
  const resolved = context.lookup(contents)
  const parts =
    resolved instanceof PDFArray
      ? resolved.asArray().filter((part) => part instanceof PDFRef)
      : resolved instanceof PDFStream && contents instanceof PDFRef
        ? [contents]
        : []
  return [context.getPushGraphicsStateContentStream(), ...parts, context.getPopGraphicsStateContentStream()]
}

/** Matrix from the upright, visible page (points from its bottom left) to user space, and its size in millimetres. */
function frame(page: PDFPage) {
  const { x, y, width, height } = page.getCropBox()
  const turned = ((page.getRotation().angle % 360) + 360) % 360
  const unit = page.node.lookup(PDFName.of('UserUnit'))?.toString() ?? '1'
  const scale = 1 / Number(unit)
  const matrices: Record<number, number[]> = {
    0: [scale, 0, 0, scale, x, y],
    90: [0, scale, -scale, 0, x + width, y],
    180: [-scale, 0, 0, -scale, x + width, y + height],
    270: [0, -scale, scale, 0, x, y + height],
  }
  const upright = turned % 180 === 0
  const [w, h] = upright ? [width, height] : [height, width]
  const mm = Number(unit) / pointsPerMm
  return { matrix: matrices[turned] ?? [scale, 0, 0, scale, x, y], w: w * mm, h: h * mm }
}
