import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { hasDisplay, thisMachine } from '../../../main/shells/browser.ts'
import { findElectron } from '../../../main/shells/electron-runtime.ts'
import { anOpenStore, temporaryFolder } from '../store/temporary.ts'

const root = join(import.meta.dirname, '../../..')
const program = findElectron(process.env)
const isBuilt = ['main/index.mjs', 'main/preload.cjs', 'renderer/index.html'].every((file) => existsSync(join(root, 'out', file)))
const missing =
  program === null
    ? 'Electron’s runtime is not installed here'
    : !hasDisplay(thisMachine())
      ? 'there is no display here'
      : isBuilt
        ? null
        : 'out/ is not built'

// Where Electron must be tried (the build machines that install it), not trying it is a failure.
const isRequired = process.env['MANDATO_REQUIRE_ELECTRON'] === '1'

// Build machines run as root, or forbid the user namespaces that Chromium's sandbox needs.
const withoutSandbox = process.platform === 'linux' && (process.getuid?.() === 0 || process.env['CI'] !== undefined) ? ['--no-sandbox'] : []

if (missing !== null) process.stderr.write(`SKIPPED: the smoke test of the real Electron did not run: ${missing}.\n`)

test.skipIf(missing !== null && !isRequired)('the real Electron opens the window over a store of its own and closes cleanly', async () => {
  expect(missing).toBeNull()
  const home = temporaryFolder()
  const electron = spawn(program ?? '', [root, ...withoutSandbox], {
    env: { ...process.env, MANDATO_HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  electron.stdout.on('data', (part: Buffer) => (said += part.toString()))
  electron.stderr.on('data', (part: Buffer) => (said += part.toString()))
  const closed = new Promise((resolve) => electron.once('exit', resolve))
  await expect.poll(() => existsSync(join(home, 'mandato.sqlite')), { timeout: 30_000 }).toBe(true)
  electron.kill('SIGTERM')
  await closed
  expect(said).not.toMatch(/Uncaught|UnhandledPromiseRejection/)
  const store = await anOpenStore(home)
  expect(store.checkHealth()).toEqual({ sound: true, ailments: [] })
})
