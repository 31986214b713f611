import type { Claim } from '../model/evidence.ts'
import type { Finding } from '../model/finding.ts'
import { finding } from './findings.ts'
import type { Owner, Part } from './owners.ts'

export type Found = {
  readonly claims: readonly Claim[]
  /** Files in the folder of an achievement whose name fits none of its parts. */
  readonly astray: ReadonlyMap<string, Finding>
}

/**
 * Claims by folder: `evidence/<achievement id>/<part>*`, `evidence/<paper>/*`, `evidence/supporting/<paper>*`. A folder may
 * go on after the id (`a7f3 论文`), a file after the part (`封面-正反面.jpg`) and start with a number (`01_封面.jpg`); ids and
 * Chinese names both count, the longest that fits wins.
 * @param decided true for a part that dossier.yaml names itself: it takes nothing from the folder
 */
export function found(
  owners: readonly Owner[],
  paths: readonly string[],
  decided: (owner: Owner, part: string) => boolean,
): Found {
  const claims: Claim[] = []
  const astray = new Map<string, Finding>()
  for (const path of paths) {
    const home = homeOf(path, owners)
    if (!home) continue
    if (!home.part) {
      if (home.owner.known) astray.set(path, astrayFinding(path, home.owner))
    } else if (!decided(home.owner, home.part.id)) claims.push(claimOf(path, home.owner, home.part))
  }
  return { claims, astray }
}

// ---

type Home = { readonly owner: Owner; readonly part: Part | undefined }

function homeOf(path: string, owners: readonly Owner[]): Home | undefined {
  const [top, folder, ...rest] = path.split('/')
  if (top !== 'evidence' || folder === undefined || rest[0] === undefined) return undefined
  const achievement = longest(
    owners.filter((owner) => owner.kind === 'achievement'),
    (owner) => [owner.id],
    folder,
    isWholeWord,
  )
  if (achievement) return { owner: achievement.item, part: partIn(achievement.item, rest[0])?.item }
  const papers = owners.filter((owner) => owner.kind === 'supporting' && owner.known)
  const paper = longest(papers, wordsOf, folder, isWholeWord)
  if (paper) return { owner: paper.item, part: partIn(paper.item, rest[0])?.item ?? self(paper.item) }
  return folder === 'supporting' ? paperNamed(papers, rest[0], rest[1]) : undefined
}

/** `evidence/supporting/<paper>*`: what follows the paper, or the file inside it, may name the part. */
function paperNamed(papers: readonly Owner[], first: string, second: string | undefined): Home | undefined {
  const paper = longest(papers, wordsOf, first, isPrefix)
  if (!paper) return undefined
  const after = second ?? first.slice(first.indexOf(paper.word) + paper.word.length)
  return { owner: paper.item, part: partIn(paper.item, after)?.item ?? self(paper.item) }
}

function partIn(owner: Owner, name: string) {
  return longest(owner.parts, (part) => part.words, name, isPrefix)
}

function wordsOf(owner: Owner): readonly string[] {
  return self(owner)?.words ?? [owner.id, owner.title]
}

function self(owner: Owner): Part | undefined {
  return owner.parts.find((part) => part.id === owner.id)
}

function longest<T>(
  items: readonly T[],
  words: (item: T) => readonly string[],
  name: string,
  fits: (name: string, word: string) => boolean,
): { readonly item: T; readonly word: string } | undefined {
  return items
    .flatMap((item) => words(item).map((word) => ({ item, word })))
    .filter(({ word }) => fits(name, word))
    .reduce<{ item: T; word: string } | undefined>(
      (best, next) => (best && best.word.length >= next.word.length ? best : next),
      undefined,
    )
}

/** Name without a number in front (`01_`, `2. `, `3、`) and without separators. */
function bare(name: string): string {
  return name.replace(/^[\s_.·、-]*(?:\d{1,3}[\s_.、)）-]+)?/, '')
}

function isPrefix(name: string, word: string): boolean {
  const [low, wanted] = [name.toLowerCase(), word.toLowerCase()]
  return low.startsWith(wanted) || bare(low).startsWith(wanted)
}

/** The folder is the word, or goes on after a separator: `a7` is not the folder of `a7f3`. */
function isWholeWord(folder: string, word: string): boolean {
  return folder === word || (folder.startsWith(word) && /^[\s_.·、（(-]/.test(folder.slice(word.length)))
}

function claimOf(path: string, owner: Owner, part: Part): Claim {
  return {
    owner: { kind: owner.kind, id: owner.id },
    part: part.id,
    path,
    whole: false,
    posting: owner.posting,
    by: 'folder',
  }
}

function astrayFinding(path: string, owner: Owner): Finding {
  const parts = owner.parts.map((part) => part.title).join('、')
  return finding('evidence/unmatched-part', 'person', { file: path, id: owner.id }, { parts })
}
