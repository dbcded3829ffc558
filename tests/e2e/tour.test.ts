import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { onSamplePlan, show } from './app.ts'

const program = onSamplePlan(undefined, { firstTime: true, width: 1280, height: 800 })

const tour = (page: Page) => page.getByRole('region', { name: 'Tour of the window' })

const titles = [
  'A plan to try things on',
  'On whose authority',
  'What needs you',
  'What nobody serves yet',
  'Everything by its name',
  'Your own plan',
]

describe('the tour of the first start', () => {
  test('is walked by keyboard, points at what it speaks of, and is shown once', async () => {
    const { page } = program.app
    for (const [index, title] of titles.entries()) {
      await tour(page).getByRole('heading', { name: title }).waitFor()
      await tour(page)
        .getByText(`${index + 1} of 6`)
        .waitFor()
      const [card, target] = await Promise.all([tour(page).boundingBox(), page.locator('[data-tour]').boundingBox()])
      if (card === null || target === null) throw new Error(`“${title}” points at nothing.`)
      const apart =
        card.x >= target.x + target.width ||
        card.x + card.width <= target.x ||
        card.y >= target.y + target.height ||
        card.y + card.height <= target.y
      expect([title, apart, card.x >= 0, card.y >= 0, card.x + card.width <= 1280, card.y + card.height <= 800]).toEqual([
        title,
        true,
        true,
        true,
        true,
        true,
      ])
      await page.keyboard.press('Enter')
    }
    await tour(page).waitFor({ state: 'detached' })
    // The keys go where they would have gone without it.
    await page.locator('.cell:focus').waitFor()
    await page.reload()
    await page.getByRole('grid').waitFor()
    expect(await tour(page).count()).toBe(0)
  })

  test('is left at once by Esc, and begun again from the list of commands', async () => {
    const { page } = program.app
    await tour(page).waitFor()
    await page.keyboard.press('Escape')
    await tour(page).waitFor({ state: 'detached' })
    await page.keyboard.press('Control+k')
    await page.keyboard.type('tour')
    await page.keyboard.press('Enter')
    await tour(page)
      .getByRole('heading', { name: titles[0] ?? '' })
      .waitFor()
    await tour(page).getByRole('button', { name: 'Leave the tour' }).click()
    await tour(page).waitFor({ state: 'detached' })
  })

  test('stands aside: the plan is written in, and other views are shown, while it is there', async () => {
    const { page } = program.app
    await tour(page).waitFor()
    await page.locator('[data-column=date]').first().click()
    await page.keyboard.type('october 13 2026')
    await page.locator('.understood').getByText('October 13, 2026').waitFor()
    await page.keyboard.press('Enter')
    await page.locator('[data-column=date] b', { hasText: 'October 13, 2026' }).waitFor()
    await page.keyboard.press('F8')
    await page.keyboard.press('F6')
    await tour(page).waitFor()
    await show(page, 'Mandates')
    await tour(page).waitFor()
    expect(await page.locator('[data-tour]').count()).toBe(0)
    await show(page, 'Calendar')
    await page.locator('[data-tour]').waitFor()
  })
})
