import { compose } from '../bundle/compose.ts'
import { type OrderedEvidence, order } from '../bundle/order.ts'
import {
  type ContentsRow,
  contentsRows,
  evidenceParts,
  laidPart,
  type Part,
  type Plan,
  slotsInBundle,
  withContents,
} from '../bundle/plan.ts'
import { readingPages } from '../evidence/pages.ts'
import type { Laid } from '../model/page.ts'
import type { Slot } from '../model/slot.ts'
import { phrase } from '../say/phrase.ts'
import { startDrawing } from '../write/pen.ts'
import { contentsTable } from './contents.ts'
import { type Made, makeForm } from './forms.ts'
import type { Loaded } from './load.ts'
import type { Tools } from './tools.ts'

/** The reading copy before it is drawn: all of it in order, and where everything stands. */
export type Merged = {
  readonly parts: readonly Part[]
  readonly items: readonly OrderedEvidence[]
  readonly plan: Plan
  readonly contents: Laid
  readonly rows: readonly ContentsRow[]
  /** Slots of the forms in it, with their pages. */
  readonly slots: readonly Slot[]
}

/** Orders cover, contents, forms and evidence; page numbers follow from it here and nowhere else. */
export function planMerged(loaded: Loaded, forms: readonly Made[], tools: Tools, mark: string): Merged {
  const { case: c } = loaded
  const { dossier, procedure, inventory } = c
  const items = order(inventory, dossier, procedure.kinds)
  const cover = makeForm('cover', c, tools.fonts, { watermark: mark })
  const laid = new Map<readonly ContentsRow[], Laid>()
  const layContents = (rows: readonly ContentsRow[]) => {
    const made = makeForm('contents', c, tools.fonts, { rows: contentsTable(rows), watermark: mark })
    laid.set(rows, made)
    return made
  }
  const fixed = [
    laidPart('cover', phrase('file.cover', 'zh'), cover),
    ...forms.map((form) => laidPart(`form:${form.id}`, form.sheet.title, form.laid)),
    ...evidenceParts(items, (item) => read(loaded, item)),
  ]
  const { parts, plan } = withContents(fixed, items, phrase('file.contents', 'zh'), layContents)
  const rows = contentsRows(parts, items, plan)
  const slots = slotsInBundle(
    forms.flatMap((form) => form.laid.slots),
    plan,
  )
  return { parts, items, plan, rows, slots, contents: [...laid.values()].at(-1) ?? cover }
}

/** 合订本.pdf */
export async function drawMerged(
  loaded: Loaded,
  { parts, items }: Merged,
  { fonts, images }: Tools,
): Promise<Uint8Array> {
  const what = { title: phrase('file.title', 'zh'), asOf: loaded.case.today, parts, items }
  const { bytes } = await compose(what, (doc) => startDrawing(doc, fonts, images), fonts.measure)
  return bytes
}

// ---

async function read({ disk, pdfium, case: c, opens }: Loaded, item: OrderedEvidence) {
  const file = c.inventory.files.find(({ path }) => path === item.path)
  const open = opens.get(item.path)
  if (!file || open === undefined) throw new Error(`merged: ${item.key} has no file`)
  // A preview shows what there is of an excerpt that asks for more; the finding says so.
  const excerpt = item.excerpt && { from: item.excerpt.from, to: Math.min(item.excerpt.to, file.pages ?? 0) }
  return readingPages(await disk.read(open), file.kind, excerpt, pdfium)
}
