/**
 * What systems, office programs and downloads leave in a folder (FORMATS 2). Such files are no evidence and are passed over
 * by this list alone; everything else that nobody claims is a finding. `*` stands for any characters; case does not count.
 */
export const junk: readonly string[] = [
  'Thumbs.db',
  'ehthumbs.db',
  'desktop.ini',
  '$RECYCLE.BIN',
  '.DS_Store',
  '._*',
  '.AppleDouble',
  '.Spotlight-V100',
  '.Trashes',
  '.fseventsd',
  '__MACOSX',
  '.directory',
  '.Trash-*',
  '.nfs*',
  '.fuse_hidden*',
  '@eaDir',
  '~$*',
  '.~*',
  '.~lock.*#',
  '*.crdownload',
  '*.part',
  '*.partial',
  '*.download',
  '*.opdownload',
  '*.td',
  '*.xltd',
  '*.baiduyun.p.downloading',
  '~*.tmp',
  '.tmp-*',
  '.old-juanzong-*',
  '.git',
  '.gitkeep',
  '说明.txt',
]

/** True when the path or a folder on its way is on the list. */
export function isJunk(path: string): boolean {
  return path.split('/').some((name) => patterns.some((pattern) => pattern.test(name)))
}

// ---

const patterns = junk.map(
  (pattern) => new RegExp(`^${pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`, 'iu'),
)
