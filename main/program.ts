/*
 * The installed program's entry. Named with a word first (`mandato check PLAN`) it is the command line and opens no window, since Electron's
 * fuses keep it from being a Node for a script of ours; otherwise it is the window. Nothing is loaded that is not needed.
 */

import process from 'node:process'

/** While Electron is started with a folder, as in development, that folder is its first argument. */
const started = 'defaultApp' in process && process.defaultApp === true

const first = process.argv[started ? 2 : 1]

/** Files come with a path or an ending, and what systems and Chromium add with a hyphen. */
const isCommand = first !== undefined && (/^[a-z]+$/.test(first) || first === '--help' || first === '--version')

if (isCommand) {
  await import('./cli.ts')
  // Output that a pipe has not taken yet would be lost with the process.
  await Promise.all([process.stdout, process.stderr].map((stream) => new Promise((taken) => stream.write('', taken))))
  process.exit()
} else {
  await import('./index.ts')
}
