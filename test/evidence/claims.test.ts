import fc from 'fast-check'
import { expect, test } from 'vitest'
import { claims } from '../../src/evidence/claims.ts'
import type { Dossier } from '../../src/model/dossier.ts'
import { dossierSchema } from '../../src/model/dossier.ts'
import { evidenceWords } from '../../src/say/words/evidence.ts'
import { kinds } from './kinds.ts'

function dossier(rest: object): Dossier {
  return dossierSchema.parse({ format: 'juanzong/dossier@1', procedure: 'p', ...rest })
}

const paper = (evidence?: object, more: object = {}) =>
  dossier({ achievements: [{ id: 'a7f3', type: 'paper', title: '论碳', ...(evidence ? { evidence } : {}), ...more }] })

/** Claims as `owner/part path#from-to`. */
function claimed(of: Dossier, paths: readonly string[]): string[] {
  return claims(of, kinds, paths).claims.map(
    ({ owner, part, path, excerpt }) => `${owner.id}/${part} ${path}${excerpt ? `#${excerpt.from}-${excerpt.to}` : ''}`,
  )
}

const codes = (of: Dossier, paths: readonly string[]) => claims(of, kinds, paths).findings.map(({ code }) => code)

test.each([
  ['below evidence', 'a7f3/c.jpg'],
  ['below the dossier', 'evidence/a7f3/c.jpg'],
  ['with backslashes', 'a7f3\\c.jpg'],
  ['with ./ in front', './a7f3/c.jpg'],
  ['with doubled slashes', 'a7f3//c.jpg'],
])('a path %s is followed', (_, written) => {
  const of = paper({ cover: written })
  expect(claimed(of, ['evidence/a7f3/c.jpg'])).toEqual(['a7f3/cover evidence/a7f3/c.jpg'])
  expect(codes(of, ['evidence/a7f3/c.jpg'])).toEqual([])
})

test('a name written in another Unicode form is the same name', () => {
  expect(codes(paper({ cover: 'Re\u0301sume\u0301.pdf' }), ['evidence/R\u00e9sum\u00e9.pdf'])).toEqual([])
})

test('pages follow a #, one or a range', () => {
  const of = paper({ cover: ['b.pdf#3-9', 'b.pdf#2', { path: 'b.pdf', pages: '4-5', whole: '是' }] })
  const result = claims(of, kinds, ['evidence/b.pdf'])
  expect(result.claims.map(({ excerpt }) => excerpt)).toEqual([
    { from: 3, to: 9 },
    { from: 2, to: 2 },
    { from: 4, to: 5 },
  ])
  expect(result.claims.map(({ whole }) => whole)).toEqual([false, false, true])
})

test('a file may be posted in its own way and says where it came from', () => {
  const of = paper(
    { cover: { path: 'c.jpg', posting: 'copy', origin: 'scan' }, pages: 'p.pdf' },
    { posting: 'redacted' },
  )
  const { claims: made } = claims(of, kinds, ['evidence/c.jpg', 'evidence/p.pdf'])
  expect(made.map(({ posting, origin }) => [posting, origin])).toEqual([
    ['copy', 'scan'],
    ['redacted', undefined],
  ])
})

test('a file that is really called so keeps its #', () => {
  expect(claimed(paper({ cover: 'b#3' }), ['evidence/b#3'])).toEqual(['a7f3/cover evidence/b#3'])
})

test.each(['b.pdf#0', 'b.pdf#9-3', 'b.pdf#0-2'])('pages %s cannot be', (written) => {
  const result = claims(paper({ cover: written }), kinds, ['evidence/b.pdf'])
  expect(result.findings[0]?.code).toBe('evidence/bad-pages')
  expect(result.claims).toEqual([])
})

const outside = [
  '../x.jpg',
  'a/../../x.jpg',
  '/etc/passwd',
  'C:\\x.jpg',
  '\\\\server\\x.jpg',
  'a\0b',
  '',
  'x:y',
  'a/.. /x',
  '...',
]
test.each(outside)('%j leads out of the dossier', (written) => {
  const result = claims(paper({ cover: written }), kinds, [])
  expect(result.findings.map(({ code, severity }) => [code, severity])).toEqual([['evidence/path-outside', 'error']])
  expect(result.findings[0]?.at).toMatchObject({ path: 'achievements[a7f3].evidence.cover', id: 'a7f3' })
  expect(result.claims).toEqual([])
})

test('no claim ever leads out of the dossier, whatever is written', () => {
  const steps = fc.constantFrom('..', '.', '', 'a', ' ..', '..\\', 'C:', '%2e%2e', '\uff0e\uff0e', '#3')
  fc.assert(
    fc.property(fc.array(steps, { minLength: 1 }), fc.constantFrom('/', '\\'), (parts, slash) => {
      for (const { path } of claims(paper({ cover: parts.join(slash) }), kinds, []).claims) {
        expect(path.startsWith('evidence/')).toBe(true)
        expect(path.split('/').includes('..')).toBe(false)
      }
    }),
  )
})

test('a file that is not there stays a claim, with a finding', () => {
  const result = claims(paper({ cover: 'gone.pdf' }), kinds, [])
  expect(result.claims).toHaveLength(1)
  expect(result.findings).toMatchObject([{ code: 'evidence/missing-file', at: { file: 'evidence/gone.pdf' } }])
})

test('a nearly right name is offered', () => {
  const result = claims(paper({ cover: '封面扫描.PDF' }), kinds, ['evidence/封面扫描.pdf', 'evidence/别的.pdf'])
  expect(result.findings[0]).toMatchObject({
    code: 'evidence/missing-file-near',
    args: { near: 'evidence/封面扫描.pdf' },
    hint: 'evidence/封面扫描.pdf',
  })
})

test.each([
  ['the id of the part', 'cover.jpg', 'cover'],
  ['its Chinese name', '封面.jpg', 'cover'],
  ['its name with more behind', '封面（正反面）2.jpg', 'cover'],
  ['a number in front', '01_封面.jpg', 'cover'],
  ['another number in front', '2. 论文页.pdf', 'pages'],
  ['capitals', 'COVER-scan.JPG', 'cover'],
  ['a folder of its own', '封面/IMG_0001.jpg', 'cover'],
  ['the longest name that fits', '封面照片.jpg', 'cover-photo'],
])('a file is found by %s', (_, name, part) => {
  expect(claimed(paper(), [`evidence/a7f3/${name}`])).toEqual([`a7f3/${part} evidence/a7f3/${name}`])
})

test('节选 may be left out of the name of a file', () => {
  const of = dossier({ achievements: [{ id: 'w1', type: 'work' }] })
  expect(claimed(of, ['evidence/w1/合同.pdf'])).toEqual(['w1/contract evidence/w1/合同.pdf'])
})

test('the folder may go on after the id, but another id is another folder', () => {
  const paths = ['evidence/a7f3 论碳/封面.jpg', 'evidence/a7f3x/封面.jpg']
  expect(claimed(paper(), paths)).toEqual(['a7f3/cover evidence/a7f3 论碳/封面.jpg'])
})

test('what is named wins over what lies in the folder', () => {
  const paths = ['evidence/a7f3/封面1.jpg', 'evidence/a7f3/封面2.jpg']
  const result = claims(paper({ cover: 'a7f3/封面2.jpg' }), kinds, paths)
  expect(result.claims.map(({ path, by }) => [path, by])).toEqual([['evidence/a7f3/封面2.jpg', 'name']])
  expect(result.unclaimed).toEqual(['evidence/a7f3/封面1.jpg'])
})

test('a file named for one part is not found for another', () => {
  const of = paper({ pages: 'a7f3/封面.jpg' })
  expect(claimed(of, ['evidence/a7f3/封面.jpg'])).toEqual(['a7f3/pages evidence/a7f3/封面.jpg'])
})

test('无 is remembered and the folder is not searched', () => {
  const result = claims(paper({ 封面: '无' }), kinds, ['evidence/a7f3/封面.jpg'])
  expect([result.none, result.claims, result.unclaimed]).toEqual([['a7f3/cover'], [], ['evidence/a7f3/封面.jpg']])
})

test('a part may be written by its Chinese name', () => {
  expect(claimed(paper({ 论文页: 'x.pdf' }), ['evidence/x.pdf'])).toEqual(['a7f3/pages evidence/x.pdf'])
})

test('an unknown part is an error that names the parts', () => {
  const result = claims(paper({ 目录: 'x.pdf' }), kinds, ['evidence/x.pdf'])
  expect(result.findings).toMatchObject([
    { code: 'evidence/unknown-part', severity: 'error', args: { part: '目录', parts: '封面、封面照片、论文页' } },
  ])
})

test('a file in the folder that fits no part is for a person', () => {
  const result = claims(paper(), kinds, ['evidence/a7f3/IMG_1.jpg'])
  expect(result.findings).toMatchObject([
    { code: 'evidence/unmatched-part', severity: 'person', at: { file: 'evidence/a7f3/IMG_1.jpg', id: 'a7f3' } },
  ])
  expect(result.unclaimed).toEqual(['evidence/a7f3/IMG_1.jpg'])
})

test('a file that nobody claims is for a person', () => {
  expect(codes(paper(), ['evidence/x.jpg', 'evidence/b/y.jpg'])).toEqual(['evidence/unclaimed', 'evidence/unclaimed'])
})

test.each([
  ['its folder', 'evidence/identity/正面.jpg', 'identity/identity'],
  ['its folder by name', 'evidence/身份证明/1.jpg', 'identity/identity'],
  ['the folder supporting', 'evidence/supporting/身份证明.jpg', 'identity/identity'],
  ['the folder supporting and its own', 'evidence/supporting/identity/1.jpg', 'identity/identity'],
  ['a part in its folder', 'evidence/education/毕业证书.jpg', 'education/diploma'],
  ['a part behind its name', 'evidence/supporting/education-diploma.jpg', 'education/diploma'],
  ['no part in its folder', 'evidence/education/1.jpg', 'education/education'],
])('a supporting paper is found by %s', (_, path, expected) => {
  expect(claimed(dossier({}), [path])).toEqual([`${expected} ${path}`])
})

test('a supporting paper is named, as a whole or by part', () => {
  const of = dossier({ supporting: { identity: 'i.jpg', 'education/diploma': ['d.jpg'], 学历证明: 'e.jpg' } })
  const paths = ['evidence/d.jpg', 'evidence/e.jpg', 'evidence/i.jpg']
  expect(claimed(of, paths)).toEqual([
    'identity/identity evidence/i.jpg',
    'education/diploma evidence/d.jpg',
    'education/education evidence/e.jpg',
  ])
  expect(codes(of, paths)).toEqual([])
})

test('an unknown paper is an error', () => {
  expect(codes(dossier({ supporting: { passport: 'i.jpg' } }), ['evidence/i.jpg'])).toEqual(['evidence/unknown-paper'])
})

test('the photograph is not unclaimed, and missed when it is gone', () => {
  const of = dossier({ person: { photo: '照片.jpg' } })
  expect(codes(of, ['evidence/照片.jpg'])).toEqual([])
  expect(claims(of, kinds, []).findings).toMatchObject([
    { code: 'evidence/missing-file', at: { path: 'person.photo' } },
  ])
})

test('posting is consult unless the achievement says otherwise', () => {
  const paths = ['evidence/a7f3/封面.jpg']
  expect(claims(paper(), kinds, paths).claims[0]?.posting).toBe('consult')
  expect(claims(paper(undefined, { posting: 'copy' }), kinds, paths).claims[0]?.posting).toBe('copy')
})

test('the order of the paths does not matter', () => {
  const paths = ['evidence/a7f3/封面1.jpg', 'evidence/a7f3/封面2.jpg', 'evidence/x.jpg', 'evidence/identity/1.jpg']
  const expected = claims(paper(), kinds, paths)
  fc.assert(
    fc.property(fc.shuffledSubarray(paths, { minLength: paths.length }), (shuffled) => {
      expect(claims(paper(), kinds, shuffled)).toEqual(expected)
    }),
  )
})

test('an achievement of an unknown kind claims what it names, and nothing by folder', () => {
  const of = dossier({ achievements: [{ id: 'q1', type: 'poem', evidence: { text: 'x.pdf' } }] })
  expect(claimed(of, ['evidence/q1/text.pdf', 'evidence/x.pdf'])).toEqual(['q1/text evidence/x.pdf'])
  expect(codes(of, ['evidence/q1/text.pdf', 'evidence/x.pdf'])).toEqual(['evidence/unclaimed'])
})

test('every finding is due from the draft on, with words for all its arguments', () => {
  const written = { cover: ['../x', 'b#9-3', 'gone', 'evidence/x.jpq'], 目录: 'x.jpg' }
  const of = {
    ...paper(written),
    ...dossier({ supporting: { passport: 'x.jpg' } }),
    ...{ achievements: paper(written).achievements },
  }
  const { findings } = claims(of, kinds, ['evidence/x.jpg', 'evidence/u.jpg', 'evidence/a7f3/u.jpg'])
  expect(new Set(findings.map(({ code }) => code)).size).toBe(8)
  for (const { code, args, stage, basis, verified } of findings) {
    expect([stage, basis, verified]).toEqual(['draft', 'plain-sanity', true])
    const words = Object.entries(evidenceWords).find(([known]) => known === code)?.[1]
    expect(words, code).toBeDefined()
    for (const [, name = ''] of JSON.stringify(words).matchAll(/\{(\w+)\}/g)) expect(args, code).toHaveProperty(name)
  }
})
