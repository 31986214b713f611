import type { Case, Procedure } from '../model/case.ts'
import type { Finding } from '../model/finding.ts'
import { between, placeholdersOf, printedOf, replaced, unpaired } from './placeholders.ts'
import { problem } from './problem.ts'
import { refuseControls, rendered } from './rendered.ts'
import { formFile } from './template.ts'
import type { Extra } from './view.ts'

/**
 * Fills an official Word blank: the parts of its file that hold a placeholder, with the facts in their places. A missing
 * fact leaves its place empty; places for seals, signatures and dates by hand are the blank's own and stay as they are.
 * @throws Refusal `forms/markup` where a placeholder is not right, `forms/control` as `fill`
 */
export function fillBlank(form: string, c: Case, extra: Extra = {}): Readonly<Record<string, string>> {
  const blank = c.procedure.blanks[form]
  const { text, template } = rendered(form, c, extra)
  const values = text.split(between).map(plain)
  const parts = printedOf(blank)
  const count = parts.reduce((sum, [, xml]) => sum + placeholdersOf(xml).length, 0)
  refuseControls(values.length === count ? values.join('') : text, template.file)
  let next = 0
  return Object.fromEntries(
    parts.flatMap(([name, xml]) => {
      const count = placeholdersOf(xml).length
      const own = values.slice(next, next + count)
      next += count
      return count > 0 ? [[name, replaced(xml, own)]] : []
    }),
  )
}

/** What is wrong with the braces of a blank; paths and helpers are seen to by its template. */
export function blankProblems(procedure: Procedure, form: string): readonly Finding[] {
  const at = { file: formFile(procedure, form) }
  const parts = printedOf(procedure.blanks[form])
  const inner = parts.flatMap(([, xml]) => placeholdersOf(xml).map((one) => one.inner))
  const odd = parts.flatMap(([, xml]) => unpaired(xml))
  return [
    ...(inner.length + odd.length === 0 ? [problem('forms/blank-empty', at)] : []),
    ...odd.map((near) => problem('forms/blank-braces', at, { near: near.slice(0, 40) })),
    ...inner
      .filter((one) => /^[#^/>&!*]|^else\b/.test(one))
      .map((one) => problem('forms/forbidden', at, { construct: `{{${one.slice(0, 40)}}}` })),
  ]
}

// ---

/** Handlebars writes for markup. */
function plain(text: string): string {
  const marks: Readonly<Record<string, string>> = {
    lt: '<',
    gt: '>',
    quot: '"',
    '#x27': "'",
    '#x60': '`',
    '#x3D': '=',
    amp: '&',
  }
  return text.replace(/&(lt|gt|quot|#x27|#x60|#x3D|amp);/g, (whole, name) => marks[name] ?? whole)
}
