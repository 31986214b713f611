import { fill } from '../../src/fill/fill.ts'
import type { Extra } from '../../src/fill/view.ts'
import type { Case, Procedure } from '../../src/model/case.ts'
import { type Dossier, dossierSchema } from '../../src/model/dossier.ts'
import { Refusal } from '../../src/model/finding.ts'
import { emptyJournal } from '../../src/model/journal.ts'
import { fieldsSchema, kindsSchema, procedureSchema } from '../../src/model/procedure.ts'
import type { Block, Inline, Sheet } from '../../src/model/sheet.ts'
import { slotsSchema } from '../../src/model/slot.ts'

const basis = '一'
const file = procedureSchema.parse({
  format: 'juanzong/procedure@1',
  id: 'x',
  version: '1',
  title: '样例事项',
  notice: {
    number: '样例〔2024〕1号',
    title: '样例通知',
    issuer: '样例机关',
    issuedOn: '2024-09-30',
    printedOn: '2024-09-30',
    publication: '公开',
    addressees: '各单位',
  },
  cited: [],
  windows: [],
  cutoffs: [],
  series: '工程技术',
  levels: [{ id: 'senior', name: '高级工程师', rank: 'senior', order: '2', fee: { yuan: '420', basis } }],
  channels: [{ id: 'ordinary', name: '正常申报', ordinary: '是', basis }],
  specialties: [{ id: 'energy', name: '节能', fields: [{ id: 'save', name: '节能技术' }], basis }],
  employerKinds: [{ id: 'firm', name: '企业' }],
  categories: [
    { id: 'city', name: '市属', route: 'R1', basis, grade: 'N' },
    { id: 'free', name: '自由职业', route: 'R4', basis, grade: 'N' },
    { id: 'both', name: '分支机构', route: 'R1', orRoute: 'R4', basis, grade: 'I' },
  ],
  bodies: [
    { id: 'unit', name: '所在单位', diameter: '40', grade: 'N' },
    { id: 'agency', name: '人事代理机构', grade: 'N' },
    { id: 'department', name: '主管部门', grade: 'N' },
  ],
  routes: [
    { id: 'R1', name: '市属单位', bodies: ['unit', 'department'], papers: [], times: [], basis, grade: 'N' },
    { id: 'R4', name: '自由职业者', bodies: ['agency'], papers: [], times: [], basis, grade: 'N' },
  ],
  groups: [],
  platformChecks: [],
  sections: [],
  posting: { workdays: '5', countPostingDay: '否', basis },
  returns: { lastSubmission: '3', basis },
  copies: [{ id: 'single', name: '原件', keeper: '单位', basis }],
  archiving: { months: '1', from: '下发', basis },
  binding: { innerMm: '28', outerMm: '15', keepOutMm: '25', grade: 'I' },
  contact: { name: '样例处', phones: ['023-00000000'], basis },
  logins: [],
  uses: { holidays: 'shared/holidays.yaml', documents: 'shared/documents.yaml' },
  forms: [{ id: 't', file: 'forms/t.hbs', name: '样例表', profile: 'full', docx: '否' }],
})
const never = { never: '不印' }
const { fields } = fieldsSchema.parse({
  format: 'juanzong/fields@1',
  fields: [
    { path: 'person', label: '个人', type: 'group', printed: never },
    { path: 'person.name', label: '姓名', type: 'text', public: '是', forms: ['t'] },
    { path: 'person.birth', label: '出生', type: 'date', printed: never },
    { path: 'person.photo', label: '照片', type: 'file', printed: never },
    { path: 'person.document', label: '证件', type: 'group', printed: never },
    { path: 'person.document.type', label: '证件类型', type: 'id', printed: never },
    { path: 'person.document.number', label: '证件号码', type: 'text', sensitive: '是', printed: never },
    { path: 'employer.name', label: '单位', type: 'text', printed: never },
    { path: 'declaration.level', label: '级别', type: 'id', from: 'levels', printed: never },
    { path: 'declaration.exceptional', label: '破格', type: 'yes-no', printed: never },
    { path: 'declaration.declaredOn', label: '填表日期', type: 'day', printed: never },
    { path: 'declaration.specialty.field', label: '专业', type: 'id', from: 'specialtyFields', printed: never },
    { path: 'grounds.kind', label: '依据', type: 'id', options: { title: '现职称' }, printed: never },
    { path: 'education[]', label: '学历', type: 'list', printed: never },
    { path: 'education[].school', label: '学校', type: 'text', printed: never },
    { path: 'education[].from', label: '入学', type: 'date', printed: never },
    { path: 'assessments[]', label: '考核', type: 'list', printed: never },
    { path: 'assessments[].year', label: '年度', type: 'whole', printed: never },
    { path: 'achievements[]', label: '业绩', type: 'list', printed: never },
    { path: 'achievements[].type', label: '类别', type: 'id', from: 'kinds', printed: never },
    { path: 'achievements[].title', label: '名称', type: 'text', public: '是', printed: never },
    { path: 'achievements[].role.rank', label: '排名', type: 'whole', printed: never },
    { path: 'summary', label: '总结', type: 'long', printed: never },
    { path: 'unit.name', label: '单位', type: 'text', public: '是', printed: never },
  ],
})
const kinds = kindsSchema.parse({
  format: 'juanzong/evidence@1',
  kinds: ['paper', 'patent'].map((id) => ({
    id,
    name: id === 'paper' ? '论文' : '专利',
    sure: 'all-of',
    basis,
    grade: 'N',
    date: '日期',
    fields: id === 'paper' ? [{ key: 'journal', label: '期刊', type: 'text', public: '是' }] : [],
    parts: [{ id: 'text', name: '全文', basis }],
  })),
  supporting: [],
})
const place = { stage: 'submit', grade: 'I', copies: ['single'], basis, onto: 'ours', form: 't' }
const slots = slotsSchema.parse({
  format: 'juanzong/slots@1',
  print: 'ring',
  slots: [
    { ...place, id: 'P2', kind: 'seal', name: '公章', on: { R1: 'unit', R4: 'agency' } },
    { ...place, id: 'P5', kind: 'seal', name: '主管部门公章', on: { R1: 'department' } },
    { ...place, id: 'P2-head', kind: 'signature', name: '负责人签字', on: { R1: 'unit', R4: 'agency' } },
    { ...place, id: 'P2-date', kind: 'date', name: '日期', on: { R1: 'unit', R4: 'agency' } },
  ],
})

/** A small procedure with the form `t` and, where given, parts and changes. */
export function procedureOf(
  form: string,
  parts: Readonly<Record<string, string>> = {},
  more: Partial<Procedure> = {},
): Procedure {
  return {
    file,
    fields,
    kinds,
    rules: { format: 'juanzong/rules@1', rules: [] },
    slots,
    holidays: { format: 'juanzong/holidays@1', years: [] },
    documents: {
      format: 'juanzong/documents@1',
      documents: [{ id: 'resident', name: { zh: '居民身份证' }, pattern: '', check: 'none', alone: 'yes' }],
    },
    forms: { t: form },
    partials: parts,
    blanks: {},
    hash: '0',
    ...more,
  }
}

export function caseOf(procedure: Procedure, facts: object = {}, more: Partial<Case> = {}): Case {
  const dossier: Dossier = dossierSchema.parse({
    format: 'juanzong/dossier@1',
    procedure: 'x',
    category: 'city',
    ...facts,
  })
  return {
    dossier,
    journal: emptyJournal,
    unit: undefined,
    procedure,
    inventory: { files: [], claims: [], unclaimed: [], none: [] },
    today: '2024-10-20',
    stage: 'draft',
    ...more,
  }
}

export function form(body: string, attributes = ''): string {
  return `<form id="t"${attributes && ' '}${attributes}>${body}</form>`
}

export function filled(
  body: string,
  facts: object = {},
  extra: Extra = {},
  parts: Readonly<Record<string, string>> = {},
): Sheet {
  return fill('t', caseOf(procedureOf(form(body), parts), facts), extra)
}

/** Text of a sheet, a line a paragraph; `br` is ⏎. */
export function textOf(sheet: Sheet): string {
  return sheet.blocks.flatMap(lines).join('\n')
}

/** Codes with `line:column` of the refusal that filling `source` throws. */
export function problemsOf(source: string, parts: Readonly<Record<string, string>> = {}): readonly string[] {
  try {
    fill('t', caseOf(procedureOf(source, parts)))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error.findings.map((one) => `${one.code} ${one.at.file ?? ''}:${one.at.line ?? '?'}:${one.at.column ?? '?'}`)
  }
  return []
}

// ---

function lines(block: Block): readonly string[] {
  if (block.kind === 'p') return [block.inlines.map(word).join('')]
  if (block.kind === 'keep') return block.blocks.flatMap(lines)
  if (block.kind === 'table')
    return block.rows.map((row) => row.cells.flatMap((cell) => cell.blocks.flatMap(lines)).join(' | '))
  return block.kind === 'slot' ? [`[${block.slot.id} ${block.slot.bodyName}]`] : []
}

function word(inline: Inline): string {
  if (inline.kind === 'text') return inline.text
  if (inline.kind === 'br') return '⏎'
  return inline.kind === 'place' ? `[${inline.slot.id}]` : `[${inline.kind}]`
}
