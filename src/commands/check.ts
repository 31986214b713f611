import { join } from 'node:path'
import { type Exit, exits } from '../model/finding.ts'
import { html } from '../say/html.ts'
import { findingsJson } from '../say/json.ts'
import { phrase } from '../say/phrase.ts'
import { type Report, reaches } from '../say/report.ts'
import { nextLine, terminal, typed } from '../say/terminal.ts'
import { drawChecklist, formFiles } from './drawn.ts'
import { holding } from './hold.ts'
import { judge } from './judged.ts'
import { load } from './load.ts'
import { tool } from './package.ts'
import { progress } from './progress.ts'
import { type Settings, terminalOf } from './settings.ts'

/**
 * `juanzong check`: what is missing and why, on the terminal or as JSON; with `--out` also as files in `report/`, 材料核对清单 among them.
 * @returns 1 when a finding reaches `--fail-on`
 */
export async function checkDossier(path: string, settings: Settings): Promise<Exit> {
  const doing = progress(settings)
  const loaded = await load(path, settings, doing)
  const judged = await judge(loaded, doing)
  const { report } = judged
  if (settings.out !== undefined) {
    const files = [...reportFiles(report, settings), ...(await formFiles(drawChecklist(loaded, judged), loaded))]
    const { disk } = loaded
    const { out, force } = settings
    const folder = join(out, 'report')
    await holding({ dossier: path, target: folder }, settings, async () => {
      await disk.makeFolder(out)
      await disk.writeFolder(folder, files, { force, mark: 'findings.json' })
    })
  }
  doing.end()
  show(report, settings)
  const bad = reaches(report.findings, settings.failOn)
  if (!settings.json) settings.io.out(nextLine(nextStep(path, report, settings), settings.lang))
  return bad ? exits.findings : exits.fine
}

/** The report as files: for people and for programs. */
export function reportFiles(report: Report, { lang }: Pick<Settings, 'lang'>): [string, Uint8Array][] {
  return [
    ['findings.html', Buffer.from(html(report, lang))],
    ['findings.json', Buffer.from(findingsJson(report, tool()))],
  ]
}

export function show(report: Report, settings: Settings): void {
  if (settings.json) settings.io.out(findingsJson(report, tool()))
  else settings.io.out(terminal(report, terminalOf(settings)))
}

// ---

function nextStep(path: string, report: Report, { lang }: Settings): string {
  if (reaches(report.findings, 'error')) return phrase('next.mend', lang, { folder: typed(path) })
  return phrase(reaches(report.findings, 'person') ? 'next.look' : 'next.bundle', lang, { folder: typed(path) })
}
