import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { StoreChange } from '../../../main/store/open.ts'
import { aProposal } from '../../builders/negotiation.ts'
import { temporaryFolder, valueOf } from '../store/temporary.ts'
import { aDesk, aDraft, insert } from './desks.ts'

async function aWatchedPlan() {
  const [chair, mexico] = [await aDesk('Chair'), await aDesk('Mexico')]
  const { planId } = valueOf(chair.store.addPlan(aDraft()))
  const { file } = await chair.client.exchange.exportPlan({ planId, withProposals: true })
  await mexico.client.exchange.receive({ file, as: 'delegation' })
  const row = chair.plan(planId).activities[0]
  if (row === undefined) throw new Error('The plan has rows.')
  await mexico.step(planId, [insert(aProposal(row, 'Mexico', 'Postpone'))])
  const sent = await (await mexico.client.exchange.exportProposals({ planId })).file.text()
  return { chair, planId, sent, folder: temporaryFolder() }
}

/** The next event of the store that a folder changed. */
const folderChanged = (store: { subscribe: (listener: (change: StoreChange) => void) => () => void }) =>
  new Promise<string | null>((resolve) => {
    const stop = store.subscribe(({ kind, planId }) => {
      if (kind !== 'folder-changed') return
      stop()
      resolve(planId)
    })
  })

test('a file that comes into the watched folder is announced, listed, collected once and then known', async () => {
  const { chair, planId, sent, folder } = await aWatchedPlan()
  expect(await chair.client.exchange.setFolder({ planId, folder })).toEqual({ folder, files: [] })
  const told = folderChanged(chair.store)
  writeFileSync(join(folder, 'partial.tmp'), sent)
  renameSync(join(folder, 'partial.tmp'), join(folder, 'Mexico.mandato'))
  expect(await told).toBe(planId)
  const listed = async () =>
    (await chair.client.exchange.folder({ planId })).files.map(({ name, state, sender, proposals }) => [
      name,
      state,
      sender?.delegation ?? null,
      proposals,
    ])
  expect(await listed()).toEqual([['Mexico.mandato', 'new', 'Mexico', 1]])
  const { files } = await chair.client.exchange.collect({ planId, names: ['Mexico.mandato'] })
  expect(files).toMatchObject([{ name: 'Mexico.mandato', added: 1, problem: null }])
  expect(await listed()).toEqual([['Mexico.mandato', 'collected', 'Mexico', 1]])
  // The same content under another name was collected too; what is no file of proposals is said to be unusable; other files are not listed.
  writeFileSync(join(folder, 'Copy.mandato'), sent)
  writeFileSync(join(folder, 'letter.txt'), 'Dear colleagues')
  writeFileSync(join(folder, 'broken.mandato'), '{')
  mkdirSync(join(folder, 'folder.mandato'))
  expect((await listed()).toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1))).toEqual([
    ['Copy.mandato', 'collected', 'Mexico', 1],
    ['Mexico.mandato', 'collected', 'Mexico', 1],
    ['broken.mandato', 'unusable', null, 0],
  ])
})

test.skipIf(process.platform === 'win32')('only files of the folder itself can be named', async () => {
  const { chair, planId, sent, folder } = await aWatchedPlan()
  const outside = join(temporaryFolder(), 'outside.mandato')
  writeFileSync(outside, sent)
  symlinkSync(outside, join(folder, 'link.mandato'))
  await chair.client.exchange.setFolder({ planId, folder })
  const names = ['../outside.mandato', outside, 'link.mandato', '.', '']
  const { files } = await chair.client.exchange.collect({ planId, names })
  expect(files.map(({ problem }) => problem?.kind)).toEqual(names.map(() => 'missing'))
  expect(chair.plan(planId).proposals).toEqual([])
})

test('a folder that is not there is refused; one that goes away is empty until it comes back; none is watched any more', async () => {
  const { chair, planId, sent, folder } = await aWatchedPlan()
  await expect(chair.client.exchange.setFolder({ planId, folder: join(folder, 'missing') })).rejects.toMatchObject({
    code: 'NOT_A_FOLDER',
  })
  writeFileSync(join(folder, 'Mexico.mandato'), sent)
  await chair.client.exchange.setFolder({ planId, folder })
  rmSync(folder, { recursive: true })
  expect(await chair.client.exchange.folder({ planId })).toEqual({ folder, files: [] })
  mkdirSync(folder)
  writeFileSync(join(folder, 'Mexico.mandato'), sent)
  expect((await chair.client.exchange.folder({ planId })).files).toHaveLength(1)
  expect(await chair.client.exchange.setFolder({ planId, folder: null })).toEqual({ folder: null, files: [] })
  expect(await chair.client.exchange.chooseFolder()).toEqual({ available: false, folder: null })
})
