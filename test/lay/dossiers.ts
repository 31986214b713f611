import type { Case } from '../../src/model/case.ts'
import type { Dossier } from '../../src/model/dossier.ts'

/** The same case with a dossier that says next to nothing, as it is, and with far more than any form has room for. */
export function sizes(c: Case): Readonly<Record<'short' | 'ordinary' | 'overfull', Case>> {
  return { short: { ...c, dossier: short(c.dossier) }, ordinary: c, overfull: { ...c, dossier: overfull(c.dossier) } }
}

/** 60 characters. */
export const longName = `${'样例阿卜杜热合曼·'.repeat(6)}买买提江长`

const sentence = '负责余热锅炉热力计算、汽轮机选型与系统热平衡校核，编制改造方案，组织72小时性能考核；'

// ---

function short(dossier: Dossier): Dossier {
  const { format, procedure, category, person, declaration } = dossier
  return {
    format,
    procedure,
    category,
    person: { name: person?.name, document: person?.document },
    declaration,
  } as Dossier
}

function overfull(dossier: Dossier): Dossier {
  const many = <T>(list: unknown, count: number, more: (one: T, i: number) => object): unknown =>
    Array.isArray(list) && list.length > 0
      ? Array.from({ length: count }, (_, i) => ({ ...list[i % list.length], ...more(list[i % list.length], i) }))
      : list
  const { person, employer, work, education, achievements, earlierAchievements, training } = dossier
  return {
    ...dossier,
    person: {
      ...person,
      name: longName,
      nameLatin: 'Yang Li '.repeat(12),
      societies: sentence.repeat(6),
      languages: sentence.repeat(3),
    },
    employer: {
      ...employer,
      name: `${'重庆样例'.repeat(20)}有限公司`,
      post: sentence.repeat(2),
      work: sentence.repeat(4),
    },
    work: many(work, 200, (_, i) => ({ employer: `第${i + 1}段，样例单位`, duty: sentence.repeat(1 + (i % 3)) })),
    education: many(education, 12, (_, i) => ({ school: `第${i + 1}学段，${'样例大学'.repeat(4)}` })),
    training: { ...training, items: many(training?.items, 30, (_, i) => ({ name: `第${i + 1}期，${sentence}` })) },
    achievements: many<{ id: string }>(achievements, 90, (_one, i) => ({
      id: `x${i}`,
      title: `第${i + 1}项${'样例工业余热梯级回收'.repeat(1 + (i % 4))}`,
      summary: sentence.repeat(1 + (i % 9)),
      effect: sentence.repeat(1 + (i % 5)),
    })),
    earlierAchievements: many(earlierAchievements, 14, (_, i) => ({
      summary: `第${i + 1}项${sentence.repeat(2 + i)}`,
    })),
    summary: Array.from({ length: 50 }, (_, i) =>
      `${i + 1}．${sentence.repeat(2)}样例总结第${i + 1}段，共五十段。`.slice(0, 100),
    ).join('\n'),
  } as unknown as Dossier
}
