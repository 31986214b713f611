import sharp, { type Metadata, type Sharp, type SharpOptions } from 'sharp'
import type { FileKind } from '../model/evidence.ts'
import { type Grey, judgedEdge } from './grey.ts'
import { decodeHeic } from './heic.ts'
import { type Density, tiffDensity } from './tiff.ts'

/** One picture of a file (a page of a TIFF, else the only one). Sizes are those of the upright picture. */
export type Frame = {
  readonly pixelWidth: number
  readonly pixelHeight: number
  readonly mmWidth: number
  readonly mmHeight: number
  /** No plausible density: the largest size that fits A4. */
  readonly fitted: boolean
  /** EXIF 1–8. */
  readonly orientation: number
}

export const pixelLimit = 100_000_000
export const pictureKinds = ['jpeg', 'png', 'tiff', 'webp', 'gif', 'heic'] as const
export type PictureKind = (typeof pictureKinds)[number]

export function isPicture(kind: FileKind): kind is PictureKind {
  return pictureKinds.some((known) => known === kind)
}

/**
 * Opens one page (0-based) for decoding: any warning of the decoder is an error, 100 megapixels at most.
 * reliability.md 7.2; a truncated picture must not become a half grey one.
 * @param header of this page
 */
export async function openPicture(bytes: Uint8Array, header: Metadata, page: number): Promise<Sharp> {
  if (header.format !== 'heif') return sharp(bytes, { ...strict, page })
  const index = header.pagePrimary ?? page
  return header.compression === 'hevc' ? decodeHeic(bytes, index) : sharp(bytes, { ...strict, page: index })
}

/** What the header says, without decoding; undefined where it is not a picture of this kind. */
export async function headerOf(bytes: Uint8Array, kind: PictureKind, page = 0): Promise<Metadata | undefined> {
  try {
    // Without a page it is the primary picture of a HEIC, which need not be the first.
    const header = await sharp(bytes, kind === 'heic' ? strictHeader : { ...strictHeader, page }).metadata()
    return header.format === (kind === 'heic' ? 'heif' : kind) ? header : undefined
  } catch {
    return undefined
  }
}

/** Every pixel decoded, kept in grey and small enough to judge; undefined where one of them cannot be read. */
export async function greyPage(bytes: Uint8Array, header: Metadata, page: number): Promise<Grey | undefined> {
  try {
    const upright = (await openPicture(bytes, header, page)).autoOrient().flatten({ background: '#ffffff' })
    const { data, info } = await upright
      .toColourspace('b-w')
      .resize({ width: judgedEdge, height: judgedEdge, fit: 'inside', withoutEnlargement: true })
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
    return { width: info.width, height: info.height, data }
  } catch (reason) {
    // A decoder that fell over takes its process with it; anything else is about the file.
    if (reason instanceof WebAssembly.RuntimeError) throw reason
    return undefined
  }
}

/** Pixels to the inch at the size that a picture will have. */
export function dpiOf({ pixelWidth, pixelHeight, mmWidth, mmHeight }: Frame): number {
  return Math.min(pixelWidth / (mmWidth / 25.4), pixelHeight / (mmHeight / 25.4))
}

/** @param page 0-based, as in `headerOf` */
export function frameOf(bytes: Uint8Array, header: Metadata, page: number): Frame {
  const orientation = header.orientation !== undefined && header.orientation <= 8 ? Math.max(1, header.orientation) : 1
  const onItsSide = orientation >= 5
  const [pixelWidth, pixelHeight] = onItsSide ? [header.height, header.width] : [header.width, header.height]
  const density = densityOf(bytes, header, page)
  const upright = density && onItsSide ? { x: density.y, y: density.x } : density
  return { pixelWidth, pixelHeight, ...millimetres(pixelWidth, pixelHeight, upright), orientation }
}

/**
 * By density where it is at least 72 dpi and gives at most A3 (420 mm); else the largest that fits A4, either way up. Where
 * pixels are no squares they are none on paper either.
 */
export function millimetres(
  pixelWidth: number,
  pixelHeight: number,
  density: Density | undefined,
): Pick<Frame, 'mmWidth' | 'mmHeight' | 'fitted'> {
  const { x, y } = density ?? { x: 1, y: 1 }
  const [width, height] = [(pixelWidth * 25.4) / x, (pixelHeight * 25.4) / y]
  if (Math.min(x, y) >= 72 && Math.max(width, height) <= 420) return { mmWidth: width, mmHeight: height, fitted: false }
  const [w, h] = width > height ? [297, 210] : [210, 297]
  const fit = Math.min(w / width, h / height)
  return { mmWidth: width * fit, mmHeight: height * fit, fitted: true }
}

// ---

function densityOf(bytes: Uint8Array, header: Metadata, page: number): Density | undefined {
  const own = header.format === 'tiff' ? tiffDensity(bytes, page) : undefined
  return own ?? (header.density === undefined ? undefined : { x: header.density, y: header.density })
}

const strict: SharpOptions = { failOn: 'warning', limitInputPixels: pixelLimit, sequentialRead: true }
const strictHeader: SharpOptions = { ...strict, limitInputPixels: false }
