import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { onSamplePlan } from './app.ts'

const program = onSamplePlan()

const press = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}

/** Tabs on until the focus is on what is named; fails when it is nowhere. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 40; step++) {
    const focused = await page.evaluate(() => `${document.activeElement?.ariaLabel ?? ''} ${document.activeElement?.textContent ?? ''}`)
    if (name.test(focused)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The focus does not reach ${name.source}.`)
}

const written = (page: Page, text: string) => page.locator('.line-text', { hasText: text })

describe('history, by keyboard alone', () => {
  test('three steps back are looked at, restored and undone', async () => {
    const { page } = program.app
    await page.locator('.cell[tabindex="0"]').focus()
    await press(page, 'ArrowRight', 'ArrowRight')
    for (const word of ['first', 'second', 'third', 'fourth']) {
      await press(page, 'F2')
      await page.keyboard.type(` ${word}`)
      await press(page, 'Control+Enter')
      await written(page, word).waitFor()
    }
    await page.locator('.save-state[data-state=saved]').waitFor()

    await press(page, 'Shift+F6')
    await tabTo(page, /^ ?History/)
    await press(page, 'Enter')
    await page.getByRole('heading', { name: 'Today' }).waitFor()
    await tabTo(page, /^ 4Activity of row 1/)
    await press(page, 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter')
    const look = page.getByRole('region', { name: 'The plan as it was' })
    await look.getByRole('status').getByText('The plan as it was after “Activity of row 1”.').waitFor()
    await look.getByRole('heading', { name: '1 part differs from the plan as it is now' }).waitFor()
    expect(await look.locator('.then').innerText()).toMatch(/first/)
    expect(await look.locator('.now').innerText()).toMatch(/fourth/)
    expect(await look.getByRole('table').innerText()).not.toContain('second')
    expect(await look.getByRole('textbox').count()).toBe(0)

    await press(page, 'Escape')
    await look.waitFor({ state: 'detached' })
    await press(page, 'Enter')
    await look.waitFor()
    await tabTo(page, /Go back to this plan/)
    await press(page, 'Enter')
    await look.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: /^5 ?Go back to “Activity of row 1”/ }).waitFor()
    await page.getByRole('button', { name: 'Undo: Go back to “Activity of row 1”' }).waitFor()
    await press(page, 'Control+z')
    await page.getByRole('button', { name: /Taken back: Go back to “Activity of row 1”/ }).waitFor()
    await press(page, 'Home', 'Enter')
    await look.getByRole('heading', { name: 'Nothing differs from the plan as it is now' }).waitFor()
    expect(await look.getByRole('table').innerText()).toContain('fourth')
  })
})
