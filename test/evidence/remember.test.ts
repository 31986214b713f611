import { expect, test } from 'vitest'
import { remembering } from '../../src/commands/opening/remember.ts'
import type { Measured, Opener } from '../../src/model/opening.ts'

const bytes = (text: string) => new Uint8Array(Buffer.from(text))

/** An opener that counts, and whose answer can be set. */
function counting(answer: () => Measured) {
  const asked: string[] = []
  const opener = {
    measure: async (given: Uint8Array) => {
      asked.push(Buffer.from(given).toString())
      return answer()
    },
    same: async () => {
      asked.push('same')
      return true
    },
  } as unknown as Opener
  return { asked, opener: remembering(opener) }
}

test('the same content is measured once, other content and other questions again', async () => {
  const { asked, opener } = counting(() => ({ merged: true, pages: 1, problems: [] }))
  for (const text of ['a', 'a', 'b', 'a']) await opener.measure(bytes(text), 'pdf', [])
  await opener.measure(bytes('a'), 'pdf', ['姓名'])
  expect(asked).toEqual(['a', 'b', 'a'])
  for (const pair of ['a', 'a']) await opener.same(bytes(pair), bytes('b'), [1, 1])
  expect(asked.filter((one) => one === 'same').length).toBe(1)
})

test('what only tells of the limits of an attempt is tried again', async () => {
  const slow = { code: 'evidence/too-slow', severity: 'error' } as const
  const answers: Measured[] = [
    { merged: false, problems: [slow] },
    { merged: true, pages: 1, problems: [] },
  ]
  const { asked, opener } = counting(() => answers.shift() ?? { merged: false, problems: [] })
  expect((await opener.measure(bytes('a'), 'pdf', [])).merged).toBe(false)
  expect((await opener.measure(bytes('a'), 'pdf', [])).merged).toBe(true)
  expect(asked.length).toBe(2)
})
