import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeExamples } from '../../examples/make.ts'
import { applicant } from './example.ts'
import { run } from './run.ts'
import { withSample } from './sample.ts'

let home = ''
let folder = ''
const at = (...names: string[]) => join(folder, ...names)
const read = (...names: string[]) => readFileSync(at(...names), 'utf8')
const freeze = (...more: string[]) => run(['freeze', folder, '--today', '2024-10-11', ...more])

beforeAll(async () => {
  if (!existsSync(join(applicant, 'evidence'))) await makeExamples()
})

/** The complete applicant before the posting: only the originals have been looked at. */
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'juanzong-freeze-'))
  folder = join(home, 'a')
  const later = ['out', 'snapshots'].map((name) => join(applicant, name))
  cpSync(applicant, folder, { recursive: true, filter: (path) => !later.some((name) => path.startsWith(name)) })
  cpSync(resolve(applicant, '../unit.yaml'), join(home, 'unit.yaml'))
  const journal = read('journal.yaml')
  writeFileSync(at('journal.yaml'), journal.slice(0, journal.indexOf('  # 公示')))
})

afterEach(() => rmSync(home, { recursive: true, force: true }))

async function codes(...more: string[]): Promise<string[]> {
  const { out } = await run(['check', folder, '--json', '--today', '2024-10-28', ...more])
  const found: readonly { code: string; severity: string; at: { path?: string } }[] = JSON.parse(out).findings
  return found
    .filter(({ code }) => code.startsWith('posted/'))
    .map(({ code, severity, at: { path } }) => `${severity} ${code} ${path ?? ''}`)
}

function edit(old: string, fresh: string): void {
  const text = read('dossier.yaml')
  expect(text).toContain(old)
  writeFileSync(at('dossier.yaml'), text.replace(old, fresh))
}

const post = (id = '1') =>
  appendFileSync(
    at('journal.yaml'),
    `  - { id: p${id}, on: 2024-10-11, what: posted, places: [公示栏], snapshot: "${id}" }\n`,
  )

test('freezing keeps the facts byte for byte and prints the code and the next step', async () => {
  const { exit, out } = await freeze()
  expect(exit).toBe(0)
  const code = /^code: (\S+)$/m.exec(read('snapshots', '1', 'manifest.yaml'))?.[1] ?? 'none'
  expect(out).toContain(code)
  expect(out.trimEnd().split('\n').at(-1)).toMatch(/^下一步：.*posted/)
  expect(read('snapshots', '1', 'dossier.yaml')).toBe(read('dossier.yaml'))
  expect(readdirSync(at('snapshots'))).toEqual(['1'])
})

test('the journal gets one event at its end and keeps its comments', async () => {
  const before = read('journal.yaml')
  await freeze()
  const after = read('journal.yaml')
  expect(after.startsWith(before)).toBe(true)
  expect(after.slice(before.length)).toMatch(/^ {2}- id: e2\n {4}on: 2024-10-11\n {4}what: frozen\n {4}snapshot: "1"\n/)
})

test('without a journal one is made', async () => {
  rmSync(at('journal.yaml'))
  await freeze()
  expect(read('journal.yaml')).toMatch(/^format: juanzong\/journal@1\nevents:\n {2}- id: e1\n/)
})

test('frozen twice without a change is frozen once', async () => {
  await freeze()
  const journal = read('journal.yaml')
  appendFileSync(at('dossier.yaml'), '# 注释\n')
  const { exit, out } = await freeze()
  expect(exit).toBe(0)
  expect(out).toContain('没有改动')
  expect(readdirSync(at('snapshots'))).toEqual(['1'])
  expect(read('journal.yaml')).toBe(journal)
})

test('what changed is frozen as the next number', async () => {
  await freeze()
  edit('ethnicity: 土家族', 'ethnicity: 汉族')
  expect((await freeze('--json')).out).toMatch(/"snapshot": "2"/)
  expect(readdirSync(at('snapshots'))).toEqual(['1', '2'])
  expect(read('journal.yaml')).toMatch(/snapshot: "2"/)
})

test('while errors stand nothing is written, unless forced', async () => {
  edit('date: 2021-11-26', 'date: 2017-11-26')
  const refused = await freeze()
  expect(refused.exit).toBe(7)
  expect(refused.err).toContain('没有冻结')
  expect(existsSync(at('snapshots'))).toBe(false)
  expect((await freeze('--force')).exit).toBe(0)
})

test('a sample without its papers is refused', async () => {
  await withSample([], async (sample) => {
    expect((await run(['freeze', sample, '--today', '2024-10-11'])).exit).toBe(7)
    expect(existsSync(join(sample, 'snapshots'))).toBe(false)
  })
})

test('a changed fact, a new paper and a renamed one are named after the posting', async () => {
  await freeze()
  post()
  expect(await codes()).toEqual([])
  edit('date: 2021-11-26', 'date: 2021-11-27')
  edit('evidence/其他/工程师证书.jpg', 'evidence/其他/证书.jpg')
  cpSync(at('evidence/其他/工程师证书.jpg'), at('evidence/其他/证书.jpg'))
  rmSync(at('evidence/其他/工程师证书.jpg'))
  cpSync(at('evidence/论文/检索证明.pdf'), at('evidence/f17b/封面补.pdf'))
  appendFileSync(at('evidence/f17b/封面补.pdf'), '\n% new\n')
  expect(await codes()).toEqual([
    'error posted/fact-changed achievements[a7f3].date',
    'error posted/file-added achievements[f17b].evidence.cover',
    'note posted/file-moved supporting.title-certificate',
  ])
})

test('what was posted later is what counts, and freezing for it is not refused by the change', async () => {
  await freeze()
  post()
  edit('date: 2021-11-26', 'date: 2021-11-27')
  expect((await freeze()).exit).toBe(0)
  expect(await codes()).toEqual(['error posted/fact-changed achievements[a7f3].date'])
  post('2')
  expect(await codes()).toEqual([])
})

test('a snapshot that is not there or was altered is said', async () => {
  await freeze()
  post()
  const copy = at('snapshots', '1', 'dossier.yaml')
  writeFileSync(copy, readFileSync(copy, 'utf8').replace('date: 2021-11-26', 'date: 2021-11-27'))
  expect(await codes()).toEqual(['error posted/snapshot-altered ', 'error posted/fact-changed achievements[a7f3].date'])
  rmSync(at('snapshots'), { recursive: true })
  expect(await codes()).toEqual(['error posted/snapshot-missing '])
})

test('a posted sheet bears the code only while it is as frozen; the filed one that of the posting', async () => {
  await freeze()
  post()
  const code = /^code: (\S+)$/m.exec(read('snapshots', '1', 'manifest.yaml'))?.[1] ?? 'none'
  const texts = async () => {
    const { openPdfium } = await import('../../src/pdfium/pdfium.ts')
    const pdfium = await openPdfium()
    await run(['fill', folder, '--today', '2024-10-25', '--out', join(home, 'out'), '--force'])
    const has: Record<string, boolean> = {}
    for (const name of readdirSync(join(home, 'out/forms')).filter((one) => /A4-.*\.pdf$/.test(one))) {
      const pdf = await pdfium.open(readFileSync(join(home, 'out/forms', name)))
      has[/-([^-]*)\.pdf$/.exec(name)?.[1] ?? ''] = pdf.text(1).includes(code)
      pdf.close()
    }
    return has
  }
  expect(await texts()).toEqual({ 公示版: true, 存档版: true })
  edit('date: 2021-11-26', 'date: 2021-11-27')
  expect(await texts()).toEqual({ 公示版: false, 存档版: true })
})

test('the bundle carries the snapshots', async () => {
  await freeze()
  const { exit } = await run([
    'bundle',
    folder,
    '--today',
    '2024-10-25',
    '--out',
    join(home, 'out'),
    '--profile',
    'preview',
  ])
  expect(exit).toBe(0)
  const [bag = ''] = readdirSync(join(home, 'out')).filter((name) => !/\./.test(name))
  const kept = join(home, 'out', bag, 'data', 'facts', 'snapshots', '1', 'dossier.yaml')
  expect(readFileSync(kept, 'utf8')).toBe(read('dossier.yaml'))
})
