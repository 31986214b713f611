import type { EvidenceFile, ReadingPage } from '../../model/evidence.ts'
import type { Excerpt, Opener } from '../../model/opening.ts'

/**
 * The pages of an evidence file for the reading copy. A PDF of more than 48 MB is asked for in several parts: source and
 * copy together would not fit into the memory that one file may take.
 */
export async function readingPagesOf(
  opener: Opener,
  bytes: Uint8Array,
  { kind, pages = 1 }: Pick<EvidenceFile, 'kind' | 'pages'>,
  excerpt: Excerpt | undefined,
): Promise<readonly ReadingPage[]> {
  if (kind !== 'pdf' || bytes.length <= partBytes) return opener.pages(bytes, kind, excerpt)
  const { from, to } = excerpt ?? { from: 1, to: pages }
  const step = Math.max(1, Math.floor((pages * partBytes) / bytes.length))
  const parts: ReadingPage[] = []
  for (let first = from; first <= to; first += step)
    parts.push(...(await opener.pages(bytes, kind, { from: first, to: Math.min(to, first + step - 1) })))
  return parts
}

// ---

const partBytes = 48 * 1024 * 1024
