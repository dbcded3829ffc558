import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Plan } from '#shared/model/plan.ts'
import { aRound } from '../builders/round.ts'
import { readPdf } from '../main/files/read-pdf.ts'
import { type App, type AppOptions, complaints, openApp } from './app.ts'
import { chairsFile } from './chairs-file.ts'
import { openBrowser } from './chromium.ts'
import { storeWith } from './prepared.ts'

/*
 * Journeys in which no pointer moves and no focus is set but by keys. The keys go to whatever has the focus, as they do for a person: what
 * cannot be reached, or loses the focus on the way, ends the journey.
 */

let browser: Browser
let apps: App[] = []

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())
beforeEach(() => {
  apps = []
})
afterEach(async () => {
  const said = apps.flatMap(({ page }) => complaints(page))
  for (const app of apps) await app.close()
  expect(said).toEqual([])
})

async function open(options: AppOptions = {}): Promise<App> {
  const app = await openApp(browser, options)
  apps.push(app)
  await onCell(app.page)
  return app
}

interface Carried {
  readonly name: string
  readonly bytes: Buffer
}

const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}

/** The focus follows what is drawn, when the machine has time for it. */
const soon = { timeout: 10_000 }

/** What has the focus, as a screen reader would name it. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (element === null || element === document.body) return ''
    const label = element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.labels?.[0]?.textContent : null
    return element.getAttribute('aria-label') ?? label ?? element.textContent
  })

/** Whether a cell of the calendar has the focus. */
const onCell = (page: Page): Promise<void> =>
  expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role') ?? ''), soon).toBe('gridcell')

/** Goes on by Tab until what is named has the focus; it must not be far. */
async function tabTo(page: Page, name: RegExp, most = 12): Promise<void> {
  const passed: string[] = []
  for (let step = 0; step <= most; step += 1) {
    const here = await focused(page)
    if (name.test(here)) return
    passed.push(here.slice(0, 40))
    await press(page, 'Tab')
  }
  throw new Error(`${name} was not reached by Tab: ${passed.join(' | ')}`)
}

/** Runs a command of the palette by its name. */
async function command(page: Page, name: string): Promise<void> {
  await press(page, 'Control+k')
  await page.getByRole('combobox', { name: /command/i }).waitFor()
  await page.keyboard.type(name)
  await page.getByRole('option', { selected: true }).filter({ hasText: name }).waitFor()
  await press(page, 'Enter')
}

const gone = (page: Page): Promise<void> => page.getByRole('dialog').waitFor({ state: 'detached' })

/** Chooses files in the system's dialog that the act opens. */
async function choosing(page: Page, act: () => Promise<unknown>, ...files: readonly Carried[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await act()
  await (await chooser).setFiles(files.map(({ name, bytes }) => ({ name, mimeType: 'application/octet-stream', buffer: bytes })))
}

async function downloaded(page: Page, act: () => Promise<unknown>): Promise<Carried> {
  const coming = page.waitForEvent('download')
  await act()
  const download = await coming
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

const firstDate = (page: Page) => page.locator('[data-column=date] b').first()

/** A plan with its first revision out and nothing proposed yet, as a file. */
const sentOut: Plan = { ...aRound(), proposals: [] }
const fromTheChair = (): Carried => ({ name: 'Work plan.mandato', bytes: Buffer.from(chairsFile(sentOut)) })

describe('by keyboard alone', () => {
  test('a step is taken back after a restart', async () => {
    const app = await open()
    const { page } = app
    await page.keyboard.type('25 sep 2026')
    await press(page, 'Enter')
    await expect.poll(() => firstDate(page).innerText(), soon).toBe('September 25, 2026')
    await page.locator('.save-state[data-state=saved]').waitFor()
    await app.restart()
    await onCell(page)
    await press(page, 'Control+z')
    await expect.poll(() => firstDate(page).innerText(), soon).toBe('September 22, 2026')
  })

  test('the whole plan is chosen in the view of the document, and written as PDF', { timeout: 120_000 }, async () => {
    const { page } = await open()
    await command(page, 'Show Document')
    await page.locator('[data-page="1"][data-painted]').waitFor()
    await tabTo(page, /^Calendar/)
    await press(page, 'ArrowUp')
    await page.getByRole('radio', { name: /^Whole plan/, checked: true }).waitFor()
    await press(page, 'Control+p')
    await page.getByRole('dialog').waitFor()
    // What the dialog asks has the focus, and Enter answers it.
    await expect.poll(() => focused(page), soon).toMatch(/^Write it all the same/)
    await press(page, 'Space')
    const file = await downloaded(page, () => press(page, 'Enter'))
    const { words } = await readPdf(file.bytes)
    expect(words.map(({ text }) => text).join(' ')).toContain('INTRODUCTION')
    await press(page, 'Escape')
    await gone(page)
    expect(await focused(page)).toContain('Whole plan')
  })

  test('a new plan is made, and written in', async () => {
    const { page } = await open()
    await command(page, 'New plan')
    await expect.poll(() => focused(page), soon).toBe('Title')
    await page.keyboard.type('Work plan of the test')
    await press(page, 'Enter')
    await gone(page)
    await expect.poll(() => focused(page), soon).toBe('Add the first row')
    await press(page, 'Enter')
    await expect.poll(() => focused(page), soon).toBe('Date of row 1')
    await page.keyboard.type('26 jan 2027')
    await press(page, 'Tab')
    await expect.poll(() => firstDate(page).innerText(), soon).toBe('January 26, 2027')
  })

  test('files are imported', async () => {
    const { page } = await open()
    const text = 'Work plan\n\nCALENDAR OF ACTIVITIES\n\tDATE\n\tMANDATE\n\tACTIVITY\n\tMay 4, 2027\n\tAG/RES. 2910 (XLVII-O/17)\n\tOpening'
    await choosing(page, () => command(page, 'Import files'), { name: 'plan.txt', bytes: Buffer.from(text) })
    await expect.poll(() => focused(page), soon).toBe('Import the plan with 1 row')
    await press(page, 'Enter')
    await gone(page)
    await expect.poll(() => firstDate(page).innerText(), soon).toBe('May 4, 2027')
    await onCell(page)
    await press(page, 'ArrowRight')
    await expect.poll(() => focused(page), soon).toContain('AG/RES. 2910')
  })

  test('a delegation proposes and sends; the Chair takes it in and decides', { timeout: 120_000 }, async () => {
    const { page: mexico } = await open()
    await choosing(mexico, () => command(mexico, 'Import files'), fromTheChair())
    await expect.poll(() => focused(mexico), soon).toBe('Open as their text')
    await press(mexico, 'Enter')
    await mexico.getByRole('region', { name: 'Whose text this is' }).waitFor()
    await onCell(mexico)
    await mexico.keyboard.type('29 sep 2026 10am')
    await press(mexico, 'Enter')
    // Nobody has said yet who works here: that is asked when it matters.
    await expect.poll(() => focused(mexico), soon).toBe('Delegation or office')
    await mexico.keyboard.type('Mexico')
    await press(mexico, 'Enter')
    await gone(mexico)
    await expect.poll(() => mexico.locator('.date-cell ins').first().innerText(), soon).toContain('September 29, 2026')
    await onCell(mexico)
    const file = await downloaded(mexico, () => command(mexico, 'Send my proposals'))

    const { page: chair } = await open({ prepare: storeWith(sentOut) })
    await command(chair, 'Show Proposals')
    await expect.poll(() => focused(chair), soon).toContain('No delegation has proposed anything.')
    await tabTo(chair, /^Add files$/, 4)
    await choosing(chair, () => press(chair, 'Enter'), file)
    await chair.getByRole('dialog', { name: 'Files taken in' }).waitFor()
    await press(chair, 'Enter')
    await gone(chair)
    await chair.getByRole('article', { name: 'Proposal of Mexico' }).waitFor()
    await expect.poll(() => focused(chair), soon).not.toBe('')
    await press(chair, 'a')
    await chair.getByText(/^accepted by Chair/).waitFor()
    await command(chair, 'Show Calendar')
    await expect.poll(() => firstDate(chair).innerText(), soon).toBe('September 29, 2026')
  })

  test('appearance, language and rules are set', async () => {
    const { page } = await open()
    await command(page, 'Appearance: Dark')
    await page.locator('html[data-theme=dark]').waitFor({ state: 'attached' })
    await onCell(page)
    await command(page, 'Rules of the check')
    await page.getByRole('dialog', { name: 'Rules of the check' }).waitFor()
    await tabTo(page, /^Severity of activity\/no-mandate$/, 4)
    await page.keyboard.type('Off')
    await press(page, 'Escape')
    await gone(page)
    await page.getByRole('button', { name: '1 rule off' }).waitFor()
    await onCell(page)
    await command(page, 'Language of the window: Français')
    await page.getByRole('columnheader', { name: 'Activité' }).waitFor()
    await onCell(page)
  })

  test('a revision is named', async () => {
    const { page } = await open()
    await command(page, 'Name a revision')
    await expect.poll(() => focused(page), soon).toContain('Revision')
    await press(page, 'Enter')
    await gone(page)
    await page.getByText('rev. 2 is named').waitFor()
    await onCell(page)
  })

  test('wherever a command leads, the focus is in that view', async () => {
    const { page } = await open()
    for (const view of ['Text', 'Mandates', 'Coverage', 'Document', 'Proposals', 'Revisions', 'History', 'Plans']) {
      await command(page, `Show ${view}`)
      await page.locator(`.rail [aria-current][data-view=${view.toLowerCase()}]`).waitFor()
      await expect.poll(() => page.evaluate(() => document.activeElement?.closest('main') !== null), { ...soon, message: view }).toBe(true)
    }
    await command(page, 'Show Calendar')
    await onCell(page)
  })
})
