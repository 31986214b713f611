import { expect, test } from 'vitest'
import { html } from '../../src/say/html.ts'
import { findingsJson } from '../../src/say/json.ts'
import { finding, report } from './example.ts'

const shown = html(report([finding()]), 'zh')

test('the page asks nothing of the network', () => {
  expect(shown).not.toMatch(/<(script|link|img|iframe|object)|url\(|@import|https?:/i)
  expect(shown).toContain(`default-src 'none'`)
})

test('a value is text, never markup', () => {
  const page = html(report([finding({ args: { 'a.title': '<img src=x onerror=1>"&', 'a.date': '2015' } })]), 'zh')
  expect(page).not.toContain('<img')
  expect(page).toContain('&#60;img src=x onerror=1&#62;&#34;&#38;')
})

test('Chinese first', () => {
  expect(shown).toContain('<html lang="zh-CN">')
  expect(shown).toContain('申报材料检查报告')
})

test('an unverified basis is marked', () => {
  expect(html(report([finding({ verified: false })]), 'zh')).toContain('依据原文未核实</span>')
  expect(shown).not.toContain('依据原文未核实</span>')
})

test('JSON has codes and both languages', () => {
  const data = JSON.parse(findingsJson(report([finding()], { later: [finding({ stage: 'posting' })] }), 'juanzong 0'))
  expect(data).toMatchObject({
    format: 'juanzong/findings@1',
    asOf: '2024-10-20',
    procedure: { id: 'example-2024', version: '1', hash: 'ab'.repeat(32) },
    counts: { error: 1, pending: 0, person: 0, note: 0 },
    findings: [
      {
        code: 'rule/五-三/after-grounds',
        severity: 'error',
        zh: { fix: '请核对日期。' },
        en: { place: 'achievement “绿色工厂创建” · date' },
      },
    ],
    later: [{ stage: 'posting' }],
  })
})
