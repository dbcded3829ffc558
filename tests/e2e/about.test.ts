import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { onSamplePlan, openApp } from './app.ts'
import { violations } from './axe.ts'

const sample = onSamplePlan()

async function openAbout(page: Page, word = 'about mandato'): Promise<void> {
  await page.keyboard.press('Control+K')
  await page.keyboard.type(word)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').locator('details').first().waitFor()
}

test('the palette opens what the program is, where the plans are, and the licences of what ships with it', async () => {
  const { page } = sample.app
  await openAbout(page)
  const dialog = page.getByRole('dialog', { name: 'About Mandato' })
  await dialog.getByText('Version 0.1.0').waitFor()
  await dialog.getByText('Nothing leaves this machine.').waitFor()
  expect(await dialog.locator('summary').filter({ hasText: 'better-sqlite3' }).count()).toBe(1)
  await dialog.locator('summary').first().focus()
  await page.keyboard.press('Enter')
  await dialog.getByText('SIL OPEN FONT LICENSE').first().waitFor()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
})

test('in the dark, in a narrow window and in Spanish too', async () => {
  const app = await openApp(sample.browser, { width: 880, height: 700, theme: 'dark', language: 'es' })
  try {
    await app.page.getByRole('grid').waitFor()
    await openAbout(app.page, 'acerca de')
    await app.page.getByRole('dialog', { name: 'Acerca de Mandato' }).getByText('Versión 0.1.0').waitFor()
    expect(await violations(app.page)).toEqual([])
    expect(await app.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  } finally {
    await app.close()
  }
})
