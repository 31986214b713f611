import { chown, mkdtemp, rm } from 'node:fs/promises'
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

/** Does the work as somebody who may not do everything: as root (on CI) under another user's id, else as it is. */
export async function asAnyone<T>(paths: readonly string[], work: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return work()
  const nobody = 65534
  for (const path of paths) await chown(path, nobody, nobody)
  process.seteuid?.(nobody)
  try {
    return await work()
  } finally {
    process.seteuid?.(0)
  }
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
