import type { Answer } from '../model/finding.ts'
import type { Facts, Seen } from './facts.ts'
import { read } from './facts.ts'
import { and, not, or } from './kleene.ts'

/** Why an answer is unknown: the fact is absent, its date is partial, or a year's holidays are not in the data. */
export type Missing = {
  readonly path: string
  readonly pattern: string
  readonly why: 'absent' | 'partial' | 'holidays'
}

export type Result = { readonly answer: Answer; readonly because: readonly Missing[] }

export const yes: Result = { answer: 'yes', because: [] }
export const no: Result = { answer: 'no', because: [] }

export function known(truth: boolean): Result {
  return truth ? yes : no
}

/** unknown, with the operands to blame: absent ones, otherwise the partial ones. */
export function unknown(operands: readonly Operand[], why: Missing['why'] = 'absent'): Result {
  const blamed = why === 'absent' ? operands.filter((operand) => operand.value === undefined) : operands
  return {
    answer: 'unknown',
    because: blamed.flatMap((operand) => (operand.seen ? [{ ...place(operand.seen), why }] : [])),
  }
}

export function allOf(results: readonly Result[]): Result {
  return combined(and(results.map(answer)), results)
}

export function anyOf(results: readonly Result[]): Result {
  return combined(or(results.map(answer)), results)
}

export function negated(result: Result): Result {
  return { answer: not(result.answer), because: result.because }
}

/** A literal (starts with a digit) or a fact. */
export type Operand = { readonly value: unknown; readonly seen?: Seen | undefined }

export function operand(facts: Facts, text: string): Operand {
  if (isLiteral(text)) return { value: text }
  const seen = read(facts, text)
  return { value: seen.value, seen }
}

/** The same where a date is wanted: `至今` is the day of the check. */
export function dateOperand(facts: Facts, text: string): Operand {
  const one = operand(facts, text)
  return one.value === '至今' ? { ...one, value: facts.of.today } : one
}

/** Dates and numbers stand for themselves; names of facts never start with a digit. */
export function isLiteral(text: string): boolean {
  return /^-?\d/.test(text)
}

// ---

function answer(result: Result): Answer {
  return result.answer
}

function combined(total: Answer, results: readonly Result[]): Result {
  if (total !== 'unknown') return total === 'yes' ? yes : no
  return { answer: total, because: results.flatMap((result) => (result.answer === 'unknown' ? result.because : [])) }
}

function place(seen: Seen): { readonly path: string; readonly pattern: string } {
  return { path: seen.path, pattern: seen.pattern }
}
