import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { show, onSamplePlan } from './app.ts'

const fixture = join(import.meta.dirname, '..', 'fixtures', 'plan-artefacts.txt')

const program = onSamplePlan((page) => show(page, 'Plans'))

describe('the library', () => {
  test('a text is imported through the window; its preview says what was kept, and its rows are there', async () => {
    const { page } = program.app
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Import files' }).click()
    await (await chooser).setFiles(fixture)
    const dialog = page.getByRole('dialog', { name: 'What plan-artefacts.txt holds' })
    await dialog.waitFor()
    const rows = Number(await dialog.locator('.figures dd').first().innerText())
    expect(rows).toBeGreaterThan(0)
    await dialog.getByRole('button', { name: /^Import the plan with/ }).click()
    await page.getByRole('grid').waitFor()
    await expect.poll(() => page.getByRole('row').count()).toBe(rows + 1)
  })

  test('a file dropped on the window is imported', async () => {
    const { page } = program.app
    const transfer = await page.evaluateHandle(() => {
      const carried = new DataTransfer()
      carried.items.add(new File(['Nothing of a plan.'], 'letter.txt', { type: 'text/plain' }))
      return carried
    })
    await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer })
    await page.getByText('Drop the file to import it as a plan').waitFor()
    await page.dispatchEvent('body', 'drop', { dataTransfer: transfer })
    const dialog = page.getByRole('dialog', { name: 'letter.txt could not be imported' })
    await dialog.getByRole('alert').waitFor()
    await dialog.getByText('Nothing was added to the library').waitFor()
    await page.keyboard.press('Escape')
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  test('a new plan is empty, says what to do first, and takes a row', async () => {
    const { page } = program.app
    await page.getByRole('button', { name: 'New plan' }).click()
    await page.getByLabel('Title').fill('Work plan for the test')
    await page.getByRole('button', { name: 'Create the plan' }).click()
    await page.getByRole('heading', { name: 'The calendar has no rows yet' }).waitFor()
    await page.getByRole('button', { name: 'Add the first row' }).click()
    await page.keyboard.type('March 2027')
    await page.keyboard.press('Enter')
    await page.getByRole('gridcell').filter({ hasText: 'March 2027' }).waitFor()
    await page.getByText('This activity cites no mandate').first().waitFor()
  })

  test('what was chosen for the window is remembered after the program was ended', async () => {
    const { page } = program.app
    await page.getByRole('button', { name: 'Appearance' }).click()
    await page.getByRole('menuitem', { name: 'Dark' }).click()
    await show(page, 'Calendar')
    await page.getByRole('button', { name: 'Hide the findings' }).click()
    await program.app.restart()
    await page.getByRole('button', { name: 'Show the findings' }).waitFor()
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
  })

  test('a plan goes to the bin and comes back', async () => {
    const { page } = program.app
    await page.getByRole('button', { name: /^Move .* to the bin$/ }).click()
    await page.getByRole('heading', { name: 'There are no plans yet' }).waitFor()
    await page.getByRole('button', { name: 'Show the bin (1)' }).click()
    await page.getByRole('button', { name: 'Restore' }).click()
    await page.getByText('1 plan on this machine').waitFor()
  })
})
