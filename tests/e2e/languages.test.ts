import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, complaints, openApp } from './app.ts'
import { openBrowser } from './chromium.ts'

let browser: Browser
let app: App

beforeAll(async () => {
  browser = await openBrowser()
  app = await openApp(browser)
})
afterAll(async () => {
  await app.close()
  await browser.close()
})

describe('the language of the window', () => {
  test('is changed in the status bar, at once and by keyboard', async () => {
    const { page } = app
    await page.getByRole('grid').waitFor()
    await page.getByRole('button', { name: 'Language of the window: English' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Español' }).focus()
    await page.keyboard.press('Enter')
    for (const head of ['Fecha', 'Mandato', 'Actividad']) await page.getByRole('columnheader', { name: head, exact: true }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('es')
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Español')
    expect(complaints(page)).toEqual([])
  })

  test('is that of the findings and of the dates in them', async () => {
    const { page } = app
    await page.locator('.findings').getByText('El 17 de noviembre de 2026 es martes, no lunes.').waitFor()
  })

  test('is remembered', async () => {
    await app.page.reload()
    await app.page.getByRole('columnheader', { name: 'Fecha', exact: true }).waitFor()
  })
})
