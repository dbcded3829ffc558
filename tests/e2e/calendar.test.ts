import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { show, onSamplePlan } from './app.ts'

const program = onSamplePlan()

const cell = (page: Page, row: number, column: 'date' | 'mandate' | 'activity'): Locator =>
  page.getByRole('row').nth(row).locator(`[data-column=${column}]`)

/** A date as the cell shows it; what the check says of it stands there too, unseen. */
const date = (page: Page, row: number, text: string): Locator => cell(page, row, 'date').locator('b', { hasText: text })

const saved = (page: Page): Promise<void> => page.locator('.save-state[data-state=saved]').waitFor()

describe('the calendar', () => {
  test('the first start shows the sample plan, ready to be written in', async () => {
    const { page } = program.app
    await date(page, 1, 'September 22, 2026').waitFor()
    expect(await page.getByRole('contentinfo').getByText('Saved').count()).toBe(1)
    expect(await page.getByRole('row').count()).toBeGreaterThan(10)
  })

  test('an edited cell is saved, and is there after a reload', async () => {
    const { page } = program.app
    await cell(page, 2, 'date').dblclick()
    const field = page.getByLabel('Date of row 2')
    await field.fill('tue 30 mar 2027 2:30pm')
    await page.locator('.understood').getByText('March 30, 2027').waitFor()
    await field.press('Enter')
    await date(page, 2, 'March 30, 2027').waitFor()
    await saved(page)
    await page.reload()
    await date(page, 2, 'March 30, 2027').waitFor()
    expect(await cell(page, 2, 'date').innerText()).toMatch(/Tuesday, 2:30\sp\.m\./)
  })

  test('a cell keeps its size when it is opened and left', async () => {
    const { page } = program.app
    for (const column of ['date', 'mandate', 'activity'] as const) {
      const before = await cell(page, 3, column).boundingBox()
      await cell(page, 3, column).dblclick()
      await page.locator('.editing textarea').first().waitFor()
      const during = await cell(page, 3, column).boundingBox()
      await page.keyboard.press('Escape')
      expect(during?.height).toBe(before?.height)
      expect(during?.width).toBe(before?.width)
    }
    expect(await page.getByRole('button', { name: 'Nothing to undo' }).count()).toBe(1)
  })

  test('Esc leaves a cell as it was; Enter, Tab and a click elsewhere keep what was typed', async () => {
    const { page } = program.app
    for (const [column, typed] of [
      ['date', 'october 13 2026'],
      ['mandate', 'the rapporteur'],
      ['activity', 'A dinner'],
    ] as const) {
      const before = await cell(page, 2, column).innerText()
      await cell(page, 2, column).click()
      await page.keyboard.type(typed)
      await page.keyboard.press('Escape')
      await cell(page, 2, column).locator('textarea').first().waitFor({ state: 'detached' })
      expect(await cell(page, 2, column).innerText()).toBe(before)
    }
    await page.getByRole('button', { name: 'Nothing to undo' }).waitFor()
    await cell(page, 2, 'date').click()
    await page.keyboard.type('october 13 2026')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.type('2955 34')
    await page.locator('#mandate-suggestions [role=option]').first().waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await cell(page, 2, 'activity').click()
    await page.keyboard.press('F2')
    await page.keyboard.type(', at the end')
    await cell(page, 4, 'date').click()
    await date(page, 2, 'October 13, 2026').waitFor()
    expect(await cell(page, 2, 'mandate').locator('.chip').count()).toBe(2)
    expect(await cell(page, 2, 'activity').locator('.line-text').last().innerText()).toMatch(/, at the end$/)
  })

  test('one letter that opens a cell is kept as more are', async () => {
    const { page } = program.app
    await cell(page, 2, 'activity').click()
    await page.keyboard.press('A')
    await cell(page, 2, 'activity').locator('textarea').first().waitFor()
    await cell(page, 4, 'date').click()
    await cell(page, 2, 'activity').locator('textarea').first().waitFor({ state: 'detached' })
    expect(await cell(page, 2, 'activity').locator('.line-text').last().innerText()).toBe('A')
  })

  test('undo names its step and takes it back, also after the program was ended', async () => {
    const { page } = program.app
    const before = await cell(page, 1, 'activity').innerText()
    await cell(page, 1, 'activity').click()
    await page.keyboard.press('Enter')
    await page.keyboard.type(' and of the rapporteur')
    await page.keyboard.press('Control+Enter')
    await cell(page, 1, 'activity').locator('.line-text', { hasText: 'and of the rapporteur' }).waitFor()
    await saved(page)
    await program.app.restart()
    await cell(page, 1, 'activity').locator('.line-text', { hasText: 'and of the rapporteur' }).waitFor()
    await page.getByRole('button', { name: 'Undo: Activity of row 1' }).waitFor()
    await cell(page, 1, 'date').click()
    await page.keyboard.press('Control+z')
    await expect.poll(() => cell(page, 1, 'activity').innerText()).toBe(before)
    await page.getByRole('button', { name: 'Redo: Activity of row 1' }).click()
    await cell(page, 1, 'activity').locator('.line-text', { hasText: 'and of the rapporteur' }).waitFor()
    await show(page, 'History')
    await page.getByText('Taken back: Activity of row 1').waitFor()
    await page.getByText('Redone: Activity of row 1').waitFor()
  })

  test('F8 goes through the findings, and a fix takes one away', async () => {
    const { page } = program.app
    const errors = async () => Number(await page.locator('.count.error').innerText())
    const before = await errors()
    const weekday = page.getByText('is a Tuesday, not a Monday')
    for (let step = 0; step < 20 && (await page.locator('li[aria-current]', { has: weekday }).count()) === 0; step++) {
      await page.keyboard.press('F8')
    }
    expect(await page.locator('[role=row][aria-selected=true] .number').innerText()).toBe('3')
    await page.keyboard.press('Control+.')
    await page.getByRole('menuitem', { name: 'Write Tuesday' }).click()
    await expect.poll(errors).toBe(before - 1)
    expect(await page.locator('.findings').getByText('is a Tuesday, not a Monday').count()).toBe(0)
    await page.getByRole('button', { name: 'Undo: Write Tuesday' }).click()
    await expect.poll(errors).toBe(before)
  })

  test('a filter of the findings says that it hides some', async () => {
    const { page } = program.app
    await page.locator('.count.warning').click()
    await page.getByText(/^\d+ of \d+ shown/).waitFor()
    await page.getByRole('button', { name: 'Show all' }).click()
    expect(await page.getByText(/^\d+ of \d+ shown/).count()).toBe(0)
  })

  test('a mandate is completed from the register and cited with its paragraph', async () => {
    const { page } = program.app
    await cell(page, 1, 'mandate').click()
    await page.keyboard.type('2910 20')
    await page
      .getByRole('option', { name: /2910 .*¶20/ })
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await cell(page, 1, 'mandate').locator('.chip', { hasText: 'AG/RES. 2910 (XLVII-O/17)' }).waitFor()
    expect(await cell(page, 1, 'mandate').locator('.chip').last().innerText()).toContain('¶20')
    await page.getByRole('complementary').getByText('Operative paragraph 20').waitFor()
  })

  test('a row is inserted, written, moved, duplicated and deleted by keyboard alone', async () => {
    const { page } = program.app
    await page.locator('.cell[tabindex="0"]').focus()
    const rows = await page.getByRole('row').count()
    await page.keyboard.press('Control+Enter')
    await page.keyboard.type('october 6 2026 10am')
    await page.keyboard.press('Tab')
    await page.keyboard.type('2883')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Thematic meeting')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Portability of pensions')
    await page.keyboard.press('Control+Enter')
    await date(page, 2, 'October 6, 2026').waitFor()
    expect(await cell(page, 2, 'activity').innerText()).toMatch(/Thematic meeting\s+•\s+Portability of pensions/)
    await page.keyboard.press('Alt+ArrowDown')
    await date(page, 3, 'October 6, 2026').waitFor()
    await page.keyboard.press('Control+d')
    await expect.poll(() => page.getByRole('row').count()).toBe(rows + 2)
    await page.keyboard.press('Control+Delete')
    await expect.poll(() => page.getByRole('row').count()).toBe(rows + 1)
    for (let step = 0; step < 7; step++) await page.keyboard.press('Control+z')
    await expect.poll(() => page.getByRole('row').count()).toBe(rows)
    await saved(page)
  })
})
