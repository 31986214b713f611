import { expect, test } from 'vitest'
import { lintForms } from '../../src/fill/lint.ts'
import type { Procedure } from '../../src/model/case.ts'
import { form, procedureOf } from './kit.ts'

const places = '<seal slot="P2"/><seal slot="P5"/><p><sign slot="P2-head"/><date slot="P2-date"/></p>'
const whole = (body: string) => form(`<p>{{person.name}}</p>${body}${places}`)
const codes = (procedure: Procedure) => lintForms(procedure).map((one) => one.code)

test('a form that keeps the rules has no finding', () => {
  expect(lintForms(procedureOf(whole('<p>{{label declaration.level}}</p>')))).toEqual([])
})

test.each([
  ['a path nobody declared', whole('<p>{{person.x}}</p>'), 'forms/unknown-path'],
  [
    'an element that only some dossiers reach',
    whole('{{#if (filled employer.name)}}<colour/>{{/if}}'),
    'forms/unknown-element',
  ],
  [
    'an attribute that only some dossiers reach',
    whole('{{#if (eq person.name "x")}}<p colour="x">a</p>{{/if}}'),
    'forms/unknown-attribute',
  ],
  [
    'a value that only some dossiers reach',
    whole('{{#if (eq person.name "x")}}<space height="x"/>{{/if}}'),
    'forms/bad-attribute',
  ],
  [
    'a place that only some dossiers reach',
    whole('{{#if (eq person.name "x")}}<seal slot="P9"/>{{/if}}'),
    'forms/unknown-slot',
  ],
  ['a comment of XML', whole('<!-- x -->'), 'forms/forbidden-markup'],
  [
    'a row too long inside a list',
    whole('{{#each education as |e|}}<table><cols>9</cols><row><cell/><cell/></row></table>{{/each}}'),
    'forms/row-long',
  ],
  ['a table wider than the page', whole('<table><cols>200</cols><row><cell/></row></table>'), 'forms/too-wide'],
  [
    'a table wider than its cell',
    whole('<table><cols>50</cols><row><cell><table><cols>50</cols><row><cell/></row></table></cell></row></table>'),
    'forms/too-wide',
  ],
  ['a field that says it is printed here', form(`<p>甲</p>${places}`), 'forms/field-not-printed'],
  [
    'a field used only in a condition',
    form(`{{#if (filled person.name)}}<p>甲</p>{{/if}}${places}`),
    'forms/field-not-printed',
  ],
  ['a place that is left out', form('<p>{{person.name}}</p>'), 'forms/slot-missing'],
  ['a place that stands there twice', whole('<seal slot="P2"/>'), 'forms/slot-twice'],
])('%s', (_, source, code) => {
  expect(codes(procedureOf(source))).toContain(code)
})

test('a place of another form is a finding', () => {
  const procedure = procedureOf(whole(''))
  const rows = procedure.slots.slots.map((slot) => (slot.id === 'P5' ? { ...slot, form: 'other' } : slot))
  expect(codes({ ...procedure, slots: { ...procedure.slots, slots: rows } })).toContain('forms/slot-elsewhere')
})

test('a form without its file is a finding', () => {
  expect(codes(procedureOf('', {}, { forms: {} }))).toEqual(['forms/no-form'])
})

test('a form that prints achievements prints every kind', () => {
  const fields = procedureOf('').fields.map((field) =>
    field.path === 'achievements[].title' ? { ...field, forms: ['t'], printed: undefined } : field,
  )
  const one = whole('{{#each (of-kind "paper") as |a|}}<p>{{a.title}}</p>{{/each}}')
  expect(codes(procedureOf(one, {}, { fields }))).toEqual(['forms/kind-not-printed'])
  const all = whole('{{#each achievements as |a|}}<p>{{a.title}}</p>{{/each}}')
  expect(codes(procedureOf(all, {}, { fields }))).toEqual([])
})

test.each([
  ['{{person.name}}{{#each achievements as |a|}}{{a.title}}{{a.journal}}{{/each}}', []],
  ['{{person.document.number}}', ['forms/not-public']],
  ['{{label declaration.level}}', ['forms/not-public']],
  ['{{procedure.title}}{{asOf}}{{unit.name}}', []],
])('a posted sheet prints only what may be public: %s', (source, expected) => {
  const procedure = procedureOf(whole(`<p>${source}</p>`))
  const forms = procedure.file.forms.map((one) => ({ ...one, profile: 'public' as const }))
  expect(codes({ ...procedure, file: { ...procedure.file, forms } })).toEqual(expected)
})

test('the photo is not on a posted sheet', () => {
  const procedure = procedureOf(whole('<photo width="25" height="35"/>'))
  const forms = procedure.file.forms.map((one) => ({ ...one, profile: 'public' as const }))
  expect(codes({ ...procedure, file: { ...procedure.file, forms } })).toEqual(['forms/not-public'])
})

test.each([
  ['{{#each rows as |r|}}{{r.no}}{{/each}}', undefined, ['forms/rows-unnamed']],
  ['{{#each rows as |r|}}{{r.no}}{{/each}}', 'tasks' as const, []],
  ['{{#each (pad rows 5) as |r|}}{{r.no}}{{/each}}', undefined, ['forms/rows-unnamed']],
  ['', 'tasks' as const, ['forms/rows-unused']],
])('a list is named and used, or neither: %s %s', (source, rows, expected) => {
  const procedure = procedureOf(whole(`<p>${source}</p>`))
  const forms = procedure.file.forms.map((one) => ({ ...one, ...(rows && { rows }) }))
  expect(codes({ ...procedure, file: { ...procedure.file, forms } })).toEqual(expected)
})

test('findings name file, line and column', () => {
  const [finding] = lintForms(procedureOf(`<form id="t">\n  <p>{{person.x}}</p></form>`))
  expect(finding?.at).toEqual({ file: 'forms/t.hbs', line: 2, column: 8 })
})
