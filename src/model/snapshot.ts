import { z } from 'zod'
import { postingModes } from './dossier.ts'
import type { Finding } from './finding.ts'
import { civilDate, id, line, text, whole, yesNo } from './scalar.ts'

/** `snapshots/<n>/manifest.yaml`: facts and evidence as they hung on the wall (FORMATS 7). Hashes cover facts and evidence only. */
export const snapshotSchema = z.strictObject({
  format: z.literal('juanzong/snapshot@1', { error: 'format/version' }),
  id,
  /** Short code printed on the posting sheet, the filing sheet and the cover. */
  code: text.regex(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/, 'format/snapshot-code'),
  takenOn: civilDate,
  procedure: z.strictObject({ id: text, version: text, hash: text }),
  /** `sha256` of the copy beside the manifest, byte for byte; `canonical` of what it says, whatever its spelling. */
  facts: z.strictObject({ path: text, sha256: text, canonical: text.optional() }),
  /** One row a use: a file that serves two parts stands twice. Neither achievement nor supporting = the photo. */
  files: z.array(
    z.strictObject({
      path: text,
      sha256: text,
      size: whole,
      pages: whole.optional(),
      achievement: id.optional(),
      supporting: line.optional(),
      part: line.optional(),
      /** Pages of an excerpt, `3-9`. */
      excerpt: text.regex(/^\d{1,5}-\d{1,5}$/, 'format/pages').optional(),
      /** The whole file is carried though an excerpt is read. */
      whole: yesNo.optional(),
      posting: z.enum(postingModes, { error: 'format/posting' }),
    }),
  ),
})
export type Snapshot = z.output<typeof snapshotSchema>
export type SnapshotFile = Snapshot['files'][number]

/**
 * One thing that is not as it was frozen.
 * `fact` = one field · `item` = a row of a list as a whole · `file` · `pages` = other pages of the same file · `posting` = the
 * way in which an achievement's papers are posted. `moved` = the same bytes under another name, `reused` = in another part.
 */
export type Change = {
  readonly about: 'fact' | 'item' | 'file' | 'pages' | 'posting'
  readonly how: 'added' | 'changed' | 'removed' | 'moved' | 'reused'
  /** The fact, or the part that the file belongs to: `achievements[e5a2].evidence.cover`. */
  readonly path: string
  readonly file?: string | undefined
  /** Its name when it was frozen, where that was another. */
  readonly fileBefore?: string | undefined
  /** Facts: whole values, sensitive ones masked. Files: SHA-256. Pages: `3-9`. */
  readonly before?: string | undefined
  readonly after?: string | undefined
  /** What a person calls the row. */
  readonly title?: string | undefined
}

/** What was posted, and what has become of it since. */
export type Posted = {
  /** Undefined where the journal names a snapshot that is not there; `findings` say so. */
  readonly snapshot: Snapshot | undefined
  readonly changes: readonly Change[]
  /** About the snapshot itself: missing, altered. */
  readonly findings: readonly Finding[]
  /** Code of the newest snapshot while facts and files are still as in it: what a posting sheet printed now may bear. */
  readonly sheetCode?: string | undefined
}
