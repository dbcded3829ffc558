import { app, dialog } from 'electron'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createRouter } from './api/router.ts'
import { backUpDaily } from './backups.ts'
import { openFile } from './open-file.ts'
import { languageOfLocale } from './reader-language.ts'
import { askForFolder, electronMenu, openElectronWindow, planFilesIn, prepareElectron, systemSecrets } from './shells/electron.ts'
import { homeFolder, startServices } from './start.ts'

/* Electron's entry: start-up order, nothing else. */

const home = homeFolder()
mkdirSync(home, { recursive: true, mode: 0o700 })
// Everything that Chromium keeps stands in the store's folder too, so that MANDATO_HOME on a stick leaves nothing on the machine.
app.setPath('userData', join(home, 'electron'))

/** Files that macOS names before the store is open wait here. */
const waiting = planFilesIn(process.argv)
let take = (path: string): void => void waiting.push(path)
app.on('open-file', (event, path) => {
  event.preventDefault()
  take(path)
})

async function start(): Promise<void> {
  prepareElectron()
  await app.whenReady()
  const started = await startServices('electron', { secrets: systemSecrets(), chooseFolder: askForFolder, menu: electronMenu() })
  if (!started.ok) {
    dialog.showErrorBox('Mandato', started.error.sentence)
    app.exit(1)
    return
  }
  const services = started.value
  const stopBackups = backUpDaily(services.store, (sentence) => process.stderr.write(`${sentence}\n`))
  // The windows are gone by now; a backup that is owed is made before the program goes too.
  app.once('will-quit', (event) => {
    event.preventDefault()
    void stopBackups().then(() => {
      services.store.close()
      app.quit()
    })
  })
  take = (path) =>
    void openFile(services, path, languageOfLocale(app.getLocale())).then((sentence) => {
      if (sentence !== null) dialog.showErrorBox('Mandato', sentence)
    })
  for (const path of waiting) take(path)
  await openElectronWindow({
    folder: join(import.meta.dirname, '..', 'renderer'),
    preload: join(import.meta.dirname, 'preload.cjs'),
    router: createRouter(services),
    stateFile: join(home, 'window.json'),
    onFile: (path) => take(path),
  })
}

// The window of a copy that is already open comes forward instead of a second one. Electron is ready only once this module has been run to
// its end, so the start is not awaited here.
if (app.requestSingleInstanceLock()) {
  start().catch((error: unknown) => {
    dialog.showErrorBox('Mandato', error instanceof Error ? (error.stack ?? error.message) : String(error))
    app.exit(1)
  })
} else {
  app.quit()
}
