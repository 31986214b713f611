import { join } from 'node:path'
import { type Exit, exits } from '../model/finding.ts'
import { phrase } from '../say/phrase.ts'
import { reaches } from '../say/report.ts'
import { typed } from '../say/terminal.ts'
import { blankFiles } from './blanks.ts'
import { refuseExisting } from './deliver.ts'
import { draw, formFiles } from './drawn.ts'
import { holding } from './hold.ts'
import { judge } from './judged.ts'
import { load } from './load.ts'
import { outcome } from './outcome.ts'
import type { NewFile } from './payload.ts'
import { progress } from './progress.ts'
import { slotsJson } from './records.ts'
import { refuseFinal } from './refuse.ts'
import type { Settings } from './settings.ts'

/**
 * `juanzong fill`: every form of the procedure into `<out>/forms/`.
 * @throws Refusal with exit 7 where `final` is asked for while errors stand, 4 where a character is in no font
 */
export async function fillForms(path: string, settings: Settings): Promise<Exit> {
  const doing = progress(settings)
  const profile = settings.profile ?? 'preview'
  const loaded = await load(path, settings, doing)
  const out = settings.out ?? join(path, 'out')
  const folder = join(out, 'forms')
  await refuseExisting(loaded.disk, [folder], settings.force)
  const judged = await judge(loaded, doing)
  if (profile === 'final') refuseFinal(judged.report.findings, settings, judged.report)
  const drawn = await draw(loaded, judged, profile, doing)
  if (profile === 'final') refuseFinal(drawn.report.findings, settings, drawn.report)
  const blanks = await blankFiles(loaded, drawn)
  const files: NewFile[] = [
    ...(await formFiles(drawn, loaded)),
    ...blanks,
    ['slots.json', slotsJson(loaded.case, drawn.slots)],
  ]
  await holding({ dossier: path, target: folder }, settings, async () => {
    await loaded.disk.makeFolder(out)
    await loaded.disk.writeFolder(folder, files, { force: settings.force, mark: 'slots.json' })
  })
  doing.end()
  const { lang } = settings
  const lines = [
    phrase('fill.made', lang, { folder, count: files.length }),
    ...files.map(([name]) => phrase('fill.file', lang, { name })),
    ...blanks.map(([name]) => phrase('fill.blank', lang, { name })),
  ]
  const next = phrase(profile === 'public' ? 'next.posted' : 'next.filled', lang, { folder: typed(path) })
  outcome(drawn.report, { lines, next, facts: { folder, files: files.map(([name]) => name) }, settings })
  return reaches(drawn.report.findings, settings.failOn) ? exits.findings : exits.fine
}
