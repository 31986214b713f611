import { expect, test } from 'vitest'
import { claims } from '../../src/evidence/claims.ts'
import { dossierSchema } from '../../src/model/dossier.ts'
import { journalSchema } from '../../src/model/journal.ts'
import { fieldsSchema, kindsSchema, procedureSchema } from '../../src/model/procedure.ts'
import { runSchema } from '../../src/model/run.ts'
import { unitSchema } from '../../src/model/unit.ts'
import { read } from './read.ts'

const procedure = read(procedureSchema, 'procedure.yaml')
const kinds = read(kindsSchema, 'evidence.yaml')
const dossier = read(dossierSchema, 'sample/dossier.yaml')
const unit = read(unitSchema, 'sample/unit.yaml')
const run = read(runSchema, 'run.yaml')
const { events } = read(journalSchema, 'sample/journal.yaml')
const achievements = list(dossier.achievements)
const { fields } = read(fieldsSchema, 'fields.yaml')
const common = fields.flatMap((field) => /^achievements\[\]\.([a-z]+)$/i.exec(field.path)?.[1] ?? [])

test('the applicant is made up and says so', () => {
  expect(dossier.sample).toBe(true)
  expect(dossier.person?.name).toContain('样例')
  expect(dossier.person?.document?.number).toMatch(/^990000/)
})

test('the identity number has its check digit, and birth date and sex agree with it', () => {
  const number = dossier.person?.document?.number ?? ''
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, index) => total + weight * Number(number[index]), 0)
  expect(number[17]).toBe('10X98765432'[sum % 11])
  expect(dossier.person?.birth?.toString().replaceAll('-', '')).toBe(number.slice(6, 14))
  expect(dossier.person?.sex).toBe(Number(number[16]) % 2 ? '男' : '女')
})

test('nine kinds, in the order of the notice, three papers', () => {
  const order = kinds.kinds.map((kind) => kind.id)
  const types = achievements.map((one) => one.type)
  expect([...new Set(types)]).toEqual(order)
  expect(types).toEqual([...types].sort((a, b) => order.indexOf(a) - order.indexOf(b)))
  const count = (type: string) => types.filter((one) => one === type).length
  expect(order.map(count)).toEqual([2, 2, 3, 1, 1, 2, 2, 1, 2])
})

test('every achievement is related, and even begins after the title was obtained', () => {
  for (const one of achievements) {
    expect(one.related).toBe(true)
    expect(String(one.from ?? one.date) > `${dossier.grounds?.obtained}-31`).toBe(true)
  }
})

test('every field of its kind that is wanted is filled in, and no other', () => {
  for (const one of achievements) {
    const own = kinds.kinds.find((kind) => kind.id === one.type)?.fields ?? []
    const wanted = own.filter((field) => field.required).map((field) => field.key)
    expect(Object.keys(one)).toEqual(expect.arrayContaining(wanted))
    expect(Object.keys(one).filter((key) => !common.includes(key) && !own.some((field) => field.key === key))).toEqual(
      [],
    )
  }
})

test('every part of every achievement has a file, by name or by folder, and no file is left over', () => {
  const paths = run.files.map((file) => file.path)
  const found = claims(dossier, kinds, paths)
  expect(found.unclaimed).toEqual([])
  expect(found.claims.filter((claim) => !paths.includes(claim.path))).toEqual([])
  expect(new Set(found.claims.map((claim) => claim.by))).toEqual(new Set(['name', 'folder']))
  for (const one of achievements) {
    const kind = kinds.kinds.find((row) => row.id === one.type)
    const parts = found.claims.filter((claim) => claim.owner.id === one.id).map((claim) => claim.part)
    const wanted = (kind?.parts ?? []).map((part) => part.id)
    if (kind?.sure === 'any-of') expect(parts.length).toBeGreaterThan(0)
    else expect(parts).toEqual(expect.arrayContaining(wanted))
  }
})

test('an excerpt lies within its file, and one is of a 60-page contract', () => {
  const pages = new Map(run.files.map((file) => [file.path, file.pages]))
  const excerpts = claims(dossier, kinds, [...pages.keys()]).claims.filter((claim) => claim.excerpt)
  for (const { path, excerpt } of excerpts) expect(excerpt?.to).toBeLessThanOrEqual(pages.get(path) ?? 0)
  expect(excerpts.some(({ path, part }) => part === 'contract' && pages.get(path) === 60)).toBe(true)
})

test('files as people have them', () => {
  const made = new Set(run.files.map((file) => file.made))
  expect([...made].sort()).toEqual(['born', 'owner-locked', 'phone', 'portrait', 'scanned', 'screenshot'])
  expect(run.files.filter((file) => file.kind === 'tiff').map((file) => file.pages)).toEqual([3, 5])
  expect(new Set(run.files.flatMap((file) => file.exif ?? []))).toEqual(new Set([1, 3, 6, 8]))
  expect(run.files.length).toBeGreaterThanOrEqual(35)
  expect(new Set(run.files.map((file) => file.path.toLowerCase())).size).toBe(run.files.length)
  const extension = { pdf: 'pdf', jpeg: 'jpg', png: 'png', tiff: 'tif' } as Readonly<Record<string, string>>
  for (const file of run.files) expect(file.path.split('.').at(-1)).toBe(extension[file.kind])
})

test('subscripts and units of the field are in the texts', () => {
  for (const wanted of ['tCO₂e', 'CO₂', 'kW·h', 'm³', '℃', '≥', '≤', '±'])
    expect(JSON.stringify(dossier)).toContain(wanted)
  expect(String(dossier.summary).replace(/\s/g, '').length).toBeGreaterThan(1000)
})

test('no text is longer than its field allows', () => {
  for (const key of ['title', 'summary', 'effect', 'clause'] as const) {
    const max = fields.find((field) => field.path === `achievements[].${key}`)?.max ?? 0
    for (const one of achievements) expect(String(one[key] ?? '').length).toBeLessThanOrEqual(max)
  }
  expect(String(dossier.summary).length).toBeLessThanOrEqual(fields.find((field) => field.path === 'summary')?.max ?? 0)
})

test('ids of the procedure that the dossier uses exist', () => {
  const ids = (rows: readonly { readonly id: string }[]) => rows.map((row) => row.id)
  expect(ids(procedure.categories)).toContain(dossier.category)
  expect(ids(procedure.employerKinds)).toContain(dossier.employer?.kind)
  expect(ids(procedure.levels)).toContain(dossier.declaration?.level)
  expect(ids(procedure.channels)).toContain(dossier.declaration?.channel)
  const group = procedure.specialties.find((row) => row.id === dossier.declaration?.specialty?.group)
  expect(ids(group?.fields ?? [])).toContain(dossier.declaration?.specialty?.field)
  expect(dossier.procedure).toBe(procedure.id)
})

test('the unit is the employer, and names every body of the route', () => {
  expect(unit.name).toBe(dossier.employer?.name)
  const route = procedure.routes.find((row) => row.id === 'R1')
  expect(Object.keys(unit.bodies ?? {})).toEqual(expect.arrayContaining(route?.bodies ?? []))
})

test('checked, posted, settled and recommended in order, all by the day of the run', () => {
  expect(events.map((event) => event.what)).toEqual(['originals-checked', 'posted', 'posting-ended', 'recommended'])
  const days = events.map((event) => event.on)
  expect(days).toEqual([...days].sort())
  expect(run).toMatchObject({ today: '2024-10-25', stage: 'submit' })
  expect(days.at(-1)?.localeCompare(run.today)).toBe(-1)
})

// ---

function list<T>(value: readonly T[] | string | undefined): readonly T[] {
  return Array.isArray(value) ? value : []
}
