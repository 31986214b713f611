import type { Words } from './word.ts'

export const evidenceWords = {} satisfies Words
