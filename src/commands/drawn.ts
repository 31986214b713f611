import { slotsInBundle } from '../bundle/plan.ts'
import type { Form } from '../model/procedure.ts'
import type { Slot } from '../model/slot.ts'
import type { Report } from '../say/report.ts'
import { writeDocx } from '../write/docx.ts'
import { writePdf } from '../write/pdf.ts'
import { duplexOf } from './duplex.ts'
import { signatureFields } from './fields.ts'
import {
  formsOf,
  isPosted,
  layoutFindings,
  type Made,
  type Marks,
  makeForm,
  makeForms,
  makeListed,
  placesOf,
  watermark,
} from './forms.ts'
import type { Judged } from './judged.ts'
import { lists } from './lists.ts'
import type { Loaded } from './load.ts'
import { type Merged, planMerged } from './merged.ts'
import type { NewFile } from './payload.ts'
import { refusePrivate, refusePrivateFile } from './private.ts'
import type { Progress } from './progress.ts'
import type { Profile } from './settings.ts'
import type { Tools } from './tools.ts'

/** All forms of a dossier, laid, and the report with what layout found. */
export type Drawn = {
  readonly tools: Tools
  readonly profile: Profile
  /** Words across every page. */
  readonly mark: string
  /** In the procedure's order. */
  readonly forms: readonly Made[]
  /** The bound volume; `public` has none. */
  readonly merged: Merged | undefined
  /** Places of the forms, with their page in the bound volume. */
  readonly slots: readonly Slot[]
  readonly report: Report
}

/** As much of it as a file is made from. */
export type ReadyToWrite = Pick<Drawn, 'forms' | 'tools' | 'profile'>

/** Fills and lays every form. @throws Refusal `forms/…`, `fonts/…` */
export async function draw(loaded: Loaded, judged: Judged, profile: Profile, doing: Progress): Promise<Drawn> {
  const { case: c } = loaded
  const { report, tools } = judged
  doing.step('step.forms')
  const sample = c.dossier.sample ?? false
  const failed = report.findings.some((finding) => finding.severity === 'error')
  const first = layAll(loaded, judged, { sample, profile, failed })
  const found = layoutFindings(first.forms)
  // What layout found is an error too: then every page says so.
  const marks: Marks = { sample, profile, failed: failed || found.length > 0 }
  const { forms, merged } = marks.failed === failed ? first : layAll(loaded, judged, marks)
  for (const one of forms) if (isPosted(one)) refusePrivate(one.sheet, one.name, c)
  const slots = merged ? slotsInBundle(placesOf(forms), merged.plan) : placesOf(forms)
  const findings = [...report.findings, ...found]
  return { tools, profile, mark: watermark(marks), forms, merged, slots, report: { ...report, findings } }
}

/**
 * The checklist as a sheet of its own, without the other forms: it says what is missing, so it is never marked as failed.
 * @throws Refusal `forms/…`
 */
export function drawChecklist({ case: c }: Loaded, { report: { findings }, tools }: Judged): ReadyToWrite {
  const marks: Marks = { sample: c.dossier.sample ?? false, profile: 'final', failed: false }
  const rows = lists.checklist({ case: c, findings, made: [], merged: undefined })
  const forms = formsOf(c, marks.profile)
    .filter((form) => form.rows === 'checklist')
    .flatMap((form) => makeForm(form, c, tools.fonts, { marks, rows }))
  return { forms, tools, profile: marks.profile }
}

/**
 * Forms as files: PDF with an empty field for each place to be signed (a preview has none: it is not to be signed), and
 * DOCX where the procedure wants one.
 * @param folder where the form lies, with `/` at its end
 * @throws Refusal `forms/private-file` where a file that is to be posted holds what it must not
 */
export async function formFiles(
  { forms, tools, profile }: ReadyToWrite,
  loaded: Pick<Loaded, 'case' | 'pdfium'>,
  folder: (form: Form) => string = () => '',
): Promise<NewFile[]> {
  const files: NewFile[] = []
  const { copies } = loaded.case.procedure.file
  for (const made of forms) {
    const { form, name, sheet, laid } = made
    const { pages, bookmarks } = laid
    const path = folder(form) + name
    const fields = profile === 'preview' ? [] : signatureFields(laid.slots, copies)
    const presentation = { pages, bookmarks, title: name, duplex: duplexOf(sheet.setup), fields }
    const own: NewFile[] = [[`${path}.pdf`, await writePdf(presentation, tools.fonts, tools.images)]]
    if (form.docx) own.push([`${path}.docx`, await writeDocx(laid.arranged, tools.images)])
    if (isPosted(made)) for (const one of own) await refusePrivateFile(one, loaded)
    files.push(...own)
  }
  return files
}

// ---

/** Every form of the profile and the bound volume, with these words across the pages. */
function layAll(
  loaded: Loaded,
  { report: { findings }, tools }: Judged,
  marks: Marks,
): { readonly forms: readonly Made[]; readonly merged: Merged | undefined } {
  const made = makeForms(loaded.case, tools.fonts, marks)
  const merged = marks.profile === 'public' ? undefined : planMerged(loaded, made, tools, marks)
  const listed = makeListed(loaded.case, tools.fonts, { marks, findings, made, merged })
  return { merged, forms: inOrder([...made, ...(merged?.contents ?? []), ...listed], loaded) }
}

function inOrder(made: readonly Made[], { procedure }: Loaded): Made[] {
  return procedure.file.forms.flatMap((form) => made.filter((one) => one.form.id === form.id))
}
