import type { Args } from '../model/finding.ts'
import { type FrameKey, frame } from './words/frame.ts'
import type { Phrase } from './words/word.ts'

export const langs = ['zh', 'en'] as const
export type Lang = (typeof langs)[number]

/** A text of `words/frame.ts` with its arguments in place. */
export function phrase(key: FrameKey, lang: Lang, args: Args = {}): string {
  return filled(frame[key][lang], args, lang)
}

/** A text of either shape in the language asked for; Chinese where there is no English. */
export function inLang(text: Phrase | { readonly zh: string; readonly en?: string | undefined }, lang: Lang): string {
  return (lang === 'en' ? text.en : undefined) ?? text.zh
}

/**
 * Puts arguments into `{name}`. A name without an argument is a fact that nobody gave: it prints （未填）.
 * Arguments are never read as templates themselves.
 */
export function filled(template: string, args: Args, lang: Lang): string {
  return template.replace(/\{([^{}\s]+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(args, name) ? args[name] : undefined
    return value === undefined || value === '' ? frame.absent[lang] : String(value)
  })
}
