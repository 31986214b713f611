/**
 * The few words that layout itself prints: labels of places and the running notes of 附页. They stand here, not in a
 * template, because both the PDF and the DOCX of every form must say the same.
 */
export const sheetWords = {
  /** Two lines in the ring of a seal. */
  sealHere: '此处盖章：',
  sealOf: (body: string) => (/章$/.test(body) ? body : `${body}公章`),
  /** The word in empty space of `slots.print: word`. */
  seal: '（公章）',
  eSeal: '（电子签章：系统导出自带）',
  riding: '骑缝章',
  day: ['年', '月', '日'],
  photo: '照片',
  annex: (n: number) => `附页 ${n}`,
  annexHead: (n: number, page: number, label: string) =>
    page > 0 ? `附页 ${n}，接第 ${page} 页“${label}”栏` : `附页 ${n}，接封面“${label}”栏`,
  annexMark: (n: number) => `（续附页 ${n}）`,
} as const
