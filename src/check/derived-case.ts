import type { Case } from '../model/case.ts'
import { isStated } from '../model/scalar.ts'
import { isDate, stretch } from './dates.ts'
import type { Derived } from './derived.ts'

/** The route of the applicant's category; undefined while the category is unknown or fits two routes (待定). */
export function routeOf(c: Case) {
  const category = categoryOf(c)
  if (!category || category.orRoute !== undefined) return undefined
  return c.procedure.file.routes.find((route) => route.id === category.route)
}

export function categoryOf(c: Case) {
  return c.procedure.file.categories.find((category) => category.id === c.dossier.category)
}

/** Facts that follow from the dossier and the procedure. */
const assessedNeeds = ['declaration.year', 'grounds.obtained']

export const caseRows: readonly Derived[] = [
  row('today', 'day', '核对日期', 'date of the check', [], (c) => c.today),
  row('stage', 'id', '办理阶段', 'stage', [], (c) => c.stage),

  row('route.id', 'id', '申报路径', 'route', ['category'], (c) => routeOf(c)?.id),
  row('route.name', 'text', '申报路径', 'route', ['category'], (c) => routeOf(c)?.name.zh),
  row('route.bodies[]', 'id', '逐级上报的机构', 'bodies of the route', ['category'], (c) => routeOf(c)?.bodies),
  row('route.papers[]', 'id', '该路径须附的材料', 'papers of the route', ['category'], (c) => routeOf(c)?.papers),

  row('level.name', 'text', '申报职称', 'declared title', ['declaration.level'], (c) => levelOf(c)?.name.zh),
  row('level.rank', 'id', '申报职称层级', 'rank', ['declaration.level'], (c) => levelOf(c)?.rank),
  row('level.order', 'whole', '申报职称次序', 'order of the title', ['declaration.level'], (c) => levelOf(c)?.order),
  row('level.fee', 'whole', '评审费', 'review fee', ['declaration.level'], (c) => levelOf(c)?.fee?.yuan),
  row('level.below', 'id', '下一级职称', 'next lower title', ['declaration.level'], levelBelow),

  row('channel.ordinary', 'yes-no', '是否正常申报渠道', 'ordinary channel', ['declaration.channel'], (c) => {
    return c.procedure.file.channels.find((channel) => channel.id === c.dossier.declaration?.channel)?.ordinary
  }),
  row('channels.ordinary[]', 'id', '正常申报渠道', 'ordinary channels', [], (c) => channelIds(c, true)),
  row('channels.special[]', 'id', '绿色通道', 'green channels', [], (c) => channelIds(c, false)),

  row(
    'assessed.from',
    'date',
    '须有年度考核的起始年度',
    'first year to be assessed',
    assessedNeeds,
    (c) => assessed(c)?.from,
  ),
  row(
    'assessed.to',
    'date',
    '须有年度考核的截止年度',
    'last year to be assessed',
    assessedNeeds,
    (c) => assessed(c)?.to,
  ),

  row('document.alone', 'id', '证件能否单独使用', 'document may stand alone', ['person.document.type'], standsAlone),
  row('recommendations.count', 'whole', '推荐专家人数', 'recommenders', ['recommenders'], (c) => {
    return isStated(c.dossier.recommenders) ? 0 : c.dossier.recommenders?.length
  }),
  row('copies.count', 'whole', '归档份数', 'copies to file', [], (c) => c.procedure.file.copies.length),
]

export function row(
  path: string,
  type: Derived['type'],
  zh: string,
  en: string,
  needs: readonly string[],
  read: Derived['read'],
): Derived {
  return { path, type, label: { zh, en }, needs, read }
}

// ---

function levelOf(c: Case) {
  return c.procedure.file.levels.find((level) => level.id === c.dossier.declaration?.level)
}

/** Id of the level one order below the declared one; 不适用 for the lowest. */
function levelBelow(c: Case): string | undefined {
  const level = levelOf(c)
  if (!level) return undefined
  return c.procedure.file.levels.find((candidate) => candidate.order === level.order - 1)?.id ?? '不适用'
}

/** yes when any document given may; otherwise what the first one's row says. */
function standsAlone(c: Case): string | undefined {
  const { document, otherDocuments } = c.dossier.person ?? {}
  const all = [document, ...(Array.isArray(otherDocuments) ? otherDocuments : [])]
  const rows = all.map((one) => c.procedure.documents.documents.find((row) => row.id === one?.type)?.alone)
  return rows.includes('yes') ? 'yes' : rows[0]
}

function channelIds(c: Case, ordinary: boolean): string[] {
  return c.procedure.file.channels.filter((channel) => channel.ordinary === ordinary).map((channel) => channel.id)
}

/** The last five full years before the declaration, not before the first full year in the title held. */
function assessed(c: Case): { readonly from: string; readonly to: string } | undefined {
  const year = c.dossier.declaration?.year
  const obtained = c.dossier.grounds?.obtained
  if (year === undefined || obtained === undefined) return undefined
  const since = isDate(obtained) && !isStated(obtained) ? Number(stretch(obtained).last.slice(0, 4)) + 1 : 0
  return { from: `${Math.max(year - 5, since)}-01-01`, to: `${year - 1}-12-31` }
}
