import type { Answer, Basis, Finding, Stage } from './finding.ts'
import type { Rule } from './rule.ts'
import type { Text } from './scalar.ts'

/** What `juanzong explain` tells, without the words. */

/** A fact for people: labels for ids, masked where sensitive. `value` is absent while nobody stated it. */
export type FactShown = {
  readonly path: string
  readonly label: Text
  readonly value: Text | undefined
  /** `derived` follows from `needs`, or from journal and procedure where there are none. */
  readonly from: 'dossier' | 'unit' | 'derived'
  readonly needs: readonly string[]
}

/** A fact, or a value written out (`name` = of an argument with a name, `label` = what an id stands for). */
export type Term =
  | { readonly kind: 'fact'; readonly fact: FactShown }
  | { readonly kind: 'value'; readonly text: string; readonly name?: string; readonly label?: Text }

/** A word of a condition with its answer; `item` = one item of the list that its parent goes through. */
export type Node = {
  readonly word: string
  readonly answer: Answer
  readonly terms: readonly Term[]
  readonly children: readonly Node[]
}

/** The answer at one place: the item of the rule's `each`, or the case as a whole. */
export type Judged = {
  readonly place: string | undefined
  readonly answer: Answer | 'not-applicable'
  readonly when: Node | undefined
  readonly need: Node
  readonly facts: readonly FactShown[]
  readonly finding: Finding | undefined
}

export type ExplainedRule = {
  readonly kind: 'rule'
  readonly rule: Rule
  /** Why the rule is silent: out of force on the day of declaration, or of a later stage. */
  readonly silent: { readonly why: 'not-in-force' | 'later'; readonly stage: Stage } | undefined
  readonly places: readonly Judged[]
  /** What the `{…}` of the rule's sentence stand for. */
  readonly labels: Readonly<Record<string, Text>>
}

/** A code of the check itself: its findings with the facts that they stand at. */
export type ExplainedCode = {
  readonly kind: 'built-in'
  readonly code: string
  readonly basis: Basis | 'plain-sanity' | undefined
  readonly findings: readonly { readonly finding: Finding; readonly facts: readonly FactShown[] }[]
}

export type Explanation =
  | ExplainedRule
  | ExplainedCode
  | { readonly kind: 'unknown'; readonly code: string; readonly nearest: readonly string[] }
