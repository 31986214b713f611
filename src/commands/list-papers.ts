import { order } from '../bundle/order.ts'
import { grouped } from '../bundle/plan.ts'
import type { Case } from '../model/case.ts'
import type { Form } from '../model/procedure.ts'
import { inLang, phrase } from '../say/phrase.ts'
import type { Made } from './forms.ts'
import type { ListRow, Source } from './lists.ts'

/**
 * What goes into the bag and is handed over: each form that is filed, then a row for each kind of evidence in the order of
 * the contents page. What is not known is left empty, to be written by hand.
 */
export function paperRows({ case: c, made }: Source): ListRow[] {
  const exports = c.procedure.file.forms.flatMap((form) => form.export ?? [])
  const evidence = grouped(order(c.inventory, c.dossier, c.procedure.kinds))
    .filter(({ items: [first] }) => !(first.owner.kind === 'supporting' && exports.includes(first.owner.id)))
    .map(({ title, items }) => {
      const own = items[0].owner.kind === 'achievement' ? phrase('paper.evidence', 'zh', { kind: title }) : title
      const pages = items.reduce((sum, item) => sum + (item.state === 'placed' ? item.pages : 0), 0)
      return { title: own, copies: 1, pages: pages || '', note: '' }
    })
  const forms = papers(made).map((one) => formRow(c, one))
  return [...forms, ...evidence].map((row, index) => ({ no: index + 1, ...row }))
}

/**
 * Forms that somebody files: those of the bound volume, and loose sheets with a place of their own. The same sheet in a
 * second paper size and the sheet on the wall are no further papers.
 */
export function papers(made: readonly Made[]): Made[] {
  const filed = made.filter(({ form, version }) => version !== 'posting' && ['bound', 'loose'].includes(form.use))
  return filed.filter(({ form, laid: { slots } }, index) => {
    const before = new Set(filed.slice(0, index).flatMap((one) => one.laid.slots.map(({ id }) => id)))
    return form.use === 'bound' || slots.some(({ id }) => !before.has(id))
  })
}

/** Copies of a form that are sealed and filed. */
export function copiesOf({ laid }: Pick<Made, 'laid'>): number {
  return Math.max(1, ...laid.slots.map(({ copies }) => copies.length))
}

/** Pages of the platform's export of a form; undefined while it is not in the dossier. */
export function exportPages({ inventory }: Case, form: Form): number | undefined {
  const claim = inventory.claims.find(({ owner }) => owner.kind === 'supporting' && owner.id === form.export)
  return inventory.files.find(({ path }) => path === claim?.path)?.pages
}

// ---

function formRow(c: Case, one: Made) {
  const { form, laid } = one
  const isExport = form.export !== undefined
  return {
    title: inLang(form.name, 'zh'),
    copies: copiesOf(one),
    pages: isExport ? (exportPages(c, form) ?? '') : laid.pages.length,
    note: isExport ? phrase('paper.export', 'zh') : '',
  }
}
