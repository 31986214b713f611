import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { comparable, sameName } from '../../src/check/names.ts'
import { nearest } from '../../src/check/nearest.ts'
import { words } from '../../src/say/words/index.ts'

test.each([
  ['阿依古丽·买买提', '阿依古丽•买买提', true],
  ['阿依古丽·买买提', '阿依古丽・买买提', true],
  ['阿依古丽·买买提', '阿依古丽‧买买提', true],
  ['阿依古丽·买买提', '阿依古丽买买提', false],
  ['重庆样例（集团）有限公司', '重庆样例(集团)有限公司', true],
  ['重庆样例 有限公司', '重庆样例有限公司', true],
  ['重庆样例有限公司', '重庆样例有限责任公司', false],
  ['王样例', '王様例', false],
])('%s and %s are the same name: %s', (a, b, same) => {
  expect(sameName(a, b)).toBe(same)
  expect(sameName(b, a)).toBe(same)
})

test('a name compares with the one dot', () => {
  expect(comparable('阿依古丽‧买买提')).toBe('阿依古丽\u00b7买买提')
})

test.each([
  ['energysaving', ['energy-saving', 'water-saving'], 'energy-saving'],
  ['xyz', ['energy-saving', 'water-saving'], ''],
  ['', ['a'], 'a'],
])('nearest to %s', (text, candidates, best) => {
  expect(nearest(text, candidates)).toBe(best)
})

test('every code of the check has words, and every word of the check a code', () => {
  const folder = new URL('../../src/check/', import.meta.url)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  const source = files.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n')
  const codes = new Set([...source.matchAll(/'((?:check|lint)\/[a-z0-9-]+)'/g)].map((match) => match[1] ?? ''))
  expect(codes.size).toBeGreaterThan(60)
  expect([...codes].filter((code) => !Object.hasOwn(words, code))).toEqual([])
  const own = Object.keys(words).filter((code) => /^(check|lint)\//.test(code))
  expect(own.filter((code) => !codes.has(code))).toEqual([])
})
