import { evidenceFileWords } from './evidence-files.ts'
import { evidencePdfWords } from './evidence-pdf.ts'
import { evidenceQualityWords } from './evidence-quality.ts'
import type { Words } from './word.ts'

/** Words of `evidence/` and `pdfium/`: who claims a file, what it is and whether it can be read. */
export const evidenceWords = {
  ...evidenceFileWords,
  ...evidencePdfWords,
  ...evidenceQualityWords,
  'evidence/missing-file': {
    say: {
      zh: '卷宗里写了这个文件，但文件夹里没有找到。',
      en: 'The dossier names this file, but it is not in the folder.',
    },
    fix: {
      zh: '请把文件放进 evidence 文件夹；文件改过名的，请把 dossier.yaml 里的名称改成一致。',
      en: 'Put the file into the evidence folder, or correct its name in dossier.yaml.',
    },
  },
  'evidence/missing-file-near': {
    say: {
      zh: '卷宗里写了这个文件，但文件夹里没有找到；名称相近的有：{near}。',
      en: 'The dossier names this file, but it is not in the folder; nearly the same name: {near}.',
    },
    fix: {
      zh: '如果就是这个文件，请把 dossier.yaml 里的名称改成与文件名完全一致；否则请把文件放进 evidence 文件夹。',
      en: 'If that is the file, make the name in dossier.yaml exactly the same; otherwise put the file into the evidence folder.',
    },
  },
  'evidence/unclaimed': {
    say: {
      zh: '这个文件没有归到任何一项业绩或证明材料，不会进入合订本。',
      en: 'No achievement and no supporting paper claims this file; it will not be in the reading copy.',
    },
    fix: {
      zh: '需要用的，请放进对应业绩编号的文件夹，或在 dossier.yaml 里写上；不需要的，请移出卷宗文件夹。',
      en: 'If it is needed, move it into the folder of its achievement or name it in dossier.yaml; if not, move it out of the dossier.',
    },
  },
  'evidence/unmatched-part': {
    say: {
      zh: '文件在这项业绩的文件夹里，但文件名看不出属于哪一项佐证，不会进入合订本。可用的名称：{parts}。',
      en: 'The file is in the folder of this achievement, but its name does not tell which part it proves: {parts}.',
    },
    fix: {
      zh: '请让文件名以佐证名称开头，例如“{parts}”中的一项加上序号；或在 dossier.yaml 里写明。',
      en: 'Let the file name begin with one of “{parts}”, or name the file in dossier.yaml.',
    },
  },
  'evidence/unknown-part': {
    say: {
      zh: '“{part}”不是这类业绩的佐证名称。可用的名称：{parts}。',
      en: '“{part}” is no part of the evidence of this kind of achievement. Parts: {parts}.',
    },
    fix: {
      zh: '请改成可用名称中的一项；确是另一类业绩的，请核对业绩的类型。',
      en: 'Use one of the parts listed; if the achievement is of another kind, check its type.',
    },
  },
  'evidence/unknown-paper': {
    say: { zh: '事项里没有名为“{key}”的证明材料。', en: 'The procedure knows no supporting paper “{key}”.' },
    fix: {
      zh: '请运行 juanzong explain 查看证明材料的名称，再改正 dossier.yaml。',
      en: 'Run juanzong explain for the names of the papers, then correct dossier.yaml.',
    },
  },
  'evidence/path-outside': {
    say: { zh: '文件位置“{value}”不在卷宗文件夹里面。', en: '“{value}” does not lie inside the dossier folder.' },
    fix: {
      zh: '请把文件复制到 evidence 文件夹，只写文件夹内的位置，例如 a7f3/封面.jpg。',
      en: 'Copy the file into the evidence folder and write its place inside it, such as a7f3/cover.jpg.',
    },
  },
  'evidence/bad-pages': {
    say: { zh: '页码范围“{value}”看不懂。', en: 'The pages in “{value}” cannot be understood.' },
    fix: {
      zh: '请写成 合同.pdf#3-9（第 3 页到第 9 页），从第 1 页数起，起页不大于止页。',
      en: 'Write contract.pdf#3-9 (pages 3 to 9), counted from 1, the first not after the last.',
    },
  },
  'evidence/excerpt-outside': {
    say: {
      zh: '节选第 {from} 页到第 {to} 页，但文件只有 {pages} 页。',
      en: 'The excerpt is pages {from} to {to}, but the file has {pages} pages.',
    },
    fix: {
      zh: '请核对页码；按文件里实际的第几页来写，不按印在纸上的页码。',
      en: 'Check the pages: count in the file, not by the printed page numbers.',
    },
  },
  'evidence/excerpt-impossible': {
    say: { zh: '这个文件不能按页节选。', en: 'No pages can be taken out of this file.' },
    fix: { zh: '请把它另存为 PDF 后再写页码，或去掉页码。', en: 'Save it as PDF first, or leave the pages out.' },
  },
} satisfies Words
