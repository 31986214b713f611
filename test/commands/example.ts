import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Outcome, run } from './run.ts'

/** The complete applicant of `examples/` (its evidence is drawn by `examples/make.ts --missing` before the tests), whose day is pinned in the procedure's run.yaml. */
export const applicant = resolve(import.meta.dirname, '../../examples/01-applicant')
export const today = '2024-10-25'

export type Bundled = Outcome & {
  /** Where it was written. */
  readonly folder: string
}

/** Bundles the applicant into a new folder, which the caller removes. */
export async function bundled(...more: string[]): Promise<Bundled> {
  const folder = mkdtempSync(join(tmpdir(), 'juanzong-bundle-'))
  return { ...(await run(['bundle', applicant, '--today', today, '--out', folder, ...more])), folder }
}

export function remove(folder: string) {
  rmSync(folder, { recursive: true, force: true })
}
