import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aRound } from '../builders/round.ts'
import { type App, complaints, openApp, show } from './app.ts'
import { violations } from './axe.ts'
import { openBrowser } from './chromium.ts'
import { storeWith } from './prepared.ts'

let browser: Browser
let app: App
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  app = await openApp(browser, { prepare: storeWith(aRound()) })
  page = app.page
  await page.getByRole('grid').waitFor()
})
afterEach(async () => {
  expect(complaints(page)).toEqual([])
  await app.close()
})

const current = () => page.locator('.proposal[aria-current=true]')
const points = () => page.getByRole('navigation', { name: 'What is proposed on' }).getByRole('button').allInnerTexts()

describe('The Chair decides proposals', () => {
  test('and reads each beside the text it changes, with what it would bring', async () => {
    await show(page, 'Proposals')
    expect((await points()).map((text) => text.split('\n')[0])).toEqual(['Introduction', 'Row 2', 'Row 2bis', 'Row 3'])
    await page.getByRole('button', { name: /^Row 2 / }).click()
    expect(await page.locator('.proposal ins').allInnerTexts()).toContain(', health services')
    expect(await page.getByText('touches the same words as Canada').count()).toBe(1)
    expect(await page.getByRole('complementary', { name: 'What would come of it' }).innerText()).toContain('health services and pensions')
  })

  test('by keys alone: accept, reject with a reason, agree ad referendum, defer; then undo', async () => {
    await show(page, 'Proposals')
    await page.keyboard.press('a')
    await expect.poll(() => current().getAttribute('aria-label')).toBe('Proposal of Mexico')
    await page.keyboard.press('r')
    await page.keyboard.type('Too wide.')
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => current().getAttribute('aria-label')).toBe('Proposal of Canada')
    await page.keyboard.press('d')
    await expect.poll(() => current().getAttribute('aria-label')).toBe('Proposal of Brazil')
    await page.keyboard.press('l')
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => page.getByRole('radio', { name: /^Decided/ }).innerText()).toBe('Decided 3')
    await show(page, 'Calendar')
    expect(await page.getByRole('grid').innerText()).toContain('portable pensions in countries of destination')
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await expect.poll(() => page.getByRole('grid').innerText()).toContain('pensions in host countries')
  })

  test('accepts with other words, which are then the text', async () => {
    await show(page, 'Proposals')
    await page.getByRole('button', { name: /^Row 2bis/ }).click()
    await page.keyboard.press('e')
    await page.getByLabel('The words that are to stand').fill('Round table on fair recruitment')
    await page.keyboard.press('Control+Enter')
    await show(page, 'Calendar')
    await expect.poll(() => page.getByRole('grid').innerText()).toContain('Round table on fair recruitment')
  })

  test('a proposal that no longer fits says so, and nothing is written', async () => {
    await show(page, 'Proposals')
    await page.getByRole('button', { name: /^Row 2 / }).click()
    await page.keyboard.press('a')
    await page.getByRole('article', { name: 'Proposal of Canada' }).click()
    await page.keyboard.press('a')
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('nothing was written')
  })

  test('a deadline that is near stands in the status bar, one step from where it is told', async () => {
    await show(page, 'Revisions')
    await page.getByRole('button', { name: 'Set a deadline' }).click()
    await page.getByLabel('What it is for').fill('Proposals on rev. 1')
    const soon = new Date(Date.now() + 2 * 24 * 3600 * 1000)
    await page.getByLabel('Day').fill(soon.toISOString().slice(0, 10))
    await page.keyboard.press('Enter')
    await show(page, 'Calendar')
    await page
      .getByRole('contentinfo')
      .getByRole('button', { name: /^Proposals on rev\. 1: Deadline until/ })
      .click()
    expect(await page.getByRole('region', { name: 'Deadlines' }).innerText()).toContain('America/New_York')
  })

  test.each(['light', 'dark'] as const)('axe finds nothing, %s', async (theme) => {
    await page.emulateMedia({ colorScheme: theme })
    await show(page, 'Proposals')
    await page.getByRole('button', { name: /^Row 2 / }).click()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('r')
    expect(await violations(page)).toEqual([])
  })
})
