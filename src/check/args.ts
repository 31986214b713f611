import type { Args } from '../model/finding.ts'
import { mask, maskInText } from '../model/mask.ts'
import { isStated, type Text } from '../model/scalar.ts'
import type { Missing } from './answer.ts'
import { derivedOf } from './derived.ts'
import { type Facts, own, patternOf, read } from './facts.ts'
import { declared, holidaysLabel, labelOf, preciseLabel } from './labels.ts'

/** `{a.title}` and the like in a text of the procedure. */
export function placeholders(text: Text): readonly string[] {
  const both = [text.zh, text.en ?? ''].flatMap((one) =>
    [...one.matchAll(/\{([^{}\s]+)\}/g)].map((match) => match[1] ?? ''),
  )
  return [...new Set(both)]
}

/** Values for the placeholders of some texts: labels for ids, sensitive values masked; an unknown fact has no argument. */
export function argsOf(texts: readonly (Text | undefined)[], facts: Facts): Args {
  const paths = new Set(texts.flatMap((text) => (text ? placeholders(text) : [])))
  return Object.fromEntries(
    [...paths].sort().flatMap((path) => {
      const seen = read(facts, path)
      const shown = shownValue(facts, seen.pattern, seen.value)
      return shown === undefined ? [] : [[path, shown]]
    }),
  )
}

/** A fact as a person reads it. Lists are joined by 、; groups have no text. */
export function shownValue(facts: Facts, pattern: string, value: unknown): string | number | undefined {
  const { procedure } = facts.of
  if (value === undefined || isStated(value)) return value
  if (Array.isArray(value)) {
    const shown = value.map((item: unknown) => shownValue(facts, `${patternOf(pattern)}[]`, item))
    return shown.filter((item) => item !== undefined).join('、')
  }
  const known = declared(procedure, pattern)
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return value
  if (typeof value !== 'string') return undefined
  if (known?.sensitive) return mask(value)
  return (own(known?.options, value) as Text | undefined)?.zh ?? maskInText(value)
}

/**
 * What a person has to give before an answer is possible, as labels joined by 、. A derived fact stands for the facts it is
 * worked out from.
 */
export function missingLabels(because: readonly Missing[], facts: Facts): string {
  const labels = because.flatMap((one) => labelsOf(one, facts))
  return [...new Set(labels)].sort().join('、')
}

// ---

function labelsOf(one: Missing, facts: Facts): string[] {
  const { procedure } = facts.of
  if (one.why === 'holidays') return [holidaysLabel(one.path.slice('holidays.'.length))]
  const derived = derivedOf(procedure).find((row) => row.path === one.pattern || row.path === `${one.pattern}[]`)
  if (!derived || derived.needs.length === 0)
    return [one.why === 'partial' ? preciseLabel(procedure, one.pattern) : labelOf(procedure, one.pattern)]
  const absent = derived.needs.filter((path) => read(facts, path).value === undefined)
  return (absent.length > 0 ? absent : derived.needs).map((path) => labelOf(procedure, path))
}
