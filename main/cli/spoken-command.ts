import { type Argument, Command, type CommanderError, Help, type Option } from 'commander'
import type { CommandText } from '#shared/locales/commands/en.ts'
import { language, words } from './words.ts'

/** What stands in angle or square brackets for what is to be written there. */
type Placeholder = Extract<CommandText, `argument.${string}`> extends `argument.${infer Name}` ? Name : never

/** An argument or the value of an option as help shows it: `<plan>`, `[file]`. */
export const required = (name: Placeholder, dots = ''): string => `<${words(`argument.${name}`)}${dots}>`
export const optional = (name: Placeholder): string => `[${words(`argument.${name}`)}]`

const titles: Readonly<Record<string, CommandText>> = {
  'Usage:': 'help.usage',
  'Arguments:': 'help.arguments',
  'Options:': 'help.options',
  'Commands:': 'help.commands',
}

/** The usage line, whose brackets commander fills in. */
const inWords = (usage: string): string => usage.replace('[options]', optional('options')).replace('[command]', optional('command'))

/** A description, with the values to choose from and the one that is meant where none is given. */
function described(description: string, choices: readonly string[] | undefined, fallback: unknown): string {
  const more = [
    ...(choices === undefined ? [] : [words('help.choices', { choices: choices.join(', ') })]),
    ...(typeof fallback === 'string' ? [words('help.default', { value: fallback })] : []),
  ]
  return [description, ...more.map((part) => `(${part})`)].join(' ')
}

class SpokenHelp extends Help {
  override styleTitle(title: string): string {
    const id = titles[title]
    return id === undefined ? title : words(id)
  }

  override commandUsage(command: Command): string {
    return inWords(super.commandUsage(command))
  }

  override subcommandTerm(command: Command): string {
    return inWords(super.subcommandTerm(command))
  }

  override optionDescription({ description, argChoices, defaultValue }: Option): string {
    return described(description, argChoices, defaultValue)
  }

  override argumentDescription({ description, argChoices, defaultValue }: Argument): string {
    return described(description, argChoices, defaultValue)
  }
}

/** A command whose help is in the language of the call. */
export class SpokenCommand extends Command {
  override createCommand(name?: string): SpokenCommand {
    return new SpokenCommand(name)
  }

  override createHelp(): Help {
    return Object.assign(new SpokenHelp(), this.configureHelp())
  }
}

/** What commander refuses, by its code: the parts of its English message, and the text that says them. */
const refusals: Readonly<Record<string, readonly [message: RegExp, id: CommandText]>> = {
  'commander.missingArgument': [/argument '(?<argument>.*)'$/s, 'call.argument-missing'],
  'commander.optionMissingArgument': [/option '(?<option>.*)' argument missing$/s, 'call.option-value-missing'],
  'commander.missingMandatoryOptionValue': [/option '(?<option>.*)' not specified$/s, 'call.option-required'],
  'commander.invalidArgument': [
    /option '(?<option>.*)' argument '(?<value>.*)' is invalid\. Allowed choices are (?<choices>.*)\.$/s,
    'call.value-invalid',
  ],
  'commander.unknownOption': [/unknown option '(?<option>.*?)'(?:\n.*)?$/s, 'call.unknown-option'],
  'commander.unknownCommand': [/unknown command '(?<command>.*?)'(?:\n.*)?$/s, 'call.unknown-command'],
  'commander.excessArguments': [/for '(?<command>.*)'\. Expected (?<expected>\d+) .* got (?<received>\d+)/s, 'call.too-many'],
}

/** Why a call cannot be understood, in one line; null where commander has said what was asked for: help, the version. */
export function refusedCall({ code, message, exitCode }: CommanderError): string | null {
  if (exitCode === 0 || code === 'commander.help') return null
  const [pattern, id] = refusals[code] ?? []
  const found = pattern?.exec(message)?.groups
  if (found === undefined || id === undefined) return message.replace(/^error: /, '')
  const { expected, ...values } = { ...found }
  const refusal = words(id, expected === undefined ? values : { ...values, expected: Number(expected) })
  const close = /\(Did you mean (?:one of )?(.*)\?\)/s.exec(message)?.[1]?.split(', ') ?? []
  const suggestions = new Intl.ListFormat(language, { type: 'disjunction' }).format(close)
  return close.length === 0 ? refusal : `${refusal}. ${words('call.suggestion', { suggestions })}`
}
