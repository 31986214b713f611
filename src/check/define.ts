import { z } from 'zod'
import type { Result } from './answer.ts'
import type { Facts } from './facts.ts'

/** What a position of a word may hold: lint holds the fact's type in fields.yaml against it. */
export type Want = 'any' | 'scalar' | 'text' | 'number' | 'date' | 'day' | 'list'

export type Use = { readonly path: string; readonly want: Want }

/** A list bound to a name for the conditions inside. */
export type Binding = { readonly in: string; readonly as: string }

/** A condition after parsing: it can be asked, and lint can see what it reads. */
export type Condition = {
  readonly word: string
  /** As the rule writes its arguments. */
  readonly args?: unknown
  readonly run: (facts: Facts) => Result
  readonly uses: readonly Use[]
  readonly inner: readonly { readonly condition: Condition; readonly bind?: Binding | undefined }[]
  /** Evidence that is asked for: `supporting.<kind>[.<part>]`, `<name>[.<part>]`, or a bare name of an id. */
  readonly evidence?: string | undefined
  /** Values that a fact is held against: lint looks them up among the fact's options. */
  readonly values?: { readonly path: string; readonly values: readonly string[] } | undefined
  /** Table of the rules file, with the fact behind each column. */
  readonly table?: { readonly name: string; readonly columns: Readonly<Record<string, string>> } | undefined
}

export type Shape = Pick<Condition, 'uses'> & Partial<Pick<Condition, 'inner' | 'evidence' | 'table' | 'values'>>

export type Word = {
  readonly name: string
  readonly schema: (inner: z.ZodType<Condition>) => z.ZodType<Condition>
}

/** A word: its arguments as a zod schema, what it answers, and what it reads. */
export function define<A>(
  name: string,
  args: (inner: z.ZodType<Condition>) => z.ZodType<A>,
  run: (args: A, facts: Facts) => Result,
  shape: (args: A) => Shape,
): Word {
  return {
    name,
    schema: (inner) =>
      args(inner).transform((value) => ({ word: name, inner: [], run: (facts) => run(value, facts), ...shape(value) })),
  }
}

const step = '[A-Za-z][A-Za-z0-9-]*'

/** A fact: `grounds.obtained`, `a.date`, `cutoff.years`. */
export const path = z.string().regex(new RegExp(`^${step}(\\.${step})*$`), 'a path of facts')
/** A fact, or a date written out. */
export const dateOrPath = z.union([path, z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)], 'a path or a date')
/** A fact, or a number written out. */
export const numberOrPath = z.union([path, z.string().regex(/^-?\d+(\.\d+)?$/)], 'a path or a number')
/** A number written out. */
export const number = z
  .string()
  .regex(/^\d{1,9}$/, 'a whole number')
  .transform(Number)
export const literal = z.string('a value')
export const name = z.string().regex(/^[a-z]+$/, 'a short name in small letters')

export function useOf(text: string, want: Want): Use[] {
  return /^-?\d/.test(text) ? [] : [{ path: text, want }]
}
