import type { Case } from '../model/case.ts'
import { inLang, phrase } from '../say/phrase.ts'
import { exportPages, papers } from './list-papers.ts'
import type { ListRow, Source } from './lists.ts'

/**
 * 干部人事档案目录: the forms of which a copy goes into the personnel file (the first of the procedure's `copies`, 四（二）5),
 * each with the day on which it was formed, as far as the journal knows it; the rest is written by the archivist.
 */
export function catalogueRows({ case: c, made }: Source): ListRow[] {
  const file = c.procedure.file.copies[0]?.id
  const [year = '', month = '', day = ''] = confirmedOn(c)?.split('-') ?? []
  return papers(made)
    .filter(({ laid }) => laid.slots.some(({ copies }) => copies.some(({ copy }) => copy === file)))
    .map(({ form, laid }, index) => {
      const title = c.dossier.declaration?.title
      return {
        no: index + 1,
        title: inLang(form.name, 'zh') + (title === undefined ? '' : `（${title}）`),
        year,
        month: month && String(Number(month)),
        day: day && String(Number(day)),
        copies: 1,
        pages: form.export === undefined ? laid.pages.length : (exportPages(c, form) ?? ''),
        note: form.export === undefined ? '' : phrase('catalogue.export', 'zh'),
      }
    })
}

// ---

/** The last confirmation: a form of a title that is not confirmed has no day yet. */
function confirmedOn({ journal }: Case): string | undefined {
  return journal.events.findLast((event) => event.what === 'confirmed')?.on
}
