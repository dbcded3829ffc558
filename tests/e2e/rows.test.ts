import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { onSamplePlan } from './app.ts'

const program = onSamplePlan((page) => page.locator('.cell[tabindex="0"]').focus())

const rows = (page: Page): Locator => page.locator('.row[data-row]')
const dates = (page: Page): Promise<string[]> =>
  page.locator('.row[data-row] .date-cell').evaluateAll((cells) => cells.map((cell) => cell.querySelector('b')?.textContent ?? ''))
const chosen = (page: Page): Locator => page.locator('.row[data-chosen]')
const times = async (page: Page, count: number, key: string): Promise<void> => {
  for (let step = 0; step < count; step++) await page.keyboard.press(key)
}

describe('several rows', () => {
  test('five rows are selected, moved and re-dated by a week, and both are undone, by keyboard alone', async () => {
    const { page } = program.app
    const before = await dates(page)
    await times(page, 4, 'Shift+ArrowDown')
    await expect.poll(() => chosen(page).count()).toBe(5)
    await page.keyboard.press('Alt+ArrowDown')
    const moved = [before[5], ...before.slice(0, 5), ...before.slice(6)]
    await expect.poll(() => dates(page)).toEqual(moved)
    await page.getByRole('button', { name: 'Undo: Move 5 rows to 2' }).waitFor()
    expect(await chosen(page).count()).toBe(5)

    await page.keyboard.press('Control+Shift+d')
    await page.getByRole('dialog', { name: 'Move the dates of 5 rows' }).waitFor()
    await page.locator('.redated ins', { hasText: 'September 29, 2026' }).waitFor()
    await page.keyboard.press('Enter')
    await page.locator('.date-cell b', { hasText: 'September 29, 2026' }).waitFor()
    await page.getByRole('button', { name: /Undo: Move the dates of 5 rows 1 week later/ }).waitFor()

    await page.keyboard.press('Control+z')
    await expect.poll(() => dates(page)).toEqual(moved)
    await page.keyboard.press('Control+z')
    await expect.poll(() => dates(page)).toEqual(before)
  })

  test('rows selected here and there are copied and deleted in one step each', async () => {
    const { page } = program.app
    const before = await dates(page)
    await rows(page).nth(0).locator('.number-cell').click()
    await rows(page)
      .nth(2)
      .locator('.number-cell')
      .click({ modifiers: ['Control'] })
    await page.keyboard.press('Control+d')
    await expect.poll(() => dates(page)).toEqual([...before.slice(0, 3), before[0], before[2], ...before.slice(3)])
    expect(await chosen(page).count()).toBe(2)
    await page.keyboard.press('Control+Delete')
    await expect.poll(() => dates(page)).toEqual(before)
    await page.getByRole('button', { name: 'Undo: Delete 2 rows' }).waitFor()
    await page.keyboard.press('Control+a')
    await expect.poll(() => chosen(page).count()).toBe(before.length)
    await page.keyboard.press('Escape')
    await expect.poll(() => chosen(page).count()).toBe(0)
  })

  test('a row is dragged by its number to where the line stands; Esc leaves it', async () => {
    const { page } = program.app
    const before = await dates(page)
    const number = await rows(page).nth(0).locator('.number-cell').boundingBox()
    const target = await rows(page).nth(2).boundingBox()
    if (number === null || target === null) throw new Error('The rows are not in view.')
    const drag = async () => {
      await page.mouse.move(number.x + 20, number.y + 15)
      await page.mouse.down()
      await page.mouse.move(number.x + 20, number.y + 40)
      await page.mouse.move(target.x + 20, target.y + target.height - 4)
      await page.locator('.drop-mark').waitFor()
    }
    await drag()
    await page.keyboard.press('Escape')
    await page.mouse.up()
    expect(await dates(page)).toEqual(before)
    await drag()
    await page.mouse.up()
    await expect.poll(() => dates(page)).toEqual([before[1], before[2], before[0], ...before.slice(3)])
    await page.getByRole('button', { name: 'Undo: Move row 1 to 3' }).waitFor()
  })

  test('a row is repeated every month until a day, in one step', async () => {
    const { page } = program.app
    const count = await rows(page).count()
    await page.getByRole('button', { name: 'Rows', exact: true }).press('Enter')
    await page.getByRole('menuitem', { name: 'Repeat the row' }).press('Enter')
    await page.getByLabel('Until').fill('2026-12-31')
    await page.getByText('October 27, 2026 · November 24, 2026 · December 22, 2026').waitFor()
    await page.getByLabel('Until').press('Enter')
    await expect.poll(() => rows(page).count()).toBe(count + 3)
    await page.getByRole('button', { name: 'Undo: Repeat row 1 3 times' }).click()
    await expect.poll(() => rows(page).count()).toBe(count)
  })

  test('a state is written in the row in words', async () => {
    const { page } = program.app
    await page.keyboard.press('Shift+ArrowDown')
    await page.getByRole('button', { name: 'Rows', exact: true }).press('Enter')
    await page.getByRole('menuitem', { name: 'Cancelled' }).press('Enter')
    await expect.poll(() => page.locator('.row-state', { hasText: 'Cancelled' }).count()).toBe(2)
  })
})

describe('the filter', () => {
  test('says how many rows it hides, lets them be edited, and Esc shows all again', async () => {
    const { page } = program.app
    const all = await rows(page).count()
    await page.keyboard.press('Control+Shift+l')
    await page.keyboard.type('thematic')
    await page.getByText(new RegExp(`of ${all} rows are hidden`)).waitFor()
    const shown = await rows(page).count()
    expect(shown).toBeGreaterThan(0)
    expect(shown).toBeLessThan(all)
    const marked = () => page.evaluate(() => Array.from(CSS.highlights.get('filtered') ?? [], String))
    await expect
      .poll(async () => (await marked()).map((word) => word.toLowerCase()))
      .toEqual(Array.from({ length: shown }, () => 'thematic'))
    await page.keyboard.press('Enter')
    await page.keyboard.press('Delete')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Delete')
    await page.getByText('Add an activity…').waitFor()
    expect(await rows(page).count()).toBe(shown)
    await page.keyboard.press('Control+Enter')
    await page.keyboard.type('october 6 2026')
    await page.keyboard.press('Enter')
    expect(await rows(page).count()).toBe(shown + 1)
    await page.keyboard.press('Escape')
    await expect.poll(() => rows(page).count()).toBe(all + 1)
    expect(await page.locator('.filter-bar').count()).toBe(0)
  })
})

/** Puts something on the clipboard as another program would, by the browser's own copy. */
async function copyElsewhere(page: Page, html: string, text = ''): Promise<void> {
  await page.evaluate(
    (data) => {
      const copy = (event: ClipboardEvent) => {
        event.clipboardData?.setData('text/html', data.html)
        event.clipboardData?.setData('text/plain', data.text)
        event.preventDefault()
        event.stopImmediatePropagation()
      }
      document.addEventListener('copy', copy, { capture: true, once: true })
    },
    { html, text },
  )
  await page.keyboard.press('Control+c')
}

const fixture = (name: string): string => readFileSync(join(import.meta.dirname, '..', 'fixtures', 'clipboard', `${name}.html`), 'utf8')

describe('the clipboard', () => {
  test('a table from Word becomes rows with their bullets, in one step, by keyboard alone', async () => {
    const { page } = program.app
    const before = await dates(page)
    await copyElsewhere(page, fixture('word'))
    await page.keyboard.press('Control+v')
    await expect.poll(() => dates(page)).toEqual([before[0], 'October 6, 2026', 'November 2026', ...before.slice(1)])
    expect(await rows(page).nth(1).locator('.activity-cell').innerText()).toMatch(
      /Thematic meeting\s+•\s+Portability of pensions\s+◦\s+Agreements between two states/,
    )
    expect(await rows(page).nth(1).locator('.chip').innerText()).toMatch(/AG\/RES. 2910 \(XLVII-O\/17\)\s+¶20/)
    await page.getByRole('button', { name: 'Undo: Paste 2 rows' }).waitFor()
    await page.keyboard.press('Control+z')
    await expect.poll(() => dates(page)).toEqual(before)
  })

  test('which column is which is asked where the table does not say', async () => {
    const { page } = program.app
    const count = await rows(page).count()
    await copyElsewhere(page, '<table><tr><td>Election of the Vice Chair<td>October 6, 2026</table>')
    await page.keyboard.press('Control+v')
    await page.getByRole('dialog', { name: 'Paste a table' }).waitFor()
    await page.getByLabel('Column 1 holds').selectOption('Activity')
    await page.getByLabel('Column 2 holds').selectOption('Date')
    await page.getByRole('button', { name: 'Add 1 row' }).press('Enter')
    await expect.poll(() => rows(page).count()).toBe(count + 1)
    expect(await rows(page).nth(1).innerText()).toContain('Election of the Vice Chair')
    expect((await dates(page))[1]).toBe('October 6, 2026')
  })

  test('rows copied and pasted back are the same rows', async () => {
    const { page } = program.app
    const words = (at: number) => rows(page).nth(at).locator('.cell').allInnerTexts()
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Control+c')
    await page.getByRole('contentinfo').getByText('2 rows were copied as a table.').waitFor()
    await page.keyboard.press('Control+v')
    await page.getByRole('button', { name: 'Undo: Paste 2 rows' }).waitFor()
    expect(await words(2)).toEqual(await words(0))
    expect(await words(3)).toEqual(await words(1))
  })

  test('words without a table go into the selected cell', async () => {
    const { page } = program.app
    await copyElsewhere(page, '', 'tue 30 mar 2027 2:30pm')
    await page.keyboard.press('Control+v')
    await expect.poll(async () => (await dates(page))[0]).toBe('March 30, 2027')
    await page.keyboard.press('End')
    await copyElsewhere(page, '<p>Thematic meeting</p><ul><li>Pensions</li></ul>')
    await page.keyboard.press('Control+v')
    await expect.poll(() => rows(page).nth(0).locator('.activity-cell').innerText()).toMatch(/^Thematic meeting\s+•\s+Pensions$/)
  })
})
