import { type OrderedEvidence, order } from '../bundle/order.ts'
import { partState } from '../check/papers.ts'
import { wantedPapers } from '../check/wanted.ts'
import type { Achievement } from '../model/dossier.ts'
import type { Claim } from '../model/evidence.ts'
import type { Finding } from '../model/finding.ts'
import { maskInText } from '../model/mask.ts'
import type { Kind } from '../model/procedure.ts'
import { isStated, type Text } from '../model/scalar.ts'
import { inLang, phrase } from '../say/phrase.ts'
import { sentence } from '../say/say.ts'
import type { ListRow, Source } from './lists.ts'

/**
 * there · missing · doubtful = a person has to judge · free = not wanted, because another part is there.
 * `head` is a line of its own: a kind, an achievement, the sum.
 */
type State = 'there' | 'missing' | 'doubtful' | 'free'
type Line = {
  readonly level: 'kind' | 'owner' | 'part' | 'total'
  readonly no: string
  readonly title: string
  readonly file: string
  readonly pages: number | string
  readonly state: State | ''
  readonly note: string
}

/**
 * 材料核对清单: every part of every achievement in the notice's order, then the supporting papers that are there or that a
 * finding or the route asks for. What a row says is what the findings say of it.
 */
export function checklistRows(from: Source): ListRow[] {
  const { dossier, procedure, inventory } = from.case
  const all = isStated(dossier.achievements) ? [] : (dossier.achievements ?? [])
  const items = order(inventory, dossier, procedure.kinds)
  const kinds = procedure.kinds.kinds.flatMap((kind) => {
    const own = all.filter(({ type }) => type === kind.id)
    const rows = own.flatMap((one, index) => achievementRows(from, items, { one, kind, no: index + 1 }))
    return own.length ? [head('kind', '', kind.name.zh), ...rows] : []
  })
  const papers = paperRows(from, items)
  const rows = [...kinds, ...(papers.length ? [head('kind', '', phrase('list.supporting', 'zh')), ...papers] : [])]
  return [...rows, total(rows)]
}

// ---

function head(level: Line['level'], no: string, title: string, note = ''): Line {
  return { level, no, title, file: '', pages: '', state: '', note }
}

function total(rows: readonly Line[]): Line {
  const count = (state: State) => rows.filter((row) => row.state === state).length
  const [there, missing, doubtful] = [count('there'), count('missing'), count('doubtful')]
  const args = { total: there + missing + doubtful, there, missing, doubtful }
  return head('total', '', phrase('list.total', 'zh', args))
}

type Owned = { readonly one: Achievement; readonly kind: Kind; readonly no: number }

function achievementRows(from: Source, items: readonly OrderedEvidence[], { one, kind, no }: Owned): Line[] {
  const about = from.findings.filter(({ at }) => at.id === one.id && at.path?.startsWith('achievements['))
  const parts = kind.parts.flatMap((part) => {
    const own = items.filter((item) => isOf(item, { kind: 'achievement', id: one.id }, part.id))
    const rule = `evidence/${kind.id}/${part.id}`
    const said = about.filter(
      (finding) =>
        finding.rule === rule || finding.rule === `evidence/${kind.id}` || endsWith(finding, `.evidence.${part.id}`),
    )
    return { said, rows: partRows(from, own, { title: part.name, said, state: stateOf(from, one.id, part.id, said) }) }
  })
  const used = new Set(parts.flatMap(({ said }) => said))
  const others = about.filter((finding) => !used.has(finding) && finding.severity !== 'note').length
  const note = others === 0 ? '' : phrase('list.others', 'zh', { count: others })
  return [head('owner', String(no), maskInText(one.title ?? one.id), note), ...parts.flatMap(({ rows }) => rows)]
}

function isOf({ owner, part }: OrderedEvidence, of: Claim['owner'], id: string): boolean {
  return owner.kind === of.kind && owner.id === of.id && part.id === id
}

function endsWith({ at }: Finding, path: string): boolean {
  return at.path?.endsWith(path) ?? false
}

/** Of a part without a file. */
function stateOf({ case: c }: Source, id: string, part: string, said: readonly Finding[]): State {
  const isOpen = said.some(({ severity }) => severity === 'pending' || severity === 'person')
  const isError = said.some(({ severity }) => severity === 'error')
  if (isError) return 'missing'
  if (isOpen) return 'doubtful'
  return partState(c.inventory, { kind: 'achievement', id }, part) === 'there' ? 'there' : 'free'
}

type Part = { readonly title: Text; readonly said: readonly Finding[]; readonly state: State }

/** One row a file, each with what was found about it; one row without a file where there is none. */
function partRows(from: Source, own: readonly OrderedEvidence[], { title, said, state }: Part): Line[] {
  if (own.length === 0) {
    const note = said[0] ? what(from, said[0]) : state === 'free' ? phrase('list.one-is-enough', 'zh') : ''
    return [{ level: 'part', no: '', title: inLang(title, 'zh'), file: '', pages: '', state, note }]
  }
  return own.map((item): Line => {
    const here = [
      ...said.filter(({ at }) => at.file === undefined || at.file === item.path),
      ...from.findings.filter(({ at }) => at.path === undefined && at.file === item.path),
    ].filter(({ severity }) => severity !== 'note')
    const note = here[0] ? what(from, here[0]) : noteOf(item)
    return {
      level: 'part',
      no: '',
      title: item.label,
      file: fileOf(item),
      pages: item.pages || '',
      state: item.state === 'missing' ? 'missing' : here.length ? 'doubtful' : 'there',
      note,
    }
  })
}

function what({ case: c }: Source, finding: Finding): string {
  return sentence(finding, { procedure: c.procedure, dossier: c.dossier, lang: 'zh' }).what
}

function noteOf({ state }: OrderedEvidence): string {
  return state === 'again' || state === 'carried' ? phrase(`list.${state}`, 'zh') : ''
}

function fileOf({ path, excerpt }: OrderedEvidence): string {
  const name = path.replace(/^evidence\//, '')
  if (!excerpt) return name
  const pages = excerpt.from === excerpt.to ? String(excerpt.from) : `${excerpt.from}-${excerpt.to}`
  return `${name}（${phrase('list.pages-of', 'zh', { pages })}）`
}

/** Papers that are there, that the route wants, that a finding wants, or of which 无 is stated. */
function paperRows(from: Source, items: readonly OrderedEvidence[]): Line[] {
  const { procedure, inventory, dossier } = from.case
  const category = procedure.file.categories.find(({ id }) => id === dossier.category)
  const onRoute = procedure.file.routes.find(({ id }) => id === category?.route)?.papers ?? []
  const asked = from.findings.flatMap((finding) => {
    const rule = procedure.rules.rules.find(({ id }) => id === finding.rule)
    return rule ? wantedPapers(rule.need).map((wanted) => ({ ...wanted, finding })) : []
  })
  const known = procedure.kinds.supporting
  const unknown = [...new Set(items.filter(({ owner }) => owner.kind === 'supporting').map(({ owner }) => owner.id))]
    .filter((id) => !known.some((paper) => paper.id === id))
    .map((id) => ({ id, name: { zh: id } }))
  let no = 0
  return [...known, ...unknown].flatMap((paper): Line[] => {
    const owner = { kind: 'supporting' as const, id: paper.id }
    const own = items.filter((item) => item.owner.kind === 'supporting' && item.owner.id === paper.id)
    const state = partState(inventory, owner)
    const wanted = asked.filter((one) => one.paper === paper.id)
    const said = wanted.map(({ finding }) => finding)
    if (own.length === 0 && said.length === 0 && !onRoute.includes(paper.id) && state !== 'none') return []
    no += 1
    const must = wanted.some(({ how, finding }) => how === 'must' && finding.severity === 'error')
    const lacks = must || (said.length === 0 && onRoute.includes(paper.id)) ? 'missing' : 'doubtful'
    const of = state === 'absent' || state === 'none' ? lacks : 'there'
    const rows = partRows(from, own, { title: paper.name, said: own.length ? [] : said, state: of })
    const stated = state === 'none' && own.length === 0 ? phrase('list.stated-none', 'zh') : ''
    return rows.map((row, index) => ({ ...row, no: index === 0 ? String(no) : '', note: row.note || stated }))
  })
}
