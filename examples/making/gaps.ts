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
const emptied = (_: Uint8Array, path: string) => [[path, new Uint8Array()]] as const
const asWell = (other: string) => (bytes: Uint8Array, path: string) =>
  [
    [path, bytes],
    [other, bytes.subarray(0)],
  ] as const

export const gaps: readonly Gap[] = [
  {
    what: '证件号码末位校验不符',
    code: 'check/document-check-digit',
    severity: 'error',
    change: ['dossier.yaml', 'number: "990000198803150025"', 'number: "990000198803150026"'],
  },
  {
    what: '是否公务员没有填写',
    code: 'check/missing-fact',
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
    code: 'rule/四-二-2/one-a-year',
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
    code: 'rule/四-二-3-1/workdays',
    severity: 'error',
    change: ['journal.yaml', 'until: 2024-10-18', 'until: 2024-10-16'],
  },
  {
    what: '有一张照片没有归到任何业绩',
    code: 'evidence/unclaimed',
    severity: 'person',
    file: ['evidence/其他/学位证书.jpg', asWell('evidence/未整理/IMG_20241011.jpg')],
  },
  {
    what: '项目的合同金额写成了文字',
    code: 'check/not-a-number',
    severity: 'error',
    change: ['dossier.yaml', 'amount: "4860"', 'amount: 约4860万元'],
  },
  {
    what: '学术技术报告多了一个没有的栏目',
    code: 'check/unknown-field',
    severity: 'error',
    change: ['dossier.yaml', 'venue: 重庆\n', 'venues: 重庆\n'],
  },
  {
    what: '地方标准的本人排名大于总人数',
    code: 'check/rank',
    severity: 'error',
    change: ['dossier.yaml', 'role: { rank: "4", of: "10"', 'role: { rank: "14", of: "10"'],
  },
  {
    what: '一次培训的结束日期早于开始日期',
    code: 'check/wrong-order',
    severity: 'error',
    change: ['dossier.yaml', 'to: 2022-06-17', 'to: 2022-06-07'],
  },
  {
    what: '存档起始时间在将来',
    code: 'check/in-future',
    severity: 'error',
    change: ['dossier.yaml', 'since: 2014-04\n\neducation', 'since: 2034-04\n\neducation'],
  },
  {
    what: '身体状况一栏写得太长',
    code: 'check/too-long',
    severity: 'error',
    change: [
      'dossier.yaml',
      'health: 健康',
      'health: 身体健康，能够坚持正常工作，每年参加单位组织的体检，体检结论均为未见异常，可以胜任现场测试和高温环境作业',
    ],
  },
  {
    what: '申报职称没有写全称',
    code: 'rule/四-二-2/title',
    severity: 'error',
    change: ['dossier.yaml', 'title: 高级工程师\n', 'title: 副高级工程师\n'],
  },
  {
    what: '没有确认诚信承诺',
    code: 'rule/四-二-2/pledge',
    severity: 'error',
    change: ['dossier.yaml', 'integrityPledge: 是', 'integrityPledge: 否'],
  },
  {
    what: '一项课题与申报专业不相关',
    code: 'rule/五-三/related',
    severity: 'error',
    change: ['dossier.yaml', 'related: 是\n    number: JT-2021-08', 'related: 否\n    number: JT-2021-08'],
  },
  {
    what: '不是本人实际工作的单位',
    code: 'rule/四-一/genuine',
    severity: 'error',
    change: ['dossier.yaml', 'genuine: 是', 'genuine: 否'],
  },
  {
    what: '公示记录没有地点',
    code: 'rule/四-二-3-1/places',
    severity: 'error',
    change: ['journal.yaml', 'places: [办公楼一楼公示栏]', 'places: []'],
  },
  {
    what: '单位审核结果是不予推荐',
    code: 'rule/四-二-3-1/recommended',
    severity: 'error',
    change: ['journal.yaml', 'result: recommended', 'result: not-recommended'],
  },
  {
    what: '申报日期早于网报时间',
    code: 'rule/三-一/declared',
    severity: 'error',
    change: ['dossier.yaml', 'declaredOn: 2024-10-10', 'declaredOn: 2024-10-09'],
  },
  {
    what: '平台对个人基本信息验证未通过，没有身份证件',
    code: 'rule/五-一/identity',
    severity: 'error',
    change: ['dossier.yaml', 'identity: passed', 'identity: failed'],
  },
  {
    what: '工作经历有三个月空档',
    code: 'check/work-gap',
    severity: 'note',
    change: ['dossier.yaml', 'from: 2018-01\n', 'from: 2018-04\n'],
  },
  {
    what: '前一段工作有两个月没有社保',
    code: 'rule/四-一/work-insured',
    severity: 'person',
    change: ['dossier.yaml', 'to: 2014-03, employer', 'to: 2014-01, employer'],
  },
  {
    what: '一项业绩没有写对应的条款',
    code: 'rule/二-一/clause',
    severity: 'person',
    change: [
      'dossier.yaml',
      'clause: 学术成果\n    related: 是\n    occasion',
      'clause: 无\n    related: 是\n    occasion',
    ],
  },
  {
    what: '身份证件已过有效期',
    code: 'check/document-expired',
    severity: 'person',
    change: ['dossier.yaml', 'validUntil: 2036-05-20', 'validUntil: 2023-05-20'],
  },
  {
    what: '写的是第一作者，排名却是 2',
    code: 'check/role-differs',
    severity: 'person',
    change: [
      'dossier.yaml',
      'role: { rank: "1", of: "3", name: 第一作者 }',
      'role: { rank: "2", of: "3", name: 第一作者 }',
    ],
  },
  {
    what: '论文的期次与出版时间年份不同',
    code: 'check/year-differs',
    severity: 'person',
    change: ['dossier.yaml', 'issue: 2023年第8期', 'issue: 2022年第8期'],
  },
  {
    what: '2021年度考核不合格',
    code: 'rule/四-二-3-1/assessment-grade',
    severity: 'person',
    change: ['dossier.yaml', 'year: "2021", grade: 合格', 'year: "2021", grade: 不合格'],
  },
  {
    what: '书号的校验位不符',
    code: 'check/number-digit',
    severity: 'note',
    change: ['dossier.yaml', '978-7-5000-0001-3', '978-7-5000-0001-5'],
  },
  {
    what: '专利类别与专利号的种类号不符',
    code: 'rule/五-三/patent-kind',
    severity: 'note',
    change: ['dossier.yaml', 'patentType: 实用新型', 'patentType: 外观设计'],
  },
  {
    what: '软件著作权人不是本人也不是所在单位',
    code: 'check/owner-differs',
    severity: 'note',
    change: [
      'dossier.yaml',
      'owner: 重庆样例节能技术研究院有限公司\n    completedOn',
      'owner: 重庆样例软件有限公司\n    completedOn',
    ],
  },
  {
    what: '出生地一栏空着',
    code: 'check/empty-cell',
    severity: 'note',
    change: ['dossier.yaml', '  birthplace: 重庆市石柱土家族自治县\n', ''],
  },
  {
    what: '参加工作时间晚于第一段工作',
    code: 'check/work-before-since',
    severity: 'note',
    change: ['dossier.yaml', 'workSince: 2010-07', 'workSince: 2010-09'],
  },
  {
    what: '专业科目没有完成',
    code: 'rule/五-一/courses',
    severity: 'note',
    change: ['dossier.yaml', 'professionalCourses: 2019—2024年度专业科目均已完成', 'professionalCourses: 无'],
  },
  {
    what: '公示开始以后才核对原件',
    code: 'rule/四-二-3-1/checked-first',
    severity: 'note',
    change: ['journal.yaml', 'on: 2024-10-10', 'on: 2024-10-12'],
  },
  {
    what: '公示之前没有冻结快照',
    code: 'posted/no-snapshot',
    severity: 'person',
  },
  {
    what: '专业科目学时的截图是空文件',
    code: 'evidence/empty',
    severity: 'error',
    file: ['evidence/其他/专业科目学时.png', emptied],
  },
]

/** The texts of the sample with every gap's change made. @throws when a text to change is not there just once */
export function changed(texts: Readonly<Record<string, string>>): Record<string, string> {
  const out = { ...texts }
  for (const { what, change } of gaps) {
    if (!change) continue
    const [file, from, to] = change
    const text = out[file] ?? ''
    if (text.split(from).length !== 2) throw new Error(`${what}: ${file} has “${from}” not just once`)
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
