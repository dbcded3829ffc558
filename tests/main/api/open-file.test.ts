import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import { openedFiles } from '../../../main/exchange/opened-files.ts'
import { largestFile } from '../../../main/files/read-source.ts'
import { openFile } from '../../../main/open-file.ts'
import { aRouter } from '../shells/a-window.ts'
import { temporaryFolder } from '../store/temporary.ts'

test('a file that is opened waits for the window, which is told, and is given out once', async () => {
  const path = join(temporaryFolder(), 'received.mandato')
  writeFileSync(path, '{"format":"mandato"')
  const { services, store, router } = await aRouter()
  const client = createRouterClient(router)
  const heard: string[] = []
  store.subscribe(({ kind }) => heard.push(kind))
  expect(await openFile(services, path, 'en')).toBeNull()
  expect(heard).toEqual(['file-opened'])
  const { files } = await client.exchange.takeOpened()
  expect(files.map(({ name }) => name)).toEqual(['received.mandato'])
  expect(await files[0]?.text()).toBe('{"format":"mandato"')
  expect(await client.exchange.takeOpened()).toEqual({ files: [] })
})

test('a file that cannot be read is refused by a sentence, and one too large without being read', async () => {
  const opened = openedFiles(() => {})
  const folder = temporaryFolder()
  const huge = join(folder, 'huge.mandato')
  writeFileSync(huge, '')
  // A hole of 500 MB: it takes no room on the disk, and reading it would take seconds.
  truncateSync(huge, 500 * 1024 * 1024)
  expect(await openFile({ opened }, join(folder, 'missing.mandato'), 'en')).toBe('missing.mandato was not found.')
  expect(await openFile({ opened }, join(folder, 'missing.mandato'), 'pt')).toBe('missing.mandato não foi encontrado.')
  expect(await openFile({ opened }, huge, 'en')).toBe(`huge.mandato is larger than ${largestFile / 1024 / 1024} MB, more than any plan.`)
  expect(opened.take()).toEqual([])
})
