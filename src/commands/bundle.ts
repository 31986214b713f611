import { basename, dirname, join, resolve } from 'node:path'
import { type Bag, bag } from '../bundle/bag.ts'
import { receiptOf, receiptText } from '../bundle/receipt.ts'
import type { Spooled } from '../disk/disk.ts'
import { safeName } from '../disk/paths.ts'
import { snapshotFiles } from '../disk/snapshots.ts'
import type { Entry } from '../model/bundle.ts'
import { type Exit, exits, type Finding } from '../model/finding.ts'
import type { FormUse } from '../model/procedure.ts'
import { inLang, phrase } from '../say/phrase.ts'
import { type Report, reaches } from '../say/report.ts'
import { receiptWords } from '../say/words/bundle.ts'
import { blankFiles } from './blanks.ts'
import { reportFiles } from './check.ts'
import { deliver, refuseExisting, type Targets, targetsOf } from './deliver.ts'
import { type Drawn, draw, formFiles } from './drawn.ts'
import { holding } from './hold.ts'
import { judge } from './judged.ts'
import { type Loaded, load } from './load.ts'
import { drawMerged, type Merged } from './merged.ts'
import { outcome } from './outcome.ts'
import { tool } from './package.ts'
import { entry, evidenceEntries, type NewFile } from './payload.ts'
import { type Progress, progress } from './progress.ts'
import { json, slotsJson } from './records.ts'
import { refuseFinal } from './refuse.ts'
import type { Profile, Settings } from './settings.ts'

/**
 * `juanzong bundle`: the whole line, as a BagIt folder, the same as a ZIP, and the receipt beside them.
 * @throws Refusal with exit 7 where `final` is asked for while errors stand, 4 where a character is in no font
 */
export async function makeBundle(path: string, settings: Settings): Promise<Exit> {
  const doing = progress(settings)
  const profile = settings.profile ?? 'final'
  const loaded = await load(path, settings, doing)
  const out = settings.out ?? join(path, 'out')
  const name = nameOf(loaded, profile, path)
  const targets = targetsOf(out, name, phrase('file.receipt', 'zh'))
  await refuseExisting(loaded.disk, Object.values(targets), settings.force)
  const judged = await judge(loaded, doing)
  if (profile === 'final') refuseFinal(judged.report.findings, settings, judged.report)
  const drawn = await draw(loaded, judged, profile, doing)
  if (profile === 'final') refuseFinal(drawn.report.findings, settings, drawn.report)
  const { merged } = drawn
  if (!merged) throw new Error(`bundle: ${profile} has no bound volume`)
  const made = await holding({ dossier: path, target: out }, settings, () =>
    deliverBag({ loaded, drawn, merged, targets, name, profile, settings, doing }),
  )
  doing.end()
  const { topDigest: digest, findings } = made
  return say(drawn.report, findings, { targets, settings, profile, digest, pages: merged.plan.total })
}

// ---

type Making = {
  readonly loaded: Loaded
  readonly drawn: Drawn
  readonly merged: Merged
  readonly targets: Targets
  readonly name: string
  readonly profile: Profile
  readonly settings: Settings
  readonly doing: Progress
}

/** The bound volume goes to the disk first: with hundreds of scans it is too large for memory. */
async function deliverBag(making: Making): Promise<Bag> {
  const { loaded, drawn, merged, targets, name, settings, doing } = making
  const { disk } = loaded
  doing.step('step.compose')
  await disk.makeFolder(dirname(targets.folder))
  const volume = await disk.spool(dirname(targets.folder), drawMerged(loaded, merged, drawn))
  try {
    const entries = await entriesOf(making, volume)
    const made = await bag(entries, meta(loaded), (file) => disk.readStream(file))
    const about = { bundle: name, asOf: settings.today, procedure: reference(loaded), tool: tool() }
    const receipt = Buffer.from(receiptText(receiptOf(made, about), receiptWords[settings.lang]))
    const step = (one: 'zip' | 'bag') => doing.step(`step.${one}`)
    await deliver(disk, made, targets, receipt, { force: settings.force, name, step })
    return made
  } finally {
    await volume.remove()
  }
}

/** Where forms lie in the bag (FORMATS 7). */
const folders: Readonly<Record<FormUse, string>> = {
  bound: 'data/forms/',
  cover: 'data/forms/',
  contents: 'data/',
  loose: 'data/forms/',
  report: 'report/',
}

function nameOf({ case: c }: Loaded, profile: Profile, path: string): string {
  const person = c.dossier.person?.name ?? basename(resolve(path))
  const parts = [person, phrase('file.bundle', 'zh'), profile === 'preview' ? phrase('mark.preview', 'zh') : '']
  return safeName(parts.filter((part) => part !== '').join('-'))
}

function meta({ case: c }: Loaded) {
  return { asOf: c.today, identifier: c.dossier.id, name: c.dossier.person?.name, tool: tool() }
}

function reference({ procedure }: Loaded) {
  return { id: procedure.file.id, version: procedure.file.version, hash: procedure.hash }
}

async function entriesOf({ loaded, drawn, profile, settings }: Making, volume: Spooled): Promise<Entry[]> {
  const { folder, procedure, case: c } = loaded
  const evidence = await evidenceEntries(loaded)
  const { path, size, sha256 } = volume
  const bound: Entry = { path: `data/${phrase('file.merged', 'zh')}.pdf`, from: { kind: 'file', path, size, sha256 } }
  const files: NewFile[] = [
    ...(await formFiles(drawn, loaded, ({ use }) => folders[use])),
    ...(await blankFiles(loaded, drawn, folders.loose)),
    ['data/facts/dossier.yaml', folder.dossierBytes],
    ...optional('data/facts/journal.yaml', folder.journalBytes),
    ...optional('data/facts/unit.yaml', folder.unitBytes),
    ...reportFiles(drawn.report, settings).map(([path, bytes]): NewFile => [`report/${path}`, bytes]),
    ['report/slots.json', slotsJson(c, drawn.slots)],
    ['report/evidence.json', json({ format: 'juanzong/evidence-report@1', files: evidence.carried })],
    [
      'report/run.json',
      json({
        format: 'juanzong/made@1',
        asOf: c.today,
        stage: c.stage,
        profile,
        tool: tool(),
        procedure: reference(loaded),
        ownFonts: drawn.tools.own,
      }),
    ],
    ...(await snapshotFiles(loaded.disk, folder.folder)).map(([path, bytes]): NewFile => [`data/facts/${path}`, bytes]),
    ...procedure.files.map(({ path, bytes }): NewFile => [`report/procedure/${path}`, bytes]),
  ]
  return [bound, ...files.map(entry), ...evidence.entries]
}

function optional(path: string, bytes: Uint8Array | undefined): NewFile[] {
  return bytes === undefined ? [] : [[path, bytes]]
}

type Told = {
  readonly targets: Targets
  readonly settings: Settings
  readonly profile: Profile
  readonly digest: string
  readonly pages: number
}

function say(report: Report, notes: readonly Finding[], { targets, settings, profile, digest, pages }: Told): Exit {
  const { lang } = settings
  const lines = [
    phrase('bundle.made', lang, { pages }),
    phrase('bundle.folder', lang, { path: targets.folder }),
    phrase('bundle.zip', lang, { path: targets.zip }),
    phrase('bundle.receipt', lang, { path: targets.receipt }),
    phrase('verify.digest', lang, { digest }),
  ]
  const failed = reaches(report.findings, 'error')
  const bound = report.procedure.file.forms.filter(({ use }) => use === 'bound').map(({ name }) => inLang(name, lang))
  const forms = bound.join(lang === 'zh' ? '、' : ', ')
  const next = phrase(profile === 'preview' ? 'next.preview' : failed ? 'next.forced' : 'next.sealed', lang, { forms })
  const facts = { bundle: targets.folder, zip: targets.zip, receipt: targets.receipt, topDigest: digest, pages }
  outcome({ ...report, findings: [...report.findings, ...notes] }, { lines, next, facts, settings })
  return reaches(report.findings, settings.failOn) ? exits.findings : exits.fine
}
