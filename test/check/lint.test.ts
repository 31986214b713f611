import { expect, test } from 'vitest'
import { lintProcedure } from '../../src/check/lint.ts'
import type { Procedure } from '../../src/model/case.ts'
import { lintWords } from '../../src/say/words/lint.ts'
import { procedure } from './sample.ts'

// biome-ignore lint/suspicious/noExplicitAny: a test reaches into any depth of the procedure and spoils one thing
type Loose = any

const whole: Procedure = {
  ...procedure,
  forms: Object.fromEntries(procedure.file.forms.map((form) => [form.id, '<form/>'])),
}
const rule = (p: Loose, id: string) => p.rules.rules.find((one: { id: string }) => one.id === id)
const field = (p: Loose, path: string) => p.fields.find((one: { path: string }) => one.path === path)
const form = (p: Loose, id: string) => p.file.forms.find((one: { id: string }) => one.id === id)
const after = '五-三/after-grounds'
const plain = {
  id: '样例/plain',
  stage: 'draft',
  severity: 'error',
  need: { equals: ['standing.inPost', '是'] },
  say: { zh: '甲' },
  fix: { zh: '乙' },
  basis: { title: '样例文件', verified: true },
}

/** One thing wrong → the one code. */
const breaks: readonly (readonly [string, (p: Loose) => void])[] = [
  ['lint/unknown-word', (p) => (rule(p, after).need = { befor: ['grounds.obtained', 'a.date'] })],
  ['lint/word-arguments', (p) => (rule(p, after).need = { before: ['grounds.obtained'] })],
  ['lint/one-word', (p) => (rule(p, after).need = {})],
  ['lint/unknown-path', (p) => (rule(p, after).need = { before: ['grounds.obtaned', 'a.date'] })],
  ['lint/unknown-path', (p) => (rule(p, after).need = { before: ['grounds.obtained', 'b.date'] })],
  ['lint/unknown-path', (p) => (rule(p, after).say = { zh: '{a.titel}' })],
  ['lint/unknown-path', (p) => (rule(p, after).at = 'a.dat')],
  ['lint/unknown-path', (p) => (p.kinds.labels.姓名 = ['person.nam'])],
  ['lint/unknown-path', (p) => (p.kinds.kinds[6].labels.专利号 = ['numbr'])],
  ['lint/unknown-path', (p) => (p.kinds.supporting[1].labels.专业 = ['education[].subject'])],
  ['lint/wrong-type', (p) => (rule(p, after).need = { before: ['grounds.name', 'a.date'] })],
  ['lint/wrong-type', (p) => (rule(p, after).need = { atLeast: ['a.date', '3'] })],
  ['lint/wrong-type', (p) => (rule(p, after).need = { equals: ['achievements', '无'] })],
  ['lint/wrong-type', (p) => (rule(p, after).need = { workdays: ['grounds.obtained', 'posting.until', '5'] })],
  ['lint/wrong-type', (p) => p.rules.rules.push({ ...plain, each: { in: 'grounds', as: 'g' } })],
  ['lint/unknown-value', (p) => (rule(p, after).when = { equals: ['grounds.kind', 'nothing'] })],
  ['lint/unknown-value', (p) => (rule(p, after).when = { oneOf: ['declaration.channel', ['ordinary', 'norm']] })],
  ['lint/unknown-value', (p) => (rule(p, after).when = { equals: ['platformAdmin', 'yes'] })],
  ['lint/unknown-value', (p) => (p.rules.tables.seniority.rows[0].education = '本科')],
  ['lint/unknown-evidence', (p) => (rule(p, '一-二/army-papers').need = { evidence: 'supporting.army' })],
  ['lint/unknown-evidence', (p) => (rule(p, after).need = { evidence: 'a.covers' })],
  ['lint/unknown-evidence', (p) => (rule(p, after).need = { evidence: 'b.cover' })],
  ['lint/unknown-table', (p) => (rule(p, '二-一/seniority').need.table.name = 'senority')],
  ['lint/unknown-column', (p) => (rule(p, '二-一/seniority').need.table.match = { rank: 'level.rank' })],
  ['lint/shadowed', (p) => p.rules.rules.push({ ...plain, each: { in: 'work', as: 'person' } })],
  ['lint/languages', (p) => (rule(p, after).fix = { zh: '{grounds.name}', en: 'x' })],
  ['lint/unverified-error', (p) => (rule(p, after).basis.verified = false)],
  ['lint/no-basis', (p) => (rule(p, after).basis = { title: '', verified: true })],
  ['lint/backwards', (p) => Object.assign(rule(p, after), { from: '2024-02-01', until: '2024-01-01' })],
  ['lint/backwards', (p) => (p.rules.tables.seniority.rows[0].until = '2018-01-01')],
  ['lint/backwards', (p) => (p.file.windows[0].to = '2024-10-01')],
  ['lint/duplicate', (p) => p.rules.rules.push(rule(p, after))],
  ['lint/duplicate', (p) => p.file.bodies.push(p.file.bodies[0])],
  ['lint/duplicate', (p) => (p.file.levels[1].order = 1)],
  ['lint/duplicate', (p) => p.kinds.kinds.push(p.kinds.kinds[8])],
  ['lint/duplicate', (p) => (p.kinds.kinds[0].fields[3].key = 'date')],
  ['lint/duplicate', (p) => p.fields.push(field(p, 'summary'))],
  ['lint/duplicate', (p) => p.slots.slots.push(p.slots.slots[0])],
  ['lint/unknown-id', (p) => (p.file.categories[0].route = 'R9')],
  ['lint/unknown-id', (p) => p.file.routes[0].bodies.push('bureau')],
  ['lint/unknown-id', (p) => p.file.routes[0].papers.push('letter')],
  ['lint/unknown-id', (p) => p.file.routes[0].times.push('四-一/none')],
  ['lint/unknown-id', (p) => p.file.platformChecks[0].papers.push('letter')],
  ['lint/unknown-id', (p) => (p.file.sections[0].sentences[0].rules = ['一-九'])],
  ['lint/unknown-id', (p) => (p.file.sections[0].sentences[0].fields = ['person.nam'])],
  ['lint/unknown-id', (p) => (p.file.sections[0].sentences[0].slots = ['P99'])],
  ['lint/unknown-id', (p) => (p.file.sections[0].sentences[0].data = ['windows.none'])],
  ['lint/unknown-id', (p) => (p.slots.slots[0].on.R9 = 'unit')],
  ['lint/unknown-id', (p) => (p.slots.slots[0].on.R1 = 'bureau')],
  ['lint/unknown-id', (p) => p.slots.slots[0].copies.push('third')],
  ['lint/unknown-id', (p) => field(p, 'summary').forms.push('poster')],
  ['lint/no-sections', (p) => (p.file.sections = [])],
  ['lint/no-sections', (p) => (p.file.sections[0].sentences = [])],
  [
    'lint/uncovered-sentence',
    (p) =>
      Object.assign(p.file.sections[0].sentences[0], {
        rules: [],
        fields: [],
        slots: [],
        data: [],
        outside: undefined,
      }),
  ],
  ['lint/form-missing', (p) => delete p.forms.review],
  ['lint/form-unlisted', (p) => (p.forms.poster = '<form/>')],
  ['lint/form-again', (p) => (form(p, 'pledge').use = 'cover')],
  ['lint/blank-use', (p) => Object.assign(form(p, 'pledge'), { file: 'forms/pledge.docx', use: 'bound' })],
  ['lint/contents-rows', (p) => (form(p, 'contents').rows = 'tasks')],
  ['lint/unknown-path', (p) => (form(p, 'pledge').when = { has: 'person.nam' })],
  ['lint/unknown-word', (p) => (form(p, 'pledge').when = { hass: 'person.name' })],
  ['lint/unknown-id', (p) => (form(p, 'review').export = 'platform-form')],
  ['lint/printed-nowhere', (p) => (field(p, 'summary').forms = [])],
  ['lint/printed-and-never', (p) => (field(p, 'summary').printed = { never: { zh: '不印' } })],
  ['lint/two-lists', (p) => (field(p, 'declaration.specialty.group').options = { a: { zh: '甲' } })],
  ['lint/no-such-fact', (p) => (field(p, 'person.societies').path = 'person.clubs')],
  ['lint/no-such-fact', (p) => (field(p, 'work[].witness').path = 'work[].witnesses')],
  ['lint/no-parts', (p) => (p.kinds.kinds[8].parts = [])],
  ['lint/one-reading', (p) => delete p.kinds.kinds[1].parts[0].otherReading],
  ['lint/slot-nowhere', (p) => (p.slots.slots.find((one: { id: string }) => one.id === 'P19').on = {})],
  ['lint/unused-paper', (p) => (rule(p, '一-三/organ-papers').need = { equals: ['standing.inPost', '是'] })],
  ['lint/holidays-missing', (p) => (p.holidays.years = p.holidays.years.slice(1))],
  ['lint/holidays-range', (p) => p.holidays.years[0].off.push('2024-11-01..2024-10-31')],
  ['lint/holidays-range', (p) => p.holidays.years[0].off.push('2025-11-01')],
  ['lint/holidays-make-up', (p) => p.holidays.years[0].makeUp.push('2024-10-14')],
  ['lint/document-row', (p) => (p.documents.documents[0].pattern = '(')],
  ['lint/document-row', (p) => (p.documents.documents[0].sex = 'last')],
]

const before = lintProcedure(whole)
const key = (one: { code: string; at: object; args: object }) => JSON.stringify([one.code, one.at, one.args])

test('the procedure is free of errors', () => {
  expect(before.filter((one) => one.severity !== 'note')).toEqual([])
})

test.each(breaks.map(([code, change], index) => [`${code} #${index}`, code, change] as const))(
  '%s',
  (_, code, change) => {
    const copy = structuredClone(whole)
    change(copy)
    const known = new Set(before.map(key))
    const found = lintProcedure(copy).filter((one) => !known.has(key(one)))
    expect([...new Set(found.map((one) => one.code))]).toEqual([code])
  },
)

test('every code of lint is broken once', () => {
  const broken = new Set(breaks.map(([code]) => code))
  expect(Object.keys(lintWords).filter((code) => !broken.has(code))).toEqual([])
})

test('a problem names file, place and rule, and the nearest name', () => {
  const copy: Loose = structuredClone(whole)
  rule(copy, after).need = { before: ['grounds.obtaned', 'a.date'] }
  expect(lintProcedure(copy).find((one) => one.code === 'lint/unknown-path')).toMatchObject({
    at: { file: 'rules.yaml', path: `rules[${after}].need.before` },
    args: { path: 'grounds.obtaned', nearest: 'grounds.obtained' },
  })
})
