import fc from 'fast-check'
import { expect, test } from 'vitest'
import { folded, leadsOut, mayStand, shown, twins } from '../../src/bundle/paths.ts'

const good = [
  'data/佐证/a7f3/论文 封面.jpg',
  'data/𠮷田.pdf',
  'data/50% 完成.pdf',
  'data/~草稿.txt',
  'data/a..b.pdf',
  'data/.x',
]
const out = [
  '',
  '/etc/passwd',
  '../x',
  'data/../x',
  'data/..',
  'C:/x',
  'c:x',
  '\\\\server\\x',
  'data\\x',
  '~/x',
  '~root/x',
  '%TEMP%/x',
  'a\0b',
  '\ud800',
  'data/.. /x',
  'data/ ../x',
  'data/.../x/..',
]
const bad = [
  'data//x',
  'data/./x',
  'data/x/',
  'data/CON',
  'data/con.txt',
  'data/COM1.pdf',
  'data/LPT¹',
  'data/a:b',
  'data/a?',
  'data/a*',
  'data/a<b',
  'data/a|b',
  'data/a"b',
  'data/x.',
  'data/x ',
  'data/a\nb',
  'data/a\u202egpj.exe',
  'data/a\u200bb',
  'data/e\u0301',
  'data/a\ufffdb',
  `data/${'长'.repeat(86)}`,
  `data/${'a/'.repeat(120)}x`,
]

test.each(good)('%j may stand in a bag', (path) => {
  expect([mayStand(path), leadsOut(path)]).toEqual([true, false])
})

test.each(out)('%j leads out', (path) => {
  expect([mayStand(path), leadsOut(path)]).toEqual([false, true])
})

test.each(bad)('%j may not stand in a bag of ours', (path) => {
  expect(mayStand(path)).toBe(false)
})

test('twins by case and by composition are found, and a file where others need a folder', () => {
  expect(twins(['data/A.pdf', 'data/b', 'data/a.PDF'])).toEqual([['data/A.pdf', 'data/a.PDF']])
  expect(twins(['data/é', 'data/e\u0301'])).toEqual([['data/é', 'data/e\u0301']])
  expect(twins(['data/x', 'data/X/y'])).toEqual([['data/x', 'data/X/y']])
  expect(twins(['data/x', 'data/x'])).toEqual([['data/x', 'data/x']])
  expect(twins(['data/x/1', 'data/x/2', 'data/xy'])).toEqual([])
})

test('what cannot be seen is spelt out and numbers of people are masked', () => {
  expect(shown('a\u202eb\n990000199001011234.pdf')).toBe('a<U+202E>b<U+000A>990000********1234.pdf')
})

test('property: folding is stable, and what may stand never leads out', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(folded(folded(text))).toBe(folded(text))
      if (mayStand(text)) expect(leadsOut(text)).toBe(false)
    }),
  )
})
