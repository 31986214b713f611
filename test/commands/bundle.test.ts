import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { openPdfium } from '../../src/pdfium/pdfium.ts'
import { applicant, type Bundled, bundled, remove, today } from './example.ts'
import { run } from './run.ts'

let made: Bundled
const at = (...names: string[]) => join(made.folder, ...names)
const folder = '林样例-成果包'

beforeAll(async () => {
  made = await bundled()
})

afterAll(() => remove(made.folder))

test('folder, ZIP and receipt stand side by side, and nothing else', () => {
  expect(made.exit).toBe(0)
  expect(readdirSync(made.folder).sort()).toEqual([folder, `${folder}.zip`, `${folder}.回执.yaml`].sort())
})

test('the last line names the next step', () => {
  expect(made.out.trimEnd().split('\n').at(-1)).toMatch(/^下一步：/)
})

test.each([folder, `${folder}.zip`])('%s verifies, with its receipt', async (name) => {
  const { exit, out } = await run(['verify', at(name), '--receipt', at(`${folder}.回执.yaml`)])
  expect(exit).toBe(0)
  expect(out).toContain('校验通过')
  expect(out).toContain('与回执一致')
})

test('verify prints the top digest of the receipt', async () => {
  const receipt = parse(readFileSync(at(`${folder}.回执.yaml`), 'utf8'))
  expect((await run(['verify', at(folder)])).out).toContain(receipt.topDigest)
})

test('a changed byte fails with exit 5 and names the file', async () => {
  const file = at(folder, 'report', 'run.json')
  const before = readFileSync(file)
  appendFileSync(file, ' ')
  const { exit, out } = await run(['verify', at(folder)])
  writeFileSync(file, before)
  expect(exit).toBe(5)
  expect(out).toContain('report/run.json')
})

test('the receipt of another bundle fails', async () => {
  const other = at(folder, '..', 'other.yaml')
  const text = readFileSync(at(`${folder}.回执.yaml`), 'utf8')
  writeFileSync(
    other,
    text.replace(/topDigest: ./, (start) => `${start.slice(0, -1)}${start.endsWith('0') ? '1' : '0'}`),
  )
  const { exit } = await run(['verify', at(folder), '--receipt', other])
  rmSync(other)
  expect(exit).toBe(5)
})

test('nothing is overwritten without --force', async () => {
  const { exit, err } = await run(['bundle', applicant, '--today', today, '--out', made.folder])
  expect(exit).toBe(6)
  expect(err).toContain('已经存在')
})

test('originals are byte for byte, an excerpt is its pages', () => {
  const name = join('evidence', '扫描件0003.tif')
  expect(readFileSync(at(folder, 'data', name)).equals(readFileSync(join(applicant, name)))).toBe(true)
  const report = JSON.parse(readFileSync(at(folder, 'report', 'evidence.json'), 'utf8'))
  const contract = report.files.find((file: { path: string }) => file.path.includes('合同'))
  expect(contract.pages).toBe(60)
  expect(contract.held).toHaveLength(1)
  expect(existsSync(at(folder, contract.held[0].path))).toBe(true)
})

test('the pages of the contents are the real ones', async () => {
  const pdf = await (await openPdfium()).open(readFileSync(at(folder, 'data', '合订本.pdf')))
  const slots = JSON.parse(readFileSync(at(folder, 'report', 'slots.json'), 'utf8')).slots
  const texts = Array.from({ length: pdf.pageCount }, (_, index) => pdf.text(index + 1).replace(/\s/g, ''))
  pdf.close()
  const first =
    texts.findIndex((text, index) => index > 1 && text.includes('重庆市职称评审表') && text.includes('填表时间')) + 1
  expect(first).toBeGreaterThan(2)
  const row = texts.slice(1, first).find((text) => /职称评审表\d/.test(text)) ?? ''
  expect(row).toMatch(new RegExp(`职称评审表\\d+${first}(?!\\d)`))
  const review = slots.find((slot: { form: string; page: number }) => slot.form === 'review')
  expect(review.bundlePage - review.page + 1).toBe(first)
})

test('every slot of the route is in slots.json, waiting on each of its copies', () => {
  const { slots } = JSON.parse(readFileSync(at(folder, 'report', 'slots.json'), 'utf8'))
  expect(slots.length).toBeGreaterThan(5)
  for (const slot of slots) expect(slot.copies.length).toBeGreaterThan(0)
  // Sheets beside the bound volume (公示公告, 诚信承诺书) have no page in it.
  const bound = slots.filter((slot: { readonly bundlePage?: number }) => (slot.bundlePage ?? 0) > 0)
  expect([...new Set(bound.map((slot: { readonly form: string }) => slot.form))].sort()).toEqual([
    'publicity-a3',
    'review',
  ])
})

test('the bag carries the procedure that judged it', () => {
  const own = readdirSync(at(folder, 'report', 'procedure'))
  expect(own).toEqual(
    expect.arrayContaining(['procedure.yaml', 'rules.yaml', 'fields.yaml', 'evidence.yaml', 'slots.yaml']),
  )
})

test('the same bytes in another time zone and on another day of the machine', async () => {
  const zone = process.env.TZ
  process.env.TZ = 'America/Los_Angeles'
  const again = await bundled()
  process.env.TZ = zone
  const [a, b] = [made.folder, again.folder].map((one) => readFileSync(join(one, `${folder}.zip`)))
  remove(again.folder)
  expect(a && b && a.equals(b)).toBe(true)
})

test('Ctrl-C leaves nothing half-written and ends with 130', { skip: !existsSync('dist/cli.js') }, async () => {
  const out = mkdtempSync(join(tmpdir(), 'juanzong-interrupt-'))
  const child = spawn(process.execPath, ['dist/cli.js', 'bundle', applicant, '--today', today, '--out', join(out, 'x')])
  let err = ''
  child.stderr.on('data', (piece) => {
    err += piece
    if (err.includes('编制合订本')) child.kill('SIGINT')
  })
  const [status] = await once(child, 'close')
  const left = existsSync(join(out, 'x')) ? readdirSync(join(out, 'x')) : []
  remove(out)
  expect(err).toContain('已中断')
  expect(status).toBe(130)
  expect(left).toEqual([])
})

test('a dossier with broken and missing files still becomes a preview that verifies', async () => {
  const out = mkdtempSync(join(tmpdir(), 'juanzong-gaps-'))
  const gaps = resolve(applicant, '..', '02-applicant-with-gaps')
  const { exit, out: said, err } = await run(['bundle', gaps, '--today', today, '--out', out, '--profile', 'preview'])
  const verified = await run(['verify', join(out, `${folder}-预览.zip`)])
  const refused = await run(['bundle', gaps, '--today', today, '--out', out])
  remove(out)
  expect(err).not.toMatch(/^\s+at /m)
  expect(exit).toBe(1)
  expect(said).toMatch(/错误 \d+ 项/)
  expect(verified.exit).toBe(0)
  expect(refused.exit).toBe(7)
})

test('with sha256sum the manifest holds', { skip: spawnSync('sha256sum', ['--version']).status !== 0 }, () => {
  const { status } = spawnSync('sha256sum', ['-c', '--quiet', 'manifest-sha256.txt'], { cwd: at(folder) })
  expect(status).toBe(0)
})
