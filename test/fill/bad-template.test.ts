import { expect, test } from 'vitest'
import { fill } from '../../src/fill/fill.ts'
import { sourceProblems } from '../../src/fill/lint-static.ts'
import { caseOf, filled, form, problemsOf, procedureOf } from './kit.ts'

const table = (rows: string, attributes = '') => form(`<table${attributes}><cols>20 20</cols>\n${rows}</table>`)

test.each([
  ['an unclosed row', form('<table><cols>9</cols>\n<row><cell/></table>'), 'forms/unclosed forms/t.hbs:2:1'],
  ['an unclosed table', form('\n<table><cols>9</cols><row><cell/></row>'), 'forms/unclosed forms/t.hbs:2:1'],
  ['an unclosed form', '<form id="t">\n<p>甲</p>', 'forms/unclosed forms/t.hbs:1:1'],
  ['a tag closed twice', form('<p>甲</p>\n</p>'), 'forms/unclosed forms/t.hbs:1:1'],
  ['crossed tags', form('\n<p><b>甲</p></b>'), 'forms/unclosed forms/t.hbs:2:4'],
  ['an attribute without quotes', form('\n<p align=left>甲</p>'), 'forms/not-well-formed forms/t.hbs:1:1'],
  ['an attribute twice', form('\n<p align="left" align="right">甲</p>'), 'forms/not-well-formed forms/t.hbs:1:1'],
  ['a bare ampersand', form('\n<p>甲&乙</p>'), 'forms/not-well-formed forms/t.hbs:2:1'],
  ['a processing instruction', form('<?php 1 ?>'), 'forms/forbidden-markup forms/t.hbs:1:1'],
  ['CDATA', form('<p><![CDATA[甲]]></p>'), 'forms/forbidden-markup forms/t.hbs:1:14'],
  ['nothing at all', '', 'forms/empty forms/t.hbs:?:?'],
  ['text outside the form', `${form('')}甲`, 'forms/not-well-formed forms/t.hbs:1:1'],
  ['a span of zero', table('<row><cell colspan="0"/></row>'), 'forms/bad-attribute forms/t.hbs:2:6'],
  ['a span that is no number', table('<row><cell rowspan="-1"/></row>'), 'forms/bad-attribute forms/t.hbs:2:6'],
  [
    'spans that meet',
    table('<row><cell/><cell rowspan="2"/></row>\n<row><cell colspan="2"/></row>'),
    'forms/span forms/t.hbs:3:6',
  ],
  ['a column of no width', form('<table><cols>9 0</cols><row><cell/></row></table>'), 'forms/cols forms/t.hbs:1:21'],
  ['no columns', form('<table><row><cell/></row></table>'), 'forms/cols forms/t.hbs:1:14'],
  [
    'columns twice',
    form('<table><cols>9</cols><cols>9</cols><row><cell/></row></table>'),
    'forms/cols forms/t.hbs:1:21',
  ],
  [
    'a table wider than its cell',
    table('<row><cell>\n<table><cols>30</cols><row><cell/></row></table></cell></row>'),
    'forms/too-wide forms/t.hbs:3:1',
  ],
  [
    'a table wider than half a sheet',
    '<form id="t" paper="A3" landscape="yes" halves="yes">\n<table><cols>200</cols><row><cell/></row></table></form>',
    'forms/too-wide forms/t.hbs:2:1',
  ],
  ['a policy that does not exist', table('<row><cell overflow="clip"/></row>'), 'forms/bad-attribute forms/t.hbs:2:6'],
  ['text too small to read', table('<row><cell overflow="spill:2"/></row>'), 'forms/bad-attribute forms/t.hbs:2:6'],
  ['fixed rows without a name', table('<row><cell/></row>', ' lines="3"'), 'forms/lines forms/t.hbs:1:14'],
  [
    'fixed rows without a row',
    table('<row repeat="yes"><cell/></row>', ' lines="3" label="甲"'),
    'forms/lines forms/t.hbs:1:14',
  ],
  [
    'fixed rows of which one reaches into the next',
    table('<row><cell rowspan="2"/><cell/></row><row><cell/></row>', ' lines="2" label="甲"'),
    'forms/lines forms/t.hbs:1:14',
  ],
  [
    'text in the strip that is bound',
    '\n<form id="t" mirrored="yes" inner="20"><p>甲</p></form>',
    'forms/binding forms/t.hbs:2:1',
  ],
  [
    'the number of a 附页 on a numbered page',
    form('<each-page at="foot"><p><page-no of="annex"/></p></each-page>'),
    'forms/misplaced forms/t.hbs:1:38',
  ],
  [
    'a head on some other edge',
    form('<each-page at="side"><p>甲</p></each-page>'),
    'forms/bad-attribute forms/t.hbs:1:14',
  ],
])('%s is refused with its place', (_, source, expected) => {
  expect(problemsOf(source)[0]).toBe(expected)
})

test('a form that is never bound may print up to its edge', () => {
  const sheet = fill('t', caseOf(procedureOf('<form id="t" mirrored="yes" inner="20" binding="0"><p>甲</p></form>')))
  expect(sheet.setup).toMatchObject({ inner: 20, binding: 0 })
})

test('lint names a broken attribute where it stands, also where no dossier leads', () => {
  const source = form(
    '{{#if (filled person.name)}}\n  <table lines="many"><cols>9</cols><row><cell/></row></table>{{/if}}',
  )
  expect(sourceProblems(source, 'forms/t.hbs', []).map((one) => [one.code, one.at.line, one.at.column])).toEqual([
    ['forms/bad-attribute', 2, 10],
  ])
})

test('a table of fixed rows has them whatever the data', () => {
  const rows = (facts: object) => {
    const [table] = filled(
      '<table lines="3" label="学历"><cols>9 9</cols><row repeat="yes"><cell/><cell/></row>{{#each education as |e|}}<row height="9"><cell>{{e.school}}</cell><cell/></row>{{else}}<row height="9"><cell>无</cell></row>{{/each}}</table>',
      facts,
    ).blocks
    return table?.kind === 'table' ? table.rows.map((row) => row.cells.length) : []
  }
  expect(rows({})).toEqual([2, 2, 2, 2])
  expect(rows({ education: [{ id: 'e1', school: '甲' }] })).toEqual([2, 2, 2, 2])
})

test('in a fixed form a cell goes on in 附页 under the label beside it', () => {
  const source =
    '<form id="t" fixed="yes"><table><cols>9 9</cols><row height="9"><cell head="yes">姓 名</cell><cell>{{person.name}}</cell></row></table></form>'
  const [table] = fill('t', caseOf(procedureOf(source))).blocks
  const row = table?.kind === 'table' ? table.rows[0] : undefined
  expect(row?.rule).toBe('exact')
  expect(row?.cells.map((cell) => cell.overflow)).toEqual([{ kind: 'grow' }, { kind: 'spill', label: '姓名', to: 8 }])
})
