import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openPdfium } from '../../src/pdfium/pdfium.ts'
import { today } from './example.ts'
import { run } from './run.ts'
import { withSample } from './sample.ts'

const post = 'post: 工业节能技术研究室主任工程师'
const fill = (folder: string, ...more: string[]) => run(['fill', folder, '--today', today, ...more])

async function text(file: string): Promise<string> {
  const pdf = await (await openPdfium()).open(readFileSync(file))
  const all = Array.from({ length: pdf.pageCount }, (_, index) => pdf.text(index + 1)).join('\n')
  pdf.close()
  return all.replace(/\s/g, '')
}

test('a dossier with errors still goes the whole way as a preview', async () => {
  await withSample([], async (folder) => {
    const { exit, out } = await fill(folder)
    expect(exit).toBe(1)
    expect(out).toMatch(/错误 \d+ 项/)
    const made = readdirSync(join(folder, 'out', 'forms'))
    expect(made).toContain('盖章任务单.pdf')
    const names = (ending: string) =>
      made.flatMap((name) => (name.endsWith(ending) ? name.slice(0, -ending.length) : []))
    expect(names('.docx')).toEqual(names('.pdf'))
    expect(names('.pdf')).toEqual(expect.arrayContaining(['公示结果证明', '材料核对清单', '打印说明', '合订本目录']))
  })
})

test('final is refused while errors stand, and writes nothing', async () => {
  await withSample([], async (folder) => {
    expect((await fill(folder, '--profile', 'final')).exit).toBe(7)
    expect(existsSync(join(folder, 'out'))).toBe(false)
  })
})

test('--force makes it all the same, marked 未通过核对', async () => {
  await withSample([], async (folder) => {
    expect((await fill(folder, '--profile', 'final', '--force')).exit).toBe(1)
    const review = await text(join(folder, 'out', 'forms', '职称评审表.pdf'))
    expect(review).toContain('未通过核对')
    expect(review).toContain('样例')
  })
})

test('public makes the posting versions only', async () => {
  await withSample([], async (folder) => {
    await fill(folder, '--profile', 'public')
    const made = readdirSync(join(folder, 'out', 'forms')).filter((name) => name !== 'slots.json')
    const posted = [
      '公示公告',
      '公示材料清单',
      '重庆市职称申报综合情况（公示）表-A3-公示版',
      '重庆市职称申报综合情况（公示）表-A4-公示版',
    ]
    expect(made.sort()).toEqual(posted.flatMap((name) => [`${name}.docx`, `${name}.pdf`]).sort())
  })
})

test('markup typed into a fact prints as it was typed', async () => {
  await withSample([[post, 'post: "<seal/>{{x}}"']], async (folder) => {
    await fill(folder)
    expect(await text(join(folder, 'out', 'forms', '职称评审表.pdf'))).toContain('<seal/>{{x}}')
  })
})

test('an identity number in a posted text refuses the output and is not repeated', async () => {
  await withSample([[post, 'post: 990000198503070013']], async (folder) => {
    const { exit, err, out } = await fill(folder)
    expect(exit).toBe(7)
    expect(`${out}${err}`).not.toContain('990000198503070013')
    expect(existsSync(join(folder, 'out'))).toBe(false)
  })
})

test('a character that no font has is named, with its code, and never a blank', async () => {
  await withSample([[post, 'post: "工程师\u{1F600}"']], async (folder) => {
    const { exit, err } = await fill(folder, '--profile', 'final', '--force')
    expect(exit).toBe(1)
    expect(err).not.toMatch(/^\s+at /m)
    const review = await text(join(folder, 'out', 'forms', '职称评审表.pdf'))
    expect(review).toContain('工程师〓')
  })
})

test('nothing is overwritten without --force', async () => {
  await withSample([], async (folder) => {
    await fill(folder)
    expect((await fill(folder)).exit).toBe(6)
    expect((await fill(folder, '--force')).exit).toBe(1)
  })
})
