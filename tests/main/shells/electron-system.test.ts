import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { keyring } from '../../../main/exchange/keyring.ts'
import { temporaryFolder } from '../store/temporary.ts'
import { fakeElectron } from './fake-electron.ts'

vi.mock('electron', () => fakeElectron)
const { askForFolder, systemSecrets } = await import('../../../main/shells/electron.ts')

/** The test as on another platform. */
function onPlatform(platform: NodeJS.Platform): void {
  const own = Object.getOwnPropertyDescriptor(process, 'platform')
  Object.defineProperty(process, 'platform', { value: platform, configurable: true })
  onTestFinished(() => {
    if (own !== undefined) Object.defineProperty(process, 'platform', own)
  })
}

describe('the system’s secret store', () => {
  test('seals the key, which comes back the same', () => {
    onPlatform('linux')
    const box = systemSecrets()
    if (box === null) throw new Error('There is one.')
    const folder = temporaryFolder()
    const made = keyring(folder, box).make()
    expect(keyring(folder, systemSecrets()).key()?.fingerprint).toBe(made?.fingerprint)
    expect(fakeElectron.safeStorage.encryptString).toHaveBeenCalledOnce()
  })

  test.each(['basic_text', 'unknown'] as const)('is not used where Linux has none (%s)', (backend) => {
    onPlatform('linux')
    fakeElectron.safeStorage.getSelectedStorageBackend.mockReturnValueOnce(backend)
    expect(systemSecrets()).toBeNull()
  })

  test('is not asked what only Linux knows on another platform', () => {
    onPlatform('darwin')
    vi.clearAllMocks()
    expect(systemSecrets()).not.toBeNull()
    expect(fakeElectron.safeStorage.getSelectedStorageBackend).not.toHaveBeenCalled()
  })

  test('is not used where it cannot encrypt', () => {
    onPlatform('win32')
    fakeElectron.safeStorage.isEncryptionAvailable.mockReturnValueOnce(false)
    expect(systemSecrets()).toBeNull()
  })
})

test('a folder is asked for with the system’s dialog; leaving it gives none', async () => {
  expect(await askForFolder()).toBeNull()
  fakeElectron.dialog.showOpenDialog.mockResolvedValueOnce({ canceled: false, filePaths: ['/home/chair/Proposals'] })
  expect(await askForFolder()).toBe('/home/chair/Proposals')
  expect(fakeElectron.dialog.showOpenDialog).toHaveBeenLastCalledWith({ properties: ['openDirectory'] })
})
