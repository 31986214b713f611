import { join } from 'node:path'
import sharp from 'sharp'
import type { ContentsRow } from '../../src/bundle/plan.ts'
import { contentsTable } from '../../src/commands/contents.ts'
import { signatureFields } from '../../src/commands/fields.ts'
import { type Made, type Marks, makeForm } from '../../src/commands/forms.ts'
import { lists, listsInOrder } from '../../src/commands/lists.ts'
import type { Case } from '../../src/model/case.ts'
import type { Form } from '../../src/model/procedure.ts'
import { writePdf } from '../../src/write/pdf.ts'
import { caseIn, templates } from '../templates/folder.ts'
import { openTestFonts } from '../write/kit.ts'

/** Each procedure that is shipped with its sample. */
export const procedures: readonly Case[] = await Promise.all(
  ['chongqing-green-low-carbon-2024', 'national-engineering-sample'].map((id) => caseIn(join(templates, id))),
)
export const fonts = openTestFonts()

const final: Marks = { sample: true, profile: 'final', failed: false }

/** Every form of a procedure, whether this dossier asks for it or not, with the lists that the program makes. */
export function everyForm(c: Case, marks: Marks = final): Made[] {
  // a unit's own blank in Word is no sheet of ours
  const forms = c.procedure.file.forms.filter(({ file }) => file.endsWith('.hbs'))
  const make = (form: Form, made: readonly Made[]) => {
    const rows = form.rows === 'contents' ? contentsTable(contents) : undefined
    const list = form.rows && lists[form.rows]({ case: c, findings: [], made, merged: undefined })
    return makeForm(form, c, fonts, { marks, ...(list && { rows: rows ?? list }) })
  }
  const all = forms.filter((form) => form.rows === undefined).flatMap((form) => make(form, []))
  for (const list of listsInOrder)
    all.push(...forms.filter((form) => form.rows === list).flatMap((form) => make(form, all)))
  return forms.flatMap((form) => all.filter((made) => made.form.id === form.id))
}

/** As `fill` writes it for the last time, with places to sign. */
export function pdfOf({ name, laid }: Made, c: Case): Promise<Uint8Array> {
  const { pages, bookmarks, slots } = laid
  const photo = c.dossier.person?.photo
  const images = new Map(photo === undefined ? [] : [[photo, portrait]])
  const fields = signatureFields(slots, c.procedure.file.copies)
  return writePdf({ pages, bookmarks, title: name, fields }, fonts, images)
}

// ---

/** Head and shoulders in two greys. */
const portrait = new Uint8Array(
  await sharp(
    Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="70" height="100"><rect width="70" height="100" fill="#ddd"/><circle cx="35" cy="40" r="18" fill="#888"/><path d="M5 100a30 34 0 0 1 60 0z" fill="#888"/></svg>',
    ),
  )
    .removeAlpha()
    .png()
    .toBuffer(),
)

const contents: readonly ContentsRow[] = [
  { level: 1, title: '样例表单', page: 3, pages: 2, state: 'heading' },
  { level: 1, title: '样例业绩类别', page: 5, pages: 9, state: 'heading' },
  { level: 2, title: '样例业绩', page: 5, pages: 9, state: 'heading' },
  { level: 3, title: '样例证书', page: 5, pages: 4, state: 'placed', path: 'evidence/a.pdf' },
  { level: 3, title: '样例说明', page: 5, pages: 4, state: 'again', path: 'evidence/a.pdf' },
  { level: 3, title: '样例模型', pages: 0, state: 'carried', path: 'evidence/a.dwg' },
]
