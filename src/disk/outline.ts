import type { Field } from '../model/procedure.ts'

/** The rows of `fields.yaml` as the tree that they describe, in the order of the file. */
export type OutlineNode = {
  readonly key: string
  readonly field: Field | undefined
  /** Written `key[]`: a list of what stands below, or of plain values. */
  readonly list: boolean
  readonly below: readonly OutlineNode[]
}

export function outline(fields: readonly Field[]): readonly OutlineNode[] {
  return level(fields.map((field) => ({ field, steps: field.path.split('.') })))
}

// ---

type Row = { readonly field: Field; readonly steps: readonly string[] }

function level(rows: readonly Row[]): readonly OutlineNode[] {
  const keys = [...new Set(rows.map((row) => bare(row.steps[0])))]
  return keys.map((key) => {
    const own = rows.filter((row) => bare(row.steps[0]) === key)
    return {
      key,
      field: own.find((row) => row.steps.length === 1)?.field,
      list: own.some((row) => row.steps[0]?.endsWith('[]')),
      below: level(
        own.filter((row) => row.steps.length > 1).map(({ field, steps }) => ({ field, steps: steps.slice(1) })),
      ),
    }
  })
}

function bare(step: string | undefined): string {
  return (step ?? '').replace(/\[\]$/, '')
}
