import type { Measure } from '../model/page.ts'
import type { TextStyle } from '../model/sheet.ts'

/**
 * Marks that no one sees and that turn or part the text round them (directions, zero-width space, byte order mark). Fonts have an
 * empty glyph for them; on a form they are as good as a character that is missing.
 */
const unseen = /([\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+)/

/** Text in runs of one font each; `font` undefined = nothing can be drawn for it. */
export function runsOf(
  text: string,
  { font, bold }: Pick<TextStyle, 'font' | 'bold'>,
  measure: Measure,
): ReturnType<Measure['runs']> {
  return text
    .split(unseen)
    .flatMap((part, i) =>
      part === '' ? [] : i % 2 ? [{ font: undefined, text: part }] : measure.runs(part, font, bold),
    )
}
