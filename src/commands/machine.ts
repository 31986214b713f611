import { getHashes } from 'node:crypto'
import { accessSync, constants, existsSync } from 'node:fs'
import { arch, platform, release } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { templatesFolder } from './package.ts'

/** What `doctor` asks of the machine; handed in so that tests can be another one. */
export type Machine = {
  /** `20.19.4` */
  readonly node: string
  readonly platform: string
  readonly arch: string
  readonly release: string
  /** Minutes east of Greenwich. */
  readonly offset: number
  readonly locale: string | undefined
  readonly sm3: boolean
  /** A program of this name is on the search path. */
  readonly hasProgram: (name: string) => boolean
  readonly canWrite: (folder: string) => boolean
  /** The whole path. */
  readonly whole: (path: string) => string
  /** Procedures of the program. */
  readonly templates: string
}

/** This machine, without starting anything. */
export function thisMachine(): Machine {
  const { env, versions } = process
  return {
    node: versions.node,
    platform: platform(),
    arch: arch(),
    release: release(),
    offset: -new Date().getTimezoneOffset(),
    locale: env.LC_ALL || env.LC_CTYPE || env.LANG || undefined,
    sm3: getHashes().includes('sm3'),
    hasProgram: (name) => onPath(name, env.PATH ?? ''),
    canWrite,
    whole: (path) => resolve(path),
    templates: templatesFolder,
  }
}

// ---

function onPath(name: string, path: string): boolean {
  const names = platform() === 'win32' ? [`${name}.exe`, `${name}.com`] : [name]
  return path.split(delimiter).some((folder) => folder !== '' && names.some((one) => existsSync(join(folder, one))))
}

function canWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}
