import type { Args, Finding, Severity } from '../../model/finding.ts'

/** Something wrong in a procedure's folder: the file, the place in it, what and what to do in `say/words/lint.ts`. */
export function problem(
  code: string,
  file: string,
  path: string,
  args: Args = {},
  severity: Severity = 'error',
): Finding {
  const at = { file, ...(path !== '' && { path }) }
  return { code, severity, stage: 'draft', at, args, basis: 'plain-sanity', verified: true }
}

/** Every id that occurs twice in a list. */
export function twice(ids: readonly string[], file: string, path: string): Finding[] {
  const again = ids.filter((id, index) => ids.indexOf(id) !== index)
  return [...new Set(again)].map((id) => problem('lint/duplicate', file, path, { id }))
}

/** Every id that is not among the known ones. */
export function strangers(
  ids: readonly string[],
  known: readonly string[],
  file: string,
  path: string,
  list: string,
): Finding[] {
  return ids.filter((id) => !known.includes(id)).map((id) => problem('lint/unknown-id', file, path, { id, list }))
}

/** An open or closed period that ends before it begins. */
export function backwards(from: string | undefined, until: string | undefined, file: string, path: string): Finding[] {
  if (from === undefined || until === undefined || from <= until) return []
  return [problem('lint/backwards', file, path, { from, until })]
}

export function idsOf(list: readonly { readonly id: string }[]): string[] {
  return list.map((row) => row.id)
}
