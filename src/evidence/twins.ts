import type { EvidenceFile } from '../model/evidence.ts'
import type { Finding } from '../model/finding.ts'
import type { Opener, Print } from '../model/opening.ts'
import { finding } from './findings.ts'
import { samePrint } from './print.ts'

/** A file and the small pictures of its pages. */
export type Printed = {
  readonly file: EvidenceFile
  readonly prints: readonly Print[]
  readonly read: () => Promise<Uint8Array>
}

/**
 * The same bytes under two names, or the same picture stored anew: the later one says which is the earlier. Small pictures
 * find the candidates, both files are opened again to be sure.
 */
export async function withTwins(all: readonly Printed[], opener: Opener): Promise<EvidenceFile[]> {
  const files: EvidenceFile[] = []
  for (const [at, one] of all.entries()) {
    const twin =
      one.file.kind === 'empty' ? undefined : all.slice(0, at).find(({ file }) => file.sha256 === one.file.sha256)
    const found = twin ? [sameFile(one.file, twin.file)] : await samePictures(one, all.slice(0, at), opener)
    files.push(found.length ? { ...one.file, findings: [...one.file.findings, ...found] } : one.file)
  }
  return files
}

// ---

function sameFile({ path }: EvidenceFile, other: EvidenceFile): Finding {
  return finding('evidence/same-file', 'note', { file: path }, { other: other.path })
}

/** The first other file with one of these pages; pages of one file are its own affair. */
async function samePictures(one: Printed, before: readonly Printed[], opener: Opener): Promise<Finding[]> {
  for (const print of one.prints)
    for (const other of before)
      for (const candidate of other.prints) {
        if (!samePrint(print, candidate)) continue
        const [first, second] = [await one.read(), await other.read()]
        if (!(await opener.same(first, second, [print.page, candidate.page]))) continue
        const at = { file: one.file.path, page: print.page }
        return [finding('evidence/same-picture', 'note', at, { other: other.file.path, page: candidate.page })]
      }
  return []
}
