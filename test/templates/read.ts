import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import { tryYaml } from '../../src/disk/yaml.ts'

const folder = new URL('../../templates/chongqing-green-low-carbon-2024/', import.meta.url)

/** A file of the procedure, read as the tool reads it: every scalar is text, then typed by the schema. */
export function read<S extends z.ZodType>(schema: S, name: string): z.output<S> {
  const result = tryYaml(schema, readFileSync(new URL(name, folder)), name)
  if (result.ok) return result.value
  const problems = result.findings.map(
    ({ code, at, args }) => `${at.line}:${at.column} ${code} ${JSON.stringify(args)}`,
  )
  throw new Error(`${name}\n${problems.join('\n')}`)
}
