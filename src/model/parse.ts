import type { z } from 'zod'

/** One thing wrong in a parsed tree. `code` is a code of `say/words/format.ts`; `path` leads to the value. */
export type Issue = {
  readonly code: string
  readonly path: readonly (string | number)[]
  /** `key` of an unknown key; `options` (joined with 、) of a closed list; `limit` of a length or size. */
  readonly args: Readonly<Record<string, string | number>>
}

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] }

/** Parses a tree of plain text scalars; all problems in one run, each at its own path. */
export function parse<S extends z.ZodType>(schema: S, tree: unknown): Parsed<z.output<S>> {
  const result = schema.safeParse(tree)
  if (result.success) return { ok: true, value: result.data }
  return { ok: false, issues: result.error.issues.flatMap((issue) => toIssues(issue, [], tree)) }
}

// ---

type Raw = z.core.$ZodIssue

function toIssues(issue: Raw, above: readonly PropertyKey[], tree: unknown): Issue[] {
  const path = [...above, ...issue.path]
  const value = path.reduce(child, tree)
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ code: 'format/unknown-key', path: named([...path, key]), args: { key } }))
  // Before the branches: of an absent value every branch says something else.
  if (value === undefined) return [{ code: 'format/missing', path: named(path), args: {} }]
  if (issue.code === 'invalid_union' && issue.errors.length && !(speaks(issue) && fitsNone(issue.errors, value)))
    return closest(issue.errors, value).flatMap((inner) => toIssues(inner, path, tree))
  return [{ code: codeOf(issue), path: named(path), args: argsOf(issue) }]
}

/** Has a code of its own for a value that is none of its branches, better than what one of them would say. */
function speaks(issue: Raw): boolean {
  return issue.message.startsWith('format/') && issue.message !== 'format/shape'
}

function fitsNone(branches: readonly (readonly Raw[])[], value: unknown): boolean {
  return branches.every((branch) => score(branch, value) === 0)
}

/** The branch that got furthest into the value names the problem; of equal ones the last, which is the most specific. */
function closest(branches: readonly (readonly Raw[])[], value: unknown): readonly Raw[] {
  return branches.reduce((best, branch) => (score(branch, value) >= score(best, value) ? branch : best))
}

/** 0: meant for another kind of value; else how deep its problems lie. */
function score(branch: readonly Raw[], value: unknown): number {
  return branch.some((issue) => misses(issue, value)) ? 0 : 1 + Math.max(...branch.map((issue) => reach(issue, value)))
}

/** Text against a list, or a mapping of which not a single key is known (a list without its dashes). */
function misses(issue: Raw, value: unknown): boolean {
  if (issue.path.length) return isMapping(value) && Object.keys(value).length === 0
  if (issue.code === 'unrecognized_keys') return isMapping(value) && issue.keys.length === Object.keys(value).length
  return issue.code === 'invalid_type' || issue.code === 'invalid_value'
}

function reach(issue: Raw, value: unknown): number {
  if (issue.code !== 'invalid_union' || !issue.errors.length) return issue.path.length
  const inner = issue.path.reduce(child, value)
  return issue.path.length + score(closest(issue.errors, inner), inner)
}

function isMapping(value: unknown): value is object {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

const types: Readonly<Record<string, string>> = {
  object: 'format/mapping',
  record: 'format/mapping',
  array: 'format/list',
  string: 'format/text',
}

function codeOf(issue: Raw): string {
  // A list or a mapping where a choice or a text belongs: not its spelling is wrong but its kind.
  if (issue.code === 'invalid_type') return types[issue.expected] ?? 'format/shape'
  return issue.message.startsWith('format/') ? issue.message : 'format/shape'
}

function argsOf(issue: Raw): Issue['args'] {
  if (issue.code === 'invalid_value') return { options: issue.values.map(String).join('、') }
  if (issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options))
    return { options: issue.options.map(String).join('、') }
  if (issue.code === 'too_big') return { limit: Number(issue.maximum) }
  if (issue.code === 'too_small') return { limit: Number(issue.minimum) }
  return {}
}

function child(value: unknown, step: PropertyKey): unknown {
  if (value === null || typeof value !== 'object' || !Object.hasOwn(value, step)) return undefined
  return (value as Record<PropertyKey, unknown>)[step]
}

function named(path: readonly PropertyKey[]): (string | number)[] {
  return path.map((step) => (typeof step === 'symbol' ? String(step) : step))
}
