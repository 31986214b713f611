import type { Args } from '../model/finding.ts'
import { mask, maskInText } from '../model/mask.ts'
import { isStated, type Text } from '../model/scalar.ts'
import type { Missing } from './answer.ts'
import { derivedOf } from './derived.ts'
import { type Facts, own, patternOf, read } from './facts.ts'
import { declared, holidaysLabel, inLang, type Lang, labelOf, preciseLabel } from './labels.ts'

/** `{a.title}` and the like in a text of the procedure. */
export function placeholders(text: Text): readonly string[] {
  const both = [text.zh, text.en ?? ''].flatMap((one) =>
    [...one.matchAll(/\{([^{}\s]+)\}/g)].map((match) => match[1] ?? ''),
  )
  return [...new Set(both)]
}

/** Values for the placeholders of some texts: labels for ids, sensitive values masked; an unknown fact has no argument. */
export function argsOf(texts: readonly (Text | undefined)[], facts: Facts): Said {
  const paths = [...new Set(texts.flatMap((text) => (text ? placeholders(text) : [])))].sort()
  const inOne = (lang: Lang) =>
    Object.fromEntries(
      paths.flatMap((path) => {
        const seen = read(facts, path)
        const shown = shownValue(facts, seen.pattern, seen.value, lang)
        return shown === undefined ? [] : [[path, shown]]
      }),
    )
  return said(inOne('zh'), inOne('en'))
}

/** Arguments in Chinese, and those that differ in English. */
export type Said = { readonly args: Args; readonly argsEn?: Args | undefined }

export function said(zh: Args, en: Args): Said {
  const other = Object.entries(en).filter(([key, value]) => zh[key] !== value)
  return { args: zh, ...(other.length > 0 && { argsEn: Object.fromEntries(other) }) }
}

/** A fact as a person reads it. Lists are joined by 、; groups have no text. */
export function shownValue(
  facts: Facts,
  pattern: string,
  value: unknown,
  lang: Lang = 'zh',
): string | number | undefined {
  const { procedure } = facts.of
  if (value === undefined || isStated(value)) return value
  if (Array.isArray(value)) {
    const shown = value.map((item: unknown) => shownValue(facts, `${patternOf(pattern)}[]`, item, lang))
    return shown.filter((item) => item !== undefined).join(separator[lang])
  }
  const known = declared(procedure, pattern)
  if (typeof value === 'boolean') return yesNo[lang][value ? 0 : 1]
  if (typeof value === 'number') return value
  if (typeof value !== 'string') return undefined
  if (known?.sensitive) return mask(value)
  const option = own(known?.options, value) as Text | undefined
  return option ? inLang(option, lang) : maskInText(value)
}

/**
 * What a person has to give before an answer is possible, as labels joined by 、. A derived fact stands for the facts it is
 * worked out from.
 */
export function missingLabels(because: readonly Missing[], facts: Facts, lang: Lang = 'zh'): string {
  const labels = because.flatMap((one) => labelsOf(one, facts, lang))
  return [...new Set(labels)].sort().join(separator[lang])
}

// ---

const separator = { zh: '、', en: ', ' }
const yesNo = { zh: ['是', '否'], en: ['yes', 'no'] } as const

function labelsOf(one: Missing, facts: Facts, lang: Lang): string[] {
  const { procedure } = facts.of
  if (one.why === 'holidays') return [holidaysLabel(one.path.slice('holidays.'.length), lang)]
  const derived = derivedOf(procedure).find((row) => row.path === one.pattern || row.path === `${one.pattern}[]`)
  if (!derived || derived.needs.length === 0)
    return [one.why === 'partial' ? preciseLabel(procedure, one.pattern, lang) : labelOf(procedure, one.pattern, lang)]
  const absent = derived.needs.filter((path) => read(facts, path).value === undefined)
  return (absent.length > 0 ? absent : derived.needs).map((path) => labelOf(procedure, path, lang))
}
