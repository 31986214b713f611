import { expect, test } from 'vitest'
import { explain } from '../../src/check/explain.ts'
import { proofs } from '../../src/check/lint/proofs.ts'
import type { Node } from '../../src/model/explain.ts'
import { explained } from '../../src/say/explain.ts'
import { words } from '../../src/say/words/index.ts'
import { changed, procedure, sample } from './sample.ts'

const codes = Object.keys(words).filter((code) => /^(check|evidence)\//.test(code))
const ofRule = (id: string, c = sample) => {
  const explanation = explain(c, id, codes)
  if (explanation.kind !== 'rule') throw new Error(`${id} is no rule`)
  return explanation
}
const text = (id: string, c = sample, lang: 'zh' | 'en' = 'zh') => {
  const explanation = explain(c, id, codes)
  if (explanation.kind === 'unknown') throw new Error(`${id} is unknown`)
  return explained(explanation, { procedure: c.procedure, dossier: c.dossier, lang }, () => 7).join('\n')
}
const early = changed((c) => {
  c.dossier.achievements[0].date = '2018-06'
  delete c.dossier.achievements[0].from
})

test('a rule is explained with one answer an item, and the path to it', () => {
  const { places } = ofRule('五-三/after-grounds', early)
  expect(places).toHaveLength(16)
  const [first] = places
  expect(first).toMatchObject({ place: 'achievements[a7f3]', answer: 'no', need: { word: 'before', answer: 'no' } })
  expect(first?.when).toMatchObject({ word: 'not', answer: 'yes', children: [{ word: 'equals', answer: 'no' }] })
  expect(first?.facts.map(({ path, value }) => [path, value?.zh])).toEqual([
    ['grounds.kind', '现职称'],
    ['grounds.obtained', '2018-12'],
    ['achievements[a7f3].date', '2018-06'],
  ])
})

test('the words say answer, facts, line and clause', () => {
  const said = text('五-三/after-grounds', early)
  expect(said).toContain('依据：渝经信职改办〔2024〕20号 五（三）')
  expect(said).toContain('    ［否］前者早于后者：取得时间“2018-12”，时间“2018-06”')
  expect(said).toContain('取得时间（grounds.obtained）：2018-12 —— dossier.yaml 第 7 行')
  expect(said).toContain('其余 15 处：满足')
  expect(said).not.toMatch(/\{[a-z]/)
})

test('what nobody verified says so, and a later stage too', () => {
  expect(text('二-一/seniority')).toContain('（依据原文未核实）')
  expect(text('四-二-5/filed')).toContain('到“确认发文”阶段才核对')
})

test('a missing fact is named with the place where it belongs', () => {
  const c = changed((loose) => {
    delete loose.dossier.platformAdmin
  })
  expect(ofRule('四-二-1/platform-admin', c).places[0]).toMatchObject({ answer: 'unknown' })
  expect(text('四-二-1/platform-admin', c)).toContain('（未填） —— 应写在 dossier.yaml 第 7 行处')
})

test('every rule can be explained in both languages, and every word of its condition has a name', () => {
  for (const { id } of procedure.rules.rules) {
    const { places } = ofRule(id)
    for (const { when, need } of places)
      for (const node of [when, need]) if (node) expect(wordsIn(node)).not.toContain('')
    for (const lang of ['zh', 'en'] as const) expect(text(id, sample, lang)).toContain(id)
  }
})

test('the answer explained is the answer of the check', () => {
  for (const { rule, after } of proofs(sample)) {
    if (!after.ok) throw new Error('the change cannot be made')
    const { places } = ofRule(rule.id, after.case)
    expect([rule.id, places.some((one) => one.finding !== undefined)]).toEqual([rule.id, true])
    // Kleene: a rule without a condition before it answers as its `need`.
    for (const { when, need, answer } of places) if (!when) expect(answer).toBe(need.answer)
  }
})

test('codes of the check itself are explained by their findings', () => {
  const c = changed((loose) => {
    delete loose.dossier.person.name
  })
  const explanation = explain(c, 'check/missing-fact', codes)
  expect(explanation).toMatchObject({
    kind: 'built-in',
    basis: 'plain-sanity',
    findings: [{ finding: { at: { path: 'person.name' } }, facts: [{ path: 'person.name', value: undefined }] }],
  })
  expect(text('check/missing-fact', sample)).toContain('这个卷宗现在没有这一项检查结果')
})

test('evidence of a part is explained with its clause', () => {
  const c = changed((loose) => {
    loose.inventory.claims = loose.inventory.claims.filter((one) => one.part !== 'approval')
  })
  expect(text('evidence/project/approval', c)).toContain('五（三）2')
})

test.each([
  ['五-三/after-grunds', '五-三/after-grounds'],
  ['rule/五-三/aftergrounds', '五-三/after-grounds'],
  ['after-grounds', '五-三/after-grounds'],
  ['check/missing-facts', 'check/missing-fact'],
])('%s is unknown; the nearest is %s', (code, best) => {
  expect(explain(sample, code, codes)).toMatchObject({ kind: 'unknown', nearest: expect.arrayContaining([best]) })
})

test('sensitive values are masked', () => {
  const [rule] = procedure.rules.rules
  const need = { has: 'person.document.number' }
  const rules = { ...procedure.rules, rules: rule ? [{ ...rule, when: undefined, need }] : [] }
  const c = { ...sample, procedure: { ...procedure, rules } }
  const explanation = explain(c, rule?.id ?? '', codes)
  expect(JSON.stringify(explanation)).not.toContain('990000198803150025')
  expect(JSON.stringify(explanation)).toContain('990000********0025')
})

function wordsIn(node: Node): readonly string[] {
  return [node.word, ...node.children.flatMap(wordsIn)]
}
