import { explain } from '../check/explain.ts'
import { type Exit, exits, Refusal } from '../model/finding.ts'
import { maskInText } from '../model/mask.ts'
import { explained, explainPhrase } from '../say/explain.ts'
import { print } from '../say/json.ts'
import { concealAll, secretsOf } from '../say/private.ts'
import { wrapped } from '../say/terminal.ts'
import { words } from '../say/words/index.ts'
import { judge } from './judged.ts'
import { load } from './load.ts'
import { progress } from './progress.ts'
import { type Settings, terminalOf } from './settings.ts'

/**
 * `juanzong explain <folder> <code>`: why the check says what it says. With `--set` as if the facts were others.
 * @throws Refusal `explain/unknown-code` (exit 2) naming the nearest
 */
export async function explainCode(path: string, code: string, settings: Settings): Promise<Exit> {
  const doing = progress(settings)
  const loaded = await load(path, settings, doing)
  const { report } = await judge(loaded, doing)
  doing.end()
  const { io, lang } = settings
  const explanation = explain(loaded.case, code, codes, report.findings)
  if (explanation.kind === 'unknown') {
    const args = { code: maskInText(code), nearest: explanation.nearest.join(lang === 'zh' ? '、' : ', ') }
    throw new Refusal('explain/unknown-code', exits.usage, args)
  }
  const { procedure, dossier, labels } = report
  const lineOf = (fact: string) => loaded.folder.positions(fact).line
  if (settings.json) {
    const data = { format: 'juanzong/explanation@1', asOf: settings.today, set: settings.set ?? [], ...explanation }
    io.out(print(concealAll(data, secretsOf(dossier, procedure))))
    return exits.fine
  }
  const lines = [...supposed(settings), ...explained(explanation, { procedure, dossier, labels, lang }, lineOf)]
  io.out(lines.map((line) => `${wrapped(line, terminalOf(settings))}\n`).join(''))
  return exits.fine
}

// ---

/** Codes of what the check and the survey find; refusals and lint have no dossier to be explained by. */
const codes = Object.keys(words).filter((code) =>
  ['check/', 'evidence/', 'posted/', 'returned/', 'characters/', 'dossier/', 'procedure/'].some((area) =>
    code.startsWith(area),
  ),
)

function supposed({ set = [], lang }: Settings): string[] {
  const lines = set.map(({ path, value }) =>
    explainPhrase('set', lang, {
      path,
      value: value === undefined ? explainPhrase('set-none', lang) : maskInText(value),
    }),
  )
  return lines.length === 0 ? [] : [...lines, '']
}
