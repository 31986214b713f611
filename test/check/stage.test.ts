import { expect, test } from 'vitest'
import { stageOf } from '../../src/check/stage.ts'
import { type Journal, type JournalEvent, journalSchema } from '../../src/model/journal.ts'

const on = '2024-10-10'
const events = {
  frozen: { what: 'frozen', snapshot: '1' },
  posted: { what: 'posted', places: ['一楼'] },
  ended: { what: 'posting-ended', result: 'none' },
  recommended: { what: 'recommended', result: 'recommended' },
  submitted: { what: 'submitted', count: '1' },
  returned: { what: 'returned', items: [] },
  confirmed: { what: 'confirmed' },
  forwarded: { what: 'forwarded' },
  one: { what: 'filed', copy: 'personnel' },
  two: { what: 'filed', copy: 'document' },
  draft: { what: 'stage', stage: 'draft' },
  originals: { what: 'originals-checked' },
} as const

function journal(...names: (keyof typeof events)[]): Journal {
  const list = names.map((name, index) => ({ id: `e${index}`, on, ...events[name] }))
  return journalSchema.parse({ format: 'juanzong/journal@1', events: list })
}

test.each([
  [[], 'draft'],
  [['originals'], 'draft'],
  [['frozen'], 'posting'],
  [['posted'], 'posting'],
  [['posted', 'ended'], 'submit'],
  [['posted', 'ended', 'recommended', 'submitted'], 'submit'],
  [['posted', 'ended', 'submitted', 'returned'], 'correction'],
  [['posted', 'submitted', 'returned', 'posted', 'ended', 'submitted'], 'correction'],
  [['posted', 'submitted', 'confirmed'], 'confirmed'],
  [['posted', 'submitted', 'confirmed', 'one'], 'confirmed'],
  [['posted', 'submitted', 'confirmed', 'one', 'one'], 'confirmed'],
  [['posted', 'submitted', 'confirmed', 'one', 'two'], 'archived'],
  [['posted', 'submitted', 'draft'], 'draft'],
  [['posted', 'submitted', 'draft', 'posted'], 'posting'],
] as const)('%j → %s', (names, stage) => {
  expect(stageOf(journal(...names))).toBe(stage)
})

test('an event that was corrected does not lead on', () => {
  const base = journal('posted', 'submitted')
  const corrects: JournalEvent = { id: 'e9', on, what: 'posted', places: ['二楼'], corrects: 'e1' }
  expect(stageOf({ ...base, events: [...base.events, corrects] })).toBe('posting')
})

test('a single copy archives a procedure that asks for one', () => {
  expect(stageOf(journal('confirmed', 'one'), 1)).toBe('archived')
})
