import type { Text } from '../model/scalar.ts'

/** A stretch of Unicode, what it is called, and font families that are known to have it. */
export type BlockRow = {
  readonly from: number
  readonly to: number
  readonly name: Text
  readonly fonts: readonly Text[]
}

/** The block of a character that the fonts of the program may lack. */
export function blockOf(codePoint: number): BlockRow | undefined {
  return blocks.find(({ from, to }) => codePoint >= from && codePoint <= to)
}

/** A script whose letters change with their neighbours or run the other way: drawn one by one they would be wrong. */
export function shapedScript(char: string): Text | undefined {
  return shaped.find(({ pattern }) => pattern.test(char))?.name
}

/** 彝文 stands still, letter by letter, but needs a font of its own. */
export function isYi(char: string): boolean {
  return /\p{Script=Yi}/u.test(char)
}

export const yi: Text = { zh: '彝文', en: 'Yi' }

// ---

const hanaMin = { zh: '花园明朝 B（HanaMinB）', en: 'HanaMinB' }
const plangothic = { zh: '遍黑体（Plangothic）', en: 'Plangothic' }
const tshyn = { zh: '天珩全字库（TH-Tshyn）', en: 'TH-Tshyn' }
const babelStone = { zh: 'BabelStone Han', en: 'BabelStone Han' }
const simSunExtB = { zh: '宋体-ExtB（Windows 的 simsunb.ttf）', en: 'SimSun-ExtB (simsunb.ttf of Windows)' }
const twSungExtB = { zh: '全字库正宋体 Ext-B（TW-Sung-Ext-B）', en: 'TW-Sung-Ext-B' }

function extension(letter: string, from: number, to: number, fonts: readonly Text[]): BlockRow {
  return { from, to, name: { zh: `汉字扩展 ${letter} 区`, en: `CJK Extension ${letter}` }, fonts }
}

/** Which family has a block was measured where the font was at hand (B to G), else it is what the family is made for. */
const blocks: readonly BlockRow[] = [
  extension('A', 0x3400, 0x4dbf, [hanaMin, tshyn]),
  { from: 0x4e00, to: 0x9fff, name: { zh: '基本汉字', en: 'CJK Unified Ideographs' }, fonts: [plangothic, tshyn] },
  { from: 0xf900, to: 0xfaff, name: { zh: '兼容汉字', en: 'CJK Compatibility Ideographs' }, fonts: [plangothic] },
  extension('B', 0x20000, 0x2a6df, [simSunExtB, hanaMin, twSungExtB, babelStone, plangothic, tshyn]),
  extension('C', 0x2a700, 0x2b73f, [hanaMin, babelStone, plangothic, tshyn]),
  extension('D', 0x2b740, 0x2b81f, [hanaMin, plangothic, tshyn]),
  extension('E', 0x2b820, 0x2ceaf, [hanaMin, plangothic, tshyn]),
  extension('F', 0x2ceb0, 0x2ebef, [hanaMin, plangothic, tshyn]),
  extension('I', 0x2ebf0, 0x2ee5f, [plangothic]),
  { from: 0x2f800, to: 0x2fa1f, name: { zh: '兼容汉字补充', en: 'CJK Compatibility Supplement' }, fonts: [plangothic] },
  extension('G', 0x30000, 0x3134f, [plangothic, tshyn]),
  extension('H', 0x31350, 0x323af, [plangothic]),
]

const shaped: readonly { readonly pattern: RegExp; readonly name: Text }[] = [
  {
    pattern: /\p{Script=Arabic}/u,
    name: { zh: '维吾尔文、哈萨克文等阿拉伯字母文字', en: 'Uyghur, Kazakh or other Arabic script' },
  },
  { pattern: /\p{Script=Tibetan}/u, name: { zh: '藏文', en: 'Tibetan' } },
  {
    pattern: /\p{Script=Mongolian}|\u180b|\u180c|\u180d|\u180e/u,
    name: { zh: '蒙古文、满文等竖写文字', en: 'Mongolian or Manchu' },
  },
  { pattern: /\p{Script=Phags_Pa}/u, name: { zh: '八思巴文', en: 'Phags-pa' } },
  { pattern: /\p{Script=Tai_Tham}/u, name: { zh: '老傣文', en: 'Tai Tham' } },
  { pattern: /\p{Script=New_Tai_Lue}|\p{Script=Tai_Le}/u, name: { zh: '傣文', en: 'Tai Lue or Tai Nüa' } },
  {
    pattern: /\p{Script=Hebrew}|\p{Script=Syriac}/u,
    name: { zh: '从右向左书写的文字', en: 'a script that runs from right to left' },
  },
  {
    pattern:
      /[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Sinhala}]/u,
    name: { zh: '印度或东南亚文字', en: 'an Indic or South-East Asian script' },
  },
]
