import type { Words } from './word.ts'

/** Words of single characters of the facts (`src/check/characters.ts`). */
export const characterWords = {
  'characters/rare': {
    say: {
      zh: '“{near}”中的“{char}”（{code}，{block}）在现有字体里没有字形，印出来会是“〓”。',
      en: '“{char}” ({code}, {block}) in “{near}” is in no font at hand; it would print as 〓.',
    },
    fix: {
      zh: '请先与证件核对这个字；无误的，把含有它的字体文件放在 unit.yaml 旁边，在 fonts 里写 rare: { file: 文件名 }。一般含有这个区的字体：{fonts}。使用前请核对字体的许可。',
      en: 'Compare it with the document first; if it is right, put a font file that has it beside unit.yaml and write rare: { file: name } under fonts. Fonts that usually have this block: {fonts}. Look at their licence before use.',
    },
  },
  'characters/no-font': {
    say: {
      zh: '“{near}”中的“{char}”（{code}）在现有字体里没有字形，印出来会是“〓”。',
      en: '“{char}” ({code}) in “{near}” is in no font at hand; it would print as 〓.',
    },
    fix: {
      zh: '请改用常用的写法；确需使用的，把含有它的字体文件放在 unit.yaml 旁边，在 fonts 里写 rare: { file: 文件名 }。',
      en: 'Write it another way; if it must stand, put a font file that has it beside unit.yaml and write rare: { file: name } under fonts.',
    },
  },
  'characters/other-role': {
    say: {
      zh: '“{near}”中的“{char}”（{code}）只有字体 {files} 里有，表单所用的字体里没有，印出来会是“〓”。',
      en: '“{char}” ({code}) in “{near}” is only in {files}, which the forms do not use for it; it would print as 〓.',
    },
    fix: {
      zh: '请在 unit.yaml 的 fonts 里把这个文件同时写到 rare 下，各种字体缺字时都会用它补。',
      en: 'Write this file under rare, too, in fonts of unit.yaml: it then fills in wherever a font lacks a character.',
    },
  },
  'characters/private-use-known': {
    say: {
      zh: '“{near}”中有一个私用区字符（{code}），旧的 GBK 字体用它表示“{now}”（{nowCode}），别的系统里显示不出来。',
      en: '“{near}” holds a private-use character ({code}) that old GBK fonts show as “{now}” ({nowCode}); other systems cannot show it.',
    },
    fix: {
      zh: '请与证件核对；是这个字的，改为“{now}”（{nowCode}）重新输入。',
      en: 'Compare it with the document; if that is the character, type “{now}” ({nowCode}) instead.',
    },
  },
  'characters/private-use': {
    say: {
      zh: '“{near}”中有一个私用区字符（{code}），是某个系统自己造的字，换一台电脑就不知道是什么字。',
      en: '“{near}” holds a private-use character ({code}): one system made it up, and on another machine nobody can tell what it is.',
    },
    fix: {
      zh: '无法由编码推出是哪个字。请对照证件找出这个字的正式编码重新输入；还没有正式编码的，请向公安机关询问证件上采用的写法。',
      en: 'The code does not tell which character it is. Find its Unicode code point by the document and type that; where there is none yet, ask the issuer which form the document uses.',
    },
  },
  'characters/variation': {
    say: {
      zh: '“{base}”（{baseCode}）后面带有字形变体选择符（{code}），指定这个字的一种特别写法，随附字体画不出来。',
      en: '“{base}” ({baseCode}) is followed by a variation selector ({code}) that asks for a special form of it; the fonts at hand cannot draw that.',
    },
    fix: {
      zh: '请删去选择符，只留“{base}”；证件上确是特别写法的，印出后请单位在旁注明，平台上以证件为准。',
      en: 'Take the selector out and keep “{base}”; if the document has the special form, have the unit note it on paper; on the platform the document decides.',
    },
  },
  'characters/needs-shaping': {
    say: {
      zh: '这里有{script}（如“{char}”{code}），字母要随前后变形、连写或转向，本程序逐字排印，印出来会是错的。',
      en: 'This holds {script} (such as “{char}”, {code}), whose letters change, join or turn; drawn one by one they would be wrong.',
    },
    fix: {
      zh: '请填写证件上的汉字姓名或汉字写法（间隔点用“·”）；原文可以放在外文姓名的证明材料里。',
      en: 'Write the name or text in Han characters as on the document (with “·” between its parts); the original can stand in the evidence.',
    },
  },
  'characters/combining-composed': {
    say: {
      zh: '“{near}”中的“{base}”和后面的附加符号（{code}）是分开的两个字符，应为一个字符“{now}”（{nowCode}）。',
      en: '“{base}” and the mark after it ({code}) in “{near}” are two characters; “{now}” ({nowCode}) is one.',
    },
    fix: { zh: '请删去后直接输入“{now}”。', en: 'Delete them and type “{now}”.' },
  },
  'characters/combining': {
    say: {
      zh: '“{near}”中“{base}”后面有附加符号（{code}），没有合成一体的字符，符号可能印偏或印不出来。',
      en: '“{base}” in “{near}” is followed by a mark ({code}) that has no character of its own with it; it may print beside its place or not at all.',
    },
    fix: {
      zh: '请与证件核对；保留的，请在预览的 PDF 里看一看印得对不对。',
      en: 'Compare it with the document; if it stays, look at it in the preview.',
    },
  },
  'characters/other-form': {
    say: {
      zh: '“{near}”中的“{char}”（{code}）是部首或兼容字，看着像“{now}”（{nowCode}），在别的系统里却是另一个字，核对姓名会对不上。',
      en: '“{char}” ({code}) in “{near}” is a radical or a compatibility form: it looks like “{now}” ({nowCode}) but other systems take it for another character.',
    },
    fix: { zh: '请删去后重新输入“{now}”。', en: 'Delete it and type “{now}”.' },
  },
  'characters/invisible': {
    say: {
      zh: '“{near}”里有一个看不见的字符（{code}），多半是从网页或聊天软件里带来的，姓名和名称会因此对不上。',
      en: '“{near}” holds an invisible character ({code}), most likely pasted from a page or a chat; names will not match because of it.',
    },
    fix: { zh: '请把这一项删去后重新输入。', en: 'Delete this value and type it again.' },
  },
  'characters/lost': {
    say: {
      zh: '“{near}”中的“{char}”（{code}）表示原来的字在某次转换时丢失了。',
      en: '“{char}” ({code}) in “{near}” stands for a character that was lost in some conversion.',
    },
    fix: { zh: '请对照原件重新输入这个字。', en: 'Type the character again from the original.' },
  },
} satisfies Words
