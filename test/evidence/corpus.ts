/**
 * Figures over a folder of real files that no test needs: `JUANZONG_CORPUS=<folder> npx tsx test/evidence/corpus.ts`. The folder
 * holds INDEX.tsv (file, …, what_is_special, expected_behaviour) and the files; every one is opened by the child process.
 */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { startOpener } from '../../src/commands/opening/opener.ts'
import { sniff } from '../../src/evidence/sniff.ts'
import { look } from '../../src/evidence/survey.ts'
import type { EvidenceFile } from '../../src/model/evidence.ts'
import { Refusal } from '../../src/model/finding.ts'
import { evidenceQualityWords } from '../../src/say/words/evidence-quality.ts'

const stopped = ['too-slow', 'too-much-memory', 'opening-failed']
/** What a finding must be called for each warning of the index. */
const named: Readonly<Record<string, readonly string[]>> = {
  repaired: ['pdf-repaired', 'stray-pages', 'page-count-unsure', 'fast-web-view'],
  damaged: ['pdf-repaired', 'cut-end', 'odd-picture'],
  form: ['form', 'xfa', 'signed', 'form-flattened'],
  'form-flattened': ['form', 'xfa', 'form-flattened'],
  encrypted: ['owner-locked', 'encrypted'],
  'embedded-file': ['attachments'],
  'active-content': ['active-content'],
  signature: ['signed'],
  xfa: ['xfa'],
  cmyk: ['cmyk'],
  'page-count-unsure': ['stray-pages', 'page-count-unsure', 'pdf-repaired'],
}

const folder = process.env.JUANZONG_CORPUS
if (folder === undefined || !existsSync(join(folder, 'INDEX.tsv'))) {
  console.log('corpus: skipped, JUANZONG_CORPUS names no folder with INDEX.tsv')
} else await run(folder)

// ---

type Row = { readonly file: string; readonly special: string; readonly expected: string }
type Seen = {
  readonly row: Row
  readonly file: EvidenceFile
  readonly codes: readonly string[]
  readonly pages: number | string
  readonly ms: number
}

async function run(where: string): Promise<void> {
  const opener = startOpener()
  const seen: Seen[] = []
  for (const row of rows(where)) {
    const path = join(where, row.file)
    if (!existsSync(path) || !statSync(path).isFile()) continue
    const bytes = new Uint8Array(readFileSync(path))
    const start = performance.now()
    const file = await look(row.file, bytes, opener)
    const ms = performance.now() - start
    const codes = file.findings.map(({ code, severity }) => `${severity} ${code.replace('evidence/', '')}`)
    const pages = file.merged ? await pagesOf(() => opener.pages(bytes, sniff(bytes), undefined)) : 0
    seen.push({ row, file, codes, pages, ms })
    if (process.env.PROGRESS) console.error(row.file, Math.round(ms), codes.join(';'))
  }
  report(seen)
}

function rows(where: string): readonly Row[] {
  const [head = '', ...lines] = readFileSync(join(where, 'INDEX.tsv'), 'utf8').trimEnd().split('\n')
  const names = head.split('\t')
  return lines.map((line) => {
    const cells = line.split('\t')
    const cell = (name: string) => cells[names.indexOf(name)] ?? ''
    return { file: cell('file'), special: cell('what_is_special'), expected: cell('expected_behaviour') }
  })
}

async function pagesOf(read: () => Promise<readonly { readonly sourcePages: readonly number[] }[]>) {
  try {
    return (await read()).flatMap(({ sourcePages }) => sourcePages).length
  } catch (reason) {
    if (reason instanceof Refusal) return reason.code
    throw reason
  }
}

/** Without what is said of how pages look. */
function notQuality({ codes }: Seen): readonly string[] {
  return codes.filter((code) => !Object.hasOwn(evidenceQualityWords, `evidence/${code.split(' ')[1]}`))
}

/** The class a row is in: error, warn (some finding beside quality) or accept. */
function classOf(seen: Seen): 'error' | 'warn' | 'accept' {
  const { file, codes } = seen
  if (codes.some((code) => code.startsWith('error'))) return 'error'
  return notQuality(seen).length > 0 || !file.merged ? 'warn' : 'accept'
}

/** Undefined where it is as expected. */
function wrong(seen: Seen): string | undefined {
  const { expected } = seen.row
  const is = classOf(seen)
  const ways = expected.split(' or ').map((way) => way.trim())
  if (
    ways.some((way) => /^(error|verify: INVALID)/.test(way)) &&
    (is === 'error' || (is === 'warn' && !seen.file.merged))
  )
    return undefined
  if (expected.includes('may be accepted as still image') && is !== 'accept') return undefined
  if (expected.includes('readers disagree') && is !== 'accept') return undefined
  const warn = ways.find((way) => way.startsWith('accept+warn'))
  if (warn !== undefined && is === 'warn') {
    const wanted = (/^accept\+warn:([a-z,-]+)/.exec(warn)?.[1] ?? '').split(',').filter((name) => named[name])
    const lacking = wanted.filter(
      (name) => !named[name]?.some((code) => seen.codes.some((one) => one.endsWith(` ${code}`))),
    )
    return lacking.length ? `unnamed: ${lacking.join(',')}` : undefined
  }
  if (ways.some((way) => /^(accept($|;| \[)|verify: valid)/.test(way)) && is !== 'error') return undefined
  if (expected === 'accept' && is !== 'error') return undefined
  return `${is}, expected ${expected}`
}

function report(all: readonly Seen[]): void {
  for (const kind of ['pdf', 'image', 'docx', 'zip']) {
    const rows = all.filter(({ row }) => row.file.startsWith(`${kind}/`))
    const bad = rows.flatMap((one) => (wrong(one) === undefined ? [] : [one]))
    console.log(`${kind}: ${rows.length - bad.length} of ${rows.length} in their class`)
    for (const one of bad) console.log(`  ${one.row.file} [${one.codes.join('; ')}] ${wrong(one)} | ${one.row.special}`)
  }
  const silent = all.filter(
    (one) => classOf(one) === 'accept' && !/^(accept($|;| \[)|verify: valid)/.test(one.row.expected),
  )
  const strict = all.filter(
    (one) => /^accept($|;)/.test(one.row.expected) && one.file.merged && notQuality(one).length > 0,
  )
  const pdf = all.filter(
    ({ row }) =>
      row.file.startsWith('pdf/') && row.expected.startsWith('accept') && !row.expected.includes(' or error'),
  )
  const plain = pdf.filter(({ row }) => !/fuzz/i.test(row.special + row.file))
  const merged = (list: readonly Seen[]) => list.filter(({ file, pages }) => pages === file.pages).length
  const slow = [...all].sort((a, b) => b.ms - a.ms)[0]
  console.log(
    `stopped (crash, clock, memory): ${
      all
        .filter(({ codes }) => codes.some((code) => stopped.includes(code.split(' ')[1] ?? '')))
        .map(({ row }) => row.file)
        .join(' ') || 'none'
    }`,
  )
  console.log(`error or warn rows accepted in silence: ${silent.length} ${silent.map(({ row }) => row.file).join(' ')}`)
  console.log(`accept rows with a finding: ${strict.length}`)
  for (const one of strict) console.log(`  ${one.row.file} [${one.codes.join('; ')}] ${one.row.expected}`)
  console.log(`PDFs merged: ${merged(pdf)} of ${pdf.length}, without fuzzed ones ${merged(plain)} of ${plain.length}`)
  for (const one of pdf)
    if (one.pages !== one.file.pages)
      console.log(`  not merged: ${one.row.file} [${one.codes.join('; ')}] ${one.pages} | ${one.row.special}`)
  console.log(
    `pictures accepted without pages: ${
      all
        .filter(({ row, file, pages }) => row.file.startsWith('image/') && file.merged && pages !== file.pages)
        .map(({ row }) => row.file)
        .join(' ') || 'none'
    }`,
  )
  console.log(`longest: ${slow?.row.file} ${Math.round(slow?.ms ?? 0)} ms`)
}
