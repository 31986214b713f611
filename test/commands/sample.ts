import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const source = resolve(import.meta.dirname, '../../templates/chongqing-green-low-carbon-2024/sample')

/**
 * A copy of the procedure's sample in a new folder (no evidence, so errors stand), with texts of dossier.yaml replaced.
 * `use` gets its path; it is removed afterwards.
 */
export async function withSample<T>(
  changes: readonly (readonly [string, string])[],
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'juanzong-sample-'))
  try {
    cpSync(source, folder, { recursive: true })
    const file = join(folder, 'dossier.yaml')
    let text = readFileSync(file, 'utf8')
    for (const [old, fresh] of changes) {
      if (!text.includes(old)) throw new Error(`sample: there is no “${old}” to replace`)
      text = text.replace(old, () => fresh)
    }
    writeFileSync(file, text)
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
