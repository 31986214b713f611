import type { PDFDocument } from 'pdf-lib'
import { compose } from '../bundle/compose.ts'
import { type OrderedEvidence, order } from '../bundle/order.ts'
import {
  type ContentsRow,
  contentsRows,
  evidenceParts,
  laidPart,
  type Part,
  type Plan,
  plan,
  withContents,
} from '../bundle/plan.ts'
import { fileByteLimit } from '../evidence/limits.ts'
import type { FormUse } from '../model/procedure.ts'
import { phrase } from '../say/phrase.ts'
import { markArchival } from '../write/archive.ts'
import { startDrawing } from '../write/pen.ts'
import { contentsTable } from './contents.ts'
import type { Drawn } from './drawn.ts'
import { formsOf, type Made, type Marks, makeForm } from './forms.ts'
import type { Loaded } from './load.ts'
import { readingPagesOf } from './opening/large.ts'
import type { Tools } from './tools.ts'

/** The reading copy before it is drawn: all of it in order, and where everything stands. */
export type Merged = {
  readonly parts: readonly Part[]
  readonly items: readonly OrderedEvidence[]
  readonly plan: Plan
  /** The contents page; none where the procedure has no form for it. */
  readonly contents: readonly Made[]
  readonly rows: readonly ContentsRow[]
}

/** Orders cover, contents, forms and evidence; page numbers follow from it here and nowhere else. */
export function planMerged(
  loaded: Loaded,
  made: readonly Made[],
  { fonts }: Pick<Tools, 'fonts'>,
  marks: Marks,
): Merged {
  const { case: c } = loaded
  const items = order(c.inventory, c.dossier, c.procedure.kinds)
  const parts = (use: FormUse, key: (one: Made) => string) =>
    made
      .filter(({ form, version }) => form.use === use && version !== 'posting')
      .map((one) => laidPart(key(one), one.sheet.title, one.laid))
  const covers = parts('cover', () => 'cover')
  const rest = [
    ...parts('bound', ({ form }) => `form:${form.id}`),
    ...evidenceParts(items, (item) => read(loaded, item)),
  ]
  const form = formsOf(c, marks.profile).find(({ use }) => use === 'contents')
  if (!form) {
    const where = plan([...covers, ...rest])
    return { parts: [...covers, ...rest], items, plan: where, contents: [], rows: contentsRows(rest, items, where) }
  }
  const laid: Made[][] = []
  const layContents = (rows: readonly ContentsRow[]) => {
    const contents = makeForm(form, c, fonts, { marks, rows: contentsTable(rows) })
    laid.push(contents)
    return contents[0]?.laid ?? { pages: [], bookmarks: [] }
  }
  const whole = withContents([...covers, ...rest], items, form.name.zh, layContents, covers.length)
  const rows = contentsRows(whole.parts, items, whole.plan)
  return { ...whole, items, contents: laid.at(-1) ?? [], rows }
}

/** 合订本.pdf, drawn while it is read. */
export function drawMerged(
  loaded: Loaded,
  { parts, items }: Merged,
  { tools: { fonts, images }, mark }: Pick<Drawn, 'tools' | 'mark'>,
): AsyncIterable<Uint8Array> {
  const title = phrase('file.title', 'zh')
  const describe = (doc: PDFDocument, archival: boolean) => markArchival(doc, title, archival)
  const what = { title, asOf: loaded.case.today, parts, items, mark, describe }
  return compose(what, (doc) => startDrawing(doc, fonts, images), fonts.measure).pieces
}

// ---

async function read({ disk, opener, case: c, opens }: Loaded, item: OrderedEvidence) {
  const file = c.inventory.files.find(({ path }) => path === item.path)
  const open = opens.get(item.path)
  if (!file || open === undefined) throw new Error(`merged: ${item.key} has no file`)
  // A preview shows what there is of an excerpt that asks for more; the finding says so.
  const excerpt = item.excerpt && { from: item.excerpt.from, to: Math.min(item.excerpt.to, file.pages ?? 0) }
  return readingPagesOf(opener, await disk.read(open, fileByteLimit), file, excerpt)
}
