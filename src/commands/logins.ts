import { join } from 'node:path'
import { realDisk } from '../disk/disk.ts'
import { loadProcedure } from '../disk/procedure.ts'
import { foundIn, knownProcedures } from '../disk/search.ts'
import { filled, inLang, type Lang } from '../say/phrase.ts'
import { help } from '../say/words/help.ts'
import { templatesFolder } from './package.ts'

/** Where the application is made: the login addresses of every notice that comes with the program, for the help. */
export async function loginLines(lang: Lang): Promise<readonly string[]> {
  const disk = realDisk()
  const from = { packageTemplates: templatesFolder }
  const lines: string[] = []
  for (const id of await knownProcedures(disk, from)) {
    const { file } = await loadProcedure(disk, foundIn(join(templatesFolder, id), from))
    if (file.sample || file.logins.length === 0) continue
    const all = file.logins.flatMap(({ name, address }) => [`  ${inLang(name, lang)}`, `    ${address}`])
    lines.push('', filled(help['help.logins'][lang], { title: inLang(file.title, lang) }, lang), ...all)
  }
  return lines
}
