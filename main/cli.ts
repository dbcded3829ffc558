import { CommanderError, Option } from 'commander'
import { layouts } from '#shared/documents/layout-names.ts'
import { tableNames } from '#shared/documents/table-names.ts'
import type { CommandText } from '#shared/locales/commands/en.ts'
import { otherVersion } from '#shared/model/delegations.ts'
import { type Language, languages } from '#shared/model/language.ts'
import packageJson from '../package.json' with { type: 'json' }
import type { CompileOptions } from './cli/compile.ts'
import type { FixOptions } from './cli/fix.ts'
import type { MergeOptions } from './cli/merge.ts'
import { warn } from './cli/output.ts'
import type { PrintOptions } from './cli/print.ts'
import type { ProposeOptions } from './cli/propose.ts'
import { optional, refusedCall, required, SpokenCommand } from './cli/spoken-command.ts'
import { Unusable } from './cli/unusable.ts'
import { language, words } from './cli/words.ts'

/**
 * The command line. Each command loads its own code, so that `--help` and `cite` start at once. Exit codes: 0 done, 1 the check found
 * errors, 2 the input or the call cannot be used (one line on standard error says why).
 */
const program = new SpokenCommand('mandato')

const json = () => new Option('--json', words('help.json'))

/** `--lang`: of what is said, where `cli/words.ts` reads it before anything else, or of what is read or written. */
const lang = (description: CommandText, fallback?: Language) => {
  const option = new Option(`--lang ${required('language')}`, words(description)).choices([...languages])
  return fallback === undefined ? option : option.default(fallback)
}

const output = (argument: 'file' | 'path'): string => `-o, --output ${required(argument)}`

const paper = () => new Option(`--paper ${required('size')}`, words('help.paper')).choices(['letter', 'a4']).default('letter')

/** Ends with this code once standard output has taken everything. */
const finish = (code: number): void => {
  process.exitCode = code
}

program
  .description(words('help.about'))
  .version(packageJson.version, '-V, --version', words('help.version'))
  .helpOption('-h, --help', words('help.help-option'))
  .helpCommand(`help ${optional('command')}`, words('help.help'))
  .addOption(lang('help.lang'))
  .addHelpText('after', ({ command }) => `\n${command.createHelp().boxWrap(words('help.languages'), process.stdout.columns ?? 80)}`)
  .enablePositionalOptions()
  .exitOverride()
  // A refusal is said at the end, in the language of the call.
  .configureOutput({ outputError: () => {} })

program
  .command('rows')
  .summary(words('help.rows'))
  .description(words('help.rows-long'))
  .argument(required('plan'), words('help.plan'))
  .addOption(lang('help.lang'))
  .addOption(json())
  .action(async (source: string, options: { json?: true }) => finish(await (await import('./cli/rows.ts')).rows(source, options)))

program
  .command('cite')
  .summary(words('help.cite'))
  .description(words('help.cite-long'))
  .argument(optional('file'), words('help.cite-file'), '-')
  .addOption(lang('help.lang-text', 'en'))
  .addOption(json())
  .action(async (source: string, options: { lang: Language; json?: true }) =>
    finish(await (await import('./cli/cite.ts')).cite(source, options)),
  )

program
  .command('check')
  .summary(words('help.check'))
  .description(words('help.check-long'))
  .argument(required('plan'), words('help.plan'))
  .addOption(lang('help.lang'))
  .addOption(json())
  .action(async (source: string, options: { json?: true }) => finish(await (await import('./cli/check.ts')).check(source, options)))

program
  .command('fix')
  .summary(words('help.fix'))
  .description(words('help.fix-long'))
  .argument(required('plan'), words('help.plan'))
  .requiredOption(output('file'), words('help.fix-output'))
  .addOption(lang('help.lang'))
  .addOption(json())
  .action(async (source: string, options: FixOptions) => finish(await (await import('./cli/fix.ts')).fix(source, options)))

program
  .command('import')
  .summary(words('help.import'))
  .description(words('help.import-long'))
  .argument(required('files', '...'), words('help.import-files'))
  .requiredOption(output('path'), words('help.import-output'))
  .addOption(lang('help.lang'))
  .addOption(json())
  .action(async (sources: string[], options: { output: string; json?: true }) =>
    finish(await (await import('./cli/import.ts')).importPlans(sources, options)),
  )

program
  .command('print')
  .alias('export')
  .summary(words('help.print'))
  .description(words('help.print-long'))
  .argument(required('plan'), words('help.plan'))
  .requiredOption(output('file'), words('help.print-output'))
  .addOption(new Option(`--layout ${required('layout')}`, words('help.print-layout')).choices([...layouts]).default('calendar'))
  .addOption(paper())
  .addOption(new Option(`--orientation ${required('way')}`, words('help.print-orientation')).choices(['portrait', 'landscape']))
  .option(`--since ${required('plan')}`, words('help.print-since'))
  .addOption(new Option(`--table ${required('table')}`, words('help.print-table')).choices([...tableNames]))
  .option(`--time-zone ${required('zone')}`, words('help.print-zone'))
  .addOption(lang('help.lang-document'))
  .addOption(json())
  .action(async (source: string, options: PrintOptions) => finish(await (await import('./cli/print.ts')).print(source, options)))

program
  .command('licences')
  .summary(words('help.licences'))
  .description(words('help.licences-long'))
  .option('--texts', words('help.licences-texts'))
  .addOption(lang('help.lang'))
  .addOption(json())
  .action(async (options: { texts?: true; json?: true }) => finish((await import('./cli/licences.ts')).licences(options)))

program
  .command('propose')
  .summary(words('help.propose'))
  .description(words('help.propose-long'))
  .argument(required('base'), words('help.propose-base'))
  .argument(required('edited'), words('help.propose-edited'))
  .requiredOption(`--as ${required('delegation')}`, words('help.propose-as'))
  .requiredOption(output('file'), words('help.propose-output'))
  .addOption(lang('help.lang'))
  .addOption(json())
  .action(async (base: string, edited: string, options: ProposeOptions) =>
    finish(await (await import('./cli/propose.ts')).propose(base, edited, options)),
  )

program
  .command('compile')
  .summary(words('help.compile'))
  .description(words('help.compile-long'))
  .argument(required('base'), words('help.compile-base'))
  .argument(required('proposals', '...'), words('help.compile-proposals'))
  .requiredOption(output('file'), words('help.compile-output'))
  .addOption(paper())
  .addOption(lang('help.lang-document'))
  .addOption(json())
  .action(async (base: string, proposals: string[], options: CompileOptions) =>
    finish(await (await import('./cli/compile.ts')).compile(base, proposals, options)),
  )

program
  .command('merge')
  .summary(words('help.merge'))
  .description(words('help.merge-long'))
  .argument(required('base'), words('help.merge-base'))
  .argument(required('ours'), words('help.merge-ours'))
  .argument(required('theirs'), words('help.merge-theirs'))
  .option(output('file'), words('help.merge-output'))
  .option(`--as ${required('name')}`, words('help.merge-as'), otherVersion.name[language])
  .addOption(lang('help.lang'))
  .addOption(json())
  .action(async (base: string, ours: string, theirs: string, options: MergeOptions) =>
    finish(await (await import('./cli/merge.ts')).merge(base, ours, theirs, options)),
  )

program
  .command('diff')
  .summary(words('help.diff'))
  .description(words('help.diff-long', { open: '{+', close: '+}' }))
  .argument(required('old'), words('help.plan'))
  .argument(optional('new'), words('help.plan'))
  .addOption(lang('help.lang'))
  .addOption(json())
  .action(async (old: string, now: string | undefined, options: { json?: true }) =>
    finish(await (await import('./cli/diff.ts')).diff(old, now, options)),
  )

program
  .command('verify')
  .summary(words('help.verify'))
  .description(words('help.verify-long'))
  .argument(required('file'), words('help.verify-file'))
  .addOption(lang('help.lang'))
  .addOption(json())
  .action(async (source: string, options: { json?: true }) => finish(await (await import('./cli/verify.ts')).verify(source, options)))

// `mandato check PLAN | head` stops reading when it has enough: that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

/** The oldest Node whose language the program is written in: an older one would stop in the middle of a command. */
const oldestNode = 24

try {
  if (Number(process.versions.node.split('.')[0]) < oldestNode)
    throw new Unusable(words('node.too-old', { version: process.versions.node }))
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) {
    const refusal = refusedCall(error)
    if (refusal !== null) warn(refusal)
    finish(error.exitCode === 0 ? 0 : 2)
  } else if (error instanceof Unusable) {
    warn(error.message)
    finish(2)
  } else throw error
}
