import type { Place } from '../../model/finding.ts'
import { maskInText } from '../../model/mask.ts'
import { type Facts, patternOf } from '../facts.ts'
import { placeOf } from '../found.ts'

/**
 * The place of any path that a snapshot or the journal names: a fact, a part of an achievement's evidence (which `say` names
 * by evidence.yaml), or a supporting paper.
 * @param title of a row that stands no more, which nothing else could name
 */
export function placeAt(facts: Facts, path: string, title?: string): Place {
  const place = placeOf(facts, { path, pattern: patternOf(path), value: undefined })
  if (/^achievements\[[^\]]*\]\.evidence(\.|$)/.test(path))
    return { path, ...(place.id !== undefined && { id: place.id }) }
  if (title !== undefined && /^achievements\[[^\]]*\]$/.test(path))
    return { ...place, label: `业绩“${maskInText(title)}”`, labelEn: `achievement “${maskInText(title)}”` }
  const paper = /^supporting\.([^/]+)/.exec(path)?.[1]
  const name = facts.of.procedure.kinds.supporting.find((row) => row.id === paper)?.name
  return name === undefined ? place : { ...place, label: name.zh, ...(name.en !== undefined && { labelEn: name.en }) }
}
