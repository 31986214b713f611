import fc from 'fast-check'
import { expect, test } from 'vitest'
import { order } from '../../src/bundle/order.ts'
import { contentsRows, evidenceParts, laidPart, plan, slotsInBundle, withContents } from '../../src/bundle/plan.ts'
import type { Slot } from '../../src/model/slot.ts'
import { claim, dossier, file, inventory, kinds, laid } from './made.ts'

const items = order(
  inventory(
    [file('1.pdf', 2), file('2.docx', undefined, 'docx'), file('3.pdf', 5)],
    [
      claim('a1', 'cover', '1.pdf'),
      claim('a1', 'text', '2.docx'),
      claim('b1', 'certificate', '1.pdf'),
      claim('degree', 'degree', '3.pdf'),
    ],
  ),
  dossier([
    { id: 'a1', type: 'paper', title: '论文甲' },
    { id: 'b1', type: 'patent', title: '专利乙' },
  ]),
  kinds,
)
const cover = laidPart('cover', '封面', { pages: laid('cover', 1), bookmarks: [] })
const form = laidPart('form:public', '公示表', { pages: laid('public', 3), bookmarks: [] })
const evidence = evidenceParts(items, async () => [])

test('parts begin where the ones before them end', () => {
  const where = plan([cover, form, ...evidence])
  expect([...where.firstPageOf]).toEqual([
    ['cover', 1],
    ['form:public', 2],
    ['1.pdf', 5],
    ['3.pdf', 7],
  ])
  expect(where.total).toBe(11)
})

test('a key that stands twice is a mistake of ours and fails', () => {
  expect(() => plan([cover, cover])).toThrow('stands twice')
})

test('rows of the contents carry the real pages; what is claimed again points to where it stands, what is carried to none', () => {
  const rows = contentsRows([cover, form, ...evidence], items, plan([cover, form, ...evidence]))
  expect(rows.map(({ level, title, page, pages, state }) => [level, title, page, pages, state])).toEqual([
    [1, '公示表', 2, 3, 'heading'],
    [1, '论文', 5, 2, 'heading'],
    [2, '论文甲', 5, 2, 'heading'],
    [3, '封面', 5, 2, 'placed'],
    [3, '正文', undefined, 0, 'carried'],
    [1, '专利', 5, 0, 'heading'],
    [2, '专利乙', 5, 0, 'heading'],
    [3, '证书', 5, 2, 'again'],
    [1, '学历学位证书', 7, 5, 'heading'],
    [3, '学历学位证书', 7, 5, 'placed'],
  ])
})

test('the contents are laid twice and count their own pages in', () => {
  const seen: (number | undefined)[] = []
  const { parts, plan: where } = withContents([cover, form, ...evidence], items, '目录', (rows) => {
    seen.push(rows.find(({ title }) => title === '公示表')?.page)
    return { pages: laid('contents', 2), bookmarks: [] }
  })
  expect(seen).toEqual([undefined, 4])
  expect(parts.map(({ key }) => key)).toEqual(['cover', 'contents', 'form:public', '1.pdf', '3.pdf'])
  expect(where.firstPageOf.get('1.pdf')).toBe(7)
})

test('a contents page that grows when its numbers are filled in fails', () => {
  const grow = (rows: readonly { page?: number | undefined }[]) => {
    return { pages: laid('contents', rows.some(({ page }) => page !== undefined) ? 2 : 1), bookmarks: [] }
  }
  expect(() => withContents([cover, form], items, '目录', grow)).toThrow('1 pages without numbers, 2 with them')
})

test('slots learn their page of the bundle', () => {
  const slot = { id: 'P2', form: 'public', page: 2 } as Slot
  const where = plan([cover, form])
  expect(slotsInBundle([slot, { ...slot, form: 'elsewhere' }], where).map(({ bundlePage }) => bundlePage)).toEqual([
    3,
    undefined,
  ])
})

test('property: every page of the bundle belongs to exactly one part', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 30 }), (counts) => {
      const parts = counts.map((pages, i) => ({ key: `k${i}`, pages }))
      const where = plan(parts)
      const pages = parts.flatMap(({ key, pages }) =>
        Array.from({ length: pages }, (_, i) => (where.firstPageOf.get(key) ?? 0) + i),
      )
      expect(pages).toEqual(Array.from({ length: where.total }, (_, i) => i + 1))
    }),
  )
})
