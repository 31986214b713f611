import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { frame, reader } from '../../src/commands/opening/frames.ts'
import { openEvidence, startOpener } from '../../src/commands/opening/opener.ts'
import { openHere } from '../../src/evidence/opener.ts'
import { openPdfium } from '../../src/pdfium/pdfium.ts'
import { words } from '../../src/say/words/index.ts'
import * as make from '../fixtures/make-files.ts'
import { heic } from '../fixtures/make-heic.ts'

const entry = new URL('../fixtures/odd-child.ts', import.meta.url)
const file = (word: string) => new Uint8Array(Buffer.from(word))

async function measured(opener: ReturnType<typeof startOpener>, word: string) {
  const { merged, problems } = await opener.measure(file(word), 'pdf', [])
  return [merged, ...problems.map(({ code, severity }) => `${severity} ${code}`)]
}

test.each([
  ['hangs in a loop', 'hang', 'error evidence/too-slow'],
  ['never answers', 'wait', 'error evidence/too-slow'],
  ['crashes', 'crash', 'error evidence/opening-failed'],
  ['ends without a word', 'leave', 'error evidence/opening-failed'],
  ['takes all memory', 'greedy', 'error evidence/too-much-memory'],
  ['meets a bug', 'bug', 'error evidence/opening-failed'],
])('a file that %s is a finding, and the next file is opened', async (_, word, said) => {
  const opener = startOpener({ entry, clock: word === 'greedy' ? 60 : 3 })
  expect(await measured(opener, 'good')).toEqual([true])
  expect(await measured(opener, word)).toEqual([false, said])
  expect(await measured(opener, 'good')).toEqual([true])
  const code = said.split(' ')[1] ?? ''
  expect(words[code]?.fix.zh).toMatch(/./)
})

test('files asked for at once come one after the other, each with its own answer', async () => {
  const opener = startOpener({ entry, clock: 20 })
  const asked = ['good', 'crash', 'good', 'leave', 'good'].map((word) => measured(opener, word))
  expect(await Promise.all(asked)).toEqual([
    [true],
    [false, 'error evidence/opening-failed'],
    [true],
    [false, 'error evidence/opening-failed'],
    [true],
  ])
})

test('one child serves many files', async () => {
  const opener = startOpener({ entry, clock: 20 })
  const pid = async () => (await opener.measure(file('pid'), 'pdf', [])).pages
  const first = await pid()
  for (let at = 0; at < 5; at++) expect(await pid()).toBe(first)
  await measured(opener, 'crash')
  expect(await pid()).not.toBe(first)
})

test('bytes come back as they are, those that were sent as the very same', async () => {
  const opener = startOpener({ entry, clock: 20 })
  const given = file('good')
  const [same, shorter] = await opener.pages(given, 'pdf', undefined)
  expect(same?.bytes).toBe(given)
  expect(Buffer.from(shorter?.bytes ?? []).toString()).toBe('ood')
  expect(await opener.excerpts(given, [{ from: 1, to: 3 }])).toEqual([file('oo')])
})

test('a Refusal of the child is one here, with its place', async () => {
  const opener = startOpener({ entry, clock: 20 })
  const refused = opener.pages(file('refuse'), 'pdf', undefined)
  await expect(refused).rejects.toMatchObject({ name: 'Refusal', code: 'evidence/broken-pdf', at: { page: 2 } })
  expect((await opener.measure(file('refuse'), 'pdf', [])).problems).toMatchObject([
    { code: 'evidence/broken-pdf', args: { pages: 3 }, page: 2 },
  ])
})

test('two files are not called the same when looking at them fails', async () => {
  const opener = startOpener({ entry, clock: 20 })
  expect(await opener.same(file('good'), file('x'), [1, 1])).toBe(true)
  expect(await opener.same(file('crash'), file('x'), [1, 1])).toBe(false)
})

test('an orphan in a loop does not outlive its parent', async () => {
  const path = fileURLToPath(new URL('../fixtures/orphan.ts', import.meta.url))
  const parent = spawn(process.execPath, ['--import', 'tsx', path], { stdio: ['ignore', 'pipe', 'ignore'] })
  const pid = await new Promise<number>((resolve) => parent.stdout.once('data', (piece) => resolve(Number(piece))))
  expect(runs(pid)).toBe(true)
  parent.kill('SIGKILL')
  for (let wait = 0; wait < 200 && runs(pid); wait++) await new Promise((resolve) => setTimeout(resolve, 50))
  expect(runs(pid)).toBe(false)
})

test('frames come through whole, in whatever pieces they arrive', () => {
  const value = {
    text: '卷宗',
    empty: new Uint8Array(),
    list: [new Uint8Array([1, 2, 3]), { deep: new Uint8Array([4]) }],
    none: null,
  }
  const stream = Buffer.concat([...frame(value), ...frame({ second: true })])
  for (const size of [1, 2, 7, 8, 9, 50, stream.length]) {
    const got: unknown[] = []
    const read = reader((each) => got.push(each))
    for (let at = 0; at < stream.length; at += size) read(stream.subarray(at, at + size))
    expect(got).toEqual([value, { second: true }])
  }
})

test('the child says of every file what is said here', async () => {
  const [here, child] = [openHere(await openPdfium()), openEvidence()]
  const files = [await make.jpeg(), await make.pdfBytes(['a', 'b']), await make.tiff3(), heic(make.quarters(64, 48))]
  const kinds = ['jpeg', 'pdf', 'tiff', 'heic'] as const
  for (const [at, bytes] of files.entries()) {
    const kind = kinds[at] ?? 'unknown'
    const plain = ({ prints, ...rest }: Awaited<ReturnType<typeof child.measure>>) => [
      rest,
      prints?.map(({ grey }) => [...grey]),
    ]
    expect(plain(await child.measure(bytes, kind, []))).toEqual(plain(await here.measure(bytes, kind, [])))
    const [one, other] = [await child.pages(bytes, kind, undefined), await here.pages(bytes, kind, undefined)]
    const plainPages = (pages: typeof one) => pages.map((page) => ({ ...page, bytes: [...page.bytes] }))
    expect(plainPages(one)).toEqual(plainPages(other))
  }
})

// ---

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
