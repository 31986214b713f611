import { expect, test } from 'vitest'
import { check } from '../../src/check/check.ts'
import { achievementsOf, changed, difference, file, procedure, sample } from './sample.ts'

const parts = achievementsOf(sample).flatMap((achievement) => {
  const kind = procedure.kinds.kinds.find((row) => row.id === achievement.type)
  return (kind?.parts ?? []).map((part) => ({
    achievement,
    kind: kind?.id ?? '',
    sure: kind?.sure ?? '',
    part: part.id,
  }))
})
const own = (id: string, part: string) => ({
  path: `achievements[${id}]`,
  rule: part,
})
const without = (id: string, part: string) =>
  changed((c) => {
    c.inventory.claims = c.inventory.claims.filter((one) => !(one.owner.id === id && one.part === part))
  })

test.each(parts.filter((one) => one.sure === 'all-of'))(
  '$kind without $part is an error ($achievement.id)',
  ({ achievement, kind, part }) => {
    const { more } = difference(without(achievement.id, part))
    expect(more.map(({ code, severity, at, rule }) => ({ code, severity, path: at.path, rule }))).toEqual([
      { code: 'check/part-missing', severity: 'error', ...own(achievement.id, `evidence/${kind}/${part}`) },
    ])
  },
)

test.each(parts.filter((one) => one.sure === 'open'))(
  '$kind without $part waits, both readings shown ($achievement.id)',
  ({ achievement, kind, part }) => {
    const { more } = difference(without(achievement.id, part))
    expect(more.map(({ code, severity, at, rule }) => ({ code, severity, path: at.path, rule }))).toEqual([
      { code: 'check/part-open', severity: 'pending', ...own(achievement.id, `evidence/${kind}/${part}`) },
    ])
    expect(more[0]?.otherReading?.zh).toContain('可读作')
  },
)

test.each(parts.filter((one) => one.sure === 'open'))(
  '$kind with $part stated 无 is for a person, who may settle it ($achievement.id)',
  ({ achievement, kind, part }) => {
    const stated = changed((c) => c.inventory.none.push(`${achievement.id}/${part}`), without(achievement.id, part))
    expect(difference(stated).more.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'person check/part-stated-none',
    ])
    const judged = changed(
      (c) =>
        c.journal.events.push({
          id: 'j',
          on: '2024-10-20',
          by: '周样例',
          what: 'judged',
          rule: `evidence/${kind}/${part}`,
          place: achievement.id,
          answer: 'yes',
        }),
      stated,
    )
    expect(difference(judged).more).toEqual([])
  },
)

test.each(achievementsOf(sample).filter((one) => one.type !== 'paper'))(
  '$type $id without any evidence is an error',
  (achievement) => {
    const kind = procedure.kinds.kinds.find((row) => row.id === achievement.type)
    const bare = changed((c) => {
      c.inventory.claims = c.inventory.claims.filter((one) => one.owner.id !== achievement.id)
    })
    const { more } = difference(bare)
    const one = { code: kind?.sure === 'all-of' ? 'check/part-missing' : 'check/no-part', severity: 'error' }
    const expected = kind?.sure === 'all-of' ? kind.parts.map(() => one) : [one]
    expect(more.map(({ code, severity }) => ({ code, severity }))).toEqual(expected)
  },
)

test.each(['contract', 'agreement', 'project-report'])('work with %s alone is enough', (part) => {
  const other = changed((c) => {
    const mine = c.inventory.claims.find((one) => one.owner.id === 'a7f3')
    if (mine) c.inventory.claims.splice(c.inventory.claims.indexOf(mine), 1, { ...mine, part })
  })
  expect(difference(other).more).toEqual([])
})

test('a part whose file is named but not there is not named a second time', () => {
  const lost = changed((c) => {
    c.inventory.files = c.inventory.files.filter((one) => one.path !== 'evidence/b63f/preface.pdf')
  })
  expect(difference(lost).more).toEqual([])
})

test('what the survey found is in the report', () => {
  const at = { file: 'evidence/x.pdf' }
  const one = {
    code: 'evidence/locked',
    severity: 'error',
    stage: 'draft',
    at,
    args: {},
    basis: 'plain-sanity',
    verified: true,
  }
  const locked = changed((c) => {
    Object.assign(c.inventory, { findings: [{ ...one, code: 'evidence/unclaimed' }] })
    c.inventory.files.push({ ...file('evidence/x.pdf'), findings: [one] } as { path: string })
  })
  expect(difference(locked).more.map((finding) => finding.code)).toEqual(['evidence/locked', 'evidence/unclaimed'])
})

test('a new kind of achievement needs a row of evidence.yaml and nothing else', () => {
  const row = { ...procedure.kinds.kinds[0], id: 'demo', name: { zh: '示范项目' }, sure: 'all-of', fields: [] }
  const kinds = { ...procedure.kinds, kinds: [...procedure.kinds.kinds, row] } as typeof procedure.kinds
  const c = changed((loose) => {
    loose.dossier.achievements.push({
      id: 'z9',
      type: 'demo',
      title: '样例',
      date: '2022-01',
      role: { name: '主持' },
      clause: '样例',
      related: true,
    })
  })
  const found = check({ ...c, procedure: { ...procedure, kinds } })
  expect(found.map((one) => one.rule)).toEqual(row.parts?.map((part) => `evidence/demo/${part.id}`).sort())
})

test('a part that rests on a text nobody verified is for a person, never an error', () => {
  const [first] = parts.filter((one) => one.sure === 'all-of')
  if (!first) throw new Error('no kind is all-of')
  const c = without(first.achievement.id, first.part)
  const kinds = c.procedure.kinds.kinds.map((kind) => ({
    ...kind,
    parts: kind.parts.map((part) => ({ ...part, basis: { ...part.basis, verified: false } })),
  }))
  const unverified = { ...c, procedure: { ...c.procedure, kinds: { ...c.procedure.kinds, kinds } } }
  const found = check(unverified).filter(({ code }) => code === 'check/part-missing')
  expect(found.map(({ severity }) => severity)).toEqual(['person'])
})
