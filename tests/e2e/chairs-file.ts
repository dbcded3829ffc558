import type { Page } from 'playwright-core'
import { type FileContents, writeFile } from '#shared/exchange/plan-file.ts'
import type { Plan } from '#shared/model/plan.ts'
import { makeKey, signingKey } from '../../main/exchange/signing.ts'
import { anAuthor } from '../builders/negotiation.ts'
import { show } from './app.ts'

const chair = signingKey(makeKey())

/** A plan as the Chair's signed file. */
export const chairsFile = (plan: Plan): string =>
  writeFile(
    {
      kind: 'plan',
      generator: 'Mandato 0.1.0',
      exportedAt: '2026-10-01T09:00:00Z',
      unknown: {},
      plan,
      instruments: [],
      exportedBy: anAuthor('Chair', { name: 'Ana Torres', key: chair.fingerprint }),
    } satisfies FileContents,
    chair.sign,
  )

/** Receives a plan as a file of the Chair's, in the view of plans, by the button that says what becomes of it; `look` sees the dialog. */
export async function receiveFile(
  page: Page,
  plan: Plan,
  action: 'Open as their text' | 'Open as my own copy' | 'Replace the text with this one',
  look: () => Promise<unknown> = () => Promise.resolve(),
): Promise<void> {
  await show(page, 'Plans')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import files' }).click()
  await (await chooser).setFiles({ name: 'Work plan.mandato', mimeType: 'application/octet-stream', buffer: Buffer.from(chairsFile(plan)) })
  await page.getByRole('button', { name: /^Open as|^Replace/ }).waitFor()
  await look()
  if (action === 'Open as my own copy') await page.getByRole('radio', { name: /A copy of my own/ }).check()
  await page.getByRole('button', { name: action }).click()
  await page.getByRole('grid').waitFor()
}
