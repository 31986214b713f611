import { expect, test } from 'vitest'
import type { z } from 'zod'
import { dossierSchema } from '../../src/model/dossier.ts'
import { journalSchema } from '../../src/model/journal.ts'
import { parse } from '../../src/model/parse.ts'
import { rulesSchema } from '../../src/model/rule.ts'
import { unitSchema } from '../../src/model/unit.ts'

/** `path code` of every issue. */
function issues(schema: z.ZodType, tree: object): string[] {
  const result = parse(schema, tree)
  return result.ok ? [] : result.issues.map(({ code, path }) => `${path.join('.')} ${code}`)
}
function dossier(part: object): string[] {
  return issues(dossierSchema, { format: 'juanzong/dossier@1', procedure: 'x', ...part })
}

test('a dossier needs its format and its procedure, nothing else', () => {
  expect(dossier({})).toEqual([])
  expect(issues(dossierSchema, {})).toEqual(['format format/missing', 'procedure format/missing'])
  expect(issues(dossierSchema, { format: 'juanzong/dossier@2', procedure: 'x' })).toEqual(['format format/version'])
})

/** Each wrong in one way; the issue stands at the wrong value, not at the list or the choice around it. */
const wrong: readonly (readonly [object, string])[] = [
  [{ person: '张三' }, 'person format/mapping'],
  [{ person: ['张三'] }, 'person format/mapping'],
  [{ person: { name: '' } }, 'person.name format/empty'],
  [{ person: { name: '长'.repeat(61) } }, 'person.name format/too-long'],
  [{ person: { name: ['a'] } }, 'person.name format/text'],
  [{ person: { sex: '男性' } }, 'person.sex format/sex'],
  [{ person: { birth: '1990.1' } }, 'person.birth format/date'],
  [{ person: { workSince: 'x' } }, 'person.workSince format/date'],
  [{ person: { workSince: ['2019'] } }, 'person.workSince format/text'],
  [{ person: { workSince: { a: '1' } } }, 'person.workSince format/text'],
  [{ person: { document: { type: 'a b', number: '1' } } }, 'person.document.type format/id'],
  [{ person: { document: { validUntil: '永久' } } }, 'person.document.validUntil format/date'],
  [{ person: { otherDocuments: [{ typ: 'a' }] } }, 'person.otherDocuments.0.typ format/unknown-key'],
  [{ employer: { place: 'in Chongqing' } }, 'employer.place format/id'],
  [{ own: { salary: ['8000'] } }, 'own.salary format/text'],
  [{ employer: { withinPosts: '可能' } }, 'employer.withinPosts format/yes-no'],
  [{ category: ['a'] }, 'category format/text'],
  [{ education: '本科' }, 'education format/list'],
  [{ education: { id: 'a', from: '2019' } }, 'education format/list'],
  [{ education: {} }, 'education format/list'],
  [{ education: { none: '大概' } }, 'education.none format/yes-no'],
  [{ education: [{ id: 'a', from: '2019-13' }] }, 'education.0.from format/date'],
  [{ education: [{ id: 'a' }, { id: 'b', to: '2019-13' }] }, 'education.1.to format/date'],
  [{ education: [{ from: '2019' }] }, 'education.0.id format/missing'],
  [{ education: [{ id: 'a', years: '四年' }] }, 'education.0.years format/decimal'],
  [{ education: ['本科'] }, 'education.0 format/mapping'],
  [{ work: [{ id: 'a', to: '现在' }] }, 'work.0.to format/date'],
  [{ grounds: { kind: '职称' } }, 'grounds.kind format/grounds'],
  [{ grounds: { level: 'a b' } }, 'grounds.level format/id'],
  [{ declaration: { year: '二〇二四' } }, 'declaration.year format/whole'],
  [{ declaration: { declaredOn: '2024-10' } }, 'declaration.declaredOn format/civil-date'],
  [{ applications: [{ id: 'a', result: '通过' }] }, 'applications.0.result format/result'],
  [{ standing: { penalties: [{ id: 'a', from: 'x' }] } }, 'standing.penalties.0.from format/date'],
  [{ standing: { armyTransfer: 'x' } }, 'standing.armyTransfer format/army'],
  [{ training: { items: [{ id: 'a', hours: '3h' }] } }, 'training.items.0.hours format/decimal'],
  [{ platformChecks: { identity: '通过' } }, 'platformChecks.identity format/platform-check'],
  [{ achievements: [{ id: 'a' }] }, 'achievements.0.type format/missing'],
  [{ achievements: [{ id: 'a', type: 'b', role: { rank: '一' } }] }, 'achievements.0.role.rank format/whole'],
  [{ achievements: [{ id: 'a', type: 'b', journal: { x: '1' } }] }, 'achievements.0.journal format/text'],
  [{ achievements: [{ id: 'a', type: 'b', posting: 'all' }] }, 'achievements.0.posting format/posting'],
  [
    { achievements: [{ id: 'a', type: 'b', evidence: { c: [{ path: 'x', pages: '3—9' }] } }] },
    'achievements.0.evidence.c.0.pages format/pages',
  ],
  [
    { achievements: [{ id: 'a', type: 'b', evidence: { c: { pages: '3' } } }] },
    'achievements.0.evidence.c.path format/missing',
  ],
  [
    { achievements: [{ id: 'a', type: 'b', evidence: { c: { path: 'x', hole: '是' } } }] },
    'achievements.0.evidence.c.hole format/unknown-key',
  ],
  [{ achievements: [{ id: 'a', type: 'b', evidence: 'x.pdf' }] }, 'achievements.0.evidence format/mapping'],
  [{ supporting: { a: ['x', ['y']] } }, 'supporting.a.1 format/evidence'],
  [{ procedure: { id: 'x', versoin: '1' } }, 'procedure.versoin format/unknown-key'],
  [{ procedure: ['x'] }, 'procedure format/procedure'],
  [{ nothing: '1' }, 'nothing format/unknown-key'],
]
test.each(wrong)('%j', (part, issue) => {
  expect(dossier(part)).toEqual([issue])
})

test('several problems come together, each at its own place', () => {
  const part = { person: { sex: 'x', birth: 'y' }, education: [{ id: 'a', from: 'z' }, { q: '1' }] }
  expect(dossier(part)).toEqual([
    'person.sex format/sex',
    'person.birth format/date',
    'education.0.from format/date',
    'education.1.id format/missing',
    'education.1.q format/unknown-key',
  ])
})

test('a closed list says what it holds, a length its limit', () => {
  const result = parse(dossierSchema, {
    format: 'juanzong/dossier@1',
    procedure: 'x',
    person: { sex: 'x', name: '长'.repeat(61) },
  })
  expect(result.ok ? [] : result.issues.map(({ args }) => args)).toEqual([{ limit: 60 }, { options: '男、女' }])
})

test('references to evidence are lists whatever way they are written', () => {
  const one = (evidence: object) => {
    const result = parse(dossierSchema, {
      format: 'juanzong/dossier@1',
      procedure: 'x',
      achievements: [{ id: 'a', type: 'b', evidence }],
    })
    if (!result.ok || typeof result.value.achievements !== 'object') throw new Error('not read')
    return result.value.achievements[0]?.evidence
  }
  expect(one({ c: 'x#3-9' })).toEqual({ c: ['x#3-9'] })
  expect(one({ c: ['x', { path: 'y', whole: '是' }] })).toEqual({ c: ['x', { path: 'y', whole: true }] })
  expect(one({ c: '无' })).toEqual({ c: '无' })
})

test('events name their kind, and each kind its own facts', () => {
  const journal = (event: object) => issues(journalSchema, { format: 'juanzong/journal@1', events: [event] })
  expect(journal({ id: 'a', on: '2024-10-01', what: 'forwarded' })).toEqual([])
  expect(journal({ id: 'a', on: '2024-10-01', what: 'hung-up' })).toEqual(['events.0.what format/event'])
  expect(journal({ id: 'a', on: '2024-10-01' })).toEqual(['events.0.what format/missing'])
  expect(journal({ id: 'a', on: '2024-10', what: 'forwarded' })).toEqual(['events.0.on format/civil-date'])
  expect(journal({ id: 'a', on: '2024-10-01', what: 'paid', amount: '免' })).toEqual(['events.0.amount format/whole'])
  expect(journal({ id: 'a', on: '2024-10-01', what: 'forwarded', amount: '1' })).toEqual([
    'events.0.amount format/unknown-key',
  ])
  expect(journal({ id: 'a', on: '2024-10-01', what: 'posting-ended', result: '无' })).toEqual([
    'events.0.result format/posting-result',
  ])
})

test('a journal without events has none', () => {
  const result = parse(journalSchema, { format: 'juanzong/journal@1' })
  expect(result.ok && result.value.events).toEqual([])
})

test('a unit needs its format alone', () => {
  expect(issues(unitSchema, { format: 'juanzong/unit@1' })).toEqual([])
  expect(issues(unitSchema, { format: 'juanzong/unit@1', posting: { places: '公示栏' } })).toEqual([
    'posting.places format/list',
  ])
})

test('a rule without a basis, or with a basis that says too little, is refused', () => {
  const rule = { id: '五-三/x', stage: 'draft', severity: 'error', need: { has: 'a' }, say: '甲', fix: '乙' }
  const rules = (part: object) => issues(rulesSchema, { format: 'juanzong/rules@1', rules: [{ ...rule, ...part }] })
  expect(rules({ basis: '五（三）' })).toEqual([])
  expect(rules({})).toEqual(['rules.0.basis format/missing'])
  expect(rules({ basis: { article: '五' } })).toEqual(['rules.0.basis.verified format/missing'])
  expect(rules({ basis: '五', severity: 'fatal' })).toEqual(['rules.0.severity format/severity'])
  expect(rules({ basis: '五', id: 'a b' })).toEqual(['rules.0.id format/rule-id'])
})
