import type { Words } from './word.ts'

export const formsWords = {} satisfies Words
