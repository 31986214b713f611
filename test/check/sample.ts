import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import { check } from '../../src/check/check.ts'
import { stageOf } from '../../src/check/stage.ts'
import { readYaml } from '../../src/disk/yaml.ts'
import type { Case, Procedure } from '../../src/model/case.ts'
import { type Achievement, type Dossier, dossierSchema } from '../../src/model/dossier.ts'
import type { Claim, Inventory } from '../../src/model/evidence.ts'
import type { Finding, Stage } from '../../src/model/finding.ts'
import { journalSchema } from '../../src/model/journal.ts'
import { fieldsSchema, kindsSchema, procedureSchema } from '../../src/model/procedure.ts'
import { documentsSchema, holidaysSchema, rulesSchema } from '../../src/model/rule.ts'
import { slotsSchema } from '../../src/model/slot.ts'
import { unitSchema } from '../../src/model/unit.ts'

/** The procedure's own sample with every evidence part there, as a case; no file is opened and no form read. */
const templates = new URL('../../templates/', import.meta.url)
const own = 'chongqing-green-low-carbon-2024/'

function readTemplate<S extends z.ZodType>(schema: S, name: string): z.output<S> {
  return readYaml(schema, readFileSync(new URL(name, templates)), name)
}

export const procedure: Procedure = {
  file: readTemplate(procedureSchema, `${own}procedure.yaml`),
  fields: readTemplate(fieldsSchema, `${own}fields.yaml`).fields,
  kinds: readTemplate(kindsSchema, `${own}evidence.yaml`),
  rules: readTemplate(rulesSchema, `${own}rules.yaml`),
  slots: readTemplate(slotsSchema, `${own}slots.yaml`),
  holidays: readTemplate(holidaysSchema, 'shared/holidays.yaml'),
  documents: readTemplate(documentsSchema, 'shared/documents.yaml'),
  forms: {},
  partials: {},
  blanks: {},
  hash: '0'.repeat(64),
}

const dossier = readTemplate(dossierSchema, `${own}sample/dossier.yaml`)
const journal = readTemplate(journalSchema, `${own}sample/journal.yaml`)
const unit = readTemplate(unitSchema, `${own}sample/unit.yaml`)

export const sample: Case = {
  dossier,
  journal,
  unit,
  procedure,
  inventory: inventoryOf(dossier),
  today: '2024-10-25',
  stage: stageOf(journal),
  posted: { snapshot: undefined, changes: [], findings: [] },
}

/** A copy of the case to change: plain and without `readonly`. */
export type Loose = {
  dossier: Record<string, Branch>
  journal: { events: Branch[] }
  unit: Record<string, Branch>
  inventory: { claims: Claim[]; none: string[]; files: { path: string }[] }
  today: string
  stage: Stage
}
// biome-ignore lint/suspicious/noExplicitAny: a test reaches into any depth of the sample and spoils one fact
type Branch = any

export function changed(change: (c: Loose) => void, base: Case = sample): Case {
  const copy = structuredClone({ ...base, procedure: undefined })
  change(copy as unknown as Loose)
  return { ...copy, procedure: base.procedure }
}

/** `rule/…` or the code, with the place: enough to tell findings apart. */
export function keys(findings: readonly Finding[]): string[] {
  return findings.map(
    (one) => `${one.severity} ${one.code} ${one.rule ?? ''} ${one.at.path ?? ''} ${one.args.part ?? ''}`,
  )
}

/** Findings of the changed case that the base does not have, and the other way round. */
export function difference(c: Case, base: Case = sample): { readonly more: Finding[]; readonly fewer: Finding[] } {
  const [after, before] = [check(c), check(base)]
  const [now, then] = [new Set(keys(after)), new Set(keys(before))]
  return {
    more: after.filter((_, index) => !then.has(keys(after)[index] ?? '')),
    fewer: before.filter((_, index) => !now.has(keys(before)[index] ?? '')),
  }
}

export function achievementsOf(c: { readonly dossier: Dossier }): readonly Achievement[] {
  return Array.isArray(c.dossier.achievements) ? c.dossier.achievements : []
}

/** Every part of every achievement there; of an any-of kind the first part only. */
export function inventoryOf(from: Dossier): Inventory {
  const parts = achievementsOf({ dossier: from }).flatMap((achievement) => {
    const kind = procedure.kinds.kinds.find((row) => row.id === achievement.type)
    const wanted = kind?.sure === 'any-of' ? kind.parts.slice(0, 1) : (kind?.parts ?? [])
    return wanted.map((part) => claim('achievement', achievement.id, part.id))
  })
  const papers = Object.keys(from.supporting ?? {}).map((id) => claim('supporting', id, id))
  const claims = [...parts, ...papers]
  return { files: claims.map(({ path }) => file(path)), claims, unclaimed: [], none: [], findings: [] }
}

export function claim(kind: Claim['owner']['kind'], id: string, part: string): Claim {
  return {
    owner: { kind, id },
    part,
    path: `evidence/${id}/${part}.pdf`,
    whole: true,
    posting: 'consult',
    by: 'folder',
  }
}

export function file(path: string): Inventory['files'][number] {
  return { path, size: 1, sha256: '0'.repeat(64), kind: 'pdf', pages: 1, merged: true, findings: [] }
}
