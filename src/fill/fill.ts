import type { Case } from '../model/case.ts'
import type { Finding } from '../model/finding.ts'
import type { Sheet } from '../model/sheet.ts'
import { type Building, buildSheet } from './build.ts'
import { parseMarkup } from './markup.ts'
import { refusal } from './problem.ts'
import { refuseControls, rendered } from './rendered.ts'
import type { Extra } from './view.ts'

/**
 * Fills a form of the case's procedure.
 * @param form id of the form
 * @param extra what the caller knows: `rows` of a contents page or worksheet, `version` posting | filing, `snapshot` code,
 *   `posting` { workdays, … }, `watermark`, `print` ring | word
 * @throws Refusal `forms/markup` when the template is broken (file, line and column of each problem), `forms/control`
 *   when a fact holds a character that cannot be printed
 */
export function fill(form: string, c: Case, extra: Extra = {}): Sheet {
  const { text, template, slots } = rendered(form, c, extra)
  refuseControls(text, template.file)
  const root = parseMarkup(text, template.file, template.places)
  const problems: Finding[] = []
  const building: Building = {
    slot: (id) => slots.get(id),
    knows: (id) => slots.has(id),
    photo: photoOf(c),
    problems,
    where: new Map(),
  }
  const sheet = buildSheet(root, titleOf(form, c), building)
  if (problems.length) throw refusal(problems)
  const watermark = extra.watermark
  return { ...sheet, form, watermark: typeof watermark === 'string' && watermark ? watermark : undefined }
}

// ---

function titleOf(form: string, c: Case): string {
  return c.procedure.file.forms.find((one) => one.id === form)?.name.zh ?? form
}

function photoOf(c: Case): string {
  const photo = c.dossier.person?.photo
  return photo && c.inventory.files.some(({ path, merged }) => path === photo && merged) ? photo : ''
}
