import type { Case } from '../model/case.ts'
import { exits, type Finding, Refusal } from '../model/finding.ts'
import type { Block, Sheet } from '../model/sheet.ts'
import { conceal, secretsOf } from '../say/private.ts'

/**
 * Evidence whose name would carry an identity number, a phone or an address into the bundle (FORMATS 7): the names of
 * originals are kept as they are, so a person has to change them.
 */
export function privateNames({ dossier, procedure, inventory }: Case): Finding[] {
  const secrets = secretsOf(dossier, procedure)
  return inventory.files
    .map(({ path }) => ({ path, shown: conceal(path, secrets) }))
    .filter(({ path, shown }) => path !== shown)
    .map(({ shown }) => ({
      code: 'evidence/private-name',
      severity: 'error',
      stage: 'draft',
      at: { file: shown },
      args: { file: shown },
      basis: 'plain-sanity',
      verified: true,
    }))
}

/**
 * Holds a sheet that is to be posted against the dossier's own sensitive values and anything that looks like one.
 * @throws Refusal `forms/private` (exit 7) naming the text around, masked
 */
export function refusePrivate(sheet: Sheet, name: string, { dossier, procedure, unit }: Case): void {
  const allowed = unit?.posting?.supervision ?? ''
  const secrets = secretsOf(dossier, procedure)
  const blocks = [...sheet.setup.header, ...sheet.blocks, ...sheet.setup.footer]
  for (const text of [sheet.title, ...blocks.flatMap(texts)]) {
    const plain = allowed === '' ? text : text.split(allowed).join('')
    const shown = conceal(plain, secrets)
    if (shown !== plain)
      throw new Refusal('forms/private', exits.refused, { form: name, near: [...shown].slice(0, 60).join('') })
  }
}

// ---

function texts(block: Block): string[] {
  if (block.kind === 'p') {
    return [block.inlines.map((inline) => (inline.kind === 'text' ? inline.text : ' ')).join('')]
  }
  if (block.kind === 'keep') return block.blocks.flatMap(texts)
  if (block.kind === 'table')
    return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.blocks.flatMap(texts)))
  return []
}
