// The check's own time: rules and sanity checks over the example, without reading a file (goal: under 20 ms), and over a
// dossier with 10,000 achievements with the report that a person reads (goal: under 2 s).
import { Bench } from 'tinybench'
import { check, html, later, terminal } from '../../dist/index.js'
import { example, withAchievements } from './example.mjs'

export async function checkBench() {
  const c = await example()
  const started = performance.now()
  check(c)
  const first = performance.now() - started
  const bench = new Bench({ time: 2000, warmupIterations: 20 })
  bench.add('check, the example', () => check(c))
  bench.add('check and 以后要做, the example', () => [check(c), later(c)])
  await bench.run()

  const many = withAchievements(c, 10_000)
  const large = new Bench({ iterations: 5, time: 0, warmupIterations: 1 })
  const report = (findings) => ({
    procedure: c.procedure,
    dossier: many.dossier,
    stage: c.stage,
    asOf: c.today,
    findings,
    next: [],
    later: [],
  })
  const findings = check(many)
  large.add('check, 10,000 achievements', () => check({ ...many }))
  large.add(`terminal report, ${findings.length} findings`, () =>
    terminal(report(findings), { lang: 'zh', width: 80, colour: false }),
  )
  large.add(`HTML report, ${findings.length} findings`, () => html(report(findings), 'zh'))
  await large.run()
  return [
    { name: 'check, the very first call of a process', median: first, runs: 1 },
    ...[...bench.tasks, ...large.tasks].map(({ name, result }) => ({
      name,
      median: result.latency.p50,
      min: result.latency.min,
      runs: result.latency.samplesCount,
    })),
  ]
}
