import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import { applied } from '../../src/check/change.ts'
import { check } from '../../src/check/check.ts'
import { plain, withFacts } from '../../src/check/set.ts'
import { readYaml } from '../../src/disk/yaml.ts'
import { dossierSchema } from '../../src/model/dossier.ts'
import type { Change } from '../../src/model/rule.ts'
import { unitSchema } from '../../src/model/unit.ts'
import { procedure, sample } from './sample.ts'

const folder = new URL('../../templates/chongqing-green-low-carbon-2024/sample/', import.meta.url)
const files = {
  dossier: readFileSync(new URL('dossier.yaml', folder), 'utf8'),
  unit: readFileSync(new URL('unit.yaml', folder), 'utf8'),
}

/** The file with one fact changed as an editor changes it. */
function edited(name: keyof typeof files, settings: readonly (readonly [string, unknown])[]): Buffer {
  const file = parseDocument(files[name], { schema: 'failsafe' })
  for (const [path, value] of settings) {
    const steps: (string | number)[] = []
    for (const [, id, key] of path.matchAll(/\[([^\]]*)\]|([^.[\]]+)/g)) {
      if (id === undefined) steps.push(key ?? '')
      else steps.push((file.getIn(steps) as { toJSON(): { id: string }[] }).toJSON().findIndex((one) => one.id === id))
    }
    if (value === undefined) file.deleteIn(steps)
    else file.setIn(steps, file.createNode(value))
  }
  return Buffer.from(file.toString())
}

const facts = (changes: readonly Change[]) =>
  changes.flatMap((change): (readonly [string, unknown])[] => {
    if ('set' in change) return Object.entries(change.set)
    if ('unset' in change) return [[change.unset, undefined]]
    return 'use' in change ? facts(procedure.rules.setups?.[change.use] ?? []) : []
  })

const broken = procedure.rules.rules.flatMap((rule) =>
  (rule.breaks ?? [])
    .map(({ given = [], change }, index) => ({
      name: `${rule.id} #${index}`,
      settings: facts([...given, ...change]),
      others: [...given, ...change].flatMap(steps),
    }))
    .filter(({ settings }) => settings.length > 0),
)

/** Steps that are no facts: events, files, the day. */
function steps(change: Change): readonly Change[] {
  if ('use' in change) return (procedure.rules.setups?.[change.use] ?? []).flatMap(steps)
  return 'set' in change || 'unset' in change ? [] : [change]
}

test.each(broken)('--set answers as the edited file does: $name', ({ settings, others }) => {
  const base = applied(sample, others)
  if (!base.ok) throw new Error('the change cannot be made')
  const set = withFacts(
    base.case,
    settings.map(([path, value]) => ({ path, value })),
  )
  if (!set.ok) throw set.refusal
  const own = settings.filter(([path]) => !path.startsWith('unit.'))
  const units = settings
    .filter(([path]) => path.startsWith('unit.'))
    .map(([path, value]) => [path.slice(5), value] as const)
  const byHand = {
    dossier: readYaml(dossierSchema, edited('dossier', own), 'dossier.yaml'),
    unit: readYaml(unitSchema, edited('unit', units), 'unit.yaml'),
  }
  expect({ dossier: set.dossier, unit: set.unit }).toEqual(byHand)
  expect(check({ ...base.case, dossier: set.dossier, unit: set.unit })).toEqual(check({ ...base.case, ...byHand }))
})

test('most rules are broken by a fact', () => {
  expect(broken.length).toBeGreaterThan(60)
})

test('a typed dossier goes back to text and comes again', () => {
  expect(readYaml(dossierSchema, Buffer.from(JSON.stringify(plain(sample.dossier))), 'x.json')).toEqual(sample.dossier)
})

const refusal = (path: string, value: string | undefined) => {
  const changed = withFacts(sample, [{ path, value }])
  return changed.ok ? undefined : { code: changed.refusal.code, exit: changed.refusal.exit, ...changed.refusal.args }
}

test.each([
  ['standing.inPots', '是', 'set/unknown-path', { nearest: 'standing.inPost' }],
  ['achievements[a7f3].titel', '甲', 'set/unknown-path', { nearest: 'achievements[].title' }],
  ['posting.on', '2024-10-11', 'set/unknown-path', {}],
  ['achievements[zzzz].date', '2020', 'set/no-item', { list: 'achievements' }],
  ['work[#9].to', '2020', 'set/no-item', { ids: 'gz1、gz2、gz3、gz4' }],
  ['standing.inPost', '也许', 'set/bad-value', { value: '也许' }],
  ['grounds.obtained', '2018-13', 'set/bad-value', {}],
])('--set %s=%s is refused: %s', (path, value, code, args) => {
  expect(refusal(path, value)).toMatchObject({ code, exit: 2, ...args })
})

test.each([
  ['work[#1].to', '2014-02', 'work[gz1].to'],
  ['work[0].to', '2014-02', 'work[gz1].to'],
])('an item is also found by its place: %s', (path, value, same) => {
  const [one, other] = [path, same].map((at) => withFacts(sample, [{ path: at, value }]))
  expect(one).toEqual(other)
})

test('nothing after the equals sign takes the fact away, anywhere', () => {
  const paths = procedure.fields
    .map((field) => field.path)
    .filter((path) => !path.includes('[]') && !/^(unit\.|format$|procedure)/.test(path))
  fc.assert(
    fc.property(fc.constantFrom(...paths), (path) => {
      const changed = withFacts(sample, [{ path, value: undefined }])
      if (!changed.ok) throw changed.refusal
      const value = path
        .split('.')
        .reduce<unknown>((inner, step) => (inner as Record<string, unknown>)?.[step], changed.dossier)
      expect(value).toBeUndefined()
    }),
  )
})

test('a value that is refused is masked where it looks private', () => {
  expect(JSON.stringify(refusal('person.sex', '990000198803150025'))).not.toContain('19880315')
})
