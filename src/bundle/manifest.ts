/** A line of a manifest: a path of the bag and its checksum in lower-case hex. */
export type ManifestLine = { readonly path: string; readonly hash: string }

export type Manifest = {
  readonly lines: readonly ManifestLine[]
  /** 1-based numbers of lines that are none. */
  readonly malformed: readonly number[]
  /** Paths written with a leading `./`. */
  readonly dotted: readonly string[]
}

/** Text of a manifest (RFC 8493 2.1.3), sorted by path; `sha256sum -c` reads it too. */
export function manifestText(lines: readonly ManifestLine[]): string {
  return [...lines]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, hash }) => `${hash}  ${encodePath(path)}\n`)
    .join('')
}

/**
 * Reads a manifest or tag manifest.
 * @param algorithm decides how long a checksum is
 * @param encoded paths are percent-encoded (BagIt 1.0; earlier versions write them as they are)
 */
export function readManifest(text: string, algorithm: string, encoded: boolean): Manifest {
  const lines: ManifestLine[] = []
  const malformed: number[] = []
  const dotted: string[] = []
  text.split(/\r\n|\n|\r/).forEach((line, i, all) => {
    if (line === '' && i === all.length - 1) return
    const match = /^([0-9A-Fa-f]+)[ \t]+\*?(.+)$/.exec(line)
    const [hash, raw] = [match?.[1]?.toLowerCase(), match?.[2]]
    if (hash === undefined || raw === undefined || hash.length !== (lengths[algorithm] ?? hash.length)) {
      malformed.push(i + 1)
      return
    }
    const path = (encoded ? decodePath(raw) : raw).replace(/^(\.\/)+/, '')
    if (raw.startsWith('./')) dotted.push(raw)
    lines.push({ path, hash })
  })
  return { lines, malformed, dotted }
}

/** Only LF, CR and `%` are encoded (RFC 8493 2.1.3). */
export function encodePath(path: string): string {
  return path.replaceAll('%', '%25').replaceAll('\n', '%0A').replaceAll('\r', '%0D')
}

// ---

/** Hex digits of a checksum. */
const lengths: Readonly<Record<string, number>> = {
  md5: 32,
  sha1: 40,
  sha224: 56,
  sha256: 64,
  sha384: 96,
  sha512: 128,
  sm3: 64,
}

function decodePath(path: string): string {
  const signs: Readonly<Record<string, string>> = { '%0A': '\n', '%0D': '\r', '%25': '%' }
  return path.replace(/%(0A|0D|25)/gi, (code) => signs[code.toUpperCase()] ?? code)
}
