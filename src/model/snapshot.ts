import { z } from 'zod'
import { postingModes } from './dossier.ts'
import { civilDate, id, line, text, whole } from './scalar.ts'

/** `snapshots/<n>/manifest.yaml`: facts and evidence as they hung on the wall (FORMATS 7). Hashes cover facts and evidence only. */
export const snapshotSchema = z.strictObject({
  format: z.literal('juanzong/snapshot@1', { error: 'format/version' }),
  id,
  /** Short code printed on the posting sheet, the filing sheet and the cover. */
  code: text.regex(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/, 'format/snapshot-code'),
  takenOn: civilDate,
  procedure: z.strictObject({ id: text, version: text, hash: text }),
  facts: z.strictObject({ path: text, sha256: text }),
  files: z.array(
    z.strictObject({
      path: text,
      sha256: text,
      size: whole,
      pages: whole.optional(),
      achievement: id.optional(),
      part: line.optional(),
      posting: z.enum(postingModes, { error: 'format/posting' }),
    }),
  ),
})
export type Snapshot = z.output<typeof snapshotSchema>
