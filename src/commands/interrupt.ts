import { rmSync } from 'node:fs'
import { abandon } from '../disk/leftovers.ts'
import { abandonLocks } from '../disk/lock.ts'

/** Whole files that only count together with others which are still being written (ZIP, folder and receipt of a bundle). */
export const unfinished = new Set<string>()

/** Removes what this run has not finished; the process ends right after. */
export function abandonAll(): void {
  abandon()
  abandonLocks()
  for (const path of unfinished) rmSync(path, { recursive: true, force: true })
}
