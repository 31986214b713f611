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
      const named = holders(files, code)
      const args = { count: named.length, files: named.map(({ path }) => path).join('、') }
      const worst = Math.min(
        ...named.flatMap((file) =>
          file.findings.flatMap(({ args: { dpi } }) => (typeof dpi === 'number' ? [dpi] : [])),
        ),
      )
      const dpi = Number.isFinite(worst) ? { dpi: worst } : {}
      return finding(together[code], 'note', { file: named[0]?.path }, { ...args, ...dpi })
    }),
  }
}

// ---

const fewest = 3
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
