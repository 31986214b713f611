import { stringify } from 'yaml'
import type { Receipt } from '../model/bundle.ts'
import type { CivilDate } from '../model/scalar.ts'
import type { Bag } from './bag.ts'

/** The receipt of a bag: what somebody keeps elsewhere to prove later that nothing changed. */
export function receiptOf(
  bag: Pick<Bag, 'topDigest' | 'files' | 'bytes'>,
  about: {
    /** Name of the bag, as its folder and ZIP are called. */
    readonly bundle: string
    readonly asOf: CivilDate
    readonly procedure: Receipt['procedure']
    readonly tool: string
  },
): Receipt {
  const { topDigest, files, bytes } = bag
  const { bundle, asOf, procedure, tool } = about
  const { id, version, hash } = procedure
  return { format: 'juanzong/receipt@1', bundle, topDigest, files, bytes, asOf, procedure: { id, version, hash }, tool }
}

/**
 * The receipt as a file: words for people as comments, then YAML for `verify --receipt`.
 * @param words text with `{topDigest}`, `{bundle}`, `{files}`, `{bytes}`, `{asOf}` (say/words/bundle.ts)
 */
export function receiptText(receipt: Receipt, words: string): string {
  const values: Readonly<Record<string, string | number>> = {
    bundle: receipt.bundle,
    topDigest: receipt.topDigest,
    files: receipt.files,
    bytes: receipt.bytes,
    asOf: receipt.asOf,
  }
  const spoken = words.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
  const comments = spoken.split('\n').map((line) => `# ${line}`.trimEnd())
  return `${comments.join('\n')}\n${stringify(receipt, { lineWidth: 0 })}`
}
