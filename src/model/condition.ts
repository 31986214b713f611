import { z } from 'zod'

/**
 * The words of a condition (`when`, `need`; FORMATS 4) are parsed by `check/words.ts`, which holds one small function with a
 * truth table for each; here a condition is still a plain tree.
 */
export type Condition = { readonly [word: string]: unknown }
export const condition: z.ZodType<Condition> = z.record(z.string(), z.unknown())
