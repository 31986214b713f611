import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fill } from '../../src/fill/fill.ts'
import { Refusal } from '../../src/model/finding.ts'
import { caseOf, filled, form, procedureOf, textOf } from './kit.ts'

test('markup and braces typed into a fact print as they are', () => {
  const name = '<seal slot="P2"/>{{person.name}}&amp;<b>'
  expect(textOf(filled('<p>{{person.name}}</p>', { person: { name } }))).toBe(name)
})

test('any text of a fact prints as it was written', () => {
  const written = fc.string({ unit: 'binary', maxLength: 40 }).filter((text) => {
    const clean = !/[\u0000-\u001f\u007f\u2028\u2029\ufffe\uffff]/.test(text) && text.isWellFormed()
    return clean && text !== '' && !['无', '不适用'].includes(text)
  })
  const procedure = procedureOf(form('<p>{{summary}}</p>'))
  fc.assert(
    fc.property(written, (summary) => {
      expect(textOf(fill('t', caseOf(procedure, { summary })))).toBe(summary)
    }),
  )
})

test('line breaks of a fact stay, tabs become a space', () => {
  expect(textOf(filled('<p>{{summary}}</p>', { summary: '甲\n乙\r\n丙\t丁' }))).toBe('甲⏎乙⏎丙 丁')
})

test('line breaks of the template vanish between Chinese and part words', () => {
  expect(textOf(filled('<p>甲\n  乙 two\n  three</p>'))).toBe('甲乙 two three')
})

test('an absent fact prints as nothing, 无 as 无', () => {
  expect(textOf(filled('<p>名{{person.name}}，学{{employer.name}}。</p>', { person: { name: '无' } }))).toBe(
    '名无，学。',
  )
})

test('a path that nobody declared is refused with its place', () => {
  const c = caseOf(procedureOf(form('\n<p>{{person.nmae}}</p>')))
  expect(() => fill('t', c)).toThrow(Refusal)
  try {
    fill('t', c)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    expect(error.exit).toBe(3)
    expect(error.findings[0]).toMatchObject({
      code: 'forms/unknown-path',
      at: { file: 'forms/t.hbs', line: 2, column: 6 },
      args: { path: 'person.nmae' },
    })
  }
})

test('properties of prototypes are no facts', () => {
  for (const path of ['constructor', 'person.constructor', 'person.name.length', '__proto__'])
    expect(() => filled(`<p>{{${path}}}</p>`)).toThrow(Refusal)
})

test.each([
  ['date as given', '{{person.birth}} {{date declaration.declaredOn}}', '1988.03 2024.10.08'],
  ['date in Chinese without leading zeros', '{{date declaration.declaredOn "zh"}}', '2024年10月8日'],
  ['month of a day', '{{month declaration.declaredOn}}', '2024.10'],
  ['id and its words', '{{declaration.level}} {{label declaration.level}}', 'senior 高级工程师'],
  ['words of options', '{{label grounds.kind}}', '现职称'],
  ['words of a nested list of the procedure', '{{label declaration.specialty.field}}', '节能技术'],
  ['words of a kind of document', '{{label person.document.type}}', '居民身份证'],
  ['yes and no', '{{declaration.exceptional}}', '否'],
  ['count', '{{count education}}', '2'],
  ['join with a key', '{{join education "；" "school"}}', '甲大学；乙大学'],
  ['numbers of rows', '{{#each education as |e|}}{{index}}.{{e.school}} {{/each}}', '1.甲大学 2.乙大学 '],
  ['a part of a list', '{{#each (last education 1) as |e|}}{{e.school}}{{/each}}', '乙大学'],
  ['the rest of a list', '{{#each (after education 1) as |e|}}{{e.school}}{{/each}}', '乙大学'],
  ['the other way round', '{{#each (reversed education) as |e|}}{{e.school}}{{/each}}', '乙大学甲大学'],
  [
    'filled up to a number of rows',
    '{{#each (pad education 4) as |e|}}[{{e.school}}]{{/each}}',
    '[甲大学][乙大学][][]',
  ],
  ['achievements of a kind', '{{#each (of-kind "paper") as |a|}}{{a.title}}{{a.journal}}{{/each}}', '论文甲学报'],
  ['the root is seen inside a list', '{{#each education as |e|}}{{grounds.kind}}{{/each}}', 'titletitle'],
  ['the route', '{{route.name}} {{#each route.bodies as |b|}}{{b.name}};{{/each}}', '市属单位 所在单位;主管部门;'],
  ['the notice', '{{procedure.notice.number}} {{procedure.title}}', '样例〔2024〕1号 样例事项'],
  ['the day of filling', '{{asOf}}', '2024.10.20'],
  ['the level', '{{level.name}} {{level.fee}}', '高级工程师 420'],
  [
    'what the caller adds',
    '{{snapshot}} {{snapshot.code}} {{version}} {{extra.note}}{{extra.absent}}',
    'AB AB filing 注',
  ],
  ['rows of the caller', '{{#each rows as |r|}}{{r.title}}{{/each}}', '一二'],
  ['full name of a body', '{{body "P2"}}', '样例有限公司'],
])('%s', (_, source, expected) => {
  const facts = {
    person: { birth: '1988-03', document: { type: 'resident', number: '1' } },
    employer: { name: '样例有限公司' },
    declaration: {
      level: 'senior',
      exceptional: '否',
      declaredOn: '2024-10-08',
      specialty: { group: 'energy', field: 'save' },
    },
    grounds: { kind: 'title' },
    education: [
      { id: 'e1', school: '甲大学' },
      { id: 'e2', school: '乙大学' },
    ],
    achievements: [
      { id: 'p1', type: 'paper', title: '论文甲', journal: '学报' },
      { id: 'p2', type: 'patent', title: '专利乙' },
    ],
  }
  const extra = { snapshot: { code: 'AB' }, version: 'filing', note: '注', rows: [{ title: '一' }, { title: '二' }] }
  expect(textOf(filled(`<p>${source}</p>`, facts, extra))).toBe(expected)
})

test.each([
  ['absent', undefined, 'no'],
  ['none', '无', 'yes'],
  ['zero', '0', 'yes'],
])('a rank that is %s', (_, rank, expected) => {
  const achievements = [{ id: 'a', type: 'paper', role: rank === undefined ? {} : { rank } }]
  const source = '{{#each achievements as |a|}}{{#if (filled a.role.rank)}}yes{{else}}no{{/if}}{{/each}}'
  expect(textOf(filled(`<p>${source}</p>`, { achievements }))).toBe(expected)
})

test.each([
  ['(eq declaration.level "senior")', 'yes'],
  ['(not (eq declaration.level "senior"))', 'no'],
  ['(and (filled person.name) (filled employer.name))', 'no'],
  ['(or (filled person.name) (filled employer.name))', 'yes'],
  ['(on-route "P5")', 'yes'],
])('if %s', (condition, expected) => {
  const facts = { person: { name: '甲' }, declaration: { level: 'senior' } }
  expect(textOf(filled(`<p>{{#if ${condition}}}yes{{else}}no{{/if}}</p>`, facts))).toBe(expected)
})

test('an empty list prints its else, with the word that was stated', () => {
  const source = '<p>{{#each education as |e|}}{{e.school}}{{else}}[{{stated education}}]{{/each}}</p>'
  expect(textOf(filled(source, { education: '无' }))).toBe('[无]')
  expect(textOf(filled(source))).toBe('[]')
})

test('a part sees the root and what is handed to it', () => {
  const parts = { role: '{{a.title}}/{{person.name}}/{{word}}' }
  const source = '<p>{{#each achievements as |a|}}{{> role a=a word="字"}}{{/each}}</p>'
  const facts = { person: { name: '甲' }, achievements: [{ id: 'p', type: 'paper', title: '题' }] }
  expect(textOf(filled(source, facts, {}, parts))).toBe('题/甲/字')
})

test('an indented fact of several lines is several paragraphs', () => {
  const sheet = filled('<p indent="2">{{summary}}</p>', { summary: '甲\n乙' })
  expect(textOf(sheet)).toBe('甲\n乙')
  expect(sheet.blocks).toHaveLength(2)
})

test('a photo that is there is named, another is a box', () => {
  const procedure = procedureOf(form('<photo width="25" height="35"/>'))
  const file = { path: 'evidence/p.jpg', size: 1, sha256: '', kind: 'jpeg', merged: true, findings: [] } as const
  const inventory = { files: [file], claims: [], unclaimed: [], none: [] }
  const facts = { person: { photo: 'evidence/p.jpg' } }
  expect(fill('t', caseOf(procedure, facts, { inventory })).blocks).toMatchObject([{ source: 'evidence/p.jpg' }])
  expect(fill('t', caseOf(procedure, facts)).blocks).toMatchObject([{ source: '' }])
})

test('a name of a file with a control character is refused, not printed', () => {
  expect(() => filled('<p>{{#each rows as |r|}}{{r.file}}{{/each}}</p>', {}, { rows: [{ file: 'a\u0007b' }] })).toThrow(
    expect.objectContaining({ code: 'forms/control', args: expect.objectContaining({ code: 'U+0007' }) }),
  )
})

test('filling twice gives the same sheet', () => {
  const c = caseOf(procedureOf(form('<p>{{person.name}}</p><seal slot="P2"/>')), { person: { name: '甲' } })
  expect(JSON.stringify(fill('t', c))).toBe(JSON.stringify(fill('t', c)))
})

test('a cover sheet takes its watermark from the caller', () => {
  expect(filled('<p>甲</p>', {}, { watermark: '预览' }).watermark).toBe('预览')
  expect(filled('<p>甲</p>').watermark).toBeUndefined()
})

test('pages of evidence are counted for an achievement', () => {
  const procedure = procedureOf(
    form(
      '<p>{{#each achievements as |a|}}{{a.evidencePages}}{{#each a.parts as |p|}}（{{p.name}}{{p.pages}}页）{{/each}}{{/each}}</p>',
    ),
  )
  const claim = {
    owner: { kind: 'achievement', id: 'a' },
    part: 'text',
    path: 'evidence/a.pdf',
    whole: false,
    posting: 'consult',
    by: 'name',
  } as const
  const file = {
    path: 'evidence/a.pdf',
    size: 1,
    sha256: '',
    kind: 'pdf',
    pages: 60,
    merged: true,
    findings: [],
  } as const
  const inventory = {
    files: [file],
    claims: [{ ...claim, excerpt: { from: 3, to: 9 } }, claim],
    unclaimed: [],
    none: [],
  }
  const c = caseOf(procedure, { achievements: [{ id: 'a', type: 'paper' }] }, { inventory })
  expect(textOf(fill('t', c))).toBe('67（全文67页）')
})
