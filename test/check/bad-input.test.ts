import { Buffer } from 'node:buffer'
import { expect, test } from 'vitest'
import { check, later } from '../../src/check/check.ts'
import { lintProcedure } from '../../src/check/lint.ts'
import { readYaml } from '../../src/disk/yaml.ts'
import { openHere } from '../../src/evidence/opener.ts'
import { survey } from '../../src/evidence/survey.ts'
import { dossierSchema } from '../../src/model/dossier.ts'
import { Refusal } from '../../src/model/finding.ts'
import { openPdfium } from '../../src/pdfium/pdfium.ts'
import { words } from '../../src/say/words/index.ts'
import { changed, claim, difference, file, type Loose, procedure, sample } from './sample.ts'

/** What bad input gets (issue 3): a finding or a refusal with its place and a remedy, never an exception. */
const dossier = (lines: string) => `format: juanzong/dossier@1\nprocedure: chongqing-green-low-carbon-2024\n${lines}`
const read = (lines: string) => readYaml(dossierSchema, Buffer.from(dossier(lines)), 'dossier.yaml')
const refused = (lines: string) => {
  try {
    read(lines)
  } catch (error) {
    if (error instanceof Refusal) return error.findings
    throw error
  }
  return []
}
const seen = (change: (c: Loose) => void) =>
  difference(changed(change)).more.map((one) => `${one.severity} ${one.code} ${one.at.path ?? one.at.file}`)

test.each([
  ['a day that does not exist', 'person: { birth: 2023-02-30 }', 3],
  ['29 February of another year', 'grounds: { obtained: 2023-02-29 }', 3],
  ['a thirteenth month', 'work:\n  - { id: a, from: 2020-13 }', 4],
  ['day and month the other way round', 'person: { birth: 15-03-1988 }', 3],
  ['a date in words', 'person: { birth: 1988年3月15日 }', 3],
  ['a date in full width', 'person: { birth: ２０２３-０５-１８ }', 3],
  ['an unknown fact', 'person: { nmae: 林样例 }', 3],
  ['a group where a text belongs', 'person: { name: { first: 林 } }', 3],
  ['a list where a group belongs', 'person: []', 3],
  ['an empty name', 'person: { name: "" }', 3],
])('%s is refused at its line with a remedy', (_, lines, line) => {
  const [one, ...rest] = refused(lines)
  expect(rest).toEqual([])
  expect(one?.at).toMatchObject({ file: 'dossier.yaml', line })
  expect(words[one?.code ?? '']?.fix.zh).toMatch(/./)
})

test.each(['2024-02-29', '2023-05', '2023', '1988-03-15'])('%s is a date', (day) => {
  expect(refused(`person: { birth: ${day} }`)).toEqual([])
})

test('every problem of a file is told in the one run', () => {
  expect(
    refused('person: { birth: 2023-02-30, workSince: 2020-13 }\nplatformAdmin: 也许').map((one) => one.at.path),
  ).toEqual(['person.birth', 'person.workSince', 'platformAdmin'])
})

const number = (text: string) => (c: Loose) => {
  c.dossier.person.document.number = text
}
test.each([
  ['９９０００0198803150025', 'check/document-full-width'],
  ['990000 19880315 0025', 'check/document-blank'],
  ['99000019880315004x', 'check/document-lower-x'],
  ['99000019880230002X', 'check/document'],
  ['99000019880315002', 'check/document-shape'],
  ['𠮷𠮷', 'check/document-shape'],
  ['', 'check/document-shape'],
])('the document number “%s” is told, masked', (text, code) => {
  const found = difference(changed(number(text))).more
  expect(found.map((one) => one.code).join()).toContain(code)
  expect(found.every((one) => one.at.path === 'person.document.number')).toBe(true)
  if (text.length > 12) expect(JSON.stringify(found)).not.toContain(text)
})

test.each(['阿卜杜拉·买买提', '阿卜杜拉•买买提', '阿卜杜拉・买买提', '阿卜杜拉‧买买提', '𠮷样例', '林㐂', '㼆𪚥'])(
  'the name %s passes, and is one name with any of the dots',
  (name) => {
    const named = changed((c) => {
      c.dossier.person.name = name
      c.dossier.achievements[11].owner = name.replace(/[·•・‧]/, '·')
    })
    expect(difference(named).more).toEqual([])
    expect(refused(`person: { name: ${name} }`)).toEqual([])
  },
)

test('a birth in the future, and one on the day of the check', () => {
  const born = (day: string) => (c: Loose) => {
    c.dossier.person.birth = day
  }
  expect(seen(born('2024-10-26'))).toContain('error check/in-future person.birth')
  expect(seen(born('2024-10-25')).join()).not.toContain('in-future')
})

test.each([
  ['two births', number('990000198803160027'), 'check/document-birth'],
  ['work before birth', (c: Loose) => Object.assign(c.dossier.person, { workSince: '1988-02' }), 'check/wrong-order'],
  [
    'an end before its start',
    (c: Loose) => Object.assign(c.dossier.work[0], { from: '2014-03', to: '2010-07' }),
    'check/wrong-order',
  ],
  ['rank 9 of 4', (c: Loose) => Object.assign(c.dossier.achievements[4].role, { rank: 9, of: 4 }), 'check/rank'],
  ['another year', (c: Loose) => Object.assign(c.dossier.declaration, { year: 2023 }), 'check/declared-year'],
  ['another level', (c: Loose) => Object.assign(c.dossier.grounds, { level: 'technician' }), 'check/grounds-level'],
  [
    'another employer',
    (c: Loose) => Object.assign(c.dossier.work[3], { employer: '重庆样例环保有限公司' }),
    'check/employer-differs',
  ],
])('facts that contradict each other (%s) are an error with place and remedy', (_, change, code) => {
  const one = difference(changed(change)).more.find((finding) => finding.code === code)
  expect(one?.severity).toBe('error')
  expect(one?.at.path).toMatch(/./)
  expect(words[code]?.fix.zh).toMatch(/./)
})

test.each([
  ['a list where facts give a text', { work: '无', education: '不适用', achievements: '无', insurance: '无' }],
  ['empty lists', { work: [], education: [], achievements: [], insurance: [], assessments: [], applications: [] }],
  [
    'items with nothing but an id',
    { work: [{ id: 'a' }], education: [{ id: 'b' }], achievements: [{ id: 'c', type: 'x' }] },
  ],
  ['every group empty', { person: {}, employer: {}, grounds: {}, declaration: {}, standing: {}, fileKeeper: {} }],
  ['stated where a group has facts', { grounds: { kind: 'none', name: '无', level: '无', obtained: '无' } }],
  ['ends that are stated', { work: [{ id: 'a', from: '2020', to: '至今' }], education: [{ id: 'b', to: '无' }] }],
])('%s: checked through at every stage', (_, facts) => {
  for (const stage of ['draft', 'posting', 'submit', 'correction', 'confirmed', 'archived'] as const) {
    const c = changed((one) => {
      Object.assign(one.dossier, facts)
      one.stage = stage
    })
    expect([...check(c), ...later(c)].every((one) => words[one.code] || one.code.startsWith('rule/'))).toBe(true)
  }
})

test('an empty evidence file is an error at the file', async () => {
  const path = 'evidence/邀请函.pdf'
  const empty = [{ path, read: () => Promise.resolve(new Uint8Array()) }]
  const inventory = await survey(empty, sample.dossier, procedure.kinds, openHere(await openPdfium()))
  const findings = check({ ...sample, inventory }).filter((one) => one.at.file === path)
  expect(findings.map((one) => `${one.severity} ${one.code}`)).toEqual(['error evidence/empty'])
  expect(words['evidence/empty']?.fix.zh).toMatch(/./)
})

test('10 000 achievements are looked at a fixed number of times each', () => {
  const reads = (count: number) => {
    let total = 0
    const c = changed((one) => {
      const first = one.dossier.achievements[0]
      one.dossier.achievements = Array.from({ length: count }, (_, index) => ({
        ...first,
        id: `w${index}`,
        title: `项目${index}`,
      }))
      one.inventory.claims = one.dossier.achievements.map(({ id }: { id: string }) =>
        claim('achievement', id, 'contract'),
      )
      one.inventory.files = one.inventory.claims.map(({ path }) => file(path))
    })
    const looked = (target: object, key: string | symbol): unknown => {
      total += 1
      return Reflect.get(target, key)
    }
    const counted = <T extends object>(list: readonly T[]): T[] =>
      list.map((item): T => new Proxy<T>(item, { get: looked }))
    const { inventory } = c
    const files = counted(inventory.files)
    check({ ...c, inventory: { ...inventory, claims: counted(inventory.claims), files } })
    return total
  }
  const [few, many] = [reads(100), reads(1000)]
  expect(many).toBeLessThan(few * 15)
})

const withRule = (change: object) => {
  const [first, ...rest] = procedure.rules.rules
  const rules = {
    ...procedure.rules,
    rules: [{ ...first, ...change } as (typeof procedure.rules.rules)[number], ...rest],
  }
  return { ...sample, procedure: { ...procedure, rules } }
}

test.each([
  ['an unknown word', { need: { equls: ['standing.inPost', '是'] } }, 'lint/unknown-word', 'equals'],
  ['an unknown path', { need: { equals: ['standing.inPots', '是'] } }, 'lint/unknown-path', 'standing.inPost'],
])(
  '%s in a rule file: lint names place, nearest and remedy, the check never throws anything else',
  (_, change, code, near) => {
    const c = withRule(change)
    const one = lintProcedure(c.procedure).find((finding) => finding.code === code)
    expect(one?.at).toMatchObject({ file: 'rules.yaml', path: expect.stringContaining('need') })
    expect(one?.args.nearest).toBe(near)
    expect(words[code]?.fix.zh).toMatch(/./)
    try {
      expect(check(c).every((finding) => finding.severity !== 'error')).toBe(true)
    } catch (error) {
      expect(error).toMatchObject({ code: 'check/bad-rule', exit: 3 })
    }
  },
)
