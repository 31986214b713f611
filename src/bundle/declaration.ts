import type { Finding } from '../model/finding.ts'
import { problem } from './problem.ts'
import type { Scan } from './scan.ts'

/** What `bagit.txt` says about how the rest is to be read. */
export type Declaration = {
  /** Paths in manifests are percent-encoded (1.0). */
  readonly encoded: boolean
  /** Every payload manifest must list every payload file (1.0). */
  readonly complete: boolean
  readonly findings: readonly Finding[]
}

/** Reads the bag declaration; a changed or missing one that is already accused is not accused again. */
export function declarationOf(bag: Scan, changed: ReadonlySet<string>): Declaration {
  const newest = { encoded: true, complete: true }
  const text = bag.texts.get('bagit.txt')
  if (changed.has('bagit.txt')) return { ...newest, findings: [] }
  if (text === undefined) return { ...newest, findings: [problem('bundle/no-declaration', {})] }
  const match = /^BagIt-Version: (\d+)\.(\d+)\s*\r?\nTag-File-Character-Encoding: UTF-8\s*$/i.exec(text)
  if (!match) return { ...newest, findings: [problem('bundle/bad-declaration', {}, { file: 'bagit.txt' })] }
  const current = Number(match[1]) >= 1
  return { encoded: current, complete: current, findings: [] }
}
