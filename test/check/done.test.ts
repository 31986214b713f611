import { expect, test } from 'vitest'
import { check, later } from '../../src/check/check.ts'
import { proofs } from '../../src/check/lint/proofs.ts'
import type { Case } from '../../src/model/case.ts'
import { sentence } from '../../src/say/say.ts'
import { terminal } from '../../src/say/terminal.ts'
import { words } from '../../src/say/words/index.ts'
import { changed, procedure, sample } from './sample.ts'

/** “Done when” of the checker: what a report has to be, over the sample and every way to break a rule. */
const broken = proofs(sample).flatMap(({ rule, after }) => (after.ok ? [{ rule, c: after.case }] : []))
const faulty = changed((c) => {
  c.dossier.achievements[0].date = '2018-01-01'
  c.dossier.achievements[7].clause = '无'
  c.dossier.work[1].to = '2017-10'
  c.dossier.insurance[0].employer = '重庆样例人力资源有限公司'
  delete c.dossier.platformAdmin
})

/** Rules of deadlines say what is due today; every other answer follows from the facts and from the day of declaration. */
function answers(c: Case): readonly unknown[] {
  return check(c)
    .filter(
      ({ code, rule }) =>
        rule !== undefined && !isDue(rule) && (code.startsWith('rule/') || code === 'check/rule-pending'),
    )
    .map(({ rule, severity, at, args }) => [rule, severity, at, args])
}

function isDue(id: string): boolean {
  const rule = procedure.rules.rules.find((one) => one.id === id)
  return /\btoday\b/.test(JSON.stringify([rule?.when, rule?.need]))
}

test('a dossier of 2024 judged years later gets the same answers of the rules', () => {
  for (const c of [sample, faulty, ...broken.map(({ c }) => c)]) {
    for (const today of ['2026-11-24', '2031-01-01']) expect(answers({ ...c, today })).toEqual(answers(c))
  }
})

test('few rules ask for the day of the check, all of them for a deadline', () => {
  const due = procedure.rules.rules.filter(({ id }) => isDue(id)).map(({ id }) => id)
  expect(due).toEqual([
    '三-三/paid',
    '四-二-3-1/complete-by',
    '四-二-3-1/completed',
    '四-二-4-1/deadline',
    '四-二-5/forwarded',
    '四-二-5/filed',
    '五-五/fee',
  ])
})

test('every finding says where, what and what to do, in both languages', () => {
  const known = { procedure, dossier: sample.dossier }
  for (const { rule, c } of broken) {
    for (const one of check(c).filter((finding) => finding.rule === rule.id)) {
      const [zh, en] = [sentence(one, { ...known, lang: 'zh' }), sentence(one, { ...known, lang: 'en' })]
      expect(`${rule.id} ${zh.what}`).toMatch(/。$/)
      expect(`${rule.id} ${zh.fix}`).toMatch(/。$/)
      expect(`${rule.id} ${en.what}`).toMatch(/[.”)]$/)
      expect(`${rule.id} ${en.fix}`).toMatch(/\.$/)
      expect(`${rule.id} ${zh.place}`).not.toMatch(/ $/)
      for (const text of [zh.what, zh.fix, en.what, en.fix]) {
        expect(text).not.toMatch(/[！!]|非法|（未填）|\(not given\)|undefined|\{|\[object/)
      }
    }
  }
})

test('every text of the checker is a whole sentence without blame', () => {
  const own = Object.entries(words).filter(([code]) => /^(check|posted|returned|freeze|explain)\//.test(code))
  expect(own.length).toBeGreaterThan(80)
  for (const [code, { say, fix }] of own) {
    for (const text of [say.zh, fix.zh]) expect(`${code} ${text}`).toMatch(/[。：]$/)
    for (const text of [say.en, fix.en]) expect(`${code} ${text}`).toMatch(/[.:]$/)
    for (const text of [say.zh, fix.zh, say.en, fix.en]) expect(`${code} ${text}`).not.toMatch(/[！!]|非法|错误地/)
  }
})

test('what nobody verified is said to be so, and never blocks', () => {
  let unverified = 0
  for (const { rule, c } of broken) {
    const all = [...check(c), ...later(c)].filter(
      (finding) => finding.rule === rule.id && finding.code.startsWith('rule/'),
    )
    const report = { procedure, dossier: c.dossier, stage: c.stage, asOf: c.today, findings: all, later: [] }
    const text = terminal(report, { lang: 'zh', colour: false, columns: undefined })
    expect([rule.id, text.includes('（依据原文未核实）')]).toEqual([rule.id, all.length > 0 && !rule.basis.verified])
    if (rule.basis.verified) continue
    unverified += 1
    expect(all.filter(({ severity }) => severity === 'error')).toEqual([])
  }
  expect(unverified).toBeGreaterThan(20)
})

test('a finding cites its clause unless it is plain sense', () => {
  for (const { rule, c } of broken) {
    for (const { basis } of check(c).filter((finding) => finding.rule === rule.id)) {
      expect(basis).toBe(rule.basis)
    }
  }
})
