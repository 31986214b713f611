import type { Words } from './word.ts'

export const fontsWords = {
  'fonts/unreadable': {
    say: {
      zh: '字体文件“{file}”读不出来，或不是 TrueType 字体。',
      en: 'The font file “{file}” is damaged or is not a TrueType font.',
    },
    fix: {
      zh: '请换一个完好的 .ttf 或 .ttc 文件；随附的字体损坏时请重新安装。',
      en: 'Use an intact .ttf or .ttc file; reinstall if it is a font that came with the product.',
    },
  },
  'fonts/outlines': {
    say: {
      zh: '字体文件“{file}”是 OpenType（CFF）字形，目前只能使用 TrueType 字形。',
      en: 'The font file “{file}” holds CFF outlines; only TrueType outlines can be used.',
    },
    fix: { zh: '请改用同一字体的 .ttf 文件。', en: 'Use the .ttf file of the same font.' },
  },
  'fonts/no-embedding': {
    say: {
      zh: '字体文件“{file}”的许可标记不允许嵌入文件。',
      en: 'The licence bits of the font file “{file}” do not allow embedding.',
    },
    fix: { zh: '请改用允许嵌入的字体。', en: 'Use a font that may be embedded.' },
  },
  'fonts/unknown': {
    say: { zh: '没有名为“{font}”的字体或字体用途。', en: 'There is no font or font role named “{font}”.' },
    fix: {
      zh: '请使用 song、hei、fang、kai 之一，或核对 fonts.yaml 与 unit.yaml 中的字体名称。',
      en: 'Use one of song, hei, fang, kai, or compare the names in fonts.yaml and unit.yaml.',
    },
  },
  'fonts/missing-glyph': {
    say: {
      zh: '字体“{font}”中没有字符“{char}”（{codePoint}）。',
      en: 'The font “{font}” has no character “{char}” ({codePoint}).',
    },
    fix: {
      zh: '请核对这个字符；确需使用的，请在 unit.yaml 的 fonts 中指定含有该字的字体文件。',
      en: 'Check the character; if it is right, name a font file that has it in unit.yaml under fonts.',
    },
  },
  'write/picture': {
    say: { zh: '图片“{source}”无法放入文件。', en: 'The picture “{source}” cannot be placed in the file.' },
    fix: { zh: '请使用完好的 JPEG 或 PNG 图片。', en: 'Use an intact JPEG or PNG picture.' },
  },
} satisfies Words
