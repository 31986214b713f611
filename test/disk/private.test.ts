import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shown } from '../../src/disk/private.ts'
import { tryYaml } from '../../src/disk/yaml.ts'
import { dossierSchema } from '../../src/model/dossier.ts'
import { utf8 } from './kit.ts'

const number = '99000019900101123X'
const head = 'format: juanzong/dossier@1\nprocedure: x\n'

/** Wherever somebody mistypes it, the number is masked in every part of every finding. */
const places: readonly (readonly [string, string])[] = [
  ['as a list', `person:\n  document:\n    number: [${number}]\n`],
  ['as a date', `person:\n  birth: ${number}\n`],
  [
    'in full-width digits',
    `person:\n  birth: ${number.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))}\n`,
  ],
  ['with blanks', `person:\n  birth: 990000 19900101 1230\n`],
  ['as a key', `${number}: x\n`],
  ['as a key below', `person:\n  ${number}: x\n`],
  ['as an id', `education:\n  - id: "${number} "\n`],
  ['as two ids', `education:\n  - id: "${number}"\n  - id: "${number}"\n`],
  ['as a whole number', `declaration:\n  year: ${number}\n`],
  ['twice as a key', `"${number}": x\n"${number}": y\n`],
  ['as a sex', `person:\n  sex: ${number}\n`],
  ['beside a broken line', `a: ${number}\n\tb: 1\n`],
  ['as a kind of grounds', `grounds:\n  kind: ${number}\n`],
  ['as a tag', `category: !${number} x\n`],
]
test.each(places)('an identity number %s is masked', (_, source) => {
  const read = tryYaml(dossierSchema, utf8(head + source), 'dossier.yaml')
  expect(read.ok).toBe(false)
  const said = JSON.stringify(read.ok ? [] : read.findings)
    .normalize('NFKC')
    .replace(/[ -]/g, '')
  expect(said).not.toContain('199001011')
  expect(said.length).toBeGreaterThan(50)
})

test('contact is masked whatever it is', () => {
  expect(shown('重庆市样例路1号', ['person', 'contact', 'address'])).not.toContain('样例路')
  expect(shown('a@example.org', ['person', 'contact', 'email'])).not.toContain('example')
  expect(shown('E12345678', ['person', 'otherDocuments', 0, 'number'])).not.toContain('2345')
})

test('a plain value is shown, on one line and not too long', () => {
  expect(shown('2019.6', ['person', 'birth'])).toBe('2019.6')
  expect(shown('甲\n 乙', ['summary'])).toBe('甲 乙')
  expect(shown('甲'.repeat(100), ['summary'])).toBe(`${'甲'.repeat(60)}…`)
})

test('no run of fifteen digits is ever shown', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\d ]{15,30}$/), (value) => {
      expect(shown(value, ['x'])).not.toMatch(/(\d ?){15}/)
    }),
  )
})
