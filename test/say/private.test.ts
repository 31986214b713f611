import { expect, test } from 'vitest'
import { html } from '../../src/say/html.ts'
import { findingsJson } from '../../src/say/json.ts'
import { conceal, secretsOf } from '../../src/say/private.ts'
import { terminal } from '../../src/say/terminal.ts'
import { dossier, finding, procedure, report } from './example.ts'

const leaky = report([
  finding({ args: { 'a.title': '99000019850307123X的论文', 'a.date': '2015' } }),
  finding({ at: { file: 'evidence/13800001234.pdf' } }),
])

test('the sensitive values of a dossier are found by fields.yaml', () => {
  expect(secretsOf(dossier, procedure)).toEqual(['99000019850307123X', '13800001234'])
})

test('a short value is no secret', () => {
  const short = { ...dossier, person: { document: { type: 'x', number: '无' } } }
  expect(secretsOf(short, procedure)).toEqual([])
})

test('a secret is masked wherever it stands', () => {
  expect(conceal('甲13800001234乙13800001234', ['13800001234'])).toBe('甲138****1234乙138****1234')
})

test('a number of somebody else is masked too, a longer run of figures is not', () => {
  expect(conceal('990000198503070013.jpg')).toBe('990000********0013.jpg')
  expect(conceal('电话13900005678')).toBe('电话139****5678')
  expect(conceal('mmexport1712345678901.jpg')).toBe('mmexport1712345678901.jpg')
  expect(conceal('微信图片_20241012123456.jpg')).toBe('微信图片_20241012123456.jpg')
})

test.each([
  ['terminal', () => terminal(leaky, { lang: 'zh', colour: false, columns: undefined })],
  ['json', () => findingsJson(leaky, 'juanzong 0')],
  ['html', () => html(leaky, 'zh')],
])('no sensitive value reaches %s', (_, show) => {
  const shown = show()
  expect(shown).not.toContain('99000019850307123X')
  expect(shown).not.toContain('13800001234')
  expect(shown).toContain('990000********123X')
  expect(shown).toContain('138****1234')
})
