import type { z } from 'zod'

/** One thing wrong in a parsed tree. `code` is a code of `say/words/format.ts`; `path` leads to the value. */
export type Issue = {
  readonly code: string
  readonly path: readonly (string | number)[]
  readonly args: Readonly<Record<string, string | number>>
}

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] }

/** Parses a tree of plain text scalars; all problems in one run, each at its own path. */
export function parse<S extends z.ZodType>(schema: S, tree: unknown): Parsed<z.output<S>> {
  const result = schema.safeParse(tree)
  if (result.success) return { ok: true, value: result.data }
  return { ok: false, issues: result.error.issues.flatMap((issue) => toIssues(issue, [])) }
}

// ---

type Raw = z.core.$ZodIssue

function toIssues(issue: Raw, above: readonly PropertyKey[]): Issue[] {
  const path = [...above, ...issue.path]
  if (issue.code === 'invalid_union' && issue.errors.length)
    return closest(issue.errors).flatMap((inner) => toIssues(inner, path))
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ code: 'format/unknown-key', path: named([...path, key]), args: { key } }))
  }
  if (issue.code === 'invalid_type')
    return [
      {
        code: issue.message.startsWith('format/') ? issue.message : 'format/type',
        path: named(path),
        args: { expected: issue.expected },
      },
    ]
  return [{ code: issue.message.startsWith('format/') ? issue.message : 'format/shape', path: named(path), args: {} }]
}

/** The branch that got furthest into the value names the problem. */
function closest(branches: readonly (readonly Raw[])[]): readonly Raw[] {
  const depth = (branch: readonly Raw[]) =>
    Math.max(...branch.map((issue) => issue.path.length + (issue.code === 'unrecognized_keys' ? 1 : 0)))
  return branches.reduce((best, branch) => (depth(branch) >= depth(best) ? branch : best))
}

function named(path: readonly PropertyKey[]): (string | number)[] {
  return path.map((step) => (typeof step === 'symbol' ? String(step) : step))
}
