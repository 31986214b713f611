import type { Slot } from '../model/slot.ts'
import { phrase } from '../say/phrase.ts'
import type { Report } from '../say/report.ts'
import { writeDocx } from '../write/docx.ts'
import { writePdf } from '../write/pdf.ts'
import { layoutFindings, type Made, makeForm, makeForms, watermark } from './forms.ts'
import type { Loaded } from './load.ts'
import type { NewFile } from './payload.ts'
import { refusePrivate } from './private.ts'
import type { Progress } from './progress.ts'
import type { Profile } from './settings.ts'
import { openTools, type Tools } from './tools.ts'
import { tasks } from './worksheet.ts'

/** All forms of a dossier, laid, and the report with what layout found. */
export type Drawn = {
  readonly tools: Tools
  readonly mark: string
  readonly forms: readonly Made[]
  readonly report: Report
}

/** Fills and lays every form. @throws Refusal `forms/…`, `fonts/…` */
export async function draw(loaded: Loaded, report: Report, profile: Profile, doing: Progress): Promise<Drawn> {
  doing.step('step.fonts')
  const tools = await openTools(loaded)
  doing.step('step.forms')
  const failed = report.findings.some((finding) => finding.severity === 'error')
  const marks = { sample: loaded.case.dossier.sample ?? false, profile, failed }
  const forms = makeForms(loaded.case, tools.fonts, marks)
  for (const { version, sheet, name } of forms) if (version === 'posting') refusePrivate(sheet, name, loaded.case)
  return {
    tools,
    mark: watermark(marks),
    forms,
    report: { ...report, findings: [...report.findings, ...layoutFindings(forms)] },
  }
}

/** Forms as files: PDF, and DOCX where the procedure wants one. */
export async function formFiles({ forms, tools }: Drawn): Promise<NewFile[]> {
  const files: NewFile[] = []
  for (const { name, sheet, laid, docx } of forms) {
    const { pages, bookmarks } = laid
    const duplex = sheet.setup.duplex
      ? sheet.setup.landscape
        ? ('short-edge' as const)
        : ('long-edge' as const)
      : undefined
    files.push([`${name}.pdf`, await writePdf({ pages, bookmarks, title: name, duplex }, tools.fonts, tools.images)])
    if (docx) files.push([`${name}.docx`, await writeDocx(sheet, tools.images)])
  }
  return files
}

/** 盖章任务单.pdf, where the procedure has such a form. */
export async function worksheetFile(
  { case: c }: Loaded,
  { tools, mark }: Pick<Drawn, 'tools' | 'mark'>,
  slots: readonly Slot[],
): Promise<NewFile[]> {
  if (!c.procedure.file.forms.some((form) => form.id === 'worksheet')) return []
  const { pages } = makeForm('worksheet', c, tools.fonts, { rows: tasks(c, slots), watermark: mark })
  const title = phrase('file.worksheet', 'zh')
  return [[`${title}.pdf`, await writePdf({ pages, title }, tools.fonts, tools.images)]]
}

/** The filing versions, one of each sheet: what is sealed, signed and bound. */
export function filed(forms: readonly Made[]): Made[] {
  const last = forms.filter((form) => form.version !== 'posting')
  return last.filter((form, index) => last.findIndex((other) => family(other.id) === family(form.id)) === index)
}

// ---

/** One sheet in two paper sizes (`publicity-a3`, `publicity-a4`) is one family; its first size is bound. */
function family(form: string): string {
  return form.replace(/-a[34]$/, '')
}
