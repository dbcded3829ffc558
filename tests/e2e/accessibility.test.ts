import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Language } from '#shared/model/language.ts'
import type { View } from '../../renderer/stores/place.ts'
import { type App, type AppOptions, openApp } from './app.ts'
import { violations } from './axe.ts'
import { openBrowser } from './chromium.ts'
import { cutOff, windowWords } from './window-words.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

type Go = (page: Page, w: ReturnType<typeof windowWords>) => Promise<unknown>

/** Goes to a view by the rail. */
const show = (page: Page, view: View): Promise<void> => page.locator(`.rail [data-view=${view}]`).click()

const views: Readonly<Record<string, Go>> = {
  tour: (page) => page.locator('.tour').waitFor(),
  'tour, at the rail': async (page) => {
    for (let step = 1; step < 4; step++) await page.keyboard.press('Enter')
    await page.locator('.tour.beside').waitFor()
  },
  calendar: async (page) => {
    await page.keyboard.press('Escape')
    await page.locator('.tour').waitFor({ state: 'detached' })
  },
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
  'rows chosen and filtered': async (page, w) => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+Shift+l')
    await page.getByLabel(w('filter.text')).fill('a')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+a')
  },
  'dates moved together': async (page) => {
    await page.keyboard.press('Control+Shift+d')
    await page.locator('.redated').waitFor()
  },
  'row menu': async (page, w) => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: w('row.button'), exact: true }).click()
    await page.getByRole('menu').waitFor()
  },
  month: async (page, w) => {
    await page.keyboard.press('Escape')
    await page.getByRole('radio', { name: w('calendar.shape-month') }).click()
    await page.locator('[data-entry][tabindex="0"]').focus()
    await page.keyboard.press('Enter')
    await page.locator('[data-target]').waitFor()
  },
  agenda: async (page, w) => {
    await page.getByRole('radio', { name: w('calendar.shape-agenda') }).click()
    await page.getByRole('listbox').waitFor()
  },
  text: async (page, w) => {
    await page.getByRole('radio', { name: w('calendar.shape-table') }).click()
    await show(page, 'text')
    await page.locator('.document [role=textbox]').first().waitFor()
  },
  'text being written': async (page) => {
    await page.locator('.document [role=textbox]').first().click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' @2910')
    await page.locator('.suggestions').waitFor()
  },
  'section menu': async (page) => {
    await page.keyboard.press('Enter')
    await page.locator('.section-head button').first().press('Enter')
    await page.getByRole('menu').waitFor()
  },
  'link being written': async (page, w) => {
    await page.keyboard.press('Escape')
    await page
      .getByRole('toolbar', { name: w('text.tools') })
      .getByRole('button', { name: w('text.do-link') })
      .press('Enter')
    await page.getByRole('dialog', { name: w('text.link') }).waitFor()
  },
  'mandates as they print': async (page, w) => {
    await page.keyboard.press('Escape')
    await page
      .getByRole('list', { name: w('text.mandates-list') })
      .getByRole('combobox')
      .first()
      .selectOption('chosen')
    await page.locator('.quoting input').first().waitFor()
  },
  'cited text': async (page) => {
    await page.locator('.document [role=textbox]').first().focus()
    await page.locator('.cited').first().click()
    await page.locator('.cited-text').waitFor()
  },
  'find and replace': async (page, w) => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+h')
    await page.keyboard.type('migration')
    await page.keyboard.press('Enter')
    await page.getByRole('list', { name: w('find.places') }).waitFor()
  },
  mandates: async (page) => {
    await page.keyboard.press('Escape')
    await show(page, 'mandates')
  },
  coverage: async (page) => {
    await show(page, 'coverage')
    await page.getByRole('treegrid').getByRole('row').nth(1).getByRole('rowheader').click()
  },
  'coverage by activity': (page, w) => page.getByRole('radio', { name: w('coverage.side-activities') }).click(),
  history: (page) => show(page, 'history'),
  'the plan as it was': async (page, w) => {
    await page.locator('.step').last().click()
    await page.getByRole('region', { name: w('history.looking') }).waitFor()
  },
  plans: (page) => show(page, 'plans'),
  'new plan': (page, w) => page.getByRole('button', { name: w('library.new') }).click(),
  'plan carried over': async (page, w) => {
    await page.locator('input[value=last]').check()
    await page.getByRole('region', { name: w('new-plan.moved') }).waitFor()
  },
  'file before its import': async (page, w) => {
    await page.keyboard.press('Escape')
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: w('library.import') }).click()
    await (await chooser).setFiles(join(import.meta.dirname, '..', 'fixtures', 'plan-artefacts.txt'))
    await page.getByRole('dialog', { name: w('import.title-preview', { name: 'plan-artefacts.txt' }) }).waitFor()
  },
  print: async (page) => {
    await page.keyboard.press('Escape')
    await show(page, 'calendar')
    await page.keyboard.press('Control+p')
    await page.getByRole('dialog').waitFor()
  },
  palette: async (page, w) => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: w('palette.title') }).fill('a')
    await page.locator('.palette-option').first().waitFor()
  },
  'findings by rule, one waived': async (page, w) => {
    await page.keyboard.press('Escape')
    await page.locator('.palette').waitFor({ state: 'detached' })
    await page.keyboard.press('F8')
    await page.keyboard.press('Control+.')
    await page
      .getByRole('menuitem', { name: w('findings.waive') })
      .first()
      .click()
    await page.getByRole('textbox', { name: w('waive.reason') }).fill('Agreed with the delegation')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: w('findings.waived', { count: 1 }) }).click()
    await page.getByRole('radio', { name: w('findings.group-rule') }).click()
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
  'rules of the check': async (page, w) => {
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: w('severities.title') }).click()
    await page.locator('.severities').waitFor()
  },
  guide: async (page, w) => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await page.keyboard.type(w('guide.title'))
    await page.keyboard.press('Enter')
    await page.locator('.guide img').waitFor()
  },
  keyboard: async (page, w) => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('F1')
    await page.getByRole('dialog', { name: w('keyboard.title') }).waitFor()
  },
}

const windows: Readonly<Record<string, AppOptions & { readonly language: Language }>> = {
  'in English': { language: 'en' },
  'in Spanish, dark': { language: 'es', theme: 'dark', width: 1280, height: 800 },
  'in Portuguese, in a narrow window': { language: 'pt', width: 880, height: 700 },
  'in the colours that the system forces': { language: 'en', width: 1280, height: 800, contrast: 'forced' },
  'in Portuguese, dark, with more contrast': { language: 'pt', theme: 'dark', width: 1000, height: 700, contrast: 'more' },
  // What a window of 1280 by 800 is to the page at 200 % zoom.
  'in French, zoomed to 200 %': { language: 'fr', width: 640, height: 400, zoom: 2 },
}

describe.each(Object.keys(windows))('axe finds nothing and nothing is cut off %s', (name) => {
  const options = windows[name] ?? { language: 'en' }
  const w = windowWords(options.language)
  let app: App
  beforeAll(async () => {
    app = await openApp(browser, { ...options, firstTime: true })
    await app.page.getByRole('grid').waitFor()
  })
  afterAll(() => app.close())

  test.each(Object.entries(views))('%s', async (_, open) => {
    await open(app.page, w)
    expect([...(await violations(app.page)), ...(await cutOff(app.page))]).toEqual([])
  })
})
