import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { layouts } from '#shared/documents/layout-names.ts'
import { tableNames } from '#shared/documents/table-names.ts'
import { type Language, languages } from '#shared/model/language.ts'
import packageJson from '../package.json' with { type: 'json' }
import type { CompileOptions } from './cli/compile.ts'
import type { FixOptions } from './cli/fix.ts'
import type { MergeOptions } from './cli/merge.ts'
import type { PrintOptions } from './cli/print.ts'
import type { ProposeOptions } from './cli/propose.ts'
import type { VerifyOptions } from './cli/verify.ts'
import { Unusable } from './cli/unusable.ts'

/**
 * The command line. Each command loads its own code, so that `--help` and `cite` start at once. Exit codes: 0 done, 1 the check found
 * errors, 2 the input or the call cannot be used (one line on standard error says why).
 */
const program = new Command('mandato')
  .description('Checks, converts and prints committees’ work plans.')
  .version(packageJson.version)
  .showHelpAfterError(false)
  .exitOverride()
  .configureOutput({ outputError: (text, write) => write(`mandato: ${text.replace(/^error: /, '')}`) })

const plan = 'a plan file (.mandato), a plan as a Word document (.docx), web page or text, or - for standard input'

const json = () => new Option('--json', 'print JSON')

const lang = (description: string, fallback?: Language) => {
  const option = new Option('--lang <language>', description).choices([...languages])
  return fallback === undefined ? option : option.default(fallback)
}

/** Ends with this code once standard output has taken everything. */
const finish = (code: number): void => {
  process.exitCode = code
}

program
  .command('rows')
  .summary('print the calendar as a table')
  .description('Prints the plan’s mandates and calendar as they were understood.')
  .argument('<plan>', plan)
  .addOption(json())
  .action(async (source: string, options: { json?: true }) => finish(await (await import('./cli/rows.ts')).rows(source, options)))

program
  .command('cite')
  .summary('find the citations in a text')
  .description('Reads text and prints the citations found: where they stand, what they cite, and how.')
  .argument('[file]', 'a text, a Word document (.docx) or a web page, or - for standard input', '-')
  .addOption(lang('language of the text; citations in the other three are read too', 'en'))
  .addOption(json())
  .action(async (source: string, options: { lang: Language; json?: true }) =>
    finish(await (await import('./cli/cite.ts')).cite(source, options)),
  )

program
  .command('check')
  .summary('hold every activity against the mandate it cites')
  .description('Prints the findings. Exit code 0: no errors; 1: errors; 2: the input cannot be used.')
  .argument('<plan>', plan)
  .addOption(lang('language of what is printed; the terminal’s unless given, English in JSON'))
  .addOption(json())
  .action(async (source: string, options: { lang?: Language; json?: true }) =>
    finish(await (await import('./cli/check.ts')).check(source, options)),
  )

program
  .command('fix')
  .summary('apply the safe fixes')
  .description('Applies the fixes that need no judgement, writes the plan to a plan file and lists what was done.')
  .argument('<plan>', plan)
  .requiredOption('-o, --output <file>', 'the plan file to write, or - for standard output')
  .addOption(lang('language of what is printed; the terminal’s unless given'))
  .addOption(json())
  .action(async (source: string, options: FixOptions) => finish(await (await import('./cli/fix.ts')).fix(source, options)))

program
  .command('import')
  .summary('turn documents into plan files')
  .description('Reads plans out of documents. With one document -o names the plan file, with several a folder.')
  .argument('<files...>', 'plans as Word documents (.docx), web pages or text, or plan files')
  .requiredOption('-o, --output <path>', 'the plan file or the folder to write')
  .addOption(json())
  .action(async (sources: string[], options: { output: string; json?: true }) =>
    finish(await (await import('./cli/import.ts')).importPlans(sources, options)),
  )

program
  .command('print')
  .alias('export')
  .summary('write the plan as a document, a calendar or tables')
  .description(
    'Writes the plan as the kind of file that the output’s name ends in: .pdf, .docx for word processors and .html for browsers, in the layout asked for; .ics for calendar programs; .xlsx with a sheet for each table; .csv for one table; .xml for Akoma Ntoso.',
  )
  .argument('<plan>', plan)
  .requiredOption('-o, --output <file>', 'the file to write, or - for a PDF on standard output')
  .addOption(new Option('--layout <layout>', 'what to print').choices([...layouts]).default('calendar'))
  .addOption(new Option('--paper <size>', 'paper size').choices(['letter', 'a4']).default('letter'))
  .addOption(new Option('--orientation <way>', 'how the paper lies; as the layout has it unless given').choices(['portrait', 'landscape']))
  .option('--since <plan>', 'the plan as it was, for --layout comparison')
  .addOption(new Option('--table <table>', 'the table of a .csv').choices([...tableNames]))
  .option('--time-zone <zone>', 'whose clocks the hours of an .ics are read on (default: America/New_York)')
  .addOption(lang('language of labels and dates; the plan’s own unless given'))
  .addOption(json())
  .action(async (source: string, options: PrintOptions) => finish(await (await import('./cli/print.ts')).print(source, options)))

program
  .command('licences')
  .summary('list what ships with Mandato, and under which licences')
  .description('Prints every library and font that ships with Mandato, and its licence.')
  .option('--texts', 'with the licences’ words')
  .addOption(json())
  .action(async (options: { texts?: true; json?: true }) => finish((await import('./cli/licences.ts')).licences(options)))

program
  .command('propose')
  .summary('write what differs from a plan as proposals on it')
  .description('Compares a plan with an edited copy of it and writes what differs as a file of proposals by a delegation.')
  .argument('<base>', 'the plan file that was received')
  .argument('<edited>', 'the copy of it that was edited')
  .requiredOption('--as <delegation>', 'the delegation that proposes, by its short name: Mexico')
  .requiredOption('-o, --output <file>', 'the file of proposals to write, or - for standard output')
  .addOption(json())
  .action(async (base: string, edited: string, options: ProposeOptions) =>
    finish(await (await import('./cli/propose.ts')).propose(base, edited, options)),
  )

program
  .command('compile')
  .summary('bring all delegations’ proposals together')
  .description(
    'Collects files of proposals, in any order, and writes the compilation: as a document (.pdf, .docx, .html), or as a plan file (.mandato) that holds them all. Exit code 2 when one of them could not be used.',
  )
  .argument('<base>', 'the plan that the proposals are on')
  .argument('<proposals...>', 'files of proposals (.mandato)')
  .requiredOption('-o, --output <file>', 'the file to write, or - for a plan file on standard output')
  .addOption(new Option('--paper <size>', 'paper size').choices(['letter', 'a4']).default('letter'))
  .addOption(lang('language of labels and dates; the plan’s own unless given'))
  .addOption(json())
  .action(async (base: string, proposals: string[], options: CompileOptions) =>
    finish(await (await import('./cli/compile.ts')).compile(base, proposals, options)),
  )

program
  .command('merge')
  .summary('bring two branches of a plan together')
  .description(
    'Merges what two sides made of a plan, word by word, and writes it in place of ours. Exit code 0: merged; 1: where both changed the same, ours stands and theirs is kept as proposals; 2: the input cannot be used. As git’s merge driver: mandato merge %O %A %B.',
  )
  .argument('<base>', 'the plan file that both sides come from')
  .argument('<ours>', 'our plan file')
  .argument('<theirs>', 'their plan file')
  .option('-o, --output <file>', 'the plan file to write instead of ours, or - for standard output')
  .option('--as <name>', 'in whose name theirs is proposed', 'The other version')
  .addOption(json())
  .action(async (base: string, ours: string, theirs: string, options: MergeOptions) =>
    finish(await (await import('./cli/merge.ts')).merge(base, ours, theirs, options)),
  )

program
  .command('diff')
  .summary('show what differs between two plans')
  .description(
    'Prints what differs, row by row: [-struck-] and {+inserted+} words. With one plan, prints it as text whose lines can be compared, as git’s textconv asks for.',
  )
  .argument('<old>', plan)
  .argument('[new]', plan)
  .addOption(json())
  .action(async (old: string, now: string | undefined, options: { json?: true }) =>
    finish(await (await import('./cli/diff.ts')).diff(old, now, options)),
  )

program
  .command('verify')
  .summary('say who signed a plan file, and whether it was changed')
  .description(
    'Prints who signed a plan file, since when this machine knows the key, its fingerprint, and whether the file was changed. Exit code 0: the signature holds; 1: there is none, it was changed, or another key is known for the sender; 2: the file cannot be used.',
  )
  .argument('<file>', 'a plan file (.mandato) of any kind, or - for standard input')
  .addOption(lang('language of what is printed; the terminal’s unless given'))
  .addOption(json())
  .action(async (source: string, options: VerifyOptions) => finish(await (await import('./cli/verify.ts')).verify(source, options)))

// `mandato check PLAN | head` stops reading when it has enough: that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) finish(error.exitCode === 0 ? 0 : 2)
  else if (error instanceof Unusable || error instanceof InvalidArgumentError) {
    process.stderr.write(`mandato: ${error.message}\n`)
    finish(2)
  } else throw error
}
