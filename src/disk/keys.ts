import type { z } from 'zod'

/** Keys that a zod schema knows at a path of the data, for “did you mean”. */
export function knownKeys(schema: z.ZodType, path: readonly (string | number)[]): readonly string[] {
  const at = path.reduce<readonly z.core.$ZodType[]>(
    (level, step) => level.flatMap((one) => below(one, step)),
    [schema],
  )
  return [...new Set(at.flatMap((one) => objects(one).flatMap((object) => Object.keys(object))))]
}

/** Places of a whole schema that end in the key, written as paths (`person.contact.mobile`), shortest first. */
export function placesOf(schema: z.ZodType, key: string): readonly string[] {
  return collect(schema, '', key, 0).sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
}

/** The known key that differs least: letters' case, `_` and `-` do not count, then about a third of the letters. */
export function nearest(key: string, known: readonly string[]): string | undefined {
  const plain = (text: string) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[_\s-]/g, '')
  const ranked = known
    .map((name) => ({ name, distance: distance(plain(key), plain(name)) }))
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
  const best = ranked[0]
  return best && best.distance <= Math.ceil((plain(key).length - 2) / 3) ? best.name : undefined
}

// ---

type Def = {
  readonly type: string
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>
  readonly element?: z.core.$ZodType
  readonly options?: readonly z.core.$ZodType[]
  readonly innerType?: z.core.$ZodType
  readonly in?: z.core.$ZodType
  readonly valueType?: z.core.$ZodType
}

function defOf(schema: z.core.$ZodType): Def {
  return schema._zod.def as unknown as Def
}

/** The schemas under optional, union, transform. */
function unwrap(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  const def = defOf(schema)
  const inner = def.options ?? [def.innerType ?? def.in].filter((one) => one !== undefined)
  return inner.length ? inner.flatMap(unwrap) : [schema]
}

function objects(schema: z.core.$ZodType): readonly Readonly<Record<string, z.core.$ZodType>>[] {
  return unwrap(schema)
    .map((one) => defOf(one).shape)
    .filter((shape) => shape !== undefined)
}

function below(schema: z.core.$ZodType, step: string | number): readonly z.core.$ZodType[] {
  return unwrap(schema).flatMap((one) => {
    const def = defOf(one)
    const next = typeof step === 'number' ? def.element : (def.shape?.[step] ?? def.valueType)
    return next ?? []
  })
}

function collect(schema: z.core.$ZodType, prefix: string, key: string, depth: number): string[] {
  if (depth > 6) return []
  return unwrap(schema).flatMap((one) => {
    const { shape, element } = defOf(one)
    if (element) return collect(element, `${prefix}[]`, key, depth + 1)
    return Object.entries(shape ?? {}).flatMap(([name, inner]) => {
      const path = prefix ? `${prefix}.${name}` : name
      return [...(name === key ? [path] : []), ...collect(inner, path, key, depth + 1)]
    })
  })
}

/** Letters to insert, delete, replace or swap with their neighbour. */
function distance(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      const cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      next[j] = swapped ? Math.min(cost, (before[j - 2] ?? 0) + 1) : cost
    }
    before = row
    row = next
  }
  return row[b.length] ?? 0
}
