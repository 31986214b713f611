import type { Finding } from '../model/finding.ts'

/** A file of a bag, or something that is none (a link, a device). */
export type BagFile = {
  /** From the bag's folder, with `/`, as it is on the disk (not normalised). */
  readonly path: string
  readonly size: number
  readonly kind: 'file' | 'other'
}

/** A bag that somebody else opened: a folder or a ZIP. */
export type BagReader = {
  list(): Promise<readonly BagFile[]>
  /** @throws Refusal when the content cannot be read whole */
  open(path: string): AsyncIterable<Uint8Array>
  /** What was wrong with the container itself. */
  readonly findings: readonly Finding[]
}
