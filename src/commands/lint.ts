import { basename, join } from 'node:path'
import { coverage, ruleRows } from '../check/coverage.ts'
import { problem } from '../check/lint/problem.ts'
import { lintProcedure } from '../check/lint.ts'
import { sampleCase } from '../check/sample-case.ts'
import { type Disk, realDisk } from '../disk/disk.ts'
import { type LoadedProcedure, loadProcedure } from '../disk/procedure.ts'
import { readSample } from '../disk/sample.ts'
import { foundIn, knownProcedures } from '../disk/search.ts'
import { lintForms } from '../fill/lint.ts'
import type { Procedure } from '../model/case.ts'
import { type Exit, exits, type Finding, Refusal } from '../model/finding.ts'
import { coverageText, rulesText } from '../say/coverage.ts'
import { print } from '../say/json.ts'
import { phrase } from '../say/phrase.ts'
import { counts, reaches } from '../say/report.ts'
import { sentence } from '../say/say.ts'
import { countsLine, findingsText, nextLine } from '../say/terminal.ts'
import { templatesFolder } from './package.ts'
import { progress } from './progress.ts'
import { type Settings, terminalOf } from './settings.ts'

/**
 * `juanzong lint`: is a procedure folder written right? A folder, an id, or every procedure of the program.
 * @returns 1 when a finding reaches `--fail-on`
 */
export async function lintProcedures(path: string | undefined, settings: Settings): Promise<Exit> {
  const { io, lang } = settings
  const disk = realDisk()
  const doing = progress(settings)
  doing.step('step.lint')
  const linted = []
  for (const procedure of await chosen(disk, path)) {
    if (settings.write) await writeTables(disk, procedure, settings)
    linted.push({ procedure, findings: await lintFindings(disk, procedure) })
  }
  doing.end()
  const all = linted.flatMap(({ findings }) => findings)
  if (settings.json) io.out(asJson(linted))
  else {
    for (const { procedure, findings } of linted) io.out(asText(procedure, findings, settings))
    io.out(nextLine(phrase(all.length ? 'next.lint' : 'next.linted', lang), lang))
  }
  return reaches(all, settings.failOn) ? exits.findings : exits.fine
}

/** What is to be said about one procedure: rules, forms, its sample where it has one, its generated files. */
export async function lintFindings(disk: Disk, procedure: LoadedProcedure): Promise<readonly Finding[]> {
  return [...(await proved(disk, procedure)), ...lintForms(procedure), ...(await staleTables(disk, procedure))]
}

// ---

/** The generated files of a procedure: name → text. */
export function tablesOf(procedure: Procedure): readonly (readonly [string, string])[] {
  return [
    ['COVERAGE.md', coverageText(procedure, coverage(procedure))],
    ['RULES.md', rulesText(procedure, ruleRows(procedure))],
  ]
}

async function writeTables(disk: Disk, procedure: LoadedProcedure, { io, json, lang }: Settings): Promise<void> {
  const tables = tablesOf(procedure)
  for (const [name, text] of tables) await disk.write(join(procedure.folder, name), Buffer.from(text), { force: true })
  const args = { names: tables.map(([name]) => name).join('、'), folder: basename(procedure.folder) }
  if (!json) io.out(`${phrase('lint.written', lang, args)}\n`)
}

/** A generated file that is there but says something else; a folder without them is none the worse. */
async function staleTables(disk: Disk, procedure: LoadedProcedure): Promise<readonly Finding[]> {
  const found: Finding[] = []
  for (const [name, text] of tablesOf(procedure)) {
    const path = join(procedure.folder, name)
    if (!(await disk.stat(path)) || Buffer.from(await disk.read(path)).toString('utf8') === text) continue
    found.push(problem('tables/stale', name, '', { name, folder: basename(procedure.folder) }))
  }
  return found
}

/** With its sample where there is one: a procedure without cannot prove its rules. */
async function proved(disk: Disk, procedure: LoadedProcedure): Promise<readonly Finding[]> {
  if (!(await disk.stat(join(procedure.folder, 'run.yaml')))) return lintProcedure(procedure)
  const sample = await readSample(disk, procedure.folder)
  return lintProcedure(procedure, sampleCase(procedure, { ...sample, today: sample.run.today }))
}

type Linted = { readonly procedure: LoadedProcedure; readonly findings: readonly Finding[] }

async function chosen(disk: Disk, path: string | undefined): Promise<LoadedProcedure[]> {
  const from = { packageTemplates: templatesFolder }
  const known = await knownProcedures(disk, from)
  const own = path !== undefined && (await disk.stat(join(path, 'procedure.yaml'))) !== undefined
  if (own) return [await loadProcedure(disk, foundIn(path, from))]
  if (path !== undefined && !known.includes(path)) {
    throw new Refusal('cli/unknown-procedure', exits.unreadable, { procedure: path, known: known.join('、') })
  }
  const all: LoadedProcedure[] = []
  for (const id of path === undefined ? known : [path]) {
    all.push(await loadProcedure(disk, foundIn(join(templatesFolder, id), from)))
  }
  return all
}

function asText({ folder }: LoadedProcedure, findings: readonly Finding[], settings: Settings): string {
  const head = phrase('lint.head', settings.lang, { procedure: basename(folder) })
  return `${findingsText(findings, terminalOf(settings))}${head}${countsLine(findings, settings.lang)}\n`
}

function asJson(linted: readonly Linted[]): string {
  const all = linted.map(({ procedure, findings }) => {
    const { id, version } = procedure.file
    const said = findings.map((finding) => {
      const { code, severity, at, args } = finding
      const [zh, en] = (['zh', 'en'] as const).map((lang) => {
        const { place, what, fix } = sentence(finding, { lang })
        return { place, what, fix }
      })
      return { code, severity, at, args, zh, en }
    })
    return { procedure: { id, version, hash: procedure.hash }, counts: counts(findings), findings: said }
  })
  return print({ format: 'juanzong/lint@1', procedures: all })
}
