import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
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

test('the calendar is printed to a PDF file, and the window says how many pages and where', async () => {
  const { page } = app
  await page.getByRole('grid').waitFor()
  await page.keyboard.press('Control+p')
  await page.getByRole('dialog', { name: 'Print the plan' }).waitFor()
  await page.getByLabel('Paper').selectOption('a4')
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Write the PDF' }).click()
  const file = await (await downloading).path()
  const bytes = await readFile(file)
  expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-')
  const said = await page.getByText(/pages? written: .*\.pdf/).innerText()
  expect(Number(/\d+/.exec(said)?.[0])).toBeGreaterThan(0)
  await page.keyboard.press('Escape')
})

test('the plan is exported as a plan file', async () => {
  const { page } = app
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/\.mandato$/)
  expect(JSON.parse(await readFile(await download.path(), 'utf8'))).toMatchObject({ format: 'mandato', kind: 'plan' })
  await page.getByText('was written to the folder for downloads').waitFor()
  expect(complaints(page)).toEqual([])
})
