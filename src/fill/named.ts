import { isPartialDate, isStated } from '../model/scalar.ts'

/** An id with the words for it; printed without `label` it is the id. */
export type Named = { readonly id: string; readonly label: string; readonly toString: () => string }

export function named(id: string, label: string): Named {
  return { id, label, toString: () => id }
}

export function isNamed(value: unknown): value is Named {
  return (
    typeof value === 'object' && value !== null && 'label' in value && 'id' in value && Object.hasOwn(value, 'toString')
  )
}

/** Text of a value of the view: words of an id only where asked for. */
export function plain(value: unknown): string {
  return value === undefined || value === null || Array.isArray(value) ? '' : String(value)
}

/** `2019-06` → 2019.06, `2019-06-03` → 2019.06.03; anything else stays as it is. */
export function dotted(value: string): string {
  return isPartialDate(value) ? value.replaceAll('-', '.') : value
}

/** Words 无 and 不适用 of a list, kept beside the empty list that the form walks over. */
const statedLists = new WeakMap<object, string>()

export function statedList(word: unknown): readonly unknown[] {
  const list: readonly unknown[] = []
  if (isStated(word)) statedLists.set(list, word)
  return list
}

export function statedWord(value: unknown): string {
  if (isStated(value)) return value
  return typeof value === 'object' && value !== null ? (statedLists.get(value) ?? '') : ''
}
