import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 as uuid } from 'uuid'
import { createRouter } from '../../../main/api/router.ts'
import type { Services } from '../../../main/api/services.ts'
import { keyring } from '../../../main/exchange/keyring.ts'
import { openedFiles } from '../../../main/exchange/opened-files.ts'
import { anOpenStore, temporaryFolder } from '../store/temporary.ts'

/** The contract over a real store of its own. */
export async function aRouter(shell: Services['shell'] = 'loopback', more: Partial<Omit<Services, 'register'>> = {}) {
  const store = await anOpenStore()
  const services = {
    store,
    keys: keyring(store.folder, null),
    opened: openedFiles(() => store.announce({ kind: 'file-opened', planId: null, sequence: null })),
    chooseFolder: null,
    menu: null,
    shell,
    version: '1.2.3',
    samplePlan: join(import.meta.dirname, '../../../main/assets/sample-plan.txt'),
    now: () => new Date('2021-03-01T12:00:00Z'),
    makeId: uuid,
    ...more,
  }
  return { store, services, router: createRouter(services) }
}

/** A built window of two files, with a secret beside it that must never be served. */
export function aBuiltWindow(): string {
  const folder = join(temporaryFolder(), 'renderer')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Window</title><script type="module" src="/assets/app-1a.js"></script>')
  writeFileSync(join(folder, 'assets', 'app-1a.js'), "document.title = 'Running'")
  writeFileSync(join(folder, 'notes.txt'), 'not part of the window')
  writeFileSync(join(folder, '..', 'secret.html'), 'secret')
  return folder
}
