import { expect, test } from 'vitest'
import { knownKeys, nearest, placesOf } from '../../src/disk/keys.ts'
import { dossierSchema } from '../../src/model/dossier.ts'
import { journalSchema } from '../../src/model/journal.ts'

test('known keys are found through lists, unions and transforms', () => {
  expect(knownKeys(dossierSchema, ['person', 'document'])).toEqual(['type', 'number', 'validUntil'])
  expect(knownKeys(dossierSchema, ['training', 'items', 0])).toContain('hours')
  expect(knownKeys(dossierSchema, ['achievements', 3, 'role'])).toEqual(['rank', 'of', 'name', 'note'])
  expect(knownKeys(dossierSchema, ['achievements', 0, 'evidence', '正文', 1])).toEqual([
    'path',
    'pages',
    'whole',
    'posting',
    'origin',
  ])
  expect(knownKeys(journalSchema, ['events', 0])).toContain('officePlatform')
  expect(knownKeys(dossierSchema, ['person', 'name'])).toEqual([])
})

test('places of a key in the whole file, the shortest first', () => {
  expect(placesOf(dossierSchema, 'mobile')).toEqual(['person.contact.mobile'])
  expect(placesOf(dossierSchema, 'hours')).toEqual(['training.items[].hours'])
  expect(placesOf(dossierSchema, 'nothing')).toEqual([])
})

const known = ['school', 'major', 'level', 'degree', 'nameLatin', 'id']
const near = [
  ['scool', 'school'],
  ['School', 'school'],
  ['majro', 'major'],
  ['name_latin', 'nameLatin'],
  ['ｍajor', 'major'],
] as const
test.each(near)('%s is nearest to %s', (key, expected) => {
  expect(nearest(key, known)).toBe(expected)
})
test.each(['x', 'of', '学校', 'university', 'minor'])('%s is near to none', (key) => {
  expect(nearest(key, known)).toBeUndefined()
})
