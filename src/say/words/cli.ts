import type { Words } from './word.ts'

/** Wrong use of the command line, output that cannot be made, and what the commands themselves refuse. */
export const cliWords = {
  'cli/unknown-verb': {
    say: { zh: '没有“{verb}”这个命令。', en: 'There is no verb “{verb}”.' },
    fix: { zh: '可用的命令：{verbs}。用 juanzong --help 查看说明。', en: 'Verbs: {verbs}. See juanzong --help.' },
  },
  'cli/no-verb': {
    say: { zh: '没有写要做什么。', en: 'No verb was given.' },
    fix: {
      zh: '可用的命令：{verbs}。例如：juanzong check 卷宗文件夹。',
      en: 'Verbs: {verbs}. For example: juanzong check my-dossier.',
    },
  },
  'cli/unknown-option': {
    say: { zh: '没有“{option}”这个选项。', en: 'There is no option “{option}”.' },
    fix: { zh: '用 juanzong {verb} --help 查看可用的选项。', en: 'See juanzong {verb} --help.' },
  },
  'cli/missing-value': {
    say: { zh: '选项“{option}”后面缺少取值。', en: 'The option “{option}” needs a value.' },
    fix: { zh: '请在选项后写上取值；用 --help 查看写法。', en: 'Write the value after the option; see --help.' },
  },
  'cli/missing-argument': {
    say: { zh: '缺少参数“{argument}”。', en: 'The argument “{argument}” is missing.' },
    fix: { zh: '用 juanzong {verb} --help 查看用法。', en: 'See juanzong {verb} --help.' },
  },
  'cli/extra-argument': {
    say: { zh: '参数过多。', en: 'There are too many arguments.' },
    fix: {
      zh: '一次只处理一个文件夹；路径里有空格时请用引号括起来。',
      en: 'One folder at a time; quote a path that has spaces.',
    },
  },
  'cli/bad-value': {
    say: { zh: '选项“{option}”不能取“{value}”。', en: 'The option “{option}” cannot be “{value}”.' },
    fix: { zh: '可取：{choices}。', en: 'Use one of: {choices}.' },
  },
  'cli/bad-date': {
    say: { zh: '“{value}”不是日历上的日期。', en: '“{value}” is not a day of the calendar.' },
    fix: { zh: '请写成 YYYY-MM-DD，例如 2025-03-01。', en: 'Write YYYY-MM-DD, for example 2025-03-01.' },
  },
  'cli/folder-not-empty': {
    say: {
      zh: '文件夹“{folder}”里已有内容，没有在其中新建卷宗。',
      en: 'The folder “{folder}” is not empty; no dossier was made.',
    },
    fix: { zh: '请换一个新的文件夹名。', en: 'Choose a new folder name.' },
  },
  'cli/exists': {
    say: {
      zh: '输出“{path}”已经存在，没有覆盖，也没有写出任何文件。',
      en: 'The output “{path}” exists; nothing was overwritten and nothing was written.',
    },
    fix: {
      zh: '确认要覆盖时加上 --force，或用 --out 换一个文件夹。',
      en: 'Add --force to overwrite, or choose another folder with --out.',
    },
  },
  'cli/errors-stand': {
    say: { zh: '还有错误 {count} 项，没有生成正式件。', en: '{count} errors stand; the final papers were not made.' },
    fix: {
      zh: '请先按 juanzong check 的结果改好；要先看样子，用 --profile preview；确要照现状输出，加 --force（页面印“未通过核对”）。',
      en: 'Put right what juanzong check says first; --profile preview shows a preview; --force writes as it is, marked “未通过核对”.',
    },
  },
  'cli/glyphs-missing': {
    say: {
      zh: '有 {count} 个字在现有字体里找不到字形，没有生成正式件。',
      en: '{count} characters are in no font; the final papers were not made.',
    },
    fix: {
      zh: '请按下面列出的位置改用常用写法，或在 unit.yaml 的 fonts 里添加含有该字的字体。',
      en: 'Write them another way at the places below, or add a font that has them under fonts in unit.yaml.',
    },
  },
  'cli/overfull': {
    say: {
      zh: '有 {count} 处内容放不下，没有生成正式件。',
      en: '{count} cells cannot hold their text; the final papers were not made.',
    },
    fix: { zh: '请按下面列出的位置缩短文字。', en: 'Shorten the text at the places below.' },
  },
  'cli/unknown-procedure': {
    say: { zh: '找不到事项“{procedure}”。', en: 'There is no procedure “{procedure}”.' },
    fix: {
      zh: '请写事项的文件夹（内有 procedure.yaml），或下列编号之一：{known}。',
      en: 'Name a folder with procedure.yaml in it, or one of these ids: {known}.',
    },
  },
  'cli/verify-nothing': {
    say: { zh: '“{path}”既不是成果包文件夹，也不是 ZIP 文件。', en: '“{path}” is neither a bundle folder nor a ZIP.' },
    fix: {
      zh: '请指向含有 bagit.txt 的文件夹或成果包的 ZIP 文件。',
      en: 'Name the folder with bagit.txt in it, or the ZIP.',
    },
  },
  'fonts/no-glyph': {
    say: {
      zh: '《{form}》“{near}”中的“{char}”（{code}）在现有字体里没有字形，页面上暂以“〓”代替。',
      en: '{form}: “{char}” ({code}) in “{near}” is in no font; 〓 stands in its place.',
    },
    fix: {
      zh: '请核对这个字；确需使用的，在 unit.yaml 的 fonts 里指定含有该字的字体文件。',
      en: 'Check the character; if it is right, name a font file that has it under fonts in unit.yaml.',
    },
  },
  'forms/no-room': {
    say: {
      zh: '《{form}》第 {page} 页有一栏放不下内容：“{text}……”。',
      en: '{form}, page {page}: a cell cannot hold its text: “{text}…”.',
    },
    fix: { zh: '请缩短这一栏的文字。', en: 'Shorten this text.' },
  },
  'evidence/private-name': {
    say: {
      zh: '文件名“{file}”里有证件号码、电话或住址，这些不能出现在成果包的文件名里。',
      en: 'The file name “{file}” holds an identity number, a phone or an address, which may stand in no file name of the bundle.',
    },
    fix: {
      zh: '请给文件改名（如“身份证.jpg”），dossier.yaml 里写到它的地方一并改。',
      en: 'Rename the file, and where dossier.yaml names it.',
    },
  },
  'forms/private': {
    say: {
      zh: '《{form}》要公示，“{cell}”一栏里有证件号码、电话、银行卡号、邮箱或住址：“{near}”。没有输出。',
      en: '{form} is to be posted, and its cell “{cell}” holds an identity number, a phone, a bank card, an e-mail or an address: “{near}”. Nothing was written.',
    },
    fix: {
      zh: '请把它从这一栏的文字里去掉；公示表上不需要这些信息。',
      en: 'Take it out of that text; a posted sheet needs none of it.',
    },
  },
  'forms/private-file': {
    say: {
      zh: '要公示的文件“{form}”的文字、文件名、书签或文档属性里有证件号码、电话、银行卡号、邮箱或住址：“{near}”。没有输出。',
      en: 'The text, name, bookmarks or properties of “{form}”, which is to be posted, hold an identity number, a phone, a bank card, an e-mail or an address: “{near}”. Nothing was written.',
    },
    fix: {
      zh: '请按引号里的文字找到填写的地方，把它去掉；单位的监督电话请填在 unit.yaml 的 posting.supervision。',
      en: 'Find where the quoted text was filled in and take it out; the supervision line of the unit belongs under posting.supervision in unit.yaml.',
    },
  },
  'cli/interrupted': {
    say: { zh: '已中断，未完成的输出已清除。', en: 'Interrupted; unfinished output was removed.' },
    fix: { zh: '重新运行同一条命令即可。', en: 'Run the same command again.' },
  },
  'cli/bug': {
    say: {
      zh: '程序自身出了差错，没有写出不完整的结果。',
      en: 'The program itself failed; no half-made result was written.',
    },
    fix: {
      zh: '请把下面的技术信息（不含个人信息）发给维护者。',
      en: 'Please send the technical details below to the maintainers; they hold no personal data.',
    },
  },
} satisfies Words
