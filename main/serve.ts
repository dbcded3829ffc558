import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createRouter } from './api/router.ts'
import { backUpDaily } from './backups.ts'
import { openFile } from './open-file.ts'
import { terminalLanguage } from './reader-language.ts'
import { type Browser, findBrowser, hasDisplay, openBrowser, thisMachine } from './shells/browser.ts'
import { type ShellName, chooseShell, shellNames } from './shells/choose.ts'
import { findElectron } from './shells/electron-runtime.ts'
import { startLoopback } from './shells/loopback.ts'
import { homeFolder, startServices } from './start.ts'
import { type CannotRestore, restoreBackup } from './store/backup.ts'

/*
 * What `npm start` runs: chooses a shell, says which and why, and shows the window in it. Ends when the last window closes, with 0; with 1
 * when the store cannot be opened, with 2 when what was asked for cannot be.
 */

const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`)

const usage = `Mandato opens its window, with the plan files named. Options:
  --shell=electron|loopback|url   how to show it; without this the best that is here
  --restore=NAME                  first put this backup in the store's place; what stood there is kept as a backup itself`

const notRestored: Record<CannotRestore['kind'], string> = {
  'in-use': 'Mandato is open. Close it first.',
  'no-such-backup': 'There is no backup of this name.',
  unsound: 'This backup is damaged.',
}

const isShellName = (name: string): name is ShellName => shellNames.some((known) => known === name)

/** Something that shows the window, given the way in. `entered` is called when the way in was used, `over` when the last window closed. */
type Show = (entrance: string) => { readonly entered: () => void; readonly over: () => void }

const printAddress =
  (reason: string): Show =>
  (entrance) => {
    say(`${reason}\n${entrance}`)
    return { entered: () => {}, over: () => say('Mandato stops.') }
  }

const openIn =
  (browser: Browser): Show =>
  (entrance) => {
    const opened = openBrowser(browser, entrance, homeFolder())
    let isIn = false
    const offerAddress = () => {
      if (!isIn) say(`${browser.name} ended without a window. Open this address in a browser on this machine:\n${entrance}`)
    }
    opened.process.once('error', offerAddress)
    opened.process.once('exit', offerAddress)
    const entered = () => {
      isIn = true
      opened.forgetEntrance()
    }
    return { entered, over: entered }
  }

/** Serves the window on 127.0.0.1 until its last window closes or the process is told to stop. */
async function serve(show: Show, files: readonly string[]): Promise<number> {
  const started = await startServices('loopback')
  if (!started.ok) {
    say(started.error.sentence)
    return 1
  }
  const services = started.value
  for (const path of files) {
    const sentence = await openFile(services, path, terminalLanguage(process.env))
    if (sentence !== null) say(sentence)
  }
  const { promise: over, resolve: end } = Promise.withResolvers<void>()
  const { promise: entered, resolve: enter } = Promise.withResolvers<void>()
  const loopback = await startLoopback({
    folder: join(import.meta.dirname, '..', 'renderer'),
    router: createRouter(services),
    onDeserted: end,
    onEntered: enter,
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end())
  const shown = show(loopback.entrance)
  void entered.then(shown.entered)
  const stopBackups = backUpDaily(services.store, say)
  await over
  shown.over()
  await loopback.close()
  await stopBackups()
  services.store.close()
  return 0
}

async function main(): Promise<number> {
  const { values, positionals: files } = parseArgs({
    options: { shell: { type: 'string' }, restore: { type: 'string' }, help: { type: 'boolean' } },
    allowPositionals: true,
  })
  const machine = thisMachine()
  if (values.help === true) {
    say(usage)
    return 0
  }
  const { shell = null } = values
  if (shell !== null && !isShellName(shell)) {
    say(`There is no shell "${shell}".\n${usage}`)
    return 2
  }
  if (values.restore !== undefined) {
    const restored = restoreBackup(homeFolder(), values.restore, new Date())
    if (!restored.ok) {
      say(`${notRestored[restored.error.kind]} Nothing was changed.`)
      return 2
    }
    say(`The backup was put in place. --restore=${restored.value.replaced ?? ''} takes that back.`)
  }
  const choice = chooseShell({
    asked: shell,
    electron: findElectron(machine.environment),
    browser: findBrowser(machine),
    display: hasDisplay(machine),
  })
  switch (choice.shell) {
    case 'none':
      say(choice.reason)
      return 2
    case 'electron':
      say(choice.reason)
      return new Promise((resolve) => {
        spawn(choice.program, [join(import.meta.dirname, '..', '..'), ...files], { stdio: 'inherit' }).once('exit', (code) =>
          resolve(code ?? 1),
        )
      })
    case 'url':
      return serve(printAddress(choice.reason), files)
    case 'loopback':
      say(choice.reason)
      return serve(openIn(choice.browser), files)
  }
}

process.exitCode = await main()
