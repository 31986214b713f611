import type { Place } from '../model/finding.ts'

/** Attribute that carries an element's place through Handlebars; written by us only. */
export const placeAttribute = '_at'

/** One start tag of a template, where it stands. */
export type StaticTag = { readonly name: string; readonly at: Place; readonly start: number; readonly end: number }

const token = /\{\{~?!--[\s\S]*?--~?\}\}|\{\{[\s\S]*?\}\}\}?|<!--[\s\S]*?-->|<([A-Za-z][\w-]*)/g

/** Every start tag of a template outside its `{{…}}`. */
export function staticTags(source: string, file: string): readonly StaticTag[] {
  const starts = lineStarts(source)
  return [...source.matchAll(token)].flatMap((match) => {
    const name = match[1]
    if (name === undefined) return []
    const end = match.index + match[0].length
    return [{ name, at: placeAt(starts, match.index, file), start: match.index, end }]
  })
}

/**
 * Gives each start tag its place as an attribute, so that what is wrong in the filled form is said by the line of the template.
 * @param first number of the first place; places are numbered on across the partials of a form
 */
export function marked(source: string, tags: readonly StaticTag[], first: number): string {
  let from = 0
  const pieces = tags.map((tag, i) => {
    const piece = `${source.slice(from, tag.end)} ${placeAttribute}="${first + i}"`
    from = tag.end
    return piece
  })
  return pieces.join('') + source.slice(from)
}

export function placeIn(source: string, offset: number, file: string): Place {
  return placeAt(lineStarts(source), offset, file)
}

// ---

function lineStarts(source: string): readonly number[] {
  return [0, ...[...source.matchAll(/\n/g)].map((match) => match.index + 1)]
}

function placeAt(starts: readonly number[], offset: number, file: string): Place {
  let low = 0
  let high = starts.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle
  }
  return { file, line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
}
