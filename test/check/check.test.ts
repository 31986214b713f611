import { expect, test } from 'vitest'
import { check, later, rulesInForce } from '../../src/check/check.ts'
import { parse } from '../../src/model/parse.ts'
import { ruleSchema } from '../../src/model/rule.ts'
import { achievementsOf, changed, difference, type Loose, procedure, sample } from './sample.ts'

const spoil = (path: string, value: unknown) => (c: Loose) => {
  const steps = path.split('.')
  const last = steps.pop() ?? ''
  const owner = steps.reduce((inner, step) => inner[step], c.dossier)
  if (value === undefined) delete owner[last]
  else owner[last] = value
}
const seen = (change: (c: Loose) => void) =>
  difference(changed(change)).more.map((one) => `${one.severity} ${one.code} ${one.at.path}`)

test.each([
  ['person.name', undefined, 'pending check/missing-fact person.name'],
  ['achievements.4.journal', undefined, 'pending check/missing-fact achievements[e5a2].journal'],
  ['achievements.4.journal', 5, undefined],
  ['declaration.specialty.group', 'energysaving', 'error check/unknown-option declaration.specialty.group'],
  ['declaration.specialty.field', 'energy-reserch', 'error check/unknown-option declaration.specialty.field'],
  ['declaration.specialty.field', 'water-design', 'error check/field-of-other-group declaration.specialty.field'],
  ['category', 'city-units', 'error check/unknown-option category'],
  ['employer.kind', 'city', 'error check/unknown-option employer.kind'],
  ['employer.place', '重庆', 'error check/unknown-option employer.place'],
  ['fileKeeper.place', 'abroad', 'error check/unknown-option fileKeeper.place'],
  ['own', { salary: '1' }, 'error check/unknown-field own.salary'],
  ['declaration.channel', 'normal', 'error check/unknown-option declaration.channel'],
  ['declaration.level', '高级工程师', 'error check/unknown-option declaration.level'],
  ['achievements.0.type', 'works', 'error check/unknown-option achievements[a7f3].type'],
  ['achievements.9.awardLevel', '省级', 'error check/unknown-option achievements[d2e1].awardLevel'],
  ['platformChecks.file', 'passed', 'error check/unknown-option platformChecks.file'],
  ['person.societies', '会'.repeat(500), 'error check/too-long person.societies'],
  ['achievements.4.jurnal', '甲', 'error check/unknown-field achievements[e5a2].jurnal'],
  ['achievements.0.amount', '约五千万', 'error check/not-a-number achievements[a7f3].amount'],
  ['achievements.11.appliedOn', '2019年6月', 'error check/not-a-date achievements[f3b6].appliedOn'],
  ['achievements.4.corresponding', '对', 'error check/not-yes-no achievements[e5a2].corresponding'],
  ['person.birth', '2025-03-15', 'error check/in-future person.birth'],
  ['achievements.0.date', '2024-11-01', 'error check/in-future achievements[a7f3].date'],
  ['declaration.declaredOn', '2024-10-28', 'error check/in-future declaration.declaredOn'],
  ['person.workSince', '1987-01', 'error check/wrong-order person.workSince'],
  ['education.0.to', '2005-06', 'error check/wrong-order education[xl1].to'],
  ['training.items.0.to', '2020-11-01', 'error check/wrong-order training.items[px1].to'],
  ['achievements.0.from', '2022-03', 'error check/wrong-order achievements[a7f3].date'],
  ['achievements.0.role.rank', 7, 'error check/rank achievements[a7f3].role.rank'],
  ['achievements.0.role.rank', 0, 'error check/rank achievements[a7f3].role.rank'],
  ['declaration.year', 2023, 'error check/declared-year declaration.declaredOn'],
  ['education.0.id', 'xl1', undefined],
])('%s = %.20s', (path, value, finding) => {
  const found = seen(spoil(path, value))
  if (finding === undefined) expect(found).toEqual([])
  else expect(found).toContain(finding)
})

test.each([
  ['category', 'city-units'],
  ['declaration.level', 'senior'],
  ['person.document.type', 'residentid'],
])('%s outside its list is said once, not by every rule that reads it', (path, value) => {
  expect(seen(spoil(path, value)).filter((one) => one.includes('rule-pending'))).toEqual([])
})

test('a specialty outside the list is offered the fields of its group, with 五（四）', () => {
  const [one] = difference(changed(spoil('declaration.specialty.field', 'energy-reserch'))).more
  expect(one?.basis).toMatchObject({ article: '五（四）' })
  expect(one?.args.options).toBe(
    'energy-research（节能技术研发）、energy-consulting（节能咨询）、energy-design（节能设计）、energy-management（节能管理）、energy-testing（节能测试）',
  )
})

test('a label in place of an id is recognised', () => {
  const [one] = difference(changed(spoil('declaration.level', '高级工程师'))).more
  expect(one?.args.options).toMatch(/^senior-engineer（高级工程师）、/)
})

test('a birth after the grounds and the grounds after today cannot be', () => {
  expect(seen(spoil('grounds.obtained', '1980-01'))).toContain('error check/wrong-order grounds.obtained')
  expect(seen(spoil('grounds.obtained', '2024-12'))).toContain('error check/in-future grounds.obtained')
})

test('an id twice is found in facts and in the journal', () => {
  expect(seen((c) => c.dossier.work.push({ ...c.dossier.work[3] }))).toEqual(['error check/duplicate-id work[gz4]'])
  expect(seen((c) => c.journal.events.push({ ...c.journal.events[3] }))).toEqual([
    `error check/duplicate-id journal[${sample.journal.events[3]?.id}]`,
  ])
})

test('an id twice among achievements and supporting papers of the same name is no trouble', () => {
  expect(seen((c) => c.dossier.achievements.push({ ...c.dossier.achievements[0], id: 'gz4' })).join()).not.toContain(
    'duplicate',
  )
})

test.each([
  ['work.1.to', '2017-10', 'work[gz3]', { from: '2017-11', to: '2017-12', months: 2 }],
  ['work.0.from', '2010-09', 'work[gz1]', { from: '2010-07', to: '2010-08', months: 2 }],
])('a gap in the work history is a note (%s)', (path, value, place, args) => {
  const { more } = difference(changed(spoil(path, value)))
  expect(more.map((one) => [one.severity, one.code, one.at.path, one.args])).toEqual([
    ['note', 'check/work-gap', place, args],
  ])
})

test('an earlier end inside another job is no gap', () => {
  const both = (c: Loose) =>
    c.dossier.work.push({ id: 'gz9', from: '2015-01', to: '2015-03', employer: '甲', post: '乙' })
  expect(seen(both).join()).not.toContain('work-gap')
})

test('study between two jobs is no gap', () => {
  const study = (c: Loose) => {
    c.dossier.work[1].to = '2015-08'
    c.dossier.education.push({ ...c.dossier.education[0], id: 'xl2', from: '2015-09', to: '2017-12' })
  }
  expect(seen(study)).toEqual([])
})

test('a category that fits two routes is 待定 with both named, and nothing else speaks of the route', () => {
  const doubtful = difference(changed(spoil('category', 'central-branch'))).more
  expect(doubtful.map((one) => `${one.severity} ${one.code}`)).toEqual(['pending check/doubtful-route'])
  expect(doubtful[0]?.args).toMatchObject({ first: '市外单位驻渝人员', second: '市属事业单位、国有企业' })
})

test('a rule that waits for a fact that is asked for anyway is said with it, once', () => {
  const { more } = difference(changed(spoil('platformAdmin', undefined)))
  expect(more).toMatchObject([
    {
      code: 'check/missing-fact',
      severity: 'pending',
      at: { path: 'platformAdmin' },
      args: { label: '是否持有职称管理员权限' },
      waiting: ['四-二-1/platform-admin'],
    },
  ])
})

test('a rule that waits for a fact that nobody asks for names the fact and its place', () => {
  const fields = procedure.fields.map((field) =>
    field.path === 'platformAdmin' ? { ...field, required: undefined } : field,
  )
  const base = { ...sample, procedure: { ...procedure, fields } }
  const { more } = difference(changed(spoil('platformAdmin', undefined), base), base)
  expect(more).toMatchObject([
    {
      code: 'check/rule-pending',
      rule: '四-二-1/platform-admin',
      severity: 'pending',
      at: { path: 'platformAdmin' },
      args: { missing: '是否持有职称管理员权限' },
    },
  ])
})

test('a rule that also waits for something else is still said for itself', () => {
  const { more } = difference(
    changed(
      all(
        spoil('grounds.obtained', undefined),
        spoil('achievements.0.date', '2018'),
        spoil('achievements.0.from', undefined),
      ),
    ),
  )
  expect(more.filter((one) => one.code === 'check/rule-pending').map((one) => one.rule)).not.toContain(
    '五-三/after-grounds',
  )
  const asked = more.find((one) => one.at.path === 'grounds.obtained')
  expect(asked?.waiting).toEqual(expect.arrayContaining(['二-一/seniority', '五-三/after-grounds']))
})

test('a partial date that may fall on either side waits', () => {
  const { more } = difference(
    changed(all(spoil('achievements.0.date', '2018'), spoil('achievements.0.from', undefined))),
  )
  expect(more.map((one) => `${one.severity} ${one.rule} ${one.args.missing}`)).toEqual([
    'pending 五-三/after-grounds 取得时间（须具体到日）、时间（须具体到日）',
  ])
})

test('the platform’s “unknown” is an unknown fact', () => {
  expect(seen(spoil('platformChecks.identity', 'unknown'))).toEqual([
    'pending check/missing-fact platformChecks.identity',
  ])
})

test('a rule speaks from its stage on; before, it is among what is still to do', () => {
  const draft = changed((c) => {
    c.stage = 'draft'
    c.dossier.declaration.integrityPledge = false
    c.dossier.standing.civilServant = true
  })
  expect(check(draft).map((one) => one.rule)).toEqual(['一-五/civil-servant'])
  expect(later(draft).map((one) => one.rule)).toContain('四-二-2/pledge')
  expect(later(draft).map((one) => one.rule)).not.toContain('一-五/civil-servant')
})

test('rules follow the day of declaration, and the first window until it is stated', () => {
  const rules = procedure.rules.rules.map((rule) =>
    rule.id === '四-二-1/platform-admin' ? { ...rule, from: '2024-10-12', until: '2024-10-20' } : rule,
  )
  const dated = { ...sample, procedure: { ...procedure, rules: { ...procedure.rules, rules } } }
  const on = (day: string | undefined) =>
    rulesInForce(changed(spoil('declaration.declaredOn', day), dated)).some(
      (rule) => rule.id === '四-二-1/platform-admin',
    )
  expect(['2024-10-11', '2024-10-12', '2024-10-20', '2024-10-21', undefined].map(on)).toEqual([
    false,
    true,
    true,
    false,
    false,
  ])
})

test('today decides only what is due', () => {
  const years = ['2024-10-25', '2031-01-01'].map((today) => changed((c) => Object.assign(c, { today })))
  expect(years.map((c) => check(c).filter((one) => one.code.startsWith('rule/')))).toEqual([[], []])
})

const judged = (answer: string, place?: string) => (c: Loose) =>
  c.journal.events.push({
    id: `j-${answer}`,
    on: '2024-10-23',
    by: '周样例',
    what: 'judged',
    rule: '二-一/clause',
    place,
    answer,
  })

test.each([
  ['yes', undefined, []],
  ['yes', 'a7f3', []],
  ['yes', 'achievements[a7f3].clause', []],
  ['yes', 'b2c8', ['person']],
  ['no', 'a7f3', ['person']],
])('judged %s at %s leaves %j', (answer, place, severities) => {
  const c = changed(all(spoil('achievements.0.clause', '无'), judged(answer, place)))
  expect(difference(c).more.map((one) => one.severity)).toEqual(severities)
})

test('a judgement that was corrected does not count', () => {
  const taken = (c: Loose) =>
    c.journal.events.push({ id: 'j2', on: '2024-10-24', what: 'judged', rule: '其他', answer: 'no', corrects: 'j-yes' })
  const c = changed(all(spoil('achievements.0.clause', '无'), judged('yes'), taken))
  expect(difference(c).more.map((one) => one.severity)).toEqual(['person'])
})

test('a verified 人工核验 item that a person answered with no is an error; an error cannot be judged away', () => {
  const posts = all(spoil('employer.postsManaged', true), spoil('employer.withinPosts', false))
  const event = (rule: string, answer: string) => (c: Loose) =>
    c.journal.events.push({ id: 'j', on: '2024-10-23', what: 'judged', rule, answer })
  const severity = (...changes: ((c: Loose) => void)[]) =>
    difference(changed(all(...changes))).more.map((one) => one.severity)
  expect(severity(posts)).toEqual(['person'])
  expect(severity(posts, event('二-三/within-posts', 'no'))).toEqual(['error'])
  expect(severity(posts, event('二-三/within-posts', 'yes'))).toEqual([])
  expect(severity(spoil('platformAdmin', true), event('四-二-1/platform-admin', 'yes'))).toEqual(['error'])
})

test('a rule on an unverified basis never blocks, unless it is arithmetic', () => {
  const made = (extra: object) => {
    const basis = { title: '样例文件', verified: '否' }
    const tree = {
      id: '样例/one',
      stage: 'draft',
      severity: 'error',
      need: { equals: ['platformAdmin', '是'] },
      say: '甲',
      fix: '乙',
      basis,
      ...extra,
    }
    const rule = parse(ruleSchema, tree)
    if (!rule.ok) throw new Error(JSON.stringify(rule.issues))
    return check({ ...sample, procedure: { ...procedure, rules: { ...procedure.rules, rules: [rule.value] } } })
  }
  expect(made({}).map((one) => [one.severity, one.verified])).toEqual([['person', false]])
  expect(made({ arithmetic: 'sum' }).map((one) => one.severity)).toEqual(['error'])
})

test('a broken condition is refused with the rule’s name', () => {
  const [first] = procedure.rules.rules
  const rules = { ...procedure.rules, rules: first ? [{ ...first, need: { hsa: 'x' } }] : [] }
  expect(() => check({ ...sample, procedure: { ...procedure, rules } })).toThrow('check/bad-rule')
})

test('arguments are labels, not ids', () => {
  const { more } = difference(changed(spoil('employer.kind', 'district-enterprise')))
  expect(more[0]?.args).toEqual({ category: '市属事业单位、国有企业人员', 'employer.kind': '区县属国有企业' })
})

test('a fact of the journal is named where a fact of the dossier would be pointed at', () => {
  const { more } = difference(
    changed((c) => {
      c.journal.events.find((one) => one.what === 'posted').until = '2024-10-16'
    }),
  )
  expect(more.map((one) => one.at)).toEqual([{ path: 'posting.on', label: '公示起始日', labelEn: 'posted on' }])
})

test('findings are sorted by stage, severity and place', () => {
  const found = check(
    changed(
      all(spoil('person.photo', '无'), spoil('platformAdmin', true), spoil('employer.genuine', false), (c) => {
        c.inventory.claims = c.inventory.claims.filter((one) => one.owner.id !== 'photo')
      }),
    ),
  )
  expect(found.map((one) => `${one.stage} ${one.severity}`)).toEqual(['draft error', 'submit error', 'submit note'])
})

test('sensitive values are masked wherever a rule quotes them', () => {
  const rule = procedure.rules.rules.find((one) => one.id === '四-二-1/platform-admin')
  const say = { zh: '{person.document.number} {person.contact.mobile} {achievements}' }
  const rules = { ...procedure.rules, rules: rule ? [{ ...rule, say }] : [] }
  const c = { ...changed(spoil('platformAdmin', true)), procedure: { ...procedure, rules } }
  const [one] = check(c)
  expect(one?.args['person.document.number']).toBe('990000********0025')
  expect(one?.args['person.contact.mobile']).toBe('138****0000')
})

test('an empty dossier is checked through: pending everywhere, no error', () => {
  const empty = changed((c) => {
    c.dossier = { format: 'juanzong/dossier@1', procedure: 'x' }
    c.journal.events = []
    c.unit = {}
    c.inventory = { claims: [], none: [], files: [] }
  })
  const severities = new Set(check({ ...empty, unit: undefined, stage: 'archived' }).map((one) => one.severity))
  expect(severities.has('pending')).toBe(true)
  expect(check({ ...empty, unit: undefined, stage: 'draft' }).filter((one) => one.severity === 'error')).toEqual([])
})

test('the sample has all nine kinds', () => {
  expect(new Set(achievementsOf(sample).map((one) => one.type)).size).toBe(9)
})

// ---

function all(...changes: ((c: Loose) => void)[]) {
  return (c: Loose) => {
    for (const change of changes) change(c)
  }
}
