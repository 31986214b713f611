import type { Metadata } from 'sharp'
import type { Measured, Problem } from '../model/opening.ts'
import { pageLimit } from './limits.ts'
import { type Frame, frameOf, headerOf, openPicture, type PictureKind, pixelLimit } from './picture.ts'
import { pngIsWhole } from './png.ts'

/** Decodes every page of a picture once, small, so that a broken one is found now and not when the bundle is made. */
export async function measurePicture(bytes: Uint8Array, kind: PictureKind): Promise<Measured> {
  const header = await headerOf(bytes, kind)
  if (!header) return refused('evidence/broken-picture', 'error')
  const pages = kind === 'tiff' ? (header.pages ?? 1) : 1
  if (pages > pageLimit) return refused('evidence/too-many-pages', 'person', { pages, limit: pageLimit })
  const frames: Frame[] = []
  for (let page = 0; page < pages; page++) {
    const frame = await framed(bytes, kind, page)
    if ('code' in frame) return { merged: false, problems: [pages > 1 ? { ...frame, page: page + 1 } : frame] }
    frames.push(frame)
  }
  return {
    pages,
    pageSizes: frames.map(({ mmWidth: w, mmHeight: h }) => ({ w, h })),
    merged: true,
    problems: notes(header, kind, bytes),
  }
}

// ---

async function framed(bytes: Uint8Array, kind: PictureKind, page: number): Promise<Frame | Problem> {
  const header = await headerOf(bytes, kind, page)
  if (!header) return { code: 'evidence/broken-picture', severity: 'error' }
  if (header.width * header.height > pixelLimit) {
    const millions = Math.round((header.width * header.height) / 1e6)
    return { code: 'evidence/too-many-pixels', severity: 'person', args: { millions, limit: 100 } }
  }
  const whole = await decodes(bytes, header, page)
  return whole ? frameOf(header) : { code: 'evidence/broken-picture', severity: 'error' }
}

/** Reads every pixel but keeps a thumbnail only. */
async function decodes(bytes: Uint8Array, header: Metadata, page: number): Promise<boolean> {
  try {
    const picture = await openPicture(bytes, header, page)
    await picture.resize(32, 32, { fit: 'fill', fastShrinkOnLoad: false }).raw().toBuffer()
    return true
  } catch {
    return false
  }
}

function notes(header: Metadata, kind: PictureKind, bytes: Uint8Array): Problem[] {
  const frames = kind === 'tiff' ? 1 : (header.pages ?? 1)
  const several = kind === 'heic' && frames > 1
  return [
    ...(several
      ? [{ code: 'evidence/several-pictures', severity: 'person', args: { pictures: frames } } as const]
      : []),
    ...(frames > 1 && !several ? [{ code: 'evidence/animated', severity: 'person', args: { frames } } as const] : []),
    ...(kind === 'png' && !pngIsWhole(bytes) ? [{ code: 'evidence/cut-end', severity: 'note' } as const] : []),
    ...rare(header, kind),
    ...(header.space === 'cmyk' ? [{ code: 'evidence/cmyk', severity: 'note' } as const] : []),
  ]
}

/** Formats that few programs of an archive can show. */
function rare(header: Metadata, kind: PictureKind): Problem[] {
  if (kind === 'gif' && (header.pages ?? 1) === 1)
    return [{ code: 'evidence/rare-format', severity: 'note', args: { kind: 'GIF', stored: 'PNG' } }]
  if (kind !== 'heic' || header.compression === 'hevc') return []
  return [{ code: 'evidence/rare-format', severity: 'note', args: { kind: 'AVIF', stored: 'JPEG' } }]
}

function refused(code: string, severity: Problem['severity'], args: Problem['args'] = {}): Measured {
  return { merged: false, problems: [{ code, severity, args }] }
}
