import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, openApp, show } from './app.ts'
import { openBrowser } from './chromium.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** What axe finds on the page as it stands: rule and element, a line each. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { axe: runner } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }> }
    }
    const { violations: found } = await runner.run()
    return found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`))
  })
}

const views: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  calendar: (page) => page.getByRole('grid').waitFor(),
  'date being written': async (page) => {
    await page.locator('[data-column=date]').nth(2).dblclick()
    await page.locator('.understood').waitFor()
  },
  'mandate being written': async (page) => {
    await page.keyboard.press('Escape')
    await page.locator('[data-column=mandate]').nth(2).click()
    await page.keyboard.type('2910')
    await page.getByRole('option').first().waitFor()
  },
  'activity being written': async (page) => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.locator('[data-column=activity]').nth(2).dblclick()
    await page.locator('.tools').waitFor()
  },
  'day being chosen': async (page) => {
    await page.keyboard.press('Escape')
    await page.locator('[data-column=date]').nth(2).dblclick()
    await page.keyboard.press('Alt+ArrowDown')
    await page.locator('.day-picker td').first().waitFor()
  },
  'rows chosen and filtered': async (page) => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+Shift+l')
    await page.getByLabel('Words in the row').fill('the')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+a')
  },
  'dates moved together': async (page) => {
    await page.keyboard.press('Control+Shift+d')
    await page.locator('.redated').waitFor()
  },
  'row menu': async (page) => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Rows' }).click()
    await page.getByRole('menu').waitFor()
  },
  month: async (page) => {
    await page.keyboard.press('Escape')
    await page.getByRole('radio', { name: 'Month' }).click()
    await page.locator('[data-entry][tabindex="0"]').focus()
    await page.keyboard.press('Enter')
    await page.locator('[data-target]').waitFor()
  },
  agenda: async (page) => {
    await page.getByRole('radio', { name: 'Agenda' }).click()
    await page.getByRole('listbox').waitFor()
  },
  text: async (page) => {
    await page.getByRole('radio', { name: 'Table' }).click()
    await show(page, 'Text')
  },
  'paragraph being written': async (page) => {
    await page.getByRole('button', { name: 'Edit paragraph 2' }).first().press('Enter')
    await page.locator('.recognised:not(:empty)').waitFor()
  },
  'cited text': async (page) => {
    await page.keyboard.press('Escape')
    await page.locator('.cited').first().press('Enter')
    await page.locator('.cited-text').waitFor()
  },
  'find and replace': async (page) => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+h')
    await page.keyboard.type('migration')
    await page.keyboard.press('Enter')
    await page.getByRole('list', { name: 'Places found' }).waitFor()
  },
  mandates: async (page) => {
    await page.keyboard.press('Escape')
    await show(page, 'Mandates')
  },
  coverage: async (page) => {
    await show(page, 'Coverage')
    await page.getByRole('treegrid').getByRole('row').nth(1).getByRole('rowheader').click()
  },
  'coverage by activity': (page) => page.getByRole('radio', { name: 'By activity' }).click(),
  history: (page) => show(page, 'History'),
  'the plan as it was': async (page) => {
    await page.locator('.step').last().click()
    await page.getByRole('region', { name: 'The plan as it was' }).waitFor()
  },
  plans: (page) => show(page, 'Plans'),
  'new plan': (page) => page.getByRole('button', { name: 'New plan' }).click(),
  'plan carried over': async (page) => {
    await page.getByRole('radio', { name: /Last term’s plan/ }).check()
    await page.getByRole('region', { name: 'Dates in the new plan' }).waitFor()
  },
  'file before its import': async (page) => {
    await page.keyboard.press('Escape')
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Import files' }).click()
    await (await chooser).setFiles(join(import.meta.dirname, '..', 'fixtures', 'plan-artefacts.txt'))
    await page.getByRole('dialog', { name: 'What plan-artefacts.txt holds' }).waitFor()
  },
  print: async (page) => {
    await page.keyboard.press('Escape')
    await show(page, 'Calendar')
    await page.keyboard.press('Control+p')
    await page.getByRole('dialog').waitFor()
  },
  palette: async (page) => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Search or run a command' }).fill('the')
    await page.locator('.palette-option').first().waitFor()
  },
  'findings by rule, one waived': async (page) => {
    await page.keyboard.press('Escape')
    await page.locator('.palette').waitFor({ state: 'detached' })
    await page.keyboard.press('F8')
    await page.keyboard.press('Control+.')
    await page
      .getByRole('menuitem', { name: /^Waive/ })
      .first()
      .click()
    await page.getByRole('textbox', { name: 'Reason' }).fill('Agreed with the delegation')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '1 waived' }).click()
    await page.getByRole('radio', { name: 'By rule' }).click()
    await page.locator('.rule-row').first().waitFor()
  },
  'fixes of one rule': async (page) => {
    await page.locator('.rule-row .button').first().click()
    await page.locator('.change').first().waitFor()
  },
  'a rule’s page': async (page) => {
    await page.keyboard.press('Escape')
    await page.locator('.rule-row .link').first().click()
    await page.locator('.dialog .page').waitFor()
  },
  'rules of the check': async (page) => {
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Rules of the check' }).click()
    await page.locator('.severities').waitFor()
  },
  keyboard: async (page) => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('F1')
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor()
  },
}

describe.each([
  { theme: 'light', width: 1440, height: 900 },
  { theme: 'dark', width: 1440, height: 900 },
  { theme: 'light', width: 880, height: 700 },
  // What a window of 1280 by 800 is to the page at 200 % zoom.
  { theme: 'light', width: 640, height: 400 },
] as const)('axe finds nothing, $theme at $width', ({ theme, width, height }) => {
  let app: App
  beforeAll(async () => {
    app = await openApp(browser, { theme, width, height })
  })
  afterAll(() => app.close())

  test.each(Object.entries(views))('%s', async (_, open) => {
    await open(app.page)
    expect(await violations(app.page)).toEqual([])
  })
})
