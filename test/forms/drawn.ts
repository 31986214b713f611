import { join } from 'node:path'
import { check } from '../../src/check/check.ts'
import { type Made, type Marks, makeForms, makeListed } from '../../src/commands/forms.ts'
import type { ListRow, Source } from '../../src/commands/lists.ts'
import type { Loaded } from '../../src/commands/load.ts'
import { planMerged } from '../../src/commands/merged.ts'
import type { Case } from '../../src/model/case.ts'
import { caseIn, templates } from '../templates/folder.ts'
import { openTestFonts } from '../write/kit.ts'

const fonts = openTestFonts()

/** A shipped procedure with its sample; every file has a digest of its own, so that two are never mistaken for each other. */
export async function sampleOf(id: string): Promise<Case> {
  const c = await caseIn(join(templates, id))
  const files = c.inventory.files.map((file, index) => {
    return { ...file, sha256: (index * 7919 + 4096).toString(16).padStart(10, '0').padEnd(64, 'e') }
  })
  return { ...c, inventory: { ...c.inventory, files } }
}

/** What a list reads of a case that is checked and whose other forms do not matter. */
export function sourceOf(c: Case): Source {
  return { case: c, findings: check(c), made: [], merged: undefined }
}

/** Every form that the case asks for, as `fill` lays them; `public` as they are posted. */
export function drawn(c: Case, profile: Marks['profile'] = 'final'): readonly Made[] {
  const marks: Marks = { sample: false, profile, failed: false }
  const made = makeForms(c, fonts, marks)
  // Pages of evidence are counted, not opened: the bound volume is planned here and never drawn.
  const loaded = { case: c } as Loaded
  const merged = profile === 'public' ? undefined : planMerged(loaded, made, { fonts }, marks)
  const listed = makeListed(c, fonts, { marks, findings: check(c), made, merged })
  return [...made, ...(merged?.contents ?? []), ...listed]
}

/** The case without the files of one part. */
export function without(c: Case, owner: string, part: string): Case {
  const isGone = (claim: Case['inventory']['claims'][number]) => claim.owner.id === owner && claim.part === part
  return { ...c, inventory: { ...c.inventory, claims: c.inventory.claims.filter((claim) => !isGone(claim)) } }
}

export function column(rows: readonly ListRow[], key: string): readonly (string | number)[] {
  return rows.map((row) => row[key] ?? '')
}
