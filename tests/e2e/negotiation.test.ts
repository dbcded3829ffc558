import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Plan } from '#shared/model/plan.ts'
import { aRound } from '../builders/round.ts'
import { readPdf } from '../main/files/read-pdf.ts'
import { type App, complaints, openApp, show } from './app.ts'
import { violations } from './axe.ts'
import { openBrowser } from './chromium.ts'
import { storeWith } from './prepared.ts'

/** The Chair's plan before anything was named or proposed. */
function chairsPlan(): Plan {
  const round = aRound()
  return { ...round, header: { ...round.header, revision: null }, proposals: [], revisions: [] }
}

let browser: Browser
let desks: readonly App[] = []

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  desks = [await openApp(browser, { prepare: storeWith(chairsPlan()) }), await openApp(browser), await openApp(browser)]
})
afterEach(async () => {
  const said = desks.flatMap(({ page }) => complaints(page))
  for (const desk of desks) await desk.close()
  expect(said).toEqual([])
})

interface Carried {
  readonly name: string
  readonly bytes: Buffer
}

/** The file that an act hands to the folder for downloads. */
async function downloaded(page: Page, act: () => Promise<unknown>): Promise<Carried> {
  const coming = page.waitForEvent('download')
  await act()
  const download = await coming
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

/** Chooses files when the act asks for them. */
async function choosing(page: Page, act: () => Promise<unknown>, ...files: readonly Carried[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await act()
  await (await chooser).setFiles(files.map(({ name, bytes }) => ({ name, mimeType: 'application/octet-stream', buffer: bytes })))
}

/** Runs a command of the palette by its name. */
async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: /command/i }).waitFor()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
}

/** Says who works at a desk, by keys alone. */
async function sit(page: Page, delegation: string): Promise<void> {
  await page.getByRole('grid').waitFor()
  await command(page, 'Who you are')
  await page.getByRole('dialog', { name: 'Who you are' }).waitFor()
  await page.keyboard.type(delegation)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByText(`You are: ${delegation}`).waitFor()
}

/** Receives the Chair's file as the Chair's text, by keys alone. */
async function receive(page: Page, file: Carried): Promise<void> {
  await choosing(page, () => command(page, 'Import'), file)
  await page.getByRole('button', { name: 'Open as their text' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: 'Whose text this is' }).waitFor()
  await page.getByRole('grid').waitFor()
}

/** Leaves the dialog that stands open, once it has the focus. */
async function close(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('[role=dialog]') instanceof Element), { timeout: 10_000 })
    .toBe(true)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

async function exportPlan(page: Page): Promise<Carried> {
  const file = await downloaded(page, async () => {
    await command(page, 'Export the plan')
    await page.getByRole('radio', { name: /^Plan file/ }).check()
    await page.getByRole('button', { name: 'Write as plan file' }).click()
  })
  await close(page)
  return file
}

async function nameRevision(page: Page, name: string): Promise<void> {
  await command(page, 'Name a revision')
  await page.getByRole('radio', { name: /^Revision/ }).check()
  await page.getByRole('button', { name: `Name ${name}` }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

const topic = (page: Page) => page.getByRole('gridcell').filter({ hasText: 'Access to social benefits' })

test('a round from the first export to the second revision, at three desks', { timeout: 180_000 }, async () => {
  const [chair, mexico, canada] = desks.map(({ page }) => page)
  if (chair === undefined || mexico === undefined || canada === undefined) throw new Error('There are three desks.')

  // The Chair names what goes out, and sends it.
  await sit(chair, 'Chair')
  await nameRevision(chair, 'rev. 1')
  const text = await exportPlan(chair)

  // Mexico proposes on row 2, with the mouse: other words, another date, a row after it, and row 3 out.
  await sit(mexico, 'Mexico')
  await receive(mexico, text)
  const banner = mexico.getByRole('region', { name: 'Whose text this is' })
  expect(await banner.innerText()).toContain('Your edits become proposals of Mexico.')
  expect(await banner.innerText()).toContain('rev. 1')
  await topic(mexico).dblclick()
  await mexico.keyboard.type(' and at home')
  await mexico.keyboard.press('Control+Enter')
  await expect.poll(() => topic(mexico).locator('ins').innerText()).toBe(' and at home')
  await mexico.getByRole('textbox', { name: 'Why, for the proposal on Row 2' }).fill('The paragraph names both.')
  await mexico.keyboard.press('Enter')
  await topic(mexico).click({ button: 'right' })
  await mexico.getByRole('menuitem', { name: /^Insert .*below/ }).click()
  await mexico.keyboard.type('20 oct 2026')
  await mexico.keyboard.press('Enter')
  const inserted = mexico.locator('[data-difference=inserted]')
  await inserted.waitFor()
  expect(await inserted.getByRole('rowheader').innerText()).toContain('2bis')
  await mexico.getByRole('gridcell').filter({ hasText: 'Approval of the report' }).click()
  await mexico.keyboard.press('Control+Delete')
  const struck = mexico.getByRole('row', { name: 'Row 3, which you propose to take out' })
  await struck.getByRole('button', { name: 'Take back: keep row 3' }).waitFor()
  expect(await violations(mexico)).toEqual([])
  await struck.getByRole('button').click()
  await struck.waitFor({ state: 'detached' })
  const fromMexico = await downloaded(mexico, () => banner.getByRole('button', { name: 'Send my proposals' }).click())
  await expect.poll(() => banner.innerText()).toContain('All are sent.')

  // Canada proposes on the same row, by keys alone.
  await sit(canada, 'Canada')
  await receive(canada, text)
  await expect.poll(() => canada.evaluate(() => document.activeElement?.getAttribute('role') ?? '')).toBe('gridcell')
  await canada.keyboard.press('ArrowDown')
  await canada.keyboard.press('End')
  await canada.keyboard.press('Enter')
  await canada.keyboard.type(' of destination')
  await canada.keyboard.press('Control+Enter')
  await expect.poll(() => topic(canada).locator('ins').innerText()).toBe(' of destination')
  await canada.keyboard.press('F6')
  await canada.keyboard.press('F6')
  await expect.poll(() => canada.evaluate(() => document.activeElement?.closest('aside') !== null)).toBe(true)
  for (let turn = 0; turn < 10; turn += 1) {
    const label = await canada.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    if (label === 'Why, for the proposal on Row 2') break
    await canada.keyboard.press('Tab')
  }
  await canada.keyboard.type('Portability is the open question.')
  await canada.keyboard.press('Enter')
  const fromCanada = await downloaded(canada, () => command(canada, 'Send my proposals'))

  // The Chair adds both, and reviews them by keys.
  await show(chair, 'Proposals')
  await choosing(chair, () => chair.getByRole('button', { name: 'Add files' }).click(), fromCanada, fromMexico)
  const report = chair.getByRole('dialog')
  await expect.poll(() => report.innerText()).toContain(fromMexico.name)
  expect(await report.innerText()).toContain(fromCanada.name)
  await close(chair)
  const current = () => chair.locator('.proposal[aria-current=true]').getAttribute('aria-label')
  await expect.poll(current).toBe('Proposal of Mexico')
  expect(await chair.getByText('The paragraph names both.').count()).toBe(1)
  await chair.keyboard.press('a')
  await expect.poll(current).toBe('Proposal of Canada')
  await chair.keyboard.press('r')
  await chair.keyboard.type('Mexico says it.')
  await chair.keyboard.press('Control+Enter')
  await expect.poll(() => chair.locator('.queue [aria-current]').innerText()).toContain('Row 2bis')

  // Everything that was said on paper, with the names in brackets.
  await chair.getByRole('button', { name: 'Compile' }).click()
  await expect.poll(() => chair.getByRole('radio', { name: /^Compilation/ }).isChecked()).toBe(true)
  const compilation = await downloaded(chair, async () => {
    await chair.keyboard.press('Control+p')
    const all = chair.getByRole('checkbox', { name: /^Write it all the same/ })
    if ((await all.count()) > 0) await all.check()
    await chair.getByRole('button', { name: 'Write as PDF' }).click()
  })
  await close(chair)
  const { words } = await readPdf(compilation.bytes)
  const said = words
    .map(({ text: word }) => word)
    .join(' ')
    .replace(/\s+/g, ' ')
  expect(said).toContain('[Mexico')
  expect(said).toContain('Mexico says it.')

  // The rest is decided, and the second revision goes out.
  await show(chair, 'Proposals')
  await chair.keyboard.press('l')
  await chair.keyboard.press('Control+Enter')
  await nameRevision(chair, 'rev. 2')
  await command(chair, 'Show Revisions')
  await chair.getByRole('button', { name: /^rev. 1/ }).click()
  await expect.poll(() => chair.locator('.compared').innerText()).toContain('and at home')
  const second = await exportPlan(chair)

  // Mexico's words stand in it, and what the Chair decided stands beside its proposals.
  await choosing(mexico, () => command(mexico, 'Import'), second)
  await mexico.getByRole('button', { name: 'Replace the text with this one' }).click()
  await expect.poll(() => banner.innerText()).toContain('rev. 2')
  await expect.poll(() => topic(mexico).innerText()).toContain('and at home')
  expect(await topic(mexico).locator('ins').count()).toBe(0)
  await show(mexico, 'Proposals')
  const own = mexico.getByRole('article', { name: 'Your proposal on Row 2', exact: true })
  await expect.poll(() => own.innerText()).toContain('accepted')
  expect(await violations(mexico)).toEqual([])

  // Canada hears why not.
  await choosing(canada, () => command(canada, 'Import'), second)
  await canada.getByRole('button', { name: 'Replace the text with this one' }).click()
  await show(canada, 'Proposals')
  await expect.poll(() => canada.getByRole('article', { name: 'Your proposal on Row 2' }).innerText()).toContain('Mexico says it.')
})
