import type { EvidenceFile } from '../model/evidence.ts'
import type { Finding } from '../model/finding.ts'
import { finding } from './findings.ts'

/**
 * What is said of many files alike is said once: a person who scans at 100 dpi does so everywhere, and thirty notes hide the
 * one that matters. From three files on, one finding names them.
 */
export function gathered(files: readonly EvidenceFile[]): {
  readonly files: readonly EvidenceFile[]
  readonly findings: readonly Finding[]
} {
  const many = codes.filter((code) => holders(files, code).length >= fewest)
  return {
    files: files.map((file) => ({
      ...file,
      findings: file.findings.filter(({ code }) => !many.some((one) => one === code)),
    })),
    findings: many.map((code) => {
      const found = holders(files, code).flatMap((file) => file.findings.filter((one) => one.code === code))
      const names = found.slice(0, shown).map(({ at }) => at.file)
      const dots = found.length > shown ? ['…'] : []
      const lowest = Math.min(...found.flatMap(({ args: { dpi } }) => (typeof dpi === 'number' ? [dpi] : [])))
      const dpi = Number.isFinite(lowest) ? { dpi: lowest } : {}
      const args = { count: found.length, files: [...names, ...dots].join('、'), ...dpi }
      return finding(together[code], 'note', { file: found[0]?.at.file }, args)
    }),
  }
}

// ---

const fewest = 3
const shown = 5
const together = {
  'evidence/low-dpi': 'evidence/low-dpi-files',
  'evidence/no-text-layer': 'evidence/no-text-layer-files',
  'evidence/chat-picture': 'evidence/chat-picture-files',
  'evidence/fonts-not-embedded': 'evidence/fonts-not-embedded-files',
  'evidence/fast-web-view': 'evidence/fast-web-view-files',
} as const
const codes = Object.keys(together) as (keyof typeof together)[]

function holders(files: readonly EvidenceFile[], wanted: string): readonly EvidenceFile[] {
  return files.filter((file) => file.findings.some(({ code }) => code === wanted))
}
