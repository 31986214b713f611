import type { Case } from '../model/case.ts'
import { exits, type Finding, Refusal } from '../model/finding.ts'
import { mask } from '../model/mask.ts'
import { type PrivateHit, pieceEnd, privateIn, squeezed } from '../model/private.ts'
import type { Sheet } from '../model/sheet.ts'
import { conceal, secretsOf } from '../say/private.ts'
import { textOfDocx, textOfPdf } from './finished.ts'
import type { Loaded } from './load.ts'
import type { NewFile } from './payload.ts'
import { columnsOf, type Piece, piecesOf } from './pieces.ts'

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
 * Holds a sheet that is to be posted against the dossier's own sensitive values and anything that looks like a number of a
 * person, also where it is spread over neighbouring cells.
 * @throws Refusal `forms/private` (exit 7) naming the cell and the text around, masked
 */
export function refusePrivate(sheet: Sheet, name: string, c: Case): void {
  const pieces = piecesOf(sheet)
  refuseIn(pieces, name, c, privateIn)
  // Down a column amounts and counts stand one below the other: only what cannot be mistaken is looked for.
  const strict: typeof privateIn = (text, own) => privateIn(text, own, ['identity', 'email', 'own'])
  for (const column of columnsOf(sheet)) refuseIn(column, name, c, strict)
}

/**
 * Holds a finished public file against the same: its text as another program reads it, its name, title, bookmarks and
 * whatever else it says of itself.
 * @throws Refusal `forms/private-file` (exit 7)
 */
export async function refusePrivateFile([path, bytes]: NewFile, { pdfium, case: c }: Pick<Loaded, 'pdfium' | 'case'>) {
  const texts = path.endsWith('.docx') ? await textOfDocx(bytes) : await textOfPdf(bytes, pdfium)
  for (const text of [path, ...texts]) {
    const [hit] = hitsIn(text, c, privateIn)
    if (hit) throw new Refusal('forms/private-file', exits.refused, { form: path, near: around(text, hit, c) }, {})
  }
}

// ---

function refuseIn(pieces: readonly Piece[], form: string, c: Case, search: typeof privateIn): void {
  const text = pieces.map((piece) => piece.text.replaceAll(pieceEnd, '\n')).join(pieceEnd)
  const [hit] = hitsIn(text, c, search)
  if (!hit) return
  const cell = pieces[text.slice(0, hit.from).split(pieceEnd).length - 1]?.cell ?? ''
  throw new Refusal('forms/private', exits.refused, { form, cell: conceal(cell), near: around(text, hit, c) })
}

/**
 * The office lines of the unit and of the notice are there to be called; the dossier's own numbers never are. Beginnings of
 * checksums (公示材料清单) are blotted out: one in a hundred has nothing but figures.
 */
function hitsIn(text: string, { dossier, procedure, unit, inventory }: Case, search: typeof privateIn): PrivateHit[] {
  const digests = new Set(inventory.files.map(({ sha256 }) => sha256.slice(0, 10)))
  const plain = text.replace(/[0-9a-f]{10}/g, (part) => (digests.has(part) ? '#'.repeat(10) : part))
  const lines = squeezed(JSON.stringify([unit?.posting, procedure.file.contact]))
  return search(plain, secretsOf(dossier, procedure)).filter(
    ({ kind, from, to }) => !(['landline', 'mobile'].includes(kind) && lines.includes(squeezed(text.slice(from, to)))),
  )
}

/** The hit and a few characters on both sides, all of it masked. */
function around(text: string, { from, to }: PrivateHit, { dossier, procedure }: Case): string {
  const [before, after] = [[...text.slice(0, from)].slice(-12).join(''), [...text.slice(to)].slice(0, 12).join('')]
  const shown = conceal(`${before}${mask(squeezed(text.slice(from, to)))}${after}`, secretsOf(dossier, procedure))
  return shown.replaceAll(pieceEnd, ' ').replace(/\s+/g, ' ').trim()
}
