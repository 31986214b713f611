/** An official Word blank, opened: its bytes, and as text those parts that are filled or that name them. */
export type Blank = {
  readonly bytes: Uint8Array
  /** name in the package (`word/document.xml`) → XML */
  readonly parts: Readonly<Record<string, string>>
}

/** Parts of a Word file that hold what is printed. */
export const printedParts = /^word\/(?:document|header\d*|footer\d*)\.xml$/

/** A form whose file is an official Word blank: filled as it is, and not laid out. */
export function isBlank({ file }: { readonly file: string }): boolean {
  return /\.docx$/i.test(file)
}
