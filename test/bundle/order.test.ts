import { expect, test } from 'vitest'
import { order } from '../../src/bundle/order.ts'
import { claim, dossier, file, inventory, kinds } from './made.ts'

const two = dossier([
  { id: 'b2', type: 'patent', title: '光伏逆变器专利' },
  { id: 'a2', type: 'paper', title: '后写的论文' },
  { id: 'a1', type: 'paper', title: '先写的论文' },
])

test('kinds stand in the order of the notice, achievements in that of the dossier, parts in theirs, supporting papers last', () => {
  const files = ['1', '2', '3', '4', '5', '6'].map((name) => file(`${name}.pdf`, 1))
  const claims = [
    claim('contract', 'contract', '1.pdf'),
    claim('degree', 'degree', '2.pdf'),
    claim('b2', 'certificate', '3.pdf'),
    claim('a1', 'cover', '4.pdf'),
    claim('a2', 'text', '5.pdf'),
    claim('a2', 'cover', '6.pdf'),
  ]
  const items = order(inventory(files, claims), two, kinds)
  expect(items.map(({ title }) => title)).toEqual([
    '后写的论文·封面',
    '后写的论文·正文',
    '先写的论文·封面',
    '光伏逆变器专利·证书',
    '学历学位证书',
    '聘用合同',
  ])
})

test('several files of one part are numbered in the order in which they are claimed', () => {
  const claims = [claim('a1', 'text', 'z.jpg'), claim('a1', 'text', 'b.jpg')]
  const items = order(inventory([file('b.jpg', 1), file('z.jpg', 1)], claims), two, kinds)
  expect(items.map(({ title, path }) => [title, path])).toEqual([
    ['先写的论文·正文（1/2）', 'z.jpg'],
    ['先写的论文·正文（2/2）', 'b.jpg'],
  ])
})

test('a file claimed twice has pages once and is referred to again', () => {
  const claims = [claim('a2', 'text', 'x.pdf'), claim('a1', 'text', 'x.pdf')]
  const items = order(inventory([file('x.pdf', 4)], claims), two, kinds)
  expect(items.map(({ state, key, pages }) => [state, key, pages])).toEqual([
    ['placed', 'x.pdf', 4],
    ['again', 'x.pdf', 4],
  ])
})

test('an excerpt counts its own pages and is another stretch than the whole file', () => {
  const claims = [
    claim('a2', 'text', 'x.pdf', { excerpt: { from: 3, to: 9 } }),
    claim('a1', 'cover', 'x.pdf'),
    claim('a1', 'text', 'x.pdf', { excerpt: { from: 1, to: 60 } }),
  ]
  const items = order(inventory([file('x.pdf', 60)], claims), two, kinds)
  expect(items.map(({ state, key, pages }) => [state, key, pages])).toEqual([
    ['placed', 'x.pdf#3-9', 7],
    ['placed', 'x.pdf', 60],
    ['again', 'x.pdf', 60],
  ])
})

test('what cannot be merged is listed without pages, what is not there as missing', () => {
  const claims = [claim('a1', 'cover', 'x.docx'), claim('a1', 'text', 'gone.pdf')]
  const items = order(inventory([file('x.docx', undefined, 'docx')], claims), two, kinds)
  expect(items.map(({ state, pages }) => [state, pages])).toEqual([
    ['carried', 0],
    ['missing', 0],
  ])
})

test('a kind or part that the procedure does not know comes after what it knows and is not lost', () => {
  const odd = dossier([
    { id: 'q', type: 'unheard', title: '其他' },
    { id: 'a1', type: 'paper', title: '论文' },
  ])
  const claims = [
    claim('q', 'x', '1.pdf'),
    claim('a1', 'odd', '2.pdf'),
    claim('a1', 'text', '3.pdf'),
    claim('zz', 'zz', '4.pdf'),
  ]
  const items = order(
    inventory(
      ['1', '2', '3', '4'].map((n) => file(`${n}.pdf`, 1)),
      claims,
    ),
    odd,
    kinds,
  )
  expect(items.map(({ path }) => path)).toEqual(['3.pdf', '2.pdf', '1.pdf', '4.pdf'])
})

test('a title that holds an identity number is masked', () => {
  const named = dossier([{ id: 'a1', type: 'paper', title: '样例 990000199001011234 论文' }])
  const [item] = order(inventory([file('1.pdf', 1)], [claim('a1', 'text', '1.pdf')]), named, kinds)
  expect(item?.title).toBe('样例 990000********1234 论文·正文')
})
