import type { Words } from './word.ts'

/** Words about one PDF. */
export const evidencePdfWords = {
  'evidence/password': {
    say: { zh: 'PDF 设了打开密码，这里读不了。', en: 'The PDF needs a password to open.' },
    fix: {
      zh: '请用密码打开后“打印”成 PDF，或去掉密码另存，再放进来。',
      en: 'Open it with the password and print it to PDF, or save it without the password.',
    },
  },
  'evidence/broken-pdf': {
    say: { zh: 'PDF 不完整或已损坏，打不开。', en: 'The PDF is incomplete or damaged and does not open.' },
    fix: {
      zh: '请重新下载或重新扫描；能用别的软件打开的，请“打印”成新的 PDF。',
      en: 'Download or scan it again; if another program opens it, print it to a new PDF.',
    },
  },
  'evidence/no-pages': {
    say: { zh: 'PDF 里一页也没有。', en: 'The PDF has no page.' },
    fix: { zh: '请重新导出或重新扫描。', en: 'Export or scan it again.' },
  },
  'evidence/page-missing': {
    say: {
      zh: 'PDF 自称共 {pages} 页，但这一页找不到。',
      en: 'The PDF says that it has {pages} pages, but this one cannot be found.',
    },
    fix: {
      zh: '请重新下载；能用别的软件打开的，请“打印”成新的 PDF 并核对页数。',
      en: 'Download it again, or print it to a new PDF and check the number of pages.',
    },
  },
  'evidence/stray-pages': {
    say: {
      zh: 'PDF 显示 {pages} 页，文件里另有 {stray} 页没有排进去；可能是删除后留下的，也可能是缺页。',
      en: 'The PDF shows {pages} pages; {stray} more are in the file: deleted ones left behind, or pages that are missing.',
    },
    fix: {
      zh: '请核对页数；对的话不必处理，不对的请重新导出或“打印”成新的 PDF。',
      en: 'Check the number of pages; if it is wrong, export it again or print it to a new PDF.',
    },
  },
  'evidence/too-many-annotations': {
    say: {
      zh: '这一页有 {count} 个批注或填写栏，超过 {limit} 个，无法排进合订本。',
      en: 'This page has {count} annotations or fields, more than {limit}; it cannot be merged.',
    },
    fix: { zh: '请把文件“打印”成新的 PDF，再放进来。', en: 'Print the file to a new PDF.' },
  },
  'evidence/page-too-wide': {
    say: {
      zh: '这一页的边长约 {metres} 米，超过 PDF 页面的上限（5.08 米）；随卷保存，不排进合订本。',
      en: 'A side of this page is about {metres} m long, more than a page of a PDF may be (5.08 m); it is carried, not merged.',
    },
    fix: {
      zh: '请按实际纸张大小重新导出或“打印”成 PDF。',
      en: 'Export it again or print it to PDF at the size of its paper.',
    },
  },
  'evidence/too-many-pages': {
    say: {
      zh: '文件共 {pages} 页，超过 {limit} 页；随卷保存，不排进合订本。',
      en: 'The file has {pages} pages, more than {limit}; it is carried, not merged.',
    },
    fix: { zh: '请拆开，只留需要的页。', en: 'Split it and keep the pages that are needed.' },
  },
  'evidence/too-large': {
    say: {
      zh: '文件有 {megabytes} MB，超过 {limit} MB；随卷保存，不排进合订本。',
      en: 'The file has {megabytes} MB, more than {limit} MB; it is carried, not merged.',
    },
    fix: { zh: '请按 300 dpi 重新扫描，或拆开后只留需要的页。', en: 'Scan it again at 300 dpi, or split it.' },
  },
  'evidence/pdf-repaired': {
    say: {
      zh: 'PDF 的结构有损坏，已按能读到的内容重建。',
      en: 'The structure of the PDF is damaged; what could be read was put together again.',
    },
    fix: {
      zh: '请在合订本里逐页核对，看有没有缺页、缺字。',
      en: 'Compare its pages in the reading copy with the original.',
    },
  },
  'evidence/fast-web-view': {
    say: {
      zh: 'PDF 为网页快速显示编排过（线性化）；它的显示索引没有核对，页面按内容本身读取。',
      en: 'The PDF is arranged for fast web view; its display index was not checked, the pages were read by themselves.',
    },
    fix: {
      zh: '不必处理；个别软件打开异常时，另存一次即可。',
      en: 'Nothing to do; save it anew if a program has trouble with it.',
    },
  },
  'evidence/page-count-unsure': {
    say: {
      zh: 'PDF 读出 {pages} 页，换一种方法数是 {counted} 页。',
      en: 'The PDF was read as {pages} pages; counted in another way it has {counted}.',
    },
    fix: {
      zh: '请核对页数，看有没有缺页；不对的请重新导出或“打印”成新的 PDF。',
      en: 'Check the number of pages; export it again or print it to a new PDF if some are missing.',
    },
  },
  'evidence/owner-locked': {
    say: {
      zh: 'PDF 限制了编辑，但可以打开；合订本用的是阅读副本，原件原样保存。',
      en: 'The PDF restricts editing but opens; the reading copy holds its pages, the original is kept as it is.',
    },
    fix: { zh: '不必处理。', en: 'Nothing to do.' },
  },
  'evidence/signed': {
    say: {
      zh: 'PDF 有 {count} 处电子签名；合订本里的阅读副本不保留签名的效力，原件原样保存。',
      en: 'The PDF has {count} signature(s); the reading copy does not keep them valid, the original is kept as it is.',
    },
    fix: {
      zh: '需要验证签名的，请打开原件。有效性未验证。',
      en: 'Open the original to verify the signature; it was not verified here.',
    },
  },
  'evidence/form': {
    say: {
      zh: 'PDF 里有可填写的栏；合订本里固定为现在的内容。',
      en: 'The PDF has form fields; the reading copy shows what they hold now.',
    },
    fix: { zh: '请确认各栏已填好。', en: 'Make sure that the fields are filled in.' },
  },
  'evidence/xfa': {
    say: {
      zh: 'PDF 是动态表单（XFA），各软件显示的内容可能不同。',
      en: 'The PDF is a dynamic form (XFA); programs may show different content.',
    },
    fix: {
      zh: '请在能正常显示的软件里“打印”成 PDF，再放进来。',
      en: 'Print it to PDF in a program that shows it properly.',
    },
  },
  'evidence/active-content': {
    say: {
      zh: 'PDF 里有脚本或自动动作；合订本里不会带上，也不会执行。',
      en: 'The PDF holds scripts or actions; they are neither run nor taken over.',
    },
    fix: {
      zh: '不必处理；来历不明的文件请先核实。',
      en: 'Nothing to do, unless you do not know where the file comes from.',
    },
  },
  'evidence/attachments': {
    say: {
      zh: 'PDF 里夹带了附件（{count} 个以上），合订本里看不到。',
      en: 'The PDF carries attachments ({count} or more), which the reading copy does not show.',
    },
    fix: {
      zh: '附件也要用的，请另存出来单独放进 evidence 文件夹。',
      en: 'Save them as files of their own where they are needed.',
    },
  },
  'evidence/layers': {
    say: {
      zh: 'PDF 里有平时不显示的图层；第 {pages} 页在合订本里按显示的样子存成图片。',
      en: 'The PDF has layers that are not shown; pages {pages} are pictures of what is shown in the reading copy.',
    },
    fix: {
      zh: '请在合订本里核对这些页；不清楚的，请把文件“打印”成新的 PDF。',
      en: 'Look at these pages in the reading copy; print the file to a new PDF if they are not clear.',
    },
  },
  'evidence/layers-fonts': {
    say: {
      zh: 'PDF 里有平时不显示的图层，而且这一页的字体没有放进文件，无法照原样排进合订本。',
      en: 'The PDF has layers that are not shown and this page uses fonts that are not in the file: it cannot be merged as it looks.',
    },
    fix: {
      zh: '请用能正常显示的软件把它“打印”成新的 PDF。',
      en: 'Print it to a new PDF in a program that shows it properly.',
    },
  },
} satisfies Words
