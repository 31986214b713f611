import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Change } from '../../src/model/snapshot.ts'
import { words } from '../../src/say/words/index.ts'
import { changed, difference, type Loose, procedure, sample } from './sample.ts'

/**
 * Every check of domain.md 3.2 and 9 (C01–C53) has a home: rules of the notice (each broken by its `breaks` in rules.test.ts),
 * checks of plain sense (broken here), or another part of the program with the test that breaks it.
 */
type Home = {
  readonly rules?: readonly string[]
  readonly codes?: Readonly<Record<string, (c: Loose) => void>>
  /** Test file → a text that stands in it. */
  readonly tests?: Readonly<Record<string, string>>
}

const company = '重庆样例节能技术研究院有限公司'
const remove = (id: string, part: string) => (c: Loose) => {
  c.inventory.claims = c.inventory.claims.filter((one) => one.owner.id !== id || one.part !== part)
}
const path = (from: string, to: string) => (c: Loose) => {
  Object.assign(c.inventory.files.find((one) => one.path === from) ?? {}, { path: to })
  for (const one of c.inventory.claims) if (one.path === from) Object.assign(one, { path: to })
}
const cover = 'evidence/e5a2/cover.pdf'

const homes: Readonly<Record<string, Home>> = {
  C01: { rules: ['五-三/after-grounds', '五-三/no-grounds'] },
  C02: {
    codes: {
      'check/part-missing': remove('e5a2', 'index'),
      'check/no-part': remove('a7f3', 'contract'),
      'check/part-open': remove('d2e1', 'document'),
    },
  },
  C03: {
    tests: { 'check/posted.test.ts': 'error posted/file-added', 'bundle/snapshot.test.ts': 'any one fact changed' },
  },
  C04: { rules: ['四-二-3-1/workdays', '四-二-3-1/before-submission', '四-二-3-1/result'] },
  C05: { rules: ['四-二-3-1/sheet-first', '四-二-3-1/checked-first'] },
  C06: { rules: ['二-一/seniority'], tests: { 'check/seniority.test.ts': 'principal-engineer' } },
  C07: {
    rules: ['二-一/title-after-degree', '表/work-since'],
    codes: { 'check/missing-fact': (c) => delete c.dossier.grounds.obtained },
  },
  C08: {
    codes: {
      'check/employer-differs': (c) => Object.assign(c.dossier.work[3], { employer: '重庆样例环保有限公司' }),
      'check/keeper-differs': (c) => Object.assign(c.dossier.fileKeeper, { name: '重庆样例环保有限公司' }),
      'check/grounds-level': (c) => Object.assign(c.dossier.grounds, { level: 'technician' }),
      'check/role-differs': (c) => Object.assign(c.dossier.achievements[4].role, { rank: 2 }),
      'check/year-twice': (c) => c.dossier.assessments.push({ id: 'k', year: 2021, grade: '优秀' }),
      'check/document-birth': (c) => Object.assign(c.dossier.person, { birth: '1988-03-16' }),
      'check/document-sex': (c) => Object.assign(c.dossier.person, { sex: '男' }),
      'check/document-check-digit': (c) => Object.assign(c.dossier.person.document, { number: '990000198803150026' }),
      'check/file-person': path(cover, 'evidence/e5a2/张伟_封面.pdf'),
      'check/file-year': path(cover, 'evidence/e5a2/2012年封面.pdf'),
      'check/file-unit': path(cover, 'evidence/e5a2/重庆样例热能设备有限公司封面.pdf'),
    },
    tests: { 'check/printed.test.ts': 'check/print-differs', 'templates/same-print.test.ts': '公示表' },
  },
  C09: { rules: ['四-一/employer-name', '四-一/employer-proof'] },
  C10: {
    rules: ['四-一/work-insured'],
    codes: {
      'check/work-gap': (c) => Object.assign(c.dossier.work[1], { to: '2017-10' }),
      'check/two-employers': (c) => Object.assign(c.dossier.work[0], { to: '2014-08' }),
      'check/work-before-since': (c) => Object.assign(c.dossier.person, { workSince: '2010-09' }),
      'check/insured-elsewhere': (c) => Object.assign(c.dossier.insurance[0], { employer: '重庆样例人力资源有限公司' }),
      'check/insured-twice': (c) =>
        c.dossier.insurance.push({ id: 'x', from: '2020-01', to: '2020-12', employer: '重庆样例环保有限公司' }),
      'check/owner-period': (c) => Object.assign(c.dossier.achievements[11], { owner: '重庆样例热能设备有限公司' }),
    },
  },
  C11: { rules: ['四-一-3/insured', '四-一-3/worked-here', '四-一-3/file-kept'] },
  C12: { rules: ['四-一/papers', '四-一-3/agency'] },
  C13: {
    rules: [
      ...[
        '四-一-1/employer',
        '四-一-2/employer',
        '四-一-3/employer',
        '四-一-3/army',
        '四-一-4/employer',
        '四-一-5/employer',
      ],
      ...['四-一-3/places-a', '四-一-3/places-b', '四-一-3/places-c'],
    ],
    codes: { 'check/doubtful-route': (c) => Object.assign(c.dossier, { category: 'central-branch' }) },
  },
  C14: { rules: ['四-二-2/one-a-year', '四-二-2/second-unit', '四-一/genuine'] },
  C15: { rules: ['一-五/penalty'] },
  C16: {
    rules: ['五-三/related'],
    codes: {
      'check/unknown-option': (c) => Object.assign(c.dossier.declaration.specialty, { field: 'carbon-trading' }),
      'check/field-of-other-group': (c) => Object.assign(c.dossier.declaration.specialty, { field: 'water-design' }),
    },
  },
  C17: { rules: ['四-二-3-1/assessed', '四-二-3-1/assessment-grade', '四-二-3-1/assessment-papers'] },
  C18: { rules: ['五-一/courses', '五-一/training'] },
  C19: { codes: { 'check/empty-cell': (c) => delete c.dossier.person.birthplace } },
  C20: { tests: { 'evidence/survey.test.ts': 'error empty' } },
  C21: { rules: ['四-二-3-1/work-pages'] },
  C22: {
    rules: ['四-二-3-1/paper-pages'],
    codes: { 'check/year-differs': (c) => Object.assign(c.dossier.achievements[4], { issue: '2020年第3期' }) },
  },
  C23: {
    rules: ['五-三/patent-kind', '四-二-3-1/patent-pages'],
    codes: {
      'check/owner-differs': (c) => Object.assign(c.dossier.achievements[11], { owner: '重庆样例软件有限公司' }),
      'check/number-digit': (c) => Object.assign(c.dossier.achievements[11], { number: 'ZL201910000001.8' }),
    },
  },
  C24: {
    rules: ['四-二-3-1/award-papers'],
    codes: { 'check/listed-twice': (c) => c.dossier.achievements.push({ ...c.dossier.achievements[9], id: 'zz' }) },
  },
  C25: { rules: ['四-二-3-1/standard-pages'] },
  C26: { rules: ['二-一/exceptional'] },
  C27: { rules: ['四-二-2/signed-by-hand'] },
  C28: { rules: ['四-二-5/seals'] },
  C29: { rules: ['四-二-3-1/copies-marked'] },
  C30: {
    rules: ['表/photo'],
    codes: {
      'check/photo-kind': (c) => {
        Object.assign(c.inventory.files[0] ?? {}, { path: c.dossier.person.photo })
      },
      'check/photo-lying': (c) => {
        const photo = { path: c.dossier.person.photo, kind: 'jpeg', pageSizes: [{ w: 40, h: 30 }] }
        Object.assign(c.inventory.files[0] ?? {}, photo)
      },
    },
  },
  C31: { codes: { 'check/file-large': (c) => Object.assign(c.inventory.files[0] ?? {}, { size: 30_000_000 }) } },
  C32: {
    codes: {
      'check/file-name': path(cover, 'evidence/e5a2/cover?.pdf'),
      'check/file-name-long': path(cover, `evidence/e5a2/${'封面'.repeat(50)}.pdf`),
      'check/file-name-twice': path(cover, 'evidence/e5a2/PAGES.pdf'),
    },
    tests: { 'commands/check.test.ts': 'named after an identity number' },
  },
  // Text layer, fonts and resolution of what people scan: the triage of the evidence.
  C33: { tests: { 'evidence/survey.test.ts': 'layers-fonts' } },
  // Contents and bound volume are made from the same pages, so they cannot differ; a bundle is printed from itself.
  C34: { tests: { 'commands/bundle.test.ts': 'the pages of the contents are the real ones' } },
  C35: { tests: { 'bundle/compose.test.ts': 'every page is there once, in order' } },
  C36: { tests: { 'forms/values.test.ts': 'no sensitive value stands on a posted sheet' } },
  C37: { tests: { 'lay/spill.test.ts': '附页', 'commands/parts.test.ts': 'forms/no-room' } },
  C38: { rules: ['表/title-name', '四-二-2/title'], tests: { 'check/bad-input.test.ts': 'a date in full width' } },
  C39: { rules: ['四-二-4-1/last-submission'] },
  C40: { rules: ['三-一/declared', '三-一/submitted', '三-一/posted-in-time'] },
  C41: { rules: ['四-二-5/forwarded', '四-二-5/filed'] },
  C42: { rules: ['四-二-5/export-unchanged', '四-二-5/export'] },
  C43: { rules: ['四-二-5/seals'] },
  C44: { rules: ['四-二-1/platform-admin'] },
  C45: { rules: ['二-三/within-posts', '五-一/vacancy'] },
  C46: { rules: ['二-二/language', '二-二/computer'] },
  C47: { rules: ['二-四/grounds', '二-四/next-level', '二-四/qualification-table', '二-四/certificate'] },
  C48: {
    rules: [
      'stated',
      'army-self-employed',
      'technical',
      'aid-abroad',
      'aid-regions',
      'skilled',
      'poverty-relief',
      'rural-revival',
    ].map((group) => `二-五/${group}`),
  },
  C49: { rules: ['一-五/retired'] },
  C50: { rules: ['四-一-4/insured', '四-一-4/file-kept'] },
  C51: { rules: ['三-三/paid', '五-五/fee'] },
  C52: { rules: ['四-二-3-1/originals'] },
  C53: {
    rules: [
      ...['一-一/in-post', '一-一/employer-kind', '一-一/our-city', '一-二/specialty-work', '一-二/army-title'],
      ...[
        '一-三/organ-move',
        '一-四/employed',
        '一-四/documents',
        '一-五/civil-servant',
        '一-五/retired',
        '一-五/penalty',
      ],
    ],
    codes: {
      'check/document-second-only': (c) =>
        Object.assign(c.dossier.person.document, { type: 'military-officer', number: '样例第0001号' }),
    },
  },
}

const all = Array.from({ length: 53 }, (_, index) => `C${String(index + 1).padStart(2, '0')}`)

test('every check of the domain report has a home', () => {
  expect(Object.keys(homes)).toEqual(all)
  for (const [id, home] of Object.entries(homes)) expect([id, Object.keys(home).length]).not.toEqual([id, 0])
})

test.each(all)('%s: its rules exist and each is broken by its breaks', (id) => {
  for (const name of homes[id]?.rules ?? []) {
    const rule = procedure.rules.rules.find((one) => one.id === name)
    expect([name, (rule?.breaks ?? []).length > 0]).toEqual([name, true])
  }
})

const broken = Object.entries(homes).flatMap(([id, { codes = {} }]) =>
  Object.entries(codes).map(([code, change]) => [id, code, change] as const),
)

test.each(broken)('%s: %s', (_, code, change) => {
  expect(Object.hasOwn(words, code)).toBe(true)
  expect(difference(changed(change)).more.map((one) => one.code)).toContain(code)
})

test.each(all)('%s: what another part of the program holds has a test there', (id) => {
  for (const [file, text] of Object.entries(homes[id]?.tests ?? {})) {
    const at = join(import.meta.dirname, '..', file)
    expect([file, existsSync(at)]).toEqual([file, true])
    expect(readFileSync(at, 'utf8')).toContain(text)
  }
})

test('every rule is the home of a check of the domain report or of a sentence of the notice alone', () => {
  const named = new Set(Object.values(homes).flatMap(({ rules = [] }) => rules))
  const sentences = procedure.file.sections.flatMap((section) => section.sentences.flatMap((one) => one.rules ?? []))
  expect(procedure.rules.rules.map(({ id }) => id).filter((id) => !named.has(id) && !sentences.includes(id))).toEqual(
    [],
  )
})

test('a change after the posting is the finding of C03', () => {
  const change: Change = { about: 'item', how: 'added', path: 'achievements[new]', title: company }
  const snapshot = {
    format: 'juanzong/snapshot@1',
    id: '1',
    code: 'AAAA-0001',
    takenOn: '2024-10-11',
    procedure: { id: procedure.file.id, version: procedure.file.version, hash: procedure.hash },
    facts: { path: 'dossier.yaml', sha256: '0' },
    files: [],
  } as const
  const posted = { snapshot: { ...snapshot, files: [] }, changes: [change], findings: [] }
  expect(difference({ ...sample, posted }).more.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
    'error posted/item-added',
  ])
})
