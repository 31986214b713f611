import { join } from 'node:path'
import { type Exit, exits } from '../model/finding.ts'
import { phrase } from '../say/phrase.ts'
import { reaches } from '../say/report.ts'
import { typed } from '../say/terminal.ts'
import { refuseExisting } from './deliver.ts'
import { draw, filed, formFiles, worksheetFile } from './drawn.ts'
import { load, reportOf } from './load.ts'
import { outcome } from './outcome.ts'
import type { NewFile } from './payload.ts'
import { progress } from './progress.ts'
import { slotsJson } from './records.ts'
import { refuseFinal } from './refuse.ts'
import type { Settings } from './settings.ts'

/**
 * `juanzong fill`: both forms and the seal worksheet into `<out>/forms/`.
 * @throws Refusal with exit 7 where `final` is asked for while errors stand, 4 where a character is in no font
 */
export async function fillForms(path: string, settings: Settings): Promise<Exit> {
  const doing = progress(settings)
  const profile = settings.profile ?? 'preview'
  const loaded = await load(path, settings, doing)
  const out = settings.out ?? join(path, 'out')
  const folder = join(out, 'forms')
  await refuseExisting(loaded.disk, [folder], settings.force)
  doing.step('step.check')
  const checked = reportOf(loaded)
  if (profile === 'final') refuseFinal(checked.findings, settings)
  const drawn = await draw(loaded, checked, profile, doing)
  if (profile === 'final') refuseFinal(drawn.report.findings, settings)
  const slots = filed(drawn.forms).flatMap((form) => form.laid.slots)
  const files: NewFile[] = [
    ...(await formFiles(drawn)),
    ...(profile === 'public' ? [] : await worksheetFile(loaded, drawn, slots)),
    ['slots.json', slotsJson(loaded.case, slots)],
  ]
  await loaded.disk.makeFolder(out)
  await loaded.disk.writeFolder(folder, files, { force: settings.force, mark: 'slots.json' })
  doing.end()
  const { lang } = settings
  const lines = [
    phrase('fill.made', lang, { folder, count: files.length }),
    ...files.map(([name]) => phrase('fill.file', lang, { name })),
  ]
  const next = phrase(profile === 'public' ? 'next.posted' : 'next.filled', lang, { folder: typed(path) })
  outcome(drawn.report, { lines, next, facts: { folder, files: files.map(([name]) => name) }, settings })
  return reaches(drawn.report.findings, settings.failOn) ? exits.findings : exits.fine
}
