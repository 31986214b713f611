import type { Phrase, Words } from './word.ts'

/** Lines of `juanzong doctor`. */
export const doctorFrame = {
  program: { zh: '程序', en: 'Program' },
  'program.version': { zh: 'juanzong {version}', en: 'juanzong {version}' },
  'program.node': { zh: 'Node.js {node}（要求 {wanted}）', en: 'Node.js {node} (asked for: {wanted})' },
  'program.platform': { zh: '系统：{platform} {arch} {release}', en: 'System: {platform} {arch} {release}' },
  'program.time': {
    zh: '时区 {offset}，区域 {locale}（仅供记录：日期一律按北京时间，排序不随区域变化）',
    en: 'Time zone {offset}, locale {locale} (for the record: days are those of Beijing, sorting does not follow the locale)',
  },
  'program.sm3': { zh: '国密 SM3 校验码：{state}', en: 'SM3 digests: {state}' },
  fonts: { zh: '字体', en: 'Fonts' },
  'fonts.role': { zh: '{role}：{files}', en: '{role}: {files}' },
  'fonts.bold': { zh: '{role}（加粗）：{files}', en: '{role} (bold): {files}' },
  'fonts.file': { zh: '{file}：{state}，许可 {licence}', en: '{file}: {state}, licence {licence}' },
  'fonts.own': {
    zh: '单位自备 {role}：{file}（{name}），{embedding}，{subset}',
    en: 'of the unit, {role}: {file} ({name}), {embedding}, {subset}',
  },
  'role.song': { zh: '宋体', en: 'Song' },
  'role.hei': { zh: '黑体', en: 'Hei' },
  'role.fang': { zh: '仿宋', en: 'FangSong' },
  'role.kai': { zh: '楷体', en: 'Kai' },
  'role.rare': { zh: '生僻字', en: 'rare characters' },
  'state.right': { zh: '完好', en: 'intact' },
  'state.changed': { zh: '与登记的校验值不同', en: 'differs from its digest' },
  'state.missing': { zh: '缺少', en: 'missing' },
  'embedding.installable': { zh: '许可标记：可安装、可嵌入', en: 'licence bits: installable' },
  'embedding.editable': { zh: '许可标记：可嵌入并编辑', en: 'licence bits: editable embedding' },
  'embedding.preview-print': { zh: '许可标记：仅供查看和打印', en: 'licence bits: preview and print' },
  'embedding.unstated': { zh: '文件里没有许可标记', en: 'no licence bits in the file' },
  'subset.true': { zh: '可只嵌入用到的字', en: 'may be subset' },
  'subset.false': { zh: '须整个嵌入', en: 'embedded whole only' },
  procedures: { zh: '事项', en: 'Procedures' },
  'procedures.one': { zh: '{id}（版本 {version}）：{counts}', en: '{id} (version {version}): {counts}' },
  'procedures.unreadable': { zh: '{id}：读不出来', en: '{id}: cannot be read' },
  folder: { zh: '文件夹 {folder}', en: 'Folder {folder}' },
  'folder.writable': { zh: '可以写入', en: 'can be written' },
  'folder.read-only': { zh: '不能写入', en: 'cannot be written' },
  'folder.missing': { zh: '没有这个文件夹', en: 'is not there' },
  'folder.path': {
    zh: '路径已用 {used} 个字符，Windows 上还可用 {free} 个',
    en: 'its path takes {used} characters, {free} are left on Windows',
  },
  tools: { zh: '可选工具（没有也不影响使用）', en: 'Optional tools (nothing needs them)' },
  'tools.one': { zh: '{name}：{state}——{use}', en: '{name}: {state} — {use}' },
  'tool.soffice': { zh: '用来查看、打印 DOCX', en: 'shows and prints DOCX' },
  'tool.qpdf': { zh: '可另行检查 PDF 的结构', en: 'checks the structure of PDFs' },
  'tool.pdftotext': { zh: '可另行核对 PDF 里能复制的文字', en: 'shows what can be copied from PDFs' },
  yes: { zh: '有', en: 'yes' },
  no: { zh: '没有', en: 'no' },
  unknown: { zh: '未设置', en: 'not set' },
  'next.well': {
    zh: '一切就绪；juanzong new 我的卷宗 可新建卷宗。',
    en: 'all is well; juanzong new my-dossier makes a dossier.',
  },
  'next.mend': {
    zh: '按上面的“→”处理后，再运行 juanzong doctor。',
    en: 'do what the “→” say, then run juanzong doctor again.',
  },
} satisfies Readonly<Record<string, Phrase>>

export const doctorWords = {
  'doctor/node-old': {
    say: {
      zh: 'Node.js 的版本是 {node}，低于要求的 {wanted}。',
      en: 'Node.js is {node}; {wanted} is asked for.',
    },
    fix: { zh: '请安装新的 Node.js 长期支持版（LTS）。', en: 'Install a current LTS version of Node.js.' },
  },
  'doctor/folder-missing': {
    say: { zh: '没有“{folder}”这个文件夹。', en: 'There is no folder “{folder}”.' },
    fix: { zh: '请核对路径；路径里有空格时用引号括起来。', en: 'Compare the path; quote it where it has spaces.' },
  },
  'doctor/folder-read-only': {
    say: { zh: '文件夹“{folder}”不能写入。', en: 'The folder “{folder}” cannot be written.' },
    fix: {
      zh: '请换一个文件夹，或用 --out 把结果写到别处；网盘同步文件夹、U 盘写保护、“受控文件夹访问”都会造成这种情况。',
      en: 'Choose another folder, or write the results elsewhere with --out; cloud folders, write-protected sticks and controlled folder access cause this.',
    },
  },
  'doctor/path-long': {
    say: {
      zh: '文件夹“{folder}”的路径较长，在 Windows 上只剩 {free} 个字符可用。',
      en: 'The path of the folder “{folder}” is long; {free} characters are left on Windows.',
    },
    fix: {
      zh: '请把卷宗移到更短的路径，如 D:\\卷宗。成果包里的路径最长约 {needed} 个字符。',
      en: 'Move the dossier to a shorter path, such as D:\\dossier. Paths inside a bundle take up to about {needed} characters.',
    },
  },
  'doctor/procedure-errors': {
    say: {
      zh: '事项“{procedure}”本身有错误 {count} 项。',
      en: 'The procedure “{procedure}” itself has {count} errors.',
    },
    fix: {
      zh: '请运行 juanzong lint {procedure} 查看；随程序提供的事项出错时请重新安装。',
      en: 'Run juanzong lint {procedure}; reinstall if it is one that came with the program.',
    },
  },
  'doctor/no-sm3': {
    say: {
      zh: '这个 Node.js 不能计算国密 SM3，成果包只带 SHA-256 校验码。',
      en: 'This Node.js cannot compute SM3; bundles carry SHA-256 digests only.',
    },
    fix: {
      zh: '不影响提交；需要 SM3 的，请用官网的 Node.js。',
      en: 'Nothing is lost; for SM3 use Node.js from its own site.',
    },
  },
} satisfies Words
