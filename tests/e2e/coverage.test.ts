import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { onSamplePlan } from './app.ts'

const program = onSamplePlan()

const saved = (page: Page): Promise<void> => page.locator('.save-state[data-state=saved]').waitFor()

const railEntry = (page: Page, view: string): Locator =>
  page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: new RegExp(`^${view}`) })

/** Goes to a view as someone without a mouse does: to its entry in the rail, and Enter. */
async function goToView(page: Page, view: string): Promise<void> {
  await railEntry(page, view).focus()
  await page.keyboard.press('Enter')
}

/** Presses Tab until the focus stands in what is asked for. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let step = 0; step < 40; step++) {
    if (await target.evaluate((element) => element.contains(document.activeElement))) return
    await page.keyboard.press('Tab')
  }
  throw new Error('The Tab key does not lead there.')
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '')

describe('coverage, by keyboard alone', () => {
  test('from an unserved paragraph to a drafted row, and back by one undo', async () => {
    const { page } = program.app
    const open = railEntry(page, 'Coverage').locator('.figure')
    await expect.poll(() => open.innerText(), { timeout: 10_000 }).toBe('35 open')
    await goToView(page, 'Coverage')
    await page.getByText('35 of 47 listed provisions unserved').waitFor()
    const matrix = page.getByRole('treegrid')
    await tabTo(page, matrix)
    // Down to the resolution with its range of twenty paragraphs, and into it.
    const range = matrix.getByRole('row', { name: /2910.*¶1–20.*18 of 20 unserved/ })
    while (!(await range.evaluate((row) => row.contains(document.activeElement)))) await page.keyboard.press('ArrowDown')
    expect(await range.getAttribute('aria-expanded')).toBe('false')
    await page.keyboard.press('ArrowRight')
    expect(await range.getAttribute('aria-expanded')).toBe('true')
    await page.keyboard.press('ArrowDown')
    expect(await focused(page)).toBe('¶1unserved')
    await page.getByRole('complementary', { name: 'The provision selected' }).getByText('No activity cites it.').waitFor()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    expect(await focused(page)).toBe('October 2026: none. Draft an activity for AG/RES. 2910 (XLVII-O/17) ¶1')
    await page.keyboard.press('Enter')
    // The row stands in its month, before the meeting of October 20, and its activity is open for writing.
    const row = page.locator('[role=row][aria-selected=true]')
    await row.locator('.editing').waitFor()
    expect(await row.locator('.number').innerText()).toBe('2')
    expect(await row.locator('.date-cell b').innerText()).toBe('October 2026')
    expect(await row.locator('.chip').innerText()).toMatch(/AG\/RES\. 2910 \(XLVII-O\/17\)\s+¶1$/)
    expect(await row.locator('.editing textarea').first().inputValue()).toBe('Thematic meeting')
    await page.keyboard.press('Escape')
    await saved(page)
    await expect.poll(() => open.innerText()).toBe('34 open')
    await page.keyboard.press('Control+z')
    await expect.poll(() => open.innerText()).toBe('35 open')
    await page.getByRole('button', { name: 'Redo: Draft an activity for AG/RES. 2910 (XLVII-O/17) ¶1' }).waitFor()
  })

  test('a cell leads to its activity; the filter says what it hides; the months can be chosen from a paragraph', async () => {
    const { page } = program.app
    await goToView(page, 'Coverage')
    const matrix = page.getByRole('treegrid')
    await tabTo(page, page.getByLabel('Unserved only'))
    await page.keyboard.press('Space')
    await page.getByText('35 of 47 listed provisions unserved · 12 served ones hidden').waitFor()
    await page.keyboard.press('Space')
    await tabTo(page, matrix)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'No month yet' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('menu').waitFor({ state: 'detached' })
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowRight')
    expect(await focused(page)).toBe('September 2026: row 1')
    await page.keyboard.press('Enter')
    await page.locator('[role=row][aria-selected=true] .number', { hasText: '1' }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-column'))).toBe('mandate')
  })

  test('the activities stand by the strength of their authority, with what speaks against them', async () => {
    const { page } = program.app
    await goToView(page, 'Coverage')
    await tabTo(page, page.getByRole('radio', { name: 'By mandate' }))
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    const headings = page.locator('.strength h2')
    await headings.first().waitFor()
    expect(await headings.allInnerTexts()).toEqual(['Ungrounded\n2', 'Weak authority\n4', 'Grounded\n6'])
    const weekday = page.locator('.strength').getByRole('button', { name: /November 17, 2026 is a Tuesday, not a Monday/ })
    await weekday.focus()
    await page.keyboard.press('Enter')
    await page.locator('[role=row][aria-selected=true] .number', { hasText: '3' }).waitFor()
  })

  test('a plan without mandates is told what to do first', async () => {
    const { page } = program.app
    await goToView(page, 'Plans')
    await page.getByRole('button', { name: 'New plan' }).click()
    await page.getByRole('button', { name: 'Create the plan' }).click()
    await page.getByText('The calendar has no rows yet').waitFor()
    await goToView(page, 'Coverage')
    await page.getByText('No mandates are listed yet').waitFor()
    await page.getByRole('button', { name: 'Show the mandates' }).click()
    await page.getByRole('heading', { name: 'Mandates', exact: true }).waitFor()
  })
})
