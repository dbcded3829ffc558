import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { show, onSamplePlan } from './app.ts'

const program = onSamplePlan(async (page) => {
  await show(page, 'Text')
  await textOf(page, 'INTRODUCTION').waitFor()
})

/** The browser tells of a caret that was moved when it next draws, which no person outruns. */
const drawn = (page: Page) => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))

const press = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) {
    await page.keyboard.press(key)
    await drawn(page)
  }
}

/** The words of a section, to write in. */
const textOf = (page: Page, heading: string) => page.getByRole('textbox', { name: `Text of ${heading}`, exact: true })

const blocks = (page: Page, heading = 'INTRODUCTION') => textOf(page, heading).locator('.block')

const words = (page: Page, heading = 'INTRODUCTION') => blocks(page, heading).allInnerTexts()

/** Puts the caret to the beginning or the end of a section's words. */
async function write(page: Page, heading: string, at: 'Home' | 'End'): Promise<void> {
  await textOf(page, heading).focus()
  // The editor sets its own caret shortly after it has the focus.
  for (let frame = 0; frame < 3; frame++) await drawn(page)
  await press(page, `Control+${at}`)
}

const notes = (page: Page) =>
  page.locator('.footnotes textarea').evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value))

/** What the register offers for the words being typed. */
const offered = (page: Page) => page.locator('.suggestions')

const saved = (page: Page) => page.locator('.save-state[data-state=saved]').waitFor()

/** What stands on the clipboard for another program, as the program puts it there. */
const copied = (page: Page) =>
  page.evaluate(() => {
    const data = new DataTransfer()
    document.activeElement?.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }))
    return { html: data.getData('text/html'), text: data.getData('text/plain') }
  })

const paste = (page: Page, clipboard: Readonly<Record<string, string>>) =>
  page.evaluate((forms) => {
    const data = new DataTransfer()
    for (const [type, form] of Object.entries(forms)) data.setData(type, form)
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, clipboard)

describe('the text, by keyboard alone', () => {
  test('a paragraph is split and joined, a footnote added, written and undone, across a restart', async () => {
    const { page } = program.app
    const before = await words(page)
    const notesBefore = await notes(page)
    await write(page, 'INTRODUCTION', 'Home')
    await page.keyboard.type('Opening words. ')
    await press(page, 'Enter')
    await expect.poll(() => words(page)).toEqual(['Opening words. ', ...before])
    await press(page, 'Control+Alt+f')
    await page.keyboard.type('Said by the Chair.')
    await press(page, 'Enter')
    await expect.poll(() => notes(page)).toEqual(['Said by the Chair.', ...notesBefore])
    // Back behind the mark, which stands at the beginning: Backspace takes the mark, and then joins the two.
    await expect.poll(() => textOf(page, 'INTRODUCTION').evaluate((field) => field === document.activeElement)).toBe(true)
    await press(page, 'ArrowLeft', 'Backspace')
    await expect.poll(() => blocks(page).count()).toBe(before.length)
    expect((await words(page))[0]).toMatch(/^Opening words\. /)
    await saved(page)
    await program.app.restart()
    await show(page, 'Text')
    await expect.poll(() => notes(page)).toContain('Said by the Chair.')
    for (let step = 0; step < 5; step++) await press(page, 'Control+z')
    await expect.poll(() => notes(page)).toEqual(notesBefore)
    await expect.poll(() => words(page)).toEqual(before)
  })

  test('footnotes are numbered through the document as they come and go', async () => {
    const { page } = program.app
    const numbers = () => page.locator('[data-note]').evaluateAll((marks) => marks.map((mark) => mark.getAttribute('data-number')))
    const before = await numbers()
    await write(page, 'INTRODUCTION', 'Home')
    await press(page, 'Control+Alt+f', 'Escape')
    const more = Array.from({ length: before.length + 1 }, (_, index) => String(index + 1))
    await expect.poll(numbers).toEqual(more)
    await page.getByRole('textbox', { name: `Footnote ${before.length + 1}`, exact: true }).waitFor()
    await press(page, 'Backspace')
    await expect.poll(numbers).toEqual(before)
  })

  test('a list is typed, moved in and out, and left; Tab elsewhere goes on through the window', async () => {
    const { page } = program.app
    await write(page, 'MANDATES', 'End')
    await press(page, 'Enter')
    await page.keyboard.type('- first')
    await press(page, 'Enter', 'Tab')
    await page.keyboard.type('second')
    await press(page, 'Enter', 'Shift+Tab')
    await page.keyboard.type('third')
    const list = () =>
      blocks(page, 'MANDATES').evaluateAll((all) =>
        all.slice(1).map((block) => `${block.getAttribute('data-marker')} ${block.textContent}`),
      )
    await expect.poll(list).toEqual(['• first', '– second', '• third'])
    await press(page, 'Control+Shift+Digit7')
    await expect.poll(list).toEqual(['• first', '– second', '1. third'])
    await press(page, 'Enter', 'Enter', 'Alt+ArrowUp')
    await expect.poll(() => words(page, 'MANDATES')).toHaveLength(5)
    await press(page, 'Tab')
    expect(await textOf(page, 'MANDATES').evaluate((field) => field === document.activeElement)).toBe(false)
  })

  test('Esc leads out of a list, where Tab belongs to its lines', async () => {
    const { page } = program.app
    await write(page, 'INTRODUCTION', 'End')
    await press(page, 'Enter')
    await page.keyboard.type('- line')
    await press(page, 'Escape')
    expect(
      await page.getByRole('button', { name: 'Section INTRODUCTION', exact: true }).evaluate((button) => button === document.activeElement),
    ).toBe(true)
  })

  test('a citation is recognised while it is written, and opens its text by key', async () => {
    const { page } = program.app
    await write(page, 'INTRODUCTION', 'Home')
    await page.keyboard.type('See paragraph 20 of AG/RES. 2910 (XLVII-O/17). ')
    await page.getByRole('status').getByText('Cites AG/RES. 2910 (XLVII-O/17) ¶20').waitFor({ state: 'attached' })
    await page.locator('.cited', { hasText: 'paragraph 20 of AG/RES. 2910 (XLVII-O/17)' }).waitFor()
    for (let letter = 0; letter < 4; letter++) await press(page, 'ArrowLeft')
    await press(page, 'Alt+Enter')
    await page
      .getByRole('dialog', { name: /AG\/RES\. 2910/ })
      .getByText('¶20')
      .waitFor()
    await press(page, 'Escape')
    await expect.poll(() => textOf(page, 'INTRODUCTION').evaluate((field) => field === document.activeElement)).toBe(true)
    expect(await page.locator('.topic').count()).toBeGreaterThan(0)
  })

  test('a mandate is completed from the register and written in words; Esc leaves what was typed', async () => {
    const { page } = program.app
    await write(page, 'INTRODUCTION', 'Home')
    await page.keyboard.type('Under @2910 20')
    await offered(page)
      .getByRole('option', { name: /AG\/RES\. 2910 \(XLVII-O\/17\) ¶20/ })
      .waitFor()
    await press(page, 'Enter')
    await page.keyboard.type('. ')
    await expect.poll(async () => (await words(page))[0]).toMatch(/^Under AG\/RES\. 2910 \(XLVII-O\/17\), operative paragraph 20\. /)
    expect(await offered(page).getByRole('option').count()).toBe(0)
    await page.keyboard.type('And AG/RES. 29')
    await offered(page).getByRole('option').first().waitFor()
    await press(page, 'Escape')
    await offered(page).getByRole('option').first().waitFor({ state: 'detached' })
    await page.keyboard.type(' ')
    expect((await words(page))[0]).toContain('And AG/RES. 29 ')
  })

  test('words are made bold and linked, and only to the web and to mail', async () => {
    const { page } = program.app
    await write(page, 'INTRODUCTION', 'Home')
    await page.keyboard.type('Survey ')
    await press(page, 'Control+Home', 'Control+Shift+ArrowRight', 'Control+b', 'Control+Shift+k')
    const dialog = page.getByRole('dialog', { name: 'Link' })
    await dialog.getByLabel('Address').fill('javascript:alert(1)')
    await press(page, 'Enter')
    await dialog.getByRole('alert').waitFor()
    await dialog.getByLabel('Address').fill('example.org/survey')
    await press(page, 'Enter')
    await dialog.waitFor({ state: 'detached' })
    const link = textOf(page, 'INTRODUCTION').locator('a')
    await expect.poll(() => link.getAttribute('href')).toBe('https://example.org/survey')
    expect(await textOf(page, 'INTRODUCTION').locator('b').innerText()).toMatch(/^Survey/)
    await press(page, 'ArrowLeft', 'ArrowRight', 'Control+Shift+k')
    await dialog.getByRole('button', { name: 'Remove the link' }).press('Enter')
    await expect.poll(() => link.count()).toBe(0)
  })
})

describe('the text and the plan', () => {
  test('what is typed is a step at a pause, and undo takes it back where the caret is', async () => {
    const { page } = program.app
    const before = await words(page)
    await write(page, 'INTRODUCTION', 'Home')
    await page.keyboard.type('Some words. ')
    await page.getByRole('button', { name: /^Undo: Text of INTRODUCTION/ }).waitFor()
    await page.keyboard.type('Some more. ')
    await press(page, 'Control+z')
    await expect.poll(async () => (await words(page))[0]?.startsWith('Some words. More people')).toBe(true)
    await press(page, 'Control+z')
    await expect.poll(() => words(page)).toEqual(before)
    await press(page, 'Control+Shift+z')
    await expect.poll(async () => (await words(page))[0]?.startsWith('Some words. ')).toBe(true)
    await page.keyboard.type('!')
    await expect.poll(async () => (await words(page))[0]).toContain('!')
  })

  test('leaving the view, and the window, loses nothing', async () => {
    const { page } = program.app
    await write(page, 'INTRODUCTION', 'Home')
    await page.keyboard.type('Not lost. ')
    await show(page, 'Calendar')
    await saved(page)
    await show(page, 'Text')
    await expect.poll(async () => (await words(page))[0]).toMatch(/^Not lost\. /)
  })

  test('find and replace reaches into the editor, and the words stay marked', async () => {
    const { page } = program.app
    await write(page, 'INTRODUCTION', 'Home')
    await page.keyboard.type('Quixotic aims. ')
    await press(page, 'Control+Home', 'Control+Shift+ArrowRight', 'Control+b', 'Control+h')
    // The words that were chosen are what is sought.
    const bar = page.getByRole('region', { name: 'Find in the whole plan' })
    await bar.getByText('1 place', { exact: true }).waitFor()
    await bar.getByRole('textbox', { name: 'Write instead' }).focus()
    await page.keyboard.type('Modest and quixotic')
    await press(page, 'Alt+Enter')
    await expect.poll(async () => (await words(page))[0]).toMatch(/^Modest and quixotic ?aims\. /)
    expect(await textOf(page, 'INTRODUCTION').locator('b').innerText()).toMatch(/^Modest and quixotic/)
  })

  test('sections are added, named, moved and removed', async () => {
    const { page } = program.app
    const headings = () =>
      page.locator('.document h2 textarea').evaluateAll((all) => all.map((field) => (field as HTMLTextAreaElement).value))
    const before = await headings()
    await page.getByRole('button', { name: 'Add a section' }).press('Enter')
    await page.getByRole('menuitem', { name: 'Section', exact: true }).press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
    await page.keyboard.type('METHODS')
    await press(page, 'Enter')
    await expect.poll(headings).toEqual([...before, 'METHODS'])
    await page.getByRole('button', { name: 'Section METHODS', exact: true }).press('Enter')
    await page.getByRole('menuitem', { name: 'Move the section up' }).press('Enter')
    await expect.poll(headings).toEqual([...before.slice(0, -1), 'METHODS', ...before.slice(-1)])
    await page.getByRole('button', { name: 'Section METHODS', exact: true }).press('Enter')
    await page.getByRole('menuitem', { name: 'Remove the section' }).press('Enter')
    await expect.poll(headings).toEqual(before)
  })

  test('the mandates are listed as they print, with the paragraphs chosen to be quoted', async () => {
    const { page } = program.app
    const entry = page.getByRole('list', { name: 'Mandates as they are printed' }).locator('> li', { hasText: 'AG/RES. 2904' })
    await entry.getByRole('combobox').selectOption('Paragraphs in full')
    await entry.getByText('The register does not hold the text of ¶3–4.').waitFor()
    await entry.getByRole('combobox').selectOption('Some paragraphs')
    await entry.getByRole('checkbox', { name: '¶3' }).press('Space')
    await entry.getByText('The register does not hold the text of ¶4.').waitFor()
    await saved(page)
    await program.app.restart()
    await show(page, 'Text')
    expect(await entry.getByRole('checkbox', { name: '¶3' }).isChecked()).toBe(false)
    expect(await entry.getByRole('checkbox', { name: '¶4' }).isChecked()).toBe(true)
  })

  test('a table of a page is pasted as paragraphs with lists and links, and copied with its structure', async () => {
    const { page } = program.app
    await write(page, 'MANDATES', 'End')
    await press(page, 'Enter')
    await paste(page, {
      'text/html':
        '<h2>Ends</h2><ul><li>one <a href="https://example.org/">two</a><ol><li>deeper</li></ol></li></ul><p onclick="x()">Last.</p>',
    })
    await expect.poll(async () => (await words(page, 'MANDATES')).slice(1)).toEqual(['Ends', 'one two', 'deeper', 'Last.'])
    expect(
      await blocks(page, 'MANDATES')
        .nth(1)
        .evaluate((block) => block.tagName),
    ).toBe('H3')
    await press(page, 'Control+a')
    const { html, text } = await copied(page)
    expect(html).toContain('<h2>Ends</h2><ul><li>one <a href="https://example.org/">two</a><ol><li>deeper</li></ol></li></ul><p>Last.</p>')
    expect(text).toMatch(/Ends\n• one two\n {2}a\. deeper\nLast\.$/)
  })
})
