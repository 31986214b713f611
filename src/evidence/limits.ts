/** reliability.md 7.3: more pages than any piece of evidence has; beyond it a file is carried, not merged. */
export const pageLimit = 2000
/** PDFium needs the whole file in its memory, twice while pages are taken out. */
export const pdfByteLimit = 300 * 1024 * 1024
