import type { Procedure } from '../model/case.ts'
import type { Dossier } from '../model/dossier.ts'
import { mask } from '../model/mask.ts'
import { privateIn, squeezed } from '../model/private.ts'

/**
 * The dossier's own sensitive values (`sensitive` in `fields.yaml`), longest first. Makers of findings mask them already;
 * this is the second net, for what a person typed into a title or a file name.
 */
export function secretsOf(
  dossier: Dossier | undefined,
  procedure: Pick<Procedure, 'fields'> | undefined,
): readonly string[] {
  if (!dossier || !procedure) return []
  const found = procedure.fields
    .filter((field) => field.sensitive)
    .flatMap((field) => valuesAt(dossier, field.path.split('.')))
  return [...new Set(found)]
    .filter((value) => [...squeezed(value)].length >= shortest)
    .sort((a, b) => b.length - a.length)
}

/**
 * The text with every secret masked, and whatever looks like an identity or mobile number, in any spacing and width: also
 * of people who are not in the dossier.
 */
export function conceal(text: string, secrets: readonly string[] = []): string {
  const own = secrets.reduce((rest, secret) => rest.split(secret).join(mask(secret)), text)
  const plain = own.replace(numbers, (number) => mask(number))
  return privateIn(plain, secrets, ['identity', 'mobile', 'own'])
    .filter(
      ({ kind, from, to }) => kind === 'own' || !(letter.test(plain[from - 1] ?? '') || letter.test(plain[to] ?? '')),
    )
    .sort((a, b) => b.from - a.from)
    .reduce((rest, { from, to }) => rest.slice(0, from) + mask(rest.slice(from, to)) + rest.slice(to), plain)
}

/** The same for every text inside plain data; keys stay. */
export function concealAll<T>(data: T, secrets: readonly string[]): T {
  return JSON.parse(JSON.stringify(data), (_, value) =>
    typeof value === 'string' ? conceal(value, secrets) : value,
  ) as T
}

// ---

/** Any 18 or 11 figures of that beginning, standing alone: a number with a wrong birth date is no less private. */
const numbers = /(?<![\dA-Za-z])(?:[1-9]\d{16}[\dXx]|1[3-9]\d{9})(?![\dA-Za-z])/g
/** Part of a checksum or a name that a camera gave. */
const letter = /[A-Za-z]/

/** Shorter values (无, 汉族) are no secret and would blot out ordinary words. */
const shortest = 6

function valuesAt(value: unknown, path: readonly string[]): string[] {
  const [step, ...rest] = path
  if (Array.isArray(value)) return value.flatMap((item) => valuesAt(item, path))
  if (step === undefined) return typeof value === 'string' ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  const key = step.replace(/\[\]$/, '')
  return Object.hasOwn(value, key) ? valuesAt((value as Readonly<Record<string, unknown>>)[key], rest) : []
}
