import type { Words } from './word.ts'

export const fontsWords = {
  'fonts/missing': {
    say: { zh: '缺少字体文件“{file}”。', en: 'The font file “{file}” is missing.' },
    fix: { zh: '请重新安装本程序；字体来源：{source}。', en: 'Reinstall the program; the font comes from {source}.' },
  },
  'fonts/changed': {
    say: { zh: '字体文件“{file}”与登记的校验值不同。', en: 'The font file “{file}” differs from its recorded digest.' },
    fix: {
      zh: '请重新安装本程序；自备字体请在 unit.yaml 中登记。',
      en: 'Reinstall the program; a font of your own is registered in unit.yaml.',
    },
  },
  'fonts/unreadable': {
    say: {
      zh: '字体文件“{file}”读不出来，或不是 TrueType 字体。',
      en: 'The font file “{file}” is damaged or is not a TrueType font.',
    },
    fix: {
      zh: '请换一个完好的 .ttf、.ttc 或 .woff 文件；随附的字体损坏时请重新安装。',
      en: 'Use an intact .ttf, .ttc or .woff file; reinstall if it is a font that came with the product.',
    },
  },
  'fonts/outlines': {
    say: {
      zh: '字体文件“{file}”是 OpenType（CFF）字形，目前只能使用 TrueType 字形。',
      en: 'The font file “{file}” holds CFF outlines; only TrueType outlines can be used.',
    },
    fix: {
      zh: '请改用同一字体的 .ttf 版本；没有的，许可允许修改时可用 FontForge 打开后“生成字体”，类型选 TrueType。',
      en: 'Use the .ttf edition of the same font; where there is none and its licence allows changes, open it in FontForge and generate it as TrueType.',
    },
  },
  'fonts/no-embedding': {
    say: {
      zh: '字体文件“{file}”的许可标记不允许嵌入文件。',
      en: 'The licence bits of the font file “{file}” do not allow embedding.',
    },
    fix: {
      zh: '请改用允许嵌入的字体，或向字体公司取得允许嵌入的版本；要先出件的，把它从 unit.yaml 的 fonts 里去掉。',
      en: 'Use a font that may be embedded, or get such an edition from its maker; to go on without, take it out of fonts in unit.yaml.',
    },
  },
  'fonts/bitmap-only': {
    say: {
      zh: '字体文件“{file}”的许可标记只允许嵌入点阵字形，不允许嵌入轮廓。',
      en: 'The licence bits of the font file “{file}” allow only its bitmaps to be embedded, not its outlines.',
    },
    fix: { zh: '请改用允许嵌入轮廓的字体。', en: 'Use a font whose outlines may be embedded.' },
  },
  'fonts/woff2': {
    say: {
      zh: '字体文件“{file}”是网页用的 WOFF2 格式，不能直接使用。',
      en: 'The font file “{file}” is a WOFF2 file, made for web pages; it cannot be used as it is.',
    },
    fix: {
      zh: '请改用同一字体的 .ttf、.ttc 或 .woff 文件；只有 .woff2 的，用 woff2_decompress 或 FontForge 转成 .ttf。',
      en: 'Use the .ttf, .ttc or .woff file of the same font; where there is only a .woff2, turn it into a .ttf with woff2_decompress or FontForge.',
    },
  },
  'fonts/no-face': {
    say: {
      zh: '字体文件“{file}”里没有编号 {face} 的字体，共有 {count} 个，从 0 编起。',
      en: 'The font file “{file}” has no face {face}; it has {count}, counted from 0.',
    },
    fix: { zh: '请改正 unit.yaml 里的 face。', en: 'Put face right in unit.yaml.' },
  },
  'fonts/own-missing': {
    say: { zh: '找不到 unit.yaml 里写的字体文件“{file}”。', en: 'The font file “{file}” of unit.yaml is not there.' },
    fix: {
      zh: '请把字体文件放在 unit.yaml 旁边，并核对文件名；不再使用的，把它从 fonts 里去掉。',
      en: 'Put the font beside unit.yaml and compare its name; if it is no longer used, take it out of fonts.',
    },
  },
  'fonts/own-changed': {
    say: {
      zh: '字体文件“{file}”与 unit.yaml 里登记的校验值不同。',
      en: 'The font file “{file}” differs from the digest in unit.yaml.',
    },
    fix: {
      zh: '请放回原来的文件；确要换用这一个的，把 sha256 改为 {sha256}。',
      en: 'Put the former file back; if this one is meant, change sha256 to {sha256}.',
    },
  },
  'fonts/own-unpinned': {
    say: {
      zh: 'unit.yaml 里的字体“{file}”没有登记校验值，换了同名的文件也不会察觉。',
      en: 'The font “{file}” in unit.yaml has no digest, so that another file of the same name would go unnoticed.',
    },
    fix: { zh: '请在它后面加上 sha256: {sha256}', en: 'Add to it: sha256: {sha256}' },
  },
  'fonts/preview-print': {
    say: {
      zh: '字体“{file}”只许嵌入供查看和打印的文件。',
      en: 'The font “{file}” may be embedded only in files for viewing and printing.',
    },
    fix: {
      zh: '生成的 PDF 请只用来查看和打印，不要再编辑其中的文字；要在线签批的，改用许可更宽的字体。',
      en: 'View and print the PDFs and do not edit their text; for signing on line use a font with a wider licence.',
    },
  },
  'fonts/whole-only': {
    say: {
      zh: '字体“{file}”不许只嵌入用到的字，每个 PDF 都会带上整个字体。',
      en: 'The font “{file}” may not be cut down to the characters in use; every PDF carries all of it.',
    },
    fix: {
      zh: '文件会大一些，不影响使用；平台限制大小时请改用可以子集化的字体。',
      en: 'The files are larger, nothing else; where their size is limited use a font that may be subset.',
    },
  },
  'fonts/unknown': {
    say: { zh: '没有名为“{font}”的字体或字体用途。', en: 'There is no font or font role named “{font}”.' },
    fix: {
      zh: '请使用 song、hei、fang、kai 之一（unit.yaml 里补生僻字用 rare），或核对 fonts.yaml 与 unit.yaml 中的字体名称。',
      en: 'Use one of song, hei, fang, kai (and rare in unit.yaml for rare characters), or compare the names in fonts.yaml and unit.yaml.',
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
