import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { type Language, languages } from '#shared/model/language.ts'
import { readPdf } from '../main/files/read-pdf.ts'
import { onSamplePlan, show } from './app.ts'
import { violations } from './axe.ts'

const suite = onSamplePlan(async (page) => {
  // The tour of a first start stands aside.
  await page.keyboard.press('Escape')
})

/** Pages are set and painted beside everything else, when the machine has time for it. */
const soon = { timeout: 20_000 }

const painted = (page: Page, number = 1) => page.locator(`[data-page="${number}"][data-painted]`)

/** The words that lie over a page of the preview. */
const wordsOn = async (page: Page, number = 1): Promise<string> =>
  (await page.locator(`[data-page="${number}"] .preview-text`).innerText()).replace(/\s+/g, ' ')

describe('the preview', () => {
  test('shows the pages as they will print, with their words to read and to copy', async () => {
    const { page } = suite.app
    await show(page, 'Document')
    await painted(page).waitFor()
    await page.getByRole('region', { name: 'Preview, 2 pages' }).waitFor()
    expect(await wordsOn(page)).toContain('SCHEDULE OF ACTIVITIES OF THE CAM, 2026-2027')
    const ink = await page.locator('[data-page="1"] canvas').evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) return 0
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
      let dark = 0
      for (let at = 0; at < pixels.length; at += 4) if ((pixels[at] ?? 255) < 128) dark += 1
      return dark
    })
    expect(ink).toBeGreaterThan(2000)
  })

  test('follows layout, paper, orientation and language, and remembers them over a restart', async () => {
    const { app } = suite
    const { page } = app
    await show(page, 'Document')
    await painted(page).waitFor()
    await page.getByRole('radio', { name: /^Months/ }).check()
    await page.getByRole('combobox', { name: 'Language' }).selectOption('es')
    await page.getByRole('combobox', { name: 'Paper' }).selectOption('a4')
    await expect.poll(() => wordsOn(page).catch(() => ''), soon).toContain('Septiembre de 2026')
    const box = await page.locator('[data-page="1"]').boundingBox()
    expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(842 / 595, 1)
    await page.getByRole('combobox', { name: 'Orientation' }).selectOption('portrait')
    await expect
      .poll(async () => (await page.locator('[data-page="1"]').boundingBox())?.height ?? 0, soon)
      .toBeGreaterThan(box?.height ?? 0)
    await app.restart()
    await show(page, 'Document')
    await expect.poll(() => wordsOn(page).catch(() => ''), soon).toContain('Septiembre de 2026')
    expect(await page.getByRole('combobox', { name: 'Orientation' }).inputValue()).toBe('portrait')
  })

  test('lists the activities of one mandate alone', async () => {
    const { page } = suite.app
    await show(page, 'Document')
    await page.getByRole('radio', { name: /^By mandate/ }).check()
    await expect.poll(() => wordsOn(page).catch(() => ''), soon).toContain('AG/RES. 2738 (XLII-O/12)')
    await page.getByRole('combobox', { name: 'Mandate' }).selectOption({ label: 'AG/RES. 2910 (XLVII-O/17)' })
    await expect.poll(() => wordsOn(page).catch(() => ''), soon).not.toContain('AG/RES. 2738 (XLII-O/12)')
    expect(await wordsOn(page)).toContain('AG/RES. 2910 (XLVII-O/17)')
  })

  test('is refreshed after an edit', async () => {
    const { page } = suite.app
    await page.locator('[data-column=date]').first().click()
    await page.keyboard.type('25 sep 2026')
    await page.keyboard.press('Control+Enter')
    await show(page, 'Document')
    await expect.poll(() => wordsOn(page).catch(() => ''), soon).toContain('September 25, 2026')
    await page.keyboard.press('Control+z')
    await expect.poll(() => wordsOn(page).catch(() => ''), soon).not.toContain('September 25, 2026')
  })

  test('is gone through by keyboard', async () => {
    const { page } = suite.app
    await show(page, 'Document')
    await painted(page).waitFor()
    await page.getByRole('button', { name: 'Next page' }).focus()
    await page.keyboard.press('Enter')
    await painted(page, 2).waitFor()
    await expect.poll(() => page.getByRole('spinbutton', { name: 'Page' }).inputValue(), soon).toBe('2')
    await page.getByRole('region', { name: /^Preview/ }).focus()
    await page.keyboard.press('Home')
    await expect.poll(() => page.getByRole('spinbutton', { name: 'Page' }).inputValue(), soon).toBe('1')
    await page.getByRole('radio', { name: 'Whole page' }).focus()
    await page.keyboard.press('Enter')
    const room = await page.locator('.preview-scroll').boundingBox()
    await expect
      .poll(async () => (await page.locator('[data-page="1"]').boundingBox())?.height ?? 9999, soon)
      .toBeLessThan(room?.height ?? 0)
  })
})

describe('writing the plan to a file', () => {
  test('asks first where the check finds errors, and then writes the PDF that was previewed', async () => {
    const { page } = suite.app
    await page.keyboard.press('Control+p')
    const dialog = page.getByRole('dialog', { name: 'Print or export the plan' })
    await dialog.getByText('The check finds 3 errors.').waitFor()
    const write = dialog.getByRole('button', { name: 'Write as PDF' })
    expect(await write.isDisabled()).toBe(true)
    await dialog.getByRole('checkbox', { name: 'Write it all the same' }).check()
    await dialog.getByRole('combobox', { name: 'Paper' }).selectOption('a4')
    const downloading = page.waitForEvent('download')
    await write.click()
    const read = await readPdf(await readFile(await (await downloading).path()))
    expect([read.width, read.height]).toEqual([595, 842])
    await dialog.getByText(/^2 pages written: .*\.pdf/).waitFor()
  })

  test('leads to the errors instead', async () => {
    const { page } = suite.app
    await page.keyboard.press('Control+p')
    await page.getByRole('button', { name: 'Show the errors' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.locator('.findings [aria-current], .findings [data-current]').first().waitFor()
  })

  test.each([
    ['Word document', 'docx'],
    ['Web page', 'html'],
    ['Calendar file', 'ics'],
    ['Excel workbook', 'xlsx'],
    ['CSV table', 'csv'],
    ['Akoma Ntoso', 'xml'],
    ['Plan file', 'mandato'],
  ])('as %s', async (name, ending) => {
    const { page } = suite.app
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio', { name }).check()
    await dialog.getByRole('checkbox', { name: 'Write it all the same' }).check()
    const downloading = page.waitForEvent('download')
    await dialog.getByRole('button', { name: /^Write as/ }).click()
    const download = await downloading
    expect(download.suggestedFilename()).toBe(`SCHEDULE OF ACTIVITIES OF THE CAM, 2026-2027.${ending}`)
    expect((await readFile(await download.path())).length).toBeGreaterThan(200)
    await dialog.getByText(/was written to the folder for downloads/).waitFor()
  })
})

describe('to everyone', () => {
  const names: Readonly<Record<Language, string>> = { en: 'Document', es: 'Documento', fr: 'Document', pt: 'Documento' }
  const own: Readonly<Record<Language, string>> = { en: 'English', es: 'Español', fr: 'Français', pt: 'Português' }

  test.each(languages)('axe finds nothing in preview and dialog: %s', async (language) => {
    const { page } = suite.app
    await page.locator('#window-language').click()
    await page.getByRole('menuitem', { name: own[language] }).click()
    await page.getByRole('menu').waitFor({ state: 'detached' })
    await page.locator('.rail').getByRole('button', { name: names[language] }).click()
    await painted(page).waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Control+p')
    await page.getByRole('dialog').waitFor()
    expect(await violations(page)).toEqual([])
  })
})
