import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { convert, hasOffice, officeDocument } from '../main/files/office.ts'
import { type App, complaints, openApp, show } from './app.ts'
import { openBrowser } from './chromium.ts'

let browser: Browser
let app: App
let folder: string

beforeAll(async () => {
  browser = await openBrowser()
  folder = await mkdtemp(join(tmpdir(), 'mandato-new-plan-'))
})
afterAll(async () => {
  await browser.close()
  await rm(folder, { recursive: true })
})
beforeEach(async () => {
  app = await openApp(browser)
  await app.page.getByRole('grid').waitFor()
  await show(app.page, 'Plans')
})
afterEach(async () => {
  expect(complaints(app.page)).toEqual([])
  await app.close()
})

const put = async (name: string, content: string | Uint8Array): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

const aText = (title: string): string =>
  `${title}\n\nCALENDAR OF ACTIVITIES\n\tDATE\n\tMANDATE\n\tACTIVITY\n\tMay 4, 2027\n\tAG/RES. 2910 (XLVII-O/17), operative paragraph 20\n\tOpening\n\tone of these days\n\tAG/RES. 2955 (L-O/20)\n\tClosing`

/** Chooses files by the button named, as a person would in the system's dialog. */
async function choose(button: string, files: readonly string[]): Promise<void> {
  const chooser = app.page.waitForEvent('filechooser')
  await app.page.getByRole('button', { name: button }).click()
  await (await chooser).setFiles([...files])
}

describe('a new plan', () => {
  test('is carried over from last term’s by keyboard: dates on the same weekday a year later, the term named anew', async () => {
    const { page } = app
    await show(page, 'Calendar')
    const rows = await page.getByRole('row').count()
    await show(page, 'Plans')
    await page.getByRole('button', { name: 'New plan' }).focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'New plan' })
    await dialog.getByLabel('Title').waitFor()
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await dialog.getByRole('radio', { name: /Last term’s plan/, checked: true }).waitFor()
    const dates = dialog.getByRole('region', { name: 'Dates in the new plan' })
    // September 22, 2026 is a Tuesday, and so is September 21, 2027.
    const first = dates.getByRole('row').nth(1)
    await first.getByRole('cell', { name: /September 22, 2026/ }).waitFor()
    await first.getByRole('cell', { name: /September 21, 2027/ }).waitFor()
    const title = dialog.getByLabel('Title')
    expect(await title.inputValue()).toContain('2027-2028')
    await title.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('grid').waitFor()
    expect(await dialog.count()).toBe(0)
    await expect.poll(() => page.getByRole('row').count()).toBe(rows)
    await page.getByRole('gridcell').filter({ hasText: 'September 21' }).first().waitFor()
    // The mandates whose term has lapsed stand there, with what the check says of them.
    await page
      .getByText(/lapsed|2025-2026|term/i)
      .first()
      .waitFor()
    await show(page, 'Plans')
    await page.getByText('2 plans on this machine').waitFor()
  })

  test('of a usual year has its sections and rows', async () => {
    const { page } = app
    await page.getByRole('button', { name: 'New plan' }).click()
    await page.getByRole('radio', { name: /A usual year/ }).check()
    await page.getByRole('combobox', { name: 'Language' }).selectOption('es')
    await page.getByRole('button', { name: 'Create the plan' }).click()
    await page.getByRole('gridcell').filter({ hasText: 'Reunión temática' }).first().waitFor()
    expect(await page.getByRole('row').count()).toBe(10)
    await show(page, 'Text')
    await page.getByText('Este plan expone qué hará la').waitFor()
  })

  test('several files are looked at in turn: one imported, one left out, one refused', async () => {
    const { page } = app
    const files = [
      await put('first.txt', aText('WORK PLAN 2026-2027')),
      await put('letter.txt', 'Dear all'),
      await put('last.txt', aText('ANOTHER WORK PLAN')),
    ]
    await choose('Import files', files)
    const first = page.getByRole('dialog', { name: 'What first.txt holds' })
    await first.getByText('2 more files are waiting.').waitFor()
    await first.getByText('1 passage was kept as text').waitFor()
    await first.getByText('Row 2: is not understood as a date').waitFor()
    await first.getByRole('cell', { name: 'Opening' }).waitFor()
    await page.keyboard.press('Enter')
    const letter = page.getByRole('dialog', { name: 'letter.txt could not be imported' })
    await letter.getByRole('alert').waitFor()
    await page.keyboard.press('Enter')
    const last = page.getByRole('dialog', { name: 'What last.txt holds' })
    await last.getByRole('cell', { name: 'Opening' }).waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    await page.getByText('2 plans on this machine').waitFor()
    await page.getByRole('button', { name: 'WORK PLAN 2026-2027', exact: true }).waitFor()
  })

  test.skipIf(!hasOffice)('comes from a Word document: its rows and its footnotes are there', { timeout: 120_000 }, async () => {
    const { page } = app
    const document = officeDocument(
      [
        'WORK PLAN 2026-2027',
        'INTRODUCTION',
        'The plan is short.{1}',
        'CALENDAR OF ACTIVITIES',
        {
          rows: [
            [['Date'], ['Mandate'], ['Activity']],
            [['May 4, 2027'], ['AG/RES. 2910 (XLVII-O/17), operative paragraph 20'], [{ list: 'numbers', items: ['Opening', 'Dinner'] }]],
            [['June 2027'], ['AG/RES. 2955 (L-O/20)'], ['Closing']],
          ],
        },
      ],
      { 1: 'See the minutes of the last meeting.' },
    )
    const bytes = convert({ plan: document }, 'docx').get('plan') ?? new Uint8Array()
    await page.getByRole('button', { name: 'New plan' }).click()
    await page.getByRole('radio', { name: /^A file/ }).check()
    await choose('Choose files', [await put('plan.docx', bytes)])
    const dialog = page.getByRole('dialog', { name: 'What plan.docx holds' })
    await dialog.getByText('Everything in the file was understood.').waitFor()
    expect(await dialog.locator('.figures dd').allInnerTexts()).toEqual(['2', '0', '0', '1'])
    await dialog.getByRole('button', { name: 'Import the plan with 2 rows' }).click()
    await page.getByRole('gridcell').filter({ hasText: 'Dinner' }).waitFor()
    expect(await page.getByRole('row').count()).toBe(3)
    await show(page, 'Text')
    await page.getByText('See the minutes of the last meeting.').waitFor()
  })
})
