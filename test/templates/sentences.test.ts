import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { procedureSchema } from '../../src/model/procedure.ts'
import { read } from './read.ts'

/**
 * The sentences of the notice that say 须 / 不得 / 应 / 可 / 截至 / 以…为准, in its order, each by the first 12 digits of the
 * SHA-256 of the sentence without blanks, with the lines of COVERAGE.md that answer to it. The notice itself is not in the
 * project; who has it as a text file can hold it against this list: NOTICE=<file> npx vitest run … sentences.
 */
const answered = `
7406fb7e7302 一-二-a
8d7b521500a3 一-三-a
e3d10e6496cf 一-三-b
8ca2adabe9f9 一-五-a 一-五-b 一-五-c
2feec582d68a 二-三
e4941916d778 二-四
b4be0ed53b09 四-b
4b1da6243fcd 四-一-a 四-一-b
95f4822307b2 四-一-3-a 四-一-3-b 四-一-3-c
acc43c59f637 四-二-1-b 四-二-1-c
8c520887f07c 四-二-1-d
94e9c0785a00 四-二-2-b
9dbd366e7ee7 四-二-2-c 四-二-2-d 四-二-2-e
8aff4c22b730 四-二-3-1-c
29fdb81c8cd9 四-二-3-1-d
c27c2f7792f0 四-二-3-1-e
602dd7d8d7fe 四-二-3-1-f 四-二-3-1-g 四-二-3-1-h
69f07545f932 四-二-4-1-a 四-二-4-1-b 四-二-4-1-c 四-二-4-1-d 四-二-4-1-e
29845db9ca16 四-二-5-c 四-二-5-d
17be6629e314 四-二-5-e
0a6cd5c24467 四-二-6-b
ba8a90dfc779 五-一-b 五-一-c
64eb522fc203 五-二
3dedf28d17ce 五-三-a 五-三-b
bc496631db23 五-四-6
`
  .trim()
  .split('\n')
  .map((row) => row.split(' '))

const lines = read(procedureSchema, 'procedure.yaml').sections.flatMap((section) => section.sentences)
const notice = process.env.NOTICE

test('each of the 25 sentences that bind somebody has its lines, and every line has a home or a reason', () => {
  expect(answered.length).toBe(25)
  for (const [digest = '', ...ids] of answered) {
    expect(ids.length, digest).toBeGreaterThan(0)
    const found = lines.filter((line) => ids.includes(line.id))
    expect(found.map((line) => line.id)).toEqual(ids)
    const homeless = found.filter(
      ({ rules, fields, slots, data, outside }) =>
        [rules, fields, slots, data].flatMap((list) => list ?? []).length === 0 && !outside,
    )
    expect(homeless).toEqual([])
  }
})

test('only the login addresses of them stay outside, and the help prints those', () => {
  const ids = answered.flatMap(([, ...rest]) => rest)
  const outside = lines.filter((line) => ids.includes(line.id) && line.outside)
  expect(outside.map((line) => line.id)).toEqual(['四-b'])
})

if (notice !== undefined)
  test('the sentences of the text that NOTICE names are these', () => {
    const text = readFileSync(notice, 'utf8')
    const binding = /须|不得|应|可|截至|以[^，。]{0,20}为准/
    const sentences = (text.match(/[^。\n]+。?/g) ?? []).map((one) => one.replace(/[\s\ufeff]/g, ''))
    const digests = sentences
      .filter((one) => binding.test(one))
      .map((one) => createHash('sha256').update(one).digest('hex').slice(0, 12))
    expect(digests).toEqual(answered.map(([digest]) => digest))
  })
