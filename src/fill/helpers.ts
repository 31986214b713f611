import type { HelperOptions } from 'handlebars'
import { dotted, isNamed, plain, statedWord } from './named.ts'

/** Answers of helpers are text, lists, or yes and no for `if`. */
export type Helper = (this: unknown, ...values: readonly unknown[]) => unknown

/** Helpers whose answer is a list of the same things as their first argument (the lint follows paths through them). */
export const listHelpers: readonly string[] = ['of-kind', 'pad', 'first', 'last', 'after', 'reversed']
/** Helpers that answer yes or no: the only things that `if` and `unless` take. */
export const yesNoHelpers: readonly string[] = ['filled', 'eq', 'and', 'or', 'not', 'on-route']

/** Everything a form may call. `onRoute` and `body` know the slots of the case. */
export function helpersOf(slots: {
  readonly onRoute: (slot: string) => boolean
  readonly body: (slot: string) => string
}): Readonly<Record<string, Helper>> {
  return {
    filled: (value) => isFilled(value),
    eq: (a, b) => plain(a) === plain(b),
    and: (...values) => arguments_(values).every(Boolean),
    or: (...values) => arguments_(values).some(Boolean),
    not: (value) => !value,
    'on-route': (slot) => slots.onRoute(plain(slot)),
    body: (slot) => slots.body(plain(slot)),
    label: (value) => labelOf(value),
    stated: (value) => statedWord(value),
    date: (value, shape) => (shape === 'zh' ? inChinese(plain(value)) : dotted(plain(value))),
    month: (value) => dotted(plain(value)).slice(0, 7) || plain(value),
    count: (value) => String(listOf(value).length),
    index: (...values) => String(Number(optionsOf(values).data?.index ?? 0) + 1),
    join: (value, separator, key) => joined(listOf(value), separator, key),
    'of-kind': ofKind,
    pad: (value, count) => padded(listOf(value), Number(count)),
    first: (value, count) => listOf(value).slice(0, Number(count)),
    last: (value, count) => listOf(value).slice(-Number(count)),
    after: (value, count) => listOf(value).slice(Number(count)),
    reversed: (value) => [...listOf(value)].reverse(),
    if: conditional(true),
    unless: conditional(false),
    each,
  }
}

/** Names of all helpers. */
export const helperNames: readonly string[] = Object.keys(helpersOf({ onRoute: () => true, body: () => '' }))

/** 0 is filled; a group is filled when one of its facts is; 无 is filled. */
export function isFilled(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false
  if (Array.isArray(value)) return value.length > 0 || statedWord(value) !== ''
  if (isNamed(value)) return value.id !== ''
  if (typeof value === 'object')
    return Object.values(value).some((inner) => typeof inner !== 'function' && isFilled(inner))
  return true
}

// ---

/** `(of-kind "paper")` = achievements of that kind; `(of-kind list "paper")` = items of a list by their `type`. */
function ofKind(this: unknown, ...values: readonly unknown[]): unknown {
  const [first, second] = arguments_(values)
  const list = second === undefined ? member(this, 'achievements') : first
  const kind = plain(second === undefined ? first : second)
  return listOf(list).filter((item) => plain(member(item, 'type')) === kind)
}

function optionsOf(values: readonly unknown[]): HelperOptions {
  return values[values.length - 1] as HelperOptions
}

function arguments_(values: readonly unknown[]): readonly unknown[] {
  return values.slice(0, -1)
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function member(item: unknown, key: unknown): unknown {
  const name = plain(key)
  return typeof item === 'object' && item !== null && Object.hasOwn(item, name)
    ? (item as Readonly<Record<string, unknown>>)[name]
    : item
}

function labelOf(value: unknown): string {
  return isNamed(value) ? value.label : plain(value)
}

/** 2024-10-08 → 2024年10月8日 (no leading zeros: GB/T 9704 7.3.5). */
function inChinese(value: string): string {
  const match = /^(\d{4})[-.](\d{2})(?:[-.](\d{2}))?$/.exec(value)
  if (!match) return /^\d{4}$/.test(value) ? `${value}年` : value
  const day = match[3] === undefined ? '' : `${Number(match[3])}日`
  return `${match[1]}年${Number(match[2])}月${day}`
}

function joined(list: readonly unknown[], separator: unknown, key: unknown): string {
  const between = typeof separator === 'string' ? separator : '、'
  return list
    .map((item) => labelOf(typeof key === 'string' ? member(item, key) : item))
    .filter((text) => text !== '')
    .join(between)
}

/** Fills a list up to `count` with empty items, so that a form keeps its number of rows. */
function padded(list: readonly unknown[], count: number): readonly unknown[] {
  const more = Math.max(0, Math.min(200, count) - list.length)
  return [...list, ...Array.from({ length: more }, () => ({}))]
}

function conditional(wanted: boolean): Helper {
  return function (value, options) {
    const { fn, inverse } = options as HelperOptions
    return Boolean(value) === wanted ? fn(this) : inverse(this)
  }
}

/** Keeps the scope of the form: the item is only known by its name (`as |a|`). */
function each(this: unknown, value: unknown, given: unknown): unknown {
  const options = given as HelperOptions
  const list = listOf(value)
  if (list.length === 0) return options.inverse(this)
  return list
    .map((item, index) => {
      const data = { ...options.data, index, first: index === 0, last: index === list.length - 1 }
      return options.fn(this, { data, blockParams: [item, index] })
    })
    .join('')
}
