import { expect, test } from 'vitest'
import { filled, form, problemsOf, textOf } from './kit.ts'

test.each([
  ['an unknown element', form('\n  <colour/>'), 'forms/unknown-element forms/t.hbs:2:3'],
  ['an unknown attribute', form('<p>甲</p>\n<p colour="red">乙</p>'), 'forms/unknown-attribute forms/t.hbs:2:1'],
  ['a bad number', form('<space height="tall"/>'), 'forms/bad-attribute forms/t.hbs:1:14'],
  ['a bad word', form('<p align="middle">甲</p>'), 'forms/bad-attribute forms/t.hbs:1:14'],
  ['a missing attribute', form('<space/>'), 'forms/missing-attribute forms/t.hbs:1:14'],
  ['an element in the wrong place', form('<row><cell/></row>'), 'forms/misplaced forms/t.hbs:1:14'],
  [
    'a page inside a cell',
    form('<table><cols>9</cols><row><cell><page/></cell></row></table>'),
    'forms/misplaced forms/t.hbs:1:46',
  ],
  ['the number of a page in the text', form('<p><page-no/></p>'), 'forms/misplaced forms/t.hbs:1:17'],
  ['text between rows', form('<table><cols>9</cols>甲<row><cell/></row></table>'), 'forms/stray-text forms/t.hbs:1:14'],
  ['an unclosed cell', form('<table><cols>9</cols><row>\n<cell>甲</row></table>'), 'forms/unclosed forms/t.hbs:2:1'],
  ['a comment of XML', form('<!-- {{person.name}} -->'), 'forms/forbidden-markup forms/t.hbs:1:1'],
  ['another root', '<p>甲</p>', 'forms/root forms/t.hbs:1:1'],
  [
    'columns that are no numbers',
    form('<table><cols>9 x</cols><row><cell/></row></table>'),
    'forms/cols forms/t.hbs:1:21',
  ],
  [
    'a span out of the table',
    form('<table><cols>9 9</cols><row>\n<cell colspan="3"/></row></table>'),
    'forms/span forms/t.hbs:2:1',
  ],
  [
    'a span below the table',
    form('<table><cols>9 9</cols><row><cell rowspan="2"/>\n<cell/></row></table>'),
    'forms/span forms/t.hbs:1:42',
  ],
  [
    'a cell too many',
    form('<table><cols>9</cols><row><cell/>\n<cell/></row></table>'),
    'forms/row-long forms/t.hbs:2:1',
  ],
  [
    'a table wider than its page',
    form('<table><cols>100 100</cols><row><cell/></row></table>'),
    'forms/too-wide forms/t.hbs:1:14',
  ],
  ['an unknown place', form('<p><sign slot="P99"/></p>'), 'forms/unknown-slot forms/t.hbs:1:17'],
  ['an element in a part', form('<p>{{> part}}</p>'), 'forms/unknown-element forms/parts/part.hbs:1:3'],
])('%s is refused with its place', (_, source, expected) => {
  expect(problemsOf(source, { part: '甲 <colour/>' })[0]).toBe(expected)
})

test.each([
  ['{{{person.name}}}', 'forms/forbidden'],
  ['{{&person.name}}', 'forms/forbidden'],
  ['{{lookup person "name"}}', 'forms/unknown-helper'],
  ['{{@root.person.name}}', 'forms/forbidden'],
  ['{{#each education as |e|}}{{../person.name}}{{/each}}', 'forms/forbidden'],
  ['{{#each education as |e|}}{{this.school}}{{/each}}', 'forms/forbidden'],
  ['{{> (lookup person "name")}}', 'forms/forbidden'],
  ['{{#*inline "x"}}甲{{/inline}}', 'forms/forbidden'],
  ['{{#> part}}甲{{/part}}', 'forms/forbidden'],
  ['{{#with person}}甲{{/with}}', 'forms/forbidden'],
  ['{{#person}}甲{{/person}}', 'forms/forbidden'],
  ['{{> part}}', 'forms/forbidden'],
  ['{{> other}}', 'forms/unknown-part'],
  ['{{log person.name}}', 'forms/unknown-helper'],
  ['{{upper person.name}}', 'forms/unknown-helper'],
  ['{{date person.birth as="x"}}', 'forms/bad-call'],
  ['{{#each education}}甲{{/each}}', 'forms/each-name'],
  ['{{#each person as |p|}}甲{{/each}}', 'forms/not-a-list'],
  ['{{#each (label education) as |p|}}甲{{/each}}', 'forms/not-a-list'],
  ['{{#each education as |date|}}甲{{/each}}', 'forms/name-taken'],
  ['{{#if person.name}}甲{{/if}}', 'forms/if-value'],
  ['{{#if (label person.name)}}甲{{/if}}', 'forms/if-value'],
  ['{{person}}', 'forms/not-a-value'],
  ['{{education}}', 'forms/not-a-value'],
  ['{{#each education as |e|}}{{e.shcool}}{{/each}}', 'forms/unknown-path'],
  ['{{#each (of-kind "book") as |a|}}甲{{/each}}', 'forms/unknown-kind'],
  ['{{#if (on-route "P99")}}甲{{/if}}', 'forms/unknown-slot'],
  ['{{#if (filled person.name}}甲', 'forms/template-syntax'],
])('%s does not lint', (source, code) => {
  expect(problemsOf(form(`<p>${source}</p>`), { part: '{{> part}}' })[0]).toMatch(new RegExp(`^${code} `))
})

test('all problems of a form come in one run', () => {
  expect(problemsOf(form('<colour/><p size="1000">{{person.x}}</p>')).length).toBe(1)
  expect(problemsOf(form('<colour/><p size="1000">甲</p><space/>')).length).toBe(3)
})

test('a place of the template is right below a list that prints many rows', () => {
  const source = form(`<table><cols>9</cols>{{#each rows as |r|}}
    <row><cell>{{r}}</cell></row>{{/each}}</table>
  <p colour="x">甲</p>`)
  expect(problemsOf(source)).toEqual(['forms/unknown-attribute forms/t.hbs:3:3'])
})

test('a short row gets empty cells', () => {
  const sheet = filled('<table><cols>9 9 9</cols><row><cell>甲</cell></row></table>')
  const [table] = sheet.blocks
  expect(table?.kind === 'table' && table.rows[0]?.cells.map((cell) => cell.colspan)).toEqual([1, 1, 1])
})

test('text directly in a cell is a paragraph of its own', () => {
  const sheet = filled('<table><cols>90</cols><row><cell>甲<b>乙</b><p>丙</p>丁</cell></row></table>')
  const [table] = sheet.blocks
  const blocks = table?.kind === 'table' ? (table.rows[0]?.cells[0]?.blocks ?? []) : []
  expect(blocks.map((block) => block.kind === 'p' && block.inlines.length)).toEqual([2, 1, 1])
})

test('style is handed down', () => {
  const sheet = filled(
    '<table size="9" font="hei"><cols>90</cols><row bold="yes"><cell>甲<p size="12">乙</p></cell></row></table>',
  )
  const [table] = sheet.blocks
  const blocks = table?.kind === 'table' ? (table.rows[0]?.cells[0]?.blocks ?? []) : []
  expect(blocks).toMatchObject([
    { inlines: [{ font: 'hei', size: 9, bold: true }] },
    { inlines: [{ font: 'hei', size: 12, bold: true }] },
  ])
})

test('markers of places never reach the paper', () => {
  expect(textOf(filled('<p>甲<b>乙</b></p>'))).toBe('甲乙')
})
