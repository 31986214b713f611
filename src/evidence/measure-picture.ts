import type { Metadata } from 'sharp'
import type { Measured, Problem } from '../model/opening.ts'
import { looksForwarded } from './chat.ts'
import { type Judged, judge, qualityProblems } from './judge.ts'
import { pageLimit } from './limits.ts'
import { dpiOf, type Frame, frameOf, greyPage, headerOf, type PictureKind, pixelLimit } from './picture.ts'
import { pngIsWhole } from './png.ts'

/** Decodes every page of a picture once, small, so that a broken one is found now and not when the bundle is made. */
export async function measurePicture(bytes: Uint8Array, kind: PictureKind): Promise<Measured> {
  const header = await headerOf(bytes, kind)
  if (!header) return refused('evidence/broken-picture', 'error')
  const pages = kind === 'tiff' ? (header.pages ?? 1) : 1
  if (pages > pageLimit) return refused('evidence/too-many-pages', 'person', { pages, limit: pageLimit })
  const frames: Framed[] = []
  for (let page = 0; page < pages; page++) {
    const frame = await framed(bytes, kind, page)
    if ('code' in frame) return { merged: false, problems: [pages > 1 ? { ...frame, page: page + 1 } : frame] }
    frames.push(frame)
  }
  const judged = frames.map((one) => one.judged)
  return {
    pages,
    pageSizes: frames.map(({ frame: { mmWidth: w, mmHeight: h } }) => ({ w, h })),
    merged: true,
    problems: [...notes(header, kind, bytes), ...qualityProblems(judged)],
    forwarded: looksForwarded(header),
    prints: judged.slice(0, printMost).flatMap(({ print }) => (print ? [print] : [])),
  }
}

// ---

/** A fax of 300 pages is not looked up among photographs page by page. */
const printMost = 30

type Framed = { readonly frame: Frame; readonly judged: Judged }

async function framed(bytes: Uint8Array, kind: PictureKind, page: number): Promise<Framed | Problem> {
  const header = await headerOf(bytes, kind, page)
  if (!header) return { code: 'evidence/broken-picture', severity: 'error' }
  if (header.width * header.height > pixelLimit) {
    const millions = Math.round((header.width * header.height) / 1e6)
    return { code: 'evidence/too-many-pixels', severity: 'person', args: { millions, limit: 100 } }
  }
  const grey = await greyPage(bytes, header, page)
  if (!grey) return { code: 'evidence/broken-picture', severity: 'error' }
  const frame = frameOf(bytes, header, page)
  return { frame, judged: judge(page + 1, grey, dpiOf(frame)) }
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
