import type { Labelled } from '../model/evidence.ts'
import type { KindsFile } from '../model/procedure.ts'

/** Every label that a procedure knows, the longest first. */
export function labelsOf({ labels = {}, kinds, supporting }: KindsFile): readonly string[] {
  const all = [labels, ...kinds.map((kind) => kind.labels ?? {}), ...supporting.map((paper) => paper.labels ?? {})]
  const known = new Set(all.flatMap((one) => Object.keys(one)).map((label) => label.normalize('NFKC')))
  return [...known].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
}

/**
 * What a page says under the labels. Blanks inside a label do not count (`姓 名`); a value ends with its line, before the
 * next label, or at a wide gap.
 * @param text of one page, in the order of its content
 */
export function labelledValues(text: string, labels: readonly string[], page: number): readonly Labelled[] {
  if (labels.length === 0 || text.trim() === '') return []
  const segments = text
    .split(/[\r\n\t\u3000\u0000-\u0008]+| {2,}/)
    .map((segment) => segment.normalize('NFKC').trim())
    .filter((segment) => segment !== '')
  return [...segments.flatMap((segment) => inLine(segment, labels)), ...inCells(segments, labels)]
    .slice(0, most)
    .map((found) => ({ page, ...found }))
}

// ---

/** A page of lists under the same few labels says nothing more after this many. */
const most = 200
const longest = 300

type Found = Omit<Labelled, 'page'>

function inLine(segment: string, labels: readonly string[]): readonly Found[] {
  if (!segment.includes(':')) return []
  const spaced = labels.map((label) => [...label].map(escaped).join(' ?'))
  const pattern = new RegExp(`(?<![\\p{Script=Han}A-Za-z0-9])(${spaced.join('|')}) ?: ?`, 'gu')
  const hits = [...segment.matchAll(pattern)]
  return hits.flatMap((hit, index): Found[] => {
    const rest = segment.slice(hit.index + hit[0].length, hits[index + 1]?.index)
    const value = trimmed(rest)
    const label = (hit[1] ?? '').replaceAll(' ', '')
    const known = labels.find((one) => one.replaceAll(' ', '') === label) ?? label
    return value === '' ? [] : [{ label: known, value, by: 'colon' }]
  })
}

/**
 * A label that fills its cell, and the cell after it: on the same line, or on the next where the label has a line of its own.
 * Next to another label there is no value: the cell is empty, or it is the head of a table.
 */
function inCells(segments: readonly string[], labels: readonly string[]): readonly Found[] {
  const known = new Map(labels.map((label) => [label.replaceAll(' ', ''), label]))
  const isLabel = (text: string) => known.has(text.replaceAll(' ', ''))
  return segments.flatMap((segment, index): readonly Found[] => {
    if (segment.includes(':')) return []
    const whole = known.get(segment.replaceAll(' ', ''))
    const next = segments[index + 1] ?? ''
    if (whole !== undefined) {
      const value = trimmed(next)
      return value === '' || value.includes(':') || value.split(' ').some(isLabel)
        ? []
        : [{ label: whole, value, by: 'cell' }]
    }
    return inRow(segment.split(' '), known)
  })
}

function inRow(cells: readonly string[], known: ReadonlyMap<string, string>): readonly Found[] {
  const at = cells.flatMap((cell, index) => (known.has(cell) ? [index] : []))
  return at.flatMap((start, index): Found[] => {
    const value = trimmed(cells.slice(start + 1, at[index + 1]).join(' '))
    const label = known.get(cells[start] ?? '')
    return label === undefined || value === '' ? [] : [{ label, value, by: 'cell' }]
  })
}

function trimmed(text: string): string {
  return text
    .trim()
    .replace(/[,。、;]+$/, '')
    .trim()
    .slice(0, longest)
}

function escaped(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&')
}
