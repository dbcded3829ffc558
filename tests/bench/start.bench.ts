import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { openBrowser } from '../e2e/chromium.ts'
import { prepareStore } from './prepared-store.ts'
import { type BenchRow, benchTable } from './table.ts'

const built = process.env['MANDATO_OUT'] ?? join(import.meta.dirname, '..', '..', 'out')

/** The peer: an empty page that can be written in, served by the same Node to the same browser. */
const emptyShell = `
  import { createServer } from 'node:http'
  const page = '<!doctype html><title>Empty</title><div class="row" data-row><p class="date-cell" contenteditable></p></div>'
  const server = createServer((request, response) => response.setHeader('content-type', 'text/html').end(page))
  server.listen(0, '127.0.0.1', () => console.log('http://127.0.0.1:' + server.address().port + '/'))`

/** What the page notes of itself, in milliseconds since 1970, as both processes count. */
interface Marks {
  readonly frame?: number
  readonly rows?: number
  readonly edit?: number
  readonly saved?: number
  readonly findings?: number
}

/** Notes when what a person waits for is first there. Runs in the page. */
function watchPage(letter: string): void {
  const marks: Record<string, number> = {}
  Object.assign(window, { benchMarks: marks })
  const note = (name: string, isThere: boolean) => {
    if (isThere) marks[name] ??= Date.now()
  }
  const look = () => {
    const cell = document.querySelector('.date-cell')
    const isWriting = document.querySelector('.cell.editing') !== null
    note('frame', document.querySelector('.rail, .row') !== null)
    note('rows', document.querySelector('.row[data-row]') !== null)
    note('edit', isWriting || (cell instanceof HTMLParagraphElement && cell.textContent === letter))
    // What was written shows in one step with the saving of it.
    const isSaved = document.querySelector('.save-state[data-state=saved]') !== null
    note('saved', 'edit' in marks && !isWriting && isSaved && cell?.textContent.startsWith(letter) === true)
    note('findings', document.querySelector('.findings .count.error') !== null)
  }
  const all = { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['class', 'data-state'] }
  new MutationObserver(look).observe(document, all)
}

/** One start. Milliseconds since the process was started, of the clock and of the processors; megabytes. */
interface Start {
  readonly address: number
  readonly frame: number
  readonly rows: number
  readonly edit: number
  readonly saved: number
  readonly findings: number
  readonly mainAtAddress: number
  readonly mainAtEdit: number
  readonly mainAtFindings: number
  readonly windowAtEdit: number
  readonly memory: number
}

/** Milliseconds of the processor that a process has had; not a number where the system does not say. */
function processorOf(pid: number): number {
  const file = `/proc/${pid}/schedstat`
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split(' ')[0]) / 1e6 : Number.NaN
}

/** The most megabytes that a process has held; not a number where the system does not say. */
function memoryOf(pid: number): number {
  const file = `/proc/${pid}/status`
  return existsSync(file) ? Number(/VmHWM:\s+(\d+)/.exec(readFileSync(file, 'utf8'))?.[1] ?? Number.NaN) / 1024 : Number.NaN
}

const addressOf = (program: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = ''
    program.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const address = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(said)?.[0]
      if (address !== undefined) resolve(address)
    })
    program.once('exit', (code) => reject(new Error(`The program ended with ${code}:\n${said}`)))
  })

/** Milliseconds of the processor that the page's process has had. */
async function processorOfPage(context: BrowserContext, page: Page): Promise<number> {
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable')
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'ProcessTime')?.value ?? Number.NaN) * 1000
}

/** Starts the program on a store, or the peer where there is none, and writes a letter as soon as there is a row to write it in. */
async function startOnce(browser: Browser, home: string | null, letter: string): Promise<Start> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en' })
  const preferences = encodeURIComponent('{"tourSeen":true}')
  await context.addCookies([{ name: 'mandato-preferences', value: preferences, domain: '127.0.0.1', path: '/' }])
  const page = await context.newPage()
  await page.addInitScript(watchPage, letter)
  const from = Date.now()
  const program =
    home === null
      ? spawn(process.execPath, ['--input-type=module', '-e', emptyShell])
      : spawn(process.execPath, [join(built, 'main', 'serve.mjs'), '--shell=url'], { env: { ...process.env, MANDATO_HOME: home } })
  const pid = program.pid ?? 0
  const entrance = await addressOf(program)
  const address = Date.now() - from
  const mainAtAddress = processorOf(pid)
  await page.goto(entrance, { waitUntil: 'commit' })
  await page.locator('.row[data-row] .date-cell').first().click({ force: true })
  await page.keyboard.press(letter)
  const marked = (name: keyof Marks) =>
    page.waitForFunction((wanted) => wanted in Reflect.get(window, 'benchMarks'), name, { timeout: 60_000 })
  await marked('edit')
  const mainAtEdit = processorOf(pid)
  const windowAtEdit = await processorOfPage(context, page)
  if (home !== null) {
    await page.keyboard.press('Enter')
    await marked('saved')
    await marked('findings')
  }
  const marks: Marks = await page.evaluate(() => Reflect.get(window, 'benchMarks'))
  const since = (moment = Number.NaN) => moment - from
  const start: Start = {
    address,
    frame: since(marks.frame),
    rows: since(marks.rows),
    edit: since(marks.edit),
    saved: since(marks.saved),
    findings: since(marks.findings),
    mainAtAddress,
    mainAtEdit,
    mainAtFindings: processorOf(pid),
    windowAtEdit,
    memory: memoryOf(pid),
  }
  await context.close()
  const ended = new Promise((resolve) => program.once('exit', resolve))
  program.kill('SIGKILL')
  await ended
  return start
}

const lines: readonly { readonly work: string; readonly of: keyof Start; readonly peer: boolean; readonly unit: 'ms' | 'MB' }[] = [
  { work: 'start: the port answers, clock', of: 'address', peer: true, unit: 'ms' },
  { work: 'start: the window’s frame stands', of: 'frame', peer: true, unit: 'ms' },
  { work: 'start: the rows stand', of: 'rows', peer: true, unit: 'ms' },
  { work: 'start: the first letter stands', of: 'edit', peer: true, unit: 'ms' },
  { work: 'start: the first edit is on the disk', of: 'saved', peer: false, unit: 'ms' },
  { work: 'start: the findings stand', of: 'findings', peer: false, unit: 'ms' },
  { work: 'start: main until the port answers, processor', of: 'mainAtAddress', peer: true, unit: 'ms' },
  { work: 'start: main until the first letter, processor', of: 'mainAtEdit', peer: true, unit: 'ms' },
  { work: 'start: window until the first letter, processor', of: 'windowAtEdit', peer: true, unit: 'ms' },
  { work: 'start: main until the findings, processor', of: 'mainAtFindings', peer: false, unit: 'ms' },
  { work: 'start: memory of main at most, findings shown', of: 'memory', peer: false, unit: 'MB' },
]

const sizes = [
  { size: '1,000 rows', rows: 1000, register: false },
  { size: '1,000 rows, 80,000 provisions', rows: 1000, register: true },
] as const

/** What is written at each start. Of all the least is given, since other programs only ever lengthen one. */
const letters = ['k', 'w', 'x', 'y', 'z'] as const

const least = (starts: readonly Start[], of: keyof Start): number => Math.min(...starts.map((start) => start[of]))

/** From the start of the process to the first edit, beside an empty window. */
export async function run(): Promise<BenchRow[]> {
  const homes = await Promise.all(sizes.map(() => mkdtemp(join(tmpdir(), 'mandato-bench-'))))
  const browser = await openBrowser()
  try {
    for (const [index, { rows, register }] of sizes.entries()) await prepareStore(homes[index] ?? '', rows, register)
    const empty: Start[] = []
    const ours: Start[][] = sizes.map(() => [])
    // Another letter at each start, since the store still has the one before.
    for (const letter of letters) {
      empty.push(await startOnce(browser, null, letter))
      for (const [index, home] of homes.entries()) ours[index]?.push(await startOnce(browser, home, letter))
    }
    return sizes.flatMap(({ size }, index) =>
      lines.map(({ work, of, peer, unit }) => ({
        work,
        size,
        ours: least(ours[index] ?? [], of),
        peer: peer ? least(empty, of) : null,
        peerName: peer ? 'an empty page in the same browser' : 'none',
        unit,
      })),
    )
  } finally {
    await browser.close()
    await Promise.all(homes.map((home) => rm(home, { recursive: true, force: true })))
  }
}

if (import.meta.main) console.log(benchTable(await run()))
