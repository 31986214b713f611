import type { Case } from '../model/case.ts'
import type { Finding } from '../model/finding.ts'
import type { FormList } from '../model/procedure.ts'
import { contentsTable } from './contents.ts'
import type { Made } from './forms.ts'
import { catalogueRows } from './list-catalogue.ts'
import { checklistRows } from './list-checklist.ts'
import { gapRows } from './list-gaps.ts'
import { paperRows } from './list-papers.ts'
import { postedRows } from './list-posted.ts'
import { printRows } from './list-print.ts'
import type { Merged } from './merged.ts'
import { tasks } from './worksheet.ts'

/** What a list is made from: the case and what the check found, the forms laid so far, the bound volume where one is planned. */
export type Source = {
  readonly case: Case
  readonly findings: readonly Finding[]
  readonly made: readonly Made[]
  readonly merged: Merged | undefined
}

/** A row as a form prints it. */
export type ListRow = Readonly<Record<string, string | number>>

/**
 * Every list that a form may ask for by `rows`. They are made in this order: one that speaks of the other forms stands
 * behind theirs.
 */
export const lists: Readonly<Record<FormList, (from: Source) => readonly ListRow[]>> = {
  contents: ({ merged }) => contentsTable(merged?.rows ?? []),
  'posted-files': postedRows,
  checklist: checklistRows,
  catalogue: catalogueRows,
  papers: paperRows,
  gaps: ({ case: c }) => gapRows(c),
  tasks,
  print: printRows,
}

export const listsInOrder = Object.keys(lists) as readonly FormList[]
