/** reliability.md 7.3: more pages than any piece of evidence has; beyond it a file is carried, not merged. */
export const pageLimit = 2000
/** Larger files are carried and listed; they are never in memory as a whole. */
export const fileByteLimit = 300 * 1024 * 1024
