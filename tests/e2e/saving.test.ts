import SqliteDatabase from 'better-sqlite3'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { onSamplePlan } from './app.ts'

const program = onSamplePlan()

const writeDate = async (page: Page, text: string) => {
  await page.locator('[data-column=date]').nth(1).click()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

describe('the status bar tells the truth about saving', () => {
  test('a write that is refused is kept, said, and tried again until it is on disk', async () => {
    const { page, home } = program.app
    await page.getByRole('grid').waitFor()
    // Another program that writes to the file for a long time, as a synchronization tool may.
    const other = new SqliteDatabase(join(home, 'mandato.sqlite'), { timeout: 1000 })
    other.exec('BEGIN IMMEDIATE')
    await writeDate(page, 'October 13 2026')
    await page.locator('[data-column=date] b', { hasText: 'October 13, 2026' }).waitFor()
    await page.getByText('Not saved: another program is using the plans').waitFor()
    await writeDate(page, 'October 14 2026')
    await page.getByText('2 changes are kept').waitFor()
    other.exec('ROLLBACK')
    other.close()
    await page.getByRole('button', { name: 'Try now' }).click()
    await page.locator('.save-state[data-state=saved]').waitFor()
    await program.app.restart()
    await page.locator('[data-column=date] b', { hasText: 'October 14, 2026' }).waitFor()
  })

  test('a lost connection is said, the edit stays, and leaving asks first', async () => {
    const { page } = program.app
    await page.getByRole('grid').waitFor()
    await program.app.stop()
    await page.getByText('Connection lost; trying again').waitFor()
    await writeDate(page, 'October 13 2026')
    await page.getByText('Not saved: the connection was lost').waitFor()
    const asked = page.waitForEvent('dialog')
    const leaving = page.close({ runBeforeUnload: true })
    const dialog = await asked
    expect(dialog.type()).toBe('beforeunload')
    await dialog.dismiss()
    await leaving
    await page.locator('[data-column=date] b', { hasText: 'October 13, 2026' }).waitFor()
  })
})
