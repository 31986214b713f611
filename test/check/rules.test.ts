import { expect, test } from 'vitest'
import { placeholders } from '../../src/check/args.ts'
import { changed, claim, difference, file, type Loose, procedure, sample } from './sample.ts'

/**
 * Each rule once: `base` brings the sample to where the rule applies and holds, `change` breaks one thing; exactly that rule's
 * finding appears. `severity` is what a person then sees.
 */
type Break = {
  readonly rule: string
  readonly severity: 'error' | 'pending' | 'person' | 'note'
  readonly base?: (c: Loose) => void
  readonly change: (c: Loose) => void
  readonly places?: number
}

const paper = (id: string) => (c: Loose) => {
  const one = claim('supporting', id, id)
  c.inventory.claims.push(one)
  c.inventory.files.push(file(one.path))
}
const noPaper = (id: string) => (c: Loose) => {
  c.inventory.claims = c.inventory.claims.filter((one) => one.owner.id !== id)
}
const all =
  (...changes: ((c: Loose) => void)[]) =>
  (c: Loose) => {
    for (const change of changes) change(c)
  }
const category = (id: string, kind: string, unit: string, keeper: string) => (c: Loose) => {
  c.dossier.category = id
  c.dossier.employer.kind = kind
  c.dossier.employer.place = unit
  c.dossier.fileKeeper = { kind: 'agency', name: '样例区人才服务中心', place: keeper, since: '2014-04' }
}
const route = {
  R3a: category('non-public-here', 'non-public', 'chongqing', 'chongqing'),
  R3b: all(category('non-public-file-elsewhere', 'non-public', 'chongqing', 'elsewhere'), paper('file-search')),
  R3c: category('non-public-unit-elsewhere', 'non-public', 'elsewhere', 'chongqing'),
  R4: all(category('freelance', 'none', 'chongqing', 'chongqing'), (c) => {
    c.dossier.employer.name = '无'
  }),
  R5: all(category('outside-unit', 'outside', 'chongqing', 'elsewhere'), paper('entrust-letter')),
}
const army = (c: Loose) => {
  c.dossier.standing.armyTransfer = 'self-employed'
  c.dossier.grounds.kind = 'army-title'
  paper('army-documents')(c)
}
const organ = (c: Loose) => {
  c.dossier.declaration.channel = 'organ-move'
  c.dossier.standing.movedFromOrgan = true
  c.dossier.grounds = { ...c.dossier.grounds, kind: 'none', name: '无', level: '无', obtained: '无' }
  paper('organ-transfer')(c)
}
const qualification = (c: Loose) => {
  c.dossier.declaration.channel = 'qualification'
  c.dossier.grounds.kind = 'qualification'
  paper('qualification-certificate')(c)
}
const abroad = (type: string, number: string) => (c: Loose) => {
  c.dossier.person.document = { type, number, validUntil: '2036-05-20' }
}
const group = (id: string) =>
  all(paper('group-proof'), (c) => {
    c.dossier.standing.groups = [{ id: 'q1', group: id, from: '2019-01-01', to: '2020-06-30', unit: '样例县' }]
    c.dossier.standing.armyTransfer = id === 'army-self-employed' ? 'self-employed' : '无'
  })
const event = (one: Record<string, unknown>) => (c: Loose) => {
  c.journal.events.push({ id: `${one.what}-${one.on}`, ...one })
}
const submitted = event({ what: 'submitted', on: '2024-10-24', count: 1 })
const stage = (id: Loose['stage']) => (c: Loose) => {
  c.stage = id
}
const today = (day: string) => (c: Loose) => {
  c.today = day
}
const confirmed = all(
  submitted,
  event({ what: 'paid', on: '2024-11-13', amount: 420 }),
  event({ what: 'confirmed', on: '2025-01-10' }),
  event({ what: 'forwarded', on: '2025-01-20' }),
  event({ what: 'filed', on: '2025-01-24', copy: 'personnel' }),
  event({ what: 'filed', on: '2025-01-25', copy: 'document' }),
  paper('platform-review'),
  stage('confirmed'),
  today('2025-03-01'),
)
const fact = (path: string, value: unknown) => (c: Loose) => {
  const steps = path.split('.')
  const last = steps.pop() ?? ''
  const owner = steps.reduce((inner, step) => inner[step], c.dossier)
  owner[last] = value
}
const posted = (key: string, value: unknown) => (c: Loose) => {
  const last = c.journal.events.find((one) => one.what === 'posted')
  last[key] = value
}
const ended = (key: string, value: unknown) => (c: Loose) => {
  const last = c.journal.events.find((one) => one.what === 'posting-ended')
  last[key] = value
}
const drop = (what: string) => (c: Loose) => {
  c.journal.events = c.journal.events.filter((one) => one.what !== what)
}
const platform = (item: string) => fact(`platformChecks.${item}`, 'failed')

const table: readonly Break[] = [
  { rule: '一-一/in-post', severity: 'error', change: fact('standing.inPost', false) },
  {
    rule: '一-一/employer-kind',
    severity: 'error',
    base: category('mobile-here', 'city-enterprise', 'chongqing', 'chongqing'),
    change: fact('employer.kind', 'organ'),
  },
  {
    rule: '一-一/our-city',
    severity: 'error',
    base: fact('fileKeeper.place', 'elsewhere'),
    change: fact('employer.place', 'elsewhere'),
  },
  { rule: '一-二/specialty-work', severity: 'error', base: route.R4, change: fact('declaration.specialtySince', '无') },
  { rule: '一-二/army-title', severity: 'person', base: army, change: fact('standing.armyTransfer', 'placed') },
  { rule: '一-二/army-papers', severity: 'person', base: army, change: noPaper('army-documents') },
  { rule: '一-三/organ-move', severity: 'error', base: organ, change: fact('standing.movedFromOrgan', false) },
  { rule: '一-三/organ-papers', severity: 'person', base: organ, change: noPaper('organ-transfer') },
  {
    rule: '一-四/employed',
    severity: 'error',
    base: abroad('hm-travel-permit', 'H00000000'),
    change: fact('standing.inPost', false),
  },
  {
    rule: '一-四/documents',
    severity: 'pending',
    base: all(abroad('passport', 'AB0000000'), (c) => {
      c.dossier.person.otherDocuments = [{ type: 'overseas-talent-permit', number: '样例第0001号' }]
    }),
    change: fact('person.otherDocuments', '无'),
  },
  { rule: '一-五/civil-servant', severity: 'error', change: fact('standing.civilServant', true) },
  { rule: '一-五/retired', severity: 'error', change: fact('standing.retiredOn', '2024-10-01') },
  {
    rule: '一-五/penalty',
    severity: 'error',
    base: fact('standing.penalties', [{ id: 'p1', kind: '样例影响期', from: '2022-01-01', to: '2023-01-01' }]),
    change: fact('standing.penalties.0.to', '2024-12-31'),
  },
  { rule: '二-一/seniority', severity: 'person', change: fact('education.0.level', '大学专科') },
  { rule: '二-一/clause', severity: 'person', change: fact('achievements.0.clause', '无') },
  { rule: '二-一/education-papers', severity: 'person', change: noPaper('education-certificates') },
  {
    rule: '二-一/exceptional',
    severity: 'person',
    base: all(fact('declaration.exceptional', true), paper('recommendation-letters'), (c) => {
      c.dossier.recommenders = [1, 2].map((n) => ({ id: `r${n}`, name: `专家${n}`, title: '正高级工程师' }))
    }),
    change: fact('recommenders.1.title', '高级工程师'),
  },
  {
    rule: '二-二/language',
    severity: 'person',
    base: (c) => {
      c.dossier.examinations.foreignLanguage = '合格'
      c.unit.requires.foreignLanguage = true
    },
    change: fact('examinations.foreignLanguage', '无'),
  },
  {
    rule: '二-二/computer',
    severity: 'person',
    base: (c) => {
      c.dossier.examinations.computer = '合格'
      c.unit.requires.computer = true
    },
    change: fact('examinations.computer', '无'),
  },
  {
    rule: '二-三/within-posts',
    severity: 'person',
    base: all(fact('employer.postsManaged', true), fact('employer.withinPosts', true)),
    change: fact('employer.withinPosts', false),
  },
  { rule: '二-四/grounds', severity: 'error', change: fact('declaration.channel', 'qualification') },
  {
    rule: '二-四/next-level',
    severity: 'error',
    base: all(qualification, fact('declaration.exceptional', true)),
    change: fact('grounds.level', 'assistant-engineer'),
  },
  {
    rule: '二-四/qualification-table',
    severity: 'person',
    base: paper('qualification-certificate'),
    change: fact('grounds.kind', 'qualification'),
  },
  { rule: '二-四/certificate', severity: 'error', base: qualification, change: noPaper('qualification-certificate') },
  {
    rule: '二-五/stated',
    severity: 'person',
    base: all(group('technical'), fact('declaration.channel', 'groups')),
    change: fact('standing.groups', '无'),
  },
  ...['army-self-employed', 'technical', 'aid-abroad', 'aid-regions', 'skilled', 'poverty-relief', 'rural-revival'].map(
    (id): Break => ({ rule: `二-五/${id}`, severity: 'person', base: group(id), change: noPaper('group-proof') }),
  ),
  {
    rule: '二-五/poverty-relief',
    severity: 'person',
    base: group('poverty-relief'),
    change: fact('standing.groups.0.to', '2019-12-30'),
  },
  {
    rule: '二-五/rural-revival',
    severity: 'person',
    base: group('rural-revival'),
    change: fact('standing.groups.0.to', '2019-12-30'),
  },
  { rule: '三-一/declared', severity: 'error', change: fact('declaration.declaredOn', '2024-10-09') },
  {
    rule: '三-一/posted-in-time',
    severity: 'person',
    base: all(posted('on', '2024-10-21'), posted('until', '2024-10-30'), today('2024-11-01')),
    change: posted('on', '2024-10-22'),
  },
  {
    rule: '三-一/submitted',
    severity: 'person',
    base: submitted,
    change: all(drop('submitted'), event({ what: 'submitted', on: '2024-10-30', count: 1 })),
  },
  {
    rule: '三-三/paid',
    severity: 'note',
    base: confirmed,
    change: all(drop('paid'), event({ what: 'paid', on: '2024-11-18', amount: 420 })),
  },
  { rule: '四-一/genuine', severity: 'error', change: fact('employer.genuine', false) },
  {
    rule: '四-一/employer-name',
    severity: 'error',
    base: (c) => {
      c.unit.name = '重庆样例节能技术研究院有限公司'
    },
    change: (c) => {
      c.unit.name = '重庆样例节能技术研究院有限公司渝北分公司'
    },
  },
  {
    rule: '四-一/employer-proof',
    severity: 'person',
    base: paper('employer-proof'),
    change: (c) => {
      c.unit.name = '重庆样例节能技术研究院有限公司渝北分公司'
    },
  },
  { rule: '四-一/work-insured', severity: 'person', change: fact('insurance.0.to', '2014-02') },
  { rule: '四-一/papers', severity: 'error', base: route.R3b, change: noPaper('file-search') },
  { rule: '四-一/papers', severity: 'error', base: route.R5, change: noPaper('entrust-letter') },
  { rule: '四-一-1/employer', severity: 'error', change: fact('employer.kind', 'district-enterprise') },
  {
    rule: '四-一-2/employer',
    severity: 'error',
    base: all(fact('category', 'district-unit'), fact('employer.kind', 'district-enterprise')),
    change: fact('employer.kind', 'city-enterprise'),
  },
  { rule: '四-一-3/employer', severity: 'error', base: route.R3a, change: fact('employer.kind', 'city-enterprise') },
  {
    rule: '四-一-3/army',
    severity: 'error',
    base: all(
      category('army-here', 'non-public', 'chongqing', 'chongqing'),
      fact('standing.armyTransfer', 'self-employed'),
    ),
    change: fact('standing.armyTransfer', 'placed'),
  },
  { rule: '四-一-3/places-a', severity: 'error', base: route.R3a, change: fact('fileKeeper.place', 'elsewhere') },
  { rule: '四-一-3/places-b', severity: 'error', base: route.R3b, change: fact('fileKeeper.place', 'chongqing') },
  { rule: '四-一-3/places-c', severity: 'error', base: route.R3c, change: fact('employer.place', 'chongqing') },
  { rule: '四-一-3/agency', severity: 'person', base: route.R3a, change: fact('fileKeeper.kind', 'employer') },
  {
    rule: '四-一-3/insured',
    severity: 'error',
    base: all(route.R3a, paper('explanation')),
    change: fact('insurance', [{ id: 's', from: '2023-12', to: '至今', employer: '甲', place: '成都市' }]),
  },
  {
    rule: '四-一-3/worked-here',
    severity: 'error',
    base: all(route.R3b, paper('explanation')),
    change: fact('insurance', [{ id: 's', from: '2014-04', to: '至今', employer: '甲', place: '成都市' }]),
  },
  { rule: '四-一-3/file-kept', severity: 'error', base: route.R3c, change: fact('fileKeeper.since', '2023-11') },
  { rule: '四-一-4/employer', severity: 'error', base: route.R4, change: fact('employer.kind', 'non-public') },
  {
    rule: '四-一-4/insured',
    severity: 'error',
    base: all(route.R4, paper('explanation')),
    change: fact('insurance', [{ id: 's', from: '2023-12', to: '至今', employer: '甲', place: '重庆市渝北区' }]),
  },
  { rule: '四-一-4/file-kept', severity: 'person', base: route.R4, change: fact('fileKeeper.since', '2023-11') },
  { rule: '四-一-5/employer', severity: 'error', base: route.R5, change: fact('employer.kind', 'non-public') },
  { rule: '四-二-1/platform-admin', severity: 'error', change: fact('platformAdmin', true) },
  {
    rule: '四-二-2/one-a-year',
    severity: 'error',
    change: all(fact('applications.0.year', 2024), fact('applications.0.result', 'failed')),
  },
  {
    rule: '四-二-2/second-unit',
    severity: 'person',
    base: all(
      fact('applications.0.year', 2024),
      fact('applications.0.channel', 'green'),
      fact('applications.0.result', 'failed'),
    ),
    change: fact('applications.0.unit', '重庆样例热能设备有限公司'),
  },
  { rule: '四-二-2/pledge', severity: 'error', change: fact('declaration.integrityPledge', false) },
  { rule: '四-二-2/title', severity: 'error', change: fact('declaration.title', '副高级工程师') },
  { rule: '四-二-3-1/places', severity: 'error', change: posted('places', []) },
  { rule: '四-二-3-1/workdays', severity: 'error', change: posted('until', '2024-10-16') },
  { rule: '四-二-3-1/result', severity: 'error', change: ended('result', 'upheld') },
  {
    rule: '四-二-3-1/before-submission',
    severity: 'error',
    base: submitted,
    change: all(drop('submitted'), event({ what: 'submitted', on: '2024-10-18', count: 1 })),
  },
  {
    rule: '四-二-3-1/originals',
    severity: 'pending',
    change: (c) => {
      delete c.journal.events.find((one) => one.what === 'originals-checked').by
    },
  },
  {
    rule: '四-二-3-1/recommended',
    severity: 'error',
    change: (c) => {
      c.journal.events.find((one) => one.what === 'recommended').result = 'not-recommended'
    },
  },
  {
    rule: '四-二-3-1/assessed',
    severity: 'note',
    change: (c) => {
      c.dossier.assessments = c.dossier.assessments.filter((one: { year: number }) => one.year !== 2021)
    },
  },
  { rule: '四-二-3-1/assessment-grade', severity: 'person', change: fact('assessments.2.grade', '不合格') },
  {
    rule: '四-二-4-1/last-submission',
    severity: 'note',
    base: all(submitted, stage('correction')),
    change: event({ what: 'submitted', on: '2024-10-25', count: 2 }),
  },
  {
    rule: '四-二-4-1/deadline',
    severity: 'error',
    base: all(
      submitted,
      event({ what: 'returned', on: '2024-11-01', deadline: '2024-11-06', items: [] }),
      stage('correction'),
      today('2024-11-06'),
    ),
    change: today('2024-11-07'),
  },
  {
    rule: '四-二-5/forwarded',
    severity: 'note',
    base: confirmed,
    change: all(drop('forwarded'), event({ what: 'forwarded', on: '2025-02-11' })),
  },
  { rule: '四-二-5/filed', severity: 'note', base: confirmed, change: (c) => c.journal.events.pop() },
  { rule: '四-二-5/export', severity: 'note', base: confirmed, change: noPaper('platform-review') },
  { rule: '五-一/identity', severity: 'error', change: platform('identity') },
  { rule: '五-一/insurance', severity: 'error', base: noPaper('social-insurance'), change: platform('insurance') },
  { rule: '五-一/file-keeper', severity: 'error', change: platform('file-keeper') },
  { rule: '五-一/title', severity: 'error', base: noPaper('title-certificate'), change: platform('title') },
  { rule: '五-一/training', severity: 'error', base: noPaper('continuing-education'), change: platform('training') },
  {
    rule: '五-一/vacancy',
    severity: 'error',
    base: fact('employer.kind', 'city-institution'),
    change: platform('vacancy'),
  },
  { rule: '五-一/courses', severity: 'note', change: fact('training.professionalCourses', '无') },
  {
    rule: '五-三/after-grounds',
    severity: 'error',
    change: all(fact('achievements.0.from', '2017-03'), fact('achievements.0.date', '2018-11-26')),
  },
  {
    rule: '五-三/no-grounds',
    severity: 'person',
    base: all(fact('declaration.exceptional', true), paper('recommendation-letters'), (c) => {
      c.dossier.recommenders = [1, 2].map((n) => ({ id: `r${n}`, name: `专家${n}`, title: '正高级工程师' }))
    }),
    change: fact('grounds.kind', 'none'),
  },
  { rule: '五-三/related', severity: 'error', change: fact('achievements.3.related', false) },
  {
    rule: '五-五/fee',
    severity: 'person',
    base: confirmed,
    change: all(drop('paid'), event({ what: 'paid', on: '2024-11-13', amount: 240 })),
  },
  {
    rule: '表/photo',
    severity: 'note',
    base: noPaper('photo'),
    change: fact('person.photo', '无'),
  },
]

test.each(table.map((row, index) => ({ name: `${row.rule} #${index}`, ...row })))(
  '$name',
  ({ rule, severity, base, change }) => {
    const from = base ? changed(base) : sample
    const { more } = difference(changed(change, from), from)
    expect(more.map((one) => ({ rule: one.rule ?? one.code, severity: one.severity }))).toEqual([{ rule, severity }])
  },
)

test.each(table.filter((row) => row.severity !== 'pending' || row.rule === '一-四/documents'))(
  '$rule prints no blank in its sentence',
  ({ rule, base, change }) => {
    const from = base ? changed(base) : sample
    const [one] = difference(changed(change, from), from).more
    const own = procedure.rules.rules.find((candidate) => candidate.id === rule)
    const wanted = [own?.say, own?.fix, own?.otherReading].flatMap((text) => (text ? placeholders(text) : []))
    expect(wanted.filter((path) => one?.args[path] === undefined)).toEqual([])
  },
)

test('every rule of the procedure is broken once', () => {
  const broken = new Set(table.map((row) => row.rule))
  expect(procedure.rules.rules.map((rule) => rule.id).filter((id) => !broken.has(id))).toEqual([])
})
