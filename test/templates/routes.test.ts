import { expect, test } from 'vitest'
import { procedureSchema } from '../../src/model/procedure.ts'
import { slotsSchema } from '../../src/model/slot.ts'
import { read } from './read.ts'

const procedure = read(procedureSchema, 'procedure.yaml')
const { slots, print } = read(slotsSchema, 'slots.yaml')
const all = procedure.routes.map((route) => route.id)

/** As the arrows stand in 四（一）; the applicant in front is understood. R3c has no arrows of its own. */
const arrows = {
  R1: '所在单位→单位主管部门→评委会',
  R2: '所在单位→单位主管部门→区县人力社保（职改）部门→评委会',
  R3a: '所在单位→人事代理机构→区县人力社保（职改）部门→评委会',
  R3b: '所在单位→区县人力社保（职改）部门→评委会',
  R3c: '所在单位→人事代理机构→区县人力社保（职改）部门→评委会',
  R4: '人事代理机构→区县人力社保（职改）部门→评委会',
  R5: '所在单位→单位驻重庆最高管理机构→评委会',
}

test('each route goes through the bodies of the notice in its order', () => {
  const name = (id: string) => procedure.bodies.find((body) => body.id === id)?.name.zh
  const data = procedure.routes.map((route) => [route.id, route.bodies.map(name).join('→')])
  expect(Object.fromEntries(data)).toEqual(arrows)
})

test('papers that a route asks for', () => {
  const asked = procedure.routes.filter((route) => route.papers.length).map(({ id, papers }) => [id, papers])
  expect(asked).toEqual([
    ['R3b', ['file-search']],
    ['R5', ['entrust-letter']],
  ])
})

test('every person of 四（一） finds a category, and the doubtful ones name two routes', () => {
  expect(new Set(procedure.categories.map((category) => category.route))).toEqual(new Set(all))
  const doubtful = procedure.categories.filter((category) => category.orRoute)
  expect(doubtful.map(({ id, route, orRoute }) => [id, route, orRoute])).toEqual([
    ['central-branch', 'R5', 'R1'],
    ['outside-unit-file-here', 'R5', 'R3c'],
  ])
})

/** domain 5.2 with 9: who seals or signs on which route. */
const table: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  P1: { applicant: all },
  P2: { unit: all.filter((id) => id !== 'R4'), agency: ['R4'] },
  P3: { applicant: all },
  P4: { unit: all.filter((id) => id !== 'R4') },
  P5: { department: ['R1', 'R2'] },
  P6: { agency: ['R3a', 'R3c', 'R4'] },
  P7: { 'chongqing-head': ['R5'] },
  P8: { district: ['R2', 'R3a', 'R3b', 'R3c', 'R4'] },
  P9: { committee: all },
  P10: { approver: all },
  P11: { unit: all.filter((id) => id !== 'R4'), agency: ['R4'] },
  P12: { unit: all.filter((id) => id !== 'R4'), agency: ['R4'] },
  'P13-keeping': { keeper: ['R3a', 'R3c', 'R4'] },
  'P13-search': { keeper: ['R3b'] },
  'P13-entrust': { superior: ['R5'] },
}

for (const [id, expected] of Object.entries(table))
  test(`${id}: body by route`, () => {
    const on = slots.find((slot) => slot.id === id)?.on ?? {}
    const bodies = [...new Set(Object.values(on))]
    const data = bodies.map((body) => [body, all.filter((route) => on[route] === body)])
    expect(Object.fromEntries(data)).toEqual(expected)
  })

test('P1 to P19 are all there, once, and their routes and bodies exist', () => {
  const numbers = new Set(slots.map((slot) => Number(/^P(\d+)/.exec(slot.id)?.[1])))
  expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 19 }, (_, index) => index + 1))
  expect(new Set(slots.map((slot) => slot.id)).size).toBe(slots.length)
  const bodies = procedure.bodies.map((body) => body.id)
  for (const slot of slots) {
    expect(all).toEqual(expect.arrayContaining(Object.keys(slot.on)))
    expect(bodies).toEqual(expect.arrayContaining(Object.values(slot.on)))
  }
})

test('the unit and the bodies above it seal the export, on both copies, after the confirmation', () => {
  const opinions = slots.filter((slot) => /^P[4-8](-|$)/.test(slot.id))
  expect(opinions.length).toBe(15)
  for (const slot of opinions) {
    expect(slot).toMatchObject({ onto: 'platform-export', copies: ['personnel', 'document'], stage: 'confirmed' })
    expect(slot.grade).toBe(slot.kind === 'seal' ? 'N' : 'I')
  }
})

test('committee and approver come sealed by the platform', () => {
  const result = slots.filter((slot) => /^P(9|10)$/.test(slot.id))
  expect(result.map((slot) => [slot.kind, slot.onto, slot.grade])).toEqual([
    ['e-seal', 'platform-e-seal', 'N'],
    ['e-seal', 'platform-e-seal', 'N'],
  ])
})

test('marks that the notice does not ask for are optional', () => {
  const optional = new Set(slots.filter((slot) => slot.optional).map((slot) => slot.id.replace(/-.*/, '')))
  expect([...optional]).toEqual(['P11', 'P12', 'P13', 'P16', 'P17', 'P18', 'P19'])
})

test('where the freelancer has no unit both readings are given', () => {
  const byAgency = slots.filter(
    (slot) => slot.on.R4 === 'agency' && slot.on.R1 === 'unit' && /seal|riding/.test(slot.kind),
  )
  expect(byAgency.map((slot) => slot.id)).toEqual(['P2', 'P11', 'P12', 'P14', 'P15', 'P18-unit'])
  for (const slot of byAgency) expect(slot.otherReading?.zh).toMatch(/^自由职业者/)
})

test('copies are those of the procedure, every seal has a size, and rings are the default', () => {
  const copies = [...procedure.copies.map((copy) => copy.id), 'single']
  expect(copies).toEqual(expect.arrayContaining(slots.flatMap((slot) => slot.copies)))
  const sizes = new Map(procedure.bodies.map((body) => [body.id, body.diameter]))
  const seals = slots.filter((slot) => slot.kind === 'seal' || slot.kind === 'e-seal')
  for (const slot of seals)
    for (const body of Object.values(slot.on))
      expect([slot.id, slot.diameter ?? sizes.get(body)]).toEqual([slot.id, 42])
  expect(print).toBe('ring')
})
