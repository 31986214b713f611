import { PageNumber, type ParagraphChild, TextRun } from 'docx'
import type { FontRole, Inline, SlotMark, TextStyle } from '../model/sheet.ts'
import { sheetWords } from '../model/sheet-words.ts'
import { pointsPerMm } from './fonts.ts'
import { legalXml } from './xml.ts'

/** Names under which Windows and WPS have the fonts of the roles. */
export const windowsFonts: Readonly<Record<FontRole, string>> = { song: '宋体', hei: '黑体', fang: '仿宋', kai: '楷体' }

export const plain: TextStyle = { font: 'song', bold: false, size: 10.5 }
/** Words of seal places: grey, so that a red seal covers them. */
export const faint: TextStyle = { ...plain, size: 9, grey: 0.72 }

/** Inlines of a paragraph as runs. `style` is that of the text beside shapes. */
export function runsOf(inlines: readonly Inline[], style: TextStyle): ParagraphChild[] {
  return inlines.flatMap((inline) => runs(inline, style))
}

/** Text in one style; a line feed becomes a break, because Word shows one inside a run as a space. */
export function textRuns(text: string, style: TextStyle): TextRun[] {
  return legalXml(text)
    .split('\n')
    .map((part, i) => new TextRun({ ...look(style), text: part, ...(i > 0 ? { break: 1 } : {}) }))
}

/** Underlined space to write on; no-break spaces, which Word underlines at the end of a line too. */
export function blankRun(width: number, style: TextStyle): TextRun {
  const half = style.size / 2 / pointsPerMm
  return new TextRun({
    ...look({ ...style, underline: true }),
    text: '\u00a0'.repeat(Math.max(1, Math.round(width / half))),
  })
}

/** A place inside a line: the word of a seal, a date to be completed, or a line to sign on. */
export function placeRuns(slot: SlotMark, width: number, style: TextStyle): TextRun[] {
  if (slot.kind === 'date') return textRuns(dateText(width, style.size), style)
  if (slot.kind === 'seal' || slot.kind === 'riding') return textRuns(sheetWords.seal, style)
  if (slot.kind === 'e-seal') return textRuns(sheetWords.eSeal, style)
  return [blankRun(width, style)]
}

/** Font, size and marks of a run. */
export function look(style: TextStyle) {
  const name = windowsFonts[style.font]
  return {
    font: { ascii: name, hAnsi: name, cs: name, eastAsia: name, hint: 'eastAsia' },
    size: Math.round(2 * style.size),
    ...(style.bold ? { bold: true } : {}),
    ...(style.underline ? { underline: {} } : {}),
    ...(style.shift === 'sub' ? { subScript: true } : {}),
    ...(style.shift === 'sup' ? { superScript: true } : {}),
    ...(style.grey ? { color: grey(style.grey) } : {}),
  }
}

// ---

function runs(inline: Inline, style: TextStyle): ParagraphChild[] {
  switch (inline.kind) {
    case 'text':
      return textRuns(inline.text, inline)
    case 'br':
      return [new TextRun({ break: 1 })]
    case 'blank':
      return [blankRun(inline.width, style)]
    case 'tick':
      return [tickRun(inline)]
    case 'place':
      return placeRuns(inline.slot, inline.width, style)
    case 'page-no':
      return [
        new TextRun({
          ...look(inline),
          children: [inline.of === 'pages' ? PageNumber.TOTAL_PAGES : PageNumber.CURRENT],
        }),
      ]
  }
}

function grey(value: number): string {
  return Math.round(255 * value)
    .toString(16)
    .padStart(2, '0')
    .toUpperCase()
    .repeat(3)
}

/** 宋体 has □ but no ☑: both come from the symbol font, so that they are of one size. */
const ticks = { on: '☑', off: '☐', half: '▣' } as const
const symbols = 'Segoe UI Symbol'

function tickRun({ state, size }: Extract<Inline, { kind: 'tick' }>): TextRun {
  const font = { ascii: symbols, hAnsi: symbols, cs: symbols, eastAsia: symbols }
  return new TextRun({ font, size: Math.round(2 * size), text: ticks[state] })
}

/** “　　　年　　月　　日” about `width` mm wide, the spaces shared out as on the printed form. */
function dateText(width: number, size: number): string {
  const em = size / pointsPerMm
  const shares = [0.44, 0.28, 0.28]
  return sheetWords.day
    .map((word, i) => '\u3000'.repeat(Math.max(1, Math.round((width * (shares[i] ?? 0)) / em) - 1)) + word)
    .join('')
}
