import type { Case, Procedure } from '../model/case.ts'
import type { JournalEvent } from '../model/journal.ts'
import type { FieldType } from '../model/procedure.ts'
import type { Text } from '../model/scalar.ts'
import { caseRows } from './derived-case.ts'
import { journalRows } from './derived-journal.ts'

/**
 * A fact that follows from others. `needs` are the dossier's paths it is worked out from: a person who is told that it is
 * missing is told to give those; without any it comes from the journal.
 */
export type Derived = {
  /** As in fields.yaml; `[]` at the end = a list of plain values. */
  readonly path: string
  readonly type: FieldType
  readonly label: Text
  readonly needs: readonly string[]
  readonly read: (c: Case) => unknown
}

/** Every derived path of a procedure: the fixed ones, its windows and its cut-offs. */
export function derivedOf(procedure: Procedure): readonly Derived[] {
  const before = made.get(procedure)
  if (before) return before
  const rows = [...caseRows, ...journalRows, ...windowRows(procedure), ...cutoffRows(procedure)]
  made.set(procedure, rows)
  return rows
}

/**
 * The event of journal.yaml that a derived fact waits for.
 * @param pattern without `[]` at its end
 * @returns undefined for what follows from facts, from the procedure, or is always known
 */
export function eventFor(pattern: string): JournalEvent['what'] | undefined {
  return events.find(([start]) => pattern === start || pattern.startsWith(`${start}.`))?.[1]
}

// ---

const events: readonly (readonly [string, JournalEvent['what']])[] = [
  ['posting.result', 'posting-ended'],
  ['posting', 'posted'],
  ['submission', 'submitted'],
  ['originals', 'originals-checked'],
  ['completion', 'unit-deadline'],
  ['recommendation', 'recommended'],
  ['returned', 'returned'],
  ['paid', 'paid'],
  ['confirmed', 'confirmed'],
  ['archiving', 'confirmed'],
  ['forwarded', 'forwarded'],
  ['filed', 'filed'],
]

const made = new WeakMap<Procedure, readonly Derived[]>()

function windowRows(procedure: Procedure): Derived[] {
  return procedure.file.windows.flatMap((window) => [
    constant(`window.${window.id}.from`, 'day', addTo(window.name, '的起日', ': first day'), window.from),
    constant(`window.${window.id}.to`, 'day', addTo(window.name, '的止日', ': last day'), window.to),
  ])
}

function cutoffRows(procedure: Procedure): Derived[] {
  return procedure.file.cutoffs.map((cutoff) =>
    constant(`cutoff.${cutoff.id}`, 'day', addTo(cutoff.counts, '计算截止日', ': cut-off'), cutoff.on),
  )
}

function constant(path: string, type: FieldType, label: Text, value: unknown): Derived {
  return { path, type, label, needs: [], read: () => value }
}

function addTo(text: Text, zh: string, en: string): Text {
  return { zh: `${text.zh}${zh}`, ...(text.en !== undefined && { en: `${text.en}${en}` }) }
}
