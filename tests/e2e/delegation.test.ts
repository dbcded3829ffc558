import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Deadline } from '#shared/model/deadline.ts'
import { languages } from '#shared/model/language.ts'
import type { Plan } from '#shared/model/plan.ts'
import { aRejection, aRevision } from '../builders/negotiation.ts'
import { anItem } from '../builders/plan.ts'
import { aRound } from '../builders/round.ts'
import { onSamplePlan, show } from './app.ts'
import { violations } from './axe.ts'
import { receiveFile } from './chairs-file.ts'

const silence: Deadline = {
  type: 'deadline',
  id: '00000000-0000-7000-8000-00000070dead',
  kind: 'silence',
  title: 'Adoption of rev. 1',
  opened: '2026-10-01T09:00:00-05:00',
  expires: '2099-10-02T18:00:00-05:00',
  timeZone: 'America/New_York',
  note: '',
}
const round: Plan = { ...aRound(), deadlines: [silence] }

/** Says that Mexico works here, and receives the Chair's plan, with a round of proposals in it, as the Chair's text. */
async function receive(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Say who you are' }).click()
  await page.getByLabel('Delegation or office').fill('Mexico')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await receiveFile(page, round, 'Open as their text')
}

const ownNames = { en: 'English', es: 'Español', fr: 'Français', pt: 'Português' } as const

const program = onSamplePlan(receive)

const cell = (page: Page, words: string) => page.getByRole('gridcell').filter({ hasText: words })
const banner = (page: Page) => page.getByRole('region', { name: 'Whose text this is' })
const numbers = (page: Page) => page.locator('.row .number').allInnerTexts()

/** Writes behind what an activity says. */
async function append(page: Page, where: string, words: string): Promise<void> {
  await cell(page, where).dblclick()
  await page.keyboard.type(words)
  await page.keyboard.press('Control+Enter')
}

describe('the Chair’s text at a delegation’s desk', () => {
  test('says whose it is, what becomes of edits, and what is still to be sent', async () => {
    const { page } = program.app
    await expect.poll(() => banner(page).innerText()).toContain('Text of Chair')
    const said = await banner(page).innerText()
    for (const part of [
      'rev. 1',
      'Signed with a key seen for the first time',
      'Work plan.mandato',
      'Your edits become proposals of Mexico.',
    ])
      expect(said).toContain(part)
    expect(said).toContain('All are sent.')
    await append(page, 'Election of the Vice Chair', ' and of the Rapporteur')
    await expect.poll(() => banner(page).innerText()).toContain('1 is not sent yet.')
  })

  test('stays in view, struck, beside the words that are proposed', async () => {
    const { page } = program.app
    await cell(page, 'September 22, 2026').dblclick()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('29 sep 2026 11:00')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.date-cell del').first().innerText()).toContain('September 22, 2026')
    expect(await page.locator('.date-cell ins').first().innerText()).toContain('September 29, 2026')
    await cell(page, 'AG/RES. 2738').dblclick()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('2955 34')
    // The first completes, the second goes on.
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await expect.poll(() => page.locator('.mandate-cell ins').first().innerText()).toContain('AG/RES. 2955')
  })

  test('keeps its numbers: a new row is 1bis, one that is taken out stays, one that is moved says from where', async () => {
    const { page } = program.app
    await cell(page, 'Election of the Vice Chair').click()
    await page.keyboard.press('Control+Enter')
    await page.keyboard.type('1 oct 2026')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+Enter')
    await page.keyboard.press('Enter')
    expect(await numbers(page)).toEqual(['1', '1bis', '1ter', '2', '3'])
    await page.keyboard.press('Control+z')
    await expect.poll(() => numbers(page)).toEqual(['1', '1bis', '2', '3'])
    await cell(page, 'Approval of the report').click()
    await page.keyboard.press('Alt+ArrowUp')
    await page.getByText('moved from after row 2').waitFor()
    await cell(page, 'Election of the Vice Chair').click()
    await page.keyboard.press('Control+Delete')
    await page.getByRole('row', { name: 'Row 1, which you propose to take out' }).waitFor()
    expect(await numbers(page)).toEqual(['1', '1bis', '3', '2'])
    await page.getByRole('button', { name: 'Take back: keep row 1' }).press('Enter')
    await expect.poll(() => page.locator('.row.struck').count()).toBe(0)
  })

  test('offers nothing that is the Chair’s alone', async () => {
    const { page } = program.app
    await show(page, 'Proposals')
    await page.getByRole('heading', { name: 'Your proposals' }).waitFor()
    expect(await page.getByRole('button', { name: /Accept|Reject|Add files/ }).count()).toBe(0)
    await page.keyboard.press('a')
    await page.keyboard.press('r')
    expect(await page.getByRole('textbox', { name: 'Reason' }).count()).toBe(0)
    await page.keyboard.press('Control+k')
    for (const command of ['Name a revision', 'Set a deadline', 'How much each rule matters', 'Accept']) {
      await page.keyboard.press('Control+a')
      await page.keyboard.type(command)
      expect(await page.getByRole('option', { name: new RegExp(`^${command}$`) }).count()).toBe(0)
    }
  })

  test('shows in month and agenda which rows one proposes to change', async () => {
    const { page } = program.app
    await append(page, 'Election of the Vice Chair', ' and of the Rapporteur')
    await page.getByRole('radio', { name: 'Month' }).click()
    await page.getByRole('button', { name: /^Row 1, September 22, 2026: .*you propose/ }).waitFor()
    expect(await page.getByRole('button', { name: /^Row 3, .*you propose/ }).count()).toBe(0)
    await page.getByRole('radio', { name: 'Agenda' }).click()
    const entry = page.getByRole('option', { name: /Election of the Vice Chair/ })
    await expect.poll(() => entry.locator('ins').innerText()).toBe(' and of the Rapporteur')
    expect(await violations(page)).toEqual([])
  })
})

describe('one’s own proposals', () => {
  test('are justified beside the row, as one step that is undone, and withdrawn once they were sent', async () => {
    const { page } = program.app
    await cell(page, 'Access to social benefits').click()
    const why = page.getByRole('textbox', { name: 'Why, for the proposal on Row 2' })
    await why.fill('Both groups are named.')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Undo: Reason for the proposal on Row 2' }).click()
    await expect.poll(() => why.inputValue()).toBe('The paragraph cited names both groups.')
    await page.getByRole('button', { name: 'Withdraw the proposal on Row 2' }).click()
    await expect.poll(() => cell(page, 'Access to social benefits').locator('ins').count()).toBe(0)
    await page.getByText('withdrawn', { exact: true }).waitFor()
  })

  test('stand in the text and in the mandates, too', async () => {
    const { page } = program.app
    await show(page, 'Text')
    await page.getByRole('textbox', { name: 'Text of Introduction' }).click()
    await page.keyboard.press('End')
    await page.keyboard.type(' A fifth is held online.')
    const own = page.getByRole('article', { name: 'Your proposal on Introduction' })
    await expect.poll(() => own.locator('ins').innerText(), { timeout: 5000 }).toBe(' A fifth is held online.')
    await page.getByRole('article', { name: 'Proposal of Peru' }).waitFor()
    await show(page, 'Mandates')
    await page
      .getByRole('button', { name: /^Remove/ })
      .first()
      .click()
    const gone = page.getByRole('article', { name: /^Your proposal on AG\/RES/ })
    await expect.poll(() => gone.locator('del').innerText()).toContain('AG/RES. 2738')
    await gone.getByRole('button', { name: /^Take back/ }).click()
    await gone.waitFor({ state: 'detached' })
  })

  test('answer others’ in other words', async () => {
    const { page } = program.app
    await cell(page, 'Access to social benefits').click()
    await page.getByRole('button', { name: 'Answer with another: Canada' }).click()
    const field = page.getByLabel('The words that you propose instead')
    await field.fill('Thematic meeting\n- Access to portable pensions')
    await page.keyboard.press('Control+Enter')
    await page.getByText('in answer to Canada').waitFor()
    await page.getByRole('button', { name: 'Undo: Answer a proposal of Canada' }).waitFor()
  })

  test('show what the Chair decided, and that they no longer fit where the text moved on', async () => {
    const { page } = program.app
    await append(page, 'Election of the Vice Chair', ' and of the Rapporteur')
    await page.locator('.activity-cell ins', { hasText: 'Rapporteur' }).waitFor()
    const [first, ...others] = round.activities
    const [mexicos] = round.proposals
    if (first === undefined || mexicos === undefined) throw new Error('The round has rows and proposals.')
    const moved: Plan = {
      ...round,
      activities: [{ ...first, items: first.items.map((item) => ({ ...anItem('Opening'), id: item.id })) }, ...others],
      decisions: [aRejection(mexicos, { reason: 'Too wide.' })],
    }
    await receiveFile(page, { ...moved, revisions: [...round.revisions, aRevision(moved, 2)] }, 'Replace the text with this one')
    await show(page, 'Proposals')
    const obsolete = page.getByRole('article', { name: 'Your proposal on Row 1' })
    await expect.poll(() => obsolete.innerText()).toContain('no longer fits the text')
    expect(await page.getByRole('article', { name: 'Your proposal on Row 2' }).innerText()).toContain('Too wide.')
    expect(await violations(page)).toEqual([])
    await show(page, 'Calendar')
    await append(page, 'Opening', ' and election')
    await expect.poll(() => page.locator('.activity-cell ins').allInnerTexts()).toContain(' and election')
    await show(page, 'Proposals')
    await expect.poll(() => obsolete.innerText()).toContain('not sent')
    await obsolete.getByRole('button', { name: /^Take back/ }).click()
    await obsolete.waitFor({ state: 'detached' })
  })
})

test('an objection breaks the silence, and goes out with the proposals', async () => {
  const { page } = program.app
  await page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('button', { name: /^Revisions/ })
    .click()
  await page.getByRole('button', { name: 'Object', exact: true }).click()
  await page.getByLabel('Reason').fill('Instructions are awaited.')
  await page.getByRole('button', { name: 'Record the objection' }).click()
  const objection = page.locator('.objection', { hasText: 'Instructions are awaited.' })
  await expect.poll(() => objection.innerText()).toMatch(/not sent$/)
  const coming = page.waitForEvent('download')
  await banner(page).getByRole('button', { name: 'Send my proposals' }).click()
  const text = await readFile(await (await coming).path(), 'utf8')
  expect(text).toContain('Instructions are awaited.')
  await expect.poll(() => objection.innerText()).toMatch(/awaited\.\s*sent$/)
  expect(text).toContain('health services')
})

describe('every state of it', () => {
  test.each(['light', 'dark'] as const)('axe finds nothing, %s', async (theme) => {
    const { page } = program.app
    await page.emulateMedia({ colorScheme: theme })
    await append(page, 'Election of the Vice Chair', ' and of the Rapporteur')
    await page.keyboard.press('Control+Enter')
    await page.keyboard.type('1 oct 2026')
    await page.keyboard.press('Enter')
    await cell(page, 'Approval of the report').click()
    await page.keyboard.press('Control+Delete')
    await cell(page, 'Access to social benefits').click()
    await page.getByRole('button', { name: 'Answer with another: Canada' }).click()
    expect(await violations(page)).toEqual([])
    for (const view of ['Text', 'Mandates', 'Proposals'] as const) {
      await show(page, view)
      await page
        .getByRole('article')
        .first()
        .waitFor({ timeout: 500 })
        .catch(() => {})
      expect(await violations(page)).toEqual([])
    }
    await page.getByRole('radio', { name: /^All/ }).click()
    expect(await violations(page)).toEqual([])
  })

  test.each([1280, 1000, 880])('fits a window %i wide', async (width) => {
    const { page } = program.app
    await page.setViewportSize({ width, height: 700 })
    await append(page, 'Election of the Vice Chair', ' and of the Rapporteur')
    const box = await banner(page).boundingBox()
    expect(box?.height ?? 0).toBeLessThan(width < 900 ? 96 : 64)
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  })

  test('is said in four languages', async () => {
    const { page } = program.app
    const seen = new Set<string>()
    for (const language of languages) {
      await page.locator('#window-language').click()
      await page.getByRole('menuitem', { name: ownNames[language] }).click()
      await page.locator(`html[lang=${language}] .delegation-banner`).waitFor()
      seen.add(await page.locator('.delegation-banner').innerText())
    }
    expect(seen.size).toBe(4)
  })
})

test('the history goes back to earlier proposals', async () => {
  const { page } = program.app
  await append(page, 'Election of the Vice Chair', ' and of the Rapporteur')
  await page.locator('.activity-cell ins', { hasText: 'Rapporteur' }).waitFor()
  await append(page, 'Approval of the report', ' and closing')
  await page.locator('.activity-cell ins', { hasText: 'closing' }).waitFor()
  await page.locator('.save-state[data-state=saved]').waitFor()
  await show(page, 'History')
  await page.locator('.step').nth(1).click()
  await page.getByRole('button', { name: 'Go back to this plan' }).click()
  await show(page, 'Calendar')
  await expect.poll(() => page.locator('.activity-cell ins').allInnerTexts()).toContain(' and of the Rapporteur')
  await expect.poll(() => page.locator('.activity-cell ins').allInnerTexts()).not.toContain(' and closing')
})
