import { createHash, type Hash } from 'node:crypto'
import { PDFDocument, PDFHexString, PDFName } from 'pdf-lib'
import type { ReadingPage } from '../model/evidence.ts'
import { exits, Refusal } from '../model/finding.ts'
import { maskInText } from '../model/mask.ts'
import type { Measure } from '../model/page.ts'
import type { CivilDate } from '../model/scalar.ts'
import { isArchival } from './archival.ts'
import { importPages } from './imported.ts'
import { type Numbers, runningNumber, usualNumbers } from './numbers.ts'
import type { OrderedEvidence } from './order.ts'
import { outline, writeOutline } from './outline.ts'
import { startWriting } from './pdf-writer.ts'
import type { Pen, StartPen } from './pen.ts'
import { pictureOnPage } from './picture.ts'
import { type Part, type Plan, plan } from './plan.ts'
import { visibleSize } from './visible.ts'

export type Composition = {
  /** Title of the document, without any number of a person; masked all the same. */
  readonly title: string
  /** Day that the document is dated by. */
  readonly asOf: CivilDate
  /** Cover, contents, forms and evidence in the order in which they stand. */
  readonly parts: readonly Part[]
  /** All claims, for the bookmarks. */
  readonly items: readonly OrderedEvidence[]
  readonly numbers?: Numbers
  /** Words beside the number of an evidence page or a blank one (预览, 未通过核对); laid pages have them as their watermark. */
  readonly mark?: string
  /**
   * Says of the finished document what it is: `write/` knows how. `archival` where every page that is not ours was found fit
   * for PDF/A-2u.
   */
  readonly describe?: (doc: PDFDocument, archival: boolean) => void
}

/** 合订本.pdf: the plan that contents and slots were numbered by, and its bytes, made while they are read. */
export type Composed = { readonly plan: Plan; readonly pieces: AsyncIterable<Uint8Array> }

/** Pages of one reading copy; pdf-lib takes seconds for twenty thousand. */
const mostPages = 5000

/**
 * Makes the reading copy of all parts as one PDF with bookmarks and running page numbers. The same parts give the same bytes.
 * One part is in memory at a time; `pieces` can be read once.
 * @throws Refusal `bundle/no-pages`, `bundle/too-many-pages`; while the pieces are read `bundle/pages-differ` when evidence
 *   has another number of pages than planned, `bundle/unreadable-pages`, `bundle/odd-picture`
 */
export function compose(what: Composition, startPen: StartPen, measure: Measure): Composed {
  const where = plan(what.parts)
  if (where.total === 0) throw new Refusal('bundle/no-pages', exits.unreadable)
  if (where.total > mostPages) {
    throw new Refusal('bundle/too-many-pages', exits.refused, { pages: where.total, most: mostPages })
  }
  return { plan: where, pieces: pieces(what, where, startPen, measure) }
}

// ---

async function* pieces(
  what: Composition,
  where: Plan,
  startPen: StartPen,
  measure: Measure,
): AsyncGenerator<Uint8Array> {
  const doc = await PDFDocument.create({ updateMetadata: false })
  const writer = startWriting(doc)
  const pen = await startPen(doc)
  const seed = createHash('sha256').update(JSON.stringify([what.title, what.asOf]))
  const numbered = { pen, measure, numbers: what.numbers ?? usualNumbers, mark: what.mark ?? '' }
  let archival = true
  for (const part of what.parts) {
    archival = (await addPart(doc, part, numbered, seed)) && archival
    yield* writer.heavy()
  }
  await pen.end()
  writeOutline(doc, outline(what.parts, what.items, where))
  describe(doc, what, seed.digest('hex').slice(0, 32))
  what.describe?.(doc, archival)
  if (doc.getPageCount() !== where.total) {
    throw new Error(`compose: ${doc.getPageCount()} pages, ${where.total} planned`)
  }
  yield* writer.rest()
}

type Numbered = { readonly pen: Pen; readonly measure: Measure; readonly numbers: Numbers; readonly mark: string }

/** @returns false where a page was not found fit for an archive */
async function addPart(doc: PDFDocument, part: Part, tools: Numbered, seed: Hash): Promise<boolean> {
  const first = doc.getPageCount() + 1
  seed.update(`\n${part.key}\n`)
  if (part.body.kind === 'laid') {
    part.body.pages.forEach((page, i) => {
      seed.update(JSON.stringify(page))
      const mark = page.items.length ? '' : tools.mark
      const number = part.numbered ? runningNumber(first + i, page, tools.measure, tools.numbers, mark) : []
      tools.pen.page({ ...page, items: [...page.items, ...number] })
    })
    return true
  }
  let archival = true
  for (const page of await part.body.read()) {
    seed.update(page.bytes)
    archival = (await addReadingPage(doc, page, part.body.path, part.numbered ? tools : undefined)) && archival
  }
  const pages = doc.getPageCount() + 1 - first
  if (pages !== part.pages) {
    throw new Refusal('bundle/pages-differ', exits.unreadable, { planned: part.pages, pages }, { file: part.body.path })
  }
  return archival
}

async function addReadingPage(
  doc: PDFDocument,
  page: ReadingPage,
  file: string,
  tools: Numbered | undefined,
): Promise<boolean> {
  const first = doc.getPageCount() + 1
  const added = page.kind === 'pdf' ? await importPages(doc, page.bytes, file) : [await pictureOnPage(doc, page, file)]
  const archival = added.every(isArchival)
  added.forEach((one, i) => {
    tools?.pen.onto(one, runningNumber(first + i, visibleSize(one), tools.measure, tools.numbers, tools.mark))
  })
  return archival
}

function describe(doc: PDFDocument, { title, asOf }: Composition, id: string): void {
  const day = new Date(`${asOf}T00:00:00Z`)
  doc.setTitle(maskInText(title), { showInWindowTitleBar: true })
  doc.setProducer('juanzong')
  doc.setCreationDate(day)
  doc.setModificationDate(day)
  doc.setLanguage('zh-CN')
  doc.context.trailerInfo.ID = doc.context.obj([PDFHexString.of(id), PDFHexString.of(id)])
  doc.catalog.set(PDFName.of('Type'), PDFName.of('Catalog'))
}
