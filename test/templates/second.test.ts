import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { check, later } from '../../src/check/check.ts'
import { lintProcedure } from '../../src/check/lint.ts'
import { realDisk } from '../../src/disk/disk.ts'
import { readFonts } from '../../src/disk/fonts.ts'
import { fill } from '../../src/fill/fill.ts'
import { lintForms } from '../../src/fill/lint.ts'
import { lay } from '../../src/lay/lay.ts'
import { isBlank } from '../../src/model/blank.ts'
import type { Case } from '../../src/model/case.ts'
import type { Laid } from '../../src/model/page.ts'
import { openFonts } from '../../src/write/fonts.ts'
import { caseIn, templates, withFacts } from './folder.ts'

/** The second procedure: national forms, other words, and not a line of code (issue 3, item 12). */
const first = await caseIn(join(templates, 'chongqing-green-low-carbon-2024'))
const c = await caseIn(join(templates, 'national-engineering-sample'))
const root = join(templates, '..')
const files = await readFonts(realDisk(), join(root, 'fonts'), join(root, 'node_modules'))
const { measure } = openFonts(files.files, files.roles)
const { file, kinds, rules, slots } = c.procedure

test('the second procedure lints, not even a note: and its sample breaks each rule', () => {
  expect([...lintProcedure(c.procedure, c), ...lintForms(c.procedure)]).toEqual([])
  expect(rules.rules.filter((rule) => !rule.breaks?.length)).toEqual([])
})

test('its sample is clean at its stage, and every file is claimed', () => {
  expect(check(c)).toEqual([])
  expect(c.inventory.unclaimed).toEqual([])
  expect(later(c).map((finding) => finding.rule)).toEqual(['表/filed'])
})

test('it is no real notice and says so', () => {
  expect(file.title.zh).toMatch(/^样例：/)
  expect(file.notice.number).toContain('无文号')
  expect(c.dossier.sample).toBe(true)
  expect(c.dossier.person?.document?.number).toMatch(/^990000/)
})

describe('it differs from the first', () => {
  test('in the names of levels, and in which title a level carries', () => {
    expect(file.levels.map((level) => level.name.zh)).toEqual(['员级', '助理级', '中级', '副高级', '正高级'])
    expect(common(ids(file.levels), ids(first.procedure.file.levels))).toEqual([])
    const declared = { ...c.dossier.declaration, title: '正高级工程师' }
    expect(ruleIds(withFacts(c, { declaration: declared }))).toEqual(['填写/title'])
  })

  test('in kinds of achievement with fields and parts of their own', () => {
    const own = kinds.kinds.filter((kind) => !ids(first.procedure.kinds.kinds).includes(kind.id))
    expect(ids(own)).toEqual(['undertaking', 'innovation', 'prize', 'technical-report'])
    const report = own.find((kind) => kind.id === 'technical-report')
    expect(report?.fields.map((field) => field.key)).toContain('adoptedBy')
    expect(ids(report?.parts ?? [])).toEqual(['report', 'adoption'])
    const without = c.inventory.claims.filter((claim) => claim.part !== 'adoption')
    const found = check({ ...c, inventory: { ...c.inventory, claims: without } })
    expect(found.map((finding) => finding.rule)).toEqual(['evidence/technical-report/adoption'])
  })

  test('in the bodies of its route and in who seals', () => {
    const route = file.routes.find((row) => row.id === 'N1')
    expect(route?.bodies).toEqual(['grassroots-unit', 'presenting-unit', 'committee', 'personnel'])
    const sealed = slots.slots.filter((slot) => slot.kind === 'seal' && slot.form === 'evaluation')
    expect(sealed.map((slot) => slot.on.N1)).toEqual([
      'committee',
      'grassroots-unit',
      'grassroots-unit',
      'presenting-unit',
      'committee',
      'personnel',
    ])
    expect(slots.slots.every((slot) => slot.onto === 'ours')).toBe(true)
  })

  test('in its other route, where no grassroots unit speaks', () => {
    const pages = laid('evaluation', withFacts(c, { category: 'presenting' }))
    expect(pages.slots.map((slot) => slot.id).filter((id) => id.startsWith('E3'))).toEqual([])
    expect(pages.slots.find((slot) => slot.id === 'E2')?.body).toBe('presenting-unit')
  })

  test('in paper: an overview on A3 upright, one page', () => {
    const { pages } = laid('overview')
    expect(pages.map((page) => [page.w, page.h])).toEqual([[297, 420]])
  })

  test('in where its copies go', () => {
    expect(file.copies.map((copy) => copy.name.zh)).toEqual(['人事档案', '业务档案'])
  })
})

describe('the exception: education and years, unless two full senior engineers recommend', () => {
  const [one] = Array.isArray(c.dossier.recommenders) ? c.dossier.recommenders : []

  test('the sample lives by it: with one recommender the years fall short', () => {
    const found = check(withFacts(c, { recommenders: one ? [one] : '无' }))
    expect(found.map(({ rule, severity }) => [rule, severity])).toEqual([['附件/seniority', 'error']])
  })

  test('who does not claim it is judged by the years', () => {
    const declaration = { ...c.dossier.declaration, exceptional: false, channel: 'regular' }
    expect(ruleIds(withFacts(c, { declaration }))).toEqual(['附件/seniority'])
  })

  test('with the years no recommender is wanted', () => {
    const declaration = { ...c.dossier.declaration, exceptional: false, channel: 'regular' }
    const grounds = { ...c.dossier.grounds, obtained: '2019-12-31' }
    const found = check(withFacts(c, { declaration, grounds, recommenders: '不适用' }))
    expect(found.filter((finding) => finding.severity === 'error')).toEqual([])
  })

  test('it does not reach another level', () => {
    const declaration = { ...c.dossier.declaration, level: 'middle', title: '工程师' }
    expect(ruleIds(withFacts(c, { declaration }))).toEqual(['附件/exceptional-level', '附件/seniority'])
  })
})

test('thresholds: what was seen may block, what was not never does', () => {
  const { tables = {} } = rules
  expect(tables.seniority?.rows.map(({ level, education, held, years }) => [level, education, held, years])).toEqual([
    ['assistant', '博士研究生|硕士研究生|第二学士学位', '', '0'],
    ['assistant', '大学本科', '', '1'],
    ['assistant', '大学专科', 'basic', '2'],
    ['assistant', '中等职业学校', 'basic', '4'],
    ['middle', '博士研究生', '', '0'],
    ['middle', '硕士研究生|第二学士学位', 'assistant', '2'],
    ['middle', '大学本科|大学专科', 'assistant', '4'],
    ['deputy-senior', '博士研究生', 'middle', '2'],
    ['deputy-senior', '硕士研究生|第二学士学位|大学本科', 'middle', '5'],
  ])
  expect(tables['seniority-unverified']?.rows.map((row) => row.level)).toEqual(['basic', 'full-senior'])
  const blocking = rules.rules.filter((rule) => rule.severity === 'error')
  expect(ids(blocking)).toEqual(['附件/seniority', '附件/exceptional-stated'])
  expect(ids(rules.rules.filter((rule) => rule.basis.verified))).toEqual([
    '附件/seniority',
    '附件/exceptional-level',
    '附件/recommendations',
  ])
})

test('a graduate of a technical school is not judged by a text that nobody saw', () => {
  const education = [{ id: 'xl1', level: '技工院校', to: '2009-06' }]
  const found = check(withFacts(c, { education, recommenders: '不适用' }))
  const seniority = found.filter((finding) => finding.rule?.startsWith('附件/seniority'))
  expect(seniority.map(({ rule, severity }) => [rule, severity])).toEqual([['附件/seniority-unverified', 'person']])
})

test('every rule and every place that is sealed is named by a sentence', () => {
  const sentences = file.sections.flatMap((section) => section.sentences)
  const [named, places] = [sentences.flatMap((one) => one.rules ?? []), sentences.flatMap((one) => one.slots ?? [])]
  expect(ids(rules.rules).filter((id) => !named.includes(id))).toEqual([])
  expect(ids(slots.slots).filter((id) => !places.includes(id))).toEqual([])
})

describe.each(ids(file.forms.filter((one) => !isBlank(one))))('form %s', (form) => {
  test.each(ids(file.categories))('fills and lays for %s, with nothing missing or too full', (category) => {
    const pages = laid(form, withFacts(c, { category }))
    expect(pages.missing).toEqual([])
    expect(pages.overfull).toEqual([])
  })
})

test('the tables of the evaluation form are as wide as the printed ones: 473.2 pt', () => {
  const widths = [
    ...(c.procedure.forms.evaluation ?? '').matchAll(/<table(?: lines[^>]*)?><cols>([^<]*)<\/cols>/g),
  ].map(([, cols]) => (cols ?? '').split(' ').reduce((sum, width) => sum + Number(width), 0))
  expect(widths.length).toBeGreaterThan(8)
  for (const width of widths) expect(width).toBeCloseTo(473.2 * (25.4 / 72), 0)
})

test('the evaluation form keeps the order of the printed one', () => {
  const titles = laid('evaluation').bookmarks.map((bookmark) => bookmark.title.replace(/\s/g, ''))
  expect(titles).toEqual([
    '专业技术职务任职资格评审表',
    '填表说明',
    '基本情况',
    '学习培训经历',
    '工作经历',
    '任现职前主要专业技术工作业绩登记',
    '任现职后主要专业技术工作业绩登记',
    '著作、论文及重要技术报告登记',
    '考试成绩及答辩情况',
    '年度及任职期满考核结果',
    '单位推荐意见',
    '评审审批意见',
  ])
})

test('a fact that only this notice asks for has its cell, its type and its name', () => {
  expect(JSON.stringify(fill('evaluation', c).blocks)).toContain('6320元/月')
  expect(JSON.stringify(fill('evaluation', withFacts(c, { own: undefined })).blocks)).not.toContain('6320')
  const codes = (own: Record<string, string>) =>
    check(withFacts(c, { own })).map(({ severity, code, at }) => `${severity} ${code} ${at.path}`)
  expect(codes({ salary: '无' })).toEqual([])
  expect(codes({ salery: '6320元/月' })).toEqual(['error check/unknown-field own.salery'])
  const fields = c.procedure.fields.map((field) =>
    field.path === 'own.salary' ? { ...field, type: 'whole' as const } : field,
  )
  const typed = { ...c, procedure: { ...c.procedure, fields } }
  expect(check(typed).map(({ code, at }) => `${code} ${at.path}`)).toEqual(['check/not-a-whole-number own.salary'])
})

test('fees, returns, a time for filing and a contact are not asked of a notice that has none', () => {
  const { levels, returns, archiving, contact } = c.procedure.file
  expect([levels.some(({ fee }) => fee), returns, archiving, contact]).toEqual([false, undefined, undefined, undefined])
  const event = { id: 'r', on: '2024-05-20', what: 'returned', items: [{ id: 'r1', text: '封面不清晰' }] }
  const back = {
    ...c,
    stage: 'correction',
    journal: { ...c.journal, events: [...c.journal.events, event] },
  } as unknown as Case
  expect(check(back).map(({ severity, code }) => `${severity} ${code}`)).toEqual(['error returned/item-plain'])
})

// ---

function laid(form: string, of: Case = c): Laid {
  return lay(fill(form, of, { version: 'filing', snapshot: 'AB12-CD34', rows: [] }), measure)
}

function ids(list: readonly { readonly id: string }[]): string[] {
  return list.map((row) => row.id)
}

function common(a: readonly string[], b: readonly string[]): string[] {
  return a.filter((id) => b.includes(id))
}

/** Rules that find something, sorted. */
function ruleIds(of: Case): string[] {
  return [...new Set(check(of).map((finding) => finding.rule ?? finding.code))].sort()
}
