import type { Phrase } from './word.ts'

/** Help of the command line: what each verb and option does. Keys `verb.<verb>`, `option.<name>`, `help.<part>`. */
export const help = {
  'help.about': {
    zh: '卷宗：把一个申报文件夹做成两份表、一份检查报告、一个 PDF 合订本和一个成果包。全程在本机进行，不联网。',
    en: 'Juanzong: from one dossier folder to both forms, a check report, one PDF and one bundle. Nothing leaves this machine.',
  },
  'help.usage': { zh: '用法：', en: 'Usage:' },
  'help.usage-all': { zh: '<命令> [路径] [选项]', en: '<verb> [path] [options]' },
  'help.path': { zh: '路径', en: 'path' },
  'help.code': { zh: '编号', en: 'code' },
  'help.some-options': { zh: '选项', en: 'options' },
  'help.arguments': { zh: '参数：', en: 'Arguments:' },
  'help.options': { zh: '选项：', en: 'Options:' },
  'help.globals': { zh: '各命令通用的选项：', en: 'Options of every verb:' },
  'help.commands': { zh: '命令：', en: 'Verbs:' },
  'help.help': { zh: '显示帮助', en: 'show help' },
  'help.version': { zh: '显示版本号', en: 'show the version' },
  'help.exits': {
    zh: '退出码：0 正常 · 1 有达到界线的检查结果 · 2 用法不对 · 3 读不了 · 4 缺字体或字形 · 5 校验未通过 · 6 写不了 · 7 有错误未改，不出正式件 · 8 正被使用 · 70 程序缺陷 · 130 中断',
    en: 'Exit: 0 fine · 1 findings at or above the bar · 2 wrong use · 3 cannot read · 4 font or glyph missing · 5 verification failed · 6 cannot write · 7 refused, errors stand · 8 in use · 70 our own bug · 130 interrupted',
  },
  'help.logins': {
    zh: '登录地址（{title}；本程序不联网）：',
    en: 'Where to log in ({title}; this program never goes online):',
  },
  'argument.folder': { zh: '卷宗文件夹（内有 dossier.yaml），默认当前文件夹', en: 'dossier folder, default: this one' },
  'argument.folder-asked': { zh: '卷宗文件夹（内有 dossier.yaml）', en: 'dossier folder' },
  'argument.code': {
    zh: '规则或检查项的编号，如 五-三/after-grounds、check/missing-fact',
    en: 'code of a rule or check, such as 五-三/after-grounds or check/missing-fact',
  },
  'argument.new': { zh: '新卷宗的文件夹', en: 'folder of the new dossier' },
  'argument.bundle': { zh: '成果包的文件夹或 ZIP 文件', en: 'folder or ZIP of a bundle' },
  'argument.procedure': {
    zh: '事项的文件夹或编号，默认随本程序提供的全部事项',
    en: 'procedure folder or id, default: all',
  },
  'argument.doctor': {
    zh: '卷宗或单位的文件夹，默认当前文件夹',
    en: 'folder of a dossier or a unit, default: this one',
  },
  'verb.new': { zh: '新建一个带说明的空白卷宗', en: 'make a commented empty dossier' },
  'verb.check': { zh: '核对事实与佐证材料，列出问题和改法', en: 'check facts and evidence, say what to do' },
  'verb.explain': {
    zh: '说明一条规则为什么这样判断：看了哪些事实、在哪一行、依据哪一条',
    en: 'say why a rule answers as it does: facts, lines, clause',
  },
  'verb.fill': {
    zh: '生成全部表单、公示文件和盖章、核对、打印清单（PDF 和 DOCX）',
    en: 'make every form, the posting papers and the lists for sealing, checking and printing (PDF and DOCX)',
  },
  'verb.bundle': {
    zh: '生成成果包：合订本、表、佐证材料原件、报告（文件夹和 ZIP）',
    en: 'make the bundle as a folder and a ZIP',
  },
  'verb.freeze': {
    zh: '冻结公示快照：把公示时的事实和材料记下来，供日后比对',
    en: 'freeze what is posted, so that later changes show',
  },
  'verb.verify': { zh: '校验成果包自生成以来有没有变动', en: 'verify that a bundle has not changed' },
  'verb.lint': { zh: '检查事项文件夹本身是否写对', en: 'check a procedure folder itself' },
  'verb.doctor': {
    zh: '查看程序和这台电脑是否就绪：字体、事项、文件夹',
    en: 'see whether program and machine are ready: fonts, procedures, folder',
  },
  'option.json': { zh: '在标准输出给出 JSON', en: 'print JSON on standard output' },
  'option.lang': { zh: '语言：zh 或 en', en: 'language: zh or en' },
  'option.today': {
    zh: '按这一天核对（YYYY-MM-DD），默认北京时间今天',
    en: 'check as of this day, default: today in Beijing',
  },
  'option.out': { zh: '输出到这个文件夹', en: 'write into this folder' },
  'option.force': {
    zh: '覆盖已有的输出；有错误未改也照常输出并加水印',
    en: 'overwrite older output; write even while errors stand',
  },
  'option.fail-on': {
    zh: '达到哪一级就以退出码 1 结束：error、pending、person、note',
    en: 'exit with 1 at: error, pending, person, note',
  },
  'option.stage': {
    zh: '按哪一阶段核对：draft、posting、submit、correction、confirmed、archived，默认由记录推出',
    en: 'stage to check for, default: from the journal',
  },
  'option.profile': { zh: '用途：{choices}', en: 'profile: {choices}' },
  'option.receipt': { zh: '与这份回执核对总校验码', en: 'hold the top digest against this receipt' },
  'option.set': {
    zh: '假设一项事实是另一个值再核对，可写多次；不改动卷宗',
    en: 'suppose another value for a fact, as often as wanted; nothing is written',
  },
  'option.write': { zh: '重新生成事项文件夹里的 COVERAGE.md 和 RULES.md', en: 'write COVERAGE.md and RULES.md anew' },
  'option.procedure': { zh: '事项编号', en: 'id of the procedure' },
} satisfies Readonly<Record<string, Phrase>>

export type HelpKey = keyof typeof help
