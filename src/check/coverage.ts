import type { Procedure } from '../model/case.ts'
import type { Condition as Tree } from '../model/condition.ts'
import type { Covered, RuleRow } from '../model/coverage.ts'
import type { Field } from '../model/procedure.ts'
import type { Condition } from './define.ts'
import { parseCondition } from './words.ts'

/** Every sentence of procedure.yaml in the notice's order. */
export function coverage(procedure: Procedure): readonly Covered[] {
  const fields = new Map(procedure.fields.map((field) => [field.path, field]))
  return procedure.file.sections.flatMap((section) =>
    section.sentences.map(({ id, text, basis, data = [], rules = [], fields: paths = [], slots = [], outside }) => ({
      section: section.name,
      id,
      text,
      basis,
      data,
      rules,
      fields: paths.map((path) => ({ path, ...cellsOf(procedure, fields.get(path)) })),
      slots,
      outside,
    })),
  )
}

/** Every rule of rules.yaml in its order. */
export function ruleRows(procedure: Procedure): readonly RuleRow[] {
  return procedure.rules.rules.map(({ id, stage, severity, each, when, need, basis, arithmetic }) => {
    const isCapped = severity === 'error' && !basis.verified && arithmetic === undefined
    const names = each ? { [each.as]: `${each.in}[]` } : {}
    const looksAt = [...(each ? [each.in] : []), ...reads(when, names), ...reads(need, names)]
    return { id, stage, severity: isCapped ? 'person' : severity, looksAt: [...new Set(looksAt)], basis }
  })
}

// ---

function cellsOf({ file }: Procedure, field: Field | undefined) {
  const names = file.forms.filter((form) => field?.forms?.includes(form.id)).map((form) => form.name)
  return { forms: names, never: field?.printed?.never }
}

type Names = Readonly<Record<string, string>>

function reads(tree: Tree | undefined, names: Names): readonly string[] {
  const parsed = tree && parseCondition(tree)
  return parsed?.ok ? readsOf(parsed.condition, names) : []
}

function readsOf({ uses, evidence, inner }: Condition, names: Names): readonly string[] {
  return [
    ...uses.map((use) => full(use.path, names)),
    ...(evidence === undefined ? [] : [full(evidence, names)]),
    ...inner.flatMap(({ condition, bind }) =>
      readsOf(condition, bind ? { ...names, [bind.as]: `${full(bind.in, names)}[]` } : names),
    ),
  ]
}

function full(path: string, names: Names): string {
  const [head = '', ...rest] = path.split('.')
  return [Object.hasOwn(names, head) ? names[head] : head, ...rest].join('.')
}
