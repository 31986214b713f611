/** One text in both languages; `{name}` takes an argument, the same ones in both. */
export type Phrase = { readonly zh: string; readonly en: string }

/**
 * The words of one code: what is the matter (`say`, 何事) and what to do (`fix`, 怎么办); the place (何处) is printed before
 * them by `say/`. `{name}` takes an argument of the finding, the same ones in both languages.
 */
export type Word = { readonly say: Phrase; readonly fix: Phrase }
export type Words = Readonly<Record<string, Word>>
