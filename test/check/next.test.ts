import { expect, test } from 'vitest'
import { check, later } from '../../src/check/check.ts'
import { nextFacts } from '../../src/check/next.ts'
import { changed, type Loose, procedure, sample } from './sample.ts'

const without = (...paths: readonly string[]) =>
  changed((c: Loose) => {
    for (const path of paths) {
      const steps = path.split('.')
      const last = steps.pop() ?? ''
      delete steps.reduce((inner, step) => inner[step], c.dossier)[last]
    }
  })

test('nothing is to be given next when nothing is missing', () => {
  expect(nextFacts(sample)).toEqual([])
})

test('the fact that settles the most 待定 comes first', () => {
  const next = nextFacts(without('platformAdmin', 'grounds.obtained', 'person.sex'))
  expect(next.map(({ path }) => path)).toEqual(['grounds.obtained', 'platformAdmin', 'person.sex'])
  expect(next[0]?.count).toBe((next[0]?.rules.length ?? 0) + 1)
  expect(next.at(-1)).toEqual({ path: 'person.sex', count: 1, rules: [] })
})

test('of equals the one that stands first in fields.yaml comes first', () => {
  const paths = ['person.sex', 'person.ethnicity', 'person.birth']
  const order = procedure.fields.map((field) => field.path).filter((path) => paths.includes(path))
  expect(nextFacts(without(...paths)).map(({ path }) => path)).toEqual(order)
})

test('a derived fact stands for those it is worked out from, and a partial date for itself', () => {
  expect(nextFacts(without('category')).map(({ path }) => path)).toEqual(['category'])
  const partial = changed((c) => {
    c.dossier.achievements[0].date = '2018'
    delete c.dossier.achievements[0].from
  })
  expect(nextFacts(partial).map(({ path }) => path)).toContain('achievements[a7f3].date')
})

test('an event of the journal counts for all that follows from it, once', () => {
  const unposted = changed((c) => {
    c.journal.events = c.journal.events.filter((event) => event.what !== 'posted' && event.what !== 'posting-ended')
  })
  const next = nextFacts(unposted)
  expect(next.map(({ path, event }) => [path, event])).toEqual([
    ['posting.on', 'posted'],
    ['posting.result', 'posting-ended'],
  ])
  const pending = check(unposted).flatMap((one) => (one.severity === 'pending' ? [one.rule] : []))
  expect(next.flatMap(({ rules }) => rules).sort()).toEqual(pending.sort())
  expect(next[0]?.count).toBeGreaterThanOrEqual(3)
})

test('facts of the unit are asked for like those of the dossier', () => {
  const [first] = nextFacts(changed((c) => delete c.unit.name))
  expect(first).toMatchObject({ path: 'unit.name', rules: ['四-一/employer-name'] })
})

test('a category that fits two routes is one question, which settles what waits for the route', () => {
  const doubtful = changed((c) => {
    c.dossier.category = 'central-branch'
    c.stage = 'confirmed'
    c.journal.events = c.journal.events.filter((event) => event.what !== 'sealed')
  })
  const category = nextFacts(doubtful).find(({ path }) => path === 'category')
  expect(category?.rules).toEqual(expect.arrayContaining(['四-二-5/seals', '四-二-2/signed-by-hand']))
  expect(category?.count).toBe((category?.rules.length ?? 0) + 1)
  const wrong = changed((c) => {
    c.dossier.category = 'city-units'
  })
  expect(nextFacts(wrong)).toEqual([])
})

test('giving the first fact takes away as many findings as it settles', () => {
  const c = without('grounds.obtained')
  const waiting = check(c).find((one) => one.at.path === 'grounds.obtained')?.waiting ?? []
  expect(nextFacts(c)[0]?.rules).toEqual(expect.arrayContaining([...waiting]))
  expect(check(sample)).toEqual([])
})

test('what comes later says until when, as far as that follows', () => {
  const draft = changed((c) => {
    c.stage = 'draft'
    c.journal.events = []
  })
  const due = (rule: string) => later(draft).find((one) => one.rule === rule)?.due
  expect(due('四-二-3-1/originals')).toEqual({ path: 'window.application.to', on: '2024-10-29' })
  expect(due('五-五/fee')).toEqual({ path: 'window.payment.to', on: '2024-11-15' })
  expect(due('四-二-5/filed')).toEqual({ path: 'archiving.dueOn' })
  const confirmed = changed((c) => {
    c.today = '2025-03-01'
    c.stage = 'submit'
    c.journal.events.push({ id: 'ok', what: 'confirmed', on: '2025-01-10' })
  })
  expect(later(confirmed).find((one) => one.rule === '四-二-5/filed')?.due?.on).toBe('2025-02-10')
})

test('labels among the arguments come in both languages', () => {
  const [one] = check(without('platformAdmin'))
  const field = procedure.fields.find((row) => row.path === 'platformAdmin')
  expect(one?.args.label).toBe(field?.label.zh)
  expect(one?.argsEn?.label).toBe(field?.label.en)
  const [wrong] = check(changed((c) => Object.assign(c.dossier.employer, { kind: 'district-enterprise' })))
  expect(wrong?.argsEn).toMatchObject({ 'employer.kind': expect.stringMatching(/^[\x20-\x7e]+$/) })
})
