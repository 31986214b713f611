import type { Words } from './word.ts'

/** What a file of ours may be wrong in: its shape and its values. */
export const shapeWords = {
  'format/bad-file': {
    say: { zh: '{file} 中有 {count} 处需要改正。', en: '{file} has {count} places to put right.' },
    fix: {
      zh: '请按下面各处的行号逐一改正，保存后重新运行。',
      en: 'Correct them one by one by their line numbers, save and run again.',
    },
  },
  'format/blank': {
    say: { zh: '文件是空的，或只有注释。', en: 'The file is empty or holds nothing but comments.' },
    fix: { zh: '请填写内容；新的文件可以用 juanzong new 生成。', en: 'Fill it in; juanzong new makes a fresh one.' },
  },
  'format/too-large': {
    say: {
      zh: '文件超过 {limit} MB，不像是手写的资料。',
      en: 'The file is larger than {limit} MB, too large for one that people write.',
    },
    fix: {
      zh: '请核对是否放错了文件；照片和扫描件放在 evidence 文件夹。',
      en: 'Check whether another file got its name; pictures and scans go into the evidence folder.',
    },
  },
  'format/utf-16': {
    say: {
      zh: '文件是 UTF-16（记事本称“Unicode”）编码。',
      en: 'The file is encoded as UTF-16 (Notepad calls it “Unicode”).',
    },
    fix: {
      zh: '请用记事本打开，选“另存为”，编码选“UTF-8”后保存。',
      en: 'Open it in Notepad, choose “Save as”, encoding “UTF-8”.',
    },
  },
  'format/gbk': {
    say: {
      zh: '文件是 GBK（记事本称“ANSI”）编码，第一处在本行。',
      en: 'The file is encoded as GBK (Notepad calls it “ANSI”); this line is the first that shows it.',
    },
    fix: {
      zh: '请用记事本打开，选“另存为”，编码选“UTF-8”后保存。',
      en: 'Open it in Notepad, choose “Save as”, encoding “UTF-8”.',
    },
  },
  'format/not-utf-8': {
    say: {
      zh: '本行有不是 UTF-8 编码的内容，文件可能损坏或并非文本。',
      en: 'This line holds bytes that are not UTF-8; the file may be damaged or no text at all.',
    },
    fix: {
      zh: '请核对文件；是文本的，用记事本“另存为”，编码选“UTF-8”。',
      en: 'Check the file; if it is text, save it again with the encoding “UTF-8”.',
    },
  },
  'format/version': {
    say: {
      zh: '格式标记“{value}”不是本程序能读的版本。',
      en: 'The format “{value}” is not a version that this program reads.',
    },
    fix: {
      zh: '请写成 format: {options}；若文件由更新的版本生成，请先升级本程序。',
      en: 'Write format: {options}; if a newer version made the file, upgrade this program first.',
    },
  },
  'format/missing': {
    say: { zh: '缺少“{key}”。', en: '“{key}” is missing.' },
    fix: {
      zh: '请在这一处补上 {key}；确实没有这一项内容的，把它所在的整项删去。',
      en: 'Add {key} here; if there is no such thing, remove the item that it belongs to.',
    },
  },
  'format/unknown-key': {
    say: { zh: '不认识的栏目“{key}”。', en: 'There is no entry “{key}” here.' },
    fix: {
      zh: '这里可以写：{options}。不需要的请删去或在行首加 #。',
      en: 'Known here: {options}. Remove what is not needed, or put # before it.',
    },
  },
  'format/unknown-key-near': {
    say: { zh: '不认识的栏目“{key}”。', en: 'There is no entry “{key}” here.' },
    fix: { zh: '是否应为“{better}”？请改正后保存。', en: 'Did you mean “{better}”?' },
  },
  'format/unknown-key-place': {
    say: { zh: '栏目“{key}”不在这一层。', en: 'The entry “{key}” does not stand at this level.' },
    fix: {
      zh: '它的位置是 {better}，请移到那里并注意缩进。',
      en: 'Its place is {better}; move it there and mind the indentation.',
    },
  },
  'format/duplicate-key': {
    say: { zh: '栏目“{key}”写了两次，前一次在第 {first} 行。', en: '“{key}” is written twice, first in line {first}.' },
    fix: { zh: '请只保留一处。', en: 'Keep one of them.' },
  },
  'format/duplicate-id': {
    say: {
      zh: '编号“{value}”重复，前一个在第 {first} 行。',
      en: 'The id “{value}” is used twice, first in line {first}.',
    },
    fix: {
      zh: '请给其中一项另起一个编号；同一列表里的编号各不相同，定下后不再改动。',
      en: 'Give one of them another id; ids of a list differ and stay for ever.',
    },
  },
  'format/forbidden-key': {
    say: {
      zh: '名称“{key}”有特殊含义，不能用作栏目名。',
      en: 'The name “{key}” has a special meaning and cannot name an entry.',
    },
    fix: { zh: '请改用其他名称。', en: 'Use another name.' },
  },
  'format/too-deep': {
    say: { zh: '从这里起嵌套超过 64 层，无法读取。', en: 'From here on the nesting is deeper than 64 levels.' },
    fix: {
      zh: '请核对括号是否成对、缩进是否正确。',
      en: 'Check that brackets come in pairs and that the indentation is right.',
    },
  },
  'format/shape': {
    say: { zh: '“{key}”的写法不符合格式。', en: '“{key}” is not written in the way that is read here.' },
    fix: { zh: '请对照 juanzong new 生成的文件改写这一处。', en: 'Compare with a file made by juanzong new.' },
  },
  'format/text': {
    say: { zh: '“{key}”应是一段文字。', en: '“{key}” takes a text.' },
    fix: {
      zh: '请写在冒号后面；多行文字用“|”另起一行写。',
      en: 'Write it after the colon; for several lines put “|” there and start below.',
    },
  },
  'format/list': {
    say: { zh: '“{key}”应是列表。', en: '“{key}” takes a list.' },
    fix: {
      zh: '请每项另起一行，以“- ”开头；没有的写：无。',
      en: 'Start each item on a line of its own with “- ”; write “无” when there is none.',
    },
  },
  'format/mapping': {
    say: { zh: '“{key}”之下应是若干“名称: 值”。', en: '“{key}” takes entries of the form “name: value”.' },
    fix: {
      zh: '请每个名称另起一行并缩进两格，冒号后空一格。',
      en: 'Put each name on a line of its own, indented by two, with a blank after the colon.',
    },
  },
  'format/empty': {
    say: { zh: '“{key}”是空的。', en: '“{key}” is empty.' },
    fix: {
      zh: '请填写；还不知道的，冒号后什么也不写。',
      en: 'Fill it in; write nothing after the colon when it is not known yet.',
    },
  },
  'format/too-long': {
    say: { zh: '“{key}”超过 {limit} 个字。', en: '“{key}” is longer than {limit} characters.' },
    fix: { zh: '请精简到 {limit} 个字以内。', en: 'Shorten it to {limit} characters.' },
  },
  'format/control': {
    say: { zh: '这里有看不见的控制字符。', en: 'There is an invisible control character here.' },
    fix: { zh: '请删去这个字符，或把这一处重新输入一遍。', en: 'Delete it, or type this place again.' },
  },
  'format/surrogate': {
    say: { zh: '“{key}”中有不完整的字符。', en: '“{key}” holds half a character.' },
    fix: { zh: '请把这一处重新输入一遍。', en: 'Type this place again.' },
  },
  'format/stated': {
    say: { zh: '“{value}”不是这里能写的值。', en: '“{value}” cannot stand here.' },
    fix: {
      zh: '没有的写：无；不适用的写：不适用；还不知道的留空。',
      en: 'Write “无” for none, “不适用” for not applicable, nothing when it is not known.',
    },
  },
  'format/date': {
    say: { zh: '“{value}”不是日期。', en: '“{value}” is not a date.' },
    fix: { zh: '请写成 2019-06-30、2019-06 或 2019，用半角数字和短横。', en: 'Write 2019-06-30, 2019-06 or 2019.' },
  },
  'format/civil-date': {
    say: { zh: '“{value}”不是日期。', en: '“{value}” is not a date.' },
    fix: { zh: '请写成 2019-06-30 的样子，用半角数字和短横。', en: 'Write it like 2019-06-30.' },
  },
  'format/whole-day': {
    say: { zh: '“{value}”没有写到日。', en: '“{value}” does not say the day.' },
    fix: { zh: '这里要写到日，如 2019-06-30。', en: 'A whole date is wanted here, such as 2019-06-30.' },
  },
  'format/date-style': {
    say: { zh: '日期“{value}”的写法读不出来。', en: 'The date “{value}” is written in a way that is not read.' },
    fix: { zh: '请写成 {better}。', en: 'Write {better}.' },
  },
  'format/no-such-day': {
    say: {
      zh: '“{value}”在日历上不存在，或不在 1900 至 2199 年之间。',
      en: '“{value}” is not in the calendar, or not between 1900 and 2199.',
    },
    fix: { zh: '请核对年、月、日。', en: 'Check year, month and day.' },
  },
  'format/full-width': {
    say: { zh: '“{value}”用了全角字符。', en: '“{value}” is written in full-width characters.' },
    fix: { zh: '请用半角，写成 {better}。', en: 'Write {better}.' },
  },
  'format/number-style': {
    say: { zh: '“{value}”的写法读不出来。', en: '“{value}” is written in a way that is not read.' },
    fix: { zh: '请写成 {better}。', en: 'Write {better}.' },
  },
  'format/whole': {
    say: { zh: '“{value}”不是整数。', en: '“{value}” is not a whole number.' },
    fix: { zh: '请只写数字，如 3，不带单位。', en: 'Write digits only, such as 3, without a unit.' },
  },
  'format/decimal': {
    say: { zh: '“{value}”不是数。', en: '“{value}” is not a number.' },
    fix: {
      zh: '请只写数字和小数点，如 12.5，不带单位。',
      en: 'Write digits and a point only, such as 12.5, without a unit.',
    },
  },
  'format/yes-no': {
    say: { zh: '“{value}”不是“是”或“否”。', en: '“{value}” is neither “是” (yes) nor “否” (no).' },
    fix: { zh: '请写 是 或 否；还不知道的留空。', en: 'Write “是” or “否”; leave it empty when it is not known.' },
  },
  'format/yes-no-style': {
    say: { zh: '“{value}”不是“是”或“否”。', en: '“{value}” is neither “是” (yes) nor “否” (no).' },
    fix: { zh: '请写成 {better}。', en: 'Write {better}.' },
  },
  'format/id': {
    say: { zh: '编号“{value}”不能使用。', en: 'The id “{value}” cannot be used.' },
    fix: {
      zh: '编号由字母、数字、汉字和 - _ . 组成，以字母、数字或汉字开头，不超过 64 个字，如 paper1。',
      en: 'An id is made of letters, digits, Chinese characters and - _ . and has up to 64 of them, such as paper1.',
    },
  },
  'format/pages': {
    say: { zh: '页码“{value}”读不出来。', en: 'The pages “{value}” cannot be read.' },
    fix: { zh: '请写成 3 或 3-9。', en: 'Write 3 or 3-9.' },
  },
  'format/evidence': {
    say: { zh: '材料的写法读不出来。', en: 'This is not how a file is named here.' },
    fix: {
      zh: '请写文件路径，如 evidence/合同.pdf 或 evidence/合同.pdf#3-9；没有的写：无。',
      en: 'Write its path, such as evidence/a.pdf or evidence/a.pdf#3-9; write “无” when there is none.',
    },
  },
  'format/procedure': {
    say: { zh: '事项的写法读不出来。', en: 'This is not how a procedure is named.' },
    fix: {
      zh: '请写事项文件夹的名称，如 chongqing-green-low-carbon-2024。',
      en: 'Write the name of its folder, such as chongqing-green-low-carbon-2024.',
    },
  },
  'format/digest': {
    say: { zh: '“{value}”不是 SHA-256 校验值。', en: '“{value}” is not a SHA-256 digest.' },
    fix: {
      zh: '校验值是 64 位小写十六进制数字，请整个复制过来。',
      en: 'A digest has 64 lower-case hexadecimal digits; copy the whole of it.',
    },
  },
  'format/snapshot-code': {
    say: { zh: '“{value}”不是快照短码。', en: '“{value}” is not the code of a snapshot.' },
    fix: {
      zh: '短码形如 7K3M-Q2VD，请对照快照文件夹中的 manifest.yaml。',
      en: 'A code looks like 7K3M-Q2VD; see manifest.yaml of the snapshot.',
    },
  },
  'format/year': {
    say: { zh: '“{value}”不是年份。', en: '“{value}” is not a year.' },
    fix: { zh: '请写成四位数字，如 2024。', en: 'Write four digits, such as 2024.' },
  },
  'format/rule-id': {
    say: { zh: '规则编号“{value}”不能使用。', en: 'The rule id “{value}” cannot be used.' },
    fix: {
      zh: '请写成 条款 或 条款/短名，如 五-三/after-grounds。',
      en: 'Write the clause, or clause/short-name, such as 五-三/after-grounds.',
    },
  },
  'format/basis': {
    say: { zh: '依据的写法读不出来。', en: 'This is not how a basis is written.' },
    fix: {
      zh: '请写条款，如 五（三）；或写 title、article、verified。',
      en: 'Write the clause, such as 五（三）, or title, article, verified.',
    },
  },
  'format/bilingual': {
    say: { zh: '文字的写法读不出来。', en: 'This is not how a text is written.' },
    fix: { zh: '请写一段中文，或写 zh 和 en 两种文字。', en: 'Write Chinese text, or zh and en.' },
  },
  'format/event': {
    say: { zh: '记录的类别“{value}”不在可选的值里。', en: 'The kind of event “{value}” is unknown.' },
    fix: { zh: 'what 可以写：{options}。', en: 'what is one of: {options}.' },
  },
} satisfies Words
