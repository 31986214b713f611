import type { Procedure } from '../model/case.ts'
import type { Covered, RuleRow } from '../model/coverage.ts'
import type { Basis } from '../model/finding.ts'
import { phrase } from './phrase.ts'
import { basisName } from './say.ts'

/** COVERAGE.md: each sentence of the notice and what answers to it. Chinese, for whoever keeps the procedure. */
export function coverageText(procedure: Procedure, rows: readonly Covered[]): string {
  const sections = [...new Set(rows.map((row) => row.section))]
  const outside = rows.filter((row) => row.outside !== undefined).length
  const homes = { total: rows.length, inside: rows.length - outside, outside }
  return [
    `# ${phrase('coverage.title', 'zh', { notice: procedure.file.notice.number })}`,
    '',
    phrase('coverage.made', 'zh', { id: procedure.file.id }),
    '',
    phrase('coverage.counts', 'zh', homes),
    ...sections.flatMap((section) => [
      '',
      `## ${section.zh}`,
      '',
      ...table(
        ['coverage.id', 'coverage.clause', 'coverage.sentence', 'coverage.home'],
        rows
          .filter((row) => row.section === section)
          .map((row) => [row.id, clause(row.basis, procedure), row.text.zh, homeOf(row)]),
      ),
    ]),
    '',
  ].join('\n')
}

/** RULES.md: every rule as one row. */
export function rulesText(procedure: Procedure, rows: readonly RuleRow[]): string {
  const body = rows.map(({ id, stage, severity, looksAt, basis }) => [
    id,
    phrase(`stage.${stage}`, 'zh'),
    phrase(`severity.${severity}`, 'zh'),
    looksAt.map((path) => `\`${path}\``).join(' '),
    clause(basis, procedure),
    phrase(basis.verified ? 'rules.verified' : 'rules.unverified', 'zh'),
  ])
  return [
    `# ${phrase('rules.title', 'zh', { notice: procedure.file.notice.number })}`,
    '',
    phrase('coverage.made', 'zh', { id: procedure.file.id }),
    '',
    phrase('rules.counts', 'zh', {
      total: rows.length,
      unverified: rows.filter((row) => !row.basis.verified).length,
    }),
    '',
    ...table(['rules.code', 'rules.stage', 'rules.severity', 'rules.looks', 'rules.basis', 'rules.text'], body),
    '',
  ].join('\n')
}

// ---

function clause(basis: Basis, procedure: Procedure): string {
  return basisName(basis, { procedure, lang: 'zh' })
}

function homeOf({ data, rules, fields, slots, outside }: Covered): string {
  const code = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(' ')
  const cells = fields.map(({ path, forms, never }) => {
    const where = forms.length > 0 ? forms.map((form) => form.zh).join('、') : (never?.zh ?? '')
    return where === '' ? `\`${path}\`` : `\`${path}\`（${where}）`
  })
  return [
    ...(rules.length > 0 ? [phrase('coverage.rules', 'zh', { list: code(rules) })] : []),
    ...(cells.length > 0 ? [phrase('coverage.fields', 'zh', { list: cells.join(' ') })] : []),
    ...(slots.length > 0 ? [phrase('coverage.slots', 'zh', { list: code(slots) })] : []),
    ...(data.length > 0 ? [phrase('coverage.data', 'zh', { list: code(data) })] : []),
    ...(outside ? [phrase('coverage.outside', 'zh', { why: outside.zh })] : []),
  ].join('<br>')
}

type Head = Parameters<typeof phrase>[0]

function table(heads: readonly Head[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`
  return [line(heads.map((key) => phrase(key, 'zh'))), line(heads.map(() => '---')), ...rows.map(line)]
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}
