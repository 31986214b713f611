import type { Claim } from '../../model/evidence.ts'
import type { Finding } from '../../model/finding.ts'
import { maskInText } from '../../model/mask.ts'
import { isStated } from '../../model/scalar.ts'
import { isDate } from '../dates.ts'
import { type Facts, items, own, read, type Seen } from '../facts.ts'
import { found } from '../found.ts'
import { comparable } from '../names.ts'
import { spansOf } from './period.ts'
import { counted } from './results.ts'

/**
 * What the name of an evidence file says against the facts (domain C08): another person, another year, a unit of another time.
 * Only notes: people name files as they like.
 */
export function fileFacts(facts: Facts): readonly Finding[] {
  const known = new Map(counted(facts).map(({ item }) => [item.path, item]))
  const once = new Map(facts.of.inventory.claims.map((claim) => [`${claim.owner.id} ${claim.path}`, claim]))
  const strangers = strangersTo(facts)
  return [...once.values()].flatMap((claim) => {
    const name = nameOf(claim.path)
    const item = claim.owner.kind === 'achievement' ? known.get(`achievements[${claim.owner.id}]`) : undefined
    return [
      ...(claim.owner.id === 'recommendation-letters' ? [] : otherPerson(facts, claim, name, strangers)),
      ...(item ? [...otherYear(claim, name, item), ...otherUnit(facts, claim, name, item)] : []),
    ]
  })
}

// ---

/** The last part of a path without its ending. */
function nameOf(path: string): string {
  return path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/\.[^.]*$/, '')
    .normalize('NFKC')
}

function at({ owner, path }: Claim, id?: string) {
  const base = { file: maskInText(path), id: owner.id }
  return id === undefined ? base : { ...base, path: `achievements[${id}]` }
}

/**
 * Surnames that begin few other words (公安部 2020年百家姓 without those, such as 高 and 金, that do), and words of paper names that
 * begin with one all the same.
 */
const surnames = '王李张刘陈杨赵吴孙朱胡郭何郑梁谢唐冯邓曹彭蒋蔡袁董潘杜吕魏沈姚卢姜崔谭廖汪韦邹孟邱尹薛闫侯邵龚郝覃戴'
const words =
  /^(何时|何地|陈述|陈列|陈旧|杨木|胡同|郭家|董事|董事会|唐山|唐钢|郑州|沈阳|吴江|张家港|张拉|李家沱|杨家坪|谢家湾|王家坪|孙公司|孟买|梁板|梁柱|冯家坝|姜黄|汪洋)/

type Strangers = ReadonlySet<string>

/** People whom the dossier names beside the applicant. */
function strangersTo(facts: Facts): Strangers {
  const { education, work, recommenders } = facts.of.dossier
  const lists = [education, work].flatMap((list) => (Array.isArray(list) ? list.map((row) => row.witness) : []))
  const experts = Array.isArray(recommenders) ? recommenders.map((row) => row.name) : []
  const by = facts.of.journal.events.map((event) => event.by)
  const names = [...lists, ...experts, ...by].flatMap((name) => (name === undefined || isStated(name) ? [] : [name]))
  return new Set(names.map(comparable).filter((name) => /^\p{Script=Han}{2,4}$/u.test(name)))
}

/** A piece of the name that is a person's, and none of the applicant's: `张伟_论文`, `王小明的获奖证书`. */
function otherPerson(facts: Facts, claim: Claim, name: string, strangers: Strangers): readonly Finding[] {
  const { person } = facts.of.dossier
  if (person?.name === undefined) return []
  const own = [person.name, ...(person.formerNames ?? '').split(/[、，,]/)].map(comparable).filter((one) => one !== '')
  if (own.some((one) => comparable(name).includes(one))) return []
  const pieces = name.split(/[\s_\-—–·.,，、()（）【】[\]+&]+/)
  const possessive = /^(\p{Script=Han}{2,3})(?:的|同志)\p{Script=Han}/u.exec(name)?.[1]
  const other = [...pieces, ...(possessive === undefined ? [] : [possessive])].find(
    (piece) => strangers.has(piece) || (pieces.length + (possessive ? 1 : 0) > 1 && looksLikeName(piece)),
  )
  if (other === undefined) return []
  return [found('check/file-person', 'note', at(claim), { other, name: maskInText(person.name) })]
}

function looksLikeName(piece: string): boolean {
  const letters = [...piece]
  return /^\p{Script=Han}{2,3}$/u.test(piece) && surnames.includes(letters[0] ?? '') && !words.test(piece)
}

/**
 * A year that is written as one (`2019年`), away from all years of the achievement. An award of 2022 may be given in 2023, and
 * the year before a beginning is let pass too.
 */
function otherYear(claim: Claim, name: string, item: Seen): readonly Finding[] {
  const written = [...name.matchAll(/(?<!\d)((?:19|20)\d{2})\s*(?:年|学年|届)/g)].map((match) => Number(match[1]))
  const values = Object.values(item.value as Readonly<Record<string, unknown>>)
  const dates = values.filter(isDate).map((date) => Number(date.slice(0, 4)))
  const told = values.flatMap((value) =>
    typeof value === 'string'
      ? [...value.matchAll(/(?<!\d)((?:19|20)\d{2})(?!\d)/g)].map((match) => Number(match[1]))
      : [],
  )
  if (dates.length === 0) return []
  const [first, last] = [Math.min(...dates) - 1, Math.max(...dates)]
  const year = written.find((one) => (one < first || one > last) && !told.includes(one))
  if (year === undefined) return []
  const args = { year, date: String(own(item.value, 'date') ?? '') }
  return [found('check/file-year', 'note', at(claim, claim.owner.id), args)]
}

/** The full name of a unit where the applicant was not in these months, and which the achievement does not name. */
function otherUnit(facts: Facts, claim: Claim, name: string, item: Seen): readonly Finding[] {
  const date = own(item.value, 'date')
  if (!isDate(date)) return []
  const text = comparable(name)
  const named = JSON.stringify(item.value)
  const work = items(read(facts, 'work')) ?? []
  const years = (span: { from: number; to: number }) => [Math.floor(span.from / 12), Math.floor(span.to / 12)] as const
  const spans = spansOf(facts, 'work').filter((span) => text.includes(comparable(span.employer)))
  const isThen = spans.some(
    (span) => years(span)[0] <= Number(date.slice(0, 4)) && Number(date.slice(0, 4)) <= years(span)[1] + 1,
  )
  const [first] = spans
  if (!first || isThen || work.length === 0 || named.includes(first.employer)) return []
  const [from, to] = years(first)
  const args = { unit: maskInText(first.employer), row: first.row, from, to, date }
  return [found('check/file-unit', 'note', at(claim, claim.owner.id), args)]
}
