import type { Words } from './word.ts'

/** Words about how a page looks: hints for whoever scanned it, never an error. */
export const evidenceQualityWords = {
  'evidence/blank-page': {
    say: { zh: '第 {pages} 页看上去是空白页。', en: 'Page {pages} looks blank.' },
    fix: {
      zh: '双面扫描带进来的空白页可以删掉；本来有内容的，请重新扫描。',
      en: 'Remove blank backs of a two-sided scan; scan the page again if it should show something.',
    },
  },
  'evidence/low-dpi': {
    say: {
      zh: '第 {pages} 页约 {dpi} dpi（按合订本里的大小计算），低于 {wanted} dpi，打印可能不清楚。',
      en: 'Page {pages} has about {dpi} dpi at its size in the reading copy, less than {wanted}; it may print badly.',
    },
    fix: {
      zh: '请按 300 dpi 重新扫描；用手机拍的，请靠近一些、选最高画质，并发原图。',
      en: 'Scan it again at 300 dpi; take a photograph closer and at full size.',
    },
  },
  'evidence/low-dpi-files': {
    say: {
      zh: '有 {count} 个文件低于 200 dpi（最低约 {dpi} dpi），打印可能不清楚：{files}。',
      en: '{count} files have less than 200 dpi (the lowest about {dpi}) and may print badly: {files}.',
    },
    fix: {
      zh: '请按 300 dpi 重新扫描；用手机拍的，请靠近一些、选最高画质，并发原图。',
      en: 'Scan them again at 300 dpi; take photographs closer and at full size.',
    },
  },
  'evidence/blurred': {
    say: { zh: '第 {pages} 页看上去模糊。', en: 'Page {pages} looks blurred.' },
    fix: {
      zh: '请放大看一看小字；看不清的，请对好焦、拿稳手机重拍，或用扫描仪扫描。',
      en: 'Look at the small print; take it again in focus and with a steady hand, or scan it.',
    },
  },
  'evidence/dark': {
    say: { zh: '第 {pages} 页偏暗。', en: 'Page {pages} is dark.' },
    fix: {
      zh: '请在光线充足、没有阴影的地方重拍，或调亮扫描仪的曝光。',
      en: 'Take it again in good light without shadows, or brighten the scan.',
    },
  },
  'evidence/skewed': {
    say: { zh: '第 {pages} 页放歪了约 {degrees}°。', en: 'Page {pages} is askew by about {degrees}°.' },
    fix: { zh: '请放正后重新扫描或重拍。', en: 'Put it straight and scan or take it again.' },
  },
  'evidence/cut-edge': {
    say: {
      zh: '第 {pages} 页的文字碰到了边缘，可能没有拍全。',
      en: 'Writing on page {pages} runs into the edge; some of it may be cut off.',
    },
    fix: {
      zh: '请核对四边的内容是否完整；不完整的，请留出边缘重新扫描或重拍。',
      en: 'Check all four sides; scan or take it again with some margin.',
    },
  },
  'evidence/no-text-layer': {
    say: {
      zh: '第 {pages} 页是扫描图，没有文字，不能检索和复制。',
      en: 'Page {pages} is a scan without text; it can be neither searched nor copied.',
    },
    fix: {
      zh: '不必处理；手头有电子原版（如知网下载、Word 导出）的，用原版更清楚。',
      en: 'Nothing to do; an electronic original is clearer where there is one.',
    },
  },
  'evidence/no-text-layer-files': {
    say: {
      zh: '有 {count} 个 PDF 含扫描图，没有文字，不能检索和复制：{files}。',
      en: '{count} PDFs hold scans without text, which can be neither searched nor copied: {files}.',
    },
    fix: {
      zh: '不必处理；手头有电子原版（如知网下载、Word 导出）的，用原版更清楚。',
      en: 'Nothing to do; electronic originals are clearer where there are any.',
    },
  },
  'evidence/fonts-not-embedded': {
    say: {
      zh: 'PDF 用到的字体没有放进文件：{fonts}；在别的电脑上字形可能不同或缺字。',
      en: 'Fonts that the PDF uses are not in it: {fonts}; it may look different, or lack characters, on another computer.',
    },
    fix: {
      zh: '请用能正常显示的软件“打印”成 PDF（嵌入字体），再放进来。',
      en: 'Print it to PDF (with fonts embedded) in a program that shows it properly.',
    },
  },
  'evidence/fonts-not-embedded-files': {
    say: {
      zh: '有 {count} 个 PDF 用到的字体没有放进文件，在别的电脑上字形可能不同或缺字：{files}。',
      en: '{count} PDFs use fonts that are not in them and may look different on another computer: {files}.',
    },
    fix: {
      zh: '请用能正常显示的软件“打印”成 PDF（嵌入字体），再放进来。',
      en: 'Print them to PDF (with fonts embedded) in a program that shows them properly.',
    },
  },
  'evidence/fast-web-view-files': {
    say: {
      zh: '有 {count} 个 PDF 为网页快速显示编排过（线性化），显示索引没有核对，页面按内容本身读取：{files}。',
      en: '{count} PDFs are arranged for fast web view; their display index was not checked, the pages were read by themselves: {files}.',
    },
    fix: { zh: '不必处理。', en: 'Nothing to do.' },
  },
  'evidence/chat-picture': {
    say: {
      zh: '像是微信或 QQ 压缩过的图片，细节已经损失。',
      en: 'It looks like a picture that WeChat or QQ made smaller; detail is lost.',
    },
    fix: {
      zh: '请发原图：发送时勾选“原图”，或直接从手机相册拷贝。',
      en: 'Send the original (tick “Full Image”), or copy it from the phone.',
    },
  },
  'evidence/chat-picture-files': {
    say: {
      zh: '有 {count} 张图片像是微信或 QQ 压缩过的，细节已经损失：{files}。',
      en: '{count} pictures look as if WeChat or QQ made them smaller; detail is lost: {files}.',
    },
    fix: {
      zh: '请发原图：发送时勾选“原图”，或直接从手机相册拷贝。',
      en: 'Send the originals (tick “Full Image”), or copy them from the phone.',
    },
  },
  'evidence/same-picture': {
    say: {
      zh: '与“{other}”第 {page} 页是同一张图片（另存过）。',
      en: 'The same picture as page {page} of “{other}”, saved once more.',
    },
    fix: {
      zh: '确是同一份材料的，留清楚的一份、在 dossier.yaml 里引用两次即可；放错的，请换成正确的文件。',
      en: 'Keep the clearer one and name it twice in dossier.yaml, or put the right file in its place.',
    },
  },
} satisfies Words
