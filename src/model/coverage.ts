import type { Basis, Severity, Stage } from './finding.ts'
import type { Text } from './scalar.ts'

/** A sentence of the notice and everything in the tool that answers to it. */
export type Covered = {
  readonly section: Text
  readonly id: string
  readonly text: Text
  readonly basis: Basis
  readonly data: readonly string[]
  readonly rules: readonly string[]
  /** Facts with the forms whose cells they go to; without any the reason why none prints them. */
  readonly fields: readonly {
    readonly path: string
    readonly forms: readonly Text[]
    readonly never: Text | undefined
  }[]
  readonly slots: readonly string[]
  readonly outside: Text | undefined
}

/** A rule as one row: `severity` as people meet it, `looksAt` every path and paper that it reads. */
export type RuleRow = {
  readonly id: string
  readonly stage: Stage
  readonly severity: Severity
  readonly looksAt: readonly string[]
  readonly basis: Basis
}
