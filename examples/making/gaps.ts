/** One thing that is wrong in `02-applicant-with-gaps`: how it comes about, and the finding that names it. */
export type Gap = {
  readonly what: string
  readonly code: string
  readonly severity: 'error' | 'pending' | 'person' | 'note'
  /** Exact text of a file of the sample and what stands there instead. */
  readonly change?: readonly [file: 'dossier.yaml' | 'journal.yaml', from: string, to: string]
  /** What becomes of a file: left out, cut off, given another name … */
  readonly file?: readonly [
    path: string,
    make: (bytes: Uint8Array, path: string) => readonly (readonly [string, Uint8Array])[],
  ]
}

const leftOut = () => []
const cutOff = (bytes: Uint8Array, path: string) => [[path, bytes.subarray(0, Math.floor(bytes.length * 0.6))]] as const
const broken = (bytes: Uint8Array, path: string) => [[path, bytes.subarray(0, 400)]] as const
const asWell = (other: string) => (bytes: Uint8Array, path: string) =>
  [
    [path, bytes],
    [other, bytes.subarray(0)],
  ] as const

export const gaps: readonly Gap[] = [
  {
    what: '证件号码末位校验不符',
    code: 'check/document-digit',
    severity: 'error',
    change: ['dossier.yaml', 'number: "990000198803150025"', 'number: "990000198803150026"'],
  },
  {
    what: '是否公务员没有填写',
    code: 'rule/一-五/civil-servant',
    severity: 'pending',
    change: ['dossier.yaml', '  civilServant: 否\n', ''],
  },
  {
    what: '申报专业不在通知所列范围',
    code: 'check/unknown-option',
    severity: 'error',
    change: ['dossier.yaml', 'field: energy-research', 'field: carbon-trading'],
  },
  {
    what: '本年度另有一次正常申报',
    code: 'rule/四-二-2/one-application',
    severity: 'error',
    change: ['dossier.yaml', 'year: "2018"\n    channel: ordinary', 'year: "2024"\n    channel: ordinary'],
  },
  {
    what: '本人仍是平台职称管理员',
    code: 'rule/四-二-1/platform-admin',
    severity: 'error',
    change: ['dossier.yaml', 'platformAdmin: 否', 'platformAdmin: 是'],
  },
  {
    what: '学术技术报告早于取得工程师的时间',
    code: 'rule/五-三/after-grounds',
    severity: 'error',
    change: ['dossier.yaml', 'date: 2023-10-20', 'date: 2018-10-20'],
  },
  {
    what: '第一篇论文没有检索证明',
    code: 'check/part-missing',
    severity: 'error',
    change: ['dossier.yaml', '      index: evidence/论文/检索证明.pdf\n', ''],
  },
  {
    what: '集团奖励没有奖励文件（通知未说是否两样都要）',
    code: 'check/part-open',
    severity: 'pending',
    file: ['evidence/e74a/奖励文件.pdf', leftOut],
  },
  {
    what: '节选页码超出期刊扫描件的页数',
    code: 'evidence/excerpt-outside',
    severity: 'error',
    change: ['dossier.yaml', '期刊扫描件.pdf#3-8', '期刊扫描件.pdf#3-12'],
  },
  {
    what: '邀请函文件不在文件夹里',
    code: 'evidence/missing-file',
    severity: 'error',
    file: ['evidence/邀请函.pdf', leftOut],
  },
  {
    what: '获奖证书照片没有传完整',
    code: 'evidence/broken-picture',
    severity: 'error',
    file: ['evidence/获奖/获奖证书.jpg', cutOff],
  },
  {
    what: '出版前言的 PDF 损坏',
    code: 'evidence/broken-pdf',
    severity: 'error',
    file: ['evidence/著作/前言.pdf', broken],
  },
  {
    what: '公示不足 5 个工作日',
    code: 'rule/四-二-3/posting-length',
    severity: 'error',
    change: ['journal.yaml', 'until: 2024-10-18', 'until: 2024-10-16'],
  },
  {
    what: '有一张照片没有归到任何业绩',
    code: 'evidence/unclaimed',
    severity: 'person',
    file: ['evidence/其他/学位证书.jpg', asWell('evidence/未整理/IMG_20241011.jpg')],
  },
]

/** The texts of the sample with every gap's change made. @throws when a text to change is not there any more */
export function changed(texts: Readonly<Record<string, string>>): Record<string, string> {
  const out = { ...texts }
  for (const { what, change } of gaps) {
    if (!change) continue
    const [file, from, to] = change
    const text = out[file] ?? ''
    if (!text.includes(from)) throw new Error(`${what}: ${file} has no “${from}”`)
    out[file] = text.replace(from, () => to)
  }
  out['dossier.yaml'] = (out['dossier.yaml'] ?? '').replace('id: sample-01', 'id: sample-02')
  return out
}

/** What a file of the sample becomes in `02-applicant-with-gaps`. */
export function keptFiles(path: string, bytes: Uint8Array): readonly (readonly [string, Uint8Array])[] {
  const gap = gaps.find((one) => one.file?.[0] === path)
  return gap?.file ? gap.file[1](bytes, path) : [[path, bytes]]
}

/** README of `02-applicant-with-gaps`: each gap by name, with the finding that must name it. */
export function gapsReadme(): string {
  const words = { error: '错误', pending: '待定', person: '人工核验', note: '提示' }
  const rows = gaps.map((gap, index) => `| ${index + 1} | ${gap.what} | ${words[gap.severity]} | \`${gap.code}\` |`)
  return `# 02 有缺漏的申报人（样例）

与 \`01-applicant\` 是同一份卷宗，只是下面这些地方有问题。核对必须逐条说出来，除此之外不得再有“错误”。由 \`npm run examples\` 生成，人员和单位均为虚构。

核对日期固定为 2024-10-25：\`npx juanzong check examples/02-applicant-with-gaps --today 2024-10-25 --stage submit\`

| 序号 | 缺漏 | 应报 | 检查结果 |
| --- | --- | --- | --- |
${rows.join('\n')}
`
}
