import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import JSZip from 'jszip'
import { expect, test } from 'vitest'
import { openPdfium } from '../../src/pdfium/pdfium.ts'
import { today } from './example.ts'
import { run } from './run.ts'
import { withSample } from './sample.ts'

async function textOf(file: string): Promise<string> {
  const pdf = await (await openPdfium()).open(readFileSync(file))
  const all = Array.from({ length: pdf.pageCount }, (_, index) => pdf.text(index + 1)).join('')
  pdf.close()
  return all.replace(/\s/g, '')
}

test('check --out puts the checklist beside the report, as PDF and for Word', async () => {
  await withSample([], async (folder) => {
    expect((await run(['check', folder, '--today', today, '--out', join(folder, 'out')])).exit).toBe(1)
    const report = join(folder, 'out', 'report')
    const names = ['findings.html', 'findings.json', '材料核对清单.docx', '材料核对清单.pdf']
    expect(readdirSync(report).sort()).toEqual(names)
    const text = await textOf(join(report, '材料核对清单.pdf'))
    expect(text).toContain('缺少佐证材料')
    expect(text).not.toMatch(/预览|未通过核对/)
    const word = await JSZip.loadAsync(readFileSync(join(report, '材料核对清单.docx')))
    expect(await word.file('word/document.xml')?.async('string')).toContain('论文检索证明')
  })
})

test('without --out nothing is written', async () => {
  await withSample([], async (folder) => {
    const before = readdirSync(folder)
    await run(['check', folder, '--today', today])
    expect(readdirSync(folder)).toEqual(before)
  })
})

test('the bundle carries checklist, worksheet and print sheet with the report, and the other forms with the data', async () => {
  await withSample([], async (folder) => {
    await run(['bundle', folder, '--today', today, '--profile', 'preview'])
    const out = join(folder, 'out')
    const bag = readdirSync(out).find((name) => existsSync(join(out, name, 'bagit.txt'))) ?? ''
    const [report, data, forms] = [['report'], ['data'], ['data', 'forms']].map((path) =>
      readdirSync(join(out, bag, ...path)),
    )
    expect(report).toEqual(expect.arrayContaining(['材料核对清单.pdf', '盖章任务单.pdf', '打印说明.pdf']))
    expect(data).toEqual(expect.arrayContaining(['合订本.pdf', '合订本目录.pdf']))
    expect(forms).toEqual(expect.arrayContaining(['公示公告.pdf', '公示材料清单.docx', '公示结果证明.pdf']))
    expect(forms?.filter((name) => name.startsWith('材料核对清单'))).toEqual([])
  })
})
