import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf, filesOf, notPosted, takeSnapshot } from '../bundle/snapshot.ts'
import { stageOrder } from '../check/stage.ts'
import { appendEvent, nextEventId } from '../disk/journal.ts'
import { readSnapshot, snapshotNumbers, writeSnapshot } from '../disk/snapshots.ts'
import { type Exit, exits, Refusal } from '../model/finding.ts'
import type { Snapshot } from '../model/snapshot.ts'
import { print } from '../say/json.ts'
import { phrase } from '../say/phrase.ts'
import { nextLine, typed } from '../say/terminal.ts'
import { holding } from './hold.ts'
import { type Loaded, load, reportOf } from './load.ts'
import { progress } from './progress.ts'
import type { Settings } from './settings.ts'

/**
 * `juanzong freeze`: the public snapshot (公示快照) into `snapshots/<n>/`, and an event `frozen` at the end of journal.yaml.
 * Nothing is written where nothing changed since the newest snapshot.
 * @throws Refusal `freeze/errors-stand` (exit 7) while errors of the draft or the posting stand, unless forced
 */
export async function freezeDossier(path: string, settings: Settings): Promise<Exit> {
  const doing = progress(settings)
  const loaded = await load(path, settings, doing)
  doing.step('step.check')
  const { disk, case: c } = loaded
  const newest = (await snapshotNumbers(disk, path)).at(-1)
  const before = newest === undefined ? undefined : await readSnapshot(disk, path, newest)
  const current = codeOf(c.dossier, filesOf(c.dossier, c.inventory, notPosted(c.procedure.kinds)))
  if (before?.snapshot.code === current) {
    doing.end()
    return say(before.snapshot, path, settings, false)
  }
  if (!settings.force) refuseErrors(loaded, path)
  const snapshot = taken(loaded, String((newest ?? 0) + 1))
  await holding({ dossier: path, target: path }, settings, () => write(loaded, path, snapshot))
  doing.end()
  return say(snapshot, path, settings, true)
}

// ---

/** Changes since an older posting are no reason: to post them, they are frozen first. */
function refuseErrors(loaded: Loaded, path: string): void {
  const { stage } = loaded.case
  const atPosting = stageOrder(stage) < stageOrder('posting') ? ('posting' as const) : stage
  const { findings } = reportOf({ ...loaded, case: { ...loaded.case, stage: atPosting } })
  const standing = findings.filter(
    (one) =>
      one.severity === 'error' && stageOrder(one.stage) <= stageOrder('posting') && !one.code.startsWith('posted/'),
  )
  if (standing.length === 0) return
  throw new Refusal('freeze/errors-stand', exits.refused, { count: standing.length, folder: typed(path) })
}

function taken({ case: c, folder, procedure }: Loaded, id: string): Snapshot {
  const { dossier, inventory, today } = c
  const { id: name, version } = procedure.file
  const subject = {
    dossier,
    bytes: folder.dossierBytes,
    inventory,
    procedure: { id: name, version, hash: procedure.hash },
    without: notPosted(procedure.kinds),
  }
  return takeSnapshot(subject, { id, takenOn: today })
}

/** Snapshot and event, or neither. */
async function write({ disk, folder }: Loaded, path: string, snapshot: Snapshot): Promise<void> {
  const file = join(path, 'journal.yaml')
  const event = {
    id: nextEventId(folder.journal.events),
    on: snapshot.takenOn,
    what: 'frozen' as const,
    snapshot: snapshot.id,
    note: phrase('freeze.note', 'zh', { code: snapshot.code }),
  }
  const journal = appendEvent(folder.journalBytes, event)
  const made = await writeSnapshot(disk, path, snapshot, folder.dossierBytes)
  try {
    const now = (await disk.stat(file)) ? await disk.read(file) : undefined
    if (!sameBytes(now, folder.journalBytes)) {
      throw new Refusal('freeze/journal-changed', exits.busy, {}, { file: 'journal.yaml' })
    }
    await disk.write(file, journal, { force: true })
  } catch (error) {
    await rm(made, { recursive: true, force: true })
    throw error
  }
}

function sameBytes(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a === undefined || b === undefined ? a === b : Buffer.from(a).equals(b)
}

function say(snapshot: Snapshot, path: string, settings: Settings, isNew: boolean): Exit {
  const { io, lang, json } = settings
  const { id, code, takenOn, files } = snapshot
  if (json) {
    io.out(print({ format: 'juanzong/outcome@1', snapshot: id, code, takenOn, made: isNew, files: files.length }))
    return exits.fine
  }
  const count = new Set(files.map((file) => file.path)).size
  const args = { id, code, on: takenOn, count, folder: join(path, 'snapshots', id) }
  io.out(`${phrase(isNew ? 'freeze.made' : 'freeze.same', lang, args)}\n`)
  io.out(nextLine(phrase('next.post', lang, { folder: typed(path), id }), lang))
  return exits.fine
}
