import type { Case } from '../model/case.ts'
import type { Page } from '../model/page.ts'
import type { Block } from '../model/sheet.ts'
import type { Slot, SlotKind } from '../model/slot.ts'
import { phrase } from '../say/phrase.ts'
import { duplexOf } from './duplex.ts'
import { isPosted, type Made } from './forms.ts'
import { copiesOf } from './list-papers.ts'
import type { ListRow, Source } from './lists.ts'

/** 打印说明: how each form and the bound volume is printed, how often, what is written by hand and where a seal goes. */
export function printRows({ case: c, made, merged }: Source): ListRow[] {
  const forms = c.procedure.file.forms.flatMap((form) =>
    form.use === 'cover' || form.use === 'contents' ? [] : made.filter((one) => one.form.id === form.id),
  )
  const rows = forms.map((one, index) => ({
    form: one.name,
    ...paperOf(one),
    copies: isPosted(one) ? Math.max(1, places(c)) : isOnExport(one) ? 1 : copiesOf(one),
    ...marksOf(one),
    note: noteOf(one, forms.slice(0, index)),
  }))
  const bound =
    merged &&
    boundRow(
      merged.parts.flatMap(({ body }) => (body.kind === 'laid' ? body.pages : [])),
      merged.plan.total,
    )
  return [...rows, ...(bound ? [bound] : [])].map((row, index) => ({ no: index + 1, ...row }))
}

// ---

function paperOf({ sheet: { setup }, laid }: Made) {
  const way = setup.landscape ? 'print.landscape' : 'print.portrait'
  return {
    paper: phrase(way, 'zh', { paper: setup.paper }),
    sides: phrase(`print.${duplexOf(setup)}`, 'zh'),
    pages: laid.pages.length,
  }
}

function boundRow(pages: readonly Page[], total: number) {
  const isLarge = pages.some(({ w, h }) => Math.max(w, h) > 300)
  return {
    form: phrase('file.merged', 'zh'),
    paper: isLarge ? phrase('print.mixed', 'zh') : phrase('print.portrait', 'zh', { paper: 'A4' }),
    sides: phrase('print.never', 'zh'),
    pages: total,
    copies: 1,
    hand: phrase('print.none', 'zh'),
    seals: phrase('print.none', 'zh'),
    note: phrase('print.merged', 'zh'),
  }
}

/** Where it hangs: as recorded, otherwise as the unit has it. */
function places({ journal, unit }: Case): number {
  const posted = journal.events.findLast((event) => event.what === 'posted')
  return (posted?.places ?? unit?.posting?.places ?? []).length
}

/** Sealed and signed on the platform's export, so that ours stays clean. */
function isOnExport({ laid }: Made): boolean {
  return laid.slots.some(({ onto }) => onto === 'platform-export')
}

const byHand: readonly SlotKind[] = ['signature', 'date', 'handwriting']
const sealed: readonly SlotKind[] = ['seal', 'riding']

function marksOf(one: Made) {
  const none = phrase('print.none', 'zh')
  if (isOnExport(one)) return { hand: none, seals: none }
  const due = one.laid.slots.filter(({ stage }) => one.version !== 'posting' || stage === 'posting')
  const blanks = [...one.sheet.blocks, ...one.sheet.setup.footer].reduce((sum, block) => sum + blanksIn(block), 0)
  const lines = blanks === 0 ? [] : [phrase('print.blanks', 'zh', { count: blanks })]
  const said = (marks: readonly string[]) => (marks.length ? marks.join('；') : none)
  return { hand: said([...counted(due, byHand), ...lines]), seals: said(counted(due, sealed)) }
}

/** 第 3 页签字 2 处、日期 1 处; the worksheet has their names. */
function counted(slots: readonly Slot[], kinds: readonly SlotKind[]): string[] {
  const own = slots.filter(({ kind }) => kinds.includes(kind))
  return [...new Set(own.map(({ page }) => page))].map((page) => {
    const here = own.filter((slot) => slot.page === page)
    const marks = kinds.flatMap((kind) => {
      const count = here.filter((slot) => slot.kind === kind).length
      return count === 0 ? [] : [phrase('print.count', 'zh', { kind: phrase(`slot.${kind}`, 'zh'), count })]
    })
    return phrase('print.mark', 'zh', { page, marks: marks.join('、') })
  })
}

function blanksIn(block: Block): number {
  const all = (blocks: readonly Block[]) => blocks.reduce((sum, inner) => sum + blanksIn(inner), 0)
  if (block.kind === 'p') return block.inlines.filter(({ kind }) => kind === 'blank').length
  if (block.kind === 'keep') return all(block.blocks)
  if (block.kind === 'table') return all(block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.blocks)))
  return 0
}

function noteOf(one: Made, before: readonly Made[]): string {
  const same = (other: Made) =>
    other.version === one.version && other.laid.slots.some(({ id }) => one.laid.slots.some((slot) => slot.id === id))
  const twin = before.find(same)
  const notes = [
    twin ? phrase('print.either-size', 'zh', { other: twin.name }) : '',
    isPosted(one) ? phrase('print.posted', 'zh') : '',
    isOnExport(one) ? phrase('print.export', 'zh') : '',
  ]
  return notes.filter((note) => note !== '').join('；')
}
