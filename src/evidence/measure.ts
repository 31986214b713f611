import type { EvidenceFile, FileKind } from '../model/evidence.ts'
import type { Pdfium } from '../model/pdf.ts'
import type { Problem } from './findings.ts'
import { measurePdf } from './measure-pdf.ts'
import { measurePicture } from './measure-picture.ts'
import { isPicture } from './picture.ts'

/** What opening a file told: plain data, so that the opening can move into a child process. */
export type Measured = Pick<EvidenceFile, 'pages' | 'pageSizes' | 'texts' | 'merged'> & {
  readonly problems: readonly Problem[]
}

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
  return { merged: false, problems: [{ code, severity, args: { kind: kind.toUpperCase() } }] }
}

// ---

type Other = Exclude<FileKind, 'pdf' | 'jpeg' | 'png' | 'tiff' | 'webp' | 'gif'>

const notMerged: Readonly<Record<Other, readonly [string, Problem['severity']]>> = {
  empty: ['evidence/empty', 'error'],
  heic: ['evidence/cannot-merge-heic', 'error'],
  bmp: ['evidence/cannot-merge-bmp', 'error'],
  docx: ['evidence/not-merged', 'note'],
  xlsx: ['evidence/not-merged', 'note'],
  ofd: ['evidence/not-merged', 'note'],
  zip: ['evidence/not-merged', 'note'],
  text: ['evidence/not-merged', 'note'],
  unknown: ['evidence/unknown-kind', 'person'],
}
