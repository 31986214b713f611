import { expect, test } from 'vitest'
import { documentProblems, fitsGb11643 } from '../../src/check/documents.ts'
import { changed, difference, procedure } from './sample.ts'

const rows = procedure.documents.documents
const kind = (id: string) => {
  const row = rows.find((one) => one.id === id)
  if (!row) throw new Error(id)
  return row
}

/** A good number of each kind, made up; and what spoils it. */
const numbers: Readonly<
  Record<string, { readonly good: readonly string[]; readonly bad: Readonly<Record<string, string>> }>
> = {
  'resident-id': {
    good: ['990000198803150025', withDigit('99000019880315002')],
    bad: {
      '990000198803150024': 'check-digit',
      '99000019880315002': 'shape',
      '990000198813150025': 'shape',
      '９９0000198803150025': 'full-width',
      '990000 198803150025': 'blank',
      '810000198803150025': 'shape',
    },
  },
  'hmt-residence-permit': {
    good: [withDigit('81000019000315002'), withDigit('82000019000315002'), withDigit('83000019000315002')],
    bad: { '990000198803150025': 'shape', [`${withDigit('81000019000315002').slice(0, 17)}*`]: 'shape' },
  },
  'hm-travel-permit': { good: ['H00000000', 'M0000000001'], bad: { A00000000: 'shape', H0000000: 'shape' } },
  'tw-travel-permit': { good: ['00000000', '0000000001'], bad: { '0000000': 'shape', T0000000: 'shape' } },
  'foreign-permanent-residence': {
    good: [withDigit('91000019000315002')],
    bad: { '810000190003150025': 'shape', [spoilt(withDigit('91000019000315002'))]: 'check-digit' },
  },
  'foreign-permanent-residence-15': {
    good: ['AAA500088031500'],
    bad: { AA5000880315000: 'shape', AAA5000990315000: 'shape' },
  },
  'overseas-talent-permit': { good: ['样例第0001号', 'CQ-0001'], bad: { 'A!': 'shape' } },
  passport: { good: ['AB0000000'], bad: { AB00: 'shape', ab0000000: 'shape' } },
  'military-officer': { good: ['样字第0000001号'], bad: { '?': 'shape' } },
  'military-civilian': { good: ['样文字第0000001号'], bad: { '?': 'shape' } },
}

/** The first 17 places with the digit that fits. */
function withDigit(places: string): string {
  const digit = [...'0123456789X'].find((one) => fitsGb11643(places + one))
  return places + (digit ?? '')
}
function spoilt(number: string): string {
  return number.slice(0, 17) + (number.endsWith('1') ? '2' : '1')
}

test('every kind of document is tested', () => {
  expect(rows.map((row) => row.id).sort()).toEqual(Object.keys(numbers).sort())
})

test.each(Object.entries(numbers).flatMap(([id, { good }]) => good.map((number) => [id, number] as const)))(
  '%s %s is fine',
  (id, number) => {
    expect(documentProblems(kind(id), number, {})).toEqual([])
  },
)

test.each(
  Object.entries(numbers).flatMap(([id, { bad }]) =>
    Object.entries(bad).map(([number, code]) => [id, number, code] as const),
  ),
)('%s %s: %s', (id, number, code) => {
  const isWidth = code === 'full-width' || code === 'blank'
  const severity = kind(id).checkVerified === '是' || isWidth ? 'error' : 'person'
  expect(documentProblems(kind(id), number, {}).map((one) => `${one.severity} ${one.code}`)).toEqual([
    `${severity} check/document-${code}`,
  ])
})

test('a small x is named as such', () => {
  const number = [...'0123456789'].map((n) => withDigit(`9900001988031500${n}`)).find((one) => one.endsWith('X')) ?? ''
  const codes = documentProblems(kind('resident-id'), number.replace('X', 'x'), {}).map((one) => one.code)
  expect(codes).toEqual(['check/document-lower-x'])
})

test.each([
  ['resident-id', '990000198803150025', { birth: '1988-03-15', sex: '女' }, []],
  ['resident-id', '990000198803150025', { birth: '1988-03', sex: '女' }, []],
  ['resident-id', '990000198803150025', { birth: '1988-04' }, ['error check/document-birth']],
  ['resident-id', '990000198803150025', { birth: '1988-03-16' }, ['error check/document-birth']],
  ['resident-id', '990000198803150025', { sex: '男' }, ['error check/document-sex']],
  [
    'hmt-residence-permit',
    withDigit('81000019000315002'),
    { birth: '1900-03-16', sex: '男' },
    ['error check/document-birth', 'error check/document-sex'],
  ],
  [
    'foreign-permanent-residence',
    withDigit('91000019000315002'),
    { birth: '1900-03-16' },
    ['person check/document-birth'],
  ],
  ['foreign-permanent-residence-15', 'AAA500088031500', { birth: '1988-03-15' }, []],
  ['foreign-permanent-residence-15', 'AAA500088031500', { birth: '1988-03-16' }, ['person check/document-birth']],
  ['passport', 'AB0000000', { birth: '1988-03-16', sex: '男' }, []],
] as const)('%s %s with %j', (id, number, facts, problems) => {
  expect(documentProblems(kind(id), number, facts).map((one) => `${one.severity} ${one.code}`)).toEqual(problems)
})

test.each(['190000000000000000', '99000019880315002x', '', '99000019880315002'])(
  '%s is no GB 11643 number',
  (number) => {
    expect(fitsGb11643(number)).toBe(false)
  },
)

test('no finding shows the number', () => {
  const wrong = changed((c) => {
    c.dossier.person.document.number = '990000198803150026'
  })
  const { more } = difference(wrong)
  expect(more.map((one) => one.code)).toEqual(['check/document-check-digit'])
  expect(JSON.stringify(more)).not.toContain('19880315')
  expect(more[0]?.args.number).toBe('990000********0026')
})

test.each(['military-officer', 'military-civilian'])('%s goes only beside another document', (type) => {
  const alone = changed((c) => {
    c.dossier.person.document = { type, number: '样字第0000001号' }
  })
  expect(difference(alone).more.map((one) => `${one.severity} ${one.code}`)).toEqual([
    'error check/document-second-only',
  ])
  const beside = changed((c) => {
    c.dossier.person.otherDocuments = [{ type: 'resident-id', number: '990000198803150025' }]
  }, alone)
  expect(difference(beside).more).toEqual([])
})

test('the second document is checked as well', () => {
  const wrong = changed((c) => {
    c.dossier.person.otherDocuments = [{ type: 'hm-travel-permit', number: 'H1' }]
  })
  expect(difference(wrong).more.map((one) => `${one.severity} ${one.code} ${one.at.path}`)).toEqual([
    'person check/document-shape person.otherDocuments[0].number',
  ])
})

test('an expired document is for a person', () => {
  const old = changed((c) => {
    c.dossier.person.document.validUntil = '2024-10-24'
  })
  expect(difference(old).more.map((one) => `${one.severity} ${one.code}`)).toEqual(['person check/document-expired'])
})

test('an unknown kind of document names the list', () => {
  const strange = changed((c) => {
    c.dossier.person.document.type = 'residentid'
  })
  const { more } = difference(strange)
  expect(more.map((one) => one.code)).toEqual(['check/unknown-option'])
  expect(more[0]?.args.options).toMatch(/^resident-id（居民身份证）、/)
})
