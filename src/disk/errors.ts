import { exits, Refusal } from '../model/finding.ts'

/**
 * Turns an error of the file system into a Refusal with the words of `say/words/format.ts`; anything that does not come
 * from the file system is a bug and comes back as it is.
 */
export function reading(error: unknown, path: string): unknown {
  const why = codeOf(error)
  if (why === undefined) return error
  return new Refusal(readCodes[why] ?? 'disk/unreadable', exits.unreadable, { file: path, why }, { file: path })
}

/** As `reading`, for writing. `replacing`: the step that puts the finished file in the place of the old one. */
export function writing(error: unknown, path: string, replacing = false): unknown {
  const why = codeOf(error)
  if (why === undefined) return error
  const held = replacing && ['EPERM', 'EACCES', 'EBUSY', 'ENOTEMPTY'].includes(why)
  const code = held ? 'disk/held-open' : (writeCodes[why] ?? 'disk/unwritable')
  return new Refusal(code, exits.unwritable, { file: path, why }, { file: path })
}

/** The system's code (`ENOENT`) of an error of the file system, else undefined. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined
  return 'syscall' in error ? error.code : undefined
}

// ---

const readCodes: Readonly<Record<string, string>> = {
  ENOENT: 'disk/missing',
  ENOTDIR: 'disk/missing',
  EACCES: 'disk/no-permission',
  EPERM: 'disk/no-permission',
  EISDIR: 'disk/is-folder',
  // O_NOFOLLOW answers ELOOP on Linux and macOS, EMLINK on FreeBSD.
  ELOOP: 'disk/link',
  EMLINK: 'disk/link',
  // A socket.
  ENXIO: 'disk/not-a-file',
  ENAMETOOLONG: 'disk/name-too-long',
  EBUSY: 'disk/busy',
}

const writeCodes: Readonly<Record<string, string>> = {
  EACCES: 'disk/denied',
  EPERM: 'disk/denied',
  EROFS: 'disk/read-only',
  ENOSPC: 'disk/full',
  EDQUOT: 'disk/full',
  EEXIST: 'disk/exists',
  EISDIR: 'disk/exists',
  ENOTEMPTY: 'disk/exists',
  ENOENT: 'disk/no-folder',
  ENOTDIR: 'disk/no-folder',
  ENAMETOOLONG: 'disk/name-too-long',
  EBUSY: 'disk/held-open',
}
