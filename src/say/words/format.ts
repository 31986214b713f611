import type { Words } from './word.ts'

export const formatWords = {} satisfies Words
