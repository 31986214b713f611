import { spawnSync } from 'node:child_process'

/** True when a program of the system can be started. */
export function has(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined
}
