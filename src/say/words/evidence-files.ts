import type { Words } from './word.ts'

/** Words about one file: what it is and whether it can be read. */
export const evidenceFileWords = {
  'evidence/empty': {
    say: { zh: '文件是空的（0 字节）。', en: 'The file is empty (0 bytes).' },
    fix: {
      zh: '请重新复制或下载；网盘文件请先等同步完成。',
      en: 'Copy or download it again; let a cloud folder finish first.',
    },
  },
  'evidence/name-differs': {
    say: {
      zh: '文件名的结尾是 .{ending}，内容其实是 {kind}；已按内容读取。',
      en: 'The name ends in .{ending}, the content is {kind}; it was read by its content.',
    },
    fix: {
      zh: '建议把文件名的结尾改成与内容一致，方便别人打开。',
      en: 'Better give it the ending of its content, so that others can open it.',
    },
  },
  'evidence/false-name': {
    say: {
      zh: '文件名的结尾是 .{ending}，但内容不是图片或 PDF，打不开。',
      en: 'The name ends in .{ending}, but the content is neither a picture nor a PDF.',
    },
    fix: {
      zh: '请打开原来的文件核对；下载来的，可能存下的是网页或登录提示，请重新下载。',
      en: 'Look at the original; a download may have saved a web page instead, so download it again.',
    },
  },
  'evidence/not-merged': {
    say: {
      zh: '{kind} 文件随卷保存并列入目录，但不能排进合订本。',
      en: 'A {kind} file is carried and listed, but cannot be set into the reading copy.',
    },
    fix: {
      zh: '需要让评审看到内容的，请另存为 PDF 再放进来。',
      en: 'Save it as PDF where reviewers should see its pages.',
    },
  },
  'evidence/odd-archive': {
    say: {
      zh: '文件不完整，或者里面的文件名不规范；随卷保存，但别人可能打不开。',
      en: 'The file is incomplete, or holds names that it should not; it is carried, but others may not be able to open it.',
    },
    fix: {
      zh: '请确认能正常打开；打不开的，请重新下载或重新导出。',
      en: 'Make sure that it opens; download or export it again if it does not.',
    },
  },
  'evidence/locked-archive': {
    say: { zh: '文件设了密码，别人打不开。', en: 'The file is locked with a password.' },
    fix: { zh: '请去掉密码另存，再放进来。', en: 'Save it without the password.' },
  },
  'evidence/empty-archive': {
    say: { zh: '压缩包里一个文件也没有。', en: 'The archive holds no file.' },
    fix: { zh: '请重新压缩，或把里面的文件直接放进来。', en: 'Pack it again, or put the files themselves here.' },
  },
  'evidence/unknown-kind': {
    say: {
      zh: '认不出这是什么文件；随卷保存，不排进合订本。',
      en: 'This kind of file is not known; it is carried, not merged.',
    },
    fix: {
      zh: '请确认能正常打开；需要让评审看到内容的，请另存为 PDF 或 JPEG。',
      en: 'Make sure that it opens; save it as PDF or JPEG where reviewers should see it.',
    },
  },
  'evidence/rare-format': {
    say: {
      zh: '{kind} 图片不是常用的存档格式，有的软件打不开；合订本里转存成 {stored}，原件原样保存。',
      en: 'A {kind} picture is no usual format for archiving and some programs cannot open it; the reading copy holds it as {stored}, the original is kept as it is.',
    },
    fix: { zh: '建议另存为 JPEG 或 PNG 再放进来。', en: 'Better save it as JPEG or PNG.' },
  },
  'evidence/several-pictures': {
    say: {
      zh: '文件里有 {pictures} 张照片，合订本里只有主照片。',
      en: 'The file holds {pictures} photographs; only the main one is in the reading copy.',
    },
    fix: {
      zh: '其余照片也要用的，请在手机上分别导出成单独的文件。',
      en: 'Export the others as files of their own where they are needed.',
    },
  },
  'evidence/cannot-merge-bmp': {
    say: { zh: '这是 BMP 图片，这里读不了。', en: 'This is a BMP picture, which cannot be read here.' },
    fix: {
      zh: '请用“画图”打开，点“文件-另存为-PNG 图片”，再把 PNG 放进来。',
      en: 'Open it in a picture program and save it as PNG or JPEG.',
    },
  },
  'evidence/too-slow': {
    say: {
      zh: '打开超过 {seconds} 秒仍未完成，已停止；文件随卷保存，不排进合订本。其他文件不受影响。',
      en: 'It was not open after {seconds} seconds and was stopped; it is carried, not merged. Other files are not affected.',
    },
    fix: {
      zh: '请用能正常打开的软件把它“打印”成新的 PDF，或拆成几个文件，再放进来；电脑正忙的，请稍后再试。',
      en: 'Print it to a new PDF or split it; if the machine was busy, try again.',
    },
  },
  'evidence/too-much-memory': {
    say: {
      zh: '打开时占用的内存超过 {gigabytes} GB，已停止；文件随卷保存，不排进合订本。其他文件不受影响。',
      en: 'Opening it took more than {gigabytes} GB of memory and was stopped; it is carried, not merged. Other files are not affected.',
    },
    fix: {
      zh: '请按 300 dpi 重新扫描，或用能正常打开的软件“打印”成新的 PDF，再放进来。',
      en: 'Scan it again at 300 dpi, or print it to a new PDF.',
    },
  },
  'evidence/opening-failed': {
    say: {
      zh: '读取这个文件的进程中途退出，没有读成；文件随卷保存，不排进合订本。其他文件不受影响。',
      en: 'The process that read this file ended half-way; the file is carried, not merged. Other files are not affected.',
    },
    fix: {
      zh: '请用能正常打开的软件把它另存或“打印”成新的 PDF 或图片，再放进来。',
      en: 'Save it anew or print it to a new PDF in a program that opens it.',
    },
  },
  'evidence/broken-picture': {
    say: { zh: '图片不完整或已损坏。', en: 'The picture is incomplete or damaged.' },
    fix: {
      zh: '请从手机、相机或扫描仪重新导出；从微信收的，请点“原图”后再保存。',
      en: 'Export it again from the phone, camera or scanner.',
    },
  },
  'evidence/cut-end': {
    say: {
      zh: '图片文件的末尾缺了一小段；画面已全部读出。',
      en: 'The end of the picture file is missing; all of the picture itself was read.',
    },
    fix: {
      zh: '建议重新复制或导出一次，核对大小是否变了。',
      en: 'Better copy or export it again and see whether its size changes.',
    },
  },
  'evidence/too-many-pixels': {
    say: {
      zh: '图片约 {millions} 百万像素，超过 {limit} 百万；随卷保存，不排进合订本。',
      en: 'The picture has about {millions} megapixels, more than {limit}; it is carried, not merged.',
    },
    fix: {
      zh: '请按 300 dpi 重新扫描，或缩小后另存为 JPEG。',
      en: 'Scan it again at 300 dpi, or make it smaller and save it as JPEG.',
    },
  },
  'evidence/animated': {
    say: {
      zh: '动图共 {frames} 帧，合订本里只有第一帧。',
      en: 'A moving picture of {frames} frames; only the first is in the reading copy.',
    },
    fix: {
      zh: '请确认第一帧就是要用的；否则请把要用的画面另存为图片。',
      en: 'Make sure that the first frame is the one wanted, or save the right one as a picture.',
    },
  },
  'evidence/cmyk': {
    say: {
      zh: '印刷用的 CMYK 图片，排进合订本时颜色会有少许变化。',
      en: 'A CMYK picture for printing; its colours change a little in the reading copy.',
    },
    fix: { zh: '不必处理；在意颜色的，请另存为 RGB 图片。', en: 'Nothing to do; save it as RGB if colours matter.' },
  },
  'evidence/same-file': {
    say: { zh: '与“{other}”的内容完全相同。', en: 'Exactly the same content as “{other}”.' },
    fix: {
      zh: '确是同一份材料的，留一份、在 dossier.yaml 里引用两次即可；放错的，请换成正确的文件。',
      en: 'Keep one and name it twice in dossier.yaml, or put the right file in its place.',
    },
  },
} satisfies Words
