import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { bundleWords } from '../../src/say/words/bundle.ts'

const folder = new URL('../../src/bundle/', import.meta.url)
const code = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8').replace(/\/\*\*[\s\S]*?\*\/|\/\/ .*/g, ''))
  .join('\n')
const used = new Set([...code.matchAll(/'(bundle\/[a-z0-9-]+)'/g)].map((match) => match[1] ?? ''))

test('every code that bundle/ gives has words, and no words stand for nothing', () => {
  expect(Object.keys(bundleWords).sort()).toEqual([...used].sort())
})

test('both languages take the same arguments', () => {
  const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()
  for (const [key, { say, fix }] of Object.entries(bundleWords)) {
    expect([key, names(say.en), names(fix.en)]).toEqual([key, names(say.zh), names(fix.zh)])
  }
})

test('an argument in words is one that the code gives', () => {
  for (const [key, { say, fix }] of Object.entries(bundleWords)) {
    const names = [...`${say.zh}${fix.zh}`.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')
    for (const name of names) expect([key, name, new RegExp(`\\b${name}\\b`).test(code)]).toEqual([key, name, true])
  }
})
