import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createRouter } from './api/router.ts'
import { findBrowser, hasDisplay, openBrowser, thisMachine } from './shells/browser.ts'
import { type ShellName, chooseShell, shellNames } from './shells/choose.ts'
import { findElectron } from './shells/electron-runtime.ts'
import { startLoopback } from './shells/loopback.ts'
import { backUpDaily, homeFolder, startServices } from './start.ts'
import { restoreBackup } from './store/backup.ts'

/*
 * What `npm start` runs: chooses a shell, says which and why, and shows the window in it. Ends when the last window closes, with 0; with 1
 * when the store cannot be opened, with 2 when what was asked for cannot be.
 */

const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`)

const usage = `Mandato opens its window. Options:
  --shell=electron|loopback|url   how to show it; without this the best that is here
  --restore=NAME                  first put this backup in the store's place; what stood there is kept as a backup itself`

const isShellName = (name: string): name is ShellName => shellNames.some((known) => known === name)

/** Serves the window on 127.0.0.1 until its last window closes or the process is told to stop. */
async function serve(show: (entrance: string) => { whenEntered(): void; stop(): void }): Promise<number> {
  const started = await startServices('loopback')
  if (!started.ok) {
    say(started.error.sentence)
    return 1
  }
  const services = started.value
  const { promise: over, resolve: end } = Promise.withResolvers<void>()
  const shown = { whenEntered: () => {}, stop: () => {} }
  const loopback = await startLoopback({
    folder: join(import.meta.dirname, '..', 'renderer'),
    router: createRouter(services),
    onDeserted: end,
    onEntered: () => shown.whenEntered(),
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end())
  Object.assign(shown, show(loopback.entrance))
  const stopBackups = backUpDaily(services, say)
  await over
  stopBackups()
  shown.stop()
  await loopback.close()
  services.store.close()
  return 0
}

const serveAddress = (reason: string) =>
  serve((entrance) => {
    say(`${reason}\n${entrance}`)
    return { whenEntered: () => {}, stop: () => say('The last window was closed; Mandato stops.') }
  })

async function main(): Promise<number> {
  const { values } = parseArgs({
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
      say(
        restored.error.kind === 'unsound'
          ? 'This backup is damaged. Nothing was changed.'
          : 'There is no backup of this name. Nothing was changed.',
      )
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
        spawn(choice.program, [join(import.meta.dirname, '..', '..')], { stdio: 'inherit' }).once('exit', (code) => resolve(code ?? 1))
      })
    case 'url':
      return serveAddress(choice.reason)
    case 'loopback': {
      say(choice.reason)
      return serve((entrance) => {
        const opened = openBrowser(choice.browser, entrance, homeFolder())
        opened.process.once('error', (error) =>
          say(`${choice.browser.name} could not be started (${error.message}). Open this address:\n${entrance}`),
        )
        return { whenEntered: opened.forgetEntrance, stop: opened.forgetEntrance }
      })
    }
  }
}

process.exitCode = await main()
