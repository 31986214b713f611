import { type Blank, printedParts } from '../model/blank.ts'
import { codePointOrder } from './problem.ts'

/** A `{{…}}` of a Word file, in the order of the file: `inner` is what stands between the braces. */
export type Placeholder = { readonly inner: string }

/** Stands in no fact: a fact that holds it is refused. */
export const between = '\u001f'

/** Parts of a blank that are printed, in order. */
export function printedOf(blank: Blank | undefined): readonly (readonly [name: string, xml: string])[] {
  return Object.entries(blank?.parts ?? {})
    .filter(([name]) => printedParts.test(name))
    .sort(([a], [b]) => codePointOrder(a, b))
}

/** The placeholders of a blank as a template: walked, linted and filled like one in Handlebars. */
export function blankSource(blank: Blank): string {
  return printedOf(blank)
    .flatMap(([, xml]) => placeholdersOf(xml).map(({ inner }) => `{{${inner}}}`))
    .join(between)
}

/** The placeholders of a part, also where Word has cut one into several runs. */
export function placeholdersOf(xml: string): readonly Placeholder[] {
  return groupsOf(xml).flatMap((group) => foundIn(group).map(({ inner }) => ({ inner })))
}

/** Braces that are not two and two, each with the text of its paragraph. */
export function unpaired(xml: string): readonly string[] {
  return groupsOf(xml)
    .map(textOf)
    .filter((text) => /\{{3}|\}{3}/.test(text) || /\{\{|\}\}/.test(text.replace(pattern, '')))
}

/**
 * The part with each placeholder replaced, in the style of the run in which it begins. Nothing else changes: elements of text
 * without a placeholder keep every byte. (`patchDocument` of docx 9.6.1 fills a `{{x}}` inside a value as well, drops line
 * breaks, writes the whole part anew and stamps the time.)
 * @param values as many as `placeholdersOf` finds; a line break becomes one of Word's
 */
export function replaced(xml: string, values: readonly string[]): string {
  let next = 0
  let out = ''
  let at = 0
  for (const group of groupsOf(xml)) {
    const found = foundIn(group)
    if (found.length === 0) continue
    const texts = filledTexts(
      group,
      found.map((one) => ({ ...one, value: values[next++] ?? '' })),
    )
    group.forEach((piece, i) => {
      const text = texts[i]
      if (text === undefined) return
      out += xml.slice(at, piece.from) + element(piece.attributes, text)
      at = piece.to
    })
  }
  return out + xml.slice(at)
}

// ---

/** A `w:t` of the file: where it is, and its text. */
type Piece = { readonly from: number; readonly to: number; readonly attributes: string; readonly text: string }
type Found = { readonly start: number; readonly end: number; readonly inner: string }

const pattern = /\{\{([^{}]*)\}\}/g
/** Texts, and what a placeholder cannot reach over. */
const token = /<w:t((?: [^>]*)?)>([^<]*)<\/w:t>|<\/?w:p[ >]|<w:(?:br|cr|tab|fldChar|drawing|object)[ />]/g

/** Texts of a paragraph that stand side by side. */
function groupsOf(xml: string): readonly (readonly Piece[])[] {
  const groups: Piece[][] = [[]]
  for (const match of xml.matchAll(token)) {
    const [whole, attributes = '', text] = match
    if (text === undefined) groups.push([])
    else groups.at(-1)?.push({ from: match.index, to: match.index + whole.length, attributes, text: unescaped(text) })
  }
  return groups.filter((group) => group.length > 0)
}

function textOf(group: readonly Piece[]): string {
  return group.map((piece) => piece.text).join('')
}

function foundIn(group: readonly Piece[]): readonly Found[] {
  return [...textOf(group).matchAll(pattern)].map((match) => {
    return { start: match.index, end: match.index + match[0].length, inner: straight(match[1] ?? '') }
  })
}

/** Word makes quotation marks round as one types. */
function straight(inner: string): string {
  return inner
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/\u00a0/g, ' ')
    .trim()
}

/** New text of each piece; undefined where it stays. */
function filledTexts(
  group: readonly Piece[],
  found: readonly (Found & { readonly value: string })[],
): readonly (string | undefined)[] {
  let offset = 0
  return group.map((piece) => {
    const from = offset
    const to = from + piece.text.length
    offset = to
    const own = found.filter((one) => one.start < to && one.end > from)
    if (own.length === 0) return undefined
    let text = ''
    let at = from
    for (const one of own) {
      text += piece.text.slice(at - from, Math.max(at, one.start) - from)
      if (one.start >= from) text += one.value
      at = Math.min(to, one.end)
    }
    return text + piece.text.slice(at - from)
  })
}

function element(attributes: string, text: string): string {
  const space = attributes.includes('xml:space=') ? attributes : `${attributes} xml:space="preserve"`
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => `<w:t${space}>${escaped(line)}</w:t>`)
    .join('<w:br/>')
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function unescaped(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
    return decimal === undefined ? (entities[name] ?? whole) : String.fromCodePoint(Number(decimal))
  })
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
