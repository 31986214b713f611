/** A made-up procedure, as small as the formats allow. */
export const smallProcedure: Readonly<Record<string, string>> = {
  'procedure.yaml': `format: juanzong/procedure@1
id: small
version: 1.10
title: 样例事项
notice: { number: 样例〔2024〕1号, title: 样例通知, issuer: 样例办, issuedOn: 2024-09-01, printedOn: 2024-09-02, publication: 公开, addressees: 各单位 }
cited: []
windows: [{ id: w, name: 报送, from: 2024-10-10, to: 2024-10-20, binds: 单位, basis: 三 }]
cutoffs: []
series: 工程
levels: [{ id: senior, name: { zh: 高级, en: senior }, rank: senior, order: 4, fee: { yuan: 460, basis: 五 } }]
channels: [{ id: ordinary, name: 评审, ordinary: 是, basis: 四 }]
specialties: [{ id: energy, name: 节能, fields: [{ id: design, name: 设计 }], basis: 五 }]
employerKinds: [{ id: city, name: 市属 }]
categories: [{ id: c1, name: 市属人员, route: R1, basis: 四, grade: N }]
bodies: [{ id: unit, name: 单位, grade: N }]
routes: [{ id: R1, name: 一, bodies: [unit], papers: [], times: [], basis: 四, grade: N }]
groups: []
platformChecks: []
sections: []
posting: { workdays: 5, countPostingDay: 否, basis: 四 }
returns: { lastSubmission: 1, basis: 四 }
copies: []
archiving: { months: 1, from: 下发, basis: 四 }
binding: { innerMm: 28, outerMm: 20, keepOutMm: 15, grade: K }
contact: { name: 样例, phones: [], basis: 五 }
logins: []
uses: { holidays: shared/holidays.yaml, documents: shared/documents.yaml }
forms: [{ id: sheet, file: forms/sheet.hbs, name: 表, profile: public, docx: 是 }]
`,
  'fields.yaml': `format: juanzong/fields@1
fields:
  - { path: person, label: 个人, type: group, printed: { never: 分组 } }
  - { path: person.name, label: { zh: 姓名, en: name }, type: text, required: draft, help: 与证件一致。, forms: [sheet] }
  - { path: person.document.type, label: 证件, type: id, forms: [sheet] }
  - { path: declaration.level, label: 级别, type: id, from: levels, forms: [sheet] }
  - { path: "education[]", label: 学历, type: list, forms: [sheet] }
  - { path: "education[].id", label: 编号, type: id, printed: { never: 内部 } }
  - { path: "education[].from", label: 入学, type: date, forms: [sheet] }
  - { path: "education[].school", label: 学校, type: text, forms: [sheet] }
  - { path: "achievements[]", label: 业绩, type: list, forms: [sheet] }
  - { path: "achievements[].id", label: 编号, type: id, printed: { never: 内部 } }
  - { path: "achievements[].type", label: 类别, type: id, from: kinds, forms: [sheet] }
  - { path: "achievements[].title", label: 名称, type: text, forms: [sheet] }
  - { path: supporting, label: 其他材料, type: group, printed: { never: 文件 } }
  - { path: unit.name, label: 单位, type: text, forms: [sheet] }
  - { path: "unit.posting.places[]", label: 公示地点, type: list, forms: [sheet] }
`,
  'evidence.yaml': `format: juanzong/evidence@1
kinds:
  - id: paper
    name: 论文
    sure: all-of
    basis: 五（三）3
    grade: N
    date: 发表日期
    fields: [{ key: journal, label: 期刊, type: text }]
    parts: [{ id: cover, name: 封面, basis: 五（三）3 }, { id: body, name: 正文, basis: 五（三）3, excerpt: 是 }]
supporting: [{ id: identity, name: 身份证件, when: 验证未通过时, basis: 五, grade: N }]
`,
  'rules.yaml': `format: juanzong/rules@1
rules:
  - { id: 一/name, stage: draft, severity: error, need: { has: person.name }, say: 缺姓名, fix: 请补上, basis: 一 }
`,
  'slots.yaml': 'format: juanzong/slots@1\nprint: ring\nslots: []\n',
  'forms/sheet.hbs': '<form id="sheet">\r\n{{> head}}</form>',
  'forms/parts/head.hbs': '<title>{{person.name}}</title>',
  'sample/dossier.yaml': 'format: juanzong/dossier@1\nsample: 是\nprocedure: small\n',
  'sample/unit.yaml': 'format: juanzong/unit@1\nname: 样例单位\n',
  'run.yaml': `format: juanzong/run@1
sample: sample
today: 2024-10-15
stage: draft
files: [{ path: evidence/a.pdf, kind: pdf, pages: 3, made: scanned, title: 样例 }]
`,
  'README.md': 'for maintainers',
}

export const shared: Readonly<Record<string, string>> = {
  'holidays.yaml':
    'format: juanzong/holidays@1\nyears: [{ year: 2024, source: 样例, off: [2024-10-01], makeUp: [2024-10-12] }]\n',
  'documents.yaml':
    'format: juanzong/documents@1\ndocuments: [{ id: resident-id, name: 居民身份证, pattern: "\\\\d{17}[\\\\dX]", check: gb11643, alone: yes }]\n',
}

/** The files of a tree below a folder. */
export function under(folder: string, files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]))
}
