import { SaxesParser } from 'saxes'
import type { Finding, Place } from '../model/finding.ts'
import { allowed, elements, type Kind, required } from './elements.ts'
import { placeAttribute } from './marking.ts'
import { problem, refusal } from './problem.ts'
import { wrongValue } from './values.ts'

/** An element of the closed markup, with its place in the template. */
export type Element = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (Element | string)[]
  readonly at: Place
}

/**
 * Parses the markup of a filled form.
 * @param places places of the start tags, by the number in their place attribute
 * @throws Refusal `forms/markup` with every problem found and its place in the template
 */
export function parseMarkup(text: string, file: string, places: readonly Place[]): Element {
  if (isBlankText(text)) throw refusal([problem('forms/empty', { file })])
  const bare = bareAmpersand(text, file, places)
  if (bare) throw refusal([bare])
  const problems: Finding[] = []
  const root = readTree(text, file, places, problems)
  if (root && problems.length === 0) problems.push(...validate(root))
  if (root && root.name !== 'form') problems.push(problem('forms/root', root.at, { element: root.name }))
  if (problems.length || !root) throw refusal(problems.length ? problems : [problem('forms/empty', { file })])
  return root
}

/** Problems of an element's name, place, attributes and content; those of its children too. */
export function validate(element: Element, above: readonly Element[] = []): readonly Finding[] {
  const rule = elements[element.name]
  if (!rule) return [problem('forms/unknown-element', element.at, { element: element.name })]
  const parent = above[above.length - 1]
  return [
    ...(isMisplaced(element, rule.kind, above)
      ? [problem('forms/misplaced', element.at, { element: element.name, parent: parent?.name ?? '' })]
      : []),
    ...attributeProblems(element),
    ...strayText(element),
    ...element.children.flatMap((child) => (typeof child === 'string' ? [] : validate(child, [...above, element]))),
  ]
}

/** Text that counts: white space with a line break only lays out the template. */
export function isBlankText(text: string): boolean {
  return /^[ \t\r\n]*$/.test(text)
}

// ---

function isMisplaced(element: Element, kind: Kind, above: readonly Element[]): boolean {
  const parent = above[above.length - 1]
  const content = parent && elements[parent.name]?.content
  if (content && !allowed[content].includes(kind)) return true
  if (kind === 'form') return parent !== undefined
  if (kind === 'page' || kind === 'each-page') return parent?.name !== 'form'
  if (element.name !== 'page-no' || element.attributes.of === 'pages') return false
  // The number of a page is known once everything stands; only head and foot wait for it.
  const edge = above.find((one) => one.name === 'each-page')
  return edge === undefined || (element.attributes.of === 'annex' && edge.attributes.at !== 'annex')
}

/** The parser would look for the end of an entity up to the end of the form. */
function bareAmpersand(text: string, file: string, places: readonly Place[]): Finding | undefined {
  const found = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.exec(text)
  if (!found) return undefined
  const tags = [...text.slice(0, found.index).matchAll(new RegExp(`${placeAttribute}="(\\d+)"`, 'g'))]
  const at = places[Number(tags[tags.length - 1]?.[1] ?? -1)] ?? { file }
  return problem('forms/not-well-formed', at, { detail: '& → &amp;' })
}

type Open = {
  readonly name: string
  readonly attributes: Record<string, string>
  readonly at: Place
  children: (Element | string)[]
}

function readTree(text: string, file: string, places: readonly Place[], problems: Finding[]): Element | undefined {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const stack: Open[] = []
  let root: Element | undefined
  let failed = false
  // saxes closes an element before it says that its end tag was another one's.
  let closed: Open | undefined
  const innermost = () => stack[stack.length - 1]
  const fail = (code: string, args: Record<string, string>, at: Place = innermost()?.at ?? closed?.at ?? { file }) => {
    if (!failed) problems.push(problem(code, at, args))
    failed = true
  }
  parser.on('error', (error) => {
    const open = /unexpected close tag/.test(error.message) ? closed : innermost()
    if (/clos/i.test(error.message) && open) fail('forms/unclosed', { element: open.name }, open.at)
    else fail('forms/not-well-formed', { detail: error.message.replace(/^undefined:\d+:\d+: |^\d+:\d+: /, '') })
  })
  parser.on('opentag', (tag) => {
    const { [placeAttribute]: place, ...attributes } = tag.attributes
    const at = places[Number(place)] ?? innermost()?.at ?? { file }
    stack.push({ name: tag.name, attributes, at, children: [] })
  })
  parser.on('closetag', () => {
    const done = stack.pop()
    if (!done) return
    closed = done
    const parent = innermost()
    if (parent) parent.children.push(done)
    else root ??= done
  })
  parser.on('text', (value) => {
    const parent = innermost()
    if (parent) parent.children.push(value)
    else if (!isBlankText(value)) fail('forms/stray-text', { text: value.trim().slice(0, 20), element: 'form' })
  })
  for (const name of ['comment', 'cdata', 'processinginstruction', 'doctype'] as const)
    parser.on(name, () => fail('forms/forbidden-markup', { construct: constructs[name] }))
  parser.write(text)
  if (!failed) parser.close()
  return failed ? undefined : root
}

const constructs = {
  comment: '<!-- -->',
  cdata: '<![CDATA[',
  processinginstruction: '<?',
  doctype: '<!DOCTYPE',
} as const

function attributeProblems(element: Element): readonly Finding[] {
  const rule = elements[element.name]
  if (!rule) return []
  const { at, name } = element
  const missing = (required[name] ?? []).filter((key) => element.attributes[key] === undefined)
  return [
    ...missing.map((attribute) => problem('forms/missing-attribute', at, { element: name, attribute })),
    ...Object.entries(element.attributes).flatMap(([attribute, value]): Finding[] => {
      const kind = rule.attributes[attribute]
      if (kind === undefined) return [problem('forms/unknown-attribute', at, { element: name, attribute })]
      const expected = wrongValue(kind, value)
      return expected === undefined
        ? []
        : [problem('forms/bad-attribute', at, { element: name, attribute, value: value.slice(0, 40), expected })]
    }),
  ]
}

/** Text where the markup holds none (between rows, inside a space). */
function strayText(element: Element): readonly Finding[] {
  const content = elements[element.name]?.content
  if (content === 'mixed' || content === 'inlines' || content === 'text') return []
  return element.children.flatMap((child) =>
    typeof child === 'string' && !isBlankText(child)
      ? [problem('forms/stray-text', element.at, { text: child.trim().slice(0, 20), element: element.name })]
      : [],
  )
}
