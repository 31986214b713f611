import type { Case, Procedure } from '../model/case.ts'
import type { Finding } from '../model/finding.ts'
import { lintEvidence, lintSlots } from './lint/evidence.ts'
import { lintFields } from './lint/fields.ts'
import { lintFile } from './lint/procedure.ts'
import { lintProofs } from './lint/proofs.ts'
import { lintRules } from './lint/rules.ts'
import { lintShared } from './lint/shared.ts'

/**
 * Proves a procedure's folder, all but the markup of its forms (`fill/lint.ts`): every path is declared and of a type that
 * its word can use, every id is unique and every reference leads somewhere, every basis says where, what nobody verified
 * never blocks. With its sample as a case the rules are proved by what breaks them. Sorted by file, place and code.
 */
export function lintProcedure(procedure: Procedure, sample?: Case): Finding[] {
  const findings = [lintFile, lintFields, lintEvidence, lintSlots, lintRules, lintShared].flatMap((one) =>
    one(procedure),
  )
  return [...findings, ...(sample ? lintProofs(sample) : [])]
    .map((finding) => ({ finding, key: keyOf(finding) }))
    .sort(byKey)
    .map(({ finding }) => finding)
}

// ---

function keyOf({ at, code, args }: Finding): string {
  return [at.file, at.path, code, JSON.stringify(args)].join('\u0000')
}

function byKey(a: { readonly key: string }, b: { readonly key: string }): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0
}
