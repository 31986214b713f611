import type { Case } from '../model/case.ts'
import { exits, type Finding, Refusal } from '../model/finding.ts'
import type { Sheet } from '../model/sheet.ts'
import { type Building, buildSheet } from './build.ts'
import { helpersOf } from './helpers.ts'
import { parseMarkup } from './markup.ts'
import { refusal } from './problem.ts'
import { slotsOf } from './slots.ts'
import { templateOf } from './template.ts'
import { type Extra, viewOf } from './view.ts'

/**
 * Fills a form of the case's procedure.
 * @param form id of the form
 * @param extra what the caller knows: `rows` of a contents page or worksheet, `version` posting | filing, `snapshot` code,
 *   `posting` { workdays, … }, `watermark`, `print` ring | word
 * @throws Refusal `forms/markup` when the template is broken (file, line and column of each problem), `forms/control`
 *   when a fact holds a character that cannot be printed
 */
export function fill(form: string, c: Case, extra: Extra = {}): Sheet {
  const template = templateOf(c.procedure, form)
  if (template.problems.length) throw refusal(template.problems)
  const slots = slotsOf(c, extra.print === 'word' || extra.print === 'ring' ? extra.print : undefined)
  const helpers = helpersOf({
    onRoute: (slot) => slots.get(slot) !== undefined,
    body: (slot) => slots.get(slot)?.bodyName ?? '',
  })
  const text = template.render(
    viewOf(
      c,
      withDefaults(
        extra,
        template.uses.map((use) => use.path),
      ),
    ),
    helpers,
  )
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
  return photo && c.inventory.files.some((file) => file.path === photo) ? photo : ''
}

/** What a form asks of `extra` and the caller did not give is empty. */
function withDefaults(extra: Extra, paths: readonly string[]): Extra {
  const missing = paths.flatMap((path) => {
    const key = /^extra\.([^.[]+)$/.exec(path)?.[1]
    return key !== undefined && extra[key] === undefined ? [[key, ''] as const] : []
  })
  return { ...Object.fromEntries(missing), ...extra }
}

/** Characters that XML and paper do not know. Facts are clean by the time they come here; names of files may not be. */
function refuseControls(text: string, file: string): void {
  const found =
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.exec(
      text,
    )
  if (!found) return
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  const near = text.slice(Math.max(0, found.index - 12), found.index).replace(/[^\p{L}\p{N}]/gu, '')
  throw new Refusal('forms/control', exits.unreadable, { code: `U+${code}`, near }, { file })
}
