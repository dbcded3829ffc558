import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join, posix, win32 } from 'node:path'
import { pathToFileURL } from 'node:url'
import { writeFileAtomically } from '../files/atomic.ts'

/** An installed browser that can show an address as a window of its own. */
export interface Browser {
  readonly name: string
  readonly path: string
}

/** What finding a browser depends on; passed in so that tests can be on any platform. */
export interface Machine {
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly home: string
  exists(path: string): boolean
}

export const thisMachine = (): Machine => ({ platform: process.platform, environment: process.env, home: homedir(), exists: existsSync })

const linuxCommands: readonly (readonly [name: string, command: string])[] = [
  ['Chromium', 'chromium'],
  ['Chromium', 'chromium-browser'],
  ['Chrome', 'google-chrome'],
  ['Chrome', 'google-chrome-stable'],
  ['Edge', 'microsoft-edge'],
  ['Edge', 'microsoft-edge-stable'],
]

const macPrograms: readonly (readonly [name: string, program: string])[] = [
  ['Chromium', 'Chromium'],
  ['Chrome', 'Google Chrome'],
  ['Edge', 'Microsoft Edge'],
]

const windowsPrograms: readonly (readonly [name: string, program: string])[] = [
  ['Edge', 'Microsoft\\Edge\\Application\\msedge.exe'],
  ['Chrome', 'Google\\Chrome\\Application\\chrome.exe'],
  ['Chromium', 'Chromium\\Application\\chrome.exe'],
]

function candidates({ platform, environment, home }: Machine): Browser[] {
  if (platform === 'win32') {
    const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => environment[name] ?? [])
    return windowsPrograms.flatMap(([name, program]) => folders.map((folder) => ({ name, path: win32.join(folder, program) })))
  }
  if (platform === 'darwin') {
    const folders = ['/Applications', posix.join(home, 'Applications')]
    return macPrograms.flatMap(([name, program]) =>
      folders.map((folder) => ({ name, path: posix.join(folder, `${program}.app/Contents/MacOS/${program}`) })),
    )
  }
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => posix.isAbsolute(folder))
  return linuxCommands.flatMap(([name, command]) => folders.map((folder) => ({ name, path: posix.join(folder, command) })))
}

/** The browser to use: the one that `MANDATO_BROWSER` names, else the first that is installed. Null when there is none. */
export function findBrowser(machine: Machine): Browser | null {
  const chosen = machine.environment['MANDATO_BROWSER']
  const named: Browser[] = chosen === undefined || chosen === '' ? [] : [{ name: 'The browser that MANDATO_BROWSER names', path: chosen }]
  return [...named, ...candidates(machine)].find(({ path }) => machine.exists(path)) ?? null
}

/** Whether a window could be shown at all. */
export const hasDisplay = ({ platform, environment }: Machine): boolean =>
  platform === 'win32' || platform === 'darwin' || Boolean(environment['DISPLAY']) || Boolean(environment['WAYLAND_DISPLAY'])

/** Where the window's own profile and its way in are kept. A browser packed as a snap may not read hidden folders: it gets one of its own. */
export function windowFolder(browser: Browser, storeFolder: string, home: string): string {
  const snap = /^\/snap\/bin\/(\w+)/.exec(browser.path)?.[1]
  return snap === undefined ? join(storeFolder, 'window') : join(home, 'snap', snap, 'common', 'mandato')
}

/** How the browser is started: as a window of its own, with a profile of its own, and without its own errands on the network. */
export const browserArguments = (profile: string, page: string, isRoot: boolean): string[] => [
  `--app=${page}`,
  `--user-data-dir=${profile}`,
  '--class=Mandato',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-sync',
  '--disable-quic',
  // Chromium refuses to start as root with its sandbox, and root means a container without a graphics card.
  ...(isRoot ? ['--no-sandbox', '--disable-gpu'] : []),
]

export interface OpenedBrowser {
  readonly process: ChildProcess
  /** Removes the file that holds the way in. */
  forgetEntrance(): void
}

/**
 * Opens the window. Everyone on the machine can read a process's arguments, so the entrance, which holds the token, is written to a file
 * that only the user can read, and the browser is given that file.
 */
export function openBrowser(browser: Browser, entrance: string, storeFolder: string): OpenedBrowser {
  const folder = windowFolder(browser, storeFolder, homedir())
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const page = join(folder, 'open.html')
  writeFileAtomically(page, `<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=${entrance}">`, 0o600)
  const isRoot = process.getuid?.() === 0
  const started = spawn(browser.path, browserArguments(join(folder, 'profile'), pathToFileURL(page).href, isRoot), { stdio: 'ignore' })
  return { process: started, forgetEntrance: () => rmSync(page, { force: true }) }
}
