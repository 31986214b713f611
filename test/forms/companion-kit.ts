import { join } from 'node:path'
import { realDisk } from '../../src/disk/disk.ts'
import { readFonts } from '../../src/disk/fonts.ts'
import { fill } from '../../src/fill/fill.ts'
import { lay } from '../../src/lay/lay.ts'
import type { Case } from '../../src/model/case.ts'
import type { Dossier } from '../../src/model/dossier.ts'
import type { Item, Laid } from '../../src/model/page.ts'
import { openFonts } from '../../src/write/fonts.ts'
import { caseIn, templates } from '../templates/folder.ts'

/** Both procedures with their samples, and the fonts that are shipped. */
export const chongqing = await caseIn(join(templates, 'chongqing-green-low-carbon-2024'))
export const national = await caseIn(join(templates, 'national-engineering-sample'))
const root = join(templates, '..')
const files = await readFonts(realDisk(), join(root, 'fonts'), join(root, 'node_modules'))
export const { measure } = openFonts(files.files, files.roles)

export const longName = `${'阿卜杜'.repeat(19)}样例甲`
export const longUnit = `重庆样例${'绿色低碳节能环保装备制造与新能源技术研究开发及推广应用服务'.repeat(2)}集团有限公司`

/** How full a dossier is: nothing known, an ordinary one, or more than any cell was made for. */
export const fullness = ['short', 'ordinary', 'overfull'] as const
export type Fullness = (typeof fullness)[number]

export function dossierOf(c: Case, how: Fullness): Dossier {
  const { dossier } = c
  if (how === 'short') return { format: dossier.format, procedure: dossier.procedure }
  if (how === 'ordinary') return { ...dossier, recommenders: experts(2, '何样例', reason) }
  return {
    ...dossier,
    person: { ...dossier.person, name: longName },
    employer: { ...dossier.employer, name: longUnit },
    recommenders: experts(3, longName, reason.repeat(40)),
  }
}

/** Rows of the lists as the program hands them over. */
export function rowsOf(form: string, how: Fullness): readonly Readonly<Record<string, string>>[] {
  const count = { short: 0, ordinary: form === 'explanation' ? 2 : 8, overfull: 40 }[how]
  return Array.from({ length: count }, (_, i) => {
    const title =
      how === 'overfull' ? `第${i + 1}件：${'样例合同及其补充协议、验收证明，'.repeat(4)}` : `样例材料之${i + 1}`
    const gap = { what: i % 2 ? '社保记录间断' : '工作经历间断', from: '2014.04', to: '2014.06', months: '3' }
    return { no: String(i + 1), title, copies: '1', pages: String(i + 3), note: i % 3 ? '' : '原件', ...gap }
  })
}

export function sheetOf(c: Case, form: string, how: Fullness) {
  const unit = how === 'ordinary' ? c.unit : undefined
  return fill(form, { ...c, unit, dossier: dossierOf(c, how) }, { rows: rowsOf(form, how) })
}

export function laidOf(c: Case, form: string, how: Fullness): Laid {
  return lay(sheetOf(c, form, how), measure)
}

/** What a page says, piece after piece as it was laid. */
export function textOf(items: readonly Item[]): string {
  return items.flatMap((item) => (item.kind === 'text' ? [item.text] : [])).join('')
}

/** How often a text holds another. */
export function times(text: string, part: string): number {
  return text.split(part).length - 1
}

// ---

const reason = '长期从事工业余热回收与电机系统节能，主持的项目节能效果经第三方核验，业绩突出。'

function experts(count: number, name: string, why: string): Dossier['recommenders'] {
  return Array.from({ length: count }, (_, i) => ({
    id: `r${i}`,
    name,
    title: '正高级工程师',
    specialty: '节能技术',
    employer: '样例大学能源与动力工程学院',
    reason: `${why}（推荐人${i + 1}）`,
  }))
}
