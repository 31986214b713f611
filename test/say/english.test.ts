import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { check, later } from '../../src/check/check.ts'
import { derivedOf } from '../../src/check/derived.ts'
import { proofs } from '../../src/check/lint/proofs.ts'
import type { Text } from '../../src/model/scalar.ts'
import { sentences } from '../../src/say/report.ts'
import { explainFrame } from '../../src/say/words/explain.ts'
import { frame } from '../../src/say/words/frame.ts'
import { help } from '../../src/say/words/help.ts'
import { words } from '../../src/say/words/index.ts'
import { procedure, sample } from '../check/sample.ts'
import { run } from '../commands/run.ts'

/** English is English: Chinese stands only in quotes, in the names of clauses and documents, and in paths of files. */
const han = /\p{Script=Han}/u
const clause = /[一二三四五六七][（(-][一二三四五六七\d][^\s,.;:"<]*/gu
const document = /[\p{Script=Han}]*〔\d{4}〕\d+号(《[^》]*》)?[^\s,.;:"<]*/gu
const file = /(evidence|snapshots)\/[^\s"<]*/gu
const bare = (text: string) =>
  text
    .replace(/“[^”]*”/g, '')
    .replace(document, '')
    .replace(clause, '')
    .replace(file, '')
const chinese = (text: string) => (han.test(bare(text)) ? [text] : [])

const phrases: readonly (readonly [string, { readonly en?: string | undefined }])[] = [
  ...Object.entries(words).flatMap(([code, { say, fix }]) => [[code, say] as const, [code, fix] as const]),
  ...Object.entries({ ...frame, ...help, ...explainFrame }),
  ...procedure.rules.rules.flatMap(({ id, say, fix, otherReading }) =>
    [say, fix, otherReading].flatMap((text) => (text ? [[id, text] as const] : [])),
  ),
]
/** Words that a sheet or a folder prints as they are, in either language. */
const printed = /^(forms\/|bag\.|contents\.|task\.|posted\.|print\.|checklist)/

test('every sentence has English without Chinese in it', () => {
  const own = phrases.filter(([key]) => !printed.test(key))
  expect(own.filter(([, { en }]) => en === undefined || en === '').map(([key]) => key)).toEqual([])
  expect(own.flatMap(([key, { en = '' }]) => chinese(en).map((text) => `${key}: ${text}`))).toEqual([])
})

test('every label of the procedure and of what follows from it has English', () => {
  const labels: readonly (readonly [string, Text])[] = [
    ...procedure.fields.map(({ path, label }) => [path, label] as const),
    ...derivedOf(procedure).map(({ path, label }) => [path, label] as const),
    ...procedure.kinds.kinds.flatMap(({ id, name, fields, parts }) => [
      [id, name] as const,
      ...fields.map(({ key, label }) => [key, label] as const),
      ...parts.map((part) => [part.id, part.name] as const),
    ]),
    ...procedure.kinds.supporting.map(({ id, name }) => [id, name] as const),
    ...procedure.slots.slots.map(({ id, name }) => [id, name] as const),
    ...procedure.documents.documents.map(({ id, name }) => [id, name] as const),
    ...[...procedure.file.routes, ...procedure.file.categories, ...procedure.file.bodies].map(
      ({ id, name }) => [id, name] as const,
    ),
  ]
  expect(labels.filter(([, { en }]) => en === undefined || chinese(en).length > 0).map(([key]) => key)).toEqual([])
})

test('what the rules say of every way to break them', () => {
  const said = proofs(sample).flatMap(({ rule, after }) => {
    if (!after.ok) return []
    const c = after.case
    const labels = derivedOf(procedure)
    const report = { procedure, dossier: c.dossier, stage: c.stage, asOf: c.today, findings: [], later: [], labels }
    const found = [...check(c), ...later(c)].filter((one) => one.rule === rule.id)
    return sentences(report, found, 'en').flatMap(({ place, what, fix, otherReading = '' }) =>
      [place, what, fix, otherReading].flatMap(chinese).map((text) => `${rule.id}: ${text}`),
    )
  })
  expect([...new Set(said)]).toEqual([])
})

// The example with gaps, as a user of --lang en sees it.

const folder = resolve(import.meta.dirname, '../../examples/02-applicant-with-gaps')
let out = ''
const reports: Record<string, string> = {}

beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'juanzong-english-'))
  const asked = ['check', folder, '--today', '2024-10-25', '--lang', 'en']
  reports.terminal = (await run([...asked, '--out', out])).out
  reports.html = readFileSync(join(out, 'report', 'findings.html'), 'utf8')
  reports.json = (await run([...asked, '--json'])).out
})

afterAll(() => rmSync(out, { recursive: true, force: true }))

test('the report of the example with gaps on the terminal', () => {
  const lines = (reports.terminal ?? '').split('\n').filter((line) => !line.trimStart().startsWith('Basis:'))
  expect(lines.length).toBeGreaterThan(100)
  expect(lines.flatMap(chinese)).toEqual([])
})

test('the same as HTML', () => {
  const html = (reports.html ?? '')
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
  const cells = html
    .replace(/<td class="basis">.*?<\/td>/g, '')
    .split(/<[^>]*>/)
    .filter((text) => text.trim() !== '')
  const names = ['林样例', ...cells.filter((cell) => cell.includes('〔2024〕20号'))]
  expect(cells.length).toBeGreaterThan(100)
  expect(cells.filter((cell) => !names.includes(cell)).flatMap(chinese)).toEqual([])
})

test('the same in the English of the JSON', () => {
  const { findings, later: todo, next } = JSON.parse(reports.json ?? '{}')
  const said = [...findings, ...todo].flatMap(({ en }) => [en.place, en.what, en.fix, en.otherReading ?? ''])
  expect(said.length).toBeGreaterThan(100)
  expect([...said, ...next.map(({ en }: { en: string }) => en)].flatMap(chinese)).toEqual([])
})
