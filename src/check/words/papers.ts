import { z } from 'zod'
import type { Claim } from '../../model/evidence.ts'
import { known, type Result, unknown } from '../answer.ts'
import { define } from '../define.ts'
import { type Facts, idOf, read } from '../facts.ts'
import { partState } from '../papers.ts'

const reference = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9]*(\.[\p{Script=Han}A-Za-z0-9_-]+){0,2}$/u, 'supporting.<kind>, or a name of `each`')

/**
 * `evidence: supporting.<kind>[.<part>]`, or `evidence: <name>[.<part>]` where `each` bound the name to an achievement or to
 * the id of a supporting kind: a file is there for it.
 *
 * | a claimed file exists | none is claimed, only missing files are, or 无 is stated | the name's id is absent |
 * | --- | --- | --- |
 * | yes | no | unknown |
 */
export const evidence = define(
  'evidence',
  () => reference,
  (text, facts) => asked(text, facts),
  (text) => ({ uses: [], evidence: text }),
)

// ---

function asked(text: string, facts: Facts): Result {
  const [head = '', ...rest] = text.split('.')
  if (head === 'supporting') return there(facts, { kind: 'supporting', id: rest[0] ?? '' }, rest[1])
  const seen = read(facts, head)
  if (typeof seen.value === 'string') return there(facts, { kind: 'supporting', id: seen.value }, rest[0])
  const id = idOf(seen.value)
  return id === undefined ? unknown([{ value: undefined, seen }]) : there(facts, { kind: 'achievement', id }, rest[0])
}

function there(facts: Facts, owner: Claim['owner'], part: string | undefined): Result {
  return known(partState(facts.of.inventory, owner, part) === 'there')
}
