import type { FileKind } from '../model/evidence.ts'
import type { Measured, Problem } from '../model/opening.ts'
import type { Pdfium } from '../model/pdf.ts'
import { archiveProblems } from './archive.ts'
import { measurePdf } from './measure-pdf.ts'
import { measurePicture } from './measure-picture.ts'
import { isPicture, type PictureKind } from './picture.ts'

/** Opens a file as what its content says it is; never throws for what the bytes are. */
export async function measure(
  bytes: Uint8Array,
  kind: FileKind,
  pdfium: Pdfium,
  labels: readonly string[],
): Promise<Measured> {
  if (kind === 'pdf') return measurePdf(bytes, pdfium, labels)
  if (isPicture(kind)) return measurePicture(bytes, kind)
  const [code, severity] = notMerged[kind]
  const known: Problem = { code, severity, args: { kind: kind.toUpperCase() } }
  const archive = ['docx', 'xlsx', 'ofd', 'zip'].includes(kind) ? await archiveProblems(bytes) : []
  return { merged: false, problems: [known, ...archive] }
}

// ---

type Other = Exclude<FileKind, 'pdf' | PictureKind>

const notMerged: Readonly<Record<Other, readonly [string, Problem['severity']]>> = {
  empty: ['evidence/empty', 'error'],
  bmp: ['evidence/cannot-merge-bmp', 'error'],
  docx: ['evidence/not-merged', 'note'],
  xlsx: ['evidence/not-merged', 'note'],
  ofd: ['evidence/not-merged', 'note'],
  zip: ['evidence/not-merged', 'note'],
  text: ['evidence/not-merged', 'note'],
  unknown: ['evidence/unknown-kind', 'person'],
}
