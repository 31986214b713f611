import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { z } from 'zod'
import { readYaml, readYamlPlaces, tryYaml } from '../../src/disk/yaml.ts'
import { exits } from '../../src/model/finding.ts'
import { parse } from '../../src/model/parse.ts'
import { text } from '../../src/model/scalar.ts'
import { problems, refused, utf8, value } from './kit.ts'

/** Everything as it was read. */
const anything = z.unknown()

test('every scalar is text and stays as it was written', () => {
  const source = `id: 110101199003070011
octal: 0777
version: 1.10
month: 2019-06
day: 2019-06-30
yes: yes
true: true
float: 1e5
hex: 0x1F
time: 12:30:45
plus: +86
zero: 00`
  expect(value(anything, source)).toEqual({
    id: '110101199003070011',
    octal: '0777',
    version: '1.10',
    month: '2019-06',
    day: '2019-06-30',
    yes: 'yes',
    true: 'true',
    float: '1e5',
    hex: '0x1F',
    time: '12:30:45',
    plus: '+86',
    zero: '00',
  })
})

test('JSON is read alike, its null as absent', () => {
  const source =
    '{"id": 110101199003070011, "a": null, "b": [1.10, true], "c": {"d": null}, "e": "null", "f": "\\ud83d\\ude00"}'
  expect(value(anything, source)).toEqual({ id: '110101199003070011', b: ['1.10', 'true'], e: 'null', f: '😀' })
})

test('what has no value is absent, and so is a mapping or an item in which everything is', () => {
  const source = `a:
b: ''
c:
  d:
  e:
    f:
g:
  -
  - h:
i: []
j: {}`
  expect(value(anything, source)).toEqual({ b: '', i: [], j: {} })
})

test('BOM, CRLF and lone CR are read alike', () => {
  const plain = value(anything, 'a: 1\nb:\n  - 2\n')
  expect(value(anything, '\ufeffa: 1\r\nb:\r\n  - 2\r\n')).toEqual(plain)
  expect(value(anything, 'a: 1\rb:\r  - 2\r')).toEqual(plain)
})

test('comments are no part of a value, wherever they stand', () => {
  const source = "# a\na: 1 # 样例\n#b: 2\nc: # 3\n  - 样例   # x\n  #- y\nd: '3 #4'   #x\ne: 合同.pdf#3-9\n## f\n"
  expect(value(anything, source)).toEqual({ a: '1', c: ['样例'], d: '3 #4', e: '合同.pdf#3-9' })
})

test('aliases are followed', () => {
  expect(value(anything, 'a: &x [1, 2]\nb: *x\n')).toEqual({ a: ['1', '2'], b: ['1', '2'] })
})

const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]']
for (let at = 0; at < 8; at++) {
  const [own, before] = ['bcdefghi'[at], 'abcdefgh'[at]]
  bomb.push(`${own}: &${own} [${Array.from({ length: 9 }, () => `*${before}`).join(', ')}]`)
}

const broken: readonly (readonly [string, string, readonly string[]])[] = [
  ['a duplicate key', 'a: 1\nb: 2\na: 3', ['format/duplicate-key 3:1']],
  ['a duplicate key in JSON', '{"a": 1, "a": 2}', ['format/duplicate-key 1:10']],
  ['a merge key', 'a: &a {b: 1}\nc:\n  <<: *a', ['format/yaml-merge 3:3']],
  ['__proto__', '__proto__: {x: 1}', ['format/forbidden-key 1:1']],
  ['constructor', 'a: {constructor: 1}', ['format/forbidden-key 1:5']],
  ['a tag', 'a: !!int 3\nb: !x y', ['format/yaml-tag 1:10', 'format/yaml-tag 2:7']],
  ['two documents', 'a: 1\n---\nb: 2', ['format/yaml-documents 2:1']],
  ['a directive', '%YAML 1.1\n---\na: yes', ['format/yaml-directive 1:1']],
  ['an alias bomb', bomb.join('\n'), ['format/yaml-alias 3:8']],
  ['an alias to nowhere', 'a: *b', ['format/yaml-alias 1:4']],
  ['an alias in a circle', 'a: &a\n  b: *a', ['format/yaml-alias 2:6']],
  ['a list as key', '? [a]\n: b', ['format/yaml-key 1:3']],
  ['a null', 'a: ~\nb: null', ['format/yaml-null 1:4', 'format/yaml-null 2:4']],
  ['a tab', 'a:\n\tb: 1', ['format/yaml-tab 2:1']],
  ['a full-width blank', 'a:\n　b: 1', ['format/yaml-blank 2:1']],
  ['a full-width colon', 'a: 1\n姓名：张三\nb: 2', ['format/yaml-colon 2:3']],
  ['no blank after the colon', 'a: 1\nname:张三\nb: 2', ['format/yaml-colon-blank 2:6']],
  ['uneven indentation', 'a:\n  b: 1\n c: 2', ['format/yaml-indent 3:1']],
  ['a colon in a value', 'a: 说明: 甲', ['format/yaml-quote 1:4']],
  ['a reserved character', 'a: @x', ['format/yaml-quote 1:4']],
  ['an open quote', 'a: "x\nb: 1\n', ['format/yaml-unclosed 1:4']],
  ['an unknown escape', 'a: "C:\\q"', ['format/yaml-escape 1:7']],
  ['an open bracket', 'a: [1, 2', ['format/yaml-bracket 1:9']],
  ['a control character', 'a: 1\nb: x\u0000', ['format/control 2:5']],
  ['an escaped control character', 'a: "x\\u0001"', ['format/control 1:4']],
  ['pages after a blank', 'a: 合同.pdf #3-9', ['format/yaml-hash 1:4']],
  ['a number sign after a blank', 'a:\n  - 样例 #2机组\n', ['format/yaml-hash 2:5']],
  ['the same id twice in a list', 'l:\n  - id: a\n  - id: b\n  - id: a', ['format/duplicate-id 4:5']],
  ['nothing', '', ['format/blank 1:1']],
  ['comments only', '# a\n', ['format/blank 1:1']],
  ['brackets without end', '['.repeat(5000), ['format/too-deep 1:65']],
  ['dashes without end', '- '.repeat(5000), ['format/too-deep 1:129']],
]
test.each(broken)('%s is said with its place', (_, source, expected) => {
  expect(problems(anything, source)).toEqual(expected)
})

test('the same id in two lists is fine', () => {
  expect(problems(anything, 'a:\n  - id: x\nb:\n  - id: x')).toEqual([])
})

test('a mapping named __proto__ changes no prototype', () => {
  tryYaml(anything, utf8('{"__proto__": {"polluted": "1"}}'), 'f')
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
})

test('GBK and UTF-16 are recognised before YAML is tried', () => {
  expect(problems(anything, new Uint8Array([0x61, 0x3a, 0x20, 0xd5, 0xc5]))).toEqual(['format/gbk 1:1'])
  expect(problems(anything, new Uint8Array(Buffer.from('\ufeffa: 1', 'utf16le')))).toEqual(['format/utf-16 1:1'])
})

test('more than 4 MiB is refused', () => {
  expect(problems(anything, new Uint8Array(4 * 1024 * 1024 + 1).fill(0x23))).toEqual(['format/too-large 1:1'])
})

test('all problems of a file come in one refusal, in the order of the file', async () => {
  const schema = z.strictObject({ a: text, b: z.strictObject({ school: text }).optional(), d: text })
  const source = 'x: 1\nb:\n  school: []\n  scool: 2\na: 1\na: 2\n'
  const refusal = await refused(() => readYaml(schema, utf8(source), 'f.yaml'))
  expect([refusal.code, refusal.exit, refusal.args]).toEqual([
    'format/bad-file',
    exits.unreadable,
    { file: 'f.yaml', count: 5 },
  ])
  expect(refusal.findings.map(({ code, at }) => `${code} ${at.path} ${at.line}:${at.column}`)).toEqual([
    'format/missing d 1:1',
    'format/unknown-key x 1:1',
    'format/text b.school 3:3',
    'format/unknown-key-near b.scool 4:3',
    'format/duplicate-key a 6:1',
  ])
})

test('places are found by path, by id, by number; what is absent has the place of its parent', () => {
  const source = 'a: 1\nlist:\n  - id: x\n    to: 2\n  - to: 3\nm:\n  k:\n    v: 4\n'
  const { positions } = readYamlPlaces(anything, utf8(source), 'f')
  expect(positions('a')).toEqual({ line: 1, column: 4 })
  expect(positions('list[x].to')).toEqual({ line: 4, column: 9 })
  expect(positions(['list', 0, 'to'])).toEqual({ line: 4, column: 9 })
  expect(positions('list[#2].to')).toEqual({ line: 5, column: 9 })
  expect(positions('list[x].from')).toEqual({ line: 3, column: 5 })
  expect(positions('list[y].to')).toEqual({ line: 2, column: 1 })
  expect(positions('m.k.v')).toEqual({ line: 8, column: 8 })
  expect(positions('m.k.w')).toEqual({ line: 7, column: 3 })
  expect(positions('nothing')).toEqual({ line: 1, column: 1 })
})

const scalar = fc
  .string({ unit: 'grapheme', minLength: 1 })
  .filter((one) => !/[\u0000-\u001f\u007f\ufffe\uffff]/.test(one))
const key = fc.stringMatching(/^[a-z]{1,6}$/)
const tree = fc.letrec((tie) => ({
  node: fc.oneof({ maxDepth: 3 }, scalar, fc.array(tie('node'), { minLength: 1, maxLength: 3 }), tie('map')),
  map: fc.dictionary(key, tie('node'), { minKeys: 1, maxKeys: 3, noNullPrototype: true }),
})).map

test('any tree of texts comes back from JSON and from YAML as it was', () => {
  fc.assert(
    fc.property(tree, (one) => {
      if (!parse(anything, one).ok || JSON.stringify(one).includes('"id"')) return
      expect(value(anything, JSON.stringify(one))).toEqual(one)
      expect(value(anything, stringify(one, { defaultStringType: 'QUOTE_DOUBLE' }))).toEqual(one)
    }),
    { numRuns: 100 },
  )
})

test('any bytes give a value or findings, never another error', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.string({ unit: 'binary', maxLength: 200 }).map(utf8)),
      (bytes) => {
        const read = tryYaml(anything, bytes, 'f')
        if (!read.ok) expect(read.findings.length).toBeGreaterThan(0)
      },
    ),
    { numRuns: 500 },
  )
})

test('any marks of YAML in any order give a value or findings', () => {
  const mark = fc.constantFrom(
    'a',
    ': ',
    '- ',
    '\n',
    '  ',
    '[',
    ']',
    '{',
    '}',
    ',',
    '"',
    "'",
    '&x ',
    '*x',
    '!t ',
    '|',
    '>',
    '#',
    '%',
    '?',
    '~',
    '---',
    '\t',
    '<<',
    'id: 1',
  )
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 40 }), (marks) => {
      const read = tryYaml(anything, utf8(marks.join('')), 'f')
      if (!read.ok) for (const { at } of read.findings) expect(at.line).toBeGreaterThan(0)
    }),
    { numRuns: 1500 },
  )
})
