import type { Procedure } from '../../src/model/case.ts'
import type { Dossier } from '../../src/model/dossier.ts'
import type { Finding } from '../../src/model/finding.ts'
import type { Report } from '../../src/say/report.ts'

/** Just enough of a procedure and a dossier for `say/`; made-up person, area 990000. */
export const procedure = {
  file: {
    id: 'example-2024',
    version: '1',
    title: { zh: '2024年样例申报', en: 'Example 2024' },
    notice: { number: '渝样〔2024〕1号', title: { zh: '样例通知' } },
  },
  hash: 'ab'.repeat(32),
  fields: [
    { path: 'person.document.number', label: { zh: '证件号码', en: 'document number' }, type: 'text', sensitive: true },
    { path: 'person.contact.mobile', label: { zh: '手机' }, type: 'text', sensitive: true },
    { path: 'education', label: { zh: '教育经历', en: 'education' }, type: 'list' },
    { path: 'education[].school', label: { zh: '学校', en: 'school' }, type: 'text' },
    { path: 'achievements[].date', label: { zh: '时间', en: 'date' }, type: 'date' },
  ],
  kinds: { kinds: [{ id: 'paper', parts: [{ id: 'pages', name: { zh: '论文页', en: 'pages' } }] }] },
  rules: {
    rules: [
      {
        id: '五-三/after-grounds',
        say: { zh: '业绩“{a.title}”的时间（{a.date}）过早。', en: 'Achievement “{a.title}” ({a.date}) is too early.' },
        fix: { zh: '请核对日期。' },
      },
    ],
  },
} as unknown as Procedure

export const dossier = {
  person: {
    name: '测试甲',
    document: { type: 'id-card', number: '99000019850307123X' },
    contact: { mobile: '13800001234' },
  },
  education: [{ id: 'e1' }, { id: 'e2' }],
  achievements: [{ id: 'a7f3', type: 'paper', title: '绿色工厂创建' }],
} as unknown as Dossier

export function finding(part: Partial<Finding> = {}): Finding {
  return {
    code: 'rule/五-三/after-grounds',
    rule: '五-三/after-grounds',
    severity: 'error',
    stage: 'draft',
    at: { path: 'achievements[a7f3].date' },
    args: { 'a.title': '绿色工厂创建', 'a.date': '2015-06' },
    basis: { title: '', article: '五（三）', verified: true },
    verified: true,
    ...part,
  }
}

export function report(findings: readonly Finding[], part: Partial<Report> = {}): Report {
  return { procedure, dossier, stage: 'draft', asOf: '2024-10-20', findings, later: [], ...part }
}
