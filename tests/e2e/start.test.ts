import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { aCitation, aMandate, anActivity, anInstrument, anItem, aPlan, aProvision, on } from '../builders/plan.ts'
import { onSamplePlan } from './app.ts'
import { storeWith } from './prepared.ts'

const symbol = 'CP/RES. 120 (1119/14)'

/** More than crosses to the window at once. */
const manyInstruments = Array.from({ length: 240 }, (_, index) =>
  anInstrument(`CP/RES. ${index + 1} (${index + 1000}/14)`, {
    year: 2014,
    provisions: [aProvision('1', 'To instruct the CAM to hold a dialogue on remittances.', { addressees: ['committee'] })],
  }),
)

/** Its one row cites a paragraph that its resolution does not have, which only the register can tell. */
const plan = aPlan({
  term: { start: '2026-09-01', end: '2027-06-30' },
  mandates: [aMandate(symbol, ['1'])],
  activities: [
    anActivity({ mandate: [aCitation(symbol, ['9'])], items: [anItem('Dialogue on remittances')], when: on('2026-10-13', '10:00') }),
  ],
})

const program = onSamplePlan(undefined, { prepare: storeWith(plan, manyInstruments) })

/** Opens the window again with all of the register but its first part held back, and gives what lets it through. */
async function withoutRegister(page: Page): Promise<() => void> {
  let held: (() => void)[] | null = []
  await page.routeWebSocket(/\/rpc$/, (socket) => {
    const program = socket.connectToServer()
    socket.onMessage((message) => {
      const send = () => program.send(message)
      const words = message.toString()
      if (held !== null && words.includes('register/page') && !words.includes('"after":null')) held.push(send)
      else send()
    })
  })
  await page.reload()
  return () => {
    for (const send of held ?? []) send()
    held = null
  }
}

describe('while a large register is still being read', () => {
  test('the plan is there and is written in, and nothing is said to be right or wrong', async () => {
    const { page } = program.app
    const letThrough = await withoutRegister(page)
    const findings = page.getByRole('region', { name: 'Findings' })
    const row = page.locator('.row[data-row]').first()
    await findings.getByText('Checking the plan.').waitFor()
    await row.getByRole('img', { name: 'Not checked yet' }).waitFor()
    await page.getByRole('complementary', { name: 'Details' }).getByText('Not checked yet').waitFor()
    expect(await findings.locator('.count').count()).toBe(0)

    await row.locator('[data-column=date]').click()
    await page.keyboard.type('October 14 2026 10:00')
    await page.keyboard.press('Enter')
    await row.locator('[data-column=date] b', { hasText: 'October 14, 2026' }).waitFor()
    await page.locator('.save-state[data-state=saved]').waitFor()
    expect(await findings.getByText('Checking the plan.').isVisible()).toBe(true)

    letThrough()
    await row.getByRole('img', { name: 'Ungrounded' }).waitFor()
    await findings.getByRole('button', { name: '1 error' }).waitFor()

    await program.app.restart()
    await row.locator('[data-column=date] b', { hasText: 'October 14, 2026' }).waitFor()
  })
})
