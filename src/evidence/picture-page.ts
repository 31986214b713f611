import type { Metadata, Sharp } from 'sharp'
import type { ReadingPage } from '../model/evidence.ts'
import { exits, Refusal } from '../model/finding.ts'
import { jpegStays } from './jpeg.ts'
import { frameOf, headerOf, openPicture, type PictureKind } from './picture.ts'
import { pngStays } from './png.ts'

type Picture = Extract<ReadingPage, { kind: 'picture' }>

/**
 * One page of a picture file (1-based). JPEG and PNG that every PDF reader understands keep their bytes and say how they are
 * to be turned; everything else is decoded, turned upright, put on white and stored as sRGB or grey of 8 bits.
 * @throws {Refusal} `evidence/broken-picture`
 */
export async function picturePage(bytes: Uint8Array, kind: PictureKind, page: number): Promise<Picture> {
  const header = await headerOf(bytes, kind, page - 1)
  if (!header) throw broken(page)
  const frame = { ...frameOf(bytes, header, page - 1), kind: 'picture', sourcePages: [page] } as const
  if (kind === 'jpeg' && jpegStays(bytes)) return { ...frame, format: 'jpeg', bytes, ...turned(frame.orientation) }
  if (kind === 'png' && pngStays(bytes)) return { ...frame, format: 'png', bytes, ...turned(frame.orientation) }
  // Photographs stay photographs: as PNG they would take ten times the room.
  const format = kind === 'jpeg' || kind === 'heic' ? 'jpeg' : 'png'
  return { ...frame, format, bytes: await redone(bytes, header, format, page), orientation: 1, ...turned(1) }
}

// ---

/** EXIF orientation → mirror left to right first, then turn clockwise (TIFF 6.0 tag 274). */
function turned(orientation: number): Pick<Picture, 'turn' | 'mirrored'> {
  return turns[orientation - 1] ?? { turn: 0, mirrored: false }
}

const turns: readonly Pick<Picture, 'turn' | 'mirrored'>[] = [
  { turn: 0, mirrored: false },
  { turn: 0, mirrored: true },
  { turn: 180, mirrored: false },
  { turn: 180, mirrored: true },
  { turn: 270, mirrored: true },
  { turn: 90, mirrored: false },
  { turn: 90, mirrored: true },
  { turn: 270, mirrored: false },
]

async function redone(bytes: Uint8Array, header: Metadata, format: 'jpeg' | 'png', page: number): Promise<Uint8Array> {
  const grey = header.space === 'b-w' || header.space === 'grey16'
  try {
    const upright = (await openPicture(bytes, header, page - 1))
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .toColourspace(grey ? 'b-w' : 'srgb')
    return new Uint8Array(await stored(upright, format).toBuffer())
  } catch {
    throw broken(page)
  }
}

function stored(picture: Sharp, format: 'jpeg' | 'png'): Sharp {
  if (format === 'jpeg') return picture.jpeg({ quality: 92, chromaSubsampling: '4:4:4' })
  return picture.png({ compressionLevel: 6 })
}

function broken(page: number): Refusal {
  return new Refusal('evidence/broken-picture', exits.unreadable, {}, { page })
}
