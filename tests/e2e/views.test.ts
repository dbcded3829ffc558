import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { onSamplePlan } from './app.ts'

const program = onSamplePlan()

const saved = (page: Page): Promise<void> => page.locator('.save-state[data-state=saved]').waitFor()

/** Chooses a way to see the calendar by key. */
async function look(page: Page, shape: 'Table' | 'Month' | 'Agenda'): Promise<void> {
  await page.getByRole('radio', { name: shape }).focus()
  await page.keyboard.press('Enter')
}

const day = (page: Page, date: string): Locator => page.locator(`[data-day="${date}"]`)

const focused = (page: Page): Promise<string> => page.evaluate(() => (document.activeElement?.textContent ?? '').replaceAll('\u00a0', ' '))

describe('the calendar by month', () => {
  test('an activity is picked up, carried to another day and put down by keyboard, and keeps its hour', async () => {
    const { page } = program.app
    await look(page, 'Month')
    await page.getByRole('heading', { name: 'September 2026' }).waitFor()
    await page.locator('[data-entry][tabindex="0"]').focus()
    await page.keyboard.press('ArrowRight')
    expect(await focused(page)).toMatch(/^Row 2, October 20, 2026: 2:30 p\.m\.“Decent work for migrant women”/)
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    await page.getByRole('status').getByText('Wednesday, October 28, 2026').waitFor()
    await page.keyboard.press('Enter')
    await day(page, '2026-10-28')
      .getByRole('button', { name: /^Row 2, October 28, 2026/ })
      .waitFor()
    expect(await focused(page)).toMatch(/^Row 2, October 28, 2026: 2:30 p\.m\.“Decent work for migrant women”/)
    expect(await day(page, '2026-10-28').innerText()).toMatch(/2:30\sp\.m\./)
    await saved(page)
    await page.keyboard.press('Control+z')
    await day(page, '2026-10-20')
      .getByRole('button', { name: /^Row 2/ })
      .waitFor()
    await page.getByRole('button', { name: 'Redo: Move row 2 to October 28, 2026' }).waitFor()
  })

  test('Esc leaves a carried activity where it was, and what names no day becomes the day it is put on', async () => {
    const { page } = program.app
    await look(page, 'Month')
    const tentative = page.getByRole('button', { name: /^Row 4: December 2026/ })
    await tentative.focus()
    await tentative.click()
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Escape')
    expect(await page.getByRole('button', { name: 'Nothing to undo' }).count()).toBe(1)
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await day(page, '2026-12-08')
      .getByRole('button', { name: /^Row 4, December 8, 2026/ })
      .waitFor()
  })

  test('an activity is dragged to another day', async () => {
    const { page } = program.app
    await look(page, 'Month')
    await page.getByRole('button', { name: /^Row 1, / }).dragTo(day(page, '2026-09-24'))
    await day(page, '2026-09-24')
      .getByRole('button', { name: /^Row 1, September 24, 2026/ })
      .waitFor()
  })

  test('is remembered for its plan; a finding leads to the entry, and F2 writes in the table', async () => {
    const { page } = program.app
    await look(page, 'Month')
    await page.getByRole('heading', { name: 'September 2026' }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: 'September 2026' }).waitFor()
    for (let step = 0; step < 20 && !(await focused(page)).startsWith('Row 3,'); step++) await page.keyboard.press('F8')
    expect(await focused(page)).toMatch(/^Row 3, November 17, 2026/)
    await page.getByRole('complementary').getByText('Ungrounded').waitFor()
    await page.keyboard.press('F2')
    await page.locator('[role=row][aria-selected=true] .editing').waitFor()
    expect(await page.getByRole('radio', { name: 'Table' }).isChecked()).toBe(true)
  })
})

describe('the agenda', () => {
  test('tells the rows in the order of time, and shares the selection with the table', async () => {
    const { page } = program.app
    await look(page, 'Agenda')
    const agenda = page.getByRole('listbox', { name: 'Agenda' })
    expect(await agenda.getByRole('group').first().getAttribute('aria-label')).toBe('September 2026')
    await page.locator('[data-entry][tabindex="0"]').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    expect(await agenda.getByRole('option', { selected: true }).innerText()).toContain('“Recognition of the skills of migrants who return”')
    await look(page, 'Table')
    expect(await page.locator('[role=row][aria-selected=true] .number').innerText()).toBe('3')
  })
})

describe('the details of a row', () => {
  test('it is set to held with its languages by keyboard, and its history says so', async () => {
    const { page } = program.app
    const details = page.getByRole('complementary', { name: 'Details of the selected row' })
    await details.getByText('Unchanged since the plan came into the library.').waitFor()
    await details.getByRole('combobox', { name: 'State' }).focus()
    await page.keyboard.type('H')
    await saved(page)
    expect(await details.getByRole('combobox', { name: 'State' }).inputValue()).toBe('held')
    await details.getByRole('checkbox', { name: 'French' }).focus()
    await page.keyboard.press('Space')
    await details.getByRole('checkbox', { name: 'English' }).focus()
    await page.keyboard.press('Space')
    await expect.poll(() => details.locator('.row-history li').count()).toBe(3)
    expect(await details.locator('.row-history li').first().innerText()).toMatch(/^Details of row 1\s+today, /)
    await page.reload()
    await details.getByRole('checkbox', { name: 'French', checked: true }).waitFor()
    expect(await details.getByRole('checkbox', { checked: true }).count()).toBe(2)
    expect(await details.getByRole('combobox', { name: 'State' }).inputValue()).toBe('held')
    await page.locator('[data-column=date]').nth(1).click()
    await details.getByText('Unchanged since the plan came into the library.').waitFor()
  })
})
