import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { onSamplePlan } from './app.ts'

const program = onSamplePlan()

const bar = (page: Page) => page.getByRole('region', { name: 'Find in the whole plan' })
const count = (page: Page) => bar(page).getByRole('status')

/** The words that the browser draws marks over. */
const marked = (page: Page, name: 'found' | 'found-now'): Promise<string[]> =>
  page.evaluate((highlight) => Array.from(CSS.highlights.get(highlight) ?? [], String), name)

const press = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}

describe('find and replace, by keyboard alone', () => {
  test('a word is found in every view, and Esc goes back to where one was', async () => {
    const { page } = program.app
    await page.locator('.cell[tabindex="0"]').focus()
    await press(page, 'ArrowDown', 'ArrowRight', 'Control+f')
    await page.keyboard.type('migration')
    await expect.poll(() => count(page).innerText()).toMatch(/^\d+ places$/)
    const all = Number.parseInt(await count(page).innerText(), 10)
    await expect.poll(async () => (await marked(page, 'found')).length).toBeGreaterThan(1)
    const visited = new Set<string>()
    for (let step = 1; step <= all; step++) {
      await press(page, step % 2 === 0 ? 'Enter' : 'F3')
      await expect.poll(() => count(page).innerText()).toMatch(new RegExp(`^\\d+ of ${all}$`))
      visited.add(await count(page).innerText())
      // A title that no cell shows is marked by its chip, a footnote or a heading as a whole.
      await expect.poll(async () => (await marked(page, 'found-now')).join('')).toMatch(/migration|AG\/(RES|DEC)/i)
    }
    expect(visited.size).toBe(all)
    await press(page, 'Escape')
    await bar(page).waitFor({ state: 'detached' })
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-column'))).toBe('mandate')
    expect(await marked(page, 'found')).toEqual([])
  })

  test('capitals, whole words and accents are told apart by keys', async () => {
    const { page } = program.app
    await press(page, 'Control+f')
    await page.keyboard.type('MIGRACION')
    const number = async () => Number.parseInt((await count(page).innerText()).replace('Nowhere', '0'), 10)
    await expect.poll(() => count(page).innerText()).not.toBe('')
    await press(page, 'Control+a')
    await page.keyboard.type('MIGRA')
    await expect.poll(number).toBeGreaterThan(0)
    await press(page, 'Alt+w')
    await expect.poll(number).toBe(0)
    await press(page, 'Alt+w', 'Alt+c')
    await expect.poll(number).toBe(0)
    await press(page, 'Alt+c', 'Alt+a')
    await bar(page).getByRole('button', { name: 'Tell accents apart', pressed: true }).waitFor()
    await expect.poll(number).toBeGreaterThan(0)
  })

  test('a word is replaced in the whole plan after a preview, but for a place that was spared, and that is undone', async () => {
    const { page } = program.app
    await press(page, 'Control+h')
    await page.keyboard.type('migration')
    await expect.poll(() => count(page).innerText()).toMatch(/^\d+ places$/)
    const all = Number.parseInt(await count(page).innerText(), 10)
    const input = bar(page).getByRole('textbox', { name: 'Write instead' })
    for (let step = 0; step < 10 && !(await input.evaluate((field) => field === document.activeElement)); step++) await press(page, 'Tab')
    await page.keyboard.type('mobility')
    expect(await bar(page).locator('ins', { hasText: 'mobility' }).count()).toBe(all)
    const first = bar(page).getByRole('list').getByRole('checkbox').first()
    for (let step = 0; step < 10 && !(await first.evaluate((box) => box === document.activeElement)); step++) await press(page, 'Tab')
    await press(page, 'Space')
    await bar(page)
      .getByText(`${all - 1} of ${all} places will be replaced`)
      .waitFor()
    await press(page, 'Alt+Enter')
    await page.getByText(`${all - 1} places replaced, as one step.`).waitFor()
    await expect.poll(() => count(page).innerText()).toBe('1 place')
    await press(page, 'Escape')
    await page.getByRole('button', { name: /^Undo: Replace “migration” with “mobility”/ }).waitFor()
    await page.locator('.cell[tabindex="0"]').focus()
    await press(page, 'Control+z', 'Control+f')
    await expect.poll(() => count(page).innerText()).toBe(`${all} places`)
  })
})
