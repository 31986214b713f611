import type { Procedure } from '../../model/case.ts'
import type { Finding } from '../../model/finding.ts'
import type { Condition } from '../define.ts'
import { declared } from '../labels.ts'
import { type Mistake, parseCondition } from '../words.ts'
import { problem } from './problem.ts'
import { type Names, patternFor, typed } from './types.ts'

/** Everything wrong in one condition of `file`: words, arguments, paths and their types, values, evidence, tables. */
export function lintCondition(
  procedure: Procedure,
  tree: unknown,
  names: Names,
  where: string,
  file = 'rules.yaml',
): readonly Finding[] {
  const parsed = parseCondition(tree)
  if (!parsed.ok) return parsed.mistakes.map((mistake) => mistaken(mistake, where, file))
  return inside({ procedure, file }, parsed.condition, names, where)
}

// ---

type Linted = { readonly procedure: Procedure; readonly file: string }

function mistaken(mistake: Mistake, where: string, file: string): Finding {
  const at = mistake.path === '' ? where : `${where}.${mistake.path}`
  if (mistake.kind === 'unknown-word')
    return problem('lint/unknown-word', file, at, { word: mistake.word, nearest: mistake.nearest || '—' })
  if (mistake.kind === 'one-word') return problem('lint/one-word', file, at, { words: mistake.words || '—' })
  return problem('lint/word-arguments', file, at, { word: mistake.word, wanted: mistake.wanted })
}

function inside(linted: Linted, condition: Condition, names: Names, where: string): readonly Finding[] {
  const at = `${where}.${condition.word}`
  return [
    ...condition.uses.flatMap((use) => typed(linted.procedure, use, names, linted.file, at)),
    ...values(linted, condition, names, at),
    ...evidence(linted, condition, names, at),
    ...tables(linted, condition, names, at),
    ...condition.inner.flatMap(({ condition: within, bind }) => {
      const more = bind ? { ...names, [bind.as]: `${patternFor(bind.in, names)}[]` } : names
      return inside(linted, within, more, at)
    }),
  ]
}

/** A literal must be one of the fact's options, so that a rule never waits for a value that cannot come. */
function values(
  { procedure, file }: Linted,
  { values: held }: Condition,
  names: Names,
  at: string,
): readonly Finding[] {
  if (!held) return []
  const known = optionIds(procedure, patternFor(held.path, names))
  if (known.length === 0) return []
  return held.values
    .filter((value) => !known.includes(value) && value !== '无' && value !== '不适用')
    .map((value) => problem('lint/unknown-value', file, at, { value, path: held.path, options: known.join('、') }))
}

function optionIds(procedure: Procedure, pattern: string): string[] {
  if (pattern === 'person.document.type' || pattern === 'person.otherDocuments[].type')
    return procedure.documents.documents.map((row) => row.id)
  const fact = declared(procedure, pattern)
  return fact?.type === 'yes-no' ? ['是', '否'] : Object.keys(fact?.options ?? {})
}

function evidence(
  { procedure, file }: Linted,
  { evidence: asked }: Condition,
  names: Names,
  at: string,
): readonly Finding[] {
  if (asked === undefined) return []
  const [head = '', first, second] = asked.split('.')
  const strange = [problem('lint/unknown-evidence', file, at, { name: asked })]
  if (head === 'supporting') {
    const paper = procedure.kinds.supporting.find((row) => row.id === first)
    if (!paper) return strange
    return second === undefined || paper.parts?.some((part) => part.id === second) ? [] : strange
  }
  const pattern = names[head]
  if (pattern === undefined) return strange
  if (pattern !== 'achievements[]') return declared(procedure, pattern)?.type === 'id' ? [] : strange
  const parts = procedure.kinds.kinds.flatMap((kind) => kind.parts.map((part) => part.id))
  return first === undefined || parts.includes(first) ? [] : strange
}

function tables({ procedure, file }: Linted, { table: used }: Condition, names: Names, at: string): readonly Finding[] {
  if (!used) return []
  const table = procedure.rules.tables?.[used.name]
  if (!table) return [problem('lint/unknown-table', file, at, { name: used.name })]
  return Object.entries(used.columns).flatMap(([column, path]) => {
    if (table.rows.every((row) => row[column] === undefined))
      return [problem('lint/unknown-column', file, at, { name: used.name, column })]
    const known = optionIds(procedure, patternFor(path, names))
    const cells = new Set(table.rows.flatMap((row) => (row[column] ?? '').split('|')))
    return [...cells]
      .filter((cell) => cell !== '' && known.length > 0 && !known.includes(cell))
      .map((value) => problem('lint/unknown-value', file, at, { value, path, options: known.join('、') }))
  })
}
