import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openEvidence } from '../../src/commands/opening/opener.ts'
import { realDisk } from '../../src/disk/disk.ts'
import { evidenceFiles } from '../../src/disk/dossier.ts'
import { isJunk } from '../../src/disk/junk.ts'
import { look } from '../../src/evidence/survey.ts'
import { exits, type Severity } from '../../src/model/finding.ts'
import { reaches } from '../../src/say/report.ts'
import { evidenceQualityWords } from '../../src/say/words/evidence-quality.ts'
import { words } from '../../src/say/words/index.ts'
import { type Hostile, hostile } from '../fixtures/hostile.ts'
import { hostileNames } from '../fixtures/hostile-names.ts'

const opener = openEvidence()
const seen = new Map<
  string,
  { readonly merged: boolean; readonly worst: Severity | undefined; readonly exit: number }
>()

test.each(hostile)('$name ($what) gets $gets', async ({ name, make, gets }: Hostile) => {
  const file = await look(name, await make(), opener)
  const said = file.findings.filter(({ code }) => !Object.hasOwn(evidenceQualityWords, code))
  const worst = (['error', 'person', 'note'] as const).find((severity) => said.some((one) => one.severity === severity))
  seen.set(name, { merged: file.merged, worst, exit: reaches(said, 'error') ? exits.findings : exits.fine })
  expect(said.map(({ code }) => code.replace('evidence/', ''))).toEqual(gets)
  for (const { code } of said) expect(words[code]?.fix.zh, code).toMatch(/./)
  // Whoever is refused is told by an error, whoever is not merged by more than silence.
  if (!file.merged) expect(worst).toBeDefined()
})

test.skipIf(process.platform === 'win32').each(hostileNames)('the name $name gets $gets', async ({ name, gets }) => {
  const folder = mkdtempSync(join(tmpdir(), 'juanzong-names-'))
  mkdirSync(join(folder, 'evidence'))
  writeFileSync(join(folder, 'evidence', name), 'x')
  const { findings } = await evidenceFiles(realDisk(), folder)
  rmSync(folder, { recursive: true })
  expect(findings.map(({ code }) => code.replace('disk/', ''))).toEqual(gets)
})

test('the table of README.md says the same', () => {
  const path = new URL('../fixtures/README.md', import.meta.url)
  const rows = hostile.map(({ name, what, gets }) => {
    const { merged = false, worst, exit = 0 } = seen.get(name) ?? {}
    const fate =
      worst === 'error' ? 'refused' : !merged ? 'carried, not merged' : worst ? 'accepted with a finding' : 'accepted'
    return `| \`${name}\` | ${what} | ${fate} | ${gets.map((code) => `\`${code}\``).join(' ') || '–'} | ${exit} |`
  })
  const names = hostileNames.map(({ name, what, gets }) => {
    const shown = JSON.stringify(name)
      .slice(1, -1)
      .replace(/[\u0080-\u{10ffff}]/gu, escaped)
      .slice(0, 40)
    const junk = gets.length === 0 && isJunk(name) ? 'left out' : 'accepted'
    const fate = gets.length ? 'refused' : junk
    return `| \`${shown}\` | ${what} | ${fate} | ${gets.map((code) => `\`disk/${code}\``).join(' ') || '–'} | ${gets.length ? 1 : 0} |`
  })
  const text = `${head}${rows.join('\n')}\n${second}${names.join('\n')}\n`
  if (process.env.JUANZONG_ACCEPT || !existsSync(path)) writeFileSync(path, text)
  expect(readFileSync(path, 'utf8')).toBe(text)
  expect(hostile.length).toBeGreaterThanOrEqual(60)
})

// ---

const head = `# Hostile and broken inputs

Every file is made by a script here (\`hostile-*.ts\`, \`make-*.ts\`, \`raw-pdf.ts\`); \`test/evidence/hostile.test.ts\` makes each one,
has it opened by the child process and holds this table against what it gets. Findings are named without \`evidence/\`; those
about how a page looks (dark, coarse, blank) are left out. “exit” is that of \`juanzong check\` for a dossier with nothing else
to be said; a refused file is carried byte for byte all the same, and \`bundle\` without \`--profile preview\` refuses with 7.

| file | what is wrong with it | gets | findings | exit |
| --- | --- | --- | --- | --- |
`

const second = `
## Names

| name | what is odd about it | gets | findings | exit |
| --- | --- | --- | --- | --- |
`

function escaped(character: string): string {
  return /\p{Script=Han}/u.test(character) ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
