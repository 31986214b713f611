import { z } from 'zod'
import type { Condition, Word } from './define.ts'
import { nearest } from './nearest.ts'
import { atLeast, atMost, equals, has, matches, oneOf, sameAs } from './words/compare.ts'
import { count, each, some } from './words/lists.ts'
import { all, any, not } from './words/logic.ts'
import { evidence } from './words/papers.ts'
import { covers } from './words/ranges.ts'
import { table } from './words/table.ts'
import { before, months, within, workdays, years } from './words/time.ts'

/** Every word that a rule may use, each one small function with its truth table in its own file. */
export const vocabulary: Readonly<Record<string, Word>> = Object.fromEntries(
  [
    ...[all, any, not, has, equals, oneOf, matches, atLeast, atMost, before, within],
    ...[workdays, years, months, covers, table, evidence, count, sameAs, each, some],
  ].map((word) => [word.name, word]),
)

/** One thing wrong in a condition: an unknown word, or arguments it does not take. `path` leads to it. */
export type Mistake =
  | { readonly kind: 'unknown-word'; readonly word: string; readonly nearest: string; readonly path: string }
  | { readonly kind: 'arguments'; readonly word: string; readonly wanted: string; readonly path: string }
  | { readonly kind: 'one-word'; readonly words: string; readonly path: string }

export type ParsedCondition =
  | { readonly ok: true; readonly condition: Condition }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] }

/** Parses the plain tree of `when` or `need`; all mistakes in one run. A tree is parsed once however often it is asked. */
export function parseCondition(tree: unknown): ParsedCondition {
  if (typeof tree !== 'object' || tree === null) return parsed(tree)
  const before = done.get(tree)
  if (before) return before
  const result = parsed(tree)
  done.set(tree, result)
  return result
}

// ---

/** Rules are read once and judged many times; parsing took nine tenths of a check. */
const done = new WeakMap<object, ParsedCondition>()

function parsed(tree: unknown): ParsedCondition {
  const result = inner.safeParse(tree)
  if (result.success) return { ok: true, condition: result.data }
  return { ok: false, mistakes: result.error.issues.flatMap(mistakesOf) }
}

const inner: z.ZodType<Condition> = z.unknown().transform((tree, context): Condition => {
  const entry = soleEntry(tree)
  if (!entry) return reject(context, { kind: 'one-word', words: keysOf(tree), path: '' })
  const [name, args] = entry
  const word = Object.hasOwn(vocabulary, name) ? vocabulary[name] : undefined
  if (!word)
    return reject(context, {
      kind: 'unknown-word',
      word: name,
      nearest: nearest(name, Object.keys(vocabulary)),
      path: '',
    })
  const result = word.schema(inner).safeParse(args)
  if (result.success) return { ...result.data, args }
  for (const issue of result.error.issues) {
    const found = mistakesOf(issue)
    const own = { kind: 'arguments' as const, word: name, wanted: issue.message, path: '' }
    for (const mistake of found.length > 0 ? found : [own])
      reject(context, { ...mistake, path: [name, ...issue.path, mistake.path].filter((part) => part !== '').join('.') })
  }
  return z.NEVER
})

function reject(context: z.RefinementCtx, mistake: Mistake): never {
  context.addIssue({ code: 'custom', message: mistake.kind, params: { mistake } })
  return z.NEVER
}

/** Mistakes carried by an issue of ours; none for an issue of a word's own schema. */
function mistakesOf(issue: z.core.$ZodIssue): readonly Mistake[] {
  if (issue.code === 'invalid_union') return issue.errors.flatMap((branch) => branch.flatMap(mistakesOf)).slice(0, 1)
  if (issue.code !== 'custom') return []
  const mistake = issue.params?.mistake as Mistake | undefined
  return mistake ? [mistake] : []
}

function soleEntry(tree: unknown): readonly [string, unknown] | undefined {
  if (typeof tree !== 'object' || tree === null || Array.isArray(tree)) return undefined
  const entries = Object.entries(tree)
  return entries.length === 1 ? entries[0] : undefined
}

function keysOf(tree: unknown): string {
  return typeof tree === 'object' && tree !== null ? Object.keys(tree).join(', ') : String(tree)
}
