import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { show, onSamplePlan } from './app.ts'

const program = onSamplePlan((page) => show(page, 'Text'))

const press = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}

const blocks = (page: Page) => page.getByRole('region', { name: /introduction/i }).locator('.block')

/** Opens a paragraph of the introduction for writing, with the caret at its start. */
async function write(page: Page, number: number): Promise<void> {
  await blocks(page)
    .nth(number - 1)
    .getByRole('button', { name: `Edit paragraph ${number}` })
    .focus()
  await press(page, 'Enter', 'Control+Home')
}

describe('the text, by keyboard alone', () => {
  test('a paragraph is split and joined, a footnote added, written and undone', async () => {
    const { page } = program.app
    const before = await blocks(page).count()
    const notes = await page.locator('.footnotes li').count()
    await write(page, 3)
    await page.keyboard.type('Opening words. ')
    await press(page, 'Enter')
    await expect.poll(() => blocks(page).count()).toBe(before + 1)
    expect(await blocks(page).nth(2).locator('p').first().innerText()).toBe('Opening words.')
    await press(page, 'Control+Alt+f')
    await page.keyboard.type('Said by the Chair.')
    await press(page, 'Enter')
    await expect.poll(() => page.locator('.footnotes li').count()).toBe(notes + 1)
    await page.getByRole('textbox', { name: 'Paragraph 4' }).waitFor()
    await press(page, 'Backspace')
    await expect.poll(() => blocks(page).count()).toBe(before)
    await press(page, 'Escape')
    await blocks(page)
      .nth(2)
      .getByText(/^Opening words\. /)
      .waitFor()
    await page.locator('.save-state[data-state=saved]').waitFor()
    await program.app.restart()
    await show(page, 'Text')
    await expect
      .poll(() => page.locator('.footnotes textarea').evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value)))
      .toContain('Said by the Chair.')
    for (let step = 0; step < 4; step++) await press(page, 'Control+z')
    await expect.poll(() => page.locator('.footnotes li').count()).toBe(notes)
    await expect.poll(() => blocks(page).count()).toBe(before)
    expect(await page.getByText('Opening words.').count()).toBe(0)
  })

  test('a paragraph is moved, made a list line, moved in, and led out again', async () => {
    const { page } = program.app
    const second = await blocks(page).nth(1).locator('p').innerText()
    await write(page, 2)
    await press(page, 'Alt+ArrowUp')
    await expect.poll(() => page.getByRole('textbox', { name: 'Paragraph 1' }).inputValue()).toBe(second.replace(/\d$/, ''))
    await press(page, 'Control+Shift+Digit8', 'Enter', 'Tab')
    await expect.poll(() => blocks(page).nth(1).getAttribute('class')).toContain('item level-1')
    await press(page, 'Shift+Tab', 'Shift+Tab')
    await expect.poll(() => blocks(page).nth(1).getAttribute('class')).toContain('paragraph level-0')
    expect(await page.getByRole('textbox', { name: 'Paragraph 2' }).evaluate((field) => field === document.activeElement)).toBe(true)
  })

  test('a citation is recognised while it is written, and opens its text by key', async () => {
    const { page } = program.app
    await write(page, 1)
    await page.keyboard.type('See paragraph 20 of AG/RES. 2910 (XLVII-O/17). ')
    await page.getByRole('status').getByText('Cites AG/RES. 2910 (XLVII-O/17) ¶20').waitFor()
    await press(page, 'Escape')
    const cited = page.getByRole('button', { name: /paragraph 20 of AG\/RES\. 2910/ })
    await cited.focus()
    await press(page, 'Enter')
    await page
      .getByRole('dialog', { name: /AG\/RES\. 2910/ })
      .getByText('¶20')
      .waitFor()
    await press(page, 'Escape')
    await expect.poll(() => cited.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await page.locator('.topic').count()).toBeGreaterThan(0)
  })
})
