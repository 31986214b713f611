import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { check } from '../../src/check/check.ts'
import { formsOf, type Made } from '../../src/commands/forms.ts'
import { catalogueRows } from '../../src/commands/list-catalogue.ts'
import { checklistRows } from '../../src/commands/list-checklist.ts'
import { paperRows } from '../../src/commands/list-papers.ts'
import { postedRows } from '../../src/commands/list-posted.ts'
import type { Case } from '../../src/model/case.ts'
import type { Achievement } from '../../src/model/dossier.ts'
import { goldenOf } from '../lay/golden.ts'
import { textsOf } from '../lay/kit.ts'
import { column, drawn, sampleOf, sourceOf, without } from './drawn.ts'

const chongqing = await sampleOf('chongqing-green-low-carbon-2024')
const national = await sampleOf('national-engineering-sample')
const [made, sister] = [drawn(chongqing), drawn(national)]
const achievements = chongqing.dossier.achievements as readonly Achievement[]
const parts = achievements.flatMap((one) => {
  const kind = chongqing.procedure.kinds.kinds.find(({ id }) => id === one.type)
  return (kind?.parts ?? []).map((part) => ({ id: one.id, type: one.type, part: part.id }))
})

function named(forms: readonly Made[], id: string): Made {
  const found = forms.find(({ form }) => form.id === id)
  if (!found) throw new Error(`there is no ${id}`)
  return found
}

describe.each([
  ['chongqing', made],
  ['national', sister],
])('%s', (name, forms) => {
  // The worksheet says where every place of the other forms is: it changes with each of them.
  const listed = forms
    .filter(({ form: { rows } }) => rows !== undefined && rows !== 'tasks')
    .map((one) => [one.form.id, one] as const)

  test.each(listed)('%s looks as it was accepted, with its rows', async (id, { laid }) => {
    expect([laid.missing, laid.overfull]).toEqual([[], []])
    await expect(goldenOf(laid)).toMatchFileSnapshot(`../golden/lists/${name}-${id}.txt`)
  })
})

test('ticks of the checklist are drawn, never typed', () => {
  const { laid } = named(drawn(without(chongqing, 'e5a2', 'index')), 'checklist')
  const items = laid.pages.flatMap((page) => page.items)
  const rows = checklistRows(sourceOf(without(chongqing, 'e5a2', 'index')))
  const states = column(rows, 'state')
  const ticks = items.flatMap((item) => (item.kind === 'tick' ? [item.state] : []))
  expect(ticks.filter((state) => state === 'on')).toHaveLength(states.filter((state) => state === 'there').length)
  const boxes = rows.filter(({ level, state }) => level === 'part' && state !== 'free')
  expect(ticks.filter((state) => state === 'off')).toHaveLength(boxes.length)
  expect(textsOf(items).filter(({ text }) => /[✓✔☑√☐□]/u.test(text))).toEqual([])
})

test.each(parts)('without $part of $id the checklist says what the findings say', ({ id, type, part }) => {
  const c = without(chongqing, id, part)
  const findings = check(c).filter(({ at }) => at.id === id)
  const found = findings.find(({ rule }) => rule === `evidence/${type}/${part}` || rule === `evidence/${type}`)
  const expected = found === undefined ? 'free' : found.severity === 'error' ? 'missing' : 'doubtful'
  const [row, ...more] = rowsOfPart(c, id, part)
  expect([row?.state, more]).toEqual([expected, []])
})

test('the sample has nothing missing and nothing to judge, and the sum says so', () => {
  const rows = checklistRows(sourceOf(chongqing))
  expect(rows.filter(({ state }) => state === 'missing' || state === 'doubtful')).toEqual([])
  const there = rows.filter(({ state }) => state === 'there').length
  expect(rows.at(-1)?.title).toBe(`共 ${there} 项：齐 ${there} 项，缺 0 项，待核 0 项`)
})

test('a file that is there and broken is to be judged, with the reason beside it', () => {
  const [broken] = chongqing.inventory.files
  if (!broken) throw new Error('no files')
  const { code, ...rest } = { code: 'evidence/broken-pdf', severity: 'error', stage: 'draft', args: {} } as const
  const finding = { code, ...rest, at: { file: broken.path }, basis: 'plain-sanity', verified: true } as const
  const rows = checklistRows({ ...sourceOf(chongqing), findings: [finding] })
  const row = rows.find(({ file }) => String(file).startsWith(broken.path.replace('evidence/', '')))
  expect(row?.state).toBe('doubtful')
  expect(String(row?.note)).toContain('PDF')
})

test('a paper that a rule asks for is listed as missing, one that nobody asks for is not', () => {
  const checks = { ...chongqing.dossier.platformChecks, identity: 'failed' as const }
  const rows = checklistRows(sourceOf({ ...chongqing, dossier: { ...chongqing.dossier, platformChecks: checks } }))
  const papers = rows.filter(({ title }) => title === '有效身份证件')
  expect(column(papers, 'state')).toEqual(['missing'])
  expect(checklistRows(sourceOf(chongqing)).filter(({ title }) => title === '有效身份证件')).toEqual([])
})

test('the route’s paper is missing while it is not there', () => {
  const c = { ...chongqing, dossier: { ...chongqing.dossier, category: 'outside-unit' } }
  const rows = checklistRows(sourceOf(c)).filter(({ title }) => title === '委托评审函')
  expect(column(rows, 'state')).toEqual(['missing'])
})

test('the order of files, rules and kinds among the achievements changes no row', () => {
  const expected = [checklistRows(sourceOf(chongqing)), postedRows(sourceOf(chongqing))]
  const { files } = chongqing.inventory
  const { rules } = chongqing.procedure.rules
  const types = [...new Set(achievements.map(({ type }) => type))]
  fc.assert(
    fc.property(shuffled(files), shuffled(rules), shuffled(types), (someFiles, someRules, someTypes) => {
      const c: Case = {
        ...chongqing,
        dossier: {
          ...chongqing.dossier,
          achievements: someTypes.flatMap((type) => achievements.filter((one) => one.type === type)),
        },
        inventory: { ...chongqing.inventory, files: someFiles },
        procedure: { ...chongqing.procedure, rules: { ...chongqing.procedure.rules, rules: someRules } },
      }
      expect([checklistRows(sourceOf(c)), postedRows(sourceOf(c))]).toEqual(expected)
    }),
    { numRuns: process.env.TEST_SCALE === 'full' ? 100 : 8 },
  )
})

test('the posted list has every file once for each use, with the pages and the digest of the survey', () => {
  const { claims, files } = chongqing.inventory
  const rows = postedRows(sourceOf(chongqing))
  const wanted = claims.map(({ path, excerpt }) => {
    const file = files.find((one) => one.path === path)
    return `${file?.sha256.slice(0, 10)} ${excerpt ? excerpt.to - excerpt.from + 1 : file?.pages}`
  })
  expect(rows.map(({ digest, pages }) => `${digest} ${pages}`).sort()).toEqual(wanted.sort())
  expect(column(rows, 'no')).toEqual(rows.map((_, index) => index + 1))
})

test('how a file is posted stands in its row; names of files stand in none', () => {
  const claims = chongqing.inventory.claims.map((claim) => ({ ...claim, posting: 'list-only' as const }))
  const rows = postedRows(sourceOf({ ...chongqing, inventory: { ...chongqing.inventory, claims } }))
  expect(new Set(column(rows, 'how'))).toEqual(new Set(['只列清单']))
  const text = JSON.stringify(rows)
  expect(chongqing.inventory.files.filter(({ path }) => text.includes(path.split('/').at(-1) ?? path))).toEqual([])
})

test('into the bag go the forms that are filed, each once, and a row for each kind of evidence', () => {
  const rows = paperRows({ ...sourceOf(chongqing), made })
  const titles = column(rows, 'title')
  expect(titles.slice(0, 2)).toEqual(['重庆市职称申报综合情况（公示）表（A3）', '公示公告'])
  expect(titles).not.toContain('重庆市职称申报综合情况（公示）表（A4）')
  expect(new Set(titles).size).toBe(titles.length)
  expect(rows.find(({ title }) => title === '职称评审表')).toMatchObject({ copies: 2, pages: '' })
})

test('the catalogue of the personnel file holds the review form, dated by the confirmation', () => {
  const event = { id: 'e99', on: '2024-12-05', what: 'confirmed' as const }
  const journal = { ...chongqing.journal, events: [...chongqing.journal.events, event] }
  const [row, ...more] = catalogueRows({ ...sourceOf({ ...chongqing, journal }), made })
  expect(row).toMatchObject({ title: '职称评审表（高级工程师）', year: '2024', month: '12', day: '5', pages: '' })
  expect(more).toEqual([])
  expect(catalogueRows({ ...sourceOf(chongqing), made })[0]).toMatchObject({ year: '', month: '', day: '' })
})

test('the print sheet speaks of every form, cover and contents within the bound volume', () => {
  const pages = named(made, 'print-sheet').laid.pages
  const text = pages
    .flatMap((page) => textsOf(page.items))
    .map((item) => item.text)
    .join('')
  const names = made
    .filter(({ form }) => !['cover', 'contents'].includes(form.use) && form.rows !== 'print')
    .map(({ name }) => name)
  expect(names.filter((name) => !text.includes(name))).toEqual([])
  expect(text).toContain('合订本')
  expect(text).toContain('双面，短边翻转')
  expect(text).toContain('双面，长边翻转')
})

test.each([
  ['no', { equals: ['declaration.exceptional', '是'] }, false],
  ['yes', { equals: ['declaration.exceptional', '否'] }, true],
  ['unknown', { equals: ['person.nameLatin', 'x'] }, true],
])('a form is made unless its condition is answered by no: %s', (_, when, isMade) => {
  const forms = chongqing.procedure.file.forms.map((form) => (form.id === 'pledge' ? { ...form, when } : form))
  const file = { ...chongqing.procedure.file, forms }
  const c = { ...chongqing, procedure: { ...chongqing.procedure, file } }
  expect(formsOf(c, 'final').some(({ id }) => id === 'pledge')).toBe(isMade)
})

test('a condition that does not parse is refused by name', () => {
  const forms = chongqing.procedure.file.forms.map((form) => ({ ...form, when: { hass: 'x' } }))
  const c = { ...chongqing, procedure: { ...chongqing.procedure, file: { ...chongqing.procedure.file, forms } } }
  expect(() => formsOf(c, 'final')).toThrow('check/bad-condition')
})

test('public makes what hangs on the wall, and nothing else', () => {
  const ids = drawn(chongqing, 'public').map(({ form, version }) => `${form.id} ${version ?? ''}`.trim())
  expect(ids.sort()).toEqual(['posted-files', 'posting-notice', 'publicity-a3 posting', 'publicity-a4 posting'])
})

test.each([
  ['none', '无异议'],
  ['settled', '有异议，经查实无问题'],
  ['upheld', '有异议，经查实有问题'],
])('the result %s ticks its own line', (result, line) => {
  const events = chongqing.journal.events.map((event) =>
    event.what === 'posting-ended' ? { ...event, result: result as 'none' } : event,
  )
  const forms = drawn({ ...chongqing, journal: { ...chongqing.journal, events } })
  const items = named(forms, 'posting-result').laid.pages.flatMap((page) => page.items)
  const on = items.filter((item) => item.kind === 'tick' && item.state === 'on')
  const text = textsOf(items).find((item) => item.text.trim() === line)
  expect(on).toHaveLength(1)
  expect(on[0]?.kind === 'tick' && text && Math.abs(on[0].y + on[0].size / 2 - text.y) < 4).toBe(true)
})

test('without a posting the days of notice and result are left to be written', () => {
  const forms = drawn({ ...chongqing, journal: { ...chongqing.journal, events: [] } })
  for (const id of ['posting-notice', 'posting-result']) {
    const items = named(forms, id).laid.pages.flatMap((page) => page.items)
    expect(textsOf(items).filter(({ text }) => /2024\s*年\s*\d/.test(text))).toEqual([])
    expect(items.filter((item) => item.kind === 'tick' && item.state === 'on')).toEqual([])
  }
})

// ---

function rowsOfPart(c: Case, id: string, part: string) {
  const one = achievements.find((row) => row.id === id)
  const kind = c.procedure.kinds.kinds.find((row) => row.id === one?.type)
  const name = kind?.parts.find((row) => row.id === part)?.name.zh ?? part
  const rows = checklistRows(sourceOf(c))
  const from = rows.findIndex(({ level, title }) => level === 'owner' && title === one?.title)
  const rest = rows.slice(from + 1)
  const to = rest.findIndex(({ level }) => level !== 'part')
  return rest.slice(0, to).filter(({ title }) => title === name)
}

function shuffled<T>(list: readonly T[]) {
  return fc.shuffledSubarray([...list], { minLength: list.length })
}
