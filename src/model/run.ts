import { z } from 'zod'
import { fileKinds } from './evidence.ts'
import { stage } from './finding.ts'
import { civilDate, line, text, whole } from './scalar.ts'

/**
 * `run.yaml` of a procedure: its sample with the day it is judged on, and what the sample's evidence looks like, so that a
 * script can draw every file (`examples/`). Paths are relative to the dossier, with `/`.
 */

/** How people came by a file. */
export const makings = [
  /** written by a program, with text */ 'born',
  /** pages of a flatbed scanner: grey, a little crooked, no text */ 'scanned',
  /** with text, open to read, locked against changes by an owner password, as paper databases hand out */ 'owner-locked',
  /** photo of paper on a table, with perspective and shade; `exif` is its orientation tag */ 'phone',
  /** picture of a screen */ 'screenshot',
  /** head and shoulders on white */ 'portrait',
] as const

const file = z.strictObject({
  path: line,
  kind: z.enum(fileKinds, { error: 'format/shape' }),
  pages: whole,
  made: z.enum(makings, { error: 'format/shape' }),
  /** EXIF orientation 1–8 of a photo. */
  exif: text
    .regex(/^[1-8]$/, 'format/shape')
    .transform(Number)
    .optional(),
  /** Heading of the paper, and lines that can be read on it. */
  title: line,
  lines: z.array(line).optional(),
  /** What single pages say instead, by page number: `3-4` or `5`. */
  on: z.record(z.string().regex(/^\d+(-\d+)?$/, 'format/pages'), z.array(line)).optional(),
})

export const runSchema = z.strictObject({
  format: z.literal('juanzong/run@1', { error: 'format/version' }),
  /** Folder with dossier.yaml and journal.yaml; unit.yaml lies in it too and belongs beside the dossier. */
  sample: line,
  today: civilDate,
  stage,
  files: z.array(file),
})
export type Run = z.output<typeof runSchema>
