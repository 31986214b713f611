import fc from 'fast-check'
import { expect, test } from 'vitest'
import { check } from '../../src/check/check.ts'
import type { Case } from '../../src/model/case.ts'
import { achievementsOf, changed, difference, type Loose, procedure, sample } from './sample.ts'

const runs = { numRuns: 25 }

/** A dossier with findings of every severity. */
const faulty = changed((c) => {
  c.dossier.achievements[0].date = '2018-01-01'
  c.dossier.achievements[4].related = undefined
  c.dossier.achievements[7].clause = '无'
  c.dossier.person.photo = '无'
  c.dossier.work[1].to = '2017-10'
  c.inventory.claims = c.inventory.claims.filter((one) => one.part !== 'conclusion' && one.part !== 'index')
  c.inventory.claims = c.inventory.claims.filter((one) => one.owner.id !== 'photo')
})

test('the faulty dossier is worth shuffling', () => {
  const severities = new Set(check(faulty).map((one) => one.severity))
  expect([...severities].sort()).toEqual(['error', 'note', 'pending', 'person'])
})

test('the order of rules and of every list changes nothing', () => {
  const before = JSON.stringify(check(faulty))
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat()), (stream) => {
      expect(JSON.stringify(check(shuffled(faulty, stream)))).toBe(before)
    }),
    runs,
  )
})

test('the check of the sample finds nothing', () => {
  expect(check(sample)).toEqual([])
})

const removable = sample.inventory.claims.filter((claim) => {
  const kind = achievementsOf(sample).find((one) => one.id === claim.owner.id)?.type
  return claim.owner.kind === 'achievement' && procedure.kinds.kinds.find((row) => row.id === kind) !== undefined
})

test('removing any one evidence part gives exactly that finding', () => {
  fc.assert(
    fc.property(fc.constantFrom(...removable), (claim) => {
      const { more, fewer } = difference(
        changed((c) => {
          c.inventory.claims = c.inventory.claims.filter((one) => one.path !== claim.path)
        }),
      )
      expect(fewer).toEqual([])
      expect(more.map((one) => [one.at.id, one.severity])).toEqual([[claim.owner.id, severityOf(claim.owner.id)]])
      expect(more[0]?.rule).toMatch(new RegExp(`^evidence/[a-z]+(/${claim.part})?$`))
    }),
  )
})

test('moving any achievement before the grounds gives exactly that finding', () => {
  const ids = achievementsOf(sample).map((one) => one.id)
  fc.assert(
    fc.property(fc.constantFrom(...ids), fc.integer({ min: 2000, max: 2017 }), (id, year) => {
      const { more, fewer } = difference(
        changed((c) => {
          const one = c.dossier.achievements.find((item: { id: string }) => item.id === id)
          one.date = `${year}-06`
          delete one.from
        }),
      )
      expect(fewer).toEqual([])
      expect(more.map(({ code, at }) => `${code} ${at.path}`)).toEqual([
        `rule/五-三/after-grounds achievements[${id}].date`,
      ])
    }),
    runs,
  )
})

test('taking away any one fact never throws and never leaks the document number', () => {
  const paths = procedure.fields.map((field) => field.path)
  fc.assert(
    fc.property(fc.constantFrom(...paths), (path) => {
      const found = check(changed((c) => remove(c.dossier, path.split('.'))))
      expect(JSON.stringify(found)).not.toContain('990000198803150025')
    }),
    runs,
  )
})

// ---

/** Domain 9: all-of and any-of (of which the sample has one part each) are errors, an open list waits. */
function severityOf(id: string): string {
  const type = achievementsOf(sample).find((one) => one.id === id)?.type
  return procedure.kinds.kinds.find((kind) => kind.id === type)?.sure === 'open' ? 'pending' : 'error'
}

function shuffled(c: Case, stream: Iterator<number>): Case {
  const mix = <T>(list: readonly T[]): T[] =>
    list
      .map((item) => ({ item, key: stream.next().value as number }))
      .sort((a, b) => a.key - b.key)
      .map(({ item }) => item)
  const copy = changed((loose: Loose) => {
    for (const key of ['achievements', 'work', 'education', 'insurance', 'assessments'])
      loose.dossier[key] = mix(loose.dossier[key])
    loose.inventory.claims = mix(loose.inventory.claims)
    loose.inventory.files = mix(loose.inventory.files)
  }, c)
  const rules = { ...c.procedure.rules, rules: mix(c.procedure.rules.rules) }
  return { ...copy, procedure: { ...c.procedure, rules, fields: mix(c.procedure.fields) } }
}

function remove(owner: Record<string, unknown>, steps: readonly string[]): void {
  const [step = '', ...rest] = steps
  const key = step.replace('[]', '')
  const value = owner?.[key]
  if (rest.length === 0) delete owner?.[key]
  else if (Array.isArray(value)) for (const item of value) remove(item, rest)
  else if (typeof value === 'object' && value !== null) remove(value as Record<string, unknown>, rest)
}
