import type { Case } from '../model/case.ts'
import { exits, Refusal } from '../model/finding.ts'
import { helpersOf } from './helpers.ts'
import { refusal } from './problem.ts'
import { slotsOf } from './slots.ts'
import { templateOf } from './template.ts'
import { type Extra, viewOf } from './view.ts'

/**
 * The text of a form with the facts in it, before it is read as markup.
 * @throws Refusal `forms/markup` when the template is broken, `forms/control` when a fact holds a character that cannot be
 *   printed
 */
export function rendered(form: string, c: Case, extra: Extra) {
  const template = templateOf(c.procedure, form)
  if (template.problems.length) throw refusal(template.problems)
  const slots = slotsOf(c, extra.print === 'word' || extra.print === 'ring' ? extra.print : undefined)
  const helpers = helpersOf({
    onRoute: (slot) => slots.get(slot) !== undefined,
    body: (slot) => slots.get(slot)?.bodyName ?? '',
  })
  const paths = template.uses.map((use) => use.path)
  const view = viewOf(c, withDefaults(extra, paths))
  const text = template.render(view, helpers)
  return { text, template, slots }
}

/** Characters that XML and paper do not know. Facts are clean by the time they come here; names of files may not be. */
export function refuseControls(text: string, file: string): void {
  const found =
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.exec(
      text,
    )
  if (!found) return
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  // What stands before it in the same text, not the tag in front of that.
  const before = text.slice(Math.max(0, found.index - 12), found.index).replace(/^[\s\S]*[<>"]/, '')
  const near = before.replace(/[^\p{L}\p{N}]/gu, '')
  throw new Refusal('forms/control', exits.unreadable, { code: `U+${code}`, near }, { file })
}

// ---

/** What a form asks of `extra` and the caller did not give is empty. */
function withDefaults(extra: Extra, paths: readonly string[]): Extra {
  const missing = paths.flatMap((path) => {
    const key = /^extra\.([^.[]+)$/.exec(path)?.[1]
    return key !== undefined && extra[key] === undefined ? [[key, ''] as const] : []
  })
  return { ...Object.fromEntries(missing), ...extra }
}
