import { expect, test } from 'vitest'
import { memoryDisk } from '../../src/disk/disk.ts'
import { readDossier } from '../../src/disk/dossier.ts'
import { tryYaml } from '../../src/disk/yaml.ts'
import { dossierSchema } from '../../src/model/dossier.ts'
import type { Finding } from '../../src/model/finding.ts'
import { journalSchema } from '../../src/model/journal.ts'
import { sentence } from '../../src/say/say.ts'
import { refused, utf8 } from './kit.ts'

const head = 'format: juanzong/dossier@1\nprocedure: x\n'

function sayings(findings: readonly Finding[]): string[] {
  return findings.map((finding) => {
    const { what, fix } = sentence(finding, { lang: 'zh' })
    return `${finding.at.line}:${finding.at.column} ${what}${fix}`
  })
}
function said(source: string): string[] {
  const read = tryYaml(dossierSchema, utf8(head + source), 'dossier.yaml')
  return read.ok ? [] : sayings(read.findings)
}

test('a wrong value is quoted with its place and what to write instead', () => {
  const source = `person:
  sex: M
  birth: 1990.1.5
  workSince: ２０１０-07
education:
  - id: e1
    to: 2023-02-30
    scool: 样例大学
`
  expect(said(source)).toEqual([
    '4:8 “M”的写法读不出来。请写成 男。',
    '5:10 日期“1990.1.5”的写法读不出来。请写成 1990-01-05。',
    '6:14 “２０１０-07”用了全角字符。请用半角，写成 2010-07。',
    '9:9 “2023-02-30”在日历上不存在，或不在 1900 至 2199 年之间。请核对年、月、日。',
    '10:5 不认识的栏目“scool”。是否应为“school”？请改正后保存。',
  ])
})

/** Each gives words in which no place for an argument stayed empty. */
const sources = [
  'person:\n  birth: 20190605\n',
  'person:\n  birth: 2019年6月\n',
  'person:\n  birth: x\n',
  'declaration:\n  declaredOn: 2024-10\n  year: 12,000\n',
  'declaration:\n  declaredOn: 2024/10/1\n  year: x\n',
  'employer:\n  genuine: yes\n  postsManaged: 不清楚\n  kind: a b\n',
  'education: x\nwork:\n  - a\n',
  'education:\n  - id: a\n    years: x\n  - from: 2019\n',
  'achievements:\n  - id: a\n    type: b\n    evidence:\n      c: {path: x, pages: 3~9}\n      d: {pages: 1}\n    posting: x\n',
  'procedure2: 1\nmobile: 1\nsumary: 2\n',
  'summary: "\\ud800"\nperson: {name: "", nameLatin: ""}\n',
  `person: {name: ${'长'.repeat(61)}}\n`,
]
test.each(sources)('nothing stays empty in what is said about %j', (source) => {
  const all = said(source)
  expect(all.length).toBeGreaterThan(0)
  for (const one of all) expect(one).not.toMatch(/（未填）|\{|“”/)
})

test('an unknown event lists the known ones', () => {
  const source = 'format: juanzong/journal@1\nevents: [{ id: a, on: 2024-10-01, what: hung }]\n'
  const read = tryYaml(journalSchema, utf8(source), 'journal.yaml')
  expect(sayings(read.ok ? [] : read.findings)[0]).toMatch(/“hung”.*posted、posting-ended/)
})

test('a folder without a dossier says how to make one', async () => {
  const refusal = await refused(readDossier(memoryDisk({ 'd/a.txt': '' }), 'd'))
  const { what, fix } = sentence(refusal, { lang: 'zh' })
  expect(what + fix).toBe(
    '“d”里没有 dossier.yaml，不是卷宗文件夹。请核对文件夹；新建卷宗请运行 juanzong new <文件夹>。',
  )
})
