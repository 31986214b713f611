import { z } from 'zod'
import { text, whole } from './scalar.ts'

/** One file of a bundle: its path in the bag (with `/`, NFC) and where its bytes come from. */
export type Entry = {
  readonly path: string
  readonly from:
    | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
    | { readonly kind: 'file'; readonly path: string; readonly size: number; readonly sha256: string }
}

/** The receipt beside the bag: top digest = SHA-256 of `tagmanifest-sha256.txt` (FORMATS 7). */
export const receiptSchema = z.strictObject({
  format: z.literal('juanzong/receipt@1', { error: 'format/version' }),
  bundle: text,
  topDigest: text.regex(/^[0-9a-f]{64}$/, 'format/digest'),
  files: whole,
  bytes: whole,
  asOf: text,
  procedure: z.strictObject({ id: text, version: text, hash: text }),
  tool: text,
})
export type Receipt = z.output<typeof receiptSchema>
