import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of this program, above `src/` and `dist/` alike. */
export const packageFolder = fileURLToPath(new URL('../../', import.meta.url))

export const templatesFolder = join(packageFolder, 'templates')

/** `juanzong 0.1.0`, as findings, receipts and bundles record it. */
export function tool(): string {
  return `juanzong ${version()}`
}

export function version(): string {
  const bytes = readFileSync(join(packageFolder, 'package.json'), 'utf8')
  return (JSON.parse(bytes) as { readonly version: string }).version
}
