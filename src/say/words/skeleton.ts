import type { Phrase } from './word.ts'

/**
 * Comments and explanations in the files that `juanzong new` writes. Each line break starts a new comment line. `{name}` takes
 * what the procedure says.
 */
export const skeletonPhrases = {
  dossier: {
    zh: `{title}：申报人资料
冒号后空一格再写内容。还不知道的留空；没有的写：无；不适用的写：不适用。
日期写成 2019-06-30、2019-06 或 2019。内容里有冒号或特殊符号时，整段加半角单引号。
带“样例”的各行是写法示范：去掉每行开头的“# ”（井号和一个空格），改成自己的内容；再有一项就把整组复制一遍。
编号（id）同一列表里各不相同，定下后不再改动。填好后运行 juanzong check，会逐项说明还缺什么。`,
    en: `{title}: facts of the applicant
Leave a blank after the colon. Leave empty what is not known; write 无 for none, 不适用 for not applicable.
Dates are written 2019-06-30, 2019-06 or 2019. Put a value with a colon or special characters into single quotes.
Lines with 样例 show how it is done: remove “# ” (number sign and one blank) at the start and write your own; copy the group for the next item.
Ids (id) differ within a list and stay for ever. Then run juanzong check, which says what is missing.`,
  },
  journal: {
    zh: `{title}：记录，只增不改
发生一件记一件：删去 events 后面的 []，按下面的样例另起行写（去掉每行开头的“# ”）。写错了不改旧的，另记一条并注明 corrects。`,
    en: `{title}: journal, only ever added to
Write each event as it happens: remove [] after events and go on below as in the 样例 (without “# ” at the start). A mistake is corrected by a later event with corrects.`,
  },
  unit: {
    zh: `{title}：用人单位资料
同一单位的几个卷宗可以共用：放到这些卷宗上一级的文件夹即可。`,
    en: `{title}: facts of the unit
Several dossiers of a unit may share it: put it into the folder above them.`,
  },
  options: { zh: '可以写：{options}', en: 'one of: {options}' },
  optionList: { zh: '可以写下列之一（冒号前的部分）：', en: 'one of these (the part before the colon):' },
  example: { zh: '样例', en: '样例 (example)' },
  sampleValue: { zh: '样例{label}', en: '样例{label}' },
  kinds: {
    zh: `每项业绩一组。材料放在 evidence 下以编号（id）开头的文件夹里，文件名以材料名称开头；各类业绩要什么材料，见其中的说明.txt。
也可以写明文件：evidence: { 部分: evidence/合同.pdf#3-9 }，#3-9 表示只取第 3 至 9 页。`,
    en: `One group for each achievement. Its files go into the folder below evidence that starts with its id, named after the part; 说明.txt there says which parts are wanted.
Files may also be named: evidence: { part: evidence/contract.pdf#3-9 }; #3-9 takes pages 3 to 9 only.`,
  },
  kind: { zh: '{name}（{basis}）', en: '{name} ({basis})' },
  supporting: {
    zh: '其他材料放进 evidence/supporting，文件名以材料名称开头；也可以在这里写明文件。',
    en: 'Other papers go into evidence/supporting, named after the paper; they may also be named here.',
  },
  readme: {
    zh: `{name}（{basis}）

放什么：
{parts}

{sure}
时间：{date}

怎么放：一项业绩一个文件夹，文件夹名以 dossier.yaml 中该项业绩的编号开头（本文件夹用于编号 {id}）。
文件名以材料名称或括号里的代号开头，例如“{first}-1.pdf”。PDF、JPEG、PNG、TIFF 都可以，原件不会改动。
没有这类业绩的，本文件夹可以删去。
`,
    en: `{name} ({basis})

What goes here:
{parts}

{sure}
Date: {date}

How: one folder for each achievement, its name starting with the id in dossier.yaml (this one is for {id}).
A file name starts with the name of the part or its code in brackets, such as “{first}-1.pdf”. PDF, JPEG, PNG and TIFF are fine; originals are never changed.
Remove the folder if there is no such achievement.
`,
  },
  part: { zh: '· {name}（{id}）', en: '· {name} ({id})' },
  excerptPart: { zh: '· {name}（{id}），可只放节选', en: '· {name} ({id}), an excerpt will do' },
  'sure.all-of': { zh: '以上各项都要有。', en: 'All of these are wanted.' },
  'sure.any-of': { zh: '以上各项有其一即可。', en: 'One of these is enough.' },
  'sure.open': {
    zh: '以上至少要有一项；是否都要，通知没有写明，以评委会要求为准。',
    en: 'At least one of these; whether all are wanted the notice does not say: the committee decides.',
  },
  supportingReadme: {
    zh: `其他材料

文件名以材料名称或括号里的代号开头，例如“{first}.pdf”。只放与本人有关的：
{papers}
`,
    en: `Other papers

A file name starts with the name of the paper or its code in brackets, such as “{first}.pdf”. Only what concerns the applicant:
{papers}
`,
  },
  paper: { zh: '· {name}（{id}）：{when}', en: '· {name} ({id}): {when}' },
} as const satisfies Readonly<Record<string, Phrase>>

export type SkeletonKey = keyof typeof skeletonPhrases

/** The phrases in one language, as `disk/skeleton.ts` takes them. */
export function skeletonWords(lang: keyof Phrase): Readonly<Record<SkeletonKey, string>> {
  const entries = Object.entries(skeletonPhrases).map(([key, phrase]) => [key, phrase[lang]])
  return Object.fromEntries(entries)
}
