/** Line and column, both from 1. */
export type Spot = { readonly line: number; readonly column: number }

/** Where a value stands, and the values below it: mapping keys, list places (numbers), list ids as `[a7f3]`. */
export type Place = {
  readonly at: Spot
  /** Where its key stands, for a value of a mapping. */
  readonly key?: Spot
  readonly children: Map<string | number, Place>
}

/**
 * Finds the place in the file of a path as findings write it (`achievements[a7f3].date`, `education[#1].to`), or as a list of
 * steps. What is not in the file has the place of what it would stand in.
 */
export type Positions = (path: string | readonly (string | number)[]) => Spot

export function positionsOf(root: Place): Positions {
  return (path) => {
    let place = root
    for (const step of typeof path === 'string' ? steps(path) : path) {
      const next = place.children.get(step)
      if (!next) return place.key ?? place.at
      place = next
    }
    return place.at
  }
}

/** Where the key of a path stands, for what is wrong with the key itself. */
export function keySpot(root: Place, path: readonly (string | number)[]): Spot {
  let place = root
  for (const step of path) {
    const next = place.children.get(step)
    if (!next) return place.key ?? place.at
    place = next
  }
  return place.key ?? place.at
}

/** A path for people and machines: list items by their id, or by their number from 1 (`#2`) when they have none. */
export function pathText(tree: unknown, path: readonly (string | number)[]): string {
  let text = ''
  let value = tree
  for (const step of path) {
    value = child(value, step)
    if (typeof step === 'number') text += `[${idOf(value) ?? `#${step + 1}`}]`
    else text += text === '' ? step : `.${step}`
  }
  return text
}

/** The value at a path of a plain tree. */
export function valueAt(tree: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(child, tree)
}

// ---

function steps(path: string): (string | number)[] {
  return [...path.matchAll(/\[(?:#(\d+)|([^\]]*))\]|([^.[\]]+)/g)].map(([, number, id, key]) => {
    if (number !== undefined) return Number(number) - 1
    return id === undefined ? (key ?? '') : `[${id}]`
  })
}

function child(value: unknown, step: string | number): unknown {
  if (value === null || typeof value !== 'object') return undefined
  return Object.hasOwn(value, step) ? (value as Record<string | number, unknown>)[step] : undefined
}

function idOf(value: unknown): string | undefined {
  const id = child(value, 'id')
  return typeof id === 'string' ? id : undefined
}
