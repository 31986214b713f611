import { bundleWords } from './bundle.ts'
import { characterWords } from './characters.ts'
import { checkWords } from './check.ts'
import { cliWords } from './cli.ts'
import { doctorWords } from './doctor.ts'
import { evidenceWords } from './evidence.ts'
import { explainWords } from './explain.ts'
import { fontsWords } from './fonts.ts'
import { formatWords } from './format.ts'
import { formsWords } from './forms.ts'
import { postedWords } from './posted.ts'
import { proofWords } from './proofs.ts'
import type { Words } from './word.ts'

/** Every code of the product with its words; a test holds that each code thrown or returned is here. */
export const words: Words = {
  ...bundleWords,
  ...characterWords,
  ...checkWords,
  ...cliWords,
  ...doctorWords,
  ...evidenceWords,
  ...explainWords,
  ...fontsWords,
  ...formatWords,
  ...formsWords,
  ...postedWords,
  ...proofWords,
}
