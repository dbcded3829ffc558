import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { onSamplePlan } from './app.ts'

const program = onSamplePlan((page) => page.locator('.finding').first().waitFor())

const count = async (page: Page, severity: 'error' | 'warning'): Promise<number> =>
  Number(await page.locator(`.count.${severity}`).innerText())

/** Goes by F8 to a finding. */
async function goTo(page: Page, rule: string): Promise<void> {
  for (let press = 0; press < 30; press++) {
    await page.keyboard.press('F8')
    if ((await page.locator('.findings li[aria-current] code').innerText()) === rule) return
  }
  throw new Error(`F8 does not come to ${rule}.`)
}

/** Runs a command by its words, as a person does who never leaves the keys. */
async function run(page: Page, typed: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search or run a command' }).waitFor()
  await page.keyboard.type(typed)
  await page.keyboard.press('Enter')
  await page.locator('.palette').waitFor({ state: 'detached' })
}

/** Chooses in the open menu, with the arrows. */
async function choose(page: Page, label: RegExp): Promise<void> {
  await page.getByRole('menu').waitFor()
  for (let press = 0; press < 20; press++) {
    if (label.test(await page.locator('[role=menuitem]:focus').innerText())) return page.keyboard.press('Enter')
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`The menu does not offer ${label}.`)
}

const verdict = (page: Page): Promise<string> => page.locator('.side .verdict').innerText()

describe('findings, by keyboard alone', () => {
  test('a plan’s errors are brought to none with the fixes on offer', async () => {
    const { page } = program.app
    expect(await count(page, 'error')).toBe(3)
    const fixes = [
      ['symbol/session-year', /^Write AG\/RES\. 2816 \(XLIV-O\/14\)/],
      ['date/weekday', /^Write Tuesday/],
      ['activity/no-mandate', /^Cite AG\/RES\. 2904 \(XLVII-O\/17\), paragraph 4/],
    ] as const
    for (const [rule, fix] of fixes) {
      await goTo(page, rule)
      await page.keyboard.press('Control+.')
      await choose(page, fix)
      await page.getByRole('menu').waitFor({ state: 'detached' })
    }
    await expect.poll(() => page.locator('.rail [data-view=calendar] .hot').count()).toBe(0)
    expect(await count(page, 'error')).toBe(0)
  })

  test('one is waived with a reason, no longer counts, and is taken back', async () => {
    const { page } = program.app
    await goTo(page, 'date/weekday')
    const before = await count(page, 'error')
    await expect.poll(() => verdict(page)).toContain('Ungrounded')
    await page.keyboard.press('Control+.')
    await choose(page, /^Waive with a reason/)
    await page.getByRole('textbox', { name: 'Reason' }).waitFor()
    await page.keyboard.type('The host country asked for that Monday')
    await page.keyboard.press('Enter')
    await expect.poll(() => count(page, 'error')).toBe(before - 1)
    await expect.poll(() => verdict(page)).toContain('Grounded')
    await page.getByRole('button', { name: '1 waived' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('Waived: The host country asked for that Monday').waitFor()
    await run(page, 'take back waiver')
    await expect.poll(() => count(page, 'error')).toBe(before)
    await expect.poll(() => verdict(page)).toContain('Ungrounded')
    expect(await page.getByRole('button', { name: /waived$/ }).count()).toBe(0)
    await page.getByRole('button', { name: /^Undo: Take back the waiver: November 17/ }).waitFor()
  })

  test('every fix of one rule is previewed, written as one step, and taken back as one', async () => {
    const { page } = program.app
    await goTo(page, 'citation/not-listed')
    const before = await count(page, 'warning')
    await page.keyboard.press('Control+.')
    await choose(page, /^Write all 3/)
    const dialog = page.getByRole('dialog', { name: 'Write every fix of citation/not-listed' })
    await dialog.waitFor()
    expect(await dialog.getByRole('checkbox').count()).toBe(3)
    expect(await dialog.locator('ins').first().innerText()).toBe('Rules of Procedure for the Regular and Special Meetings of CIDI')
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await page.getByText('3 findings settled, as one step.').waitFor()
    await expect.poll(() => page.locator('.finding code', { hasText: 'citation/not-listed' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Undo: Fix 3 findings of citation/not-listed' }).waitFor()
    await run(page, 'undo')
    await expect.poll(() => count(page, 'warning')).toBe(before)
  })

  test('a rule’s page is read, its severity changed for this plan and set back', async () => {
    const { page } = program.app
    await goTo(page, 'date/weekday')
    const before = await count(page, 'error')
    await page.keyboard.press('Control+.')
    await choose(page, /^About this rule/)
    const dialog = page.getByRole('dialog', { name: 'Nobody comes on the wrong day' })
    await dialog.getByText('When weekday and date disagree, half of the delegations come on the wrong day.').waitFor()
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Shift+Tab')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT')
    await page.keyboard.type('Off')
    await page.keyboard.press('Escape')
    await expect.poll(() => count(page, 'error')).toBe(before - 1)
    await page.getByRole('button', { name: '1 rule off' }).waitFor()
    await run(page, 'rules of the check')
    const rules = page.getByRole('dialog', { name: 'Rules of the check' })
    await rules.waitFor()
    expect(await rules.getByRole('combobox').count()).toBe(34)
    await rules.getByRole('button', { name: 'Set 1 rule back' }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await expect.poll(() => count(page, 'error')).toBe(before)
    await page.getByRole('button', { name: 'Undo: All rules as usual' }).waitFor()
  })

  test('are put together by rule and filtered, and what is hidden is counted', async () => {
    const { page } = program.app
    await page.getByRole('radio', { name: 'By rule' }).focus()
    await page.keyboard.press('Space')
    await page.locator('.rule-row', { hasText: 'activity/no-mandate' }).waitFor()
    await page.getByRole('searchbox', { name: 'Search in the findings' }).focus()
    await page.keyboard.type('tuesday')
    await page.getByText('1 of 12 shown').waitFor()
  })
})

describe('the palette', () => {
  test('runs commands, shows views and goes to rows', async () => {
    const { page } = program.app
    const rows = await page.getByRole('row').count()
    await page.getByRole('button', { name: /^Search or run a command/ }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('climate')
    await page
      .getByRole('option', { name: /climate/i })
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.cell:focus').count()).toBe(1)
    await run(page, 'dupl row')
    await expect.poll(() => page.getByRole('row').count()).toBe(rows + 1)
    await run(page, 'history')
    await page.getByRole('heading', { name: 'History' }).waitFor()
    await run(page, 'calendar')
    await page.getByRole('grid').waitFor()
    await run(page, 'appear dark')
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
  })

  test('says so when nothing is called that, and Esc leaves', async () => {
    const { page } = program.app
    await page.keyboard.press('Control+k')
    await page.keyboard.type('qqqq')
    await page.getByText('Nothing is called that.').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.palette').waitFor({ state: 'detached' })
  })
})
