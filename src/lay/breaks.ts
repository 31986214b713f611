import { type CharacterClass, classOf, clustersOf } from './characters.ts'

/** How gladly a line ends after a cluster: 3 anywhere · 2 rather not (inside a date) · 1 only when nothing else fits. */
export type Level = 1 | 2 | 3

const units =
  '(?:[万亿千百]?(?:元|吨|公里|千瓦时|千瓦|兆瓦|平方米|立方米|米|度|小时|分钟)|[年月日个项次人名件台套份页篇部条款号位级期倍辆亩岁万亿])'
/** Held together as a whole where there is any other place to break. */
const together = [
  // 2024年12月31日, 12月31日, 2019.06—2023.08
  /\d{4} ?年(?: ?\d{1,2} ?月(?: ?\d{1,2} ?日)?)?/gu,
  /\d{1,2} ?月 ?\d{1,2} ?日/gu,
  // 215—221, 2019.06—2023.08
  /\d+(?:\.\d+)*[—–～~-]\d+(?:\.\d+)*/gu,
  // 样节协〔2022〕31号
  /〔\d{4}〕 ?\d+ ?号/gu,
  // 第15页
  /第 ?\d+ ?\p{Script=Han}/gu,
  // ≤12.5%, 42万元, 30 MW, 3.6 kW·h/t
  new RegExp(`[±+\\-−≤≥<>≈～~]?\\d+(?:[.,:]\\d+)* ?(?:[%‰°℃㎡㎥]|${units}|[A-Za-zµμΩ²³·/]{1,8}(?![A-Za-z]))`, 'gu'),
]

/** No-break space, word joiner, narrow no-break space. */
const glue = /^[\u00a0\u2060\u202f]/
const dotted = [/\d{4}\.\d{1,2}(?:\.\d{1,2})?/gu]

/**
 * Where lines may end.
 * @param clusters from `clustersOf`
 * @returns one level a cluster, for a line that ends after it; the last one is 3
 */
export function breakLevels(clusters: readonly string[]): readonly Level[] {
  const classes = clusters.map(classOf)
  const levels = clusters.map((cluster, i): Level => pairLevel(cluster, clusters[i + 1], classes[i], classes[i + 1]))
  const text = clusters.join('')
  if (!/\d/.test(text)) return levels
  const index = clusterIndex(clusters)
  for (const [from, to] of rangesOf(text, together, index)) {
    for (let i = from; i < to; i++) if ((levels[i] ?? 3) > 2) levels[i] = 2
  }
  // 2024.12.31 in a narrow cell is cut after a point rather than inside the day.
  for (const [from, to] of rangesOf(text, dotted, index)) {
    for (let i = from; i < to; i++) if (clusters[i] === '.') levels[i] = 2
  }
  return levels
}

/** Levels of a plain text, for tests and readers: `breakLevelsOf('（1）甲')`. */
export function breakLevelsOf(text: string): readonly Level[] {
  return breakLevels(clustersOf(text))
}

// ---

function pairLevel(
  left: string,
  right: string | undefined,
  a: CharacterClass | undefined,
  b: CharacterClass | undefined,
): Level {
  if (right === undefined || a === undefined || b === undefined) return 3
  if (glue.test(left) || glue.test(right)) return 1
  if (b === 'space') return 1
  if (a === 'space') return b === 'close' || b === 'dash' ? 1 : 3
  if (b === 'close' || b === 'dash' || a === 'open') return 1
  if (isWord(a) && isWord(b)) return 1
  if (a === 'han' || b === 'han' || b === 'open' || a === 'dash') return 3
  if (a === 'close') return /[.,:;!?'’·~%)\]}]/.test(left) && isWord(b) ? 1 : 3
  // A long path or address may end a line after its hyphen or slash, a number may not.
  if (a === 'other' && b === 'latin') return left === '-' || left === '/' || left === '_' ? 2 : 1
  return 1
}

function isWord(a: CharacterClass): boolean {
  return a === 'latin' || a === 'digit'
}

/** Index of the cluster at each offset of the joined text. */
function clusterIndex(clusters: readonly string[]): readonly number[] {
  return clusters.flatMap((cluster, i) => Array.from({ length: cluster.length }, () => i))
}

/** First and last cluster of everything that the patterns find. */
function rangesOf(text: string, patterns: readonly RegExp[], index: readonly number[]) {
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match): readonly [number, number] => {
      const end = match.index + match[0].length - 1
      return [index[match.index] ?? 0, index[end] ?? 0]
    }),
  )
}
