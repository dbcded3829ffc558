import type { Browser, Page } from 'playwright-core'
import { openApp, show } from '../e2e/app.ts'
import { openBrowser } from '../e2e/chromium.ts'
import { prepareStore } from './prepared-store.ts'
import { type BenchRow, benchTable } from './table.ts'

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  /** Microseconds by the clock, and of the processor. */
  readonly dur?: number
  readonly tdur?: number
  readonly args: Readonly<Record<string, unknown>>
}

/** How long the window's thread was kept by one task, at the most: by the processor's time, which other programs do not lengthen. */
interface Busy {
  readonly processor: number
  readonly clock: number
  /** The longest time between two frames. */
  readonly frame: number
}

async function watched(browser: Browser, page: Page, act: () => Promise<void>): Promise<Busy> {
  await page.evaluate(() => {
    const frames: number[] = []
    const tick = (at: number) => {
      frames.push(at)
      if (frames.length < 100_000) requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
    Object.assign(window, { benchFrames: frames })
  })
  await page.waitForTimeout(200)
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'] })
  const from = await page.evaluate(() => performance.now())
  await act()
  await page.waitForTimeout(400)
  const frame = await page.evaluate((start) => {
    const frames: number[] = Reflect.get(window, 'benchFrames')
    const own = frames.splice(0).filter((at) => at >= start)
    // Ends the counting, which looks at how many there are.
    frames.length = 100_000
    return Math.max(...own.map((at, index) => at - (own[index - 1] ?? at)))
  }, from)
  const trace: { readonly traceEvents: readonly TraceEvent[] } = JSON.parse((await browser.stopTracing()).toString())
  const events = trace.traceEvents
  const own = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args['name'] === 'CrRendererMain').map(({ pid, tid }) => `${pid} ${tid}`),
  )
  const tasks = events.filter(({ name, pid, tid }) => name === 'RunTask' && own.has(`${pid} ${tid}`))
  if (process.env['MANDATO_TRACE'] !== undefined) explain(events, tasks)
  return {
    processor: Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur / 1000)),
    clock: Math.max(0, ...tasks.map(({ dur = 0 }) => dur / 1000)),
    frame,
  }
}

/** What the longest tasks were made of, for whoever looks for the cause. */
function explain(events: readonly TraceEvent[], tasks: readonly TraceEvent[]): void {
  for (const task of tasks.toSorted((a, b) => (b.tdur ?? 0) - (a.tdur ?? 0)).slice(0, 3)) {
    const inside = events.filter(
      ({ pid, tid, ts, dur = 0, name }) =>
        name !== 'RunTask' && pid === task.pid && tid === task.tid && dur > 1500 && ts >= task.ts && ts + dur <= task.ts + (task.dur ?? 0),
    )
    console.error(
      `  task ${((task.tdur ?? 0) / 1000).toFixed(1)} ms: ${inside.map(({ name, dur = 0 }) => `${name} ${(dur / 1000).toFixed(1)}`).join(', ')}`,
    )
  }
}

const times = async (count: number, act: (turn: number) => Promise<unknown>): Promise<void> => {
  for (let turn = 0; turn < count; turn++) await act(turn)
}

/** A key, and the time in which its consequences are done with. */
const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) {
    await page.keyboard.press(key)
    await page.waitForTimeout(120)
  }
}

type Deeds = Readonly<Record<string, (page: Page) => Promise<void>>>

const inCalendar: Deeds = {
  scroll: async (page) => {
    await page.mouse.move(400, 400)
    await times(120, async () => {
      await page.mouse.wheel(0, 500)
      await page.waitForTimeout(16)
    })
  },
  'page down and up': async (page) => {
    await times(15, () => press(page, 'PageDown'))
    await times(10, () => press(page, 'PageUp'))
  },
  'go to the end and the beginning': (page) => times(3, () => press(page, 'Control+End', 'Control+Home')),
  'type a line': async (page) => {
    await press(page, ...times10('PageDown'), 'End', 'Enter')
    await times(40, async (turn) => {
      await page.keyboard.press(String.fromCharCode(97 + (turn % 26)))
      await page.waitForTimeout(30)
    })
    await press(page, 'Tab', 'Escape')
  },
  'insert a row': (page) => times(6, () => press(page, 'Control+Enter', 'Escape')),
  'move a row': async (page) => {
    await times(6, () => press(page, 'Alt+ArrowDown'))
    await times(3, () => press(page, 'Alt+ArrowUp'))
  },
  'duplicate a row': (page) => times(6, () => press(page, 'Control+d')),
  'delete a row': (page) => times(6, () => press(page, 'Control+Delete')),
  're-date five rows': (page) =>
    times(3, () => press(page, ...Array.from({ length: 4 }, () => 'Shift+ArrowDown'), 'Control+Shift+d', 'Enter', 'Escape')),
  'undo and redo': async (page) => {
    await times(4, () => press(page, 'Control+z'))
    await times(4, () => press(page, 'Control+y'))
  },
}

const times10 = (key: string): string[] => Array.from({ length: 10 }, () => key)

/** Longer than the pause that ends a stretch of typing, which then becomes a step of the plan and is checked. */
const pause = 1500

const inText: Deeds = {
  'type words': (page) =>
    times(40, async (turn) => {
      await page.keyboard.press(turn % 7 === 6 ? 'Space' : String.fromCharCode(97 + (turn % 26)))
      await page.waitForTimeout(40)
    }),
  'type and pause': (page) =>
    times(5, async () => {
      await page.keyboard.press('x')
      await page.waitForTimeout(pause)
    }),
  'split and join a paragraph': (page) => times(5, () => press(page, 'Enter', 'Backspace')),
  'undo and redo': async (page) => {
    await times(4, () => press(page, 'Control+z'))
    await times(4, () => press(page, 'Control+y'))
  },
}

/** Frames under a person's hands. */
async function frames(browser: Browser, page: Page, deeds: Deeds, size: string): Promise<BenchRow[]> {
  const rows: BenchRow[] = []
  for (const [work, act] of Object.entries(deeds)) {
    const { processor, clock, frame } = await watched(browser, page, () => act(page))
    const line = { size, peer: null, peerName: 'none', unit: 'ms' } as const
    rows.push({ work: `${work}: longest task, processor`, ours: processor, ...line })
    rows.push({ work: `${work}: longest task, clock`, ours: clock, ...line })
    rows.push({ work: `${work}: longest frame`, ours: frame, ...line })
  }
  return rows
}

/** A calendar of 1,000 rows. */
async function calendar(browser: Browser): Promise<BenchRow[]> {
  const app = await openApp(browser, { prepare: (home) => prepareStore(home, 1000, false) })
  const { page } = app
  await page.getByRole('grid').waitFor()
  await page.waitForTimeout(1000)
  await page.locator('.cell[tabindex="0"]').focus()
  const rows = await frames(browser, page, inCalendar, 'calendar of 1,000 rows')
  await app.close()
  return rows
}

/** A text of 300 paragraphs, written in the middle. */
async function text(browser: Browser): Promise<BenchRow[]> {
  const app = await openApp(browser, { prepare: (home) => prepareStore(home, 100, false, 300) })
  const { page } = app
  await page.getByRole('grid').waitFor()
  await show(page, 'Text')
  const paragraph = page.getByRole('textbox', { name: 'Text of BACKGROUND', exact: true }).locator('.block').nth(150)
  await paragraph.waitFor()
  await page.waitForTimeout(2000)
  await paragraph.click()
  const rows = await frames(browser, page, inText, 'text of 300 paragraphs')
  await app.close()
  return rows
}

/** The window on a long calendar and on a long text. */
export async function run(): Promise<BenchRow[]> {
  const browser = await openBrowser()
  try {
    return [...(await calendar(browser)), ...(await text(browser))]
  } finally {
    await browser.close()
  }
}

if (import.meta.main) console.log(benchTable(await run()))
