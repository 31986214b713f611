import type { Words } from './word.ts'

export const cliWords = {} satisfies Words
