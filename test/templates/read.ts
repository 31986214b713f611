import { readFileSync } from 'node:fs'
import { parse as parseYaml } from 'yaml'
import type { z } from 'zod'
import { parse } from '../../src/model/parse.ts'

const folder = new URL('../../templates/chongqing-green-low-carbon-2024/', import.meta.url)

/** A file of the procedure, read as the tool reads it: every scalar is text, then typed by the schema. */
export function read<S extends z.ZodType>(schema: S, name: string): z.output<S> {
  const result = parse(schema, raw(name))
  if (result.ok) return result.value
  const problems = result.issues.map((issue) => `${issue.path.join('.')}: ${issue.code} ${JSON.stringify(issue.args)}`)
  throw new Error(`${name}\n${problems.join('\n')}`)
}

export function raw(name: string): unknown {
  return parseYaml(readFileSync(new URL(name, folder), 'utf8'), { schema: 'failsafe' })
}
