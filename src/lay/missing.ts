import type { Laid, Measure } from '../model/page.ts'
import type { Block, Inline, Sheet, TextStyle } from '../model/sheet.ts'
import { runsOf } from './runs.ts'

/** Characters of a sheet that no font of their role has, each once, with the text around it. */
export function missingOf(sheet: Sheet, measure: Measure): Laid['missing'] {
  const found = new Map<number, Laid['missing'][number]>()
  const blocks = [...sheet.setup.header, ...sheet.blocks, ...sheet.setup.footer]
  for (const { text, style } of blocks.flatMap(textsOf)) {
    for (const run of runsOf(text, style, measure)) {
      if (run.font !== undefined) continue
      for (const char of run.text) {
        const codePoint = char.codePointAt(0) ?? 0
        if (!found.has(codePoint)) found.set(codePoint, { char, codePoint, near: near(text, char) })
      }
    }
  }
  return [...found.values()].sort((a, b) => a.codePoint - b.codePoint)
}

// ---

type Said = { readonly text: string; readonly style: Pick<TextStyle, 'font' | 'bold'> }

function textsOf(block: Block): readonly Said[] {
  if (block.kind === 'p') return block.inlines.flatMap(said)
  if (block.kind === 'keep') return block.blocks.flatMap(textsOf)
  if (block.kind === 'table')
    return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.blocks.flatMap(textsOf)))
  if (block.kind === 'slot')
    return [{ text: block.slot.bodyName + block.slot.name, style: { font: 'song', bold: false } }]
  return []
}

function said(inline: Inline): readonly Said[] {
  return inline.kind === 'text' && inline.text !== '' ? [{ text: inline.text, style: inline }] : []
}

function near(text: string, char: string): string {
  const characters = [...text]
  const at = characters.indexOf(char)
  return characters.slice(Math.max(0, at - 8), at + 9).join('')
}
