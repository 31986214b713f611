import { bundleWords } from './bundle.ts'
import { checkWords } from './check.ts'
import { cliWords } from './cli.ts'
import { evidenceWords } from './evidence.ts'
import { fontsWords } from './fonts.ts'
import { formatWords } from './format.ts'
import { formsWords } from './forms.ts'
import type { Words } from './word.ts'

/** Every code of the product with its words; a test holds that each code thrown or returned is here. */
export const words: Words = {
  ...bundleWords,
  ...checkWords,
  ...cliWords,
  ...evidenceWords,
  ...fontsWords,
  ...formatWords,
  ...formsWords,
}
