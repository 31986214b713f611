import type { Procedure } from '../model/case.ts'
import type { Finding } from '../model/finding.ts'
import { elements, required } from './elements.ts'
import { placeIn, staticTags } from './marking.ts'
import { problem } from './problem.ts'
import { formFile } from './template.ts'
import { wrongValue } from './values.ts'

/** What is wrong with the tags of a form as they stand in the template, also where no dossier leads. */
export function staticProblems(procedure: Procedure, form: string): readonly Finding[] {
  const source = procedure.forms[form] ?? ''
  const slots = procedure.slots.slots.map((slot) => slot.id)
  const partials = Object.entries(procedure.partials).filter(([name]) => source.includes(`{{> ${name}`))
  return [
    ...sourceProblems(source, formFile(procedure, form), slots),
    ...partials.flatMap(([name, text]) => sourceProblems(text, `forms/parts/${name}.hbs`, slots)),
  ]
}

/** Problems of the elements and attributes that a template writes out. */
export function sourceProblems(source: string, file: string, slots: readonly string[]): readonly Finding[] {
  const comment = source.replace(/\{\{~?!--[\s\S]*?--~?\}\}/g, (text) => ' '.repeat(text.length)).indexOf('<!--')
  const comments =
    comment < 0 ? [] : [problem('forms/forbidden-markup', placeIn(source, comment, file), { construct: '<!-- -->' })]
  return [
    ...comments,
    ...staticTags(source, file).flatMap((tag): readonly Finding[] => {
      const rule = elements[tag.name]
      if (!rule) return [problem('forms/unknown-element', tag.at, { element: tag.name })]
      const attributes = attributesFrom(source, tag.end)
      const named = attributes.map((one) => one.name)
      const missing = attributes.some((one) => one.name === '') ? [] : (required[tag.name] ?? [])
      return [
        ...missing
          .filter((name) => !named.includes(name))
          .map((attribute) => problem('forms/missing-attribute', tag.at, { element: tag.name, attribute })),
        ...attributes.flatMap((one): readonly Finding[] => {
          if (one.name === '') return []
          const at = placeIn(source, one.offset, file)
          const kind = rule.attributes[one.name]
          if (kind === undefined)
            return [problem('forms/unknown-attribute', at, { element: tag.name, attribute: one.name })]
          if (one.value.includes('{{')) return []
          if (one.name === 'slot' && !slots.includes(one.value))
            return [problem('forms/unknown-slot', at, { slot: one.value })]
          const expected = wrongValue(kind, one.value)
          const args = {
            element: tag.name,
            attribute: one.name,
            value: one.value.slice(0, 40),
            expected: expected ?? '',
          }
          return expected === undefined ? [] : [problem('forms/bad-attribute', at, args)]
        }),
      ]
    }),
  ]
}

// ---

/** Attributes up to the end of a tag; a name of '' stands for a `{{…}}` between them. */
function attributesFrom(source: string, start: number) {
  const found: { name: string; value: string; offset: number }[] = []
  const token =
    /\s*(?:(\{\{[\s\S]*?\}\})|([^\s=>/"'{]+)\s*=\s*("(?:\{\{[\s\S]*?\}\}|[^"])*"|'(?:\{\{[\s\S]*?\}\}|[^'])*'))/y
  token.lastIndex = start
  for (let match = token.exec(source); match; match = token.exec(source)) {
    const name = match[2] ?? ''
    const offset = match.index + match[0].length - match[0].trimStart().length
    found.push({ name, value: (match[3] ?? '""').slice(1, -1), offset })
  }
  return found
}
