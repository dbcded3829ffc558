import { mkdir, readFile, writeFile as writeFileToDisk } from 'node:fs/promises'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { v7 as uuid } from 'uuid'
import { describe, expect, test } from 'vitest'
import { type FileContents, writeFile } from '#shared/exchange/plan-file.ts'
import { latestRevision } from '#shared/negotiation/numbering.ts'
import { makeKey, signingKey } from '../../main/exchange/signing.ts'
import { anAuthor, aProposal, aRevision } from '../builders/negotiation.ts'
import { anActivity, aPlan, on } from '../builders/plan.ts'
import { onSamplePlan, show } from './app.ts'
import { violations } from './axe.ts'

const program = onSamplePlan((page) => show(page, 'Plans'))

const chair = signingKey(makeKey())
const mexico = signingKey(makeKey())

const row = anActivity({ id: uuid(), when: on('2026-09-15', '14:30'), items: ['Election of the Vice Chair'] })
const draft = aPlan({ id: uuid(), title: 'Work plan 2026-2027', activities: [row, anActivity({ id: uuid(), items: ['Closing'] })] })
const plan = { ...draft, revisions: [aRevision(draft, 1)] }

const frame = { generator: 'Mandato 0.1.0', exportedAt: '2026-10-01T09:00:00Z', unknown: {} }
const planFile = (key = chair): string =>
  writeFile(
    {
      kind: 'plan',
      ...frame,
      plan,
      instruments: [],
      exportedBy: anAuthor('Chair', { name: 'Ana Torres', key: key.fingerprint }),
    } satisfies FileContents,
    key.sign,
  )

const proposalsFile = (): string => {
  const exportedBy = anAuthor('Mexico', { key: mexico.fingerprint })
  const proposals = ['Postpone', 'In hybrid form'].map((notes) => aProposal(row, 'Mexico', notes, { author: exportedBy }))
  const base = { plan: plan.header.id, title: plan.header.title, revision: latestRevision(plan)?.id ?? null, hash: 'a'.repeat(64) }
  return writeFile({ kind: 'proposals', ...frame, base, proposals, objections: [], exportedBy }, mexico.sign)
}

/** Chooses files as a person does. */
async function choose(page: Page, ...files: readonly (readonly [name: string, content: string | Uint8Array])[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import files' }).click()
  await (await chooser).setFiles(
    files.map(([name, content]) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) })),
  )
}

describe('a plan file that came', () => {
  test('shows its sender, signature, revision and the check, and opens as their text by the keyboard', async () => {
    const { page } = program.app
    await choose(page, ['plan.mandato', planFile()])
    const dialog = page.getByRole('dialog', { name: 'A plan has arrived' })
    await dialog.getByText('Work plan 2026-2027').waitFor()
    await dialog.getByText('rev. 1').waitFor()
    await dialog.getByText('Ana Torres, Chair').waitFor()
    await dialog.getByText('2 rows').waitFor()
    await dialog.getByText(/Signed, with a key that was not seen here before/).waitFor()
    await dialog.getByText(chair.fingerprint).waitFor()
    await dialog.getByText(/error/).waitFor()
    expect(await violations(page)).toEqual([])
    // The first choice is theirs; Enter takes it.
    expect(await dialog.getByRole('radio', { name: /Their text/ }).isChecked()).toBe(true)
    await page.keyboard.press('Enter')
    await page.getByRole('gridcell').filter({ hasText: 'Election of the Vice Chair' }).waitFor()

    await show(page, 'Plans')
    await choose(page, ['again.mandato', planFile()])
    await dialog.getByText(/Signed with the key of Chair, known here since/).waitFor()
    await dialog.getByText('It is in your library already, with the same text.').waitFor()
    await dialog.getByRole('button', { name: 'Open the plan' }).click()
    await page.getByRole('grid').waitFor()
    await show(page, 'Plans')
    await page.getByText('2 plans on this machine').waitFor()
  })

  test('opens as a copy of one’s own', async () => {
    const { page } = program.app
    await choose(page, ['plan.mandato', planFile()])
    const dialog = page.getByRole('dialog', { name: 'A plan has arrived' })
    await dialog.getByRole('radio', { name: /A copy of my own/ }).check()
    await dialog.getByRole('button', { name: 'Open as my own copy' }).click()
    await page.getByRole('gridcell').filter({ hasText: 'Election of the Vice Chair' }).waitFor()
  })

  test('that was changed after it was signed says so, and so does one by another key than before', async () => {
    const { page } = program.app
    const dialog = page.getByRole('dialog', { name: 'A plan has arrived' })
    await choose(page, ['changed.mandato', planFile().replace('Election', 'Rejection')])
    await dialog.getByText('Changed after it was signed. Ask Chair to send it again.').waitFor()
    await page.keyboard.press('Escape')
    await choose(page, ['plan.mandato', planFile()])
    await dialog.getByRole('button', { name: 'Open as their text' }).click()
    await page.getByRole('grid').waitFor()
    await show(page, 'Plans')
    await choose(page, ['other.mandato', planFile(mexico)])
    await dialog.getByText(/Signed, but not with the key known for Chair since/).waitFor()
    expect(await violations(page)).toEqual([])
  })

  test('that cannot be used is refused by a sentence, and the next one follows', async () => {
    const { page } = program.app
    await choose(
      page,
      ['archive.mandato', zipSync({ 'plan.mandato': new Uint8Array([123]) })],
      ['cut.mandato', planFile().slice(0, -50)],
      ['future.mandato', planFile().replace('"version":1', '"version":9')],
    )
    for (const [name, sentence] of [
      ['archive.mandato', 'archive.mandato is an archive (zip), not a plan file. Unpack it and open the plan file in it.'],
      ['cut.mandato', 'cut.mandato is damaged: it ends early or holds characters that a plan file never has. Ask for it again.'],
      ['future.mandato', 'future.mandato was written by Mandato 0.1.0 in version 9 of the format; this program reads up to version 1.'],
    ] as const) {
      const dialog = page.getByRole('dialog', { name: `${name} cannot be opened` })
      await dialog.getByRole('alert').filter({ hasText: sentence }).waitFor()
      await page.keyboard.press('Enter')
    }
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByText('1 plan on this machine').waitFor()
  })
})

test('proposals are taken into their plan once it is there', async () => {
  const { page } = program.app
  const dialog = page.getByRole('dialog', { name: 'Proposals have arrived' })
  await choose(page, ['Mexico.mandato', proposalsFile()])
  await dialog.getByRole('alert').filter({ hasText: 'not in your library' }).waitFor()
  await page.keyboard.press('Escape')
  await choose(page, ['plan.mandato', planFile()])
  await page.getByRole('radio', { name: /A copy of my own/ }).check()
  await page.getByRole('button', { name: 'Open as my own copy' }).click()
  await page.getByRole('grid').waitFor()
  await show(page, 'Plans')
  await choose(page, ['Mexico.mandato', proposalsFile()])
  await dialog.getByText('2 proposals').waitFor()
  await dialog.getByRole('button', { name: 'Take in 2 entries' }).click()
  const report = page.getByRole('dialog', { name: 'Taken in: Mexico.mandato' })
  expect(await violations(page)).toEqual([])
  await report.getByRole('button', { name: 'Go to the proposals' }).click()
  await page.getByText('Postpone').first().waitFor()
})

describe('who one is', () => {
  test('is said once, stands in the status bar, and is remembered', async () => {
    const { page } = program.app
    await show(page, 'Calendar')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('export the plan')
    await page.keyboard.press('Enter')
    await page.getByText('The file goes out unsigned until you are named.').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Say who you are' }).click()
    const dialog = page.getByRole('dialog', { name: 'Who you are' })
    await dialog.getByLabel('Delegation or office').fill('México')
    await dialog.getByLabel('Your name').fill('Luis Vega')
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'You are: Luis Vega, Mexico' }).waitFor()
    await program.app.restart()
    await page.getByRole('button', { name: 'You are: Luis Vega, Mexico' }).click()
    await dialog.getByText(/^([0-9A-F]{4} ){7}[0-9A-F]{4}$/).waitFor()
    expect(await dialog.getByLabel('Role').inputValue()).toBe('delegation')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  test('shows the known keys of others, and forgets one', async () => {
    const { page } = program.app
    await choose(page, ['plan.mandato', planFile()])
    await page.getByRole('button', { name: 'Open as their text' }).click()
    await page.getByRole('grid').waitFor()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('who you are')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Who you are' })
    await dialog.getByText('1 known key of others').click()
    await dialog.getByText(chair.fingerprint).waitFor()
    expect(await violations(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Forget the key of Chair' }).click()
    await dialog.getByText('1 known key of others').waitFor({ state: 'detached' })
  })
})

test('a watched folder offers the files that arrive in it, and takes them in when told', async () => {
  const { page, home } = program.app
  const folder = join(home, 'Proposals')
  await mkdir(folder)
  await choose(page, ['plan.mandato', planFile()])
  await page.getByRole('radio', { name: /A copy of my own/ }).check()
  await page.getByRole('button', { name: 'Open as my own copy' }).click()
  await page.getByRole('grid').waitFor()
  await page.locator('.rail [data-view=proposals]').click()
  await page.getByRole('button', { name: 'Watch a folder' }).click()
  const dialog = page.getByRole('dialog', { name: 'Folder for proposals' })
  await page.keyboard.type(join(home, 'missing'))
  await page.keyboard.press('Enter')
  await dialog.getByRole('alert').filter({ hasText: 'There is no such folder' }).waitFor()
  await dialog.getByLabel('Folder').fill(folder)
  await page.keyboard.press('Enter')
  await dialog.getByText('There are no plan files in it yet.').waitFor()
  await writeFileToDisk(join(folder, 'Mexico.mandato'), proposalsFile())
  await dialog.getByText('2 proposals').waitFor()
  expect(await violations(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Take in 1 new file' }).click()
  await dialog.getByText('Mexico.mandato').waitFor()
  await dialog.locator('footer').getByRole('button', { name: 'Close' }).click()
  await page.getByText('Postpone').first().waitFor()
  await page.getByRole('button', { name: 'Folder', exact: true }).waitFor()
})

test('a delegation proposes on the Chair’s text, sends its proposals, and the text stays the Chair’s', async () => {
  const { page } = program.app
  await page.getByRole('button', { name: 'Say who you are' }).click()
  await page.getByLabel('Delegation or office').fill('Mexico')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'You are: Mexico' }).waitFor()
  await choose(page, ['plan.mandato', planFile()])
  await page.getByRole('button', { name: 'Open as their text' }).click()
  const cell = page.getByRole('gridcell').filter({ hasText: 'Election of the Vice Chair' })
  await cell.dblclick()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Election of the Chair')
  await page.keyboard.press('Control+Enter')
  await page.locator('.rail [data-view=proposals]').click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Send my proposals' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('Work plan 2026-2027 - Mexico.mandato')
  const sent: unknown = JSON.parse(await readFile(await file.path(), 'utf8'))
  expect(sent).toMatchObject({ kind: 'proposals', exportedBy: { delegation: 'Mexico' }, base: { plan: plan.header.id }, proposals: [{}] })
  await show(page, 'Plans')
  await page.getByRole('heading', { name: 'Files received' }).waitFor()
  await page.getByText(/plan\.mandato · Chair/).waitFor()
  expect(await violations(page)).toEqual([])
})
