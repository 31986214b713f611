import type { Finding } from '../../model/finding.ts'
import { categoryOf } from '../derived-case.ts'
import type { Facts } from '../facts.ts'
import { found } from '../found.ts'

/** A category that fits no route plainly: 待定, both candidates named (domain 9). */
export function doubtfulRoute(facts: Facts): readonly Finding[] {
  const category = categoryOf(facts.of)
  if (category?.orRoute === undefined) return []
  const name = (id: string | undefined) => facts.of.procedure.file.routes.find((route) => route.id === id)?.name ?? ''
  const args = { category: category.name, first: name(category.route), second: name(category.orRoute) }
  return [found('check/doubtful-route', 'pending', { path: 'category' }, args, { basis: category.basis })]
}
