import { expect, test } from 'vitest'
import { placeholders } from '../../src/check/args.ts'
import { check } from '../../src/check/check.ts'
import { lintProofs, proofs } from '../../src/check/lint/proofs.ts'
import type { Case } from '../../src/model/case.ts'
import type { Rule } from '../../src/model/rule.ts'
import { difference, procedure, sample } from './sample.ts'

/** Each rule by its own `breaks`: `given` brings the sample to where it applies and holds, `change` breaks one thing. */
const table = proofs(sample).map((proof) => ({ ...proof, name: `${proof.rule.id} #${proof.index}` }))
/** Broken by taking a fact away: nothing else can break it. */
const waiting = ['四-二-3-1/originals']

/** What a person sees: nobody is stopped by a text that nobody verified. */
function severityOf(rule: Rule): string {
  if (waiting.includes(rule.id)) return 'pending'
  const isCapped = rule.severity === 'error' && !rule.basis.verified && rule.arithmetic === undefined
  return isCapped ? 'person' : rule.severity
}

test.each(table)('$name', ({ rule, index, before, after }) => {
  if (!before.ok || !after.ok) throw new Error('the change cannot be made')
  const { more } = difference(after.case, before.case)
  const own = more.filter((one) => one.rule === rule.id)
  expect(own.map((one) => one.severity)).toEqual([severityOf(rule)])
  const others = more.filter((one) => one.rule !== rule.id).map((one) => one.rule ?? one.code)
  expect(others.sort()).toEqual([...(rule.breaks?.[index]?.also ?? [])].sort())
})

test.each(table.filter(({ rule }) => !waiting.includes(rule.id)))('$name prints no blank in its sentence', (proof) => {
  const { rule, after } = proof
  const one = after.ok ? check(after.case).find((finding) => finding.code === `rule/${rule.id}`) : undefined
  const wanted = [rule.say, rule.fix, rule.otherReading].flatMap((text) => (text ? placeholders(text) : []))
  expect(wanted.filter((path) => one?.args[path] === undefined)).toEqual([])
})

test('every rule of the procedure is broken at least once', () => {
  const broken = new Set(table.map(({ rule }) => rule.id))
  expect(procedure.rules.rules.map((rule) => rule.id).filter((id) => !broken.has(id))).toEqual([])
})

test('lint proves every rule', () => {
  expect(lintProofs(sample).map(({ code, args }) => [code, args.rule])).toEqual([])
})

const id = '四-二-1/platform-admin'
const admin = procedure.rules.rules.find((rule) => rule.id === id)
const proved = (change: Partial<Rule>): readonly string[] => {
  const rule = { ...admin, ...change } as Rule
  const c: Case = { ...sample, procedure: { ...procedure, rules: { ...procedure.rules, rules: [rule] } } }
  return lintProofs(c).map(({ code }) => code)
}
const breaking = [{ change: [{ set: { platformAdmin: '是' } }] }]

test.each<[string, Partial<Rule>]>([
  ['lint/no-breaks', { breaks: undefined }],
  ['lint/no-breaks', { breaks: [] }],
  ['lint/break-without-effect', { breaks: [{ change: [{ set: { platformRegistered: '否' } }] }] }],
  ['lint/break-without-effect', { need: { equals: ['platformRegistered', '是'] }, breaks: breaking }],
  [
    'lint/break-too-early',
    { breaks: [{ given: [{ set: { platformAdmin: '是' } }], change: [{ today: '2024-10-26' }] }] },
  ],
  ['lint/break-impossible', { breaks: [{ change: [{ set: { platformAdmn: '是' } }] }] }],
  ['lint/break-impossible', { breaks: [{ change: [{ set: { platformAdmin: '也许' } }] }] }],
  ['lint/break-impossible', { breaks: [{ change: [{ set: { 'work[gz9].to': '2020' } }] }] }],
  ['lint/break-impossible', { breaks: [{ change: [{ event: { what: 'posted', on: '2024-02-30', places: [] } }] }] }],
  ['lint/break-impossible', { breaks: [{ given: [{ use: 'nowhere' }], change: [{ today: '2024-10-26' }] }] }],
  ['lint/when-always', { when: { not: { equals: ['category', 'district-unit'] } }, breaks: breaking }],
  ['lint/expired', { until: '2024-01-01', breaks: breaking }],
  ['lint/not-yet', { from: '2026-01-01', breaks: breaking }],
])('%s', (code, change) => {
  expect(proved(change)).toEqual([code])
})

test('a when that is never reached is said beside the change that has no effect', () => {
  const found = proved({ when: { equals: ['category', 'freelance'] }, breaks: breaking })
  expect([...found].sort()).toEqual(['lint/break-without-effect', 'lint/when-never'])
})

test('a rule as it should be is proved', () => {
  expect(proved({ breaks: breaking })).toEqual([])
})
