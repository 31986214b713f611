import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import type { z } from 'zod'
import { tryYaml } from '../../src/disk/yaml.ts'
import { Refusal } from '../../src/model/finding.ts'

const folders: string[] = []

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

/** A fresh folder that goes away after the test. */
export async function scratch(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'juanzong-disk-'))
  folders.push(folder)
  return folder
}

/** The refusal that the promise ends in; anything else fails the test. */
export async function refused(promise: Promise<unknown> | (() => unknown)): Promise<Refusal> {
  try {
    await (typeof promise === 'function' ? promise() : promise)
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('was not refused')
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

export function text(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes)
}

/** `code line:column` of every finding, in order. */
export function problems(schema: z.ZodType, source: string | Uint8Array): string[] {
  const read = tryYaml(schema, typeof source === 'string' ? utf8(source) : source, 'file.yaml')
  return read.ok ? [] : read.findings.map(({ code, at }) => `${code} ${at.line}:${at.column}`)
}

/** The value, or an error that lists what was found. */
export function value<S extends z.ZodType>(schema: S, source: string | Uint8Array): z.output<S> {
  const read = tryYaml(schema, typeof source === 'string' ? utf8(source) : source, 'file.yaml')
  if (!read.ok) throw new Error(read.findings.map((finding) => JSON.stringify(finding)).join('\n'))
  return read.value
}
