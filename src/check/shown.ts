import type { FactShown } from '../model/explain.ts'
import { isStated, type Text } from '../model/scalar.ts'
import { shownValue } from './args.ts'
import { derivedOf } from './derived.ts'
import type { Facts, Seen } from './facts.ts'
import { patternOf } from './facts.ts'
import { textOf } from './labels.ts'

/** A fact for people: labels for ids, masked where sensitive. */
export function factShown(facts: Facts, seen: Seen): FactShown {
  const { procedure } = facts.of
  const pattern = patternOf(seen.path)
  const derived = derivedOf(procedure).find((row) => row.path === pattern || row.path === `${pattern}[]`)
  const from = derived ? 'derived' : pattern.startsWith('unit.') ? 'unit' : 'dossier'
  return {
    path: seen.path,
    label: textOf(procedure, pattern),
    value: shownText(facts, seen),
    from,
    needs: derived?.needs ?? [],
  }
}

// ---

function shownText(facts: Facts, { pattern, value }: Seen): Text | undefined {
  if (value === undefined) return undefined
  if (isStated(value)) return { zh: value }
  if (Array.isArray(value) && value.some((item) => typeof item === 'object')) {
    return { zh: `${value.length} 项`, en: `${value.length} items` }
  }
  if (typeof value === 'object' && !Array.isArray(value)) return { zh: '已填写', en: 'given' }
  const [zh, en] = [shownValue(facts, pattern, value), shownValue(facts, pattern, value, 'en')]
  return { zh: String(zh ?? ''), en: String(en ?? '') }
}
