import { expect, test } from 'vitest'
import { html } from '../../src/say/html.ts'
import { terminal } from '../../src/say/terminal.ts'
import { report } from './example.ts'

const next = Array.from({ length: 10 }, (_, index) => ({
  path: `education[e${index}].school`,
  count: 10 - index,
  rules: [],
}))
const how = { lang: 'zh', colour: false, columns: undefined } as const

test('the terminal shows the first eight facts to give and counts the rest', () => {
  const text = terminal(report([], { next }), how)
  expect(text).toContain('下一个要填的（10 项）')
  expect(text).toContain('  8. 教育经历')
  expect(text).not.toContain('  9. 教育经历')
  expect(text).toContain('另有 2 项')
})

test('the page shows all of them, in either language', () => {
  const page = html(report([], { next }), 'zh')
  expect(page.match(/education\[e\d\]\.school/g)).toHaveLength(10)
  expect(html(report([], { next }), 'en')).toContain('To give next')
  expect(html(report([]), 'zh')).not.toContain('下一个要填的')
})
