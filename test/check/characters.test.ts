import { expect, test } from 'vitest'
import { characterFindings, type Glyphs, namesCharacter } from '../../src/check/characters.ts'
import { factsOf } from '../../src/check/facts.ts'
import { formerPrivateUse } from '../../src/check/private-use.ts'
import { realCase } from '../lay/real.ts'

const { c, fonts } = await realCase()
const roles = ['song', 'fang', 'hei']
const shipped: Glyphs = { has: (point) => roles.every((role) => fonts.has(point, role)), holders: fonts.holders }

function findings(name: string, glyphs: Glyphs = shipped) {
  const person = { ...c.dossier.person, name }
  return characterFindings(factsOf({ ...c, dossier: { ...c.dossier, person } }), glyphs)
}
const codes = (name: string, glyphs: Glyphs = shipped) =>
  findings(name, glyphs).map(({ code, severity }) => [code, severity])

test('the sample has no odd character', () => {
  expect(characterFindings(factsOf(c), shipped)).toEqual([])
})

test('names of the national list, minorities and foreigners pass', () => {
  for (const name of ['张䶮', '𬬮𫓶', '阿卜杜拉·买买提', 'José Łódź', '司馬遷', '金　美'])
    expect(codes(name)).toEqual([])
})

test('a character in no font is named with person, code point, block and fonts', () => {
  const [one] = findings('林𠀁样')
  expect(one).toMatchObject({ code: 'characters/rare', severity: 'error', at: { path: 'person.name' } })
  expect(one?.args).toMatchObject({ char: '𠀁', code: 'U+20001', near: '林𠀁样', block: '汉字扩展 B 区' })
  expect(String(one?.args.fonts)).toContain('simsunb.ttf')
})

test.each([
  ['张\ue863', 'characters/private-use-known', 'error'],
  ['张\ue000', 'characters/private-use', 'error'],
  ['葛\u{e0100}某', 'characters/variation', 'error'],
  ['麦\ufe00', 'characters/variation', 'error'],
  ['ئالىم', 'characters/needs-shaping', 'error'],
  ['བཀྲ་ཤིས', 'characters/needs-shaping', 'error'],
  ['ᠪᠠᠭᠠ', 'characters/needs-shaping', 'error'],
  ['ꀊꄹ', 'characters/needs-shaping', 'error'],
  ['Jose\u0301', 'characters/combining-composed', 'note'],
  ['林\u0301', 'characters/combining', 'person'],
  ['⽂某', 'characters/other-form', 'person'],
  ['林\u202e样', 'characters/invisible', 'error'],
  ['林\u200b样', 'characters/invisible', 'error'],
  ['林\ufffd', 'characters/lost', 'error'],
  ['林😀', 'characters/no-font', 'error'],
])('%j is %s', (name, code, severity) => {
  expect(codes(name)).toEqual([[code, severity]])
})

test('a private-use character that the unit has a font for is for a person to look at', () => {
  const all = { has: () => true, holders: () => [] }
  expect(codes('张\ue863', all)).toEqual([['characters/private-use-known', 'person']])
})

test('a script that needs shaping stays an error whatever fonts there are', () => {
  expect(codes('ئالىم', { has: () => true, holders: () => [] })).toEqual([['characters/needs-shaping', 'error']])
})

test('a character that only a font of another role has names the file', () => {
  const [one] = findings('林𠀁', { has: (point) => point !== 0x20001, holders: () => ['simsunb.ttf'] })
  expect(one).toMatchObject({ code: 'characters/other-role', args: { files: 'simsunb.ttf' } })
})

test('one character is named once, however often it stands', () => {
  expect(codes('𠀁𠀁')).toHaveLength(1)
})

test('a sensitive fact is not shown around its character', () => {
  const document = { type: 'resident-id', number: '99000019850307001𠀁' }
  const person = { ...c.dossier.person, document }
  const dossier = { ...c.dossier, person } as typeof c.dossier
  const [one] = characterFindings(factsOf({ ...c, dossier }), shipped)
  expect(one?.code).toBe('characters/rare')
  expect(JSON.stringify(one)).not.toContain('19850307')
})

test('the unit is looked through, its fonts are not', () => {
  const unit = { ...c.unit, format: 'juanzong/unit@1' as const, name: '重庆𠀁公司', fonts: { kai: { file: '𠀂.ttf' } } }
  const found = characterFindings(factsOf({ ...c, unit }), shipped)
  expect(found.map(({ at }) => at.path)).toEqual(['unit.name'])
})

test('what the check has named, layout need not name again', () => {
  const found = findings('ئالىم𠀁')
  expect(namesCharacter(found, '𠀁')).toBe(true)
  expect(namesCharacter(found, 'ل')).toBe(true)
  expect(namesCharacter(found, '𠀂')).toBe(false)
})

test('private-use characters of GBK are those that any GB 18030 decoder gives', () => {
  const decoder = new TextDecoder('gb18030')
  const bytes = Array.from({ length: 0xa1 - 0x50 }, (_, i) => 0x50 + i).filter((byte) => byte !== 0x7f)
  const differing = bytes.flatMap((byte, i) => {
    const now = decoder.decode(new Uint8Array([0xfe, byte]))
    // a decoder without GB 18030-2022 leaves six of them in the private area
    return /\p{Co}/u.test(now) || formerPrivateUse(0xe815 + i) === now ? [] : [byte]
  })
  expect(bytes.length).toBe(80)
  expect(differing).toEqual([])
  expect(formerPrivateUse(0xe863)).toBe('䶮')
  expect(formerPrivateUse(0xe7c7)).toBe('ḿ')
  expect(formerPrivateUse(0xe000)).toBeUndefined()
})
