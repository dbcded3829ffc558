import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import type { Language } from '#shared/model/language.ts'
import { openBrowser } from './chromium.ts'

const root = join(import.meta.dirname, '..', '..')

/** What was built; `MANDATO_OUT` names another place for it. */
const built = process.env['MANDATO_OUT'] ?? join(root, 'out')

/** The program as a person meets it: the built main process with a store of its own, and its window in a browser. */
export interface App {
  readonly page: Page
  readonly home: string
  /** The main process, by its number. */
  readonly pid: () => number
  /** Ends the process as if the machine had been switched off, starts it again on the same store, and opens its window. */
  restart(): Promise<void>
  /** Ends the process while its window stays open. */
  stop(): Promise<void>
  close(): Promise<void>
}

export interface AppOptions {
  readonly width?: number
  readonly height?: number
  readonly theme?: 'light' | 'dark'
  /** How many pixels of the screen one of the page is: 2 in a window zoomed to 200 %. */
  readonly zoom?: number
  readonly contrast?: 'forced' | 'more'
  readonly language?: Language
  /** Whether the window was never open before, so that the tour begins. */
  readonly firstTime?: boolean
  /** Puts something into the folder of the store before the program first opens it. */
  readonly prepare?: (home: string) => Promise<unknown>
}

interface Running {
  readonly process: ChildProcess
  readonly entrance: string
}

/** Starts the loopback shell and waits for the address that lets one browser in. */
async function startProgram(home: string): Promise<Running> {
  const program = spawn(process.execPath, [join(built, 'main', 'serve.mjs'), '--shell=url'], {
    cwd: root,
    env: { ...process.env, MANDATO_HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const entrance = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const address = /http:\/\/127\.0\.0\.1:\d+\/\S+/.exec(said)?.[0]
      if (address !== undefined) resolve(address)
    }
    program.stdout.on('data', listen)
    program.stderr.on('data', listen)
    program.once('exit', (code) => reject(new Error(`The program ended with ${code} before its window opened:\n${said}`)))
  })
  return { process: program, entrance }
}

async function end({ process: program }: Running): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return
  const ended = new Promise((resolve) => program.once('exit', resolve))
  program.kill('SIGKILL')
  await ended
}

/** What the page complained of: a test fails on it, see `complaints` in the suites. */
const complaintsOf = new WeakMap<Page, string[]>()

export const complaints = (page: Page): readonly string[] => complaintsOf.get(page) ?? []

function listenFor(page: Page): void {
  const heard: string[] = []
  complaintsOf.set(page, heard)
  page.on('pageerror', (error) => heard.push(error.message))
  page.on('console', (message) => {
    // A socket that closes because the program ended is what some tests are about.
    const expected = /WebSocket|ERR_CONNECTION_REFUSED/.test(message.text())
    if (message.type() === 'error' && !expected) heard.push(message.text())
  })
}

async function enter(page: Page, entrance: string): Promise<void> {
  await page.goto(entrance)
  await page.waitForURL((address) => address.pathname === '/')
  await page.getByRole('contentinfo').locator('[title]').waitFor()
}

/** Goes to a view by the rail. */
export const show = (
  page: Page,
  view: 'Calendar' | 'Text' | 'Mandates' | 'Coverage' | 'Proposals' | 'Document' | 'Revisions' | 'History' | 'Plans',
): Promise<void> =>
  page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('button', { name: new RegExp(`^${view}`) })
    .click()

/** Opens the program with a store of its own, empty unless something was prepared in it. */
export async function openApp(browser: Browser, options: AppOptions = {}): Promise<App> {
  const { width = 1440, height = 900, theme = 'light', zoom = 1, contrast, language = 'en', firstTime = false, prepare } = options
  const home = await mkdtemp(join(tmpdir(), 'mandato-e2e-'))
  await prepare?.(home)
  let running = await startProgram(home)
  const context: BrowserContext = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    reducedMotion: 'reduce',
    acceptDownloads: true,
    deviceScaleFactor: zoom,
    locale: language,
    ...(contrast === 'forced' ? { forcedColors: 'active' } : contrast === 'more' ? { contrast } : {}),
  })
  if (!firstTime)
    await context.addCookies([
      { name: 'mandato-preferences', value: encodeURIComponent('{"tourSeen":true}'), domain: '127.0.0.1', path: '/' },
    ])
  const page = await context.newPage()
  listenFor(page)
  await enter(page, running.entrance)
  return {
    page,
    home,
    pid: () => running.process.pid ?? 0,
    async restart() {
      await end(running)
      running = await startProgram(home)
      await enter(page, running.entrance)
    },
    stop: () => end(running),
    async close() {
      await context.close()
      await end(running)
      await rm(home, { recursive: true, force: true })
    },
  }
}

/**
 * One browser for the file, and for each test the program on its sample plan, or on what the options prepare, made `ready`; a test fails when
 * its page complained.
 */
export function onSamplePlan(
  ready: (page: Page) => Promise<unknown> = () => Promise.resolve(),
  options: AppOptions = {},
): {
  readonly browser: Browser
  readonly app: App
} {
  let browser: Browser
  let app: App
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())
  beforeEach(async () => {
    app = await openApp(browser, options)
    await app.page.getByRole('grid').waitFor()
    await ready(app.page)
  })
  afterEach(async () => {
    expect(complaints(app.page)).toEqual([])
    await app.close()
  })
  return {
    get browser() {
      return browser
    },
    get app() {
      return app
    },
  }
}
