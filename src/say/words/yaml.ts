import type { Words } from './word.ts'

/** What YAML text may be wrong in before any schema sees it, in the words of people who never heard of YAML. */
export const yamlWords = {
  'format/yaml-syntax': {
    say: { zh: '这里不符合 YAML 的写法。', en: 'This is not YAML.' },
    fix: {
      zh: '请核对本行和上一行：名称后是半角冒号加空格，同一层左端对齐，引号和括号成对。',
      en: 'Check this line and the one above: a colon and a blank after the name, equal indentation, quotes and brackets in pairs.',
    },
  },
  'format/yaml-tab': {
    say: { zh: '本行用制表符（Tab）缩进。', en: 'This line is indented with a tab.' },
    fix: { zh: '请改用空格，每层两个。', en: 'Use blanks, two for each level.' },
  },
  'format/yaml-indent': {
    say: { zh: '本行的缩进与同一层的其他行不齐。', en: 'The indentation of this line differs from its neighbours.' },
    fix: { zh: '请与同一层对齐，每层缩进两个空格。', en: 'Align it with them, two blanks for each level.' },
  },
  'format/yaml-blank': {
    say: { zh: '行首有全角空格或不间断空格。', en: 'There is a full-width or no-break blank at the start.' },
    fix: { zh: '请删去，改用普通的半角空格。', en: 'Use plain blanks.' },
  },
  'format/yaml-colon': {
    say: { zh: '名称后面是全角冒号“：”。', en: 'There is a full-width colon “：” after the name.' },
    fix: { zh: '请改为半角冒号加一个空格“: ”。', en: 'Write a plain colon and a blank “: ”.' },
  },
  'format/yaml-colon-blank': {
    say: { zh: '冒号后面缺一个空格。', en: 'There is no blank after the colon.' },
    fix: { zh: '请在冒号和内容之间空一格。', en: 'Put a blank between the colon and the value.' },
  },
  'format/yaml-quote': {
    say: {
      zh: '内容里有冒号加空格，或以特殊符号开头，YAML 会误读。',
      en: 'The value holds a colon with a blank, or starts with a special character, which YAML reads as something else.',
    },
    fix: { zh: '请给整段内容加上半角单引号。', en: 'Put the whole value into single quotes.' },
  },
  'format/yaml-unclosed': {
    say: { zh: '引号只有一半。', en: 'A quotation mark has no partner.' },
    fix: {
      zh: '请补上另一半引号；内容里的引号用“”书写。',
      en: 'Add the other one; write quotation marks inside the value as “”.',
    },
  },
  'format/yaml-bracket': {
    say: {
      zh: '方括号或花括号没有配对，或其中的内容缩进不够。',
      en: 'A bracket has no partner, or what it holds is not indented.',
    },
    fix: { zh: '请补上括号；括号里换行时，每行要缩进。', en: 'Add the bracket; indent every line inside it.' },
  },
  'format/yaml-escape': {
    say: { zh: '双引号里的反斜杠“\\”有特殊含义。', en: 'A backslash “\\” has a special meaning inside double quotes.' },
    fix: { zh: '请改用单引号，路径中的“\\”也可以写成“/”。', en: 'Use single quotes, or write “/” in paths.' },
  },
  'format/yaml-null': {
    say: { zh: '“{value}”在这里含义不明。', en: '“{value}” could mean several things here.' },
    fix: {
      zh: '还不知道的留空；没有的写：无；不适用的写：不适用。',
      en: 'Leave it empty when it is not known; write “无” for none, “不适用” for not applicable.',
    },
  },
  'format/yaml-hash': {
    say: {
      zh: '“{lost}”前面有空格，会被当作注释，不算内容。',
      en: 'There is a blank before “{lost}”, which makes it a comment and no part of the value.',
    },
    fix: {
      zh: '是内容的，去掉 # 前的空格（如 合同.pdf#3-9），或给整段加半角单引号；是注释的，在 # 后空一格。',
      en: 'If it belongs to the value, remove the blank (as in contract.pdf#3-9) or put the whole value into single quotes; if it is a comment, put a blank after #.',
    },
  },
  'format/yaml-key': {
    say: { zh: '名称的写法读不出来。', en: 'This is not a name.' },
    fix: { zh: '名称应是一个词，写在冒号前面。', en: 'A name is one word before the colon.' },
  },
  'format/yaml-tag': {
    say: { zh: '这里有类型标记“{tag}”。', en: 'There is a tag “{tag}” here.' },
    fix: {
      zh: '请删去感叹号开头的标记，所有的值都按文字读取。',
      en: 'Remove what starts with an exclamation mark; every value is read as text.',
    },
  },
  'format/yaml-alias': {
    say: {
      zh: '引用（以 * 开头）指向不明、成圈或过多。',
      en: 'An alias (starting with *) leads nowhere, in a circle, or is used too often.',
    },
    fix: { zh: '请把内容直接写在这里。', en: 'Write the value itself.' },
  },
  'format/yaml-merge': {
    say: { zh: '不支持合并写法“<<”。', en: 'Merging with “<<” is not supported.' },
    fix: { zh: '请把内容直接写在这里。', en: 'Write the entries themselves.' },
  },
  'format/yaml-directive': {
    say: { zh: '不支持以 % 开头的指令。', en: 'Directives (lines starting with %) are not supported.' },
    fix: { zh: '请删去这一行。', en: 'Remove this line.' },
  },
  'format/yaml-documents': {
    say: { zh: '一个文件里有两份内容，从“---”处分开。', en: 'The file holds two documents, parted by “---”.' },
    fix: { zh: '请只保留一份，另一份放到单独的文件。', en: 'Keep one; put the other into a file of its own.' },
  },
} satisfies Words
