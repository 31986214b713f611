import { join } from 'node:path'
import { type Disk, realDisk } from '../disk/disk.ts'
import { readProcedure } from '../disk/procedure.ts'
import { knownProcedures } from '../disk/search.ts'
import { skeleton } from '../disk/skeleton.ts'
import type { SkeletonWords } from '../disk/template.ts'
import type { Procedure } from '../model/case.ts'
import { type Exit, exits, Refusal } from '../model/finding.ts'
import { print } from '../say/json.ts'
import { inLang, phrase } from '../say/phrase.ts'
import { nextLine, typed } from '../say/terminal.ts'
import { skeletonPhrases } from '../say/words/skeleton.ts'
import { templatesFolder } from './package.ts'
import type { Settings } from './settings.ts'

/**
 * `juanzong new`: a commented skeleton with evidence folders and JSON Schemas for editors.
 * @throws Refusal `cli/folder-not-empty` (exit 6): nothing is ever put between somebody's files, `--force` or not
 */
export async function newDossier(folder: string, settings: Settings): Promise<Exit> {
  const { io, lang, json } = settings
  const disk = realDisk()
  await refuseFull(disk, folder)
  const procedure = await chosen(disk, settings.procedure)
  const words = Object.fromEntries(Object.entries(skeletonPhrases).map(([key, text]) => [key, inLang(text, lang)]))
  const files = skeleton(procedure, { words: words as SkeletonWords, lang })
  await disk.makeFolder(join(folder, '..'))
  await disk.writeFolder(folder, files)
  if (json) io.out(print({ format: 'juanzong/outcome@1', folder, files: [...files.keys()] }))
  else {
    const title = inLang(procedure.file.title, lang)
    io.out(`${phrase('new.made', lang, { folder, procedure: title, count: files.size })}\n`)
    io.out(nextLine(phrase('next.write', lang, { folder: typed(folder) }), lang))
  }
  return exits.fine
}

// ---

async function refuseFull(disk: Disk, folder: string): Promise<void> {
  const found = await disk.stat(folder)
  if (found === undefined) return
  const empty = found.kind === 'folder' && (await disk.list(folder, { flat: true, folders: true })).length === 0
  if (!empty) throw new Refusal('cli/folder-not-empty', exits.unwritable, { folder }, { file: folder })
}

/** The one asked for, or the last by name that is no sample: procedures end in their year. */
async function chosen(disk: Disk, asked: string | undefined): Promise<Procedure> {
  const from = { packageTemplates: templatesFolder }
  const known = await knownProcedures(disk, from)
  for (const id of asked === undefined ? known.toReversed() : known.filter((one) => one === asked)) {
    const procedure = await readProcedure(disk, id, from)
    if (asked !== undefined || !procedure.file.sample) return procedure
  }
  throw new Refusal('cli/unknown-procedure', exits.unreadable, { procedure: asked ?? '', known: known.join('、') })
}
