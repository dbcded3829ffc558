import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { show, onSamplePlan } from './app.ts'

const program = onSamplePlan()

const cellTexts = (page: Page, column: string): Promise<string[]> =>
  page
    .locator(`.row[data-row] [data-column=${column}]`)
    .evaluateAll((cells) => cells.map((cell) => cell.querySelector('b, .line-text')?.textContent ?? ''))

/** What the Chair types: date and activity of each row. */
const drafted = [
  ['22 sep 2026 10am', 'September 22, 2026', 'Election of the Vice Chair'],
  ['oct 6 2026', 'October 6, 2026', 'Adoption of the work plan'],
  ['20 october 2026 2:30pm', 'October 20, 2026', 'Thematic meeting'],
  ['november 2026', 'November 2026', 'Reports of the working groups'],
  ['1 dec 2026', 'December 1, 2026', 'Dialogue with civil society'],
  ['Q1 2027', 'first quarter 2027', 'Seminar on portability'],
  ['january 26, 2027', 'January 26, 2027', 'Thematic meeting'],
  ['16 feb 2027', 'February 16, 2027', 'Exchange of practices'],
  ['early march 2027', 'early March 2027', 'Circulation of the draft'],
  ['30 mar 2027', 'March 30, 2027', 'Negotiation of the draft'],
  ['13 april 2027', 'April 13, 2027', 'Approval of the draft'],
  ['may 2027, tentative', 'May 2027', 'Annual report'],
] as const

test('a plan of twelve rows is drafted from nothing by keyboard alone', async () => {
  const { page } = program.app
  await show(page, 'Plans')
  await page.getByRole('button', { name: 'New plan' }).press('Enter')
  await page.getByLabel('Title').press('Control+a')
  await page.keyboard.type('Work plan of the test')
  await page.getByRole('button', { name: 'Create the plan' }).press('Enter')
  await page.getByRole('button', { name: 'Add the first row' }).press('Enter')
  for (const [index, [date, , activity]] of drafted.entries()) {
    await page.getByLabel(`Date of row ${index + 1}`).waitFor()
    await page.keyboard.type(date)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.getByLabel(`Line 1 of the activity in row ${index + 1}`).waitFor()
    await page.keyboard.type(activity)
    await page.keyboard.press('Control+Enter')
    if (index < drafted.length - 1) await page.keyboard.press('Control+Enter')
  }
  await expect.poll(() => cellTexts(page, 'date')).toEqual(drafted.map(([, date]) => date))
  expect(await cellTexts(page, 'activity')).toEqual(drafted.map(([, , activity]) => activity))
  await page.locator('.save-state[data-state=saved]').waitFor()
  await page.reload()
  await expect.poll(() => cellTexts(page, 'date')).toEqual(drafted.map(([, date]) => date))
})

test('a day is chosen from the calendar by arrows; the hour stays, and Esc changes nothing', async () => {
  const { page } = program.app
  await page.locator('.cell[tabindex="0"]').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Alt+ArrowDown')
  await page.getByRole('grid', { name: 'September 2026' }).waitFor()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Escape')
  const field = page.getByLabel('Date of row 1')
  await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true)
  expect(await field.inputValue()).toContain('September 22, 2026')
  await page.keyboard.press('Alt+ArrowDown')
  await page.getByRole('grid', { name: 'September 2026' }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => field.inputValue()).toContain('September 29, 2026')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await cellTexts(page, 'date'))[0]).toBe('September 29, 2026')
  expect(await page.locator('[data-column=date] small').first().innerText()).toMatch(/Tuesday, 10:00\sa\.m\./)
})

test('a day is chosen from the calendar with the mouse', async () => {
  const { page } = program.app
  await page.locator('[data-column=date]').first().dblclick()
  await page.getByRole('button', { name: 'Choose the day in a calendar' }).click()
  await page.getByRole('button', { name: 'Next month' }).click()
  await page
    .getByRole('gridcell')
    .getByRole('button', { name: /October 13, 2026/ })
    .click()
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await cellTexts(page, 'date'))[0]).toBe('October 13, 2026')
})
