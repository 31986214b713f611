import type { Words } from './word.ts'

export const checkWords = {} satisfies Words
