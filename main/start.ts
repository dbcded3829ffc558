import { join } from 'node:path'
import { v7 as uuid } from 'uuid'
import { type Result, success } from '#shared/lib/result.ts'
import { shippedInstruments } from '#shared/register/shipped/index.ts'
import type { Services } from './api/services.ts'
import { keyring, type SecretBox } from './exchange/keyring.ts'
import { openedFiles } from './exchange/opened-files.ts'
import { storeFolder, surroundings } from './store/folder.ts'
import description from '../package.json' with { type: 'json' }
import { type CannotOpen, openStore } from './store/open.ts'

/** Where this program's data are kept. */
export const homeFolder = (): string => storeFolder(surroundings())

/** Stands beside this file, in the sources as in the bundle. */
const samplePlan = join(import.meta.dirname, 'assets', 'sample-plan.txt')

/** Opens the store and gives what the contract is served with. The edges of the program: here the clock and the ids are real ones. */
export async function startServices(
  shell: Services['shell'],
  {
    secrets = null,
    chooseFolder = null,
    menu = null,
  }: { secrets?: SecretBox | null; chooseFolder?: Services['chooseFolder']; menu?: Services['menu'] } = {},
): Promise<Result<Omit<Services, 'register'>, CannotOpen>> {
  const now = () => new Date()
  const opened = await openStore({ folder: homeFolder(), now, makeId: uuid, shipped: shippedInstruments })
  if (!opened.ok) return opened
  const store = opened.value
  return success({
    store,
    keys: keyring(store.folder, secrets),
    opened: openedFiles(() => store.announce({ kind: 'file-opened', planId: null, sequence: null })),
    chooseFolder,
    menu,
    shell,
    version: description.version,
    samplePlan,
    now,
    makeId: uuid,
  })
}
