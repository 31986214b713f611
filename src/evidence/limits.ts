/** reliability.md 7.3: more pages than any piece of evidence has; beyond it a file is carried, not merged. */
export const pageLimit = 2000
/** Larger files are carried and listed; they are never in memory as a whole. */
export const fileByteLimit = 300 * 1024 * 1024
/** mm; 14,400 points, beyond which no reader needs to show a page (ISO 32000-1 annex C). */
export const pageSideLimit = 5080
