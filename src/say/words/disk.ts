import type { Words } from './word.ts'

/** What files and folders may be wrong in. */
export const diskWords = {
  'dossier/in-use': {
    say: {
      zh: '这个卷宗正被“{who}”（电脑 {machine}）使用，自 {since} 起。',
      en: 'The dossier has been in use by “{who}” (computer {machine}) since {since}.',
    },
    fix: {
      zh: '请等对方完成后再运行。确知没有人在用（例如电脑曾断电）时，删除卷宗里的 .juanzong/lock 再运行。',
      en: 'Run again when they have finished. Where nobody is at work (after a power cut), delete .juanzong/lock in the dossier first.',
    },
  },
  'disk/missing': {
    say: { zh: '找不到“{file}”。', en: '“{file}” is not there.' },
    fix: { zh: '请核对路径和文件名。', en: 'Check the path and the name.' },
  },
  'disk/no-permission': {
    say: { zh: '没有读取“{file}”的权限。', en: 'You may not read “{file}”.' },
    fix: {
      zh: '请在文件属性中允许当前用户读取，或把它复制到自己的文件夹。',
      en: 'Allow the current user to read it, or copy it to a folder of your own.',
    },
  },
  'disk/is-folder': {
    say: { zh: '“{file}”是文件夹，这里需要文件。', en: '“{file}” is a folder; a file is wanted here.' },
    fix: { zh: '请指定其中的文件。', en: 'Name a file in it.' },
  },
  'disk/not-a-folder': {
    say: { zh: '“{file}”不是文件夹。', en: '“{file}” is not a folder.' },
    fix: { zh: '请指定卷宗文件夹。', en: 'Name the folder of the dossier.' },
  },
  'disk/not-a-file': {
    say: { zh: '“{file}”不是普通文件（是设备、管道或套接字）。', en: '“{file}” is a device, a pipe or a socket.' },
    fix: { zh: '请换成普通文件。', en: 'Use a regular file.' },
  },
  'disk/link': {
    say: { zh: '“{file}”是链接（快捷方式），不会跟随打开。', en: '“{file}” is a link and is not followed.' },
    fix: { zh: '请把所指的文件本身复制过来。', en: 'Copy the file itself here.' },
  },
  'disk/changed': {
    say: { zh: '“{file}”在读取过程中发生了变化。', en: '“{file}” changed while it was being read.' },
    fix: {
      zh: '请等它保存、下载或同步完成，再运行一次。',
      en: 'Wait until it has been saved, downloaded or synchronised, then run again.',
    },
  },
  'disk/too-large': {
    say: { zh: '“{file}”超过 {limit} MB。', en: '“{file}” is larger than {limit} MB.' },
    fix: { zh: '请压缩或拆分后再放入。', en: 'Compress or split it.' },
  },
  'disk/busy': {
    say: { zh: '“{file}”正被其他程序占用。', en: '“{file}” is in use by another program.' },
    fix: { zh: '请先关闭打开它的程序。', en: 'Close the program that holds it.' },
  },
  'disk/unreadable': {
    say: { zh: '“{file}”读不出来（系统答复 {why}）。', en: '“{file}” cannot be read (the system says {why}).' },
    fix: {
      zh: '请核对磁盘或网络文件夹是否正常，再试一次。',
      en: 'Check the disk or the network folder and try again.',
    },
  },
  'disk/too-many': {
    say: {
      zh: '“{file}”之下超过 {limit} 个文件，不像是卷宗文件夹。',
      en: 'There are more than {limit} files below “{file}”, too many for a dossier.',
    },
    fix: { zh: '请核对是否指错了文件夹。', en: 'Check whether this is the right folder.' },
  },
  'disk/too-deep': {
    say: { zh: '“{file}”之下的文件夹嵌套过深。', en: 'The folders below “{file}” are nested too deep.' },
    fix: {
      zh: '请核对是否指错了文件夹，或减少层数。',
      en: 'Check whether this is the right folder, or use fewer levels.',
    },
  },
  'disk/exists': {
    say: { zh: '“{file}”已经存在，没有覆盖。', en: '“{file}” is already there and was left alone.' },
    fix: {
      zh: '请换一个输出位置；确要替换的，加 --force。',
      en: 'Choose another place, or add --force to replace it.',
    },
  },
  'disk/folder-there': {
    say: {
      zh: '“{file}”是已有的文件夹，不能用文件替换。',
      en: '“{file}” is a folder and cannot be replaced by a file.',
    },
    fix: { zh: '请换一个文件名。', en: 'Choose another name.' },
  },
  'disk/not-ours': {
    say: {
      zh: '“{file}”里有不是本程序生成的内容，没有替换。',
      en: '“{file}” holds something that this program did not make, and was left alone.',
    },
    fix: { zh: '请换一个文件夹，或先把其中的内容移走。', en: 'Choose another folder, or move its content away.' },
  },
  'disk/denied': {
    say: { zh: '没有写入“{file}”的权限。', en: 'You may not write “{file}”.' },
    fix: { zh: '请换一个自己有权写入的文件夹。', en: 'Choose a folder in which you may write.' },
  },
  'disk/read-only': {
    say: { zh: '“{file}”所在的磁盘是只读的。', en: 'The disk of “{file}” is read-only.' },
    fix: { zh: '请换一个可以写入的位置。', en: 'Choose another place.' },
  },
  'disk/full': {
    say: { zh: '磁盘空间不足，“{file}”没有写成。', en: 'The disk is full; “{file}” was not written.' },
    fix: { zh: '请腾出空间后再运行一次。', en: 'Make room and run again.' },
  },
  'disk/held-open': {
    say: {
      zh: '“{file}”正被其他程序打开，不能替换。',
      en: '“{file}” is open in another program and cannot be replaced.',
    },
    fix: {
      zh: '请先关闭“{file}”（例如 PDF 阅读器或 WPS），再运行一次。',
      en: 'Close “{file}” (in the PDF viewer or WPS) and run again.',
    },
  },
  'disk/no-folder': {
    say: { zh: '“{file}”所在的文件夹不存在。', en: 'The folder of “{file}” does not exist.' },
    fix: { zh: '请先建立这个文件夹，或换一个位置。', en: 'Make the folder, or choose another place.' },
  },
  'disk/name-too-long': {
    say: { zh: '“{file}”的名称或路径过长。', en: 'The name or path of “{file}” is too long.' },
    fix: { zh: '请缩短文件名，或放到更浅的文件夹。', en: 'Shorten the name, or use a folder nearer to the top.' },
  },
  'disk/short': {
    say: { zh: '“{file}”没有写完整。', en: '“{file}” was not written completely.' },
    fix: {
      zh: '请核对磁盘或网络文件夹是否正常，再运行一次。',
      en: 'Check the disk or the network folder and run again.',
    },
  },
  'disk/unwritable': {
    say: { zh: '“{file}”写不进去（系统答复 {why}）。', en: '“{file}” cannot be written (the system says {why}).' },
    fix: { zh: '请换一个位置，或核对磁盘后再试。', en: 'Choose another place, or check the disk.' },
  },
  'disk/bad-path': {
    say: { zh: '“{value}”不能用作“{file}”里的文件名。', en: '“{value}” cannot name a file in “{file}”.' },
    fix: { zh: '请改用不含特殊字符的名称。', en: 'Use a name without special characters.' },
  },
  'disk/found-link': {
    say: { zh: '“{file}”是链接（快捷方式），没有打开。', en: '“{file}” is a link and was not opened.' },
    fix: { zh: '请把所指的文件本身复制到 evidence 文件夹。', en: 'Copy the file itself into the evidence folder.' },
  },
  'disk/found-device': {
    say: { zh: '“{file}”不是普通文件，没有打开。', en: '“{file}” is no regular file and was not opened.' },
    fix: { zh: '请移走，换成普通文件。', en: 'Move it away and use a regular file.' },
  },
  'disk/found-name': {
    say: {
      zh: '“{file}”的名称不是 UTF-8 编码，无法打开。',
      en: 'The name of “{file}” is not UTF-8 and cannot be opened.',
    },
    fix: { zh: '请重新命名这个文件。', en: 'Rename the file.' },
  },
  'disk/found-denied': {
    say: { zh: '没有打开文件夹“{file}”的权限。', en: 'You may not open the folder “{file}”.' },
    fix: { zh: '请在属性中允许当前用户读取。', en: 'Allow the current user to read it.' },
  },
  'disk/twins': {
    say: {
      zh: '“{file}”与“{other}”在 Windows 上是同一个名称。',
      en: '“{file}” and “{other}” are one name on Windows.',
    },
    fix: { zh: '请给其中一个改名。', en: 'Rename one of them.' },
  },
  'disk/path-empty': {
    say: { zh: '文件名是空的。', en: 'The file name is empty.' },
    fix: { zh: '请写出文件名。', en: 'Write a name.' },
  },
  'disk/path-absolute': {
    say: {
      zh: '“{part}”是绝对路径，换一台电脑就找不到。',
      en: '“{part}” is an absolute path, which no other machine has.',
    },
    fix: {
      zh: '请把文件放进卷宗文件夹，写从那里开始的路径，如 evidence/合同.pdf。',
      en: 'Put the file into the dossier folder and write the path from there, such as evidence/contract.pdf.',
    },
  },
  'disk/path-above': {
    say: {
      zh: '路径里有“{part}”，会走出卷宗文件夹。',
      en: 'The path holds “{part}”, which leads out of the dossier folder.',
    },
    fix: {
      zh: '请把文件放进卷宗文件夹，写从那里开始的路径。',
      en: 'Put the file into the dossier folder and write the path from there.',
    },
  },
  'disk/path-control': {
    say: { zh: '名称“{part}”里有看不见的字符。', en: 'The name “{part}” holds invisible characters.' },
    fix: { zh: '请重新命名。', en: 'Rename it.' },
  },
  'disk/path-character': {
    say: {
      zh: '名称“{part}”里有 Windows 不允许的字符（< > : " | ? * \\ 之一）。',
      en: 'The name “{part}” holds a character that Windows does not allow (one of < > : " | ? * \\).',
    },
    fix: { zh: '请改名，去掉这些字符。', en: 'Rename it without such characters.' },
  },
  'disk/path-reserved': {
    say: { zh: '名称“{part}”是 Windows 的保留名称。', en: 'The name “{part}” is reserved by Windows.' },
    fix: { zh: '请改名，例如在前面加上字。', en: 'Rename it.' },
  },
  'disk/path-end': {
    say: {
      zh: '名称“{part}”以点或空格结尾，Windows 打不开。',
      en: 'The name “{part}” ends in a dot or a blank, which Windows cannot open.',
    },
    fix: { zh: '请去掉结尾的点或空格。', en: 'Remove it.' },
  },
  'disk/path-long': {
    say: {
      zh: '路径“{part}”超过 240 个字符，Windows 可能打不开。',
      en: 'The path “{part}” is longer than 240 characters, which Windows may not open.',
    },
    fix: { zh: '请缩短文件名或减少文件夹层数。', en: 'Shorten the names or use fewer folders.' },
  },
  'dossier/missing': {
    say: {
      zh: '“{folder}”里没有 dossier.yaml，不是卷宗文件夹。',
      en: 'There is no dossier.yaml in “{folder}”: it is not a dossier.',
    },
    fix: {
      zh: '请核对文件夹；新建卷宗请运行 juanzong new <文件夹>。',
      en: 'Check the folder; juanzong new <folder> makes a new dossier.',
    },
  },
  'dossier/misnamed': {
    say: {
      zh: '“{folder}”里没有 dossier.yaml，但有 {names}。',
      en: 'There is no dossier.yaml in “{folder}”, but {names}.',
    },
    fix: {
      zh: '请核对哪一个是正本，改名为 dossier.yaml。',
      en: 'Find out which one counts and rename it to dossier.yaml.',
    },
  },
  'dossier/second-copy': {
    say: {
      zh: '除 {of} 外还有“{file}”，像是网盘冲突副本或备份，不知道以哪个为准。',
      en: 'Beside {of} there is “{file}”, perhaps a conflict copy of a cloud drive or a backup; it is not clear which one counts.',
    },
    fix: {
      zh: '请核对两个文件，内容合并到 {of} 后把“{file}”移走。',
      en: 'Compare them, bring everything into {of} and move “{file}” away.',
    },
  },
  'procedure/unknown': {
    say: { zh: '找不到事项“{id}”。', en: 'There is no procedure “{id}”.' },
    fix: {
      zh: '已有的事项：{known}。请核对 dossier.yaml 中的 procedure。',
      en: 'Known: {known}. Check procedure in dossier.yaml.',
    },
  },
  'procedure/file-missing': {
    say: { zh: '事项“{folder}”缺少文件 {file}。', en: 'The procedure “{folder}” lacks the file {file}.' },
    fix: { zh: '请补上这个文件，或重新安装本程序。', en: 'Add the file, or reinstall the program.' },
  },
  'procedure/not-word': {
    say: { zh: '{file} 不是能打开的 Word 文件（.docx）。', en: '{file} is no Word file (.docx) that can be opened.' },
    fix: {
      zh: '请在 Word 或 WPS 中打开原表，去掉密码，另存为“.docx”后放回 forms 文件夹。',
      en: 'Open the blank in Word or WPS, take off its password, save it as .docx and put it below forms/.',
    },
  },
  'procedure/no-sample': {
    say: { zh: '事项缺少样例文件 {file}。', en: 'The procedure lacks its sample file {file}.' },
    fix: {
      zh: '请补上样例；编写事项的方法见 templates/README.md。',
      en: 'Add the sample; templates/README.md says how.',
    },
  },
  'procedure/updated': {
    say: {
      zh: '事项“{id}”已更新：卷宗按版本 {before} 填报，现有版本是 {now}。',
      en: 'The procedure “{id}” has been updated: the dossier was made with version {before}, here is version {now}.',
    },
    fix: {
      zh: '请运行 juanzong upgrade 查看有哪些变化，再决定是否采用。',
      en: 'Run juanzong upgrade to see what changed before taking it over.',
    },
  },
  'procedure/changed': {
    say: {
      zh: '事项“{id}”的内容与卷宗所用的不同（校验值 {before}，现为 {now}）。',
      en: 'The procedure “{id}” differs from the one that the dossier was made with (digest {before}, now {now}).',
    },
    fix: {
      zh: '请运行 juanzong upgrade 查看有哪些变化，再决定是否采用。',
      en: 'Run juanzong upgrade to see what changed before taking it over.',
    },
  },
} satisfies Words
