import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { expect, test } from 'vitest'
import { frame } from '../src/say/words/frame.ts'
import { help } from '../src/say/words/help.ts'
import { words } from '../src/say/words/index.ts'

const src = resolve(import.meta.dirname, '../src')
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  .map((name) => name.split(sep).join('/'))
  .sort()
const source = new Map(files.map((file) => [file, readFileSync(join(src, file), 'utf8')]))

const phases = ['check', 'evidence', 'fill', 'lay', 'write', 'bundle', 'seals', 'roster']
/** Folder → folders of `src/` that it may import besides itself (DESIGN 3). */
const arrows: Readonly<Record<string, readonly string[] | 'everything'>> = {
  model: [],
  disk: ['model'],
  pdfium: ['model'],
  say: ['model'],
  ...Object.fromEntries(phases.map((phase) => [phase, ['model']])),
  commands: 'everything',
  'cli.ts': 'everything',
  'index.ts': 'everything',
}
/** Who may touch what lies outside the program. */
const outside: readonly { readonly what: string; readonly pattern: RegExp; readonly allowed: readonly string[] }[] = [
  { what: 'files', pattern: /from 'node:fs(\/promises)?'/, allowed: ['disk', 'pdfium', 'commands', 'cli.ts'] },
  { what: 'sockets', pattern: /from 'node:(net|http|https|http2|tls|dgram|dns)'|\bfetch\(/, allowed: [] },
  {
    what: 'processes',
    pattern: /from 'node:(child_process|worker_threads|cluster)'/,
    allowed: ['disk', 'commands', 'cli.ts'],
  },
  {
    what: 'environment',
    pattern: /\bprocess\.(env|argv|cwd|platform|exit)\b/,
    allowed: ['disk', 'pdfium', 'commands', 'cli.ts'],
  },
  { what: 'clock', pattern: /\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b/, allowed: ['commands', 'cli.ts'] },
  { what: 'chance', pattern: /\bMath\.random\b|\brandomUUID\b|\brandomBytes\b/, allowed: [] },
  { what: 'locale', pattern: /\blocaleCompare\b|\btoLocale[A-Z]\w*\(|\bIntl\./, allowed: [] },
]

/** `bundle/zip.ts` → `bundle`; `cli.ts` → `cli.ts`. */
const folderOf = (file: string) => file.split('/')[0] ?? file

function imports(file: string): string[] {
  const text = source.get(file) ?? ''
  const found = [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((match) => match[1] ?? '')
  return found.map((path) =>
    relative(src, resolve(src, dirname(file), path))
      .split(sep)
      .join('/'),
  )
}

test.each(files)('%s imports along the arrows', (file) => {
  const own = folderOf(file)
  const allowed = arrows[own]
  expect(allowed, `src/${own} is no folder of DESIGN 3`).toBeDefined()
  if (allowed === 'everything' || allowed === undefined) return
  const wrong = imports(file).filter((path) => ![own, ...allowed].includes(folderOf(path)))
  expect(wrong).toEqual([])
})

test('the arrows are read from real imports', () => {
  expect(imports('say/say.ts')).toContain('model/finding.ts')
  expect(imports('commands/verbs.ts')).toContain('commands/check.ts')
})

test.each(outside)('only those who may touch $what do', ({ pattern, allowed }) => {
  const users = files.filter((file) => !allowed.includes(folderOf(file)) && pattern.test(code(source.get(file) ?? '')))
  expect(users).toEqual([])
})

test.each(files)('%s is under 300 lines and two folders deep', (file) => {
  expect((source.get(file) ?? '').split('\n').length).toBeLessThanOrEqual(300)
  expect(file.split('/').length).toBeLessThanOrEqual(3)
})

test('every code that is thrown or returned has words', () => {
  const unknown = files
    .filter((file) => !file.startsWith('say/words/'))
    .flatMap((file) => codes(source.get(file) ?? '').map((one) => ({ file, code: one })))
    .filter(({ code: one }) => !Object.hasOwn(words, one))
  expect(unknown).toEqual([])
})

test('the search for codes finds them', () => {
  expect(codes(`throw new Refusal('a/b', 3); const f = { code: 'c/d' }; text.regex(/x/, 'format/e')`)).toEqual([
    'a/b',
    'c/d',
    'format/e',
  ])
})

const texts = [
  ...Object.entries(words).flatMap(([code, word]) => [
    [`${code} say`, word.say] as const,
    [`${code} fix`, word.fix] as const,
  ]),
  ...Object.entries(frame),
  ...Object.entries(help),
]

test.each(texts)('%s says the same in both languages', (_, text) => {
  expect(names(text.en)).toEqual(names(text.zh))
  expect(text.zh.trim()).not.toBe('')
  expect(text.en.trim()).not.toBe('')
})

test.each(texts)('%s keeps the tone', (_, text) => {
  expect(text.zh.replace(/\{\{!--/g, '')).not.toMatch(/[！!]|非法|[a-zA-Z一-龥],|错误：/)
  expect(text.en.replace(/\{\{!--/g, '')).not.toMatch(/!/)
})

test('no code has words twice', () => {
  const folder = join(src, 'say/words')
  const keys = readdirSync(folder)
    .filter((name) => !['index.ts', 'word.ts', 'frame.ts', 'help.ts'].includes(name))
    .flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(/^ {2}'?([a-z-]+\/[^':]+)'?: \{/gm)])
    .map((match) => match[1])
  expect(keys.length).toBeGreaterThan(20)
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
})

// Sentences for people live in say/words and the procedure only (STYLE); a Chinese word or two elsewhere is a value.
test('no sentence for people outside say/words', () => {
  const spoken = files
    .filter((file) => !file.startsWith('say/words/'))
    .flatMap((file) =>
      [...code(source.get(file) ?? '').matchAll(/'[^'\n]*'|`[^`]*`/g)]
        .map((match) => match[0])
        .filter((text) => /[\u4e00-\u9fff]{2,}.*[。？]/.test(text))
        .map((text) => ({ file, text })),
    )
  expect(spoken).toEqual([])
})

// ---

/** Without comments, so that a comment that names the clock is no use of it. */
function code(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`\\])\/\/.*$/gm, '$1')
}

function codes(text: string): string[] {
  // Whatever is thrown or returned as a code, and any text that looks like one of an area that has words.
  const areas = [...new Set(Object.keys(words).map((key) => key.split('/')[0]))].join('|')
  const patterns = [
    /new Refusal\(\s*'([a-z]+\/[^']+)'/g,
    /\bcode: '([a-z]+\/[^']+)'/g,
    new RegExp(`'((?:${areas})/[a-z0-9-]+)'`, 'g'),
  ]
  const found = patterns.flatMap((pattern) => [...code(text).matchAll(pattern)].map((match) => match[1] ?? ''))
  return [...new Set(found)]
}

function names(text: string): string[] {
  return [...new Set([...text.matchAll(/\{([^{}\s]+)\}/g)].map((match) => match[1] ?? ''))].sort()
}
