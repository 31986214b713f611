import type { Words } from './word.ts'

export const bundleWords = {} satisfies Words
