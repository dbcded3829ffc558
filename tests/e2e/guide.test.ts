import { existsSync, globSync, mkdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPage, type Run } from '../../renderer/ui/page-text.ts'
import { aRound } from '../builders/round.ts'
import { type App, complaints, openApp, show } from './app.ts'
import { receiveFile } from './chairs-file.ts'
import { openBrowser } from './chromium.ts'

/*
 * Walks what the guide describes. Whatever the guide names in bold must be seen on the way, and each page's picture is what the walk comes to:
 * `npm run guide` writes it anew.
 */

const folder = join(import.meta.dirname, '..', '..', 'docs', 'guide')
const pages = globSync('[0-9]*.md', { cwd: folder }).toSorted()
const textOf = (page: string): string => readFileSync(join(folder, page), 'utf8')
const writes = process.env['MANDATO_GUIDE'] === 'write'

const press = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}

const cell = (page: Page, row: number, column: 'date' | 'mandate' | 'activity') =>
  page.getByRole('row').nth(row).locator(`[data-column=${column}]`)

/** Looks at the window as it stands; the names in bold are sought in what was looked at. */
type Look = () => Promise<void>
type Walk = (page: Page, look: Look) => Promise<unknown>

/** What is done for each page of the guide; the picture is taken at the end. */
const walks: Readonly<Record<string, Walk>> = {
  'first-steps': async (page, look) => {
    await press(page, 'Control+k')
    await page.getByRole('combobox', { name: 'Search or run a command' }).fill('tour')
    await look()
    await press(page, 'Escape')
    await cell(page, 3, 'mandate').click()
  },
  calendar: async (page, look) => {
    await page.getByRole('button', { name: 'Rows' }).click()
    await page.getByRole('menu').waitFor()
    await look()
    await press(page, 'Escape', 'Control+Shift+l')
    await page.getByRole('searchbox', { name: 'Words in the row' }).fill('meeting')
    await press(page, 'Enter', 'Shift+ArrowDown', 'Shift+ArrowDown')
  },
  dates: async (page) => {
    await cell(page, 2, 'date').click()
    await page.keyboard.type('tue 30 mar 2027 2:30pm')
    await page.locator('.understood').getByText('March 30, 2027').waitFor()
  },
  mandates: async (page, look) => {
    for (const row of [1, 3, 6]) {
      await cell(page, row, 'date').click()
      await look()
    }
    await show(page, 'Mandates')
    await look()
    await show(page, 'Calendar')
    await cell(page, 2, 'mandate').click()
    await page.keyboard.type('2955 34')
    await page.getByRole('option').first().waitFor()
  },
  activities: async (page) => {
    await cell(page, 4, 'activity').click()
    await press(page, 'Enter', 'Enter')
    await page.keyboard.type('Conclusions by the Chair')
    await page.locator('.tools').waitFor()
  },
  findings: async (page, look) => {
    await page.locator('.finding').first().waitFor()
    await page.getByRole('button', { name: 'Rules of the check' }).focus()
    await look()
    const weekday = page.locator('.findings li[aria-current]', { hasText: 'date/weekday' })
    for (let step = 0; step < 20 && (await weekday.count()) === 0; step++) await press(page, 'F8')
    await press(page, 'Control+.')
    await page.getByRole('menuitem', { name: 'Write Tuesday' }).waitFor()
  },
  text: async (page) => {
    await show(page, 'Text')
    await page.getByRole('main').getByText('More people in the Americas').waitFor()
  },
  coverage: async (page) => {
    await show(page, 'Coverage')
    await page.getByRole('treegrid').getByRole('row').nth(1).getByRole('rowheader').click()
  },
  'find-and-replace': async (page) => {
    await press(page, 'Control+h')
    await page.keyboard.type('migrants')
    await page.getByRole('textbox', { name: 'Write instead' }).fill('people on the move')
    await page.getByRole('list', { name: 'Places found' }).locator('ins').first().waitFor()
  },
  history: async (page, look) => {
    for (const [row, typed] of [
      [2, 'october 27 2026 2:30pm'],
      [3, 'november 24 2026 10am'],
    ] as const) {
      await cell(page, row, 'date').click()
      await page.keyboard.type(typed)
      await press(page, 'Enter')
    }
    await page.locator('.save-state[data-state=saved]').waitFor()
    await show(page, 'History')
    await look()
    await page.locator('.step').nth(1).click()
    await page.getByRole('region', { name: 'The plan as it was' }).waitFor()
  },
  plans: async (page, look) => {
    await show(page, 'Plans')
    await look()
    await page.getByRole('button', { name: 'New plan' }).click()
    await page.getByRole('radio', { name: /^A file/ }).check()
    await look()
    await page.getByRole('radio', { name: /Last term’s plan/ }).check()
    await page.getByRole('region', { name: 'Dates in the new plan' }).waitFor()
  },
  printing: async (page) => {
    await press(page, 'Control+p')
    await page.getByRole('dialog').waitFor()
  },
  proposing: async (page, look) => {
    await page.getByRole('button', { name: 'Say who you are' }).click()
    await page.getByLabel('Delegation or office').fill('Mexico')
    await press(page, 'Enter')
    await show(page, 'Plans')
    await look()
    await receiveFile(page, aRound(), 'Open as their text', look)
    await cell(page, 1, 'activity').dblclick()
    await page.keyboard.type(' and of the Rapporteur')
    await press(page, 'Control+Enter', 'Control+Enter')
    await page.keyboard.type('october 1 2026')
    await press(page, 'Enter')
    await page.getByRole('gridcell').filter({ hasText: 'Approval of the report' }).click()
    await press(page, 'Control+Delete')
    await page.getByRole('gridcell').filter({ hasText: 'Access to social benefits' }).click()
    await page.getByText('Answer with another').first().waitFor()
  },
  proposals: async (page, look) => {
    await look()
    await receiveFile(page, aRound(), 'Open as my own copy')
    await show(page, 'Document')
    await look()
    await show(page, 'Proposals')
    await page.getByRole('button', { name: /^Row 2 / }).click()
    await page.getByText('And the check says').waitFor()
  },
  revisions: async (page, look) => {
    await receiveFile(page, aRound(), 'Open as my own copy')
    await show(page, 'Document')
    await look()
    await page
      .getByRole('navigation', { name: 'Views' })
      .getByRole('button', { name: /^Revisions/ })
      .click()
    await page.getByRole('button', { name: 'Set a deadline' }).click()
    await look()
    await page.getByRole('radio', { name: /^Silence procedure/ }).check()
    await page.getByRole('dialog').getByRole('textbox').first().fill('Adoption of rev. 1')
    await page.locator('input[type=date]').fill('2099-10-02')
    await page.locator('input[type=time]').fill('18:00')
    await press(page, 'Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await show(page, 'Calendar')
    await page.getByRole('gridcell').filter({ hasText: 'Election of the Vice Chair' }).dblclick()
    await page.keyboard.type(' and of the Rapporteur')
    await press(page, 'Control+Enter')
    await page
      .getByRole('navigation', { name: 'Views' })
      .getByRole('button', { name: /^Revisions/ })
      .click()
    await page.locator('.compared').waitFor()
  },
  keyboard: async (page) => {
    await press(page, 'Control+k')
    await page.getByRole('combobox', { name: 'Search or run a command' }).fill('row')
  },
}

/** Every word that can be read or heard in the window now. */
const wordsIn = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [
      document.body.textContent,
      ...Array.from(document.querySelectorAll('*'), (element) =>
        ['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name) ?? '').join('\n'),
      ),
    ].join('\n'),
  )

const runs = (text: string): readonly Run[] =>
  readPage(text).flatMap((part) => (part.kind === 'paragraph' ? part.runs : 'items' in part ? part.items.flat() : []))

const named = (text: string, kind: Run['kind']): string[] => runs(text).flatMap((run) => (run.kind === kind ? [run.text] : []))

let browser: Browser
let app: App

beforeAll(async () => {
  browser = await openBrowser()
  if (writes) mkdirSync(join(folder, 'pictures'), { recursive: true })
})
afterAll(() => browser.close())

const nameOf = (page: string): string => basename(page, '.md').replace(/^\d+-/, '')

describe('the guide', () => {
  test('has a walk for each of its pages, and a page for each walk', () => {
    expect(pages.map(nameOf)).toEqual(Object.keys(walks))
  })

  test.each(pages)('%s names only what is in the window', async (file) => {
    app = await openApp(browser, { width: 1280, height: 800 })
    const { page } = app
    await page.getByRole('grid').waitFor()
    await page.locator('.finding').first().waitFor()
    const text = textOf(file)
    let seen = ''
    const look = async () => {
      seen += await wordsIn(page)
    }
    await walks[nameOf(file)]?.(page, look)
    await look()
    expect(named(text, 'name').filter((name) => !seen.includes(name))).toEqual([])

    const pictures = readPage(text).flatMap((part) => (part.kind === 'picture' ? [part.file] : []))
    expect(pictures).toEqual([`pictures/${nameOf(file)}.png`])
    const picture = join(folder, pictures[0] ?? '')
    if (writes) {
      await page.mouse.move(0, 0)
      await page.waitForTimeout(200)
      await page.screenshot({ path: picture })
    }
    expect(existsSync(picture), `${picture} is there; npm run guide writes it`).toBe(true)
    expect(complaints(page)).toEqual([])
    await app.close()
  })

  test('names only keys that the window shows to all', async () => {
    app = await openApp(browser, { width: 1280, height: 800 })
    const { page } = app
    await page.getByRole('grid').waitFor()
    await press(page, 'Control+h')
    let shown = await page.locator('kbd').allInnerTexts()
    await press(page, 'Escape', 'F1')
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor()
    shown = [...shown, ...(await page.locator('kbd').allInnerTexts())]
    // The mandate's own line break is said below its cell, and the day's calendar in the date's.
    const known = new Set([...shown, 'Shift', 'Shift Enter', 'Alt ↓', 'Shift Tab'])
    const unknown = pages.flatMap((file) => named(textOf(file), 'keys').filter((keys) => !known.has(keys.replaceAll('+', ' '))))
    expect(unknown).toEqual([])
    await app.close()
  })

  test('is read in the window, beginning at the page about the view shown', async () => {
    app = await openApp(browser, { width: 1280, height: 800 })
    const { page } = app
    await page.getByRole('grid').waitFor()
    await show(page, 'Coverage')
    await press(page, 'Control+k')
    await page.keyboard.type('guide')
    await press(page, 'Enter')
    const dialog = page.getByRole('dialog', { name: 'Guide' })
    await dialog.getByRole('region', { name: 'Coverage' }).waitFor()
    await expect.poll(() => dialog.locator('img').evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth)).toBe(1280)
    await press(page, 'Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Find and replace')
    await press(page, 'Enter')
    await dialog.getByText('asks what to write instead').waitFor()
    await press(page, 'Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(complaints(page)).toEqual([])
    await app.close()
  })

  test('lists each of its pages', () => {
    const index = textOf('README.md')
    for (const file of pages) expect(index).toContain(`[${/^# (.*)/.exec(textOf(file))?.[1]}](${file})`)
  })
})
