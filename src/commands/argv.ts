import { Command, CommanderError, Option } from 'commander'
import { exits, Refusal, severities, stages } from '../model/finding.ts'
import { maskInText } from '../model/mask.ts'
import { isPartialDate } from '../model/scalar.ts'
import { filled, type Lang, langs } from '../say/phrase.ts'
import { columnsOf, wrap } from '../say/width.ts'
import { type HelpKey, help } from '../say/words/help.ts'
import { beijingDate, type Io, type Profile, profiles, type Settings } from './settings.ts'
import { type Verb, verbs } from './verbs.ts'

/** What was asked for: a verb with its settings, or only help or the version (already printed). */
export type Asked =
  | {
      readonly kind: 'run'
      readonly verb: Verb
      readonly target: string | undefined
      readonly second: string
      readonly settings: Settings
    }
  | { readonly kind: 'printed' }

/**
 * Reads the command line (FORMATS 8). Options stand before or after the verb.
 * @param more lines for the end of the whole program's help
 * @throws Refusal `cli/…` with exit 2 for anything that is not understood.
 */
export function readArgv(argv: readonly string[], io: Io, version: string, more: readonly string[] = []): Asked {
  const lang = langOf(argv)
  let asked: Asked = { kind: 'printed' }
  const program = programOf(lang, io, version, more)
  for (const verb of verbs) {
    const command = program.command(verb.name).description(help[verb.about][lang]).usage(usage(verb, lang))
    command.argument(argumentOf(verb, lang), help[verb.argument.help][lang])
    if (verb.second) command.argument(bracketed(help[verb.second.name][lang], true), help[verb.second.help][lang])
    for (const extra of verb.options) command.addOption(extraOption(extra, verb, lang))
    command.action((target: string | undefined, second: unknown) => {
      const settings = settingsOf(command.optsWithGlobals(), lang, io)
      asked = { kind: 'run', verb, target, second: typeof second === 'string' ? second : '', settings }
    })
  }
  try {
    program.parse([...argv], { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) return understood(error, argv, program)
    throw error
  }
  return asked
}

/** The language, known before anything else so that wrong use is answered in it. */
export function langOf(argv: readonly string[]): Lang {
  const joined = argv.find((word) => word.startsWith('--lang='))?.slice('--lang='.length)
  const value = joined ?? argv[argv.indexOf('--lang') + 1]
  return argv.some((word) => word.startsWith('--lang')) && value === 'en' ? 'en' : 'zh'
}

/** True when the help of the whole program may be printed: no verb is named. */
export function asksForHelp(argv: readonly string[]): boolean {
  return !argv.some((word) => word === '-V' || word === '--version' || verbs.some((known) => known.name === word))
}

// ---

function programOf(lang: Lang, io: Io, version: string, more: readonly string[]): Command {
  const program = new Command('juanzong')
    .description(help['help.about'][lang])
    .usage(help['help.usage-all'][lang])
    .version(version, '-V, --version', help['help.version'][lang])
    .helpCommand(false)
    .addHelpText('after', ['', ...wrap(help['help.exits'][lang], io.columns ?? 100), ...more].join('\n'))
  for (const option of globals(lang)) program.addOption(option)
  program.configureOutput({ writeOut: io.out, writeErr: () => {} })
  return style(program, lang, io)
}

function style(command: Command, lang: Lang, io: Io): Command {
  const titles: Readonly<Record<string, HelpKey>> = {
    'Usage:': 'help.usage',
    'Arguments:': 'help.arguments',
    'Options:': 'help.options',
    'Global Options:': 'help.globals',
    'Commands:': 'help.commands',
  }
  return command
    .exitOverride()
    .helpOption('-h, --help', help['help.help'][lang])
    .configureHelp({
      showGlobalOptions: true,
      helpWidth: io.columns ?? 100,
      styleTitle: (title) => {
        const key = titles[title]
        return key ? help[key][lang] : title
      },
      subcommandTerm: (command) =>
        [command.name(), ...command.registeredArguments.map((one) => bracketed(one.name(), one.required))].join(' '),
      displayWidth: columnsOf,
      boxWrap: (text, width) => wrap(text, width).join('\n'),
    })
}

function argumentOf(verb: Verb, lang: Lang): string {
  return bracketed(help['help.path'][lang], verb.argument.required)
}

function bracketed(name: string, required: boolean): string {
  return required ? `<${name}>` : `[${name}]`
}

function usage(verb: Verb, lang: Lang): string {
  const second = verb.second ? [bracketed(help[verb.second.name][lang], true)] : []
  return [argumentOf(verb, lang), ...second, `[${help['help.some-options'][lang]}]`].join(' ')
}

function globals(lang: Lang): readonly Option[] {
  const text = (key: HelpKey) => help[key][lang]
  return [
    new Option('--json', text('option.json')),
    new Option('--lang <zh|en>', text('option.lang')).argParser(oneOf('--lang', langs)),
    new Option('--today <date>', text('option.today')).argParser(day),
    new Option('--out <folder>', text('option.out')).argParser(named('--out')),
    new Option('--force', text('option.force')),
    new Option('--fail-on <severity>', text('option.fail-on')).argParser(oneOf('--fail-on', severities)),
    new Option('--stage <stage>', text('option.stage')).argParser(oneOf('--stage', stages)),
  ]
}

function extraOption(extra: Verb['options'][number], verb: Verb, lang: Lang): Option {
  if (extra === 'receipt')
    return new Option('--receipt <file>', help['option.receipt'][lang]).argParser(named('--receipt'))
  if (extra === 'procedure')
    return new Option('--procedure <id>', help['option.procedure'][lang]).argParser(named('--procedure'))
  if (extra === 'write') return new Option('--write', help['option.write'][lang])
  if (extra === 'set') return new Option('--set <path=value>', help['option.set'][lang]).argParser(setting)
  const choices = verb.profiles ?? profiles
  const about = filled(help['option.profile'][lang], { choices: choices.join(lang === 'zh' ? '、' : ', ') }, lang)
  return new Option('--profile <profile>', about).argParser(oneOf('--profile', choices))
}

function oneOf<T extends string>(option: string, choices: readonly T[]): (value: string) => T {
  return (value) => {
    const found = choices.find((choice) => choice === value)
    if (found === undefined) {
      throw new Refusal('cli/bad-value', exits.usage, { option, value: maskInText(value), choices: choices.join(' ') })
    }
    return found
  }
}

/** The next option is no value: `--out --json` forgot the folder. */
function named(option: string): (value: string) => string {
  return (value) => {
    if (value === '' || value.startsWith('--')) throw new Refusal('cli/missing-value', exits.usage, { option })
    return value
  }
}

/** `--set path=value`, as often as wanted. */
function setting(value: string, before: Settings['set'] = []): Settings['set'] {
  const at = value.indexOf('=')
  if (at < 1) throw new Refusal('set/no-equals', exits.usage, { value: maskInText(value) })
  const given = value.slice(at + 1)
  return [...before, { path: value.slice(0, at).trim(), value: given === '' ? undefined : given }]
}

function day(value: string): string {
  if (value.length === 10 && isPartialDate(value)) return value
  throw new Refusal('cli/bad-date', exits.usage, { value: maskInText(value) })
}

type Options = {
  readonly json?: boolean
  readonly today?: string
  readonly out?: string
  readonly force?: boolean
  readonly failOn?: Settings['failOn']
  readonly stage?: Settings['stage']
  readonly profile?: Profile
  readonly receipt?: string
  readonly procedure?: string
  readonly set?: Settings['set']
  readonly write?: boolean
}

function settingsOf(options: Options, lang: Lang, io: Io): Settings {
  return {
    io,
    lang,
    json: options.json ?? false,
    today: options.today ?? beijingDate(io.now()),
    force: options.force ?? false,
    failOn: options.failOn ?? 'error',
    out: options.out,
    stage: options.stage,
    profile: options.profile,
    receipt: options.receipt,
    procedure: options.procedure,
    set: options.set ?? [],
    write: options.write ?? false,
  }
}

/** Commander's own complaint in our words; its English sentence carries the names in quotes. */
function understood(error: CommanderError, argv: readonly string[], program: Command): Asked {
  const quoted = maskInText(/'([^']*)'/.exec(error.message)?.[1] ?? '')
  const verb = argv.find((word) => verbs.some((known) => known.name === word)) ?? ''
  const list = verbs.map((known) => known.name).join(' ')
  switch (error.code) {
    case 'commander.helpDisplayed':
    case 'commander.version':
      return { kind: 'printed' }
    case 'commander.help':
      program.outputHelp()
      throw new Refusal('cli/no-verb', exits.usage, { verbs: list })
    case 'commander.unknownCommand':
      throw new Refusal('cli/unknown-verb', exits.usage, { verb: quoted, verbs: list })
    case 'commander.unknownOption':
      throw new Refusal('cli/unknown-option', exits.usage, { option: quoted, verb })
    case 'commander.optionMissingArgument':
      throw new Refusal('cli/missing-value', exits.usage, { option: quoted })
    case 'commander.missingArgument':
      throw new Refusal('cli/missing-argument', exits.usage, { argument: quoted, verb })
    case 'commander.excessArguments':
      throw new Refusal('cli/extra-argument', exits.usage)
    default:
      throw error
  }
}
